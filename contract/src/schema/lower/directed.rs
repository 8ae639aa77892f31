//! Which schemas mean something else in each direction; any other is lowered once for both.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use crate::schema::Dialect;

/// Those of the schemas, and of all that they refer to, from which a `readOnly` or `writeOnly` is
/// reached.
///
/// What only looks like a mark, in an example for instance, counts as one: it costs a second
/// lowering and changes nothing else.
pub(super) fn directed(
    document: &Document,
    dialect: &Dialect,
    schemas: impl IntoIterator<Item = Pointer>,
) -> BTreeSet<Pointer> {
    let (mut known, mut marked) = (BTreeSet::new(), Vec::new());
    let mut referring: BTreeMap<Pointer, Vec<Pointer>> = BTreeMap::new();
    let mut queue: Vec<Pointer> = schemas.into_iter().collect();
    while let Some(at) = queue.pop() {
        let Some(schema) = document.get(at.as_str()) else {
            continue;
        };
        if !known.insert(at.clone()) {
            continue;
        }
        let mut references = BTreeSet::new();
        if is_marked(schema, &mut references) {
            marked.push(at.clone());
        }
        for target in references
            .into_iter()
            .filter_map(|text| dialect.target(text))
        {
            referring
                .entry(target.clone())
                .or_default()
                .push(at.clone());
            queue.push(target);
        }
    }
    let mut directed = BTreeSet::new();
    while let Some(at) = marked.pop() {
        if let Some(referring) = referring.get(&at).filter(|_| !directed.contains(&at)) {
            marked.extend_from_slice(referring);
        }
        directed.insert(at);
    }
    directed
}

/// Whether a mark stands in a value; the references in it are gathered.
fn is_marked<'d>(value: &'d Value, references: &mut BTreeSet<&'d str>) -> bool {
    let mut marked = false;
    for (key, inner) in value.as_object().into_iter().flatten() {
        match (key.as_str(), inner) {
            ("readOnly" | "writeOnly", Value::Bool(true)) => marked = true,
            ("$ref" | "$dynamicRef", Value::String(text)) => drop(references.insert(text)),
            _ => marked |= is_marked(inner, references),
        }
    }
    for inner in value.as_array().into_iter().flatten() {
        marked |= is_marked(inner, references);
    }
    marked
}
