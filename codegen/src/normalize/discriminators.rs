//! Unions whose branches a property tells apart: which of its values means which branch.

use serde_json::{Map, Value, json};

use super::{
    Model,
    schema::{COMPONENTS, reference, referred, text, walk},
};

/// The values of the property, each with a reference to its branch; the key never leaves
/// normalization.
pub(super) const TAGS: &str = "x-tags";

pub(super) fn lower(model: &mut Model) {
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, _| {
            let tags = tags(schema);
            if let (Some(tags), Value::Object(entries)) = (tags, schema) {
                entries.insert(TAGS.to_owned(), Value::Object(tags));
            }
        });
    }
}

/// Explicit values first, as `mapping` gives them; else a schema's own name is its value
/// (OpenAPI 3.0.3, "Discriminator Object").
fn tags(schema: &Value) -> Option<Map<String, Value>> {
    text(schema.get("discriminator")?, "propertyName")?;
    let branches = schema
        .get("oneOf")
        .or_else(|| schema.get("anyOf"))?
        .as_array()?;
    let branches: Vec<&str> = branches.iter().map(referred).collect::<Option<_>>()?;
    let mapping = schema["discriminator"]
        .get("mapping")
        .and_then(Value::as_object);
    let mut tags = Map::new();
    for (value, target) in mapping.into_iter().flatten() {
        let target = target.as_str().unwrap_or_default();
        let target = target.strip_prefix(COMPONENTS).unwrap_or(target);
        if branches.contains(&target) {
            tags.insert(value.clone(), reference(target));
        }
    }
    for branch in branches {
        if !tags.values().any(|tag| *tag == reference(branch)) {
            tags.insert(branch.to_owned(), json!(reference(branch)));
        }
    }
    Some(tags)
}
