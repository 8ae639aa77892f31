//! Request bodies and answers: which media type is spoken, and what each status means.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::{
    Schema, descriptions,
    schema::{flag, text},
};
use crate::{
    Diagnostic, Document, Operation, Pointer,
    plan::{Answer, Body, Content, Status},
};

type Slots = BTreeMap<String, Schema>;

pub(super) fn request(
    document: &Document,
    operation: &Operation<'_>,
    slots: &mut Slots,
) -> Option<Body> {
    let (at, body) = document.resolve(operation.pointer.join("requestBody").as_str())?;
    let (media_type, content, schema) = spoken(body, &at)?;
    let schema = match content {
        Content::Json | Content::Form => Some(schema),
        // A type of its own: as parts, a schema says something else than as JSON.
        Content::Multipart => own(document, schema),
        Content::Text | Content::Bytes | Content::Empty => None,
    };
    let key = schema.map(|schema| {
        let key = "body".to_owned();
        slots.insert(key.clone(), schema);
        key
    });
    Some(Body {
        key,
        required: flag(body, "required"),
        media_type: media_type.to_owned(),
        content,
        rules: Vec::new(),
    })
}

/// A copy of an object schema that is referred to; nothing where the schema is no object.
fn own(document: &Document, schema: Schema) -> Option<Schema> {
    let (pointer, value) = match text(&schema.value, "$ref").and_then(Pointer::from_reference) {
        Some(target) => {
            let (pointer, value) = document.resolve(target.as_str())?;
            (pointer, value.clone())
        }
        None => (schema.pointer, schema.value),
    };
    value
        .get("properties")
        .is_some_and(Value::is_object)
        .then_some(Schema { pointer, value })
}

/// The successes and the failures, each by status.
pub(super) fn answers(
    document: &Document,
    operation: &Operation<'_>,
    slots: &mut Slots,
) -> Result<(Vec<Answer>, Vec<Answer>), Diagnostic> {
    let (mut success, mut failure) = (Vec::new(), Vec::new());
    let at = operation.pointer.join("responses");
    let responses = document.get(at.as_str()).and_then(Value::as_object);
    for status in responses.into_iter().flat_map(Map::keys) {
        if status.starts_with("x-") {
            continue;
        }
        let at = at.join(status);
        let Some(parsed) = parse_status(status) else {
            return Err(document
                .diagnostic(at.as_str(), format!("`{status}` is no status"))
                .help("write `200`, `2XX` or `default`"));
        };
        let Some((at, response)) = document.resolve(at.as_str()) else {
            continue;
        };
        let failed = flag(response, "x-failure");
        let (media_type, content, key) = match spoken(response, &at) {
            None => (None, Content::Empty, None),
            Some((media_type, content, schema)) => {
                let key = format!("status_{}", status.to_ascii_lowercase());
                if content == Content::Json {
                    slots.insert(key.clone(), schema);
                    (Some(media_type.to_owned()), content, Some(key))
                } else {
                    (Some(media_type.to_owned()), content, None)
                }
            }
        };
        let answer = Answer {
            status: parsed,
            key,
            content,
            media_type,
            docs: descriptions::of(response),
        };
        match parsed {
            Status::Exact(200..=299) | Status::Range(2) if !failed => success.push(answer),
            _ => failure.push(answer),
        }
    }
    // `default` answers whatever is not listed: the successes too, where none is listed.
    if success.is_empty()
        && let Some(index) = failure
            .iter()
            .position(|answer| answer.status == Status::Default)
    {
        success.push(failure.remove(index));
    }
    success.sort_by_key(|answer| answer.status);
    failure.sort_by_key(|answer| answer.status);
    Ok((success, failure))
}

/// Whether the successes are of several types.
pub(super) fn differ(success: &[Answer], slots: &Slots) -> bool {
    let schema = |answer: &Answer| {
        let key = answer.key.as_ref()?;
        slots.get(key).map(|schema| &schema.value)
    };
    success
        .windows(2)
        .any(|pair| pair[0].content != pair[1].content || schema(&pair[0]) != schema(&pair[1]))
}

fn parse_status(text: &str) -> Option<Status> {
    if text == "default" {
        return Some(Status::Default);
    }
    let (class, rest) = text.split_at_checked(1)?;
    let class: u16 = class.parse().ok().filter(|class| (1..=5).contains(class))?;
    if rest.eq_ignore_ascii_case("xx") {
        return Some(Status::Range(class));
    }
    text.parse()
        .ok()
        .filter(|code| (100..=599).contains(code))
        .map(Status::Exact)
}

/// The media type to speak of those offered: JSON, then forms, then parts, then text, then anything as bytes.
fn spoken<'a>(owner: &'a Value, at: &Pointer) -> Option<(&'a str, Content, Schema)> {
    let offered = owner.get("content").and_then(Value::as_object)?;
    let (media_type, content, value) = offered
        .iter()
        .map(|(media_type, value)| (media_type.as_str(), content_of(media_type), value))
        .min_by_key(|(media_type, content, _)| {
            (rank(*content), *media_type != "application/json")
        })?;
    let pointer = at.join("content").join(media_type).join("schema");
    let value = value
        .get("schema")
        .cloned()
        .unwrap_or_else(|| serde_json::json!({}));
    Some((media_type, content, Schema { pointer, value }))
}

fn rank(content: Content) -> u8 {
    match content {
        Content::Json => 0,
        Content::Form => 1,
        Content::Multipart => 2,
        Content::Text => 3,
        Content::Bytes | Content::Empty => 4,
    }
}

fn content_of(media_type: &str) -> Content {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match essence.as_str() {
        "application/x-www-form-urlencoded" => Content::Form,
        "multipart/form-data" => Content::Multipart,
        "text/event-stream" => Content::Bytes,
        _ if essence == "application/json" || essence.ends_with("+json") => Content::Json,
        _ if essence.starts_with("text/") => Content::Text,
        _ => Content::Bytes,
    }
}
