//! The parameters of an operation: its path item's, overridden by its own.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::{
    Schema, descriptions,
    schema::{flag, text},
};
use crate::{
    Diagnostic, Document, Operation, Pointer,
    plan::{Location, Parameter, Style},
};

pub(super) fn read(
    document: &Document,
    operation: &Operation<'_>,
    slots: &mut BTreeMap<String, Schema>,
) -> Result<Vec<Parameter>, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let mut parameters: Vec<Parameter> = Vec::new();
    for (at, value) in declared(document, operation) {
        let (Some(wire), Some(place)) = (text(value, "name"), text(value, "in")) else {
            let complaint = document.diagnostic(at.as_str(), "a parameter without `name` or `in`");
            diagnostics.push(complaint.help("add both"));
            continue;
        };
        let location = match place {
            "path" => Location::Path,
            "query" => Location::Query,
            "header" => Location::Header,
            "cookie" => Location::Cookie,
            _ => {
                let message = format!("`{place}` is no place for a parameter");
                let complaint = document.diagnostic(at.join("in").as_str(), message);
                diagnostics.push(complaint.help("write `path`, `query`, `header` or `cookie`"));
                continue;
            }
        };
        if location == Location::Header && is_reserved(wire) {
            continue;
        }
        let key = format!("p{}", parameters.len());
        let style = match style(document, &at, value, location) {
            Ok(style) => style,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                continue;
            }
        };
        let schema = schema_of(value, &at);
        parameters.push(Parameter {
            wire: wire.to_owned(),
            location,
            required: location == Location::Path || flag(value, "required"),
            nullable: flag(&schema.value, "nullable"),
            style,
            docs: descriptions::of(value),
            key: key.clone(),
            rules: Vec::new(),
        });
        slots.insert(key, schema);
    }
    diagnostics.extend(unmatched(document, operation, &parameters));
    if diagnostics.is_empty() {
        Ok(parameters)
    } else {
        Err(diagnostics)
    }
}

/// The parameter objects that apply: an operation's own replace its path item's of one name and place.
fn declared<'a>(document: &'a Document, operation: &Operation<'_>) -> Vec<(Pointer, &'a Value)> {
    let mut found: Vec<(Pointer, &'a Value)> = Vec::new();
    for owner in [&operation.item, &operation.pointer] {
        for (_, at, value) in document.parameters(owner) {
            found.retain(|(_, other)| {
                text(other, "name") != text(value, "name") || text(other, "in") != text(value, "in")
            });
            found.push((at, value));
        }
    }
    found
}

/// Headers that OpenAPI 3.0.3 ("Parameter Object") says to ignore as parameters.
fn is_reserved(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|reserved| name.eq_ignore_ascii_case(reserved))
}

fn schema_of(parameter: &Value, at: &Pointer) -> Schema {
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
        None => Schema {
            pointer: at.clone(),
            value: json!({ "type": "string" }),
        },
    }
}

fn style(
    document: &Document,
    at: &Pointer,
    parameter: &Value,
    location: Location,
) -> Result<Style, Diagnostic> {
    if parameter.get("content").is_some() {
        return Ok(Style::Json);
    }
    let usual = match location {
        Location::Path | Location::Header => "simple",
        Location::Query | Location::Cookie => "form",
    };
    let style = text(parameter, "style").unwrap_or(usual);
    let explode = match parameter.get("explode").and_then(Value::as_bool) {
        Some(explode) => explode,
        None => style == "form",
    };
    match (style, location) {
        ("simple", Location::Path | Location::Header) => Ok(Style::Simple { explode }),
        ("form", Location::Query | Location::Cookie) => Ok(Style::Form { explode }),
        ("spaceDelimited", Location::Query) => Ok(Style::SpaceDelimited),
        ("pipeDelimited", Location::Query) => Ok(Style::PipeDelimited),
        ("deepObject", Location::Query) => Ok(Style::DeepObject),
        _ => Err(document
            .diagnostic(
                at.join("style").as_str(),
                format!("the style `{style}` is not written here"),
            )
            .help(format!("leave `style` out for `{usual}`"))),
    }
}

/// Variables of the template without a parameter, and path parameters without a variable.
fn unmatched(
    document: &Document,
    operation: &Operation<'_>,
    parameters: &[Parameter],
) -> Vec<Diagnostic> {
    let variables: Vec<&str> = variables(operation.path);
    let declared = || {
        parameters
            .iter()
            .filter(|parameter| parameter.location == Location::Path)
    };
    let missing = variables
        .iter()
        .filter(|variable| !declared().any(|parameter| parameter.wire == **variable))
        .map(|variable| {
            document
                .diagnostic(
                    operation.pointer.as_str(),
                    format!("`{{{variable}}}` of the path has no parameter"),
                )
                .help(format!(
                    "add `{{name: {variable}, in: path, required: true, schema: …}}`"
                ))
        });
    let stray = declared()
        .filter(|parameter| !variables.contains(&parameter.wire.as_str()))
        .map(|parameter| {
            let wire = &parameter.wire;
            document
                .diagnostic(
                    operation.pointer.as_str(),
                    format!("the path has no `{{{wire}}}` for the parameter `{wire}`"),
                )
                .help("write it into the path, or drop the parameter")
        });
    missing.chain(stray).collect()
}

/// The names in the braces of a path template.
fn variables(template: &str) -> Vec<&str> {
    let pieces = template.split('{').skip(1);
    pieces
        .filter_map(|piece| piece.split_once('}').map(|(name, _)| name))
        .collect()
}
