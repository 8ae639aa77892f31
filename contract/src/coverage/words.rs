//! What a schema says of its values, in the words of its version.

use bindery_codegen::{Document, Pointer};
use serde_json::{Value, json};

use crate::{Mode, schema::Version};

/// Where a schema claims that its values may be null: by `nullable`, or since 3.1 by `type`.
pub(crate) fn null_at(
    document: &Document,
    at: &Pointer,
    schema: &Value,
    mode: Mode,
) -> Option<Pointer> {
    let later = Version::of(document) == Version::V31;
    let types = schema.get("type");
    let listed = types.and_then(Value::as_array);
    if later && listed.is_some_and(|types| types.len() > 1 && types.contains(&json!("null"))) {
        return Some(at.join("type"));
    }
    let means = match mode {
        Mode::Lenient => true,
        Mode::Strict => types.is_some() && !later,
    };
    (means && schema.get("nullable") == Some(&Value::Bool(true))).then(|| at.join("nullable"))
}

/// The values that a schema lists, each with its place; null only where nothing else speaks of it.
pub(crate) fn listed<'d>(
    document: &Document,
    at: &Pointer,
    schema: &'d Value,
    nullable: bool,
) -> Vec<(Pointer, &'d Value)> {
    let later = Version::of(document) == Version::V31;
    let values = schema.get("enum").and_then(Value::as_array);
    let values = values.into_iter().flatten().enumerate();
    let values = values.map(|(index, value)| (at.join("enum").join(index), value));
    let only = schema.get("const").filter(|_| later);
    let only = only.map(|value| (at.join("const"), value));
    let null_counts = !nullable && schema.get("type").is_none();
    let listed = values.chain(only);
    listed
        .filter(|(_, value)| null_counts || !value.is_null())
        .collect()
}

/// The types that a schema names.
pub(crate) fn types(schema: &Value) -> impl Iterator<Item = &str> {
    let named = schema.get("type");
    let listed = named.and_then(Value::as_array).into_iter().flatten();
    named.into_iter().chain(listed).filter_map(Value::as_str)
}

/// Whether a schema is of lists.
pub(crate) fn is_list(schema: &Value) -> bool {
    types(schema).any(|name| name == "array")
}

/// A value as a person writes it.
pub(crate) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
