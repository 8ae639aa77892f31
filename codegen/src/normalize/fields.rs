//! What each type is, field by field, and whether users build it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    Model, Schema,
    compositions::OPEN,
    descriptions,
    discriminators::TAGS,
    schema::{flag, referred, text, values, walk},
};
use crate::plan::{Binary, Content, Encoding, Field, Shape, Tag, Type};

pub(super) fn plan(model: &mut Model) {
    let sent = sent(model);
    let telling = telling(&model.components);
    let multipart = multipart(model);
    let types = model.components.iter().map(|(name, schema)| Type {
        name: name.clone(),
        pointer: schema.pointer.clone(),
        docs: descriptions::of(&schema.value),
        deprecated: flag(&schema.value, "deprecated"),
        sent: sent.contains(name),
        multipart: multipart.contains_key(name),
        shape: encoded(
            shape(name, &schema.value, &model.components, &telling),
            multipart.get(name).copied().unwrap_or_default(),
        ),
    });
    let types: Vec<Type> = types.collect();
    model.plan.types = types;
    for (operation, slots) in model.plan.operations.iter_mut().zip(&model.slots) {
        for parameter in &mut operation.parameters {
            if let Some(schema) = slots.get(&parameter.key) {
                parameter.nullable = nullable(&schema.value, &model.components);
            }
        }
    }
}

fn shape(
    name: &str,
    schema: &Value,
    components: &BTreeMap<String, Schema>,
    telling: &BTreeSet<String>,
) -> Shape {
    if let Some(values) = values(schema) {
        let open = flag(schema, OPEN) || !telling.contains(name);
        return Shape::Enumeration { values, open };
    }
    if let Some(Value::Object(properties)) = schema.get("properties") {
        let fields = fields(schema, properties, components);
        return Shape::Object { fields };
    }
    let composed = ["allOf", "oneOf", "anyOf"]
        .iter()
        .any(|key| schema.get(key).is_some());
    if composed {
        Shape::Union { tag: tag(schema) }
    } else {
        Shape::Alias
    }
}

/// How the branches of a union are told apart, if the document says so.
fn tag(schema: &Value) -> Option<Tag> {
    let tags = schema.get(TAGS)?.as_object()?;
    let values = tags
        .iter()
        .filter_map(|(value, branch)| Some((value.clone(), referred(branch)?.to_owned())));
    Some(Tag {
        property: text(&schema["discriminator"], "propertyName")?.to_owned(),
        values: values.collect(),
    })
}

/// The fields: the required ones in the order in which the document requires them, then the others.
fn fields(
    schema: &Value,
    properties: &Map<String, Value>,
    components: &BTreeMap<String, Schema>,
) -> Vec<Field> {
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|name| properties.contains_key(*name))
        .collect();
    let others = properties
        .keys()
        .map(String::as_str)
        .filter(|name| !required.contains(name));
    required
        .iter()
        .copied()
        .chain(others)
        .map(|name| {
            let property = &properties[name];
            Field {
                wire: name.to_owned(),
                required: required.contains(&name),
                nullable: nullable(property, components),
                untyped: is_untyped(property),
                binary: binary(property),
                media_type: None,
                secret: text(property, "format") == Some("password"),
                deprecated: flag(property, "deprecated"),
                docs: docs(property, components),
            }
        })
        .collect()
}

/// Whether null is a value here, said at the place or by the schema it refers to.
fn nullable(schema: &Value, components: &BTreeMap<String, Schema>) -> bool {
    let mut at = schema;
    for _ in 0..crate::document::MAX_DEPTH {
        let null_among = |values: &Vec<Value>| values.contains(&Value::Null);
        if flag(at, "nullable")
            || at
                .get("enum")
                .and_then(Value::as_array)
                .is_some_and(null_among)
        {
            return true;
        }
        match referred(at).and_then(|name| components.get(name)) {
            Some(target) => at = &target.value,
            None => return false,
        }
    }
    false
}

/// What is said at the place, else what the schema it refers to says of itself.
fn docs(schema: &Value, components: &BTreeMap<String, Schema>) -> String {
    let docs = descriptions::of(schema);
    match referred(schema).and_then(|name| components.get(name)) {
        Some(target) if docs.is_empty() => descriptions::of(&target.value),
        _ => docs,
    }
}

/// Whether the property is a file, or a list of them.
fn binary(property: &Value) -> Option<Binary> {
    let is_file = |schema: &Value| text(schema, "format") == Some("binary");
    if is_file(property) {
        Some(Binary::One)
    } else {
        property
            .get("items")
            .is_some_and(is_file)
            .then_some(Binary::Many)
    }
}

/// The types that are bodies in parts, and how their parts are written.
fn multipart(model: &Model) -> BTreeMap<String, &[Encoding]> {
    let operations = model.plan.operations.iter().zip(&model.slots);
    let bodies = operations.filter_map(|(operation, slots)| {
        let body = operation
            .body
            .as_ref()
            .filter(|body| body.content == Content::Multipart)?;
        let name = referred(&slots.get(body.key.as_ref()?)?.value)?;
        Some((name.to_owned(), body.encoding.as_slice()))
    });
    bodies.collect()
}

/// The same object, its fields with the media types of their parts.
fn encoded(mut shape: Shape, encodings: &[Encoding]) -> Shape {
    if let Shape::Object { fields } = &mut shape {
        for field in fields {
            let encoding = encodings.iter().find(|one| one.property == field.wire);
            field.media_type = encoding.and_then(|encoding| encoding.media_type.clone());
        }
    }
    shape
}

/// No keyword says what the value is.
pub(super) fn is_untyped(schema: &Value) -> bool {
    const TELLING: [&str; 8] = [
        "type",
        "$ref",
        "enum",
        "properties",
        "additionalProperties",
        "allOf",
        "oneOf",
        "anyOf",
    ];
    TELLING.iter().all(|key| schema.get(key).is_none()) && schema.get("items").is_none()
}

/// The types that requests reach.
fn sent(model: &Model) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut queue: Vec<&Value> = Vec::new();
    for (operation, slots) in model.plan.operations.iter().zip(&model.slots) {
        queue.extend(
            slots
                .iter()
                .filter(|(key, _)| !key.starts_with("status_"))
                .map(|(_, schema)| &schema.value),
        );
        if let Some(options) = &operation.options {
            reached.insert(options.clone());
            queue.push(&model.components[options].value);
        }
    }
    while let Some(value) = queue.pop() {
        let mut copy = value.clone();
        walk(&mut copy, &crate::Pointer::default(), &mut |schema, _| {
            if let Some(name) = referred(schema)
                && reached.insert(name.to_owned())
            {
                queue.extend(model.components.get(name).map(|target| &target.value));
            }
        });
    }
    reached
}

/// The enums by which the branches of a union are told apart: were they open,
/// the first branch would take every value.
fn telling(components: &BTreeMap<String, Schema>) -> BTreeSet<String> {
    let mut telling = BTreeSet::new();
    for schema in components.values() {
        let branches = ["oneOf", "anyOf"]
            .into_iter()
            .filter_map(|key| schema.value.get(key)?.as_array());
        for name in branches.flatten().filter_map(referred) {
            telling.insert(name.to_owned());
            let properties = components
                .get(name)
                .and_then(|branch| branch.value.get("properties"));
            for property in properties
                .and_then(Value::as_object)
                .into_iter()
                .flat_map(Map::values)
            {
                telling.extend(referred(property).map(str::to_owned));
            }
        }
    }
    telling
}
