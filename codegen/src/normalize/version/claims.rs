//! What a schema of OpenAPI 3.1 claims that no type holds and no rule checks.

use serde_json::{Map, Value, json};

use crate::{NoteKind, Pointer, note::Notes};

/// Keywords that only forbid: without them, more is taken.
const FORBIDDING: [&str; 9] = [
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
    "dependentRequired",
    "contains",
    "minContains",
    "maxContains",
    "contentSchema",
    "$dynamicRef",
];

/// Keywords below which schemas apply to the same value as this one.
const CONDITIONAL: [&str; 3] = ["then", "else", "dependentSchemas"];

const HELP: &str = "say by `properties` or `oneOf` what the value is";

/// Notes what is lost on the schema as authored.
pub(super) fn note(schema: &Value, at: &Pointer, notes: &mut Notes<'_>) {
    let Value::Object(entries) = schema else {
        if *schema == json!(false) {
            let message = "`false` forbids any value: read as one that allows any";
            notes.rewritten(at, message, "remove it, or write a type");
        }
        return;
    };
    for key in FORBIDDING {
        // Where it allows some, those are properties of any name.
        let allows = |value: &Value| key == "unevaluatedProperties" && *value != json!(false);
        if entries.get(key).is_some_and(|value| !allows(value)) {
            let message =
                format!("`{key}` is no part of the type: what it forbids is taken as well");
            notes.rewritten(&at.join(key), message, HELP);
        }
    }
    if entries
        .get("const")
        .is_some_and(|value| value.is_object() || value.is_array())
    {
        let message = "a `const` that is no scalar is no part of the type: any value is taken";
        notes.rewritten(
            &at.join("const"),
            message,
            "say by `properties` what the value has",
        );
    }
    for key in CONDITIONAL {
        conditional(entries, key, at, notes);
    }
    patterns(entries, at, notes);
    tuple(entries, at, notes);
}

/// A condition costs the fields that it adds.
fn conditional(entries: &Map<String, Value>, key: &str, at: &Pointer, notes: &mut Notes<'_>) {
    let Some(value) = entries.get(key) else {
        return;
    };
    let own = entries.get("properties");
    let adds = |schema: &Value| {
        let properties = schema.get("properties").and_then(Value::as_object);
        let mut names = properties.into_iter().flat_map(Map::keys);
        names.any(|name| own.is_none_or(|own| own.get(name).is_none()))
    };
    let adding = match value {
        Value::Object(schemas) if key == "dependentSchemas" => schemas.values().any(adds),
        schema => adds(schema),
    };
    let (kind, message) = if adding && own.is_some() {
        (
            NoteKind::Lost,
            format!("`{key}` is no part of the type: its fields are left out"),
        )
    } else {
        let message = format!("`{key}` is no part of the type: what it forbids is taken as well");
        (NoteKind::Rewritten, message)
    };
    notes.take(kind, &at.join(key), message, HELP);
}

fn patterns(entries: &Map<String, Value>, at: &Pointer, notes: &mut Notes<'_>) {
    if entries.contains_key("patternProperties") {
        let message = "`patternProperties`: read as properties of any name";
        let help = "write `additionalProperties`";
        notes.rewritten(&at.join("patternProperties"), message, help);
    }
}

fn tuple(entries: &Map<String, Value>, at: &Pointer, notes: &mut Notes<'_>) {
    let Some(Value::Array(items)) = entries.get("prefixItems") else {
        return;
    };
    if items.windows(2).any(|pair| pair[0] != pair[1]) {
        let message = "`prefixItems` of several types: read as a list of any values";
        notes.rewritten(
            &at.join("prefixItems"),
            message,
            "write `items` with a `oneOf`",
        );
    }
}
