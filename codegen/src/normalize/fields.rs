//! What each type is, field by field, and whether users build it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    Model, Schema, descriptions, enums,
    marks::{CALLED, OPEN, TAG, TELLING, VALUES},
    order,
    schema::{flag, referred, text, values, walk},
};
use crate::plan::{Binary, Content, Encoding, Field, Shape, Tag, Type};

pub(super) fn plan(model: &mut Model) {
    let sent = sent(model);
    let multipart = multipart(model);
    let types = model.components.iter().map(|(name, schema)| Type {
        name: name.clone(),
        pointer: schema.pointer.clone(),
        docs: descriptions::of(&schema.value),
        deprecated: flag(&schema.value, "deprecated"),
        sent: sent.contains(name),
        multipart: multipart.contains_key(name),
        shape: encoded(
            shape(&schema.value, &model.components),
            multipart.get(name).copied().unwrap_or_default(),
        ),
    });
    let types: Vec<Type> = types.collect();
    model.plan.types = types;
    for (operation, slots) in model.plan.operations.iter_mut().zip(&model.slots) {
        for parameter in &mut operation.parameters {
            if let Some(schema) = slots.get(&parameter.key) {
                parameter.nullable = nullable(&schema.value, &model.components);
                parameter.docs = match descriptions::safe(&parameter.description) {
                    said if said.is_empty() => docs(&schema.value, &model.components),
                    said => said,
                };
                parameter.deprecated = flag(&schema.value, "deprecated");
                parameter.default = default(&schema.value, &model.components);
            }
        }
        for body in operation.body.iter_mut().chain(&mut operation.others) {
            let schema = body.key.as_ref().and_then(|key| slots.get(key));
            let is_null = |schema: &Schema| {
                nullable(&schema.value, &model.components) && !is_untyped(&schema.value)
            };
            body.nullable = body.content == Content::Json && schema.is_some_and(is_null);
        }
    }
}

fn shape(schema: &Value, components: &BTreeMap<String, Schema>) -> Shape {
    if values(schema).is_some() {
        return Shape::Enumeration {
            variants: enums::variants(schema),
            open: flag(schema, OPEN) || !flag(schema, TELLING),
        };
    }
    if let Some(Value::Object(properties)) = schema.get("properties") {
        let fields = fields(schema, properties, components);
        return Shape::Object { fields };
    }
    let composed = ["allOf", "oneOf", "anyOf"]
        .iter()
        .any(|key| schema.get(key).is_some());
    if composed {
        let titles = branches(schema).map(|branch| {
            let title = text(branch, CALLED).or_else(|| text(branch, "title"));
            title.map(str::to_owned)
        });
        Shape::Union {
            tag: tag(schema),
            titles: titles.collect(),
        }
    } else {
        Shape::Alias {
            secret: text(schema, "format") == Some("password"),
        }
    }
}

/// How the branches of a union are told apart, if the document says so.
fn tag(schema: &Value) -> Option<Tag> {
    let property = text(schema, TAG)?.to_owned();
    let mut tagged = Vec::new();
    for branch in branches(schema) {
        let values = branch.get(VALUES).and_then(Value::as_array);
        let values = values.into_iter().flatten().filter_map(Value::as_str);
        if let Some(name) = referred(branch) {
            tagged.extend(values.map(|value| (value.to_owned(), name.to_owned())));
        }
    }
    Some(Tag {
        property,
        values: tagged,
    })
}

fn branches(schema: &Value) -> impl Iterator<Item = &Value> {
    let unions = ["oneOf", "anyOf"].into_iter();
    unions
        .filter_map(|key| schema.get(key)?.as_array())
        .flatten()
}

/// The fields, in the order of the document.
fn fields(
    schema: &Value,
    properties: &Map<String, Value>,
    components: &BTreeMap<String, Schema>,
) -> Vec<Field> {
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.into_iter().flatten().filter_map(Value::as_str);
    let required: BTreeSet<&str> = required.collect();
    let names = order::of(schema, properties).into_iter();
    names
        .map(|name| {
            let property = &properties[name];
            Field {
                wire: name.to_owned(),
                required: required.contains(name),
                nullable: nullable(property, components),
                untyped: is_untyped(property),
                binary: binary(property, components),
                media_type: file_type(property, components),
                style: None,
                constant: None,
                secret: has_format(property, "password", components),
                deprecated: flag(property, "deprecated"),
                docs: docs(property, components),
                default: default(property, components),
            }
        })
        .collect()
}

/// Whether null is a value here, said at the place or by the schema it refers to.
pub(super) fn nullable(schema: &Value, components: &BTreeMap<String, Schema>) -> bool {
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

/// The default at the place, else that of the schema it refers to; null where it may be null.
fn default(schema: &Value, components: &BTreeMap<String, Schema>) -> Option<Value> {
    let own = schema.get("default");
    let said = own.or_else(|| followed(schema, components).get("default"))?;
    (!said.is_null() || nullable(schema, components)).then(|| said.clone())
}

/// Whether the property is a file, or a list of them.
fn binary(property: &Value, components: &BTreeMap<String, Schema>) -> Option<Binary> {
    let is_file = |schema: &Value| has_format(schema, "binary", components);
    if is_file(property) {
        return Some(Binary::One);
    }
    let items = followed(property, components).get("items");
    items.is_some_and(is_file).then_some(Binary::Many)
}

/// What a file is (OpenAPI 3.1.1, "Working with Binary Data").
fn file_type(property: &Value, components: &BTreeMap<String, Schema>) -> Option<String> {
    let kind = binary(property, components)?;
    let schema = followed(property, components);
    let file = match kind {
        Binary::One => schema,
        Binary::Many => followed(schema.get("items")?, components),
    };
    text(file, "contentMediaType").map(str::to_owned)
}

/// Whether a text has this format, said at the place or by the schema it refers to.
fn has_format(schema: &Value, format: &str, components: &BTreeMap<String, Schema>) -> bool {
    text(followed(schema, components), "format") == Some(format)
}

/// The schema, or what it refers to.
pub(super) fn followed<'a>(
    schema: &'a Value,
    components: &'a BTreeMap<String, Schema>,
) -> &'a Value {
    let mut at = schema;
    for _ in 0..crate::document::MAX_DEPTH {
        match referred(at).and_then(|name| components.get(name)) {
            Some(target) => at = &target.value,
            None => break,
        }
    }
    at
}

/// The types that are bodies in parts, and how their parts are written.
fn multipart(model: &Model) -> BTreeMap<String, &[Encoding]> {
    let operations = model.plan.operations.iter().zip(&model.slots);
    let bodies = operations.flat_map(|(operation, slots)| {
        let bodies = operation.bodies();
        let parts = bodies.filter(|body| body.content == Content::Multipart);
        parts.filter_map(|body| {
            let name = referred(&slots.get(body.key.as_ref()?)?.value)?;
            Some((name.to_owned(), body.encoding.as_slice()))
        })
    });
    bodies.collect()
}

/// The same object, its fields with what is said of their parts.
fn encoded(mut shape: Shape, encodings: &[Encoding]) -> Shape {
    if let Shape::Object { fields } = &mut shape {
        for field in fields {
            let encoding = encodings.iter().find(|one| one.property == field.wire);
            let said = encoding.and_then(|encoding| encoding.media_type.clone());
            field.media_type = said.or(field.media_type.take());
            field.style = encoding.and_then(|encoding| encoding.style);
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
