//! The places at which a schema object holds other schemas.

use serde_json::{Map, Value, json};

use crate::Pointer;

/// The prefix of references to named schemas.
pub(crate) const COMPONENTS: &str = "#/components/schemas/";

/// Calls `visit` on each schema directly below this one, with its pointer.
pub(super) fn each_child(
    schema: &mut Map<String, Value>,
    at: &Pointer,
    visit: &mut dyn FnMut(&mut Value, &Pointer),
) {
    for key in ["items", "additionalProperties", "not"] {
        if let Some(child) = schema.get_mut(key).filter(|child| child.is_object()) {
            visit(child, &at.join(key));
        }
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        if let Some(Value::Array(branches)) = schema.get_mut(key) {
            for (index, branch) in branches.iter_mut().enumerate() {
                visit(branch, &at.join(key).join(index));
            }
        }
    }
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            visit(property, &at.join("properties").join(name));
        }
    }
}

/// Calls `visit` on a schema and on each below it, the deepest first.
pub(super) fn walk(schema: &mut Value, at: &Pointer, visit: &mut dyn FnMut(&mut Value, &Pointer)) {
    if let Value::Object(entries) = schema {
        each_child(entries, at, &mut |child, at| walk(child, at, visit));
    }
    visit(schema, at);
}

/// Calls `see` on a schema and on each below it, the deepest first.
pub(super) fn look<'a>(schema: &'a Value, at: &Pointer, see: &mut dyn FnMut(&'a Value, &Pointer)) {
    for key in ["items", "additionalProperties", "not"] {
        if let Some(child) = schema.get(key).filter(|child| child.is_object()) {
            look(child, &at.join(key), see);
        }
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        let branches = schema.get(key).and_then(Value::as_array);
        for (index, branch) in branches.into_iter().flatten().enumerate() {
            look(branch, &at.join(key).join(index), see);
        }
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        look(property, &at.join("properties").join(name), see);
    }
    see(schema, at);
}

/// The name in a reference to a named schema.
pub(super) fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(COMPONENTS)
}

/// A reference to a named schema.
pub(super) fn reference(name: &str) -> Value {
    serde_json::json!({ "$ref": format!("{COMPONENTS}{name}") })
}

/// Adds schemas to those that a schema is made of by `allOf`.
pub(super) fn add_parts(entries: &mut Map<String, Value>, more: Vec<Value>) {
    let parts = entries.entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(parts) = parts {
        parts.extend(more);
    }
}

/// The name of the schema that a discriminator maps a value to.
pub(super) fn target_name(target: &str) -> &str {
    target.strip_prefix(COMPONENTS).unwrap_or(target)
}

pub(super) fn flag(schema: &Value, key: &str) -> bool {
    schema.get(key) == Some(&Value::Bool(true))
}

pub(super) fn text<'a>(schema: &'a Value, key: &str) -> Option<&'a str> {
    schema.get(key).and_then(Value::as_str)
}

/// The values of an enum, each once; null among them means `nullable` and is left out.
pub(super) fn values(schema: &Value) -> Option<Vec<Value>> {
    let mut values: Vec<Value> = Vec::new();
    for value in schema.get("enum")?.as_array()? {
        if !value.is_null() && !values.contains(value) {
            values.push(value.clone());
        }
    }
    (!values.is_empty()).then_some(values)
}

/// The values of an enum as the texts that a discriminator has for them: numbers and flags as JSON
/// spells them. None where a value has no one spelling.
pub(super) fn tags(schema: &Value) -> Option<Vec<String>> {
    let values = values(schema)?.into_iter();
    values
        .map(|value| match value {
            Value::String(text) => Some(text),
            Value::Bool(flag) => Some(flag.to_string()),
            Value::Number(number) if !number.is_f64() => Some(number.to_string()),
            _ => None,
        })
        .collect()
}

/// The values of an enum of texts; null among them means `nullable` and is left out.
pub(super) fn texts(schema: &Value) -> Option<Vec<String>> {
    let values = schema.get("enum")?.as_array()?;
    let texts = values.iter().filter(|value| !value.is_null());
    let texts: Option<Vec<String>> = texts
        .map(|value| value.as_str().map(str::to_owned))
        .collect();
    texts.filter(|texts| !texts.is_empty())
}
