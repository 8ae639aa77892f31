//! Null among the branches of a union is null of the union, and no branch.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    Model,
    compositions::UNIONS,
    fields::nullable,
    schema::{add_parts, flag, referred, walk},
};

pub(super) fn lift(model: &mut Model) {
    let mut known = BTreeSet::new();
    loop {
        let components = &model.components;
        let names = components
            .iter()
            .filter(|(_, schema)| nullable(&schema.value, components));
        let nulls: BTreeSet<String> = names.map(|(name, _)| name.clone()).collect();
        let is_settled = nulls == known;
        known = nulls;
        for schema in model.schemas_mut() {
            let pointer = schema.pointer.clone();
            walk(&mut schema.value, &pointer, &mut |schema, _| {
                if let Some(entries) = schema.as_object_mut() {
                    for key in UNIONS {
                        lift_from(entries, key, &known);
                    }
                }
            });
        }
        // A union that can be null may be a branch of another.
        if is_settled {
            break;
        }
    }
}

fn lift_from(entries: &mut Map<String, Value>, key: &str, nulls: &BTreeSet<String>) {
    let Some(Value::Array(branches)) = entries.get_mut(key) else {
        return;
    };
    let is_nullable = |branch: &Value| {
        flag(branch, "nullable")
            || branch.get("enum").is_some_and(lists_null)
            || referred(branch).is_some_and(|name| nulls.contains(name))
    };
    if !branches.iter().any(is_nullable) {
        return;
    }
    branches.retain(|branch| !is_null(branch));
    if branches.len() < 2
        && let Some(Value::Array(last)) = entries.remove(key)
        && !last.is_empty()
    {
        add_parts(entries, last);
    }
    entries.insert("nullable".to_owned(), json!(true));
}

fn lists_null(values: &Value) -> bool {
    values
        .as_array()
        .is_some_and(|values| values.contains(&Value::Null))
}

/// Whether a schema is one of null alone.
fn is_null(schema: &Value) -> bool {
    let describes = |key: &String| matches!(key.as_str(), "title" | "description" | "nullable");
    let listed = schema.get("enum") == Some(&json!([null]));
    let mut keys = schema.as_object().into_iter().flat_map(Map::keys);
    listed || flag(schema, "nullable") && keys.all(describes)
}
