//! Reads a body that is not JSON by its media type, as its schema sees it.

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::decode::{Raw, Shape, form, multipart, readings, shapes};
use crate::{matching, schema::Outline};

/// What a body may mean to its schema, the most telling reading first; nothing where its media
/// type, or this schema for it, is not read.
pub(super) fn read(
    document: &Document,
    media: &Pointer,
    outline: &Outline<'_>,
    media_type: &str,
    text: &str,
) -> Vec<Value> {
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
        is_text.then(|| Raw::Text(text.to_owned()))
    };
    raw.map_or_else(Vec::new, |raw| readings(outline, &[raw]))
}
