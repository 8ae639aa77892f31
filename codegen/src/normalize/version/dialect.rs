//! One schema of JSON Schema 2020-12, as OpenAPI 3.1 has it, in the words of OpenAPI 3.0.

use serde_json::{Map, Value, json};

use super::super::hoist::PLACE;

/// Keywords that say something of a value of one type alone, by that type.
const OF_TYPE: [(&str, &[&str]); 5] = [
    (
        "string",
        &[
            "minLength",
            "maxLength",
            "pattern",
            "contentEncoding",
            "contentMediaType",
        ],
    ),
    ("integer", NUMBERS),
    ("number", NUMBERS),
    (
        "array",
        &[
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "uniqueItems",
        ],
    ),
    (
        "object",
        &[
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
        ],
    ),
];

const NUMBERS: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];

/// Lowers a schema whose subschemas are lowered.
pub(super) fn lower(schema: &mut Value) {
    let Value::Object(entries) = schema else {
        // `true` allows any value, and no type says that `false` allows none.
        *schema = json!({});
        return;
    };
    reference(entries);
    constant(entries);
    types(entries);
    bound(entries, "minimum", "exclusiveMinimum", |limit, other| {
        limit >= other
    });
    bound(entries, "maximum", "exclusiveMaximum", |limit, other| {
        limit <= other
    });
    content(entries);
    tuple(entries);
    others(entries);
}

/// What stands beside a `$ref` holds too, unless it only annotates the place.
fn reference(entries: &mut Map<String, Value>) {
    let annotates = |key: &String| {
        PLACE.contains(&key.as_str())
            || matches!(
                key.as_str(),
                "$ref" | "$comment" | "title" | "example" | "examples"
            )
            || key.starts_with("x-")
    };
    if !entries.contains_key("$ref") || entries.keys().all(annotates) {
        return;
    }
    if let Some(reference) = entries.remove("$ref") {
        let branches = entries.entry("allOf").or_insert_with(|| json!([]));
        if let Value::Array(branches) = branches {
            branches.insert(0, json!({ "$ref": reference }));
        }
    }
}

/// `const` is an `enum` of one value; null among the values is `nullable`, and what all of them
/// are is the type.
fn constant(entries: &mut Map<String, Value>) {
    if let Some(value) = entries.remove("const") {
        entries.insert("enum".to_owned(), json!([value]));
    }
    let Some(Value::Array(values)) = entries.get_mut("enum") else {
        return;
    };
    let count = values.len();
    values.retain(|value| !value.is_null());
    let nullable = values.len() < count;
    let mut kinds: Vec<&str> = values.iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let (kinds, empty) = (kinds.join(" "), values.is_empty());
    if empty || matches!(kinds.as_str(), "object" | "array") {
        entries.remove("enum");
    }
    if !empty && !kinds.contains(' ') && !entries.contains_key("type") {
        entries.insert("type".to_owned(), json!(kinds));
    }
    if nullable {
        entries.insert("nullable".to_owned(), json!(true));
        // The list of a nullable enum has null in OpenAPI 3.0.
        if let Some(Value::Array(values)) = entries.get_mut("enum") {
            values.push(Value::Null);
        }
    }
}

fn kind(value: &Value) -> &'static str {
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

/// A list of types is one type, maybe nullable, or else a union.
fn types(entries: &mut Map<String, Value>) {
    let mut names: Vec<String> = match entries.get("type") {
        Some(Value::String(name)) if name == "null" => vec![name.clone()],
        Some(Value::Array(names)) => {
            let names = names.iter().filter_map(Value::as_str);
            names.map(str::to_owned).collect()
        }
        _ => return,
    };
    entries.remove("type");
    names.sort();
    names.dedup();
    if names.iter().any(|name| name == "null") {
        names.retain(|name| name != "null");
        entries.insert("nullable".to_owned(), json!(true));
    }
    if names.iter().any(|name| name == "number") {
        names.retain(|name| name != "integer");
    }
    match names.as_slice() {
        [] => {}
        [name] => {
            entries.insert("type".to_owned(), json!(name));
        }
        names => {
            let said = ["enum", "allOf", "oneOf", "anyOf"];
            if !said.iter().any(|key| entries.contains_key(*key)) {
                let branches: Vec<Value> = names.iter().map(|name| branch(entries, name)).collect();
                entries.insert("oneOf".to_owned(), json!(branches));
            }
        }
    }
}

/// One type of several, with the keywords that are about it.
fn branch(entries: &mut Map<String, Value>, name: &str) -> Value {
    let mut branch = Map::from_iter([("type".to_owned(), json!(name))]);
    let about = OF_TYPE.iter().find(|(kind, _)| *kind == name);
    for key in about.into_iter().flat_map(|(_, keys)| *keys) {
        branch.extend(entries.remove(*key).map(|value| ((*key).to_owned(), value)));
    }
    let format = entries.get("format").and_then(Value::as_str);
    let numeric = matches!(format, Some("int32" | "int64" | "float" | "double"));
    if format.is_some() && numeric == (name == "integer" || name == "number") {
        branch.insert("format".to_owned(), json!(format));
    }
    let mut branch = Value::Object(branch);
    lower(&mut branch);
    branch
}

/// An exclusive bound is a bound with a flag, unless the inclusive one is the stricter.
fn bound(
    entries: &mut Map<String, Value>,
    inclusive: &str,
    exclusive: &str,
    stricter: fn(f64, f64) -> bool,
) {
    let Some(limit) = entries.get(exclusive).filter(|limit| limit.is_number()) else {
        return;
    };
    let limit = limit.clone();
    let other = entries.get(inclusive).and_then(Value::as_f64);
    let (Some(number), other) = (limit.as_f64(), other) else {
        return;
    };
    if other.is_none_or(|other| stricter(number, other)) {
        entries.insert(inclusive.to_owned(), limit);
        entries.insert(exclusive.to_owned(), json!(true));
    } else {
        entries.remove(exclusive);
    }
}

/// Texts that carry something else: `byte` where they are base64, `binary` where they are files
/// (OpenAPI 3.1.1, "Working with Binary Data").
fn content(entries: &mut Map<String, Value>) {
    let text = |key: &str| entries.get(key).and_then(Value::as_str);
    let (encoding, media_type) = (text("contentEncoding"), text("contentMediaType"));
    let is_text = |name: &str| name.starts_with("text/") || name.contains("json");
    let format = match (encoding, media_type) {
        (Some(encoding), _) if encoding.starts_with("base64") => "byte",
        (None, Some(media_type)) if !is_text(media_type) => "binary",
        _ => return,
    };
    let kind = text("type").unwrap_or("string");
    if kind == "string" && !entries.contains_key("format") {
        entries.insert("type".to_owned(), json!("string"));
        entries.insert("format".to_owned(), json!(format));
    }
}

/// A tuple is a list: of what all its items are, or of anything.
fn tuple(entries: &mut Map<String, Value>) {
    let Some(Value::Array(items)) = entries.remove("prefixItems") else {
        return;
    };
    let rest = entries.get("items").filter(|rest| **rest != json!({}));
    let first = items.first().cloned().unwrap_or_else(|| json!({}));
    let alike = items.iter().chain(rest).all(|item| *item == first);
    entries.insert("items".to_owned(), if alike { first } else { json!({}) });
    entries.entry("type").or_insert_with(|| json!("array"));
}

/// What other properties are, where they are named by patterns or are what nothing else evaluates.
fn others(entries: &mut Map<String, Value>) {
    let patterns = entries.remove("patternProperties");
    let unevaluated = entries.remove("unevaluatedProperties");
    let allows = |others: &&Value| **others != json!(false);
    let rest = entries.get("additionalProperties").or(unevaluated.as_ref());
    let named = patterns.as_ref().and_then(Value::as_object);
    let named = named.into_iter().flat_map(Map::values);
    let mut kinds: Vec<&Value> = named.chain(rest.filter(allows)).collect();
    kinds.dedup();
    let others = match kinds.as_slice() {
        [] => return,
        [kind] => (*kind).clone(),
        _ => json!({}),
    };
    entries.insert("additionalProperties".to_owned(), others);
}
