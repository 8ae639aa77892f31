//! Compositions as types: `allOf` is one schema that says all, a union that other words stand
//! beside says them in each of its branches, and unions of values alone are one enum.

mod both;
mod idioms;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    marks::{TAG, VALUES},
    schema::{referred, walk},
};
use crate::{Pointer, document::MAX_DEPTH, note::Notes};

/// The keywords that make a type; all others describe it, or forbid some of its values.
const TELLING: [&str; 10] = [
    "$ref",
    "type",
    "format",
    "enum",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "oneOf",
    "anyOf",
];

/// What a composition says of its place; the rest of the words around `allOf` are one of its parts.
const PLACE: [&str; 6] = [
    "nullable",
    "description",
    "deprecated",
    "readOnly",
    "writeOnly",
    VALUES,
];

pub(super) const UNIONS: [&str; 2] = ["oneOf", "anyOf"];

pub(super) fn lower(model: &mut Model, notes: &mut Notes<'_>) {
    let authored = std::mem::take(&mut model.components);
    let mut composing = Composing {
        authored: &authored,
        done: BTreeMap::new(),
        open: BTreeSet::new(),
        pairs: BTreeSet::new(),
        notes,
    };
    for name in authored.keys() {
        composing.named(name);
    }
    for schema in model.slots.iter_mut().flat_map(BTreeMap::values_mut) {
        let pointer = schema.pointer.clone();
        composing.below(&mut schema.value, &pointer);
    }
    model.components = composing.done;
}

struct Composing<'a, 'd> {
    authored: &'a BTreeMap<String, Schema>,
    done: BTreeMap<String, Schema>,
    /// The named schemas that are being composed.
    open: BTreeSet<String>,
    /// The pairs of named schemas that are being made one.
    pairs: BTreeSet<(String, String)>,
    notes: &'a mut Notes<'d>,
}

impl Composing<'_, '_> {
    /// A named schema without compositions; its own words alone where it is a part of itself.
    fn named(&mut self, name: &str) -> Option<Value> {
        if let Some(done) = self.done.get(name) {
            return Some(done.value.clone());
        }
        let mut schema = self.authored.get(name)?.clone();
        if !self.open.insert(name.to_owned()) {
            strip(&mut schema.value, &["allOf", "oneOf", "anyOf"]);
            return Some(schema.value);
        }
        let pointer = schema.pointer.clone();
        self.below(&mut schema.value, &pointer);
        self.open.remove(name);
        let value = schema.value.clone();
        self.done.insert(name.to_owned(), schema);
        Some(value)
    }

    /// What the heirs of a named schema have of it: of a union of its heirs, the words around it.
    fn inherited(&mut self, name: &str) -> Option<Value> {
        let authored = self.authored.get(name)?;
        let branches = UNIONS.iter().filter_map(|key| authored.value.get(*key));
        let branches = branches.filter_map(Value::as_array).flatten();
        let mut heirs = branches.filter_map(referred);
        if !heirs.any(|heir| self.inherits(heir, name)) {
            return self.named(name);
        }
        let mut schema = authored.clone();
        strip(&mut schema.value, &["oneOf", "anyOf", "discriminator", TAG]);
        self.below(&mut schema.value, &schema.pointer);
        Some(schema.value)
    }

    /// Whether a named schema has another among its parts, be it through others.
    fn inherits(&self, heir: &str, base: &str) -> bool {
        let mut met = BTreeSet::new();
        let mut queue = vec![heir];
        while let Some(name) = queue.pop() {
            let schema = self.authored.get(name).map(|schema| &schema.value);
            let parts = schema.and_then(|schema| schema.get("allOf")?.as_array());
            for part in parts.into_iter().flatten().filter_map(referred) {
                if part == base {
                    return true;
                }
                if met.insert(part) {
                    queue.push(part);
                }
            }
        }
        false
    }

    /// Composes a schema and each below it, the deepest first.
    fn below(&mut self, schema: &mut Value, at: &Pointer) {
        walk(schema, at, &mut |schema, at| {
            idioms::read(schema, at, self.authored, self.notes);
            self.compose(schema, at);
        });
    }

    fn compose(&mut self, schema: &mut Value, at: &Pointer) {
        let Value::Object(entries) = schema else {
            return;
        };
        let union = UNIONS.iter().any(|key| entries.contains_key(*key));
        let composed = entries.contains_key("allOf") || (union && tells_more(entries));
        if !composed {
            return;
        }
        let mut words = std::mem::take(entries);
        let listed = words.remove("allOf");
        let mut place = Map::new();
        for key in PLACE.into_iter().chain(["title"]) {
            place.extend(words.remove_entry(key));
        }
        let mut parts = match listed {
            Some(Value::Array(parts)) => parts,
            _ => Vec::new(),
        };
        // Unions last: what the others say is said in each of their branches.
        let unions = take_unions(&mut words);
        if tells(&words) || (parts.is_empty() && unions.is_empty()) {
            parts.push(Value::Object(words));
        }
        parts.sort_by_cached_key(|part| self.is_union(part));
        parts.extend(unions);
        let mut parts = parts.into_iter();
        let mut all = parts.next().unwrap_or_else(|| json!({}));
        for part in parts {
            all = self.both(all, part, at);
        }
        if let Value::Object(all) = &mut all {
            all.extend(place);
        }
        *schema = all;
    }

    fn is_union(&mut self, part: &Value) -> bool {
        let named = self.followed(part);
        let part = named.as_ref().unwrap_or(part);
        UNIONS.iter().any(|key| part.get(key).is_some())
    }

    /// What a reference leads to, be it by way of others.
    fn followed(&mut self, schema: &Value) -> Option<Value> {
        let mut target = self.inherited(referred(schema)?)?;
        for _ in 0..MAX_DEPTH {
            match referred(&target).and_then(|name| self.inherited(name)) {
                Some(next) => target = next,
                None => break,
            }
        }
        Some(target)
    }
}

/// Whether a schema says what a value is.
fn tells(entries: &Map<String, Value>) -> bool {
    TELLING.iter().any(|key| {
        entries
            .get(*key)
            .is_some_and(|value| *value != json!(false))
    })
}

/// Whether something beside its unions says what a value is; an object is what they are of anyway.
fn tells_more(entries: &Map<String, Value>) -> bool {
    TELLING.iter().any(|key| match (*key, entries.get(*key)) {
        ("oneOf" | "anyOf", _) | (_, None | Some(Value::Bool(false))) => false,
        ("type", Some(kind)) => kind != "object",
        ("properties", Some(Value::Object(properties))) => !properties.is_empty(),
        _ => true,
    }) || UNIONS.iter().all(|key| entries.contains_key(*key))
}

/// The unions among the words of a schema, each with what tells its branches apart.
fn take_unions(words: &mut Map<String, Value>) -> Vec<Value> {
    let mut unions = Vec::new();
    for key in UNIONS {
        let Some(branches) = words.remove(key) else {
            continue;
        };
        let mut union = Map::from_iter([(key.to_owned(), branches)]);
        for key in [TAG, "discriminator"] {
            union.extend(words.remove_entry(key));
        }
        unions.push(Value::Object(union));
    }
    unions
}

fn strip(schema: &mut Value, keys: &[&str]) {
    if let Value::Object(entries) = schema {
        entries.retain(|key, _| !keys.contains(&key.as_str()));
    }
}
