//! Schemas that need no type, as nothing refers to what would be made of them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    Model, Schema,
    schema::{look, referred},
};
use crate::{Pointer, plan::Content};

/// The named schemas to which nothing refers, since each use of them is a body in parts.
pub(super) fn in_parts_alone(model: &Model) -> BTreeMap<Pointer, String> {
    let operations = model.plan.operations.iter().zip(&model.slots);
    let bodies = operations.flat_map(|(operation, slots)| {
        let parts = operation.bodies();
        let parts = parts.filter(|body| body.content == Content::Multipart);
        parts.filter_map(|body| Some(&slots.get(body.key.as_ref()?)?.pointer))
    });
    let bodies: BTreeSet<&Pointer> = bodies.collect();
    if bodies.is_empty() {
        return BTreeMap::new();
    }
    let named = model.components.iter();
    let named = named.filter(|(_, schema)| bodies.contains(&schema.pointer));
    let mut alone: BTreeMap<Pointer, String> = named
        .map(|(name, schema)| (schema.pointer.clone(), name.clone()))
        .collect();
    let used: BTreeSet<String> = model.schemas().flat_map(mentions).collect();
    alone.retain(|_, name| !used.contains(name));
    alone
}

/// Drops the shared fields to which nothing refers any more, with the types that only they have.
pub(super) fn forget(
    model: &mut Model,
    shared: impl Iterator<Item = String>,
    authored: &BTreeSet<&String>,
) {
    let mut unsure: Vec<String> = shared.collect();
    if unsure.is_empty() {
        return;
    }
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for schema in model.schemas() {
        for name in mentions(schema) {
            *uses.entry(name).or_default() += 1;
        }
    }
    while let Some(name) = unsure.pop() {
        if uses.get(&name).is_some_and(|uses| *uses > 0) {
            continue;
        }
        let dropped = model.components.remove(&name);
        for name in dropped.iter().flat_map(mentions) {
            if let Some(uses) = uses.get_mut(&name) {
                *uses -= 1;
            }
            if !authored.contains(&name) {
                unsure.push(name);
            }
        }
    }
}

/// The named schemas to which a schema refers, as often as it does.
fn mentions(schema: &Schema) -> Vec<String> {
    let mut mentions = Vec::new();
    look(&schema.value, &schema.pointer, &mut |schema, _| {
        mentions.extend(referred(schema).map(str::to_owned));
    });
    mentions
}
