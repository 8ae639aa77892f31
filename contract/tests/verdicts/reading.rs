//! Both modes against a reading of the specification in a few lines, on schemas made at random.

use std::collections::BTreeMap;

use bindery_contract::{Mode, Recording, Request, Response, Verdict};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::{MODES, answering, judged};

/// Whether a value fits a schema of the keywords that `schema()` makes.
fn fits(mode: Mode, schema: &Value, value: &Value) -> bool {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let admitted = mode == Mode::Lenient && schema["nullable"] == true && value.is_null();
        return admitted || value.is_string() || reference.ends_with("Note") && value.is_null();
    }
    let nullable = schema["nullable"] == true && value.is_null();
    if nullable && mode == Mode::Lenient {
        return true;
    }
    let types = schema.get("type").is_none_or(|name| {
        let same = match name.as_str() {
            Some("string") => value.is_string(),
            Some("integer") => value.is_i64(),
            _ => value.is_object(),
        };
        same || nullable
    });
    let branches = |keyword: &str| schema.get(keyword).and_then(Value::as_array);
    let count = |keyword: &str| {
        let branches = branches(keyword)?;
        let fitting = branches.iter().filter(|branch| fits(mode, branch, value));
        Some((fitting.count(), branches.len()))
    };
    let member = |name: &str| value.get(name);
    types
        && branches("enum").is_none_or(|values| values.contains(value))
        && count("allOf").is_none_or(|(fitting, all)| fitting == all)
        && count("anyOf").is_none_or(|(fitting, _)| fitting > 0)
        && count("oneOf").is_none_or(|(fitting, _)| fitting == 1)
        && schema.get("not").is_none_or(|not| !fits(mode, not, value))
        && (!value.is_object() || branches("required").is_none_or(|_| member("a").is_some()))
        && schema
            .pointer("/properties/a")
            .is_none_or(|inner| member("a").is_none_or(|value| fits(mode, inner, value)))
}

/// A value that is one of few, so that enums and types are often met.
fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(json!(null)),
        Just(json!("x")),
        Just(json!("y")),
        Just(json!(1))
    ];
    scalar.prop_recursive(2, 4, 1, |inner| {
        prop_oneof![
            Just(json!({})),
            inner.prop_map(|member| json!({ "a": member }))
        ]
    })
}

fn schema() -> impl Strategy<Value = Value> {
    let keyword = |name: &'static str, value: Value| Just((name, value));
    let plain = prop_oneof![
        keyword("type", json!("string")),
        keyword("type", json!("integer")),
        keyword("type", json!("object")),
        keyword("enum", json!(["x", 1])),
        keyword("enum", json!(["x", null])),
        keyword("required", json!(["a"])),
        keyword("$ref", json!("#/components/schemas/Name")),
        keyword("$ref", json!("#/components/schemas/Note")),
    ];
    let object = |entries: Vec<(&'static str, Value)>, nullable: Option<bool>| {
        let entries = entries
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value));
        let mut schema: Map<String, Value> = entries.collect();
        schema.extend(nullable.map(|flag| ("nullable".to_owned(), Value::Bool(flag))));
        Value::Object(schema)
    };
    let nullable = || proptest::option::weighted(0.5, any::<bool>());
    let leaf = (proptest::collection::vec(plain, 0..3), nullable())
        .prop_map(move |(entries, nullable)| object(entries, nullable));
    leaf.prop_recursive(3, 12, 3, move |inner| {
        let list = proptest::collection::vec(inner.clone(), 1..3).prop_map(Value::Array);
        let keyword = prop_oneof![
            list.clone().prop_map(|list| ("allOf", list)),
            list.clone().prop_map(|list| ("anyOf", list)),
            list.prop_map(|list| ("oneOf", list)),
            inner.clone().prop_map(|inner| ("not", inner)),
            inner.prop_map(|inner| ("properties", json!({ "a": inner }))),
            Just(("type", json!("string"))),
            Just(("type", json!("object"))),
        ];
        (proptest::collection::vec(keyword, 1..4), nullable())
            .prop_map(move |(entries, nullable)| object(entries, nullable))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_modes_read_nullable_as_the_specification_and_the_practice_have_it(
        schema in schema(),
        values in proptest::collection::vec(value(), 4),
    ) {
        let document = answering("3.0.3", &schema.to_string());
        for value in &values {
            let response = Response::new(200).json(value.to_string());
            let recording = Recording::invented("case", Request::new("GET", "/x"), Some(response));
            for mode in MODES {
                let verdicts = judged(&document, &recording, mode).verdicts;
                let expected = if fits(mode, &schema, value) { Verdict::Valid } else { Verdict::Invalid };
                prop_assert_eq!(verdicts, BTreeMap::from([(expected, 1)]), "{:?}: {} with {}", mode, schema, value);
            }
        }
    }
}
