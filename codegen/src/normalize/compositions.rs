//! Compositions that only decorate: the open-enum idiom, and `allOf` as a way to say more of one schema.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    schema::{flag, referred, texts, walk},
};
use crate::{Pointer, note::Notes};

/// Marks an enum that other values may join; the mark never leaves normalization.
pub(super) const OPEN: &str = "x-open";

pub(super) fn lower(model: &mut Model, notes: &mut Notes<'_>) {
    let components = model.components.clone();
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, at| {
            negation(schema, at, notes);
            empty(schema);
            open_enum(schema);
            all_of(schema, &components);
        });
    }
}

/// What a value is not makes no type of it.
fn negation(schema: &mut Value, at: &Pointer, notes: &mut Notes<'_>) {
    let Some(entries) = schema.as_object_mut() else {
        return;
    };
    if entries.remove("not").is_some() {
        let message = "`not` is no part of the type: what it forbids is taken as well";
        notes.lost(&at.join("not"), message, "say what the value is");
    }
}

/// A composition of nothing says nothing.
fn empty(schema: &mut Value) {
    if let Some(entries) = schema.as_object_mut() {
        for key in ["allOf", "anyOf", "oneOf"] {
            if entries.get(key) == Some(&json!([])) {
                entries.remove(key);
            }
        }
    }
}

/// `anyOf: [{enum: […]}, {type: string}]`: the values that are known, of a text that may be any.
fn open_enum(schema: &mut Value) {
    let branches = schema.get("anyOf").or_else(|| schema.get("oneOf"));
    let Some([first, second]) = branches.and_then(Value::as_array).map(Vec::as_slice) else {
        return;
    };
    let plain = |branch: &Value| branch["type"] == "string" && branch.get("enum").is_none();
    let Some(values) = [(first, second), (second, first)]
        .into_iter()
        .find_map(|(known, any)| texts(known).filter(|_| plain(any)))
    else {
        return;
    };
    let nullable = [first, second]
        .into_iter()
        .any(|branch| flag(branch, "nullable"));
    if let Some(entries) = schema.as_object_mut() {
        entries.remove("anyOf");
        entries.remove("oneOf");
        entries.insert("type".to_owned(), json!("string"));
        entries.insert("enum".to_owned(), json!(values));
        entries.insert(OPEN.to_owned(), json!(true));
        if nullable {
            entries.insert("nullable".to_owned(), json!(true));
        }
    }
}

/// `allOf` of one schema is that schema; `allOf` of objects is one object with the fields of all.
fn all_of(schema: &mut Value, components: &BTreeMap<String, Schema>) {
    let Some(branches) = schema.get("allOf").and_then(Value::as_array) else {
        return;
    };
    let alone = schema.get("properties").is_none();
    if let ([only], true) = (branches.as_slice(), alone) {
        let mut inner = only.clone();
        if let (Value::Object(entries), Value::Object(outer)) = (&mut inner, &mut *schema) {
            outer.remove("allOf");
            for key in [
                "nullable",
                "description",
                "deprecated",
                "readOnly",
                "writeOnly",
            ] {
                if let Some(value) = outer.remove(key) {
                    entries.insert(key.to_owned(), value);
                }
            }
        }
        *schema = inner;
        return;
    }
    let mut merged = Map::new();
    if branches
        .iter()
        .all(|branch| merge(branch, components, &mut merged, 0))
    {
        let mut own = schema.clone();
        if let Value::Object(entries) = &mut own {
            entries.remove("allOf");
            entries.insert("type".to_owned(), json!("object"));
        }
        if merge(&own, components, &mut merged, 0) {
            *schema = Value::Object(merged);
        }
    }
}

/// Adds an object schema's claims; false where the branch is no plain object.
fn merge(
    branch: &Value,
    components: &BTreeMap<String, Schema>,
    merged: &mut Map<String, Value>,
    depth: usize,
) -> bool {
    if depth > crate::document::MAX_DEPTH {
        return false;
    }
    if let Some(name) = referred(branch) {
        return components
            .get(name)
            .is_some_and(|target| merge(&target.value, components, merged, depth + 1));
    }
    let Value::Object(entries) = branch else {
        return false;
    };
    if entries.contains_key("oneOf") || entries.contains_key("anyOf") {
        return false;
    }
    if entries.get("type").is_some_and(|kind| kind != "object") {
        return false;
    }
    if let Some(Value::Array(branches)) = entries.get("allOf")
        && !branches
            .iter()
            .all(|branch| merge(branch, components, merged, depth + 1))
    {
        return false;
    }
    for (key, value) in entries {
        match (key.as_str(), value, merged.get_mut(key)) {
            ("allOf", ..) => {}
            ("properties", Value::Object(more), Some(Value::Object(all))) => {
                all.extend(more.clone());
            }
            ("required", Value::Array(more), Some(Value::Array(all))) => {
                let fresh: Vec<Value> = more
                    .iter()
                    .filter(|name| !all.contains(name))
                    .cloned()
                    .collect();
                all.extend(fresh);
            }
            _ => {
                merged.insert(key.clone(), value.clone());
            }
        }
    }
    true
}
