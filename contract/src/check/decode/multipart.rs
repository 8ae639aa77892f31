//! Bodies of `multipart/form-data`.

use serde_json::Value;

use super::{Raw, Shape, shapes};
use crate::{
    json, matching,
    multipart::{self, Part},
    schema::Outline,
};

/// The object that the parts of a form are to its schema; `None` where the text has no parts.
pub(in crate::check) fn read(
    outline: &Outline<'_>,
    encodings: Option<&Value>,
    boundary: &str,
    text: &str,
) -> Option<Raw> {
    let mut members: Vec<(String, Raw)> = Vec::new();
    for part in multipart::parts(boundary, text)? {
        let field = outline.property(&part.name);
        let list = shapes(&field).contains(&Shape::List);
        let item = if list { field.item(0) } else { field };
        let encoding = encodings.and_then(|encodings| encodings.get(&part.name));
        let raw = content(&part, encoding, &item);
        match members.iter_mut().find(|(name, _)| *name == part.name) {
            // A list may also come in one part, as JSON.
            None if list && !matches!(raw, Raw::Value(Value::Array(_))) => {
                members.push((part.name, Raw::List(vec![raw])));
            }
            None => members.push((part.name, raw)),
            Some((_, Raw::List(items))) => items.push(raw),
            Some(_) => {}
        }
    }
    Some(Raw::Map(members))
}

/// A part's content: JSON where the part, its encoding or its schema says so, else a text.
fn content(part: &Part<'_>, encoding: Option<&Value>, field: &Outline<'_>) -> Raw {
    let encoded = encoding.and_then(|encoding| encoding.get("contentType")?.as_str());
    let is_json = match part.media_type().or(encoded) {
        Some(media_type) => matching::is_json(media_type),
        None => !shapes(field).contains(&Shape::Scalar),
    };
    let value = json::parse(part.content).ok().filter(|_| is_json);
    value.map_or_else(|| Raw::Text(part.content.to_owned()), Raw::Value)
}
