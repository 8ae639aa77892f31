//! The enums by which the branches of a union without a tag are told apart: were they open, the
//! first branch would take every value.
//!
//! Such are branches themselves, and the properties that another branch has with other values, or
//! not at all where there is one value alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
};

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    marks::{TELLING, VALUES},
    schema::{look, referred, values, walk},
};
use crate::Pointer;

/// A place below one of the model's schemas, which is told by its number.
type Place = (usize, Pointer);

/// The named schemas with their numbers.
type Named<'a> = BTreeMap<&'a str, (usize, &'a Schema)>;

/// Marks each of them.
pub(super) fn mark(model: &mut Model) {
    let first = model.slots.iter().map(BTreeMap::len).sum::<usize>();
    let components = model.components.iter().enumerate();
    let named: Named<'_> = components
        .map(|(index, (name, schema))| (name.as_str(), (first + index, schema)))
        .collect();
    let mut found = BTreeSet::new();
    for (number, schema) in model.schemas().enumerate() {
        look(&schema.value, &schema.pointer, &mut |schema, at| {
            telling(schema, &(number, at.clone()), &named, &mut found);
        });
    }
    let marked: BTreeSet<usize> = found.iter().map(|(number, _)| *number).collect();
    for (number, schema) in model.schemas_mut().enumerate() {
        if !marked.contains(&number) {
            continue;
        }
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, at| {
            if values(schema).is_some() && found.contains(&(number, at.clone())) {
                schema[TELLING] = json!(true);
            }
        });
    }
}

/// Finds the places of what tells the branches of a schema apart, if it is a union; those that a
/// tag tells are known without.
fn telling<'a>(schema: &'a Value, place: &Place, named: &Named<'a>, found: &mut BTreeSet<Place>) {
    let mut branches = Vec::new();
    for key in ["oneOf", "anyOf"] {
        let listed = schema.get(key).and_then(Value::as_array);
        for (index, branch) in listed.into_iter().flatten().enumerate() {
            let told = branch.get(VALUES).and_then(Value::as_array);
            if told.is_none_or(Vec::is_empty) {
                branches.push(followed(branch, || below(place, key, index), named));
            }
        }
    }
    // The values of each property, once for each branch that has it.
    let mut kinds: BTreeMap<&str, Vec<Option<String>>> = BTreeMap::new();
    let mut enums = Vec::new();
    let count = branches.len();
    for (branch, at) in branches {
        for (name, property) in properties(branch) {
            let inline = || below(&at, "properties", name);
            let (target, at) = followed(property, inline, named);
            let listed = values(target);
            let single = listed.as_ref().is_some_and(|values| values.len() == 1);
            let kind = listed.map(|values| Value::from(values).to_string());
            kinds.entry(name).or_default().push(kind);
            enums.push((name, single, at));
        }
        found.insert(at);
    }
    let telling = enums.into_iter().filter(|(name, single, _)| {
        let kinds = &kinds[name.as_str()];
        (*single && kinds.len() < count) || kinds.iter().any(|kind| *kind != kinds[0])
    });
    found.extend(telling.map(|(_, _, at)| at));
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flat_map(Map::iter)
}

/// A schema with its place, or the named one that it refers to.
fn followed<'a>(
    schema: &'a Value,
    place: impl Fn() -> Place,
    named: &Named<'a>,
) -> (&'a Value, Place) {
    match referred(schema).and_then(|name| named.get(name)) {
        Some((number, target)) => (&target.value, (*number, target.pointer.clone())),
        None => (schema, place()),
    }
}

fn below((number, at): &Place, key: &str, inner: impl Display) -> Place {
    (*number, at.join(key).join(inner))
}
