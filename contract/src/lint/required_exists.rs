//! `required-exists`: a misspelt name in `required` makes every answer invalid.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value};

use super::{Breach, Survey, survey::Role};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for schema in survey.of(Role::Schema) {
        let required = schema.value.get("required").and_then(Value::as_array);
        let Some(required) = required else {
            continue;
        };
        let declared = names(survey.document, &enclosing(&schema.at));
        for (index, name) in required.iter().enumerate() {
            // A name that is no text is the business of `structure`.
            if name.as_str().is_some_and(|name| !declared.contains(name)) {
                breaches.push(Breach::new(
                    &schema.at.join("required").join(index),
                    format!("{name} is required, but not in `properties`").replace('"', "`"),
                    "correct the name, or declare the property",
                ));
            }
        }
    }
    breaches
}

/// The schema whose `allOf` a schema belongs to, or itself.
fn enclosing(at: &Pointer) -> Pointer {
    let list = at
        .parent()
        .filter(|list| list.last().is_some_and(|key| key == "allOf"));
    match list.and_then(|list| list.parent()) {
        Some(whole) => enclosing(&whole),
        None => at.clone(),
    }
}

/// The names that a schema declares, those of what it refers to and of its branches included.
fn names(document: &Document, at: &Pointer) -> BTreeSet<String> {
    let (mut declared, mut known) = (BTreeSet::new(), BTreeSet::new());
    let mut queue = vec![at.clone()];
    while let Some(next) = queue.pop() {
        let Some((at, schema)) = document.resolve(next.as_str()) else {
            continue;
        };
        if !known.insert(at.clone()) {
            continue;
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        declared.extend(properties.into_iter().flat_map(Map::keys).cloned());
        for keyword in ["allOf", "anyOf", "oneOf"] {
            let count = schema
                .get(keyword)
                .and_then(Value::as_array)
                .map_or(0, Vec::len);
            queue.extend((0..count).map(|index| at.join(keyword).join(index)));
        }
    }
    declared
}
