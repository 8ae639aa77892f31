//! Unions whose branches a property tells apart: which of its values mean which branch. A
//! discriminator names the property; without one, it is the property of which each branch lists
//! values that no other has.

mod lineage;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    marks::{TAG, VALUES},
    schema::{referred, tags, target_name, text, walk},
};
use crate::{Pointer, document::MAX_DEPTH, note::Notes};

pub(super) fn lower(model: &mut Model, notes: &mut Notes<'_>) {
    let components = model.components.clone();
    let reading = Reading::of(&components);
    let mut untagged = BTreeSet::new();
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, at| {
            let Some((property, values)) = reading.tag(schema, at, notes) else {
                return;
            };
            untagged.extend(reading.untagged(schema, &property));
            for (branch, values) in branches_mut(schema).into_iter().flatten().zip(values) {
                if let Value::Object(entries) = branch {
                    entries.insert(VALUES.to_owned(), json!(values));
                }
            }
            if let Value::Object(entries) = schema {
                entries.insert(TAG.to_owned(), json!(property));
            }
        });
    }
    for (name, property) in untagged {
        let Some(schema) = model.components.get_mut(&name) else {
            continue;
        };
        let message = format!("`{name}` has no `{property}`, by which a union knows it: given one");
        let help = format!("add `{property}` to its properties");
        notes.rewritten(&schema.pointer, message, &help);
        let properties = &mut schema.value["properties"];
        if properties.is_null() {
            *properties = json!({});
        }
        properties[property] = json!({ "type": "string" });
    }
}

struct Reading<'a> {
    components: &'a BTreeMap<String, Schema>,
    /// The named unions with a discriminator, by each of the schemas among their branches.
    unions: BTreeMap<&'a str, Vec<&'a Value>>,
}

impl<'a> Reading<'a> {
    fn of(components: &'a BTreeMap<String, Schema>) -> Self {
        let mut unions: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        let tagged = components.values().map(|schema| &schema.value);
        for union in tagged.filter(|schema| schema.get("discriminator").is_some()) {
            for branch in branches(union).into_iter().flatten().filter_map(referred) {
                unions.entry(branch).or_default().push(union);
            }
        }
        Self { components, unions }
    }

    /// The objects among a union's branches that do not have the property which tells them apart.
    fn untagged(&self, union: &Value, property: &str) -> Vec<(String, String)> {
        let beside = union.get("properties");
        if beside.is_some_and(|known| known.get(property).is_some()) {
            return Vec::new();
        }
        let branches = branches(union).into_iter().flatten();
        let names = branches.filter_map(referred).filter(|name| {
            let schema = self.components.get(*name).map(|schema| &schema.value);
            schema.is_some_and(|schema| {
                schema["type"] == "object"
                    && self::branches(schema).is_none()
                    && self.property(schema, property).is_none()
            })
        });
        names
            .map(|name| (name.to_owned(), property.to_owned()))
            .collect()
    }

    /// The discriminator of a union that has all of these branches, such as of a base that they
    /// inherit from.
    fn wider(&self, branches: &[Value]) -> Option<&'a Value> {
        let names: Vec<&str> = branches.iter().map(referred).collect::<Option<_>>()?;
        let has_all = |union: &&&Value| {
            let all = self::branches(union).unwrap_or_default();
            let has = |name| all.iter().any(|branch| referred(branch) == Some(name));
            names.iter().copied().all(has)
        };
        let wider = self.unions.get(names.first()?)?.iter().find(has_all)?;
        wider.get("discriminator")
    }

    /// The property that tells the branches of a union apart, and its values for each branch.
    fn tag(
        &self,
        schema: &Value,
        at: &Pointer,
        notes: &mut Notes<'_>,
    ) -> Option<(String, Vec<Vec<String>>)> {
        let branches = branches(schema)?;
        let own = schema.get("discriminator");
        let discriminator = own.or_else(|| self.wider(branches));
        let named = discriminator.and_then(|value| text(value, "propertyName"));
        let Some(property) = named else {
            return self.inferred(branches);
        };
        let at = at.join("discriminator");
        let beside = schema.get("properties");
        let beside = beside.is_some_and(|known| known.get(property).is_some());
        let has = |branch| {
            let found = self
                .property(branch, property)
                .map(|found| self.followed(found));
            found.is_some_and(|found| found["type"] != "array" && found["type"] != "object")
        };
        if !beside && !branches.iter().any(has) {
            let message =
                format!("no branch has the property `{property}`: the one that fits best is read");
            let help = "name a property of the branches";
            notes.rewritten(&at.join("propertyName"), message, help);
            return self.inferred(branches);
        }
        let mapping = discriminator.and_then(|value| value.get("mapping")?.as_object());
        for (value, target) in mapping.filter(|_| own.is_some()).into_iter().flatten() {
            let name = target.as_str().map(target_name);
            if !branches.iter().any(|branch| referred(branch) == name) {
                let message = format!("`{value}` is mapped to no branch: left out");
                let at = at.join("mapping").join(value);
                notes.lost(&at, message, "add the schema to the union");
            }
        }
        let values = self.values(branches, property, mapping, 0);
        if values.iter().all(Vec::is_empty) {
            return self.inferred(branches);
        }
        Some((property.to_owned(), values))
    }

    /// Explicit values, as `mapping` gives them; else those that the branch lists for the property,
    /// else a schema's own name (OpenAPI 3.0.3, "Discriminator Object") where the branch admits it.
    ///
    /// No value for a branch that has none of these.
    fn values(
        &self,
        branches: &[Value],
        property: &str,
        mapping: Option<&Map<String, Value>>,
        depth: usize,
    ) -> Vec<Vec<String>> {
        let mapped = |branch: &Value| -> Vec<String> {
            let own = mapping.into_iter().flatten().filter(|(_, target)| {
                referred(branch).is_some() && target.as_str().map(target_name) == referred(branch)
            });
            own.map(|(value, _)| value.clone()).collect()
        };
        let mapped: Vec<Vec<String>> = branches.iter().map(mapped).collect();
        let listed = branches.iter().map(|branch| {
            let listed = self.listed(branch, property, depth);
            listed.unwrap_or_default()
        });
        let listed: Vec<Vec<String>> = listed.collect();
        let values = branches.iter().enumerate().map(|(index, branch)| {
            if !mapped[index].is_empty() {
                return mapped[index].clone();
            }
            let others = |all: &[Vec<String>], value: &String| {
                let mut others = all.iter().enumerate().filter(|(other, _)| *other != index);
                others.any(|(_, values)| values.contains(value))
            };
            let is_own = |value: &String| !others(&listed, value) && !others(&mapped, value);
            let own = &listed[index];
            if !own.is_empty() && own.iter().all(is_own) {
                return own.clone();
            }
            let is_admitted = |name: &&str| own.is_empty() || own.iter().any(|value| value == name);
            let name = self.authored(branch).filter(is_admitted);
            name.into_iter().map(str::to_owned).collect()
        });
        values.collect()
    }

    /// The name of the schema that a branch refers to, if it is the document's.
    fn authored<'v>(&self, branch: &'v Value) -> Option<&'v str> {
        let name = referred(branch)?;
        let among = self.components.get(name)?.pointer.parent()?;
        let among = among.last().unwrap_or_default();
        (!["allOf", "oneOf", "anyOf"].contains(&&*among)).then_some(name)
    }

    /// The property of which each branch, an object that requires it, lists values that no other
    /// branch has, or has such a default.
    fn inferred(&self, branches: &[Value]) -> Option<(String, Vec<Vec<String>>)> {
        if branches.len() < 2 {
            return None;
        }
        let names = self.names(branches.first()?);
        names.into_iter().find_map(|name| {
            let of_branch = |branch: &Value| {
                let required = self.requires(branch, &name);
                let listed = required.then(|| self.listed(branch, &name, 0))?;
                listed.or_else(|| Some(vec![self.default(branch, &name)?.to_owned()]))
            };
            let values: Vec<Vec<String>> = branches.iter().map(of_branch).collect::<Option<_>>()?;
            let mut all: Vec<&String> = values.iter().flatten().collect();
            let count = all.len();
            all.sort();
            all.dedup();
            (all.len() == count).then_some((name, values))
        })
    }

    /// The values that a schema lists for a property; those of all branches, where it is a union.
    fn listed(&self, schema: &Value, property: &str, depth: usize) -> Option<Vec<String>> {
        if let Some(found) = self.property(schema, property) {
            return tags(self.followed(found));
        }
        let union = self.followed(schema);
        let branches = branches(union).filter(|_| depth < MAX_DEPTH)?;
        let discriminator = union.get("discriminator");
        let same = discriminator.and_then(|value| text(value, "propertyName")) == Some(property);
        let mapping = discriminator.filter(|_| same);
        let mapping = mapping.and_then(|value| value.get("mapping")?.as_object());
        let values = if same {
            let values = self.values(branches, property, mapping, depth + 1);
            let told = values.iter().all(|values| !values.is_empty());
            told.then_some(values)?
        } else {
            let listed = branches
                .iter()
                .map(|branch| self.listed(branch, property, depth + 1));
            listed.collect::<Option<Vec<_>>>()?
        };
        Some(values.into_iter().flatten().collect())
    }
}

fn branches(schema: &Value) -> Option<&[Value]> {
    let union = schema.get("oneOf").or_else(|| schema.get("anyOf"))?;
    union.as_array().map(Vec::as_slice)
}

fn branches_mut(schema: &mut Value) -> Option<&mut Vec<Value>> {
    let key = if schema.get("oneOf").is_some() {
        "oneOf"
    } else {
        "anyOf"
    };
    schema.get_mut(key)?.as_array_mut()
}
