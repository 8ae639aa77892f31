//! Parameters, bodies and answers as Swagger 2.0 wrote them, in documents of version 3.

use serde_json::{Map, Value, json};

use super::Object;

/// Keywords that stood at a parameter itself, and belong into its schema.
const OF_SCHEMA: [&str; 17] = [
    "type",
    "format",
    "items",
    "enum",
    "default",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "multipleOf",
    "nullable",
];

/// `{name: id, in: query, type: string}`.
pub(super) fn parameter(parameter: &mut Object<'_, '_>) {
    collection_format(parameter);
    if parameter.has("schema") || parameter.has("content") || !parameter.has("type") {
        return;
    }
    if matches!(parameter.text("in"), Some("body" | "formData")) {
        return;
    }
    let mut schema = Map::new();
    for key in OF_SCHEMA {
        schema.extend(parameter.take(key).map(|value| (key.to_owned(), value)));
    }
    parameter.set("schema", Value::Object(schema));
    parameter.rewritten(
        "type",
        "`type` at a parameter: read as that of its `schema`",
        "move it into `schema`",
    );
}

/// `collectionFormat: pipes`.
fn collection_format(parameter: &mut Object<'_, '_>) {
    let in_query = parameter.text("in") == Some("query");
    let Some(format) = parameter.take("collectionFormat") else {
        return;
    };
    let (style, explode) = match format.as_str() {
        Some("ssv") => ("spaceDelimited", false),
        Some("pipes") => ("pipeDelimited", false),
        Some("multi") => ("form", true),
        _ => ("form", false),
    };
    if in_query && !parameter.has("style") {
        parameter.set("style", json!(style));
        parameter.set("explode", json!(explode));
    }
    parameter.rewritten(
        "collectionFormat",
        format!("`collectionFormat` is no keyword of a parameter: read as `style: {style}, explode: {explode}`"),
        "write `style` and `explode`",
    );
}

/// `{description: …, schema: {…}}`.
pub(super) fn response(response: &mut Object<'_, '_>) {
    if response.has("content") {
        return;
    }
    if let Some(schema) = response.take("schema") {
        response.set(
            "content",
            json!({ "application/json": { "schema": schema } }),
        );
        response.rewritten(
            "schema",
            "`schema` at a response: read as that of `application/json`",
            "write `content` with a media type",
        );
    }
}

/// Parameters `in: body` and `in: formData`.
pub(super) fn operation(operation: &mut Object<'_, '_>) {
    if operation.has("requestBody") {
        return;
    }
    let listed = operation.get("parameters").and_then(Value::as_array);
    let Some(listed) = listed.cloned() else {
        return;
    };
    let place = |parameter: &Value| {
        parameter
            .get("in")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let (moved, kept): (Vec<Value>, Vec<Value>) = listed
        .into_iter()
        .partition(|parameter| matches!(place(parameter).as_str(), "body" | "formData"));
    let Some(first) = moved.first() else {
        return;
    };
    let body = if place(first) == "body" {
        let schema = first.get("schema").cloned().unwrap_or(json!({}));
        let required = first.get("required") == Some(&json!(true));
        json!({ "required": required, "content": { "application/json": { "schema": schema } } })
    } else {
        form(&moved)
    };
    operation.set("requestBody", body);
    operation.set("parameters", json!(kept));
    operation.rewritten(
        "parameters",
        "parameters `in: body` or `in: formData`: read as the `requestBody`",
        "write a `requestBody`",
    );
}

/// The fields of a form as the body that holds them.
fn form(fields: &[Value]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut media_type = "application/x-www-form-urlencoded";
    for field in fields {
        let Some(name) = field.get("name").and_then(Value::as_str) else {
            continue;
        };
        let own = OF_SCHEMA
            .iter()
            .filter_map(|key| Some(((*key).to_owned(), field.get(*key)?.clone())));
        let schema = field.get("schema").cloned();
        let mut schema = schema.unwrap_or_else(|| Value::Object(own.collect()));
        if schema["type"] == "file" {
            media_type = "multipart/form-data";
            schema = json!({ "type": "string", "format": "binary" });
        }
        if field.get("required") == Some(&json!(true)) {
            required.push(name);
        }
        properties.insert(name.to_owned(), schema);
    }
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    json!({ "required": true, "content": { media_type: { "schema": schema } } })
}
