//! Names for the branches of unions that are written in place.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::{
    marks::{CALLED, VALUES},
    schema::referred,
};
use crate::names;

/// Of the branches that are objects written in place, beside no named ones, those that require one
/// property that no other does, by their numbers.
pub(super) fn only_there(branches: &[Value]) -> BTreeMap<usize, String> {
    if branches.iter().any(|branch| referred(branch).is_some()) {
        return BTreeMap::new();
    }
    let required = |branch: &Value| -> BTreeSet<String> {
        let required = branch.get("required").and_then(Value::as_array);
        let required = required.into_iter().flatten().filter_map(Value::as_str);
        let known = required.filter(|name| branch["properties"].get(*name).is_some());
        known.map(str::to_owned).collect()
    };
    let all: Vec<BTreeSet<String>> = branches.iter().map(required).collect();
    let own = all.iter().enumerate().filter_map(|(index, names)| {
        let others = all.iter().enumerate().filter(|(other, _)| *other != index);
        let others: BTreeSet<&String> = others.flat_map(|(_, names)| names).collect();
        let mut own = names.iter().filter(|name| !others.contains(name));
        let first = own.next()?;
        own.next().is_none().then(|| (index, first.clone()))
    });
    own.collect()
}

/// What a branch is called behind the name of its union.
pub(super) fn name(branch: &Value, index: usize, own: Option<&String>) -> String {
    let mut titles = [CALLED, "title"].iter().filter_map(|key| branch.get(*key));
    let title = titles.next().and_then(Value::as_str);
    let meant = branch.get(VALUES).and_then(Value::as_array);
    // The value that tells the branch from others is what it is called.
    let meant = match meant.map(Vec::as_slice) {
        Some([only]) => only.as_str(),
        _ => None,
    };
    let name = title.or(meant);
    match (name, own) {
        (Some(name), _) => names::type_name(name),
        (None, Some(own)) => format!("With{}", names::type_name(own)),
        (None, None) => format!("Variant{index}"),
    }
}
