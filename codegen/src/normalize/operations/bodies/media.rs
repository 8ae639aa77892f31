//! Media types: which of those offered is spoken, and what kind of content it is.

use serde_json::{Value, json};

use super::content;
use crate::{Document, Pointer, names, normalize::Schema, note::Notes, plan::Content};

/// What a request or an answer is written in.
pub(super) struct Spoken<'a> {
    pub(super) media_type: String,
    pub(super) content: Content,
    pub(super) schema: Schema,
    /// Whether an event stream is offered in its place.
    pub(super) streamed: bool,
    /// The media type object.
    pub(super) value: &'a Value,
}

/// The media type to read of those offered: JSON, then forms, then parts, then text, then anything
/// as bytes; what is deprecated only where nothing else is offered. Files and texts together are
/// bytes.
pub(super) fn spoken<'a>(
    document: &Document,
    owner: &'a Value,
    at: &Pointer,
    notes: &mut Notes<'_>,
) -> Option<Spoken<'a>> {
    let offered = offered(document, owner);
    let first = *offered.first()?;
    let is_file = |(_, content, value): &&Offered<'_>| {
        *content == Content::Bytes && content::is_binary(document, value)
    };
    let file = offered
        .iter()
        .find(is_file)
        .filter(|_| first.1 == Content::Text);
    let chosen = file.copied().unwrap_or(first);
    let mut media_type = accepted(chosen.0, chosen.1);
    let mut streamed = false;
    for &(other, content, _) in offered.iter().filter(|other| other.0 != chosen.0) {
        if content == Content::Stream {
            streamed = true;
        } else if file.is_some() && content == Content::Text && is_printable(other) {
            media_type = format!("{media_type}, {other}");
            let message = format!("`{other}` is read as bytes, as `{}` is", chosen.0);
            notes.rewritten(
                &at.join("content").join(other),
                message,
                "offer one media type",
            );
        } else {
            left(other, chosen.0, at, notes);
        }
    }
    let spoken = speak(document, chosen, at, notes);
    Some(Spoken {
        media_type,
        streamed,
        ..spoken
    })
}

/// The media types that a request may choose from, in the same order: each that says something
/// else than those before it.
pub(super) fn requests<'a>(
    document: &Document,
    owner: &'a Value,
    at: &Pointer,
    notes: &mut Notes<'_>,
) -> Vec<Spoken<'a>> {
    let mut chosen: Vec<Offered<'a>> = Vec::new();
    for offered in offered(document, owner) {
        let same = |known: &&Offered<'_>| says_the_same(document, known, &offered);
        match chosen.iter().find(same) {
            Some(known) => left(offered.0, known.0, at, notes),
            None => chosen.push(offered),
        }
    }
    let chosen = chosen.into_iter();
    let spoken = chosen.map(|offered| {
        let spoken = speak(document, offered, at, notes);
        if offered.0.contains('*') && spoken.content != Content::Json {
            let message = format!("`{}` is sent as `{}`", offered.0, spoken.media_type);
            // A header of the caller's own would know no boundary between parts.
            let help = match spoken.content {
                Content::Multipart => "offer one media type",
                _ => "give the call the header `content-type`, or offer one media type",
            };
            notes.rewritten(&at.join("content").join(offered.0), message, help);
        }
        spoken
    });
    spoken.collect()
}

/// A media type, what kind of content it is, and its object.
type Offered<'a> = (&'a str, Content, &'a Value);

fn offered<'a>(document: &Document, owner: &'a Value) -> Vec<Offered<'a>> {
    let offered = owner.get("content").and_then(Value::as_object);
    let offered = offered.into_iter().flatten();
    let mut offered: Vec<Offered<'_>> = offered
        .map(|(media_type, value)| {
            let content = content::of_body(document, media_type, value);
            (media_type.as_str(), content, value)
        })
        .collect();
    offered.sort_by_cached_key(|(media_type, content, value)| {
        (
            is_none(media_type),
            content::is_deprecated(document, value),
            is_odd(media_type),
            rank(*content),
            // A file in JSON is one by mistake.
            (*media_type != "application/json") == (*content != Content::Bytes),
        )
    });
    offered
}

/// Whether the name is that of no media type, and of none that it can be read as.
fn is_none(media_type: &str) -> bool {
    !media_type.contains('/') && !media_type.eq_ignore_ascii_case("json")
}

/// Whether the name is that of no one media type.
fn is_odd(media_type: &str) -> bool {
    !media_type.contains('/') || media_type.contains('*')
}

/// Whether a caller misses nothing without the other: it is another spelling of the same values, or
/// of ones that only a library for its format can write.
fn says_the_same(document: &Document, known: &Offered<'_>, other: &Offered<'_>) -> bool {
    let typed = |content: Content| matches!(content, Content::Json | Content::Form);
    let raw =
        |content: Content| matches!(content, Content::Text | Content::Bytes | Content::Stream);
    let same_schema = known.2.get("schema") == other.2.get("schema");
    let both_typed = typed(known.1) && (typed(other.1) || other.1 == Content::Multipart);
    let unwritten = content::is_untyped(document, other.1, other.2);
    (is_odd(other.0) && !content::is_binary(document, other.2))
        || (both_typed && same_schema)
        || (unwritten && !raw(known.1))
        || (raw(other.1) && typed(known.1) && other.2.get("schema").is_none() && same_schema)
}

fn left(other: &str, chosen: &str, at: &Pointer, notes: &mut Notes<'_>) {
    let at = at.join("content").join(other);
    if is_none(other) {
        let message = format!("`{other}` is no media type: left out");
        let help =
            "write a type and a subtype, and parameters behind them: `audio/ogg; codecs=opus`";
        notes.lost(&at, message, help);
        return;
    }
    let message = format!("`{other}` is left to `{chosen}`, which is offered too");
    notes.rewritten(&at, message, "offer one media type");
}

fn speak<'a>(
    document: &Document,
    (media_type, content, value): Offered<'a>,
    at: &Pointer,
    notes: &mut Notes<'_>,
) -> Spoken<'a> {
    let at = at.join("content");
    if !media_type.contains('/') && content == Content::Json {
        let message = format!("`{media_type}` is no media type: read as `application/json`");
        notes.rewritten(&at.join(media_type), message, "write `application/json`");
    } else if !media_type.contains('/') {
        let message = format!("`{media_type}` is no media type: read as bytes");
        notes.lost(
            &at.join(media_type),
            message,
            "write one such as `application/json`",
        );
    }
    if content != Content::Stream && content::is_untyped(document, content, value) {
        let read = if content == Content::Text {
            "a text"
        } else {
            "bytes"
        };
        let message = format!("`{media_type}` is taken as {read}: its schema makes no type");
        let help = "write and read it by a library for its format";
        notes.rewritten(&at.join(media_type).join("schema"), message, help);
    }
    let schema = Schema {
        pointer: at.join(media_type).join("schema"),
        value: value.get("schema").cloned().unwrap_or_else(|| json!({})),
    };
    Spoken {
        media_type: concrete(media_type, content),
        content,
        schema,
        streamed: false,
        value,
    }
}

/// What a media type is called among others: `Json`, `ImagePng`.
pub(super) fn variant(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let (kind, subtype) = essence.split_once('/').unwrap_or(("", essence));
    match (kind, subtype) {
        ("application", "x-www-form-urlencoded") => "Form".to_owned(),
        ("application", "octet-stream") => "Bytes".to_owned(),
        ("multipart", "form-data") => "Multipart".to_owned(),
        ("text", "plain") => "Text".to_owned(),
        (_, subtype) => names::type_name(&subtype.replace('+', "-")),
    }
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

/// What an answer is asked for as: a range of media types can be.
fn accepted(media_type: &str, content: Content) -> String {
    let name = match content {
        Content::Json => return concrete(media_type, content),
        _ if is_printable(media_type) && media_type.contains('/') => media_type,
        _ => "*/*",
    };
    name.to_owned()
}

/// Whether a header can have the text.
fn is_printable(media_type: &str) -> bool {
    media_type.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// A range of media types names none that can be sent.
fn concrete(media_type: &str, content: Content) -> String {
    let name = match content {
        // The boundary is the sender's to draw.
        Content::Multipart if !is_odd(media_type) && is_printable(media_type) => {
            media_type.split(';').next().unwrap_or_default().trim()
        }
        _ if !is_odd(media_type) && is_printable(media_type) => media_type,
        Content::Multipart => "multipart/form-data",
        Content::Json => "application/json",
        Content::Text => "text/plain",
        _ => "application/octet-stream",
    };
    name.to_owned()
}
