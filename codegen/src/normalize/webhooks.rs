//! Names the payloads of webhooks that are written in place, so that they become types as the
//! named ones do. No operation of the client has them: they are delivered to its users, which is noted.

use serde_json::{Map, Value};

use super::{
    Model, Schema, hoist,
    schema::{referred, text},
};
use crate::{Document, Pointer, note::Notes};

/// The maps of events at the root: ours for OpenAPI 3.0, and that of 3.1.
const ROOTS: [&str; 2] = ["/x-webhooks", "/webhooks"];

pub(super) fn name(document: &Document, model: &mut Model, notes: &mut Notes<'_>) {
    for (event, at) in path_items(document) {
        let payload = payload(document, &event, &at, model);
        // What an operation registers is noted at its `callbacks`.
        if ROOTS
            .iter()
            .any(|root| Pointer::from(*root) == at.parent().unwrap_or_default())
        {
            let has = match payload {
                Some(Payload::Named(name)) => format!("the type of its payload alone, `{name}`"),
                Some(Payload::Inline) => "the type of its payload alone".to_owned(),
                None => "nothing of it".to_owned(),
            };
            let message = format!("`{event}` is called by the provider: the client has {has}");
            notes.rewritten(&at, message, "serve it by a route of your own");
        }
    }
}

/// A payload that has a type.
enum Payload {
    /// Of a schema with this name.
    Named(String),
    /// Of a schema that is written in place, and named here.
    Inline,
}

/// The first payload of an event; each that is written in place becomes a named one.
fn payload(document: &Document, event: &str, at: &Pointer, model: &mut Model) -> Option<Payload> {
    let (at, item) = document.resolve(at.as_str())?;
    let mut first = None;
    for (method, operation) in entries(Some(item)) {
        let at = at.join(method).join("requestBody");
        let Some((at, body)) = document.resolve(at.as_str()) else {
            continue;
        };
        let id = text(operation, "operationId").unwrap_or(event);
        let typed = entries(body.get("content")).find_map(|(media_type, media)| {
            let schema = media.get("schema")?;
            if schema.get("$ref").is_some() {
                return named(document, schema, model).map(Payload::Named);
            }
            // Further media types are other spellings of the same payload.
            hoist::becomes_type(schema).then(|| {
                let pointer = at.join("content").join(media_type).join("schema");
                let value = schema.clone();
                let name = free(model, &format!("{id} delivery"));
                model.components.insert(name, Schema { pointer, value });
                Payload::Inline
            })
        });
        first = first.or(typed);
    }
    first
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

/// The name of the type that a reference leads to.
fn named(document: &Document, schema: &Value, model: &Model) -> Option<String> {
    if let Some(name) = referred(schema) {
        return Some(name.to_owned());
    }
    let target = text(schema, "$ref").and_then(Pointer::from_reference)?;
    let (at, _) = document.resolve(target.as_str())?;
    let mut known = model.components.iter();
    let found = known.find(|(_, schema)| schema.pointer == at);
    found.map(|(name, _)| name.clone())
}

/// The name, or, where the document has it already, the name with a number.
fn free(model: &Model, name: &str) -> String {
    let numbered = (2..).map(|number| format!("{name} {number}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|name| !model.components.contains_key(name))
        .unwrap_or_default()
}
