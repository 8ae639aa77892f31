//! Properties that travel one way alone: `readOnly` ones are no part of requests, `writeOnly` ones
//! none of answers. A schema that goes both ways and has such properties becomes two types.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    fields::followed,
    hoist::rename,
    schema::{each_child, flag, referred, walk},
};
use crate::{Pointer, names::Scope, note::Notes};

pub(super) fn split(model: &mut Model, notes: &mut Notes<'_>) {
    spread(model);
    let marked = marked(&model.components);
    let sent = reached(model, false);
    let answered = reached(model, true);
    let mut scope = Scope::default();
    for name in model.components.keys() {
        scope.claim(name);
    }
    let both = marked
        .iter()
        .filter(|name| sent.contains(*name) && answered.contains(*name));
    let requests: BTreeMap<String, String> = both
        .map(|name| (name.clone(), scope.claim(&format!("{name}Request"))))
        .collect();
    let mut copies = BTreeMap::new();
    for (name, request) in &requests {
        let mut copy = model.components[name].clone();
        drop_properties(&mut copy, "readOnly");
        rename(&mut copy, &requests);
        let message =
            format!("`{name}` has properties that travel one way alone: requests have `{request}`");
        notes.rewritten(&copy.pointer, message, "write two schemas");
        copies.insert(request.clone(), copy);
    }
    for (name, schema) in &mut model.components {
        if answered.contains(name) {
            drop_properties(schema, "writeOnly");
        } else if sent.contains(name) {
            drop_properties(schema, "readOnly");
        }
    }
    for (key, schema) in model.slots.iter_mut().flatten() {
        if is_answer(key) {
            drop_properties(schema, "writeOnly");
        } else {
            drop_properties(schema, "readOnly");
            rename(schema, &requests);
        }
    }
    model.components.extend(copies);
}

fn is_answer(slot: &str) -> bool {
    slot.starts_with("status_")
}

/// Marks the properties whose named schema is marked itself.
fn spread(model: &mut Model) {
    for mark in ["readOnly", "writeOnly"] {
        let named = model.components.iter();
        let named =
            named.filter(|(_, schema)| flag(followed(&schema.value, &model.components), mark));
        let named: BTreeSet<String> = named.map(|(name, _)| name.clone()).collect();
        if named.is_empty() {
            continue;
        }
        for schema in model.schemas_mut() {
            let pointer = schema.pointer.clone();
            walk(&mut schema.value, &pointer, &mut |schema, _| {
                let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
                for property in properties.into_iter().flat_map(Map::values_mut) {
                    if referred(property).is_some_and(|name| named.contains(name)) {
                        property[mark] = json!(true);
                    }
                }
            });
        }
    }
}

/// The named schemas whose requests and answers differ, be it through others.
fn marked(components: &BTreeMap<String, Schema>) -> BTreeSet<String> {
    let is_marked = |schema: &Value| flag(schema, "readOnly") || flag(schema, "writeOnly");
    let mut holders: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    let mut queue: Vec<&String> = Vec::new();
    for (name, schema) in components {
        let mut copy = schema.value.clone();
        walk(&mut copy, &Pointer::default(), &mut |below, _| {
            let properties = below.get("properties").and_then(Value::as_object);
            let mut properties = properties.into_iter().flat_map(Map::values);
            if properties.any(is_marked) {
                queue.push(name);
            }
            if let Some(target) = referred(below) {
                holders.entry(target.to_owned()).or_default().push(name);
            }
        });
    }
    let mut marked = BTreeSet::new();
    while let Some(name) = queue.pop() {
        if marked.insert(name.clone()) {
            queue.extend(holders.get(name).into_iter().flatten());
        }
    }
    marked
}

/// The named schemas that answers reach, or requests.
fn reached(model: &Model, answers: bool) -> BTreeSet<String> {
    let slots = model.slots.iter().flatten();
    let slots = slots.filter(|(key, _)| is_answer(key) == answers);
    let mut queue: Vec<Value> = slots.map(|(_, schema)| schema.value.clone()).collect();
    let mut reached = BTreeSet::new();
    while let Some(mut value) = queue.pop() {
        walk(&mut value, &Pointer::default(), &mut |schema, _| {
            if let Some(name) = referred(schema)
                && reached.insert(name.to_owned())
            {
                queue.extend(
                    model
                        .components
                        .get(name)
                        .map(|target| target.value.clone()),
                );
            }
        });
    }
    reached
}

/// Drops the properties that are marked so, here and in every schema inside.
fn drop_properties(schema: &mut Schema, mark: &str) {
    let pointer = schema.pointer.clone();
    strip(&mut schema.value, &pointer, mark);
}

fn strip(schema: &mut Value, at: &Pointer, mark: &str) {
    let Value::Object(entries) = schema else {
        return;
    };
    let mut dropped: Vec<String> = Vec::new();
    if let Some(Value::Object(properties)) = entries.get_mut("properties") {
        properties.retain(|name, property| {
            let stays = !flag(property, mark);
            if !stays {
                dropped.push(name.clone());
            }
            stays
        });
    }
    if let Some(Value::Array(required)) = entries.get_mut("required") {
        required.retain(|name| !dropped.iter().any(|dropped| name == dropped));
    }
    each_child(entries, at, &mut |child, at| strip(child, at, mark));
}
