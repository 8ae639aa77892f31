//! Edits make documents agree with recordings, and keep comments and layout.

mod excerpt;
mod layout;

use bindery_contract::{
    Document, Kind, Recording, Request, Response, check,
    patch::{Settled, settle},
};
use proptest::{
    collection::{hash_map, vec},
    prelude::*,
};
use serde_json::{Value, json};

/// A document whose one answer has a schema, and recorded answers.
fn answering(schema: &str) -> Document {
    let text = format!(
        "openapi: 3.0.3
info: {{title: Cats, version: '1'}}
paths:
  /cats/{{cat}}: # one cat
    get:
      parameters:
        - {{name: cat, in: path, required: true, schema: {{type: string}}}}
      responses:
        '200':
          description: The cat.
          content:
            application/json:
              schema: {schema}
"
    );
    Document::parse("cats.yaml", text).expect(schema)
}

fn answers(bodies: &[&str]) -> Vec<Recording> {
    let answer = |body: &&str| {
        let response = Response::new(200).json(*body);
        Recording::invented("cat", Request::new("GET", "/cats/7"), Some(response))
    };
    bodies.iter().map(answer).collect()
}

fn settled(document: &Document, recordings: &[Recording]) -> Settled {
    let check = |document: &Document| Ok::<_, bindery_contract::Error>(check(document, recordings));
    settle(document, check).expect("the patched text is a document")
}

/// A schema, the bodies recorded, and the schema that admits them.
#[test]
fn a_contradicted_claim_becomes_the_nearest_one_that_holds() {
    let cases: [(&str, &[&str], &str); 20] = [
        (
            "{type: string}",
            &["null"],
            "{type: string, nullable: true}",
        ),
        ("{type: integer, format: int32}", &["1.5"], "{type: number}"),
        ("{type: integer}", &["\"a\""], "{type: string}"),
        (
            "{type: integer}",
            &["\"a\"", "1"],
            "{anyOf: [{type: string}, {type: integer}]}",
        ),
        (
            "{type: integer}",
            &["\"a\"", "null"],
            "{type: string, nullable: true}",
        ),
        (
            "{type: string}",
            &["[1]"],
            "{type: array, items: {type: integer}}",
        ),
        (
            "{type: string, enum: [a]}",
            &["\"b\"", "\"c\""],
            "{type: string, enum: [a, b, c]}",
        ),
        (
            "{type: object, required: [a, b, c]}",
            &["{\"b\": 1}"],
            "{type: object, required: [b]}",
        ),
        ("{type: object, required: [a]}", &["{}"], "{type: object}"),
        ("{type: string, format: uuid}", &["\"x\""], "{type: string}"),
        (
            "{type: integer, format: int32}",
            &["4000000000"],
            "{type: integer, format: int64}",
        ),
        (
            "{type: integer, minimum: 3, maximum: 5}",
            &["1", "9", "2"],
            "{type: integer, minimum: 1, maximum: 9}",
        ),
        (
            "{type: integer, minimum: 3, exclusiveMinimum: true}",
            &["3"],
            "{type: integer, minimum: 3}",
        ),
        (
            "{type: string, maxLength: 2, pattern: '^a'}",
            &["\"bbbb\""],
            "{type: string, maxLength: 4}",
        ),
        (
            "{type: array, items: {type: string}, maxItems: 1}",
            &["[\"a\", null, \"b\"]"],
            "{type: array, items: {type: string, nullable: true}, maxItems: 3}",
        ),
        (
            "{type: object, properties: {a: {type: string}}}",
            &["{\"a\": \"\", \"b\": {\"c\": [1, null]}}"],
            "{type: object, properties: {a: {type: string}, b: {type: object, properties: {c: {type: array, items: {type: integer, nullable: true}}}}}}",
        ),
        (
            "{type: object, properties: {}, additionalProperties: false}",
            &["{\"b\": 1}"],
            "{type: object, properties: {b: {type: integer}}, additionalProperties: false}",
        ),
        (
            "{oneOf: [{type: integer}, {type: number}]}",
            &["1"],
            "{anyOf: [{type: integer}, {type: number}]}",
        ),
        (
            "{oneOf: [{type: integer}, {type: boolean}]}",
            &["\"a\""],
            "{oneOf: [{type: integer}, {type: boolean}, {type: string}]}",
        ),
        (
            "{type: object, properties: {a: {type: string, writeOnly: true}}}",
            &["{\"a\": \"\"}"],
            "{type: object, properties: {a: {type: string}}}",
        ),
    ];
    for (schema, bodies, expected) in cases {
        let document = answering(schema);
        let settled = settled(&document, &answers(bodies));
        assert_eq!(
            settled.document.text(),
            answering(expected).text(),
            "{schema} with {bodies:?}"
        );
        assert_eq!(settled.left, [], "{schema} with {bodies:?}");
    }
}

/// What was recorded beyond the document, and what is written into it.
#[test]
fn what_is_missing_is_added() {
    let exchange =
        |request: Request, response: Response| Recording::invented("case", request, Some(response));
    let get = |path: &str| Request::new("GET", path);
    let cases = [
        (
            exchange(get("/cats/7"), Response::new(404).json(r#"{"code": 4}"#)),
            "        '404':
          description: As recorded.
          content:
            application/json:
              schema:
                type: object
                properties: {code: {type: integer}}
",
        ),
        (
            exchange(get("/cats/7"), Response::new(204)),
            "        '204': {description: As recorded.}\n",
        ),
        (
            exchange(
                get("/cats/7").query("lives", "9"),
                Response::new(200).json("\"a\""),
            ),
            "        - {name: lives, in: query, schema: {type: string}}\n",
        ),
        (
            exchange(Request::new("PUT", "/cats/7"), Response::new(200).json("1")),
            "    put:
      operationId: putCatsByCat
      parameters: [{name: cat, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: As recorded.
          content:
            application/json: {schema: {type: integer}}
",
        ),
        (
            exchange(get("/dogs/d41/toys"), Response::new(204)),
            "  /dogs/{id}/toys:
    get:
      operationId: getDogsByIdToys
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: As recorded.}}
",
        ),
        (
            exchange(get("/cats/7").json("[]"), Response::new(200).json("\"a\"")),
            "      requestBody:
        content:
          application/json:
            schema: {type: array, items: {}}
",
        ),
    ];
    for (recording, expected) in cases {
        let document = answering("{type: string}");
        let settled = settled(&document, &[recording]);
        let (old, new) = (document.text(), settled.document.text());
        let same = old
            .bytes()
            .zip(new.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        let start = old[..same].rfind('\n').map_or(0, |at| at + 1);
        let added = &new[start..start + new.len() - old.len()];
        assert_eq!(added, expected);
        assert_eq!(
            settled
                .left
                .iter()
                .filter(|finding| finding.kind != Kind::Unwitnessed)
                .count(),
            0
        );
        assert!(settled.document.text().contains("# one cat"));
    }
}

/// JSON of a few levels.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-9i8..9).prop_map(|number| json!(f64::from(number) / 2.0)),
        "[a-c]{0,3}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            hash_map("[a-d]", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A schema that claims things which many values contradict.
fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!({})),
        Just(json!({"type": "string", "enum": ["a", "b"]})),
        Just(json!({"type": "string", "format": "date", "minLength": 2, "maxLength": 2})),
        Just(json!({"type": "integer", "format": "int32", "minimum": 0, "maximum": 9})),
        Just(json!({"type": "number", "multipleOf": 2, "minimum": 0, "exclusiveMinimum": true})),
        Just(json!({"type": "boolean"})),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            (inner.clone(), 0..3u8).prop_map(|(items, most)| json!({"type": "array", "items": items, "maxItems": most, "uniqueItems": true})),
            (hash_map("[a-d]", inner.clone(), 0..4), any::<bool>()).prop_map(|(properties, closed)| {
                let required: Vec<&String> = properties.keys().collect();
                let mut schema = json!({"type": "object", "properties": properties});
                if !required.is_empty() {
                    schema["required"] = json!(required);
                }
                if closed {
                    schema["additionalProperties"] = json!(false);
                }
                schema
            }),
            vec(inner, 1..3).prop_map(|branches| json!({"oneOf": branches})),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Once patched, a document and its recordings agree.
    #[test]
    fn a_patched_document_is_clean(schema in schema(), bodies in vec(json(), 1..4)) {
        let document = answering(&schema.to_string());
        let bodies: Vec<String> = bodies.iter().map(Value::to_string).collect();
        let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
        let settled = settled(&document, &answers(&bodies));
        prop_assert_eq!(settled.left, [], "{}", settled.document.text());
    }
}

/// However many there are, and in whichever order they were recorded.
#[test]
fn new_properties_stand_in_their_order() {
    let document = answering("{type: object, properties: {z: {type: string}}}");
    let settled = settled(&document, &answers(&["{\"c\": 1, \"a\": 2}", "{\"b\": 3}"]));
    let expected = "{type: object, properties: {z: {type: string}, a: {type: integer}, b: {type: integer}, c: {type: integer}}}";
    assert_eq!(settled.document.text(), answering(expected).text());
}

/// In the words of OpenAPI 3.1, a type more stands behind those that are there.
#[test]
fn a_list_of_types_keeps_how_it_is_written() {
    let of = |schema: &str| {
        let text = answering(schema).text().replace("3.0.3", "3.1.0");
        Document::parse("cats.yaml", text).expect(schema)
    };
    for (schema, body, expected) in [
        (
            "{type: [string, \"null\"]}",
            "1",
            "{type: [string, \"null\", integer]}",
        ),
        ("{type: string}", "null", "{type: [string, 'null']}"),
    ] {
        let settled = settled(&of(schema), &answers(&[body]));
        assert_eq!(settled.document.text(), of(expected).text());
    }
}
