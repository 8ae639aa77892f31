//! Properties that an object requires and does not describe by name: each becomes a field. Where
//! others have no description either, it may be missing, since some such names are those of
//! properties that are no more.

use serde_json::{Value, json};

use super::Model;
use crate::{note::Notes, spelling::meant};

pub(super) fn describe(model: &mut Model, notes: &mut Notes<'_>) {
    for schema in model.components.values_mut() {
        let others = schema.value.get("additionalProperties");
        let others = others.filter(|others| **others != json!(false)).cloned();
        // Whatever it is, it may be among the others.
        if others == Some(json!(true)) || others == Some(json!({})) {
            continue;
        }
        let Some(Value::Array(required)) = schema.value.get("required").cloned() else {
            continue;
        };
        let Some(Value::Object(properties)) = schema.value.get_mut("properties") else {
            continue;
        };
        let at = schema.pointer.join("required");
        let (mut known, unknown): (Vec<Value>, Vec<Value>) =
            required.into_iter().partition(|name| {
                name.as_str()
                    .is_none_or(|name| properties.contains_key(name))
            });
        for name in unknown.iter().filter_map(Value::as_str) {
            if let Some(others) = &others {
                properties.insert(name.to_owned(), others.clone());
                known.push(name.into());
                continue;
            }
            let stray = format!("`required` names `{name}`, which is no property");
            if let Some(meant) = meant(name, properties.keys().map(String::as_str)) {
                let help = format!("mend the name: `{meant}`");
                notes.rewritten(&at, format!("{stray}: left out"), &help);
            } else {
                let message = format!("{stray}: a field of any value, which may be missing");
                notes.rewritten(&at, message, "describe it under `properties`, or remove it");
                properties.insert(name.to_owned(), json!({}));
            }
        }
        schema.value["required"] = known.into();
    }
}
