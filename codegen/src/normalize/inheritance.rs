//! Bases with a discriminator, from which other schemas inherit by `allOf`: where such a base is
//! used as a type, one of its heirs is meant.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    schema::{reference, referred, target_name, text},
};
use crate::{Pointer, names::Scope, note::Notes};

/// Makes each base the union of its heirs, and gives the fields that they share a name of their own.
///
/// The names of the shared fields, which nobody needs once they are merged into the heirs, each
/// with its base.
pub(super) fn lower(model: &mut Model, notes: &mut Notes<'_>) -> Bases {
    let mut children: Children = BTreeMap::new();
    for (name, schema) in &model.components {
        for parent in parents(&schema.value) {
            children.entry(parent).or_default().push(name.clone());
        }
    }
    let mut scope = Scope::default();
    for name in model.components.keys() {
        scope.claim(name);
    }
    let mut shared: BTreeMap<String, String> = BTreeMap::new();
    for (name, schema) in &model.components {
        if !is_base(&schema.value) {
            continue;
        }
        let heirs = heirs(name, &children);
        strangers(name, schema, &heirs, notes);
        if !heirs.is_empty() {
            shared.insert(name.clone(), scope.claim(&format!("{name}Base")));
        }
    }
    // A body in parts has a copy of the schema that it refers to.
    let copies = model.slots.iter_mut().flat_map(BTreeMap::values_mut);
    let copies = copies.filter(|schema| is_named(&schema.pointer));
    for schema in model.components.values_mut().chain(copies) {
        inherit(&mut schema.value, &shared);
    }
    for (base, fields) in &shared {
        let Some(schema) = model.components.remove(base) else {
            continue;
        };
        let union = union(base, &schema, &heirs(base, &children), &shared);
        let message =
            format!("`{base}` stands for those that inherit from it: read as their union");
        notes.rewritten(
            &schema.pointer.join("discriminator"),
            message,
            "write it as `oneOf`",
        );
        let pointer = schema.pointer.clone();
        model.components.insert(
            base.clone(),
            Schema {
                pointer,
                value: union,
            },
        );
        let mut value = schema.value;
        value
            .as_object_mut()
            .map(|entries| entries.remove("discriminator"));
        let pointer = schema.pointer;
        model
            .components
            .insert(fields.clone(), Schema { pointer, value });
    }
    let shared = shared.into_iter();
    shared.map(|(base, fields)| (fields, base)).collect()
}

/// The bases, by the names that their shared fields have.
pub(super) type Bases = BTreeMap<String, String>;

/// Notes the schemas that a base maps values to and that do not inherit from it.
fn strangers(base: &str, schema: &Schema, heirs: &BTreeSet<String>, notes: &mut Notes<'_>) {
    for (value, target) in mapped(&schema.value) {
        if target != base && !heirs.contains(target) {
            let at = schema
                .pointer
                .join("discriminator")
                .join("mapping")
                .join(value);
            let message = format!("`{target}` does not inherit from `{base}`: left out");
            notes.lost(&at, message, "refer to the base in its `allOf`");
        }
    }
}

/// The values that a discriminator maps, each with the name of its schema.
fn mapped(schema: &Value) -> impl Iterator<Item = (&String, &str)> {
    let mapping = schema["discriminator"]["mapping"].as_object();
    let mapped = mapping.into_iter().flatten();
    mapped.filter_map(|(value, target)| {
        let target = target.as_str()?;
        Some((value, target_name(target)))
    })
}

/// The schemas that inherit from another without a detour, by its name.
type Children = BTreeMap<String, Vec<String>>;

fn is_base(schema: &Value) -> bool {
    let composed = ["oneOf", "anyOf"]
        .iter()
        .any(|key| schema.get(key).is_some());
    let property = schema
        .get("discriminator")
        .and_then(|value| text(value, "propertyName"));
    !composed && property.is_some()
}

/// The named schemas of which a schema has all fields.
fn parents(schema: &Value) -> Vec<String> {
    let branches = schema.get("allOf").and_then(Value::as_array);
    let named = branches.into_iter().flatten().filter_map(referred);
    named.map(str::to_owned).collect()
}

/// All that inherit from a schema, be it through others, in the order of their names.
fn heirs(base: &str, children: &Children) -> BTreeSet<String> {
    let mut heirs = BTreeSet::new();
    let mut queue = vec![base];
    while let Some(next) = queue.pop() {
        for name in children.get(next).into_iter().flatten() {
            if name != base && heirs.insert(name.clone()) {
                queue.push(name);
            }
        }
    }
    heirs
}

/// Whether a schema stands among those that have names.
fn is_named(pointer: &Pointer) -> bool {
    let parent = pointer.parent();
    parent.is_some_and(|parent| parent.as_str() == "/components/schemas")
}

/// Points `allOf` at the fields of a base instead of at the base.
fn inherit(schema: &mut Value, shared: &BTreeMap<String, String>) {
    let branches = schema.get_mut("allOf").and_then(Value::as_array_mut);
    for branch in branches.into_iter().flatten() {
        if let Some(fields) = referred(branch).and_then(|name| shared.get(name)) {
            *branch = reference(fields);
        }
    }
}

/// The union of the heirs; a value of the discriminator that is not mapped is a schema's own name.
fn union(
    base: &str,
    schema: &Schema,
    heirs: &BTreeSet<String>,
    shared: &BTreeMap<String, String>,
) -> Value {
    let discriminator = &schema.value["discriminator"];
    let own = |name: &str| shared.get(name).cloned().unwrap_or_else(|| name.to_owned());
    let mut mapping = Map::new();
    let mut names: BTreeSet<String> = heirs.iter().map(|heir| own(heir)).collect();
    for (value, target) in mapped(&schema.value) {
        if heirs.contains(target) || target == base {
            mapping.insert(value.clone(), json!(own(target)));
            names.insert(own(target));
        }
    }
    // The fields of a base that is an heir too have another name than the values say.
    for heir in heirs.iter().filter(|heir| own(heir) != **heir) {
        if !mapping.values().any(|target| *target == json!(own(heir))) {
            mapping
                .entry(heir.clone())
                .or_insert_with(|| json!(own(heir)));
        }
    }
    let branches: Vec<Value> = names.iter().map(|name| reference(name)).collect();
    let mut union = json!({
        "oneOf": branches,
        "discriminator": { "propertyName": discriminator["propertyName"], "mapping": mapping },
    });
    for key in ["title", "description", "deprecated", "nullable"] {
        if let Some(value) = schema.value.get(key) {
            union[key] = value.clone();
        }
    }
    union
}
