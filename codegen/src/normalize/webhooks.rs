//! Names the payloads of webhooks that are written in place, so that they become types as the
//! named ones do. No operation of the client has them: they are delivered to its users.

use serde_json::{Map, Value};

use super::{Model, Schema, hoist, schema::text};
use crate::{Document, Pointer};

/// The maps of events at the root: ours for OpenAPI 3.0, and that of 3.1.
const ROOTS: [&str; 2] = ["/x-webhooks", "/webhooks"];

pub(super) fn name(document: &Document, model: &mut Model) {
    for (event, item) in path_items(document) {
        let Some((at, item)) = document.resolve(item.as_str()) else {
            continue;
        };
        for (method, operation) in entries(Some(item)) {
            let at = at.join(method).join("requestBody");
            let Some((at, body)) = document.resolve(at.as_str()) else {
                continue;
            };
            let id = text(operation, "operationId").unwrap_or(&event);
            for (media_type, media) in entries(body.get("content")) {
                let pointer = at.join("content").join(media_type).join("schema");
                if let Some(value) = media.get("schema").filter(|schema| is_inline(schema)) {
                    let value = value.clone();
                    let name = free(model, &format!("{id} delivery"));
                    model.components.insert(name, Schema { pointer, value });
                    // Further media types are other spellings of the same payload.
                    break;
                }
            }
        }
    }
}

/// The path items of all events, each with the event's name: those at the root, then those that
/// operations register.
fn path_items(document: &Document) -> Vec<(String, Pointer)> {
    let mut items = Vec::new();
    for root in ROOTS {
        let at = Pointer::from(root);
        let events = entries(document.get(root));
        items.extend(events.map(|(event, _)| (event.clone(), at.join(event))));
    }
    for operation in document.operations() {
        let callbacks = operation.pointer.join("callbacks");
        for (event, _) in entries(operation.value.get("callbacks")) {
            let Some((at, callback)) = document.resolve(callbacks.join(event).as_str()) else {
                continue;
            };
            let addressed = entries(Some(callback));
            items.extend(addressed.map(|(address, _)| (event.clone(), at.join(address))));
        }
    }
    items
}

fn entries(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    let entries = value.and_then(Value::as_object);
    entries.into_iter().flat_map(Map::iter)
}

/// Whether a schema has no name, and would be a type if it had one.
fn is_inline(schema: &Value) -> bool {
    schema.get("$ref").is_none() && hoist::becomes_type(schema)
}

/// The name, or, where the document has it already, the name with a number.
fn free(model: &Model, name: &str) -> String {
    let numbered = (2..).map(|number| format!("{name} {number}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|name| !model.components.contains_key(name))
        .unwrap_or_default()
}
