//! Ways of writing a simpler schema as a composition.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{UNIONS, strip};
use crate::{
    Pointer,
    normalize::{
        Schema,
        marks::{DOCS, NAMES, OPEN, ORDER, TAG},
        schema::{add_parts, flag, referred, text, texts, values},
    },
    note::Notes,
};

pub(super) fn read(
    schema: &mut Value,
    at: &Pointer,
    components: &BTreeMap<String, Schema>,
    notes: &mut Notes<'_>,
) {
    negation(schema, at, notes);
    empty(schema);
    repeated(schema);
    open_enum(schema, components);
    listed(schema);
    together(schema, at, notes);
    alone(schema);
}

/// What a value is not makes no type of it.
fn negation(schema: &mut Value, at: &Pointer, notes: &mut Notes<'_>) {
    let Some(entries) = schema.as_object_mut() else {
        return;
    };
    if entries.remove("not").is_some() {
        let message = "`not` is no part of the type: what it forbids is taken as well";
        notes.rewritten(&at.join("not"), message, "say what the value is");
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

/// A branch that stands in a union twice.
fn repeated(schema: &mut Value) {
    for key in UNIONS {
        if let Some(Value::Array(branches)) = schema.get_mut(key) {
            let mut kept: Vec<Value> = Vec::new();
            for branch in std::mem::take(branches) {
                if !kept.contains(&branch) {
                    kept.push(branch);
                }
            }
            *branches = kept;
        }
    }
}

/// `anyOf: [{enum: […]}, {type: string}]`: the values that are known, of a text that may be any.
fn open_enum(schema: &mut Value, components: &BTreeMap<String, Schema>) {
    let branches = schema.get("anyOf").or_else(|| schema.get("oneOf"));
    let Some([first, second]) = branches.and_then(Value::as_array).map(Vec::as_slice) else {
        return;
    };
    let plain = |branch: &Value| {
        text(branch, "type") == Some("string")
            && branch.get("enum").is_none()
            && branch.get("format").is_none()
    };
    let pairs = [(first, second), (second, first)];
    let Some((known, any)) = pairs.into_iter().find(|(known, any)| {
        let named = referred(known).and_then(|name| components.get(name));
        plain(any) && texts(named.map_or(*known, |named| &named.value)).is_some()
    }) else {
        return;
    };
    let nullable = flag(known, "nullable") || flag(any, "nullable");
    let known = known.clone();
    if let Some(entries) = schema.as_object_mut() {
        entries.remove("anyOf");
        entries.remove("oneOf");
        if known.get("$ref").is_some() {
            // A named enum takes other values anyway.
            entries.insert("allOf".to_owned(), json!([known]));
        } else {
            entries.insert("type".to_owned(), json!("string"));
            for key in ["enum", NAMES, DOCS] {
                entries.extend(known.get(key).map(|said| (key.to_owned(), said.clone())));
            }
            entries.insert(OPEN.to_owned(), json!(true));
        }
        if nullable {
            entries.insert("nullable".to_owned(), json!(true));
        }
    }
}

/// `oneOf: [{const: a}, {const: b}]`: one enum of the values of all.
fn listed(schema: &mut Value) {
    for key in UNIONS {
        let Some(branches) = schema.get(key).and_then(Value::as_array) else {
            continue;
        };
        let of_values = |branch: &Value| {
            let kind = text(branch, "type");
            let scalar = |value: &Value| !value.is_array() && !value.is_object();
            let others = ["$ref", "format", "properties", "items"];
            let values = values(branch).filter(|values| values.iter().all(scalar))?;
            let kept = others.iter().all(|key| branch.get(key).is_none());
            kept.then(|| (kind.map(str::to_owned), values))
        };
        let read: Option<Vec<_>> = branches.iter().map(of_values).collect();
        let Some(read) = read.filter(|read| read.len() > 1) else {
            continue;
        };
        let nullable = branches.iter().any(|branch| flag(branch, "nullable"));
        let mut kinds: Vec<_> = read.iter().map(|(kind, _)| kind.clone()).collect();
        kinds.dedup();
        let values: Vec<Value> = read.into_iter().flat_map(|(_, values)| values).collect();
        strip(schema, &[key, "discriminator", TAG]);
        let Some(entries) = schema.as_object_mut() else {
            continue;
        };
        entries.insert("enum".to_owned(), json!(values));
        if let [Some(kind)] = kinds.as_slice() {
            entries.insert("type".to_owned(), json!(kind));
        }
        if nullable {
            entries.insert("nullable".to_owned(), json!(true));
        }
    }
}

/// `anyOf` of objects written in place, none of which requires anything or forbids what another has:
/// a value may be all of them at once, and is one object with the properties of all.
fn together(schema: &mut Value, at: &Pointer, notes: &mut Notes<'_>) {
    let branches = schema.get("anyOf").and_then(Value::as_array);
    let Some(branches) = branches.filter(|branches| branches.len() > 1) else {
        return;
    };
    let is_plain = |branch: &Value| {
        let Some(entries) = branch.as_object() else {
            return false;
        };
        let mut keys = entries.keys();
        let known = ["type", "properties", "title", "description", "example"];
        text(branch, "type") == Some("object")
            && keys.all(|key| known.contains(&key.as_str()) || key == ORDER)
    };
    let mut properties: BTreeMap<&String, &Value> = BTreeMap::new();
    let all = branches
        .iter()
        .filter_map(|branch| branch.get("properties")?.as_object());
    let alike = all
        .flatten()
        .all(|(name, property)| *properties.entry(name).or_insert(property) == property);
    if schema.get(TAG).is_some() || !alike || !branches.iter().all(is_plain) {
        return;
    }
    let message = "`anyOf` of objects that require nothing: read as one with the properties of all";
    notes.rewritten(&at.join("anyOf"), message, "write one object");
    let Some(entries) = schema.as_object_mut() else {
        return;
    };
    entries.remove("discriminator");
    if let Some(Value::Array(branches)) = entries.remove("anyOf") {
        add_parts(entries, branches);
    }
}

/// A union of one branch is that branch.
fn alone(schema: &mut Value) {
    for key in UNIONS {
        let single = schema.get(key).and_then(Value::as_array);
        if single.is_none_or(|branches| branches.len() != 1) {
            continue;
        }
        strip(schema, &["discriminator", TAG]);
        let Some(entries) = schema.as_object_mut() else {
            continue;
        };
        if let Some(Value::Array(branch)) = entries.remove(key) {
            add_parts(entries, branch);
        }
    }
}
