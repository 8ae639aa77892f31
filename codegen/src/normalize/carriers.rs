//! The lowered document: types stripped to what the generator needs to spell them,
//! and per operation one carrier, an object whose properties are all its types.
//!
//! Everything that generators stumble over (parameter styles, media types, several
//! statuses, defaults, bounds, names) stays in the plan and never reaches it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    Model, Schema, fields,
    schema::{flag, reference, referred, values},
};

pub(super) fn lower(model: &Model) -> Value {
    let mut schemas = Map::new();
    for (name, schema) in &model.components {
        schemas.insert(name.clone(), component(&schema.value));
    }
    let mut paths = Map::new();
    for (index, (operation, slots)) in model.plan.operations.iter().zip(&model.slots).enumerate() {
        schemas.insert(operation.carrier.clone(), carrier(slots));
        let content = json!({ "application/json": { "schema": reference(&operation.carrier) } });
        let lowered = json!({ "post": {
            "operationId": operation.name,
            "requestBody": { "required": true, "content": content },
            "responses": { "200": { "description": "" } },
        }});
        paths.insert(format!("/{index}"), lowered);
    }
    json!({
        "openapi": "3.0.3",
        "info": { "title": "", "version": "" },
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

fn carrier(slots: &BTreeMap<String, Schema>) -> Value {
    let properties: Map<String, Value> = slots
        .iter()
        .map(|(key, schema)| (key.clone(), bare(&schema.value)))
        .collect();
    object(properties, None)
}

/// An object that requires all its properties: what is optional or nullable is the plan's to know.
fn object(properties: Map<String, Value>, more: Option<Value>) -> Value {
    let required: Vec<&String> = properties.keys().collect();
    let mut lowered = json!({ "type": "object", "required": required });
    lowered["properties"] = Value::Object(properties);
    if let Some(more) = more {
        lowered["additionalProperties"] = more;
    }
    lowered
}

fn component(schema: &Value) -> Value {
    if values(schema).is_some() {
        return json!({ "type": "string" });
    }
    if let Some(Value::Object(properties)) = schema.get("properties") {
        let lowered = properties
            .iter()
            .map(|(name, value)| (name.clone(), bare(value)))
            .collect();
        let more = schema
            .get("additionalProperties")
            .filter(|more| more.is_object());
        return object(lowered, more.map(element));
    }
    bare(schema)
}

/// A schema without claims, null included.
fn bare(schema: &Value) -> Value {
    if let Some(name) = referred(schema) {
        return reference(name);
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        if let Some(branches) = schema.get(key).and_then(Value::as_array) {
            let branches: Vec<Value> = branches.iter().map(bare).collect();
            let key = if key == "anyOf" { "oneOf" } else { key };
            return json!({ key: branches });
        }
    }
    let format = schema.get("format").and_then(Value::as_str);
    let kept = |kind: &str, formats: &[&str]| match format.filter(|name| formats.contains(name)) {
        Some(format) => json!({ "type": kind, "format": format }),
        None => json!({ "type": kind }),
    };
    match schema.get("type").and_then(Value::as_str) {
        Some("string") => kept("string", &["date", "date-time"]),
        Some("integer") => kept("integer", &["int32", "int64"]),
        Some("number") => kept("number", &["float", "double"]),
        Some("boolean") => json!({ "type": "boolean" }),
        Some("array") => {
            json!({ "type": "array", "items": schema.get("items").map_or(json!({}), element) })
        }
        Some("object") => map(schema),
        _ if schema.get("items").is_some() => {
            json!({ "type": "array", "items": element(&schema["items"]) })
        }
        _ if fields::is_untyped(schema) => json!({}),
        _ => map(schema),
    }
}

fn map(schema: &Value) -> Value {
    match schema
        .get("additionalProperties")
        .filter(|more| more.is_object())
    {
        Some(more) => json!({ "type": "object", "additionalProperties": element(more) }),
        None => json!({ "type": "object" }),
    }
}

/// An element of an array or a map, where the plan does not reach: null stays with the type.
fn element(schema: &Value) -> Value {
    let mut lowered = bare(schema);
    if !flag(schema, "nullable") || fields::is_untyped(schema) {
        return lowered;
    }
    if lowered.get("$ref").is_some() {
        lowered = json!({ "allOf": [lowered] });
    }
    lowered["nullable"] = json!(true);
    lowered
}
