//! Public items before and after: what is gone, new, or of another type.

use std::collections::BTreeMap;

use super::{Change, Class, Side};
use crate::{
    Pointer, names,
    plan::{Plan, Shape},
};

/// A line of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// What it is called, such as `types::User.email`.
    name: String,
    /// What follows the name.
    rest: String,
}

impl Item {
    /// Reads a line: the name ends where its type, its arguments or its variants begin.
    pub(super) fn read(line: &str) -> Self {
        let end = line.find(['(', ' ', '{']).unwrap_or(line.len());
        let (name, mut rest) = line.split_at(end);
        let mut name = name.trim_end_matches(':').to_owned();
        // An implemented trait is an item beside the type, and has its own name.
        if name.len() < end && is_type(&name) {
            name = String::from(line);
            rest = "";
        }
        Self {
            name,
            rest: rest.to_owned(),
        }
    }

    /// The type that the item belongs to, if it is not that type.
    fn owner(&self) -> Option<&str> {
        let member = self.name.rfind(['.', ':'])?;
        let owner = self.name[..member].trim_end_matches(':');
        is_type(owner).then_some(owner)
    }
}

/// Whether a name is that of a type: `types::User`, and not `types::User.email`.
fn is_type(name: &str) -> bool {
    let own = name.strip_prefix("types::");
    own.is_some_and(|own| !own.contains(['.', ':', ' ']))
}

pub(super) fn compare(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let (before, after) = (named(old), named(new));
    let mut changes = Vec::new();
    for (name, was) in &before {
        let at = place(&old.plan, name);
        match after.get(name) {
            // The members of a type that is gone go with it.
            None if was
                .owner()
                .is_some_and(|owner| !after.contains_key(owner) && before.contains_key(owner)) => {}
            None => {
                let gone = old.change(Class::Breaking, name, "is gone, and may be in use", &at);
                changes.push(with(gone, Some(was), None));
            }
            Some(is) if is.rest == was.rest => {}
            Some(is) => {
                let at = place(&new.plan, name);
                if let Some((class, reason)) = judge(was, is) {
                    let change = new.change(class, name, reason, &at);
                    changes.push(with(change, Some(was), Some(is)));
                }
            }
        }
    }
    for (name, is) in &after {
        let with_owner = is
            .owner()
            .is_some_and(|owner| !before.contains_key(owner) && after.contains_key(owner));
        if !before.contains_key(name) && !with_owner {
            let at = place(&new.plan, name);
            let added = new.change(Class::Additive, name, "is new", &at);
            changes.push(with(added, None, Some(is)));
        }
    }
    changes
}

fn named<'s>(side: &'s Side<'_>) -> BTreeMap<&'s str, &'s Item> {
    let items = side.items.iter();
    items.map(|item| (item.name.as_str(), item)).collect()
}

fn with(mut change: Change, old: Option<&&Item>, new: Option<&&Item>) -> Change {
    let text = |item: &&Item| format!("{}{}", item.name, item.rest);
    (change.old, change.new) = (old.map(text), new.map(text));
    change
}

/// How grave it is that an item is spelled otherwise; `None` where only an order changed.
fn judge(was: &Item, is: &Item) -> Option<(Class, String)> {
    if let (Some(before), Some(after)) = (variants(&was.rest), variants(&is.rest)) {
        return (before != after).then(|| enumeration(&before, &after));
    }
    let reason = if was.name.ends_with("::new") {
        "takes other arguments"
    } else if was.rest.starts_with('(') {
        "has another signature"
    } else {
        "is of another type"
    };
    Some((Class::Breaking, reason.to_owned()))
}

/// The kind of an enum of texts, and the value of each of its variants.
type Variants<'a> = (&'a str, BTreeMap<&'a str, &'a str>);

fn variants(rest: &str) -> Option<Variants<'_>> {
    let (kind, variants) = rest.trim_start().strip_prefix('(')?.split_once("): ")?;
    if !kind
        .split(',')
        .next()
        .is_some_and(|kind| kind.ends_with("_enum"))
    {
        return None;
    }
    let mut found = BTreeMap::new();
    // Names have no quotes, so a value ends where a quote, a comma and the next name follow.
    for variant in variants.split("\", ") {
        let (name, value) = variant.split_once(" = ")?;
        found.insert(name, value.trim_end_matches('"'));
    }
    Some((kind, found))
}

fn enumeration(before: &Variants<'_>, after: &Variants<'_>) -> (Class, String) {
    let missing = |from: &Variants<'_>, to: &Variants<'_>| -> Vec<String> {
        let names = from.1.keys().filter(|name| !to.1.contains_key(*name));
        names.map(|name| format!("`{name}`")).collect()
    };
    let (gone, added) = (missing(before, after), missing(after, before));
    if before.0 != after.0 {
        (
            Class::Breaking,
            format!("was {} and is {}", worded(before.0), worded(after.0)),
        )
    } else if !gone.is_empty() {
        (Class::Breaking, format!("has lost {}", gone.join(", ")))
    } else if !added.is_empty() {
        (Class::Additive, format!("has gained {}", added.join(", ")))
    } else {
        (Class::Wire, "writes its variants otherwise".to_owned())
    }
}

fn worded(kind: &str) -> &'static str {
    if kind.starts_with("open") {
        "open to unknown values"
    } else {
        "closed to unknown values"
    }
}

/// Where the document has what an item was made from.
pub(super) fn place(plan: &Plan, name: &str) -> Pointer {
    let own = name
        .strip_prefix("types::")
        .or(name.strip_prefix("Client::"));
    let Some(own) = own else {
        let is_servers = name == "SERVERS";
        return Pointer::from(if is_servers { "/servers" } else { "" });
    };
    let words: Vec<&str> = own
        .split(['.', ':', ' '])
        .filter(|word| !word.is_empty())
        .collect();
    let (first, member) = (words.first().copied().unwrap_or_default(), words.get(1));
    let operation = plan.operations.iter().find(|operation| {
        operation.name == first || first.strip_suffix("_pages") == Some(&operation.name)
    });
    if let Some(operation) = operation.filter(|_| name.starts_with("Client::")) {
        return operation.pointer.clone();
    }
    let Some(of_type) = plan.types.iter().find(|of_type| of_type.name == first) else {
        let mut operations = plan.operations.iter();
        let answers = operations.find(|operation| operation.answers.as_deref() == Some(first));
        return answers.map_or(Pointer::default(), |operation| {
            operation.pointer.join("responses")
        });
    };
    let Shape::Object { fields } = &of_type.shape else {
        return of_type.pointer.clone();
    };
    let field = fields
        .iter()
        .find(|field| Some(&names::value_name(&field.wire).as_str()) == member);
    let at = &of_type.pointer;
    field.map_or(at.clone(), |field| at.join("properties").join(&field.wire))
}
