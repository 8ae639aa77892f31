//! Gives every schema that becomes a type a name of its own: Rust-cased, unique, and known to the plan.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{
    Model, Schema,
    marks::{CALLED, VALUES},
    schema::{reference, referred, values, walk},
};
use crate::{
    Pointer,
    names::{self, Scope},
};

/// What stays at the place of a schema that moved away: claims about the place, not the type.
pub(super) const PLACE: [&str; 7] = [
    "nullable",
    "description",
    "deprecated",
    "readOnly",
    "writeOnly",
    "default",
    VALUES,
];

pub(super) fn hoist(model: &mut Model) {
    let mut names = Scope::default();
    let components = std::mem::take(&mut model.components);
    let renamed: BTreeMap<String, String> = components
        .keys()
        .map(|name| (name.clone(), names.claim_type(name)))
        .collect();
    let mut hoisting = Hoisting {
        names,
        done: BTreeMap::new(),
    };
    for (name, mut schema) in components {
        rename(&mut schema, &renamed);
        let name = &renamed[&name];
        hoisting.children(&mut schema.value, name, &schema.pointer);
        hoisting.done.insert(name.clone(), schema);
    }
    for (operation, slots) in model.plan.operations.iter_mut().zip(&mut model.slots) {
        for (key, schema) in slots {
            rename(schema, &renamed);
            let role = match key.as_str() {
                "body" => "request".to_owned(),
                _ if key.starts_with("status_2") => "response".to_owned(),
                // Called as on the wire: a number would change with the parameters before it.
                _ => {
                    let mut parameters = operation.parameters.iter();
                    let parameter = parameters.find(|parameter| parameter.key == *key);
                    parameter.map_or_else(|| key.clone(), |parameter| parameter.wire.clone())
                }
            };
            let name = format!("{} {role}", operation.id);
            hoisting.lift(&mut schema.value, &names::type_name(&name), &schema.pointer);
        }
        if let Some(options) = &mut operation.options {
            options.clone_from(&renamed[options.as_str()]);
        }
        if let Some(answers) = &mut operation.answers {
            *answers = hoisting
                .names
                .claim_type(&format!("{} answer", operation.id));
        }
        if let Some(bodies) = &mut operation.bodies {
            *bodies = hoisting.names.claim_type(&format!("{} body", operation.id));
        }
        operation.carrier = hoisting
            .names
            .claim_type(&format!("{} carrier", operation.id));
    }
    model.components = hoisting.done;
}

/// Points references at the new names.
pub(super) fn rename(schema: &mut Schema, renamed: &BTreeMap<String, String>) {
    let pointer = schema.pointer.clone();
    walk(&mut schema.value, &pointer, &mut |value, _| {
        if let Some(name) = referred(value).and_then(|name| renamed.get(name)) {
            value["$ref"] = reference(name)["$ref"].take();
        }
    });
}

struct Hoisting {
    names: Scope,
    done: BTreeMap<String, Schema>,
}

impl Hoisting {
    /// Lifts the schemas below a schema that is called `name`.
    fn children(&mut self, schema: &mut Value, name: &str, at: &Pointer) {
        let Value::Object(entries) = schema else {
            return;
        };
        for key in ["items", "additionalProperties"] {
            if let Some(child) = entries.get_mut(key).filter(|child| child.is_object()) {
                let role = if key == "items" { "Item" } else { "Value" };
                self.lift(child, &format!("{name}{role}"), &at.join(key));
            }
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            if let Some(Value::Array(branches)) = entries.get_mut(key) {
                for (index, branch) in branches.iter_mut().enumerate() {
                    let role = branch_name(branch, index);
                    self.lift(branch, &format!("{name}{role}"), &at.join(key).join(index));
                }
            }
        }
        if let Some(Value::Object(properties)) = entries.get_mut("properties") {
            for (property, child) in properties {
                let name = format!("{name}{}", names::type_name(property));
                self.lift(child, &name, &at.join("properties").join(property));
            }
        }
    }

    /// Moves a schema that becomes a type under a name, and leaves a reference.
    fn lift(&mut self, schema: &mut Value, name: &str, at: &Pointer) {
        if schema.get("$ref").is_some() {
            return;
        }
        self.children(schema, name, at);
        if !becomes_type(schema) {
            return;
        }
        let name = self.names.claim_type(name);
        let mut moved = std::mem::take(schema);
        *schema = reference(&name);
        if let (Value::Object(from), Value::Object(place)) = (&mut moved, schema) {
            for key in PLACE {
                let value = if key == "description" {
                    from.get(key).cloned()
                } else {
                    from.remove(key)
                };
                place.extend(value.map(|value| (key.to_owned(), value)));
            }
        }
        let pointer = at.clone();
        self.done.insert(
            name,
            Schema {
                pointer,
                value: moved,
            },
        );
    }
}

fn branch_name(branch: &Value, index: usize) -> String {
    let mut titles = [CALLED, "title"].iter().filter_map(|key| branch.get(*key));
    let title = titles.next().and_then(Value::as_str);
    let meant = branch.get(VALUES).and_then(Value::as_array);
    // The value that tells the branch from others is what it is called.
    let meant = match meant.map(Vec::as_slice) {
        Some([only]) => only.as_str(),
        _ => None,
    };
    let name = title.or(meant);
    name.map_or_else(|| format!("Variant{index}"), names::type_name)
}

/// Objects with fields, enums of texts and compositions are types; the rest has a spelling of its own.
pub(super) fn becomes_type(schema: &Value) -> bool {
    let filled = |key: &str| {
        let inner = schema.get(key);
        inner
            .and_then(Value::as_object)
            .is_some_and(|entries: &Map<_, _>| !entries.is_empty())
    };
    let composed = |key: &str| schema.get(key).and_then(Value::as_array).is_some();
    filled("properties")
        || values(schema).is_some()
        || composed("allOf")
        || composed("oneOf")
        || composed("anyOf")
}
