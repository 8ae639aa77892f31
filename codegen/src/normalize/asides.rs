//! What a document says of its operations beside calls and types: credentials, headers
//! and links of answers. The client has none of it, and notes say what that means.

use serde_json::{Map, Value};

use super::schema::{flag, text};
use crate::{Document, Operation, Pointer, note::Notes};

/// Notes what the client does not say of an operation that it has.
pub(super) fn note(document: &Document, operation: &Operation<'_>, notes: &mut Notes<'_>) {
    security(document, operation, notes);
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

/// A client has one token, which it sends as a bearer, and keys and headers that it sends with
/// every call.
fn security(document: &Document, operation: &Operation<'_>, notes: &mut Notes<'_>) {
    let own = operation.value.get("security");
    let asked = own.or_else(|| document.get("/security"));
    let asked = asked.and_then(Value::as_array).into_iter().flatten();
    // What can be done without, or in another way, is missed by nobody.
    let ways: Vec<&Map<String, Value>> = asked.filter_map(Value::as_object).collect();
    let [only] = ways.as_slice() else {
        return;
    };
    for name in only.keys() {
        let at = Pointer::from("/components/securitySchemes").join(name);
        let Some((at, scheme)) = document.resolve(at.as_str()) else {
            continue;
        };
        match (text(scheme, "type"), text(scheme, "in")) {
            (Some("apiKey"), Some("query")) => {
                let key = text(scheme, "name").unwrap_or_default();
                let message = format!("the key `{key}` of the query is what the client is given");
                notes.rewritten(&at, message, "give it to the builder by `query_key`");
            }
            (Some("apiKey"), _) => {
                let message = format!("the key of `{name}` is a header that the client is given");
                notes.rewritten(&at, message, "give it to the builder by `header`");
            }
            (Some("http"), _) if !is_bearer(scheme) => {
                let scheme = text(scheme, "scheme").unwrap_or_default();
                let message = format!("credentials of the scheme `{scheme}` are a header");
                notes.rewritten(
                    &at,
                    message,
                    "give `authorization` to the builder by `header`",
                );
            }
            _ => {}
        }
    }
}

fn is_bearer(scheme: &Value) -> bool {
    text(scheme, "scheme").is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer"))
}

fn answers(document: &Document, operation: &Operation<'_>, notes: &mut Notes<'_>) {
    let at = operation.pointer.join("responses");
    let responses = document.get(at.as_str()).and_then(Value::as_object);
    for status in responses.into_iter().flat_map(Map::keys) {
        let Some((at, response)) = document.resolve(at.join(status).as_str()) else {
            continue;
        };
        for (key, message, help) in [
            (
                "headers",
                "headers of an answer have no types: each is read as a text",
                "ask the answer for them by name",
            ),
            (
                "links",
                "`links` are no part of the client",
                "call the linked operations",
            ),
        ] {
            if response.get(key).is_some_and(|value| !is_empty(value)) {
                notes.rewritten(&at.join(key), message, help);
            }
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
