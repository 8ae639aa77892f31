//! The order in which the document writes the properties of each object: that of the fields of its
//! type, and on the wire. A mapping does not keep it, so it travels as a list beside them.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Model, marks::ORDER, schema::walk};
use crate::Document;

/// Lists the properties of every object.
pub(super) fn keep(document: &Document, model: &mut Model) {
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, at| {
            if schema.get("properties").is_some_and(Value::is_object) {
                schema[ORDER] = json!(document.keys(at.join("properties").as_str()));
            }
        });
    }
}

/// The names of an object's properties in their order; those that no list has come last.
pub(super) fn of<'a>(schema: &'a Value, properties: &'a Map<String, Value>) -> Vec<&'a str> {
    let listed = schema.get(ORDER).and_then(Value::as_array);
    let listed = listed.into_iter().flatten().filter_map(Value::as_str);
    let mut names: Vec<&str> = listed
        .filter(|name| properties.contains_key(*name))
        .collect();
    let known: BTreeSet<&str> = names.iter().copied().collect();
    let others = properties.keys().map(String::as_str);
    names.extend(others.filter(|name| !known.contains(name)));
    names
}
