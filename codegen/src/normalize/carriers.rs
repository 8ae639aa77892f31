//! The lowered document: types stripped to what the generator needs to spell them,
//! and per operation one carrier, an object whose properties are all its types.
//!
//! Everything that generators stumble over (parameter styles, media types, several
//! statuses, defaults, bounds, names) stays in the plan and never reaches it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    Model, Schema, fields,
    schema::{reference, referred, values},
};

pub(super) fn lower(model: &Model) -> Value {
    let mut schemas = Map::new();
    for (name, schema) in &model.components {
        schemas.insert(name.clone(), component(&schema.value, &model.components));
    }
    let mut paths = Map::new();
    for (index, (operation, slots)) in model.plan.operations.iter().zip(&model.slots).enumerate() {
        schemas.insert(operation.carrier.clone(), carrier(slots, &model.components));
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

type Components = BTreeMap<String, Schema>;

fn carrier(slots: &BTreeMap<String, Schema>, components: &Components) -> Value {
    let properties = slots.iter().map(|(key, Schema { value, .. })| {
        // A null answer is nobody's to plan: it stays with the type.
        let lowered = if key.starts_with("status_") {
            element(value, components)
        } else {
            bare(value, components)
        };
        (key.clone(), lowered)
    });
    object(properties.collect(), None)
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

fn component(schema: &Value, components: &Components) -> Value {
    if values(schema).is_some() {
        return json!({ "type": "string" });
    }
    if let Some(Value::Object(properties)) = schema.get("properties") {
        let lowered = properties
            .iter()
            .map(|(name, value)| (name.clone(), bare(value, components)))
            .collect();
        let more = match schema.get("additionalProperties") {
            Some(Value::Bool(true)) => Some(json!({})),
            Some(more @ Value::Object(_)) => Some(element(more, components)),
            _ => None,
        };
        return object(lowered, more);
    }
    bare(schema, components)
}

/// A schema without claims, null included.
fn bare(schema: &Value, components: &Components) -> Value {
    if let Some(name) = referred(schema) {
        return reference(name);
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        if let Some(branches) = schema.get(key).and_then(Value::as_array) {
            let branches: Vec<Value> = branches
                .iter()
                .map(|branch| bare(branch, components))
                .collect();
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
        Some("integer") => integer(schema, format),
        Some("number") => kept("number", &["float", "double"]),
        Some("boolean") => json!({ "type": "boolean" }),
        Some("array") => {
            let items = schema.get("items");
            let items = items.map_or(json!({}), |items| element(items, components));
            json!({ "type": "array", "items": items })
        }
        Some("object") => map(schema, components),
        _ if schema.get("items").is_some() => {
            json!({ "type": "array", "items": element(&schema["items"], components) })
        }
        _ if fields::is_untyped(schema) => json!({}),
        _ => map(schema, components),
    }
}

/// An integer of the width that its format names, or of a wider one where its bounds do not fit.
fn integer(schema: &Value, format: Option<&str>) -> Value {
    let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
    let fits = |least: f64, most: f64| {
        bound("minimum").is_none_or(|bound| bound >= least)
            && bound("maximum").is_none_or(|bound| bound <= most)
    };
    // 2⁶³ is the first number that an `i64` does not hold; as a float, so is its greatest.
    let unsigned = bound("minimum").is_some_and(|bound| bound >= 0.0)
        && bound("maximum").is_some_and(|bound| bound > 9_223_372_036_854_775_807.0);
    let format = match format {
        Some("uint64") => Some("uint64"),
        _ if unsigned => Some("uint64"),
        Some("int32") if fits(i32::MIN.into(), i32::MAX.into()) => Some("int32"),
        Some("int32" | "int64") => Some("int64"),
        _ => None,
    };
    match format {
        Some(format) => json!({ "type": "integer", "format": format }),
        None => json!({ "type": "integer" }),
    }
}

fn map(schema: &Value, components: &Components) -> Value {
    match schema
        .get("additionalProperties")
        .filter(|more| more.is_object())
    {
        Some(more) => {
            json!({ "type": "object", "additionalProperties": element(more, components) })
        }
        None => json!({ "type": "object" }),
    }
}

/// An element of an array or a map, where the plan does not reach: null stays with the type.
fn element(schema: &Value, components: &Components) -> Value {
    let mut lowered = bare(schema, components);
    if !fields::nullable(schema, components) || fields::is_untyped(schema) {
        return lowered;
    }
    if lowered.get("$ref").is_some() {
        lowered = json!({ "allOf": [lowered] });
    }
    lowered["nullable"] = json!(true);
    lowered
}
