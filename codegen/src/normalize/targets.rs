//! Names for the schemas that are referred to by their place: inside another schema, in an
//! operation, or in another file. What is left are references to named schemas alone.

use std::{collections::BTreeMap, path::Path};

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    hoist::PLACE,
    schema::{COMPONENTS, reference, walk},
};
use crate::{Document, Pointer, document::MAX_DEPTH, names::Scope, plan::Content};

pub(super) fn name(document: &Document, model: &mut Model) {
    let mut naming = Naming {
        document,
        names: Scope::default(),
        given: BTreeMap::new(),
        fresh: Vec::new(),
    };
    for name in model.components.keys() {
        naming.names.claim(name);
    }
    for (name, schema) in &mut model.components {
        naming.adopt(name, schema);
    }
    for schema in model.schemas_mut() {
        naming.schema(schema);
    }
    while let Some((name, place)) = naming.fresh.pop() {
        let mut schema = naming.at(&place);
        naming.schema(&mut schema);
        model.components.insert(name, schema);
    }
    naming.replace(model);
}

struct Naming<'d> {
    document: &'d Document,
    names: Scope,
    /// The names of places outside of the components.
    given: BTreeMap<Pointer, String>,
    /// Named, but not yet among the components.
    fresh: Vec<(String, Pointer)>,
}

/// What a reference leads to.
enum Target {
    Named(String),
    Place(Pointer),
}

impl Naming<'_> {
    fn at(&self, place: &Pointer) -> Schema {
        let value = self.document.get(place.as_str()).cloned();
        Schema {
            pointer: place.clone(),
            value: value.unwrap_or_else(|| json!({})),
        }
    }

    /// A named schema that only refers to a place is that place.
    fn adopt(&mut self, name: &str, schema: &mut Schema) {
        let reference = schema.value.get("$ref").and_then(Value::as_str);
        if let Some(Target::Place(place)) = reference.and_then(|text| self.target(text))
            && !self.given.contains_key(&place)
        {
            *schema = self.at(&place);
            self.given.insert(place, name.to_owned());
        }
    }

    fn target(&self, text: &str) -> Option<Target> {
        let mut at = Pointer::from_reference(text)?;
        for _ in 0..MAX_DEPTH {
            if let Some(name) = component(&at) {
                return Some(Target::Named(name));
            }
            let value = self.document.get(at.as_str())?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(text) => at = Pointer::from_reference(text)?,
                None => return Some(Target::Place(at)),
            }
        }
        None
    }

    /// The name of what a reference leads to.
    fn named(&mut self, text: &str) -> Option<String> {
        let place = match self.target(text)? {
            Target::Named(name) => return Some(name),
            Target::Place(place) => place,
        };
        if let Some(name) = self.given.get(&place) {
            return Some(name.clone());
        }
        let name = self.names.claim(&spelled(self.document, &place));
        self.fresh.push((name.clone(), place.clone()));
        self.given.insert(place, name.clone());
        Some(name)
    }

    /// Points every reference in a schema at a named one.
    fn schema(&mut self, schema: &mut Schema) {
        walk(&mut schema.value, &schema.pointer, &mut |value, _| {
            let Value::Object(entries) = value else {
                return;
            };
            if let Some(found) = entries.get("$ref") {
                match found.as_str().and_then(|text| self.named(text)) {
                    Some(name) => {
                        entries.extend(reference_entry(&name));
                        // Whatever else stands beside a reference is ignored (OpenAPI 3.0.3,
                        // "Reference Object"), but what is said of the place helps its readers.
                        entries.retain(|key, _| key == "$ref" || PLACE.contains(&key.as_str()));
                    }
                    None => {
                        entries.remove("$ref");
                    }
                }
            }
            let mapping = entries.get_mut("discriminator");
            let mapping = mapping.and_then(|found| found.get_mut("mapping")?.as_object_mut());
            for target in mapping.into_iter().flat_map(Map::values_mut) {
                if let Some(name) = target.as_str().and_then(|text| self.named(text)) {
                    *target = json!(format!("{COMPONENTS}{name}"));
                }
            }
        });
    }

    /// Puts a reference wherever a schema stands that now has a name.
    fn replace(&self, model: &mut Model) {
        if self.given.is_empty() {
            return;
        }
        let reference_at = |at: &Pointer| self.given.get(at).map(|name| reference(name));
        for (operation, slots) in model.plan.operations.iter().zip(&mut model.slots) {
            // The type of a body in parts is its own.
            let parts = operation.bodies();
            let parts = parts.filter(|body| body.content == Content::Multipart);
            let own: Vec<&String> = parts.filter_map(|body| body.key.as_ref()).collect();
            for (key, schema) in slots {
                let whole = (!own.contains(&key)).then(|| reference_at(&schema.pointer));
                match whole.flatten() {
                    Some(reference) => schema.value = reference,
                    None => inner(schema, &reference_at),
                }
            }
        }
        for schema in model.components.values_mut() {
            inner(schema, &reference_at);
        }
    }
}

/// Puts references in the place of schemas below a schema.
fn inner(schema: &mut Schema, reference_at: &dyn Fn(&Pointer) -> Option<Value>) {
    let top = schema.pointer.clone();
    walk(&mut schema.value, &top, &mut |value, at| {
        if *at != top
            && let Some(reference) = reference_at(at)
        {
            *value = reference;
        }
    });
}

fn reference_entry(name: &str) -> Map<String, Value> {
    match reference(name) {
        Value::Object(entry) => entry,
        _ => Map::new(),
    }
}

/// The name in the pointer of a named schema.
fn component(at: &Pointer) -> Option<String> {
    let name = at.as_str().strip_prefix(&COMPONENTS[1..])?;
    (!name.contains('/')).then(|| at.last().unwrap_or_default().into_owned())
}

/// What the author called a place that an operation only refers to: a component, a file, or the
/// body or answer of another operation.
pub(super) fn called(document: &Document, at: &Pointer, operation: &Pointer) -> Option<String> {
    let in_common = operation.parent().map(|item| item.join("parameters"));
    let is_below = |place: &Pointer| {
        let way = at.as_str().strip_prefix(place.as_str());
        way.is_some_and(|way| way.is_empty() || way.starts_with('/'))
    };
    if is_below(operation) || in_common.as_ref().is_some_and(is_below) {
        return None;
    }
    let inside = Pointer::from(document.inside(at.as_str()));
    let mut tokens = inside.tokens();
    let named = match tokens.next().as_deref() {
        Some("paths") => matches!(tokens.nth(2).as_deref(), Some("requestBody" | "responses")),
        Some("webhooks" | "x-webhooks") => false,
        _ => true,
    };
    named.then(|| spelled(document, at))
}

/// A name for a place: what the author called it there or nearest above, and the way from there;
/// in a file without such a name, the file's.
fn spelled(document: &Document, place: &Pointer) -> String {
    let file = Path::new(document.file(place.as_str()).name()).file_stem();
    let stem = || file.unwrap_or_default().to_string_lossy().into_owned();
    let inside = Pointer::from(document.inside(place.as_str()));
    let tokens: Vec<String> = inside.tokens().map(std::borrow::Cow::into_owned).collect();
    let mut tokens = tokens.iter().map(String::as_str);
    let mut parts: Vec<String> = Vec::new();
    while let Some(token) = tokens.next() {
        let role = match token {
            "schema" | "paths" => continue,
            "components" => {
                tokens.next();
                parts = tokens.next().into_iter().map(str::to_owned).collect();
                continue;
            }
            "content" => {
                tokens.next();
                continue;
            }
            "schemas" | "definitions" | "$defs" => {
                parts = tokens.next().into_iter().map(str::to_owned).collect();
                continue;
            }
            "requestBody" => "request".to_owned(),
            "responses" => match tokens.next().unwrap_or_default() {
                status if status.starts_with('2') => "response".to_owned(),
                other => other.to_owned(),
            },
            "properties" => tokens.next().unwrap_or_default().to_owned(),
            "items" => "item".to_owned(),
            "additionalProperties" => "value".to_owned(),
            "allOf" | "oneOf" | "anyOf" => format!("variant {}", tokens.next().unwrap_or_default()),
            path if path.starts_with('/') => {
                let item = Pointer::from("/paths").join(path);
                let method = tokens.next().unwrap_or_default();
                parts.push(operation(document, &item.join(method), method, path));
                continue;
            }
            name => {
                parts = vec![name.to_owned()];
                continue;
            }
        };
        if parts.is_empty() {
            parts.push(stem());
        }
        parts.push(role);
    }
    if parts.is_empty() {
        parts.push(stem());
    }
    parts.join(" ")
}

fn operation(document: &Document, at: &Pointer, method: &str, path: &str) -> String {
    let id = document.get(at.as_str()).and_then(|operation| {
        let id = operation.get("operationId")?.as_str()?;
        Some(id.to_owned())
    });
    id.unwrap_or_else(|| format!("{method} {path}"))
}
