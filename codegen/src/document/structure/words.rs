//! How messages speak of values and names.

use serde_json::Value;

/// What a value is, in words; a short one as it is.
pub(super) fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) | Value::Number(_) => format!("`{value}`"),
        // A longer text, or one of several lines, would bury the message.
        Value::String(text) if text.len() > 40 || text.contains(['\n', '`']) => "a text".to_owned(),
        // Without its quotes it would look like what is asked for.
        Value::String(text) if text.is_empty() || serde_json::from_str::<Value>(text).is_ok() => {
            format!("`\"{text}\"`")
        }
        Value::String(text) => format!("`{text}`"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a mapping".to_owned(),
    }
}

/// Names in backticks, with a word before the last.
pub(super) fn sentence(names: &[&str], word: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {word} {last}", others.join(", ")),
        None => String::new(),
    }
}
