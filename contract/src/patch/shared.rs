//! Which places of a document an edit reaches besides the one that was recorded.

use std::{collections::BTreeMap, iter};

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

/// How many references lead to each place of a document.
#[derive(Debug, Clone, Default)]
pub struct References(BTreeMap<Pointer, usize>);

impl References {
    /// Counts the references of a document.
    pub fn of(document: &Document) -> Self {
        let mut counts = BTreeMap::new();
        count(document.value(), &mut counts);
        Self(counts)
    }

    /// The nearest part of the document around a place that several references lead to, and how
    /// many: whatever is edited there changes for all of them.
    pub fn shared(&self, at: &Pointer) -> Option<(Pointer, usize)> {
        let mut around = iter::successors(Some(at.clone()), Pointer::parent);
        around.find_map(|part| {
            let count = *self.0.get(&part)?;
            (count > 1).then_some((part, count))
        })
    }
}

fn count(value: &Value, counts: &mut BTreeMap<Pointer, usize>) {
    match value {
        Value::Object(members) => {
            let target = members.get("$ref").and_then(Value::as_str);
            if let Some(target) = target.and_then(Pointer::from_reference) {
                *counts.entry(target).or_default() += 1;
            }
            members.values().for_each(|member| count(member, counts));
        }
        Value::Array(items) => items.iter().for_each(|item| count(item, counts)),
        _ => {}
    }
}
