//! The words for each way in which a value contradicts a schema.

use std::{borrow::Cow, io};

use bindery_codegen::{Document, Pointer};
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use super::{Fault, dialect::Version, outline::type_of};
use crate::json;

/// How many characters of a value are shown.
const SHOWN: usize = 40;

/// The fault that a failed keyword means.
pub(super) fn fault(
    document: &Document,
    version: Version,
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
        undecided: is_undecided(kind, value),
        way: way(kind),
        claim,
        site,
        at,
    };
    let keyword = fault.site.last().unwrap_or_default().into_owned();
    match kind {
        Kind::Type { kind } => wrong_type(&mut fault, version, kind, value),
        Kind::Required { property } => missing(&mut fault, property),
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            forbidden(&mut fault, &keyword, unexpected);
        }
        Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } => {
            "the pattern takes too long to decide about a recorded text"
                .clone_into(&mut fault.message);
            fault.help = Some("write a pattern without nested repetition".to_owned());
        }
        Kind::MultipleOf { .. } if fault.undecided => {
            fault.message = format!("{} has more digits than are read", fault.found);
            fault.help = Some(format!("leave `{keyword}` out, or have it sent as a text"));
        }
        Kind::Not { .. } if keyword == "readOnly" || keyword == "writeOnly" => {
            not_travelling(&mut fault, &keyword);
        }
        _ if keyword == "format" => wrong_format(&mut fault, document, value),
        other => {
            let (message, help) = contradiction(other, &keyword, &fault.claim, value);
            fault.message = message;
            fault.help = Some(help);
        }
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

/// Whether a keyword failed because it could not be decided.
pub(super) fn is_undecided(kind: &Kind, value: &Value) -> bool {
    match kind {
        Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } => true,
        Kind::MultipleOf { .. } => value.as_number().is_some_and(json::is_rounded),
        _ => false,
    }
}

/// Which way a keyword failed, where there is more than one.
pub(super) fn way(kind: &Kind) -> &'static str {
    match kind {
        Kind::OneOfMultipleValid { .. } => "several",
        _ => "",
    }
}

/// Whether a keyword has one thing to say about a value, so that nobody has to ask which.
pub(super) fn is_plain(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Type { .. }
            | Kind::Enum { .. }
            | Kind::Constant { .. }
            | Kind::Format { .. }
            | Kind::Pattern { .. }
            | Kind::Minimum { .. }
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
            | Kind::UniqueItems
    )
}

/// What any other failed keyword means for a value, and the mend.
fn contradiction(kind: &Kind, keyword: &str, claim: &str, value: &Value) -> (String, String) {
    let shown = shown(value);
    let (message, help) = match kind {
        Kind::Enum { .. } => (
            format!("{shown} is not a value of `enum`"),
            "if the provider sends it, add it to `enum`",
        ),
        Kind::Constant { expected_value } => (
            format!("{shown} is not {}", self::shown(expected_value)),
            "if the provider sends it, write `enum` with both",
        ),
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => (
            format!(
                "{shown} fits none of the {} branches of `{keyword}`",
                context.len()
            ),
            "if the provider sends it, add a branch",
        ),
        Kind::OneOfMultipleValid { .. } => (
            format!("{shown} fits more than one branch of `oneOf`"),
            "tell the branches apart by `required` or an `enum`, or use `anyOf`",
        ),
        Kind::Not { .. } => (
            format!("{shown} fits the schema of `not`"),
            "if the provider sends it, narrow `not`, or remove it",
        ),
        Kind::Pattern { pattern } => (
            format!("{shown} does not match the pattern `{pattern}`"),
            "widen `pattern`",
        ),
        Kind::PropertyNames { error } => (
            format!(
                "the name {} does not fit `propertyNames`",
                self::shown(error.instance())
            ),
            "widen `propertyNames`",
        ),
        Kind::Contains => (
            "too few or too many entries fit `contains`".to_owned(),
            "correct `contains`, or remove it",
        ),
        Kind::FalseSchema => (
            format!("{shown} is forbidden by a schema that is `false`"),
            "if the provider sends it, write `true`",
        ),
        _ => {
            let message = format!("{shown} contradicts {claim}");
            let help = match bound(kind, value) {
                Some(bound) => format!("if the provider sends it, write `{keyword}: {bound}`"),
                None => format!("correct `{keyword}`, or remove it"),
            };
            return (message, help);
        }
    };
    (message, help.to_owned())
}

/// What a bound would have to be in order to admit a value.
fn bound(kind: &Kind, value: &Value) -> Option<Value> {
    match kind {
        Kind::Minimum { .. } | Kind::Maximum { .. } => {
            let number = value.as_number().filter(|number| !json::is_beyond(number));
            number.map(|number| number.clone().into())
        }
        Kind::MinLength { .. } | Kind::MaxLength { .. } => {
            value.as_str().map(|text| text.chars().count().into())
        }
        Kind::MinItems { .. } | Kind::MaxItems { .. } => {
            value.as_array().map(|items| items.len().into())
        }
        Kind::MinProperties { .. } | Kind::MaxProperties { .. } => {
            value.as_object().map(|members| members.len().into())
        }
        _ => None,
    }
}

fn forbidden(fault: &mut Fault, keyword: &str, unexpected: &[String]) {
    let names: Vec<String> = unexpected.iter().map(|name| format!("`{name}`")).collect();
    let names = names.join(", ");
    fault.message = format!("{names} is forbidden by `{keyword}`");
    fault.found = format!("has {names}");
    fault.help = Some(format!("declare the property, or leave `{keyword}` out"));
}

fn not_travelling(fault: &mut Fault, keyword: &str) {
    let half = match keyword {
        "readOnly" => "request",
        _ => "response",
    };
    let name = fault.at.last().unwrap_or_default().into_owned();
    fault.message = format!("`{name}` is `{keyword}`, but the {half} has it");
    fault.help = Some(format!("if the {half} may have it, remove `{keyword}`"));
}

/// What is added to a fault in the one branch of a union that is reported.
pub(super) fn branch(site: &Pointer, count: usize, named: bool) -> String {
    let keyword = site.last().unwrap_or_default().into_owned();
    if named {
        format!(", in the branch of `{keyword}` that the discriminator names")
    } else {
        format!(", in the nearest of the {count} branches of `{keyword}`")
    }
}

/// A value as JSON, cut short, in backticks.
pub(super) fn shown(value: &Value) -> String {
    if value.as_number().is_some_and(json::is_beyond) {
        return "a number beyond a `double`".to_owned();
    }
    let mut begin = Begin(Vec::new());
    // It fails where there is more than is shown.
    let _ = serde_json::to_writer(&mut begin, value);
    let text = String::from_utf8_lossy(&begin.0);
    match text.char_indices().nth(SHOWN) {
        None => format!("`{text}`"),
        Some((end, _)) => format!("`{}…`", &text[..end]),
    }
}

/// The first bytes of a text: enough for the characters that are shown, and one more.
struct Begin(Vec<u8>);

impl io::Write for Begin {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = (SHOWN + 1) * char::MAX.len_utf8() - self.0.len();
        let taken = room.min(bytes.len());
        self.0.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The name of the property that a value belongs to, if as an entry of its list.
fn name(at: &Pointer) -> Option<String> {
    let is_index = |token: &Cow<'_, str>| token.bytes().all(|byte| byte.is_ascii_digit());
    let names = at.tokens().filter(|token| !is_index(token));
    names.last().map(Cow::into_owned)
}

fn wrong_type(fault: &mut Fault, version: Version, kind: &TypeKind, value: &Value) {
    let types: Vec<String> = match kind {
        TypeKind::Single(one) => vec![one.to_string()],
        TypeKind::Multiple(set) => set.iter().map(|one| one.to_string()).collect(),
    };
    let wanted: Vec<&String> = types.iter().filter(|name| *name != "null").collect();
    let wanted: Vec<String> = wanted.iter().map(|name| format!("`{name}`")).collect();
    fault.message = format!("expected {}, found {}", wanted.join(" or "), shown(value));
    fault.help = Some(match value {
        Value::Null if version == Version::V31 => {
            "if the provider sends null here, add `null` to `type`".into()
        }
        Value::Null => "if the provider sends null here, add `nullable: true` beside `type`".into(),
        Value::Number(_) if types.iter().any(|name| name == "integer") => {
            "if the provider sends fractions here, write `type: number`".into()
        }
        _ => format!("if the provider sends it, write `type: {}`", type_of(value)),
    });
}

/// Where a list of names has a name.
pub(super) fn listed(document: &Document, list: &Pointer, name: &str) -> Option<Pointer> {
    let listed = document.get(list.as_str())?.as_array()?;
    let index = listed.iter().position(|listed| listed == name)?;
    Some(list.join(index))
}

fn missing(fault: &mut Fault, property: &Value) {
    let name = property.as_str().unwrap_or_default();
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
