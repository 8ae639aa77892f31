//! Which schemas apply to a value, and what they say of its privacy.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

/// Why a value is replaced; the graver reason is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// It tells who somebody is.
    Personal,
    /// It opens something.
    Secret,
}

/// The schemas that apply to one value, their references followed and all branches among them.
#[derive(Debug, Clone, Default)]
pub(super) struct Applied(Vec<Pointer>);

impl Applied {
    /// All that applies where the given schemas do.
    pub(super) fn of(document: &Document, schemas: impl IntoIterator<Item = Pointer>) -> Self {
        let mut known = BTreeSet::new();
        let mut found = Vec::new();
        let mut queue: Vec<Pointer> = schemas.into_iter().collect();
        while let Some(at) = queue.pop() {
            let Some(schema) = document.get(at.as_str()) else {
                continue;
            };
            if !known.insert(at.clone()) {
                continue;
            }
            let reference = schema.get("$ref").and_then(Value::as_str);
            queue.extend(reference.and_then(Pointer::from_reference));
            for keyword in ["allOf", "anyOf", "oneOf"] {
                let count = schema
                    .get(keyword)
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len);
                queue.extend((0..count).map(|index| at.join(keyword).join(index)));
            }
            found.push(at);
        }
        found.sort();
        Self(found)
    }

    /// The places of the schemas.
    pub(super) fn places(&self) -> &[Pointer] {
        &self.0
    }

    /// What the schemas themselves say.
    pub(super) fn mark(&self, document: &Document, keep_personal: bool) -> Option<Mark> {
        let marks = self.0.iter().filter_map(|at| {
            let schema = document.get(at.as_str())?;
            if schema.get("format").and_then(Value::as_str) == Some("password") {
                return Some(Mark::Secret);
            }
            let personal = schema.get("x-personal") == Some(&Value::Bool(true));
            (personal && !keep_personal).then_some(Mark::Personal)
        });
        marks.max()
    }

    /// What applies to a member of an object, and whether a schema declares its name.
    pub(super) fn member(&self, document: &Document, name: &str) -> (Self, bool) {
        let declared = self.below(document, |at| at.join("properties").join(name));
        if declared.is_empty() {
            let others = self.below(document, |at| at.join("additionalProperties"));
            (Self::of(document, others), false)
        } else {
            (Self::of(document, declared), true)
        }
    }

    /// What applies to the items of a list.
    pub(super) fn items(&self, document: &Document) -> Self {
        Self::of(document, self.below(document, |at| at.join("items")))
    }

    /// The first value that a schema lists, where one lists this value too.
    pub(super) fn enumerated(&self, document: &Document, text: &str) -> Option<String> {
        let spelled = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        self.0.iter().find_map(|at| {
            let listed = document.get(at.as_str())?.get("enum")?.as_array()?;
            let mut values = listed.iter().filter_map(spelled);
            let first = values.next()?;
            (first == text || values.any(|value| value == text)).then_some(first)
        })
    }

    /// Whether one of the schemas is such.
    pub(super) fn any(&self, document: &Document, such: impl Fn(&Value) -> bool) -> bool {
        let schemas = self.0.iter().filter_map(|at| document.get(at.as_str()));
        schemas.into_iter().any(such)
    }

    fn below(&self, document: &Document, step: impl Fn(&Pointer) -> Pointer) -> Vec<Pointer> {
        let places = self.0.iter().map(step);
        places
            .filter(|at| document.get(at.as_str()).is_some_and(Value::is_object))
            .collect()
    }
}
