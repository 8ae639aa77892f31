//! Operators on the values of enums, on bounds and on formats.

use bindery_codegen::Pointer;
use serde_json::{Value, json};

use super::{Change, Site};
use crate::{
    coverage::{listed, null_at, plain, types},
    label::subject,
    schema::Version,
};

/// What replaces the only value of an enum, since an empty one says nothing: no value of an API.
const NO_VALUE: &str = "\u{0}";

/// Lower and upper bounds, with the flag that excludes the value at them.
const BOUNDS: [(&str, &str, i64); 2] = [
    ("minimum", "exclusiveMinimum", 1),
    ("maximum", "exclusiveMaximum", -1),
];
const COUNTS: [(&str, i64); 6] = [
    ("minLength", 1),
    ("maxLength", -1),
    ("minItems", 1),
    ("maxItems", -1),
    ("minProperties", 1),
    ("maxProperties", -1),
];
/// What an asserted format becomes: one that shares no text with it.
const FORMATS: [(&str, &str); 8] = [
    ("byte", "date"),
    ("date", "date-time"),
    ("date-time", "date"),
    ("email", "date"),
    ("ipv4", "date"),
    ("ipv6", "date"),
    ("uri", "date"),
    ("uuid", "date"),
];

pub(super) fn enum_value(site: &Site<'_>) -> Vec<Change> {
    let nullable = null_at(site.document, site.at, site.schema, site.mode);
    let listed = listed(site.document, site.at, site.schema, nullable.is_some());
    let change = |(at, value): (Pointer, &Value)| {
        let text = plain(value);
        let says = format!("`{text}` is no longer a value");
        let needs = format!("{} is `{text}`", subject(site.at));
        if at.last().as_deref() == Some("const") {
            return site.keyword("const", json!(NO_VALUE), says, needs);
        }
        let values = site.schema["enum"].as_array().into_iter().flatten();
        let mut others: Vec<Value> = values.filter(|other| *other != value).cloned().collect();
        if others.is_empty() {
            others.push(json!(NO_VALUE));
        }
        let mut change = site.keyword("enum", Value::Array(others), says, needs);
        change.claim = at;
        change
    };
    listed.into_iter().map(change).collect()
}

pub(super) fn bound(site: &Site<'_>) -> Vec<Change> {
    let is_integer = types(site.schema)
        .filter(|name| *name != "null")
        .eq(["integer"]);
    let later = Version::of(site.document) == Version::V31;
    let name = subject(site.at);
    let mut changes = Vec::new();
    for (keyword, exclusive, step) in BOUNDS {
        let excluded = site.schema.get(exclusive) == Some(&Value::Bool(true));
        for keyword in [keyword, exclusive] {
            let Some(limit) = site.schema.get(keyword).filter(|limit| limit.is_number()) else {
                continue;
            };
            let open = excluded || keyword == exclusive;
            if is_integer {
                let Some(next) = moved(limit, step) else {
                    continue;
                };
                let extreme = if open { &next } else { limit };
                let says = format!("`{keyword}: {limit}` becomes {next}");
                let needs = format!("{name} is {extreme}");
                changes.push(site.keyword(keyword, next.clone(), says, needs));
            } else if !open {
                let says = format!("`{keyword}: {limit}` becomes exclusive");
                let needs = format!("{name} is {limit}");
                let flag = if later { limit.clone() } else { json!(true) };
                let mut change = site.keyword(exclusive, flag, says, needs);
                change.claim = site.at.join(keyword);
                changes.push(change);
            }
        }
    }
    for (keyword, step) in COUNTS {
        let limit = site.schema.get(keyword).filter(|limit| limit.is_u64());
        let next = limit.and_then(|limit| moved(limit, step));
        if let Some((limit, next)) = limit.zip(next.filter(Value::is_u64)) {
            let says = format!("`{keyword}: {limit}` becomes {next}");
            let needs = format!("{name} has {}", counted(keyword, limit));
            changes.push(site.keyword(keyword, next, says, needs));
        }
    }
    changes
}

/// A whole number one step on; none beyond 64 bits, and for any other number.
fn moved(limit: &Value, step: i64) -> Option<Value> {
    match (limit.as_u64(), limit.as_i64()) {
        (_, Some(limit)) => limit.checked_add(step).map(Value::from),
        (Some(limit), None) => limit.checked_add_signed(step).map(Value::from),
        (None, None) => None,
    }
}

fn counted(keyword: &str, limit: &Value) -> String {
    let noun = match &keyword[3..] {
        "Length" => "character",
        "Items" => "entry",
        _ => "member",
    };
    match (limit.as_u64(), noun) {
        (Some(1), noun) => format!("1 {noun}"),
        (_, "entry") => format!("{limit} entries"),
        (_, noun) => format!("{limit} {noun}s"),
    }
}

pub(super) fn format(site: &Site<'_>) -> Vec<Change> {
    let Some(name) = site.schema.get("format").and_then(Value::as_str) else {
        return Vec::new();
    };
    let is_of = |wanted: &str| {
        site.schema.get("type").is_none() || types(site.schema).any(|name| name == wanted)
    };
    let subject = subject(site.at);
    let (other, needs) = match FORMATS.iter().find(|(format, _)| *format == name) {
        Some((_, other)) if is_of("string") => {
            (*other, format!("{subject} is of the format `{name}`"))
        }
        None if name == "int64" && is_of("integer") => {
            ("int32", format!("{subject} is beyond 32 bits"))
        }
        _ => return Vec::new(),
    };
    let says = format!("`format: {name}` becomes `{other}`");
    vec![site.keyword("format", json!(other), says, needs)]
}
