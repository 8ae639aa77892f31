//! How a parameter's value is written: as its `style` and `explode` say, or as OpenAPI assumes.

use serde_json::{Map, Value};

use crate::{
    Pointer,
    normalize::{operations::bodies::content_of, schema::text},
    note::Notes,
    plan::{Content, Location, Style},
};

/// The style of a parameter; the usual one where the document names none that goes there.
pub(super) fn of(
    parameter: &Value,
    location: Location,
    at: &Pointer,
    notes: &mut Notes<'_>,
) -> Style {
    let usual = match location {
        Location::Path | Location::Header => "simple",
        Location::Query | Location::Cookie => "form",
    };
    if let Some(content) = parameter.get("content").and_then(Value::as_object) {
        return of_content(content, usual, location, &at.join("content"), notes);
    }
    let explode = parameter.get("explode").and_then(Value::as_bool);
    let name = text(parameter, "style").unwrap_or(usual);
    if let Some(style) = named(name, location, explode) {
        return style;
    }
    let message = format!(
        "the style `{name}` is none of a parameter in `{}`: written in the style `{usual}`",
        location.place()
    );
    notes.lost(&at.join("style"), message, "leave `style` out");
    match location {
        Location::Path | Location::Header => Style::Simple {
            explode: explode.unwrap_or(false),
        },
        Location::Query | Location::Cookie => Style::Form {
            explode: explode.unwrap_or(true),
        },
    }
}

/// A parameter that is written in a media type: a text stands as it is, all else is JSON.
fn of_content(
    content: &Map<String, Value>,
    usual: &str,
    location: Location,
    at: &Pointer,
    notes: &mut Notes<'_>,
) -> Style {
    let mut offered = content.iter();
    let Some((media_type, value)) = offered.next() else {
        return named(usual, location, None).unwrap_or(Style::Json);
    };
    for (other, _) in offered {
        let message = format!("`{other}` is left to `{media_type}`, which is offered too");
        notes.rewritten(&at.join(other), message, "offer one media type");
    }
    let kind = content_of(media_type, value);
    let scalar = value.get("schema").and_then(|schema| text(schema, "type"));
    let scalar = matches!(scalar, Some("string" | "integer" | "number" | "boolean"));
    match kind {
        Content::Json => Style::Json,
        _ if scalar => named(usual, location, None).unwrap_or(Style::Json),
        _ => {
            let message = format!("a parameter in `{media_type}`: written as JSON");
            notes.lost(&at.join(media_type), message, "write `application/json`");
            Style::Json
        }
    }
}

/// The style of this name, where parameters of this place have it (OpenAPI 3.0.3, "Style Values").
fn named(style: &str, location: Location, explode: Option<bool>) -> Option<Style> {
    // "When style is form, the default value is true. For all other styles, the default value is
    // false."
    let explode = explode.unwrap_or(style == "form");
    match (style, location) {
        ("simple", Location::Path | Location::Header) => Some(Style::Simple { explode }),
        ("label", Location::Path) => Some(Style::Label { explode }),
        ("matrix", Location::Path) => Some(Style::Matrix { explode }),
        ("form", Location::Query | Location::Cookie) => Some(Style::Form { explode }),
        // Exploded, these two are written as `form` is.
        ("spaceDelimited" | "pipeDelimited", Location::Query) if explode => {
            Some(Style::Form { explode })
        }
        ("spaceDelimited", Location::Query) => Some(Style::SpaceDelimited),
        ("pipeDelimited", Location::Query) => Some(Style::PipeDelimited),
        ("deepObject", Location::Query) => Some(Style::DeepObject),
        _ => None,
    }
}
