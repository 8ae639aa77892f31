//! Bodies of `application/x-www-form-urlencoded`.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::{Raw, Shape, Style, shapes, style::deep};
use crate::{json, matching, schema::Outline};

/// The object that the pairs of a form are to its schema.
///
/// A field without an encoding of its own is read as it was sent: in the default style, or
/// `field[key]=…` by its keys, or an object in one piece as JSON.
pub(in crate::check) fn read(outline: &Outline<'_>, encodings: Option<&Value>, text: &str) -> Raw {
    let pairs = pairs(text);
    let (mut members, mut taken) = (Vec::new(), Vec::new());
    for name in outline.names() {
        let field = outline.property(name);
        let encoding = encodings.and_then(|encodings| encodings.get(name));
        let style = Style::of(encoding, "query");
        let one = pairs.iter().find(|(sent, _)| sent == name);
        let raw = match one {
            Some((_, text)) if is_json(encoding, &field) => json::parse(text).ok().map(Raw::Value),
            _ => style.gather(name, &field, &pairs).into_iter().next(),
        };
        let styled = encoding.is_some_and(|encoding| encoding.get("style").is_some());
        let bracketed = raw.is_none() && !styled;
        let raw = raw.or_else(|| deep(name, &pairs).filter(|_| bracketed));
        if let Some(raw) = raw {
            members.push((name.to_owned(), raw));
            let bracket = format!("{name}[");
            taken.extend(pairs.iter().map(|(sent, _)| sent).filter(|sent| {
                *sent == name || sent.starts_with(&bracket) || style.claims(name, &field, sent)
            }));
        }
    }
    let others = pairs.iter().filter(|(sent, _)| !taken.contains(&sent));
    let others = others.map(|(name, value)| (name.clone(), Raw::Text(value.clone())));
    members.extend(others);
    Raw::Map(members)
}

/// The pairs of a query or form, decoded.
fn pairs(text: &str) -> Vec<(String, String)> {
    text.trim_end_matches(['\r', '\n'])
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

/// A part of a query or form, decoded.
pub(in crate::check) fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// Whether a field that is sent in one piece is JSON: so an encoding says, or it is an object.
fn is_json(encoding: Option<&Value>, field: &Outline<'_>) -> bool {
    let get = |key| encoding.and_then(|encoding| encoding.get(key));
    match get("contentType").and_then(Value::as_str) {
        Some(media_type) => matching::is_json(media_type),
        None => get("style").is_none() && shapes(field) == [Shape::Map],
    }
}
