//! Bodies of `multipart/form-data`.

use serde_json::Value;

use super::{Raw, Shape, shapes};
use crate::{json, matching, schema::Outline};

/// One part: its name, its media type if it says one, and its content.
#[derive(Debug)]
struct Part<'a> {
    name: String,
    media_type: Option<String>,
    content: &'a str,
}

/// The object that the parts of a form are to its schema; `None` where the text has no parts.
pub(in crate::check) fn read(
    outline: &Outline<'_>,
    encodings: Option<&Value>,
    boundary: &str,
    text: &str,
) -> Option<Raw> {
    let mut members: Vec<(String, Raw)> = Vec::new();
    for part in parts(boundary, text)? {
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
    let is_json = match part.media_type.as_deref().or(encoded) {
        Some(media_type) => matching::is_json(media_type),
        None => !shapes(field).contains(&Shape::Scalar),
    };
    let value = json::parse(part.content).ok().filter(|_| is_json);
    value.map_or_else(|| Raw::Text(part.content.to_owned()), Raw::Value)
}

fn parts<'a>(boundary: &str, text: &'a str) -> Option<Vec<Part<'a>>> {
    // A delimiter begins a line, and what ends the line before it belongs to it.
    let delimiter = format!("\n--{boundary}");
    let text = text.strip_prefix(&delimiter[1..]).or_else(|| {
        let (_, first) = text.split_once(delimiter.as_str())?;
        Some(first)
    })?;
    let pieces = text.split(delimiter.as_str());
    let mut parts = Vec::new();
    for piece in pieces {
        if piece.starts_with("--") {
            return Some(parts);
        }
        let piece = piece.strip_prefix("\r\n").or(piece.strip_prefix('\n'))?;
        parts.push(part(piece.strip_suffix('\r').unwrap_or(piece))?);
    }
    // The closing delimiter is missing.
    None
}

fn part(text: &str) -> Option<Part<'_>> {
    let (headers, content) = text
        .split_once("\r\n\r\n")
        .or_else(|| text.split_once("\n\n"))?;
    let header = |wanted: &str| {
        let mut headers = headers.lines().filter_map(|line| line.split_once(':'));
        let found = headers.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| value.trim().to_owned())
    };
    let name = matching::parameter(&header("content-disposition")?, "name")?;
    Some(Part {
        name,
        media_type: header("content-type"),
        content,
    })
}
