//! What a schema and all that it is made of by `allOf` say of a property.

use serde_json::{Map, Value};

use super::Reading;
use crate::{
    document::MAX_DEPTH,
    normalize::schema::{referred, tags, text},
};

impl Reading<'_> {
    /// What a property is unless it is said, where that is a text.
    pub(super) fn default<'v>(&'v self, schema: &'v Value, name: &str) -> Option<&'v str> {
        text(self.followed(self.property(schema, name)?), "default")
    }

    /// The narrowest schema of a property that an object has, be it by `allOf`.
    pub(super) fn property<'v>(&'v self, schema: &'v Value, name: &str) -> Option<&'v Value> {
        let lineage = self.lineage(schema).into_iter();
        let found = lineage.filter_map(|schema| schema.get("properties")?.get(name));
        let found: Vec<&Value> = found.collect();
        let listed = |schema: &&Value| tags(self.followed(schema)).map(|values| values.len());
        let narrow = found.iter().filter(|schema| listed(schema).is_some());
        let narrowest = narrow.min_by_key(|schema| listed(schema));
        narrowest.or(found.first()).copied()
    }

    pub(super) fn requires(&self, schema: &Value, name: &str) -> bool {
        let lineage = self.lineage(schema).into_iter();
        let listed = lineage.filter_map(|schema| schema.get("required")?.as_array());
        listed.flatten().any(|listed| listed == name)
    }

    /// The names of the properties that an object has.
    pub(super) fn names(&self, schema: &Value) -> Vec<String> {
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

    pub(super) fn followed<'v>(&'v self, schema: &'v Value) -> &'v Value {
        let mut at = schema;
        for _ in 0..MAX_DEPTH {
            match referred(at).and_then(|name| self.components.get(name)) {
                Some(target) => at = &target.value,
                None => break,
            }
        }
        at
    }
}
