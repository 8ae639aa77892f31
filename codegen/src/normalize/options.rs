//! Optional parameters of an operation, gathered in one built type, so that
//! a parameter the provider adds later breaks no caller.

use serde_json::{Map, Value, json};

use super::{Model, Schema, marks::ORDER};
use crate::{names::Scope, plan::Location};

pub(super) fn gather(model: &mut Model) {
    let mut names = Scope::default();
    for name in model.components.keys() {
        names.claim(name);
    }
    for (operation, slots) in model.plan.operations.iter_mut().zip(&mut model.slots) {
        let mut keys = Scope::default();
        let (mut properties, mut order) = (Map::new(), Vec::new());
        for parameter in &mut operation.parameters {
            if parameter.required || parameter.location == Location::Path {
                continue;
            }
            let Some(schema) = slots.remove(&parameter.key) else {
                continue;
            };
            parameter.key = keys.claim(&parameter.wire);
            order.push(parameter.key.clone());
            properties.insert(
                parameter.key.clone(),
                described(schema.value, &parameter.description),
            );
        }
        if properties.is_empty() {
            continue;
        }
        let name = names.claim_type(&format!("{} options", operation.id));
        let schema = json!({
            "type": "object",
            "description": format!("The optional parameters of `{}`.", operation.id),
            "properties": properties,
            ORDER: order,
        });
        model.components.insert(
            name.clone(),
            Schema {
                pointer: operation.pointer.join("parameters"),
                value: schema,
            },
        );
        operation.options = Some(name);
    }
}

fn described(mut schema: Value, docs: &str) -> Value {
    if let Value::Object(entries) = &mut schema
        && !docs.is_empty()
    {
        entries.insert("description".to_owned(), json!(docs));
    }
    schema
}
