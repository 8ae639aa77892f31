//! Where a document refers to other places: by `$ref`, and by the mapping of a discriminator.

use serde_json::{Map, Value};

use super::{Pointer, Trail};

/// What refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A `$ref`, which has to lead somewhere.
    Reference,
    /// A `$ref` that no request and no answer depends on: an example, a header, a link or a callback.
    Aside,
    /// A value of a discriminator's mapping: a reference or the name of a schema.
    Mapping,
}

/// What the keys of a mapping are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    /// Keywords of the specification.
    Words,
    /// Names that the author chose: `$ref` and `default` are names like any other.
    Names,
}

/// Calls `visit` with each reference at or below a part of a document: its pointer (that of the
/// `$ref`, not of its owner) and what stands there, which may be no text.
///
/// What stands in examples, defaults, enums and extensions is data and refers to nothing.
pub(crate) fn walk<'v>(
    value: &'v Value,
    at: &Pointer,
    visit: &mut dyn FnMut(Kind, Pointer, &'v Value),
) {
    below(value, &Trail::At(at), Keys::Words, visit);
}

/// Calls `visit` with each reference of a document, and with those in whatever data is referred to.
#[cfg(feature = "generate")]
pub(crate) fn each<'v>(root: &'v Value, visit: &mut dyn FnMut(Kind, Pointer, &'v Value)) {
    let mut met = std::collections::BTreeSet::new();
    let mut queue = vec![Pointer::default()];
    while let Some(at) = queue.pop() {
        let Some(part) = root.pointer(at.as_str()) else {
            continue;
        };
        walk(part, &at, &mut |kind, at, value| {
            let target = value.as_str().and_then(Pointer::from_reference);
            let target = target.filter(|target| is_in_data(target) && met.insert(target.clone()));
            queue.extend(target);
            visit(kind, at, value);
        });
    }
}

/// Whether a pointer leads into data, where [`walk`] does not go by itself.
pub(crate) fn is_in_data(pointer: &Pointer) -> bool {
    pointer.tokens().any(|token| is_data(&token))
}

fn below<'v>(
    value: &'v Value,
    at: &Trail<'_>,
    keys: Keys,
    visit: &mut dyn FnMut(Kind, Pointer, &'v Value),
) {
    match value {
        Value::Object(entries) if keys == Keys::Words => words(entries, at, visit),
        Value::Object(entries) => {
            for (name, value) in entries {
                below(value, &Trail::Member(at, name), Keys::Words, visit);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(item, &Trail::Item(at, index), Keys::Words, visit);
            }
        }
        _ => {}
    }
}

fn words<'v>(
    entries: &'v Map<String, Value>,
    at: &Trail<'_>,
    visit: &mut dyn FnMut(Kind, Pointer, &'v Value),
) {
    for (key, value) in entries {
        let here = Trail::Member(at, key);
        match (key.as_str(), value) {
            ("$ref", _) => visit(Kind::Reference, here.pointer(), value),
            ("examples", Value::Object(examples)) => {
                for (name, example) in examples {
                    if let Some(reference) = example.get("$ref").filter(|found| found.is_string()) {
                        let at = here.pointer().join(name).join("$ref");
                        visit(Kind::Aside, at, reference);
                    }
                }
            }
            ("callbacks" | "links" | "headers", _) => {
                below(value, &here, Keys::Names, &mut |kind, at, value| {
                    let aside = kind == Kind::Reference;
                    visit(if aside { Kind::Aside } else { kind }, at, value);
                });
            }
            ("discriminator", _) => {
                let mapping = value.get("mapping").and_then(Value::as_object);
                for (name, target) in mapping.into_iter().flatten() {
                    let at = here.pointer().join("mapping").join(name);
                    visit(Kind::Mapping, at, target);
                }
            }
            (word, _) if is_data(word) => {}
            (word, _) if is_named(word) => below(value, &here, Keys::Names, visit),
            _ => below(value, &here, Keys::Words, visit),
        }
    }
}

/// Behind these keywords stands a mapping of names.
fn is_named(key: &str) -> bool {
    matches!(
        key,
        "properties"
            | "patternProperties"
            | "dependentSchemas"
            | "$defs"
            | "definitions"
            | "responses"
            | "schemas"
            | "parameters"
            | "requestBodies"
            | "securitySchemes"
            | "pathItems"
            | "webhooks"
            | "x-webhooks"
            | "encoding"
    )
}

/// Below these keys stands data, in which `$ref` is a word like any other.
fn is_data(key: &str) -> bool {
    matches!(
        key,
        "example" | "examples" | "default" | "enum" | "const" | "value"
    ) || (key.starts_with("x-") && key != "x-webhooks")
}
