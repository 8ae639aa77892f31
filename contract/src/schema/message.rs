//! The words for each way in which a value contradicts a schema.

use bindery_codegen::{Document, Pointer};
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use super::Fault;

/// How many characters of a value are shown.
const SHOWN: usize = 40;

/// The fault that a failed keyword means.
pub(super) fn fault(
    document: &Document,
    site: Pointer,
    at: Pointer,
    kind: &Kind,
    value: &Value,
) -> Fault {
    let claim = claim(document, &site);
    let mut fault = Fault {
        message: String::new(),
        found: shown(value),
        help: None,
        claim,
        site,
        at,
    };
    let keyword = fault.site.last().unwrap_or_default().into_owned();
    match kind {
        Kind::Type { kind } => wrong_type(&mut fault, kind, value),
        Kind::Required { property } => missing(document, &mut fault, property),
        Kind::Enum { .. } => {
            fault.message = format!("{} is not a value of `enum`", shown(value));
            fault.help = Some("if the provider sends it, add it to `enum`".to_owned());
        }
        Kind::AdditionalProperties { unexpected } => {
            let names: Vec<String> = unexpected.iter().map(|name| format!("`{name}`")).collect();
            fault.message = format!(
                "{} is forbidden by `additionalProperties`",
                names.join(", ")
            );
            fault.found = format!("has {}", names.join(", "));
            fault.help =
                Some("declare the property, or leave `additionalProperties` out".to_owned());
        }
        Kind::Not { .. } if keyword == "readOnly" || keyword == "writeOnly" => {
            let half = if keyword == "readOnly" {
                "request"
            } else {
                "response"
            };
            let name = fault.at.last().unwrap_or_default().into_owned();
            fault.message = format!("`{name}` is `{keyword}`, but the {half} has it");
            fault.help = Some(format!("if the {half} may have it, remove `{keyword}`"));
        }
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            let count = context.len();
            fault.message = format!(
                "{} fits none of the {count} branches of `{keyword}`",
                shown(value)
            );
            fault.help = Some("if the provider sends it, add a branch".to_owned());
        }
        Kind::OneOfMultipleValid { .. } => {
            fault.message = format!("{} fits more than one branch of `oneOf`", shown(value));
            fault.help = Some(
                "tell the branches apart by `required` or an `enum`, or use `anyOf`".to_owned(),
            );
        }
        _ if keyword == "format" => wrong_format(&mut fault, document, value),
        Kind::Pattern { pattern } => {
            fault.message = format!("{} does not match the pattern `{pattern}`", shown(value));
            fault.help = Some("widen `pattern`".to_owned());
        }
        Kind::Minimum { .. }
        | Kind::Maximum { .. }
        | Kind::ExclusiveMinimum { .. }
        | Kind::ExclusiveMaximum { .. }
        | Kind::MultipleOf { .. }
        | Kind::MinLength { .. }
        | Kind::MaxLength { .. }
        | Kind::MinItems { .. }
        | Kind::MaxItems { .. }
        | Kind::MinProperties { .. }
        | Kind::MaxProperties { .. }
        | Kind::UniqueItems => {
            fault.message = format!("{} contradicts {}", shown(value), fault.claim);
            fault.help = Some(format!("correct `{keyword}`, or remove it"));
        }
        other => fault.message = format!("{} contradicts `{}`", shown(value), other.keyword()),
    }
    // A message that begins with a value says first whose value it is.
    if let Some(name) = name(&fault.at)
        && !matches!(kind, Kind::Required { .. })
        && keyword != "readOnly"
        && keyword != "writeOnly"
    {
        fault.message = format!("`{name}`: {}", fault.message);
    }
    fault
}

/// What is added to a fault in the nearest branch of a union.
pub(super) fn union(site: &Pointer, count: usize) -> String {
    let keyword = site.last().unwrap_or_default().into_owned();
    format!(", in the nearest of the {count} branches of `{keyword}`")
}

/// A value as JSON, cut short, in backticks.
pub(super) fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= SHOWN {
        return format!("`{text}`");
    }
    let start: String = text.chars().take(SHOWN).collect();
    format!("`{start}…`")
}

/// The name of the property that a value belongs to, if as an entry of its list.
fn name(at: &Pointer) -> Option<String> {
    let tokens: Vec<String> = at.tokens().map(std::borrow::Cow::into_owned).collect();
    let is_index = |token: &String| token.bytes().all(|byte| byte.is_ascii_digit());
    tokens.into_iter().rev().find(|token| !is_index(token))
}

fn wrong_type(fault: &mut Fault, kind: &TypeKind, value: &Value) {
    let types: Vec<String> = match kind {
        TypeKind::Single(one) => vec![one.to_string()],
        TypeKind::Multiple(set) => set.iter().map(|one| one.to_string()).collect(),
    };
    let wanted: Vec<&String> = types.iter().filter(|name| *name != "null").collect();
    let wanted: Vec<String> = wanted.iter().map(|name| format!("`{name}`")).collect();
    fault.message = format!("expected {}, found {}", wanted.join(" or "), shown(value));
    fault.help = Some(match value {
        Value::Null => "if the provider sends null here, add `nullable: true` beside `type`".into(),
        Value::Number(_) if types.iter().any(|name| name == "integer") => {
            "if the provider sends fractions here, write `type: number`".into()
        }
        _ => format!("if the provider sends it, write `type: {}`", type_of(value)),
    });
}

fn missing(document: &Document, fault: &mut Fault, property: &Value) {
    let name = property.as_str().unwrap_or_default();
    let listed = document.get(fault.site.as_str()).and_then(Value::as_array);
    let index = listed.and_then(|names| names.iter().position(|listed| listed == name));
    if let Some(index) = index {
        fault.site = fault.site.join(index);
    }
    fault.message = format!("`{name}` is required, but missing");
    "required".clone_into(&mut fault.claim);
    fault.found = format!("has no `{name}`");
    fault.help = Some(format!(
        "if the provider may leave it out, take `{name}` out of `required`"
    ));
}

fn wrong_format(fault: &mut Fault, document: &Document, value: &Value) {
    let format = document
        .get(fault.site.as_str())
        .and_then(Value::as_str)
        .unwrap_or_default();
    fault.message = match value {
        Value::Number(_) => format!("{} is out of the range of `{format}`", shown(value)),
        _ => format!("{} is not of the format `{format}`", shown(value)),
    };
    fault.help = Some("correct `format`, or remove it".to_owned());
}

/// What a keyword says, as `keyword: value` where that is short.
fn claim(document: &Document, site: &Pointer) -> String {
    let keyword = site.last().unwrap_or_default().into_owned();
    match document.get(site.as_str()) {
        Some(Value::Array(_) | Value::Object(_)) | None => format!("`{keyword}`"),
        Some(Value::String(text)) => format!("`{keyword}: {text}`"),
        Some(value) => format!("`{keyword}: {value}`"),
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
