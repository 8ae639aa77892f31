//! What some recorded values have in common: their types, their bounds, their members.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Number, Value, json};

use crate::schema::{Version, type_of};

/// How many distinct texts and numbers are kept; an enum that lacks more of them is none.
pub(crate) const DISTINCT: usize = 24;

/// How many members of an object are kept.
const MEMBERS: usize = 256;

/// What some values have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// `null`, `boolean`, `integer`, `number`, `string`, `array`, `object`.
    pub(crate) types: BTreeSet<&'static str>,
    /// The first distinct scalars, in the order of their text.
    pub(crate) scalars: BTreeMap<String, Value>,
    /// Whether there were more of them than are kept.
    pub(crate) many: bool,
    /// The least and the greatest number.
    pub(crate) numbers: Option<(Number, Number)>,
    /// The least and the greatest length: characters, items or members.
    pub(crate) lengths: Option<(usize, usize)>,
    /// The members of objects.
    pub(crate) members: BTreeMap<String, Shape>,
    /// The items of arrays.
    pub(crate) items: Option<Box<Shape>>,
}

impl Shape {
    /// Learns one more value.
    pub(crate) fn observe(&mut self, value: &Value) {
        self.types.insert(type_of(value));
        match value {
            Value::Null => {}
            Value::Bool(_) => self.scalar(value),
            Value::Number(number) => {
                self.scalar(value);
                self.number(number);
            }
            Value::String(text) => {
                self.scalar(value);
                self.length(text.chars().count());
            }
            Value::Array(items) => {
                self.length(items.len());
                let inner = self.items.get_or_insert_default();
                for item in items {
                    inner.observe(item);
                }
            }
            Value::Object(members) => {
                self.length(members.len());
                for (name, member) in members {
                    if self.members.len() < MEMBERS || self.members.contains_key(name) {
                        let known = self.members.entry(name.clone()).or_default();
                        known.observe(member);
                    }
                }
            }
        }
    }

    /// Learns the values that another one knows.
    pub(crate) fn merge(&mut self, other: Self) {
        self.types.extend(other.types);
        self.many |= other.many;
        for value in other.scalars.values() {
            self.scalar(value);
        }
        if let Some((least, greatest)) = other.numbers {
            self.number(&least);
            self.number(&greatest);
        }
        if let Some((least, greatest)) = other.lengths {
            self.length(least);
            self.length(greatest);
        }
        for (name, member) in other.members {
            if self.members.len() < MEMBERS || self.members.contains_key(&name) {
                self.members.entry(name).or_default().merge(member);
            }
        }
        if let Some(items) = other.items {
            self.items.get_or_insert_default().merge(*items);
        }
    }

    /// The smallest schema that admits all values so far, in the words of OpenAPI 3.0 or 3.1.
    ///
    /// It claims types and names, and nothing that a next value is likely to contradict.
    pub(crate) fn schema(&self, version: Version) -> Value {
        let mut types = self.types.clone();
        if types.contains("number") {
            types.remove("integer");
        }
        let nullable = types.remove("null");
        let mut schema = match types.len() {
            // Null alone says nothing about what else may come.
            0 => return json!({}),
            1 => self.of_type(types.first().copied().unwrap_or_default(), version),
            _ => {
                let branches: Vec<Value> = types
                    .iter()
                    .map(|name| self.of_type(name, version))
                    .collect();
                json!({ "anyOf": branches })
            }
        };
        match (nullable, version) {
            (false, _) => {}
            (true, Version::V30) => schema["nullable"] = json!(true),
            (true, Version::V31) => match schema.get("type").cloned() {
                Some(name) => schema["type"] = json!([name, "null"]),
                None => {
                    if let Some(branches) = schema["anyOf"].as_array_mut() {
                        branches.push(json!({ "type": "null" }));
                    }
                }
            },
        }
        schema
    }

    fn of_type(&self, name: &str, version: Version) -> Value {
        let mut schema = json!({ "type": name });
        if name == "array" {
            let items = self.items.as_ref();
            schema["items"] = items.map_or_else(|| json!({}), |items| items.schema(version));
        }
        if name == "object" && !self.members.is_empty() {
            let members = self.members.iter();
            let properties = members.map(|(name, shape)| (name.clone(), shape.schema(version)));
            schema["properties"] = Value::Object(properties.collect());
        }
        schema
    }

    fn scalar(&mut self, value: &Value) {
        if self.scalars.len() < DISTINCT {
            self.scalars.insert(value.to_string(), value.clone());
        } else {
            self.many |= !self.scalars.contains_key(&value.to_string());
        }
    }

    fn number(&mut self, number: &Number) {
        let below = |a: &Number, b: &Number| a.as_f64() < b.as_f64();
        let (least, greatest) = self
            .numbers
            .get_or_insert_with(|| (number.clone(), number.clone()));
        if below(number, least) {
            least.clone_from(number);
        }
        if below(greatest, number) {
            greatest.clone_from(number);
        }
    }

    fn length(&mut self, length: usize) {
        let (least, greatest) = self.lengths.get_or_insert((length, length));
        *least = length.min(*least);
        *greatest = length.max(*greatest);
    }
}
