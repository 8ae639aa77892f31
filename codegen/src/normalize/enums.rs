//! Enums that a type can be made of: scalars, each once, of the kind that the schema says.

use serde_json::{Value, json};

use super::{
    Model, descriptions,
    marks::{DOCS, NAMES},
    schema::{text, values, walk},
};
use crate::{Pointer, note::Notes, plan::Variant};

/// The extensions that go along with `enum`, value by value, and the marks that they are read as.
const BESIDE: [(&str, &str); 3] = [
    ("x-enum-varnames", NAMES),
    ("x-enumNames", NAMES),
    ("x-enum-descriptions", DOCS),
];

pub(super) fn lower(model: &mut Model, notes: &mut Notes<'_>) {
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, at| {
            of_items(schema, at, notes);
            beside(schema, at, notes);
            scalars(schema, at, notes);
            of_kind(schema, at, notes);
        });
    }
}

/// The values of a list's items, written at the list.
fn of_items(schema: &mut Value, at: &Pointer, notes: &mut Notes<'_>) {
    if text(schema, "type") != Some("array") {
        return;
    }
    let listed = schema.get("enum").and_then(Value::as_array);
    if !listed.is_some_and(|values| values.iter().all(|value| !value.is_array())) {
        return;
    }
    if let Some(entries) = schema.as_object_mut()
        && let Some(values) = entries.remove("enum")
    {
        if let Some(Value::Object(items)) = entries.get_mut("items") {
            items.entry("enum").or_insert(values);
        }
        let message = "`enum` of an array lists no arrays: read as that of its `items`";
        notes.rewritten(&at.join("enum"), message, "move it into `items`");
    }
}

/// The names and descriptions of the values, where each value has one.
fn beside(schema: &mut Value, at: &Pointer, notes: &mut Notes<'_>) {
    let Some(entries) = schema.as_object_mut() else {
        return;
    };
    let Some(count) = entries.get("enum").and_then(Value::as_array).map(Vec::len) else {
        return;
    };
    for (key, mark) in BESIDE {
        let Some(said) = entries.remove(key) else {
            continue;
        };
        let list = said.as_array();
        if list.is_some_and(|list| list.len() == count && list.iter().all(Value::is_string)) {
            entries.entry(mark).or_insert(said);
        } else {
            let message = format!("`{key}` is no list of texts beside `enum`: left out");
            notes.rewritten(&at.join(key), message, "give it one text for each value");
        }
    }
}

/// The values of an enum, each once, with what is said beside it of each.
pub(super) fn variants(schema: &Value) -> Vec<Variant> {
    let listed = schema.get("enum").and_then(Value::as_array);
    let said = |mark: &str, value: &Value| {
        let list = schema.get(mark)?.as_array()?;
        let listed = listed.filter(|listed| listed.len() == list.len())?;
        let index = listed.iter().position(|listed| listed == value)?;
        list[index].as_str().filter(|text| !text.trim().is_empty())
    };
    let values = values(schema).into_iter().flatten();
    let variants = values.map(|value| Variant {
        name: said(NAMES, &value).map(str::to_owned),
        docs: descriptions::safe(said(DOCS, &value).unwrap_or_default()),
        value,
    });
    variants.collect()
}

/// Lists and objects make no variants.
fn scalars(schema: &mut Value, at: &Pointer, notes: &mut Notes<'_>) {
    let Some(Value::Array(values)) = schema.get("enum") else {
        return;
    };
    let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
    if values.iter().all(is_scalar) {
        return;
    }
    let message = "`enum` lists values that are no scalars: any value of the type is taken";
    notes.lost(
        &at.join("enum"),
        message,
        "list texts, numbers and flags alone",
    );
    if let Some(entries) = schema.as_object_mut() {
        entries.remove("enum");
    }
}

/// Values of another kind than the schema's `type`.
fn of_kind(schema: &mut Value, at: &Pointer, notes: &mut Notes<'_>) {
    let Some(Value::Array(values)) = schema.get("enum") else {
        return;
    };
    let kind = text(schema, "type").map(str::to_owned);
    let read: Option<Vec<Value>> = values
        .iter()
        .map(|value| cast(value, kind.as_deref()))
        .collect();
    let (same, values) = (read.as_ref() == Some(values), values.clone());
    let Some(entries) = schema.as_object_mut() else {
        return;
    };
    let help = "write the values in the kind of `type`";
    match read {
        Some(_) if same => {}
        Some(read) => {
            let message = format!(
                "`enum` lists values of another kind: read as {}",
                shown(&read)
            );
            notes.rewritten(&at.join("enum"), message, help);
            entries.insert("enum".to_owned(), json!(read));
        }
        None => {
            let message = format!(
                "`enum` lists values that are none of `{}`: any scalar is taken",
                kind.unwrap_or_default()
            );
            notes.rewritten(&at.join("enum"), message, help);
            entries.remove("type");
            entries.remove("format");
            entries.insert("enum".to_owned(), json!(values));
        }
    }
    // Both flags are all flags, and one alone is told by no type.
    let flags = |values: &Vec<Value>| {
        values
            .iter()
            .all(|value| value.is_boolean() || value.is_null())
    };
    if entries
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(flags)
    {
        let null = entries["enum"]
            .as_array()
            .is_some_and(|values| values.contains(&Value::Null));
        if null {
            entries.insert("nullable".to_owned(), json!(true));
        }
        entries.remove("enum");
    }
}

/// The first of the values: nobody reads hundreds.
fn shown(values: &[Value]) -> String {
    const SHOWN: usize = 5;
    let first = values.iter().take(SHOWN).map(|value| format!("`{value}`"));
    let first = first.collect::<Vec<_>>().join(", ");
    match values.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => format!("{first} and {more} more"),
        _ => first,
    }
}

/// The value in the kind of the type, where it says the same.
fn cast(value: &Value, kind: Option<&str>) -> Option<Value> {
    match (kind, value) {
        (_, Value::Null) => Some(Value::Null),
        (Some("string"), Value::Number(_) | Value::Bool(_)) => Some(json!(value.to_string())),
        (Some("integer" | "number" | "boolean"), Value::String(text)) => {
            let read: Value = serde_json::from_str(text).ok()?;
            is_of(&read, kind).then_some(read)
        }
        _ => is_of(value, kind).then(|| value.clone()),
    }
}

fn is_of(value: &Value, kind: Option<&str>) -> bool {
    match kind {
        Some("string") => value.is_string(),
        Some("integer" | "number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        _ => true,
    }
}
