//! Objects that require another of their kind, which would have no end: there, it may be missing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Model, Schema, fields::nullable, schema::referred};
use crate::{document::MAX_DEPTH, note::Notes};

pub(super) fn end(model: &mut Model, notes: &mut Notes<'_>) {
    let mut walk = Walk {
        components: &model.components,
        above: Vec::new(),
        met: BTreeSet::new(),
        endless: Vec::new(),
    };
    for (name, schema) in &model.components {
        walk.visit(name, &schema.value);
    }
    for (name, property) in walk.endless {
        let Some(schema) = model.components.get_mut(&name) else {
            continue;
        };
        if let Some(required) = schema
            .value
            .get_mut("required")
            .and_then(Value::as_array_mut)
        {
            required.retain(|name| *name != property);
        }
        let message =
            format!("`{property}` requires one of its own kind, without an end: it may be missing");
        let at = schema.pointer.join("properties").join(&property);
        notes.rewritten(&at, message, "take it out of `required`");
    }
}

struct Walk<'a> {
    components: &'a BTreeMap<String, Schema>,
    /// The schemas that hold the one that is visited.
    above: Vec<&'a str>,
    met: BTreeSet<&'a str>,
    /// Properties that close a circle, each with the schema that has it.
    endless: Vec<(String, String)>,
}

impl<'a> Walk<'a> {
    fn visit(&mut self, name: &'a str, schema: &'a Value) {
        if !self.met.insert(name) {
            return;
        }
        self.above.push(name);
        for (property, held) in required(schema) {
            let Some((target, held)) = self.held(held) else {
                continue;
            };
            if self.above.contains(&target) {
                self.endless.push((name.to_owned(), property.to_owned()));
            } else {
                self.visit(target, held);
            }
        }
        self.above.pop();
    }

    /// The named schema of which a property always holds a value.
    fn held(&self, property: &'a Value) -> Option<(&'a str, &'a Value)> {
        let mut held = None;
        let mut at = property;
        for _ in 0..MAX_DEPTH {
            let Some((name, schema)) =
                referred(at).and_then(|name| self.components.get_key_value(name))
            else {
                break;
            };
            at = &schema.value;
            held = Some((name.as_str(), at));
        }
        held.filter(|_| !nullable(property, self.components))
    }
}

/// The properties that an object requires.
fn required(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let names = schema.get("required").and_then(Value::as_array);
    let names = names.into_iter().flatten().filter_map(Value::as_str);
    names.filter_map(|name| Some((name, schema.get("properties")?.get(name)?)))
}
