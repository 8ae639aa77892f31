//! Reads a body that is not JSON by its media type, as its schema sees it.

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::decode::{Raw, Shape, form, multipart, readings, shapes};
use crate::{Body, matching, schema::Outline};

/// What a body may mean to its schema, the most telling reading first; nothing where its media
/// type, or this schema for it, is not read.
pub(super) fn read(
    document: &Document,
    media: &Pointer,
    outline: &Outline<'_>,
    media_type: &str,
    body: &Body,
) -> Vec<Value> {
    if !body.is_text() {
        return Vec::new();
    }
    let text = body.text();
    let encodings = document.get(media.join("encoding").as_str());
    let essence = matching::essence(media_type);
    let raw = if matching::is_xml(&essence) {
        None
    } else if essence == "application/x-www-form-urlencoded" {
        Some(form::read(outline, encodings, text))
    } else if essence.starts_with("multipart/") {
        matching::parameter(media_type, "boundary")
            .and_then(|boundary| multipart::read(outline, encodings, &boundary, text))
    } else {
        // A text, or bytes that are held as one, is a string where a string will do.
        let is_text = shapes(outline).contains(&Shape::Scalar);
        // What ends the line is no part of a number.
        let text = if admits_text(outline) {
            text
        } else {
            text.trim_end()
        };
        is_text.then(|| Raw::Text(text.to_owned()))
    };
    raw.map_or_else(Vec::new, |raw| readings(outline, &[raw]))
}

/// Whether bytes will do for a schema: they are a string, unless they should have been a text.
pub(super) fn takes_bytes(outline: &Outline<'_>, media_type: &str) -> bool {
    admits_text(outline) && !media_type.trim_start().starts_with("text/")
}

fn admits_text(outline: &Outline<'_>) -> bool {
    let types = outline.types();
    types.is_empty() || types.contains("string")
}
