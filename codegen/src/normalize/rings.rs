//! Unions that are branches of themselves, be it by way of others. A value of such a union is one of
//! the other branches of any of them: whoever reads it would go round without an end.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Model, schema::referred};
use crate::note::Notes;

pub(super) fn open(model: &mut Model, notes: &mut Notes<'_>) {
    let components = model.components.iter();
    let unions = components.filter_map(|(name, schema)| {
        let known = branches(&schema.value).map(|(_, branches)| flat(branches));
        // A name that only leads on is a union of one branch.
        let alias = || target(&schema.value).map(|_| vec![schema.value.clone()]);
        Some((name.clone(), known.or_else(alias)?))
    });
    let unions = Unions(unions.collect());
    for (name, schema) in &mut model.components {
        let Some((key, _)) = branches(&schema.value) else {
            continue;
        };
        if !unions.reaches(name, name) {
            continue;
        }
        let mut others = Vec::new();
        unions.others(name, name, &mut BTreeSet::new(), &mut others);
        let message = format!("`{name}` is a branch of itself: that branch is left out");
        let help = "list the other branches alone";
        notes.rewritten(&schema.pointer.join(key), message, help);
        if let Value::Object(entries) = &mut schema.value {
            if others.is_empty() {
                entries.remove(key);
            } else {
                entries.insert(key.to_owned(), Value::Array(others));
            }
        }
    }
}

/// The branches of the named unions.
struct Unions(BTreeMap<String, Vec<Value>>);

impl Unions {
    /// The named unions among the branches of one.
    fn inner(&self, name: &str) -> impl Iterator<Item = &str> {
        let branches = self.0.get(name).into_iter().flatten();
        branches
            .filter_map(target)
            .filter(|target| self.0.contains_key(*target))
    }

    /// Whether a union is a branch of another, be it by way of others.
    fn reaches(&self, from: &str, to: &str) -> bool {
        let mut met = BTreeSet::new();
        let mut queue = vec![from];
        while let Some(name) = queue.pop() {
            for inner in self.inner(name) {
                if inner == to {
                    return true;
                }
                if met.insert(inner) {
                    queue.push(inner);
                }
            }
        }
        false
    }

    /// The branches of a union that do not lead back to `root`, in their order.
    fn others<'u>(
        &'u self,
        name: &'u str,
        root: &str,
        met: &mut BTreeSet<&'u str>,
        others: &mut Vec<Value>,
    ) {
        if !met.insert(name) {
            return;
        }
        for branch in self.0.get(name).into_iter().flatten() {
            let inner = target(branch).filter(|inner| self.0.contains_key(*inner));
            match inner.filter(|inner| *inner == root || self.reaches(inner, root)) {
                Some(inner) => self.others(inner, root, met, others),
                None if others.contains(branch) => {}
                None => others.push(branch.clone()),
            }
        }
    }
}

/// The keyword of a union, and its branches.
fn branches(schema: &Value) -> Option<(&'static str, &Vec<Value>)> {
    let mut keys = ["oneOf", "anyOf"].into_iter();
    keys.find_map(|key| Some((key, schema.get(key)?.as_array()?)))
}

/// The branches, and in place of a union among them that has no name those of that.
fn flat(list: &[Value]) -> Vec<Value> {
    let each = |branch: &Value| match branches(branch) {
        Some((_, inner)) => flat(inner),
        None => vec![branch.clone()],
    };
    list.iter().flat_map(each).collect()
}

/// What a branch refers to, be it alone in an `allOf`.
fn target(branch: &Value) -> Option<&str> {
    referred(branch).or_else(|| match branch.get("allOf")?.as_array()?.as_slice() {
        [only] => referred(only),
        _ => None,
    })
}
