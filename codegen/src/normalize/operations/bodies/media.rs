//! Media types: which of those offered is spoken, and what kind of content it is.

use serde_json::{Value, json};

use crate::{
    Pointer,
    normalize::{Schema, schema::text},
    note::Notes,
    plan::Content,
};

/// What a request or an answer is written in.
pub(super) struct Spoken<'a> {
    pub(super) media_type: String,
    pub(super) content: Content,
    pub(super) schema: Schema,
    /// The media type object.
    pub(super) value: &'a Value,
}

/// The media type to speak of those offered: JSON, then forms, then parts, then text, then anything as bytes.
pub(super) fn spoken<'a>(
    owner: &'a Value,
    at: &Pointer,
    notes: &mut Notes<'_>,
) -> Option<Spoken<'a>> {
    let offered = owner.get("content").and_then(Value::as_object)?;
    let mut offered: Vec<(&str, Content, &Value)> = offered
        .iter()
        .map(|(media_type, value)| (media_type.as_str(), content_of(media_type, value), value))
        .collect();
    offered.sort_by_key(|(media_type, content, _)| {
        let odd = !media_type.contains('/') || media_type.contains('*');
        (odd, rank(*content), *media_type != "application/json")
    });
    let (media_type, content, value) = *offered.first()?;
    let at = at.join("content");
    if !media_type.contains('/') {
        let message = format!("`{media_type}` is no media type: read as bytes");
        notes.lost(
            &at.join(media_type),
            message,
            "write one such as `application/json`",
        );
    }
    for (other, ..) in &offered[1..] {
        let message = format!("`{other}` is left to `{media_type}`, which is offered too");
        notes.rewritten(&at.join(other), message, "offer one media type");
    }
    let schema = Schema {
        pointer: at.join(media_type).join("schema"),
        value: value.get("schema").cloned().unwrap_or_else(|| json!({})),
    };
    Some(Spoken {
        media_type: concrete(media_type, content),
        content,
        schema,
        value,
    })
}

fn rank(content: Content) -> u8 {
    match content {
        Content::Json => 0,
        Content::Form => 1,
        Content::Multipart => 2,
        Content::Text => 3,
        Content::Bytes | Content::Stream | Content::Empty => 4,
    }
}

/// A range of media types names none that can be sent.
fn concrete(media_type: &str, content: Content) -> String {
    let name = match content {
        _ if media_type.contains('/') && !media_type.contains('*') => media_type,
        Content::Json => "application/json",
        Content::Text => "text/plain",
        _ => "application/octet-stream",
    };
    name.to_owned()
}

fn content_of(media_type: &str, value: &Value) -> Content {
    let essence = media_type.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/x-www-form-urlencoded" => Content::Form,
        "multipart/form-data" => Content::Multipart,
        "text/event-stream" => Content::Stream,
        "application/json" | "text/json" => Content::Json,
        "*/*" | "application/*" if is_structured(value) => Content::Json,
        _ if essence.ends_with("+json") => Content::Json,
        _ if essence.starts_with("text/") => Content::Text,
        _ => Content::Bytes,
    }
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
