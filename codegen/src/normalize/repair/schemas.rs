//! Schemas that contradict OpenAPI 3.0 as a whole: types that are none, keywords of other drafts of
//! JSON Schema, `required` at the property itself.

use serde_json::{Map, Value, json};

use super::{Object, types};
use crate::{Document, Pointer};

pub(super) fn repair(schema: &mut Object<'_, '_>) {
    type_list(schema);
    type_word(schema);
    exclusive_bounds(schema);
    constant(schema);
    items_list(schema);
    composition(schema);
    properties(schema);
    discriminator(schema);
    contradiction(schema);
    default(schema);
}

/// `type: [string, "null"]`, as JSON Schema has it.
fn type_list(schema: &mut Object<'_, '_>) {
    let Some(Value::Array(listed)) = schema.get("type").cloned() else {
        return;
    };
    let null = listed.iter().any(|kind| kind.is_null() || kind == "null");
    let kinds = listed
        .iter()
        .filter(|kind| !kind.is_null() && *kind != "null");
    let kinds: Vec<&Value> = kinds.collect();
    schema.take("type");
    if null {
        schema.set("nullable", json!(true));
    }
    match kinds.as_slice() {
        [] => {}
        [kind] => schema.set("type", (*kind).clone()),
        kinds if !schema.has("oneOf") => {
            let items = schema.take("items").unwrap_or(json!({}));
            let branch = |kind: &&Value| match kind.as_str() {
                Some("array") => json!({ "type": "array", "items": items }),
                _ => json!({ "type": kind }),
            };
            let branches: Vec<Value> = kinds.iter().map(branch).collect();
            schema.set("oneOf", json!(branches));
        }
        _ => {}
    }
    schema.rewritten(
        "type",
        "`type` is a list: read as one type, `nullable`, or a union",
        "write one type, and `nullable: true` beside it",
    );
}

/// `type: datetime`.
fn type_word(schema: &mut Object<'_, '_>) {
    const KNOWN: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];
    let Some(word) = schema.text("type").map(str::to_owned) else {
        return;
    };
    if KNOWN.contains(&word.as_str()) {
        return;
    }
    let (kind, format) = types::meant(&word).unwrap_or_default();
    schema.take("type");
    if word == "null" {
        schema.set("nullable", json!(true));
        let message = "`null` is no type: read as `nullable`";
        schema.rewritten("type", message, "write `nullable: true`");
        return;
    }
    let outcome = match (kind, format) {
        (Some(kind), Some(format)) => format!("`{kind}` in the format `{format}`"),
        (Some(kind), None) => format!("`{kind}`"),
        _ => "any value".to_owned(),
    };
    if let Some(kind) = kind {
        schema.set("type", json!(kind));
    }
    if let Some(format) = format.filter(|_| !schema.has("format")) {
        schema.set("format", json!(format));
    }
    let message = format!("`{word}` is no type: read as {outcome}");
    schema.rewritten("type", message, "write one of OpenAPI's six types");
}

/// `exclusiveMinimum: 5`, as later drafts have it.
fn exclusive_bounds(schema: &mut Object<'_, '_>) {
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        let Some(number) = schema
            .get(exclusive)
            .filter(|value| value.is_number())
            .cloned()
        else {
            continue;
        };
        schema.set(bound, number);
        schema.set(exclusive, json!(true));
        let message =
            format!("`{exclusive}` is a number: read as `{bound}` with `{exclusive}: true`");
        schema.rewritten(exclusive, message, "write both");
    }
}

/// `const: a`, as later drafts have it.
fn constant(schema: &mut Object<'_, '_>) {
    if schema.has("enum") {
        return;
    }
    if let Some(value) = schema.take("const") {
        schema.set("enum", json!([value]));
        schema.rewritten(
            "const",
            "`const` is no keyword of a schema: read as `enum`",
            "write `enum` with one value",
        );
    }
}

/// `items: [{…}]`, as earlier drafts have it.
fn items_list(schema: &mut Object<'_, '_>) {
    let Some(Value::Array(items)) = schema.get("items").cloned() else {
        return;
    };
    let read = match items.as_slice() {
        [] => json!({}),
        [only] => only.clone(),
        several => json!({ "oneOf": several }),
    };
    schema.set("items", read);
    schema.rewritten(
        "items",
        "`items` is a list: read as the one schema, or the union, of every entry",
        "write one schema",
    );
}

/// `allOf: {$ref: …}` without the list.
fn composition(schema: &mut Object<'_, '_>) {
    for key in ["allOf", "oneOf", "anyOf"] {
        if let Some(only) = schema.get(key).filter(|value| value.is_object()).cloned() {
            schema.set(key, json!([only]));
            schema.rewritten(
                key,
                format!("`{key}` is no list: read as one of one schema"),
                "put it in a list",
            );
        }
    }
}

/// Properties that are no schemas, and `required: true` at a property.
fn properties(schema: &mut Object<'_, '_>) {
    let Some(Value::Object(properties)) = schema.entries.get_mut("properties") else {
        return;
    };
    let mut required: Vec<String> = Vec::new();
    let at = |name: &str| schema.at.join("properties").join(name);
    for (name, property) in properties {
        if let Value::Object(keywords) = property {
            if let Some(flag) = flagged(keywords) {
                if flag {
                    required.push(name.clone());
                }
                let message = format!(
                    "`required` is a flag: read as one of `required` beside `properties`: `{name}`"
                );
                schema.notes.rewritten(
                    &at(name).join("required"),
                    message,
                    "list the names of required properties in the schema that has `properties`",
                );
            }
        } else if !property.is_null() {
            let read = bare(property, schema.document);
            let message = format!("the property `{name}` is no schema: read as `{read}`");
            let help = "write a mapping such as `type: string`";
            schema.notes.rewritten(&at(name), message, help);
            *property = read;
        }
    }
    if !required.is_empty() {
        let listed = schema.get("required").and_then(Value::as_array).cloned();
        let mut listed = listed.unwrap_or_default();
        listed.extend(required.into_iter().map(Value::from).filter(|name| !matches!(schema.get("required"), Some(Value::Array(known)) if known.contains(name))));
        schema.set("required", json!(listed));
    }
}

/// Takes the flag out; a property of this very name is a schema and no flag.
fn flagged(keywords: &mut Map<String, Value>) -> Option<bool> {
    let flag = match keywords.get("required")? {
        Value::Bool(flag) => *flag,
        Value::String(text) if text == "true" || text == "false" => text == "true",
        _ => return None,
    };
    keywords.remove("required");
    Some(flag)
}

/// What a text or a flag says in the place of a schema.
fn bare(property: &Value, document: &Document) -> Value {
    let leads = |text: &str| {
        let target = Pointer::from_reference(text);
        target.is_some_and(|target| document.get(target.as_str()).is_some())
    };
    match property.as_str() {
        Some(reference) if leads(reference) => json!({ "$ref": reference }),
        Some(word) if !word.contains([' ', '#', '/']) => json!({ "type": word }),
        _ => json!({}),
    }
}

/// `discriminator: kind`, as Swagger 2.0 has it.
fn discriminator(schema: &mut Object<'_, '_>) {
    if let Some(name) = schema.text("discriminator").map(str::to_owned) {
        schema.set("discriminator", json!({ "propertyName": name }));
        schema.rewritten(
            "discriminator",
            format!("`discriminator` is a text: read as its `propertyName: {name}`"),
            "write it as a mapping",
        );
    }
}

/// `properties` and `items` of a type that has none.
fn contradiction(schema: &mut Object<'_, '_>) {
    let filled = |value: Option<&Value>| {
        value
            .and_then(Value::as_object)
            .is_some_and(|entries| !entries.is_empty())
    };
    let (properties, items) = (filled(schema.get("properties")), schema.has("items"));
    let composed = ["allOf", "oneOf", "anyOf"]
        .iter()
        .any(|key| schema.has(key));
    let kind = schema.text("type").map(str::to_owned);
    match kind.as_deref() {
        None if composed => {}
        None if properties => {
            schema.set("type", json!("object"));
            schema.rewritten(
                "properties",
                "`type` is missing beside `properties`: read as `object`",
                "write `type: object`",
            );
        }
        None if items => {
            schema.set("type", json!("array"));
            schema.rewritten(
                "items",
                "`type` is missing beside `items`: read as `array`",
                "write `type: array`",
            );
        }
        Some("array") if items && properties => {
            schema.take("properties");
            schema.notes.lost(
                &schema.at.join("properties"),
                "`properties` of an array: left out",
                "move them into `items`, or write `type: object`",
            );
        }
        Some("array") if !items && !properties => {
            schema.set("items", json!({}));
            schema.rewritten(
                "type",
                "an array without `items`: read as one of any values",
                "add `items`",
            );
        }
        Some("object") if items && !properties && !schema.has("additionalProperties") => {
            schema.take("type");
            schema.take("items");
            schema.rewritten(
                "items",
                "`items` of an object: read as any value",
                "write `type: array`, or `properties`",
            );
        }
        Some(other) if other != "object" && properties => {
            let message = format!("`properties` of the type `{other}`: read as an object");
            schema.set("type", json!("object"));
            schema.rewritten("properties", message, "write `type: object`");
        }
        _ => {}
    }
}

/// A default that the type does not have.
fn default(schema: &mut Object<'_, '_>) {
    let (Some(kind), Some(value)) = (schema.text("type"), schema.get("default")) else {
        return;
    };
    let fits = match kind {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    };
    if fits || value.is_null() {
        return;
    }
    let message = format!("the default `{value}` is none of `{kind}`: left out");
    schema.take("default");
    schema.rewritten("default", message, "write one of the type, or remove it");
}
