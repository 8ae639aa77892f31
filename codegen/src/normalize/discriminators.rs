//! Unions whose branches a property tells apart: which of its values mean which branch. A
//! discriminator names the property; without one, it is the property of which each branch lists
//! values that no other has.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    Model, Schema,
    marks::{TAG, VALUES},
    schema::{COMPONENTS, referred, tags, text, walk},
};
use crate::{Pointer, document::MAX_DEPTH, note::Notes};

pub(super) fn lower(model: &mut Model, notes: &mut Notes<'_>) {
    let components = model.components.clone();
    let reading = Reading(&components);
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, at| {
            let Some((property, values)) = reading.tag(schema, at, notes) else {
                return;
            };
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
}

struct Reading<'a>(&'a BTreeMap<String, Schema>);

impl Reading<'_> {
    /// The property that tells the branches of a union apart, and its values for each branch.
    fn tag(
        &self,
        schema: &Value,
        at: &Pointer,
        notes: &mut Notes<'_>,
    ) -> Option<(String, Vec<Vec<String>>)> {
        let branches = branches(schema)?;
        let discriminator = schema.get("discriminator");
        let named = discriminator.and_then(|value| text(value, "propertyName"));
        let Some(property) = named else {
            return self.inferred(branches);
        };
        let at = at.join("discriminator");
        if !branches
            .iter()
            .any(|branch| self.property(branch, property).is_some())
        {
            let message =
                format!("no branch has the property `{property}`: the first that fits is read");
            let help = "name a property of the branches";
            notes.rewritten(&at.join("propertyName"), message, help);
            return self.inferred(branches);
        }
        let mapping = discriminator.and_then(|value| value.get("mapping")?.as_object());
        for (value, target) in mapping.into_iter().flatten() {
            let name = target.as_str().map(target_name);
            if !branches.iter().any(|branch| referred(branch) == name) {
                let message = format!("`{value}` is mapped to no branch: left out");
                let at = at.join("mapping").join(value);
                notes.lost(&at, message, "add the schema to the union");
            }
        }
        let values = self.values(branches, property, mapping, 0)?;
        Some((property.to_owned(), values))
    }

    /// Explicit values, as `mapping` gives them; else those that the branch lists for the property,
    /// else a schema's own name (OpenAPI 3.0.3, "Discriminator Object").
    ///
    /// Nothing where a branch has neither.
    fn values(
        &self,
        branches: &[Value],
        property: &str,
        mapping: Option<&Map<String, Value>>,
        depth: usize,
    ) -> Option<Vec<Vec<String>>> {
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
                return Some(mapped[index].clone());
            }
            let others = |all: &[Vec<String>], value: &String| {
                let mut others = all.iter().enumerate().filter(|(other, _)| *other != index);
                others.any(|(_, values)| values.contains(value))
            };
            let is_own = |value: &String| !others(&listed, value) && !others(&mapped, value);
            let own = &listed[index];
            if !own.is_empty() && own.iter().all(is_own) {
                return Some(own.clone());
            }
            referred(branch).map(|name| vec![name.to_owned()])
        });
        values.collect()
    }

    /// The property of which each branch, an object that requires it, lists values that no other
    /// branch has.
    fn inferred(&self, branches: &[Value]) -> Option<(String, Vec<Vec<String>>)> {
        if branches.len() < 2 {
            return None;
        }
        let names = self.names(branches.first()?);
        names.into_iter().find_map(|name| {
            let of_branch = |branch: &Value| {
                let required = self.requires(branch, &name);
                required.then(|| self.listed(branch, &name, 0)).flatten()
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
            self.values(branches, property, mapping, depth + 1)?
        } else {
            let listed = branches
                .iter()
                .map(|branch| self.listed(branch, property, depth + 1));
            listed.collect::<Option<Vec<_>>>()?
        };
        Some(values.into_iter().flatten().collect())
    }

    /// The narrowest schema of a property that an object has, be it by `allOf`.
    fn property<'v>(&'v self, schema: &'v Value, name: &str) -> Option<&'v Value> {
        let lineage = self.lineage(schema).into_iter();
        let found = lineage.filter_map(|schema| schema.get("properties")?.get(name));
        let found: Vec<&Value> = found.collect();
        let narrow = |schema: &&&Value| tags(self.followed(schema)).is_some();
        found.iter().find(narrow).or(found.first()).copied()
    }

    fn requires(&self, schema: &Value, name: &str) -> bool {
        let lineage = self.lineage(schema).into_iter();
        let listed = lineage.filter_map(|schema| schema.get("required")?.as_array());
        listed.flatten().any(|listed| listed == name)
    }

    /// The names of the properties that an object has.
    fn names(&self, schema: &Value) -> Vec<String> {
        let lineage = self.lineage(schema).into_iter();
        let own = lineage.filter_map(|schema| schema.get("properties")?.as_object());
        own.flat_map(Map::keys).cloned().collect()
    }

    /// The schema and all that it is made of by `allOf`, references followed.
    fn lineage<'v>(&'v self, schema: &'v Value) -> Vec<&'v Value> {
        let mut lineage = vec![self.followed(schema)];
        let mut next = 0;
        while let Some(schema) = lineage.get(next).copied() {
            let parts = schema.get("allOf").and_then(Value::as_array);
            for part in parts.into_iter().flatten() {
                let part = self.followed(part);
                if !lineage.iter().any(|known| std::ptr::eq(*known, part)) {
                    lineage.push(part);
                }
            }
            next += 1;
        }
        lineage
    }

    fn followed<'v>(&'v self, schema: &'v Value) -> &'v Value {
        let mut at = schema;
        for _ in 0..MAX_DEPTH {
            match referred(at).and_then(|name| self.0.get(name)) {
                Some(target) => at = &target.value,
                None => break,
            }
        }
        at
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

/// The name of the schema that a value is mapped to.
fn target_name(target: &str) -> &str {
    target.strip_prefix(COMPONENTS).unwrap_or(target)
}
