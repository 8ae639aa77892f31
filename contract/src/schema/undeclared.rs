//! Members of objects that no schema declares, where the schemas leave the object open unsaid.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::declared::all_declared;

/// How deep a chain of references and branches is followed for one value.
pub(super) const MAX_BRANCHES: usize = 64;

/// A member of an object that no schema declares.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Undeclared {
    /// The `properties` that it could stand in.
    pub(crate) site: Pointer,
    /// Its place in the judged value.
    pub(crate) at: Pointer,
    /// Its name.
    pub(crate) name: String,
}

/// The members of a value that no branch of its schema declares.
///
/// An object is free-form where a branch has `additionalProperties`, and where none has
/// `properties`: there the document claims nothing about names.
pub(crate) fn undeclared(document: &Document, schema: &Pointer, value: &Value) -> Vec<Undeclared> {
    let root = document.get(schema.as_str());
    if root.is_some_and(|root| all_declared(document, &[root], value)) {
        return Vec::new();
    }
    exact(document, schema, value)
}

/// The members by walking with the places at hand, whether there are any or not.
pub(super) fn exact(document: &Document, schema: &Pointer, value: &Value) -> Vec<Undeclared> {
    let mut found = Vec::new();
    let applicable = BTreeSet::from([schema.clone()]);
    walk(
        document,
        &applicable,
        value,
        &Pointer::default(),
        &mut found,
    );
    found.sort();
    found
}

fn walk(
    document: &Document,
    schemas: &BTreeSet<Pointer>,
    value: &Value,
    at: &Pointer,
    found: &mut Vec<Undeclared>,
) {
    let branches = branches(document, schemas);
    match value {
        Value::Array(items) => {
            let inner = below(document, &branches, "items");
            for (index, item) in items.iter().enumerate().filter(|_| !inner.is_empty()) {
                walk(document, &inner, item, &at.join(index), found);
            }
        }
        Value::Object(members) => {
            let has = |branch: &&Pointer, keyword: &str| {
                let schema = document.get(branch.as_str());
                schema.is_some_and(|schema| schema.get(keyword).is_some())
            };
            let open = branches
                .iter()
                .any(|branch| has(&branch, "additionalProperties"));
            let declaring = branches.iter().find(|branch| has(branch, "properties"));
            let others = below(document, &branches, "additionalProperties");
            for (name, member) in members {
                let inner: BTreeSet<Pointer> = branches
                    .iter()
                    .map(|branch| branch.join("properties").join(name))
                    .filter(|property| document.get(property.as_str()).is_some())
                    .collect();
                let here = at.join(name);
                match declaring {
                    Some(declaring) if inner.is_empty() && !open => found.push(Undeclared {
                        site: declaring.join("properties"),
                        at: here,
                        name: name.clone(),
                    }),
                    _ if inner.is_empty() => walk(document, &others, member, &here, found),
                    _ => walk(document, &inner, member, &here, found),
                }
            }
        }
        _ => {}
    }
}

/// The given schemas with their references followed, and all branches of their combinators.
fn branches(document: &Document, schemas: &BTreeSet<Pointer>) -> Vec<Pointer> {
    let mut found: Vec<Pointer> = Vec::new();
    let mut queue: Vec<Pointer> = schemas.iter().rev().cloned().collect();
    while let Some(next) = queue.pop() {
        let Some((at, schema)) = document.resolve(next.as_str()) else {
            continue;
        };
        if found.contains(&at) || found.len() >= MAX_BRANCHES {
            continue;
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            let count = schema
                .get(keyword)
                .and_then(Value::as_array)
                .map_or(0, Vec::len);
            let list = at.join(keyword);
            queue.extend((0..count).rev().map(|index| list.join(index)));
        }
        found.push(at);
    }
    found
}

/// The schemas that the branches have under a keyword.
fn below(document: &Document, branches: &[Pointer], keyword: &str) -> BTreeSet<Pointer> {
    let places = branches.iter().map(|branch| branch.join(keyword));
    places
        .filter(|place| document.get(place.as_str()).is_some_and(Value::is_object))
        .collect()
}
