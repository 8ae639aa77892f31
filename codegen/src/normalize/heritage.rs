//! Which places have the properties of named schemas, as `allOf` says: taken before compositions
//! are merged, so that what is inherited can be told from what a place says itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Model, Schema,
    schema::{look, referred},
};
use crate::Pointer;

/// Who inherits from whom.
#[derive(Debug, Default)]
pub(super) struct Heritage {
    /// By the place of an heir, those of the named schemas.
    parents: BTreeMap<Pointer, Vec<Pointer>>,
    /// The named schemas from which a named one inherits, be it somewhere inside.
    named: BTreeMap<String, BTreeSet<String>>,
}

pub(super) fn of(model: &Model) -> Heritage {
    let mut heritage = Heritage::default();
    for (name, schema) in &model.components {
        let mut named = BTreeSet::new();
        heritage.read(schema, model, &mut named);
        if !named.is_empty() {
            heritage.named.insert(name.clone(), named);
        }
    }
    for schema in model.slots.iter().flat_map(BTreeMap::values) {
        heritage.read(schema, model, &mut BTreeSet::new());
    }
    heritage
}

impl Heritage {
    fn read(&mut self, schema: &Schema, model: &Model, named: &mut BTreeSet<String>) {
        look(&schema.value, &schema.pointer, &mut |heir, at| {
            let composed = heir.get("allOf").is_some() || heir.get("properties").is_some();
            if !composed {
                return;
            }
            let mut parts = Vec::new();
            listed(heir, &mut parts);
            for part in parts {
                if let Some(schema) = model.components.get(part) {
                    named.insert(part.to_owned());
                    let parents = self.parents.entry(at.clone()).or_default();
                    parents.push(schema.pointer.clone());
                }
            }
        });
    }

    /// All from which a place inherits, be it through others, the nearest first.
    pub(super) fn ancestors(&self, place: &Pointer) -> Vec<Pointer> {
        let mut found: Vec<Pointer> = Vec::new();
        let mut next = vec![place];
        while let Some(at) = next.pop() {
            for parent in self.parents.get(at).into_iter().flatten() {
                if parent != place && !found.contains(parent) {
                    found.push(parent.clone());
                    next.push(parent);
                }
            }
        }
        found
    }

    /// The named schemas in the order of their names, but each behind those that it inherits from.
    pub(super) fn sorted(&self, mut schemas: BTreeMap<String, Schema>) -> Vec<(String, Schema)> {
        let mut sorted = Vec::with_capacity(schemas.len());
        let mut queue: Vec<(String, bool)> = schemas.keys().rev().cloned().map(fresh).collect();
        let mut met = BTreeSet::new();
        while let Some((name, ready)) = queue.pop() {
            if ready {
                sorted.extend(schemas.remove_entry(&name));
            } else if met.insert(name.clone()) {
                let parents = self.named.get(&name).into_iter().flatten().rev();
                let parents: Vec<_> = parents.cloned().map(fresh).collect();
                queue.push((name, true));
                queue.extend(parents);
            }
        }
        sorted
    }
}

/// A schema whose parents are still to be looked at.
fn fresh(name: String) -> (String, bool) {
    (name, false)
}

/// The named schemas among the parts of a composition, be they parts of its parts.
fn listed<'a>(schema: &'a Value, parts: &mut Vec<&'a str>) {
    for key in ["allOf", "oneOf", "anyOf"] {
        let branches = schema.get(key).and_then(Value::as_array);
        for branch in branches.into_iter().flatten() {
            match referred(branch) {
                Some(name) => parts.push(name),
                None => listed(branch, parts),
            }
        }
    }
}
