//! Two schemas as one, which is of the values that are of both.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Composing, PLACE, TELLING, UNIONS, strip, tells};
use crate::{
    Pointer,
    normalize::{
        marks::{CALLED, ORDER, TAG, VALUES},
        schema::referred,
    },
};

/// How many branches a union may come to have when others are said in each of them.
const MOST: usize = 64;

const ALL_OF: &str = "allOf";

impl Composing<'_, '_> {
    /// The schema of what is of one and of the other; where nothing is, the other counts.
    pub(super) fn both(&mut self, one: Value, other: Value, at: &Pointer) -> Value {
        let telling = |schema: &Value| schema.as_object().is_some_and(tells);
        if one == other || !telling(&one) {
            return described(other, &one);
        }
        if !telling(&other) {
            return described(one, &other);
        }
        let pair = referred(&one).zip(referred(&other));
        let pair = pair.map(|(one, other)| (one.to_owned(), other.to_owned()));
        if let Some((name, another)) = &pair {
            if self.inherits(another, name) {
                return described(other, &one);
            }
            if self.inherits(name, another) {
                return described(one, &other);
            }
            if !self.pairs.insert((name.clone(), another.clone())) {
                // Their common values hold such values again, without an end.
                return other;
            }
        }
        let merged = self.merged(&one, &other, at);
        if let Some(pair) = pair {
            self.pairs.remove(&pair);
        }
        merged
    }

    fn merged(&mut self, one: &Value, other: &Value, at: &Pointer) -> Value {
        let (left, right) = (self.plain(one), self.plain(other));
        let is_union = |schema: &Value| UNIONS.iter().any(|key| schema.get(key).is_some());
        let merged = match (is_union(&left), is_union(&right)) {
            (_, true) => self.spread(one, right.clone(), at),
            (true, false) => self.spread(other, left.clone(), at),
            (false, false) => self.one_of_both(&left, &right, at),
        };
        // What a named schema says already is that schema.
        for (named, plain) in [(other, &right), (one, &left)] {
            if named.get("$ref").is_some() && is_same(&merged, plain) {
                return described(named.clone(), if named == one { other } else { one });
            }
        }
        merged
    }

    /// A schema itself, or what it refers to.
    fn plain(&mut self, schema: &Value) -> Value {
        let mut plain = self.followed(schema).unwrap_or_else(|| schema.clone());
        if schema.get("$ref").is_some() {
            // A title is the name of one type, and another is made of it.
            strip(&mut plain, &["title", CALLED, "deprecated", "$ref"]);
            plain = described(plain, schema);
        }
        plain
    }

    /// A union whose branches say what other words say.
    fn spread(&mut self, words: &Value, mut union: Value, at: &Pointer) -> Value {
        let found = UNIONS.iter().find(|key| union.get(**key).is_some());
        let Some((key, entries)) = found.copied().zip(union.as_object_mut()) else {
            return words.clone();
        };
        let Some(Value::Array(branches)) = entries.remove(key) else {
            return words.clone();
        };
        let plain = self.plain(words);
        if branches.iter().all(|branch| only_forbids(branch, &plain)) {
            let message =
                format!("`{key}` adds nothing: what its branches forbid is taken as well");
            let help = "say which properties go together by schemas of their own";
            self.notes.rewritten(&at.join(key), message, help);
            strip(&mut union, &[TAG, "discriminator"]);
            return self.both(words.clone(), union, at);
        }
        if branches.len() > MOST {
            let message = format!(
                "`{key}` of {} schemas beside others: left out",
                branches.len()
            );
            let help = "write the other properties into each of the schemas";
            self.notes.lost(&at.join(key), message, help);
            return words.clone();
        }
        let branches = branches.into_iter().enumerate().map(|(index, branch)| {
            let title = referred(&branch).map(str::to_owned);
            let values = branch.get(VALUES).cloned();
            let at = at.join(key).join(index);
            let mut both = self.both(words.clone(), branch, &at);
            if let Value::Object(entries) = &mut both {
                if let Some(title) = title.filter(|_| !entries.contains_key("$ref")) {
                    entries.remove("title");
                    entries.insert(CALLED.to_owned(), json!(title));
                }
                entries.extend(values.map(|values| (VALUES.to_owned(), values)));
            }
            both
        });
        let branches: Vec<Value> = branches.collect();
        entries.insert(key.to_owned(), json!(branches));
        entries.remove("type");
        let mut place = plain;
        if let Value::Object(place) = &mut place {
            place.retain(|key, _| PLACE.contains(&key.as_str()));
        }
        described(union, &place)
    }

    /// One schema of two that are neither references nor unions.
    fn one_of_both(&mut self, left: &Value, right: &Value, at: &Pointer) -> Value {
        let (Value::Object(left), Value::Object(right)) = (left, right) else {
            return right.clone();
        };
        if clash(left, right) {
            let kept = if is_detailed(left) && !is_detailed(right) {
                left
            } else {
                right
            };
            let kind = kept.get("type").and_then(Value::as_str);
            let kind = kind.unwrap_or_default();
            let message = format!("`allOf` of several types: read as `{kind}`");
            self.notes
                .rewritten(&at.join(ALL_OF), message, "give it one type");
            return Value::Object(kept.clone());
        }
        let mut all = left.clone();
        for (key, value) in right {
            let merged = match (key.as_str(), all.get(key), value) {
                ("properties", Some(Value::Object(known)), Value::Object(more)) => {
                    Value::Object(self.properties(known.clone(), more, at))
                }
                ("required" | ORDER, Some(Value::Array(known)), Value::Array(more)) => {
                    let more = more.iter().filter(|name| !known.contains(name));
                    json!(known.iter().chain(more).collect::<Vec<_>>())
                }
                ("items", Some(known), value) => {
                    self.both(known.clone(), value.clone(), &at.join("items"))
                }
                ("additionalProperties", Some(known), value) => additional(known, value),
                ("type", Some(known), value) if known == "integer" && value == "number" => {
                    known.clone()
                }
                ("enum", Some(_), _) => common(left, right),
                _ => value.clone(),
            };
            all.insert(key.clone(), merged);
        }
        Value::Object(all)
    }

    fn properties(
        &mut self,
        mut known: Map<String, Value>,
        more: &Map<String, Value>,
        at: &Pointer,
    ) -> Map<String, Value> {
        for (name, property) in more {
            let merged = match known.get(name) {
                Some(one) if clash_of(one, property) => {
                    let message =
                        format!("`{name}` is of several types in `allOf`: the last one counts");
                    self.notes
                        .rewritten(&at.join(ALL_OF), message, "give it one type");
                    property.clone()
                }
                Some(one) => {
                    let at = at.join("properties").join(name);
                    self.both(one.clone(), property.clone(), &at)
                }
                None => property.clone(),
            };
            known.insert(name.clone(), merged);
        }
        known
    }
}

/// A schema with what another says of the place, where itself says nothing of that.
fn described(mut schema: Value, other: &Value) -> Value {
    if let (Value::Object(entries), Value::Object(other)) = (&mut schema, other) {
        for key in PLACE {
            if let Some(value) = other.get(key)
                && !entries.contains_key(key)
            {
                entries.insert(key.to_owned(), value.clone());
            }
        }
    }
    schema
}

/// Whether a branch of a union says nothing that the other words do not, but for what it forbids.
fn only_forbids(branch: &Value, words: &Value) -> bool {
    let Some(entries) = branch.as_object() else {
        return false;
    };
    let known = words.get("properties").and_then(Value::as_object);
    let properties = entries.get("properties").and_then(Value::as_object);
    let mut names = properties.into_iter().flat_map(Map::keys);
    let told = TELLING.iter().filter(|key| entries.contains_key(**key));
    let mut told = told.filter(|key| !matches!(**key, "required" | "properties"));
    words.get("type").is_none_or(|kind| kind == "object")
        && told.all(|key| *key == "type" && entries[*key] == "object")
        && names.all(|name| known.is_some_and(|known| known.contains_key(name)))
}

/// Whether two schemas make one type.
fn is_same(one: &Value, other: &Value) -> bool {
    TELLING
        .iter()
        .all(|key| match (one.get(key), other.get(key)) {
            (Some(Value::Array(one)), Some(Value::Array(other))) if *key == "required" => {
                let names = |list: &[Value]| {
                    let names = list.iter().filter_map(Value::as_str);
                    names.map(str::to_owned).collect::<BTreeSet<_>>()
                };
                names(one) == names(other)
            }
            (None | Some(Value::Bool(false)), None | Some(Value::Bool(false))) => true,
            (one, other) => one == other,
        })
}

/// What the properties without a name are, of two claims: nothing is said by forbidding them.
fn additional(one: &Value, other: &Value) -> Value {
    match (one, other) {
        (one, Value::Bool(_)) if one.is_object() => one.clone(),
        (Value::Bool(true), Value::Bool(false)) => one.clone(),
        _ => other.clone(),
    }
}

/// The values that both list, or else those of the other.
fn common(one: &Map<String, Value>, other: &Map<String, Value>) -> Value {
    let listed = |entries: &Map<String, Value>| {
        let list = entries.get("enum").and_then(Value::as_array);
        list.cloned().unwrap_or_default()
    };
    let (one, other) = (listed(one), listed(other));
    let both: Vec<&Value> = other.iter().filter(|value| one.contains(value)).collect();
    if both.is_empty() {
        json!(other)
    } else {
        json!(both)
    }
}

fn clash_of(one: &Value, other: &Value) -> bool {
    let entries = one.as_object().zip(other.as_object());
    entries.is_some_and(|(one, other)| clash(one, other))
}

/// Whether a schema says of what its values are made.
fn is_detailed(entries: &Map<String, Value>) -> bool {
    let filled = |key: &str| {
        let inner = entries.get(key).and_then(Value::as_object);
        inner.is_some_and(|inner| !inner.is_empty())
    };
    filled("properties") || filled("items") || entries.contains_key("enum")
}

/// Whether no value is of both types.
fn clash(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    let kind = |entries: &Map<String, Value>| {
        entries
            .get("type")
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let number = |kind: &str| matches!(kind, "integer" | "number");
    match (kind(one), kind(other)) {
        (Some(one), Some(other)) => one != other && !(number(&one) && number(&other)),
        _ => false,
    }
}
