//! What a document says of its operations beside calls and types: callbacks, headers and links of
//! answers. The client has none of it, and notes say what that means.

use serde_json::{Map, Value};

use super::schema::flag;
use crate::{Document, Operation, note::Notes};

/// Notes what the client does not say of an operation that it has.
pub(super) fn note(document: &Document, operation: &Operation<'_>, notes: &mut Notes<'_>) {
    answers(document, operation, notes);
    for owner in [&operation.item, &operation.pointer] {
        for (_, at, parameter) in document.parameters(owner) {
            if flag(parameter, "allowReserved") {
                let message = "`allowReserved`: reserved characters are percent-encoded";
                notes.rewritten(&at.join("allowReserved"), message, "remove it");
            }
        }
    }
    if operation.value.get("callbacks").is_some() {
        let message = "`callbacks` are called by the provider: the client has their types alone";
        let at = operation.pointer.join("callbacks");
        notes.rewritten(&at, message, "serve them by routes of your own");
    }
}

fn answers(document: &Document, operation: &Operation<'_>, notes: &mut Notes<'_>) {
    let at = operation.pointer.join("responses");
    let responses = document.get(at.as_str()).and_then(Value::as_object);
    for status in responses.into_iter().flat_map(Map::keys) {
        let Some((at, response)) = document.resolve(at.join(status).as_str()) else {
            continue;
        };
        let headers = response.get("headers").and_then(Value::as_object);
        let names = headers.into_iter().flat_map(Map::keys);
        let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        if !names.is_empty() {
            let message = format!("headers of an answer are texts: {}", names.join(", "));
            let help = "ask the answer for them by name";
            notes.rewritten(&at.join("headers"), message, help);
        }
        if response.get("links").is_some_and(|links| !is_empty(links)) {
            let message = "`links` are no part of the client";
            notes.rewritten(&at.join("links"), message, "call the linked operations");
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => true,
    }
}
