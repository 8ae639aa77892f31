//! The parameters of an operation: its path item's, overridden by its own.

mod styles;
mod variables;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::{
    Schema,
    schema::{flag, text},
};
use crate::{
    Document, Operation, Pointer,
    note::Notes,
    plan::{Location, Parameter},
};

pub(super) fn read(
    document: &Document,
    operation: &Operation<'_>,
    path: &str,
    slots: &mut BTreeMap<String, Schema>,
    notes: &mut Notes<'_>,
) -> Vec<Parameter> {
    let mut parameters: Vec<Parameter> = Vec::new();
    for (at, value) in declared(document, operation, notes) {
        let Some((wire, location)) = placed(&at, value, notes) else {
            continue;
        };
        let key = format!("p{}", parameters.len());
        let mut schema = schema_of(value, &at, notes);
        if let (true, Value::Object(entries)) = (flag(value, "deprecated"), &mut schema.value) {
            entries.insert("deprecated".to_owned(), json!(true));
        }
        parameters.push(Parameter {
            wire: wire.to_owned(),
            pointer: schema.pointer.clone(),
            location,
            required: location == Location::Path || flag(value, "required"),
            nullable: flag(&schema.value, "nullable"),
            style: styles::of(value, location, &at, notes),
            description: text(value, "description").unwrap_or_default().to_owned(),
            docs: String::new(),
            deprecated: false,
            default: None,
            key: key.clone(),
            rules: Vec::new(),
        });
        slots.insert(key, schema);
    }
    variables::match_up(operation, path, &mut parameters, slots, notes);
    parameters
}

/// The name of a parameter and where it goes, if it can be sent at all.
fn placed<'a>(
    at: &Pointer,
    value: &'a Value,
    notes: &mut Notes<'_>,
) -> Option<(&'a str, Location)> {
    let (Some(wire), Some(place)) = (text(value, "name"), text(value, "in")) else {
        notes.lost(
            at,
            "a parameter without `name` or `in`: left out",
            "add both",
        );
        return None;
    };
    let location = match place {
        "path" => Location::Path,
        "query" => Location::Query,
        "header" => Location::Header,
        "cookie" => Location::Cookie,
        _ => {
            let message = format!("`{place}` is no place for a parameter: `{wire}` is left out");
            let help = "write `path`, `query`, `header` or `cookie`";
            notes.lost(&at.join("in"), message, help);
            return None;
        }
    };
    if location == Location::Header && is_reserved(wire) {
        let message = format!("OpenAPI ignores the header `{wire}` as a parameter: left out");
        notes.rewritten(at, message, "say it by `security` or by the media type");
        return None;
    }
    if location == Location::Header && !is_token(wire) {
        let message = format!("`{wire}` is no name of a header: left out");
        notes.lost(
            &at.join("name"),
            message,
            "write letters, digits and hyphens",
        );
        return None;
    }
    Some((wire, location))
}

/// Whether a text can be the name of a header (RFC 9110, section 5.6.2).
fn is_token(name: &str) -> bool {
    let is_sign = |byte| b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || is_sign(byte))
}

/// The parameter objects that apply: an operation's own replace its path item's of one name and place.
fn declared<'a>(
    document: &'a Document,
    operation: &Operation<'_>,
    notes: &mut Notes<'_>,
) -> Vec<(Pointer, &'a Value)> {
    let key = |value: &'a Value| (text(value, "name"), text(value, "in"));
    let mut found: Vec<(Pointer, &'a Value)> = Vec::new();
    for owner in [&operation.item, &operation.pointer] {
        let mut own: Vec<(Pointer, &'a Value)> = Vec::new();
        for (listed, at, value) in document.parameters(owner) {
            if own.iter().any(|(_, other)| key(other) == key(value)) {
                let name = text(value, "name").unwrap_or_default();
                let message =
                    format!("the parameter `{name}` is listed twice: the first is left out");
                notes.rewritten(&listed, message, "keep one of the two");
            }
            own.retain(|(_, other)| key(other) != key(value));
            own.push((at, value));
        }
        found.retain(|(_, other)| own.iter().all(|(_, value)| key(other) != key(value)));
        found.extend(own);
    }
    found
}

/// Headers that OpenAPI 3.0.3 ("Parameter Object") says to ignore as parameters.
fn is_reserved(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|reserved| name.eq_ignore_ascii_case(reserved))
}

fn schema_of(parameter: &Value, at: &Pointer, notes: &mut Notes<'_>) -> Schema {
    if let Some(value) = parameter.get("schema") {
        return Schema {
            pointer: at.join("schema"),
            value: value.clone(),
        };
    }
    let content = parameter.get("content").and_then(Value::as_object);
    match content.and_then(|content| content.iter().next()) {
        Some((media, value)) => Schema {
            pointer: at.join("content").join(media).join("schema"),
            value: value.get("schema").cloned().unwrap_or_else(|| json!({})),
        },
        None => {
            let message = "a parameter without `schema` or `content`: read as a text";
            notes.rewritten(at, message, "add `schema`");
            Schema {
                pointer: at.clone(),
                value: json!({ "type": "string" }),
            }
        }
    }
}
