//! How each property of a form is written: as its `encoding` says, or as OpenAPI assumes.

use serde_json::{Map, Value};

use super::media::Spoken;
use crate::{
    Document, Pointer,
    normalize::{
        Schema,
        schema::{flag, text},
    },
    note::Notes,
    plan::{Content, Encoding, Style},
};

/// The encodings of the properties that are not written as OpenAPI assumes, by name.
pub(super) fn read(
    spoken: &Spoken<'_>,
    document: &Document,
    notes: &mut Notes<'_>,
) -> Vec<Encoding> {
    let Some(encodings) = spoken.value.get("encoding").and_then(Value::as_object) else {
        return Vec::new();
    };
    let schema = &spoken.schema;
    let media = schema.pointer.parent().unwrap_or_default();
    let at = media.join("encoding");
    if !matches!(spoken.content, Content::Form | Content::Multipart) {
        if !encodings.is_empty() {
            let message = "`encoding` is for forms and parts: left out";
            notes.rewritten(&at, message, "remove it");
        }
        return Vec::new();
    }
    let known = properties(document, schema);
    let mut read = Vec::new();
    for (name, value) in encodings {
        let at = at.join(name);
        if known.is_some_and(|known| !known.contains_key(name)) {
            let message = format!("`encoding` of `{name}`, which is no property: left out");
            notes.rewritten(&at, message, "mend the name");
            continue;
        }
        if value.get("headers").is_some() {
            notes.lost(
                &at.join("headers"),
                "headers of a part are not sent",
                "remove them",
            );
        }
        let content_type = text(value, "contentType");
        // A list or a range leaves the choice to whoever sends.
        let content_type = content_type.filter(|name| !name.contains([',', '*']));
        if content_type.is_some_and(is_foreign) {
            let message = "texts are written in UTF-8, whatever the charset";
            notes.lost(
                &at.join("contentType"),
                message,
                "give the part as a file, `format: binary`",
            );
        }
        if spoken.content == Content::Form && flag(value, "allowReserved") {
            let message = "`allowReserved`: reserved characters are percent-encoded";
            notes.rewritten(&at.join("allowReserved"), message, "remove it");
        }
        let style = match spoken.content {
            Content::Form => style(value, content_type),
            _ if has_styles(spoken, document) => style(value, None),
            _ => {
                ignored(spoken, value, &at, notes);
                None
            }
        };
        read.push(Encoding {
            property: name.clone(),
            style,
            media_type: content_type.map(str::to_owned),
        });
    }
    read
}

/// Whether parts may have styles, as those of `multipart/form-data` have since OpenAPI 3.1.
fn has_styles(spoken: &Spoken<'_>, document: &Document) -> bool {
    let version = document.version();
    spoken.media_type == "multipart/form-data"
        && version.is_some_and(|version| version.starts_with("3.1"))
}

/// Notes the styles of parts that have none.
fn ignored(spoken: &Spoken<'_>, encoding: &Value, at: &Pointer, notes: &mut Notes<'_>) {
    for key in ["style", "explode"] {
        if encoding.get(key).is_some() {
            let media_type = &spoken.media_type;
            let message = format!("OpenAPI ignores `{key}` of a part of `{media_type}`: left out");
            let help = "remove it, or send `multipart/form-data` by a document of OpenAPI 3.1";
            notes.rewritten(&at.join(key), message, help);
        }
    }
}

/// The properties of the body's schema, where it is an object with some.
fn properties<'a>(document: &'a Document, schema: &'a Schema) -> Option<&'a Map<String, Value>> {
    let target = text(&schema.value, "$ref").and_then(Pointer::from_reference);
    let value = match target {
        Some(target) => document.resolve(target.as_str())?.1,
        None => &schema.value,
    };
    value.get("properties")?.as_object()
}

/// Whether a media type has a charset in which UTF-8 cannot be read.
fn is_foreign(media_type: &str) -> bool {
    let media_type = media_type.to_ascii_lowercase();
    let charset = media_type
        .split_once("charset=")
        .map(|(_, charset)| charset);
    let charset = charset.map(|charset| charset.trim_matches(['"', ' ']));
    charset.is_some_and(|charset| !["utf-8", "utf8", "us-ascii"].contains(&charset))
}

/// The style that the encoding asks for; none where it leaves OpenAPI's own.
fn style(encoding: &Value, content_type: Option<&str>) -> Option<Style> {
    let explode = encoding.get("explode").and_then(Value::as_bool);
    match text(encoding, "style") {
        Some("deepObject") => Some(Style::DeepObject),
        Some("spaceDelimited") if explode != Some(true) => Some(Style::SpaceDelimited),
        Some("pipeDelimited") if explode != Some(true) => Some(Style::PipeDelimited),
        Some(_) => Some(Style::Form {
            explode: explode.unwrap_or(true),
        }),
        None if explode.is_some() => Some(Style::Form {
            explode: explode.unwrap_or(true),
        }),
        None => content_type
            .filter(|name| name.ends_with("json"))
            .map(|_| Style::Json),
    }
}
