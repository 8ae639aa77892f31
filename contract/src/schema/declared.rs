//! Whether a value has members that no schema declares, without saying which.
//!
//! Nearly all values have none. This walks values beside values and makes no pointers, so that
//! places are sought only where there is something to find.

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::undeclared::MAX_BRANCHES;

/// How long a chain of references may be.
const MAX_CHAIN: usize = 128;

/// Whether some branch declares each member, at every depth; as
/// [`undeclared`](super::undeclared()) sees it.
pub(super) fn all_declared(document: &Document, schemas: &[&Value], value: &Value) -> bool {
    if schemas.is_empty() || !(value.is_object() || value.is_array()) {
        return true;
    }
    let branches = branches(document, schemas);
    let below = |keyword: &str| {
        let schemas = branches.iter().filter_map(|branch| branch.get(keyword));
        schemas
            .filter(|schema| schema.is_object())
            .collect::<Vec<_>>()
    };
    match value {
        Value::Array(items) => {
            let inner = below("items");
            items
                .iter()
                .all(|item| all_declared(document, &inner, item))
        }
        Value::Object(members) => {
            let has = |keyword: &str| branches.iter().any(|branch| branch.get(keyword).is_some());
            let closed = has("properties") && !has("additionalProperties");
            let others = below("additionalProperties");
            members.iter().all(|(name, member)| {
                let inner = branches
                    .iter()
                    .filter_map(|branch| branch.get("properties")?.get(name));
                let inner: Vec<&Value> = inner.collect();
                match inner.is_empty() {
                    true if closed => false,
                    true => all_declared(document, &others, member),
                    false => all_declared(document, &inner, member),
                }
            })
        }
        _ => true,
    }
}

/// The given schemas with their references followed, and all branches of their combinators.
fn branches<'d>(document: &'d Document, schemas: &[&'d Value]) -> Vec<&'d Value> {
    let mut found: Vec<&Value> = Vec::new();
    let mut queue: Vec<&Value> = schemas.iter().rev().copied().collect();
    while let Some(next) = queue.pop() {
        let Some(schema) = resolved(document, next) else {
            continue;
        };
        if found.iter().any(|known| std::ptr::eq(*known, schema)) || found.len() >= MAX_BRANCHES {
            continue;
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            let branches = schema.get(keyword).and_then(Value::as_array);
            queue.extend(branches.into_iter().flatten().rev());
        }
        found.push(schema);
    }
    found
}

fn resolved<'d>(document: &'d Document, mut schema: &'d Value) -> Option<&'d Value> {
    for _ in 0..MAX_CHAIN {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => {
                schema = document.get(Pointer::from_reference(reference)?.as_str())?;
            }
            None => return Some(schema),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::undeclared::exact;

    #[test]
    fn both_walks_agree() {
        let schemas = [
            "{}",
            "{type: object}",
            "{properties: {a: {}}}",
            "{properties: {a: {properties: {b: {}}}}}",
            "{properties: {a: {}}, additionalProperties: {properties: {b: {}}}}",
            "{additionalProperties: {properties: {b: {}}}}",
            "{properties: {a: {}}, additionalProperties: false}",
            "{items: {properties: {a: {}}}}",
            "{allOf: [{properties: {a: {}}}, {properties: {b: {items: {properties: {a: {}}}}}}]}",
            "{oneOf: [{$ref: '#/Tree'}, {additionalProperties: true}]}",
            "{$ref: '#/Tree'}",
            "{$ref: '#/Loop'}",
            "{$ref: '#/Gone'}",
            "true",
        ];
        let values = [
            "1",
            "{}",
            "[]",
            r#"{"a": 1}"#,
            r#"{"b": 1}"#,
            r#"{"a": {"b": 1}}"#,
            r#"{"a": {"c": 1}}"#,
            r#"[{"a": 1}, {"b": 1}]"#,
            r#"{"b": [{"a": 1}, {"c": 1}]}"#,
            r#"{"a": [{"a": [{"a": []}]}]}"#,
            r#"{"a": [{"a": [{"b": []}]}]}"#,
        ];
        let mut some = 0;
        for schema in schemas {
            let tree =
                "Tree: {properties: {a: {items: {$ref: '#/Tree'}}}}\nLoop: {$ref: '#/Loop'}\n";
            let document = Document::parse("x.yaml", format!("{tree}x: {schema}\n")).expect("YAML");
            let root = document.get("/x").expect("it is there");
            for text in values {
                let value: Value = serde_json::from_str(text).expect("JSON");
                let found = exact(&document, &Pointer::from("/x"), &value);
                let all = all_declared(&document, &[root], &value);
                assert_eq!(all, found.is_empty(), "{schema} with {text}: {found:?}");
                some += usize::from(!all);
            }
        }
        assert!(
            some > 10,
            "{some} values have members that are not declared"
        );
    }
}
