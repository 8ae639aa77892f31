//! Values as the text of a document.

use serde_json::{Map, Value};

/// How wide a value may be that stands on its key's line.
pub(super) const WIDTH: usize = 72;

/// The keys that come first, in the order in which OpenAPI's own texts have them.
const FIRST: [&str; 8] = [
    "operationId",
    "name",
    "in",
    "required",
    "description",
    "type",
    "nullable",
    "items",
];

/// The language of a document, and how what is added is to look like its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// JSON, in which each step of the indent is this; nothing where a value has one line.
    Json(Option<&'static str>),
    /// YAML, with the quotes that its texts have.
    Yaml(char),
}

/// `key: value`; `indent` is what stands before the key, for lines that follow.
pub(super) fn entry(name: &str, value: &Value, style: Style, block: bool, indent: &str) -> String {
    let text = self::value(value, style, block, &inner(indent, style));
    let gap = if text.starts_with('\n') { "" } else { " " };
    // Between brackets, a brace would end the key.
    let path = name.starts_with('/')
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "/{}-_.".contains(c));
    let name = if block && path && matches!(style, Style::Yaml(_)) {
        name.to_owned()
    } else {
        key(name, style)
    };
    format!("{name}:{gap}{text}")
}

/// A value: on one line where there is room or no line may be broken, else line by line;
/// `indent` is what stands before its entries.
pub(super) fn value(value: &Value, style: Style, block: bool, indent: &str) -> String {
    let line = flow(value, style);
    let Value::Object(entries) = value else {
        return line;
    };
    // An operation is never so small that it stays on one line.
    let nested =
        entries.values().any(|value| depth(value) > 1) || entries.contains_key("responses");
    let fits = line.chars().count() <= WIDTH && !nested;
    match style {
        Style::Yaml(_) if block && !fits => {
            let lines = ordered(entries).map(|(name, value)| {
                format!("\n{indent}{}", entry(name, value, style, true, indent))
            });
            lines.collect()
        }
        Style::Json(Some(step)) if block && !fits => {
            let lines = ordered(entries).map(|(name, value)| {
                format!("\n{indent}{}", entry(name, value, style, true, indent))
            });
            let lines: Vec<String> = lines.collect();
            let outer = indent.strip_suffix(step).unwrap_or_default();
            format!("{{{}\n{outer}}}", lines.join(","))
        }
        _ => line,
    }
}

/// One step further in.
pub(super) fn inner(indent: &str, style: Style) -> String {
    let step = match style {
        Style::Json(step) => step.unwrap_or_default(),
        Style::Yaml(_) => "  ",
    };
    format!("{indent}{step}")
}

/// A value on one line.
pub(super) fn flow(value: &Value, style: Style) -> String {
    match value {
        Value::String(text) => scalar(text, style),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| flow(item, style)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(entries) => {
            let entries: Vec<String> = ordered(entries)
                .map(|(name, value)| format!("{}: {}", key(name, style), flow(value, style)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
        other => other.to_string(),
    }
}

fn ordered(entries: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let rank = |key: &str| FIRST.iter().position(|first| *first == key);
    let mut entries: Vec<_> = entries.iter().collect();
    entries.sort_by_key(|(key, _)| rank(key).unwrap_or(FIRST.len()));
    entries.into_iter()
}

/// A key as it is written.
pub(super) fn key(name: &str, style: Style) -> String {
    scalar(name, style)
}

/// A text: plain where nothing could take it for anything else, else in quotes.
fn scalar(text: &str, style: Style) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_/$.+- ".contains(c);
    let word = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '/' || c == '$')
        && text.chars().all(plain)
        && !text.ends_with(' ')
        // YAML 1.1 reads these as something else, and so do its readers.
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .contains(&text.to_ascii_lowercase().as_str());
    match style {
        Style::Yaml(_) if word => text.to_owned(),
        Style::Yaml('\'') if !text.chars().any(char::is_control) => {
            format!("'{}'", text.replace('\'', "''"))
        }
        // A string of JSON is one of YAML.
        _ => Value::from(text).to_string(),
    }
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(entries) => 1 + entries.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}
