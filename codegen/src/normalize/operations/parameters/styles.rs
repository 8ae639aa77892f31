//! How a parameter's value is written: as its `style` and `explode` say, or as OpenAPI assumes.

use serde_json::Value;

use crate::{
    Pointer,
    normalize::schema::text,
    note::Notes,
    plan::{Location, Style},
};

/// The style of a parameter; the usual one where the document names none that goes there.
pub(super) fn of(
    parameter: &Value,
    location: Location,
    at: &Pointer,
    notes: &mut Notes<'_>,
) -> Style {
    if parameter.get("content").is_some() {
        return Style::Json;
    }
    let usual = match location {
        Location::Path | Location::Header => "simple",
        Location::Query | Location::Cookie => "form",
    };
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
