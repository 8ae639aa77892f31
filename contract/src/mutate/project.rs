//! The part of a document that some recorded values reach, small enough to be compiled anew for
//! every mutant.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value, json};

use crate::schema::{Direction, is_withheld};

/// Keywords that say nothing about values.
const ANNOTATIONS: [&str; 7] = [
    "title",
    "description",
    "example",
    "examples",
    "default",
    "externalDocs",
    "xml",
];

/// A schema with all that the visited schemas say, each at its place in the document; what no
/// value reaches is cut off.
pub(super) fn project(document: &Document, entry: &Pointer, visited: &BTreeSet<Pointer>) -> Value {
    let mut projection = Projection {
        document,
        visited,
        built: BTreeMap::new(),
        queue: vec![(entry.clone(), true)],
    };
    while let Some((at, cut)) = projection.queue.pop() {
        // What was cut is built again where it is wanted whole.
        if projection
            .built
            .get(&at)
            .is_none_or(|(known, _)| *known && !cut)
        {
            projection.built.insert(at.clone(), (cut, Value::Null));
            let schema = projection.schema(&at, cut);
            projection.built.insert(at, (cut, schema));
        }
    }
    // What a schema means depends on the version.
    let version = document.get("/openapi").cloned().unwrap_or_default();
    let mut root = json!({ "openapi": version });
    // An outer schema comes before those inside it, by the order of pointers.
    for (at, (_, schema)) in projection.built {
        put(&mut root, &at, schema);
    }
    root
}

struct Projection<'a> {
    document: &'a Document,
    visited: &'a BTreeSet<Pointer>,
    /// The entry and the targets of references; whether they are cut, and what is left.
    built: BTreeMap<Pointer, (bool, Value)>,
    /// What is still to be built, and whether what is not visited is cut off.
    queue: Vec<(Pointer, bool)>,
}

impl Projection<'_> {
    fn schema(&mut self, at: &Pointer, cut: bool) -> Value {
        let Some(value) = self.document.get(at.as_str()) else {
            return Value::Null;
        };
        let Some(schema) = value
            .as_object()
            .filter(|schema| cut && !schema.contains_key("$ref"))
        else {
            self.refers(value, cut);
            return value.clone();
        };
        let mut kept = Map::new();
        for (keyword, value) in schema {
            let inner = at.join(keyword);
            let value = match (keyword.as_str(), value) {
                (name, _) if ANNOTATIONS.contains(&name) || name.starts_with("x-") => continue,
                ("properties", Value::Object(properties)) => {
                    let names = properties.keys();
                    names
                        .map(|name| (name.clone(), self.part(&inner.join(name))))
                        .collect()
                }
                ("items" | "additionalProperties" | "not", Value::Object(_)) => self.part(&inner),
                ("allOf" | "anyOf" | "oneOf", Value::Array(branches)) => {
                    let branches = 0..branches.len();
                    branches
                        .map(|index| self.schema(&inner.join(index), true))
                        .collect()
                }
                ("enum" | "required", _) => value.clone(),
                (_, value) => {
                    // What is not understood here stays whole, with all that it refers to.
                    self.refers(value, false);
                    value.clone()
                }
            };
            kept.insert(keyword.clone(), value);
        }
        Value::Object(kept)
    }

    /// A schema if a value reaches it; else what is known of it from outside.
    fn part(&mut self, at: &Pointer) -> Value {
        let resolved = self.document.resolve(at.as_str());
        match resolved {
            Some((target, _)) if self.visited.contains(&target) => self.schema(at, true),
            Some(_) => {
                let travels = [
                    ("readOnly", Direction::Request),
                    ("writeOnly", Direction::Response),
                ];
                let marks = travels
                    .into_iter()
                    .filter(|(_, direction)| is_withheld(self.document, at, *direction));
                marks
                    .map(|(mark, _)| (mark.to_owned(), json!(true)))
                    .collect::<Map<_, _>>()
                    .into()
            }
            None => json!({}),
        }
    }

    /// Queues all that a value refers to.
    fn refers(&mut self, value: &Value, cut: bool) {
        match value {
            Value::Object(entries) => {
                let reference = entries.get("$ref").and_then(Value::as_str);
                if let Some(target) = reference.and_then(Pointer::from_reference) {
                    self.queue.push((target, cut));
                }
                entries.values().for_each(|value| self.refers(value, false));
            }
            Value::Array(items) => items.iter().for_each(|item| self.refers(item, false)),
            _ => {}
        }
    }
}

/// Puts a value at its place, making what is above it; a list is made as a mapping by index,
/// which pointers do not tell from one.
fn put(root: &mut Value, at: &Pointer, value: Value) {
    let mut here = root;
    for token in at.tokens() {
        here = match here {
            Value::Array(items) => {
                match token
                    .parse()
                    .ok()
                    .and_then(|index: usize| items.get_mut(index))
                {
                    Some(item) => item,
                    None => return,
                }
            }
            Value::Object(entries) => entries.entry(token).or_insert_with(|| json!({})),
            _ => return,
        };
    }
    *here = value;
}
