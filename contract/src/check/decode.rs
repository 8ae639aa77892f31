//! Texts as sent, and the values that they are to their schema.
//!
//! A text does not tell whether it is a number or a word. Where a schema admits both, both are
//! readings, and a value is at fault only if all its readings are.

pub(super) mod form;
pub(super) mod multipart;
mod style;

use serde_json::{Map, Value};

pub(super) use self::style::Style;
use crate::{json, schema::Outline};

/// What was sent, taken apart as its style has it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Raw {
    Text(String),
    List(Vec<Raw>),
    Map(Vec<(String, Raw)>),
    /// What has types of its own, such as a JSON part of a form.
    Value(Value),
}

/// How a value may be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    List,
    Map,
    Scalar,
}

/// The shapes that a schema admits, never none.
pub(super) fn shapes(outline: &Outline<'_>) -> Vec<Shape> {
    let types = outline.types();
    let scalar = ["string", "number", "integer", "boolean"];
    let mut shapes = Vec::new();
    if types.contains("array") {
        shapes.push(Shape::List);
    }
    if types.contains("object") {
        shapes.push(Shape::Map);
    }
    if shapes.is_empty() || scalar.iter().any(|name| types.contains(name)) {
        shapes.push(Shape::Scalar);
    }
    shapes
}

/// What the texts may mean to a schema, the most telling reading first.
pub(super) fn readings(outline: &Outline<'_>, raws: &[Raw]) -> Vec<Value> {
    let mut readings = Vec::new();
    for plain in [false, true] {
        for raw in raws {
            let value = typed(outline, raw, plain);
            if !readings.contains(&value) {
                readings.push(value);
            }
        }
    }
    readings
}

/// The value of a text by the types of its schema; a `plain` reading prefers strings.
fn typed(outline: &Outline<'_>, raw: &Raw, plain: bool) -> Value {
    match raw {
        Raw::Text(text) => scalar(outline, text, plain),
        Raw::Value(value) => value.clone(),
        Raw::List(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, item)| typed(&outline.item(index), item, plain))
                .collect()
        }
        Raw::Map(members) if is_numbered(outline, members) => {
            let items = members.iter().enumerate();
            items
                .map(|(index, (_, item))| typed(&outline.item(index), item, plain))
                .collect()
        }
        Raw::Map(members) => {
            let members = members.iter().map(|(name, member)| {
                let own = outline.property(name);
                let schema = if own.is_empty() {
                    outline.others()
                } else {
                    own
                };
                (name.clone(), typed(&schema, member, plain))
            });
            Value::Object(members.collect::<Map<_, _>>())
        }
    }
}

/// Whether members are the items of a list, which brackets have numbered.
fn is_numbered(outline: &Outline<'_>, members: &[(String, Raw)]) -> bool {
    let numbered = |(name, _): &(String, Raw)| name.bytes().all(|byte| byte.is_ascii_digit());
    members.iter().all(numbered) && !shapes(outline).contains(&Shape::Map) && {
        shapes(outline).contains(&Shape::List)
    }
}

fn scalar(outline: &Outline<'_>, text: &str, plain: bool) -> Value {
    let types = outline.types();
    let admits = |name| types.contains(name) || types.is_empty();
    let string = || Value::String(text.to_owned());
    if plain && admits("string") {
        return string();
    }
    let number = || json::number(text).map(Value::Number);
    let read = match text {
        "true" | "false" if admits("boolean") => Some(Value::Bool(text == "true")),
        "" | "null" if types.contains("null") && !types.contains("string") => Some(Value::Null),
        _ if admits("integer") || admits("number") => number(),
        _ => None,
    };
    read.unwrap_or_else(string)
}
