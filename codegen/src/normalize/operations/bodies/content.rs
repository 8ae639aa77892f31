//! What kind of content a body is, by the name of its media type and by its schema.

use serde_json::Value;

use crate::{
    Document, Pointer,
    document::MAX_DEPTH,
    normalize::schema::{flag, text},
    plan::Content,
};

/// The content of a whole body: one whose schema is a text is read as that text.
pub(super) fn of_body(document: &Document, media_type: &str, value: &Value) -> Content {
    let content = content_of(media_type, value);
    match (content, whole(document, value)) {
        // No JSON, form or text holds bytes as they are.
        (Content::Json | Content::Form | Content::Text, Some(Whole::Bytes)) => Content::Bytes,
        (Content::Bytes, Some(Whole::Text)) if is_textual(media_type) => Content::Text,
        _ => content,
    }
}

/// The content of a value in a media type, whatever it is a part of.
pub(in super::super) fn content_of(media_type: &str, value: &Value) -> Content {
    match essence(media_type).as_str() {
        "application/x-www-form-urlencoded" => Content::Form,
        "text/event-stream" => Content::Stream,
        "application/json" | "text/json" | "json" => Content::Json,
        "*/*" | "application/*" if is_structured(value) => Content::Json,
        name if name.starts_with("multipart/") => Content::Multipart,
        name if name.ends_with("+json") => Content::Json,
        name if name.starts_with("text/") => Content::Text,
        _ => Content::Bytes,
    }
}

/// The media types below `application` that are texts, but for those that end as others do.
const TEXTS: [&str; 11] = [
    "application/graphql",
    "application/javascript",
    "application/jsonl",
    "application/jwt",
    "application/sql",
    "application/toml",
    "application/x-ndjson",
    "application/x-yaml",
    "application/xml",
    "application/xml-dtd",
    "application/yaml",
];

fn is_textual(media_type: &str) -> bool {
    let name = essence(media_type);
    name.ends_with("+xml") || name.ends_with("+yaml") || TEXTS.contains(&name.as_str())
}

/// The media type without its parameters.
fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether a body has a schema of which no more is left than a text or bytes.
pub(super) fn is_untyped(document: &Document, content: Content, value: &Value) -> bool {
    matches!(content, Content::Text | Content::Bytes | Content::Stream)
        && is_structured(value)
        && whole(document, value).is_none()
}

/// Whether the schema says more than that there is a text: only JSON can be meant then.
fn is_structured(value: &Value) -> bool {
    let schema = value.get("schema");
    schema.is_some_and(|schema| {
        let says = ["$ref", "properties", "items", "allOf", "oneOf", "anyOf"];
        matches!(
            text(schema, "type"),
            Some("object" | "array" | "integer" | "number" | "boolean")
        ) || says.iter().any(|key| schema.get(key).is_some())
    })
}

/// Whether the schema of a body, or what it refers to, is deprecated.
pub(super) fn is_deprecated(document: &Document, value: &Value) -> bool {
    let schema = value.get("schema");
    schema.is_some_and(|schema| {
        let referred = followed(document, schema);
        flag(schema, "deprecated") || referred.is_some_and(|schema| flag(schema, "deprecated"))
    })
}

/// Whether a body is a file, by its schema.
pub(super) fn is_binary(document: &Document, value: &Value) -> bool {
    matches!(whole(document, value), Some(Whole::Bytes))
}

/// What a body is that is nothing but one text.
enum Whole {
    Text,
    /// In the format `binary`.
    Bytes,
}

/// Follows references and each `allOf` of one schema to what says that a body is a text.
fn whole(document: &Document, value: &Value) -> Option<Whole> {
    let mut schema = value.get("schema")?;
    let mut is_text = false;
    for _ in 0..MAX_DEPTH {
        schema = followed(document, schema).unwrap_or(schema);
        match (text(schema, "type"), text(schema, "format")) {
            (None | Some("string"), Some("binary")) => return Some(Whole::Bytes),
            (Some("string"), _) => is_text = true,
            (Some(_), _) => return None,
            (None, _) => {}
        }
        match schema
            .get("allOf")
            .and_then(Value::as_array)
            .map(Vec::as_slice)
        {
            Some([only]) => schema = only,
            _ => break,
        }
    }
    is_text.then_some(Whole::Text)
}

/// What a schema refers to.
fn followed<'a>(document: &'a Document, schema: &Value) -> Option<&'a Value> {
    let target = text(schema, "$ref").and_then(Pointer::from_reference)?;
    document.resolve(target.as_str()).map(|(_, schema)| schema)
}
