//! What a schema and its branches say together about the shape of a value.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::dialect::{Branches, Dialect};

/// The keywords about properties that no name declares.
const OTHERS: [&str; 3] = [
    "additionalProperties",
    "unevaluatedProperties",
    "patternProperties",
];

/// A schema with everything that judges the same value.
#[derive(Debug)]
pub(crate) struct Outline<'d> {
    document: &'d Document,
    dialect: &'d Dialect,
    parts: Vec<Pointer>,
}

impl<'d> Outline<'d> {
    pub(crate) fn of(
        document: &'d Document,
        dialect: &'d Dialect,
        schemas: impl DoubleEndedIterator<Item = Pointer>,
    ) -> Self {
        let parts = dialect.parts(document, schemas, Branches::Any);
        Self {
            document,
            dialect,
            parts,
        }
    }

    /// The places of everything that judges the value.
    pub(super) fn into_parts(self) -> Vec<Pointer> {
        self.parts
    }

    /// Whether no schema says anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The types that a value may have; empty where nothing is said.
    pub(crate) fn types(&self) -> BTreeSet<&'d str> {
        let mut types = BTreeSet::new();
        for found in self.all("type") {
            match found {
                Value::String(name) => drop(types.insert(name.as_str())),
                found => types.extend(elements(found).filter_map(Value::as_str)),
            }
        }
        if types.is_empty() {
            let listed = self.all("enum").flat_map(elements);
            let values = listed.chain(self.all("const"));
            types = values.map(type_of).collect();
            let implied = [("properties", "object"), ("items", "array")];
            let implied = implied
                .iter()
                .filter(|(keyword, _)| self.all(keyword).next().is_some());
            types.extend(implied.map(|(_, name)| *name));
        }
        if self.all("nullable").any(|flag| *flag == Value::Bool(true)) && !types.is_empty() {
            types.insert("null");
        }
        types
    }

    /// The schemas of a property, by that name alone.
    pub(crate) fn property(&self, name: &str) -> Self {
        let places = self.parts.iter();
        self.inner(places.map(|part| part.join("properties").join(name)))
    }

    /// The names of all declared properties.
    pub(crate) fn names(&self) -> BTreeSet<&'d str> {
        let listed = self.all("properties").filter_map(Value::as_object);
        listed
            .flat_map(|names| names.keys().map(String::as_str))
            .collect()
    }

    /// Whether a property is declared by name.
    pub(crate) fn declares(&self, name: &str) -> bool {
        !self.property(name).is_empty()
    }

    /// The schemas of the properties that no name declares.
    pub(crate) fn others(&self) -> Self {
        self.below(&["additionalProperties", "unevaluatedProperties"])
    }

    /// The schemas of an entry of a list.
    pub(crate) fn item(&self, index: usize) -> Self {
        let places = self.parts.iter();
        let first = self.inner(places.map(|part| part.join("prefixItems").join(index)));
        if first.is_empty() {
            self.below(&["items"])
        } else {
            first
        }
    }

    /// The first part that lists properties.
    pub(super) fn declaring(&self) -> Option<Pointer> {
        let mut places = self.parts.iter().map(|part| part.join("properties"));
        places.find(|place| self.document.get(place.as_str()).is_some())
    }

    /// Whether there may be other properties, because a part says so or none names any.
    pub(crate) fn is_open(&self) -> bool {
        let mut others = self.about_others().peekable();
        if others.peek().is_none() {
            return self.names().is_empty();
        }
        others.any(|value| *value != Value::Bool(false))
    }

    /// Whether a part says anything about other properties, be it that there are none.
    pub(super) fn settles_others(&self) -> bool {
        self.about_others().next().is_some()
    }

    fn about_others(&self) -> impl Iterator<Item = &'d Value> {
        OTHERS.into_iter().flat_map(|keyword| self.all(keyword))
    }

    /// What the parts have under a keyword.
    pub(crate) fn all(&self, keyword: &'d str) -> impl Iterator<Item = &'d Value> {
        let document = self.document;
        let parts = self.parts.iter();
        parts.filter_map(move |part| document.get(part.as_str())?.get(keyword))
    }

    fn below(&self, keywords: &[&str]) -> Self {
        let places = self
            .parts
            .iter()
            .flat_map(|part| keywords.iter().map(|keyword| part.join(keyword)));
        let objects = places.filter(|place| {
            let found = self.document.get(place.as_str());
            found.is_some_and(Value::is_object)
        });
        self.inner(objects)
    }

    fn inner(&self, schemas: impl DoubleEndedIterator<Item = Pointer>) -> Self {
        Self::of(self.document, self.dialect, schemas)
    }
}

fn elements(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The name of a value's type.
pub(crate) fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
