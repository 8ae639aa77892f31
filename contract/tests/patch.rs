//! Edits keep comments and layout: a text, the edit, and the text that comes of it.

#[path = "patch/excerpt.rs"]
mod excerpt;

use bindery_contract::{
    Document, Kind, Pointer, Recording, Request, Response, check,
    patch::{Edit, Settled, apply, settle},
};
use proptest::{
    collection::{hash_map, vec},
    prelude::*,
};
use serde_json::{Value, json};

fn insert(at: &str, key: &str, value: Value, after: Option<&str>) -> Edit {
    Edit::Insert {
        at: Pointer::from(at),
        key: key.to_owned(),
        value,
        after: after.map(str::to_owned),
    }
}

fn append(at: &str, value: Value) -> Edit {
    Edit::Append {
        at: Pointer::from(at),
        value,
    }
}

fn replace(at: &str, value: Value) -> Edit {
    Edit::Replace {
        at: Pointer::from(at),
        value,
    }
}

fn remove(at: &str) -> Edit {
    Edit::Remove {
        at: Pointer::from(at),
    }
}

fn rename(at: &str, key: &str) -> Edit {
    Edit::Rename {
        at: Pointer::from(at),
        key: key.to_owned(),
    }
}

/// Makes an edit, and reads what comes of it.
fn edits(text: &str, edit: &Edit, expected: &str) {
    let document = Document::parse("case", text).expect(text);
    let patched = apply(&document, std::slice::from_ref(edit));
    let patched = patched.as_ref().map(Document::text);
    assert_eq!(patched, Some(expected), "{edit:?} of {text:?}");
}

/// A text, the edit, and the text that comes of it.
#[test]
fn what_is_added_stands_as_its_neighbours_do() {
    let cases = [
        (
            "a:\n  b: 1 # one\n  c: 2\nd: 3\n",
            insert("/a", "e", json!(4), None),
            "a:\n  b: 1 # one\n  c: 2\n  e: 4\nd: 3\n",
        ),
        (
            "a:\n  b: 1 # one\n  c: 2\n",
            insert("/a", "e", json!(4), Some("b")),
            "a:\n  b: 1 # one\n  e: 4\n  c: 2\n",
        ),
        (
            "a: {b: 1, c: 2} # two\n",
            insert("/a", "e", json!("x y"), Some("b")),
            "a: {b: 1, e: x y, c: 2} # two\n",
        ),
        (
            "a: {}\n",
            insert("/a", "404", json!({"d": "e"}), None),
            "a: {'404': {d: e}}\n",
        ),
        (
            "a:\n  b:\n    c: |\n      text\n\n# end\n",
            insert("/a/b", "d", json!(1), None),
            "a:\n  b:\n    c: |\n      text\n    d: 1\n\n# end\n",
        ),
        (
            "- a: 1\n  b: 2\n- c: 3\n",
            insert("/0", "d", json!(null), None),
            "- a: 1\n  b: 2\n  d: null\n- c: 3\n",
        ),
        (
            "a:\n  b: 1",
            insert(
                "/a",
                "c",
                json!({"type": "object", "properties": {"x": {"type": "array", "items": {"type": "string"}}}}),
                None,
            ),
            "a:\n  b: 1\n  c:\n    type: object\n    properties:\n      x: {type: array, items: {type: string}}",
        ),
        (
            "a: [b, c] # c\n",
            append("/a", json!("yes")),
            "a: [b, c, 'yes'] # c\n",
        ),
        ("a: []\n", append("/a", json!(1)), "a: [1]\n"),
        (
            "a:\n  - b # c\n  - d\ne: f\n",
            append("/a", json!("g")),
            "a:\n  - b # c\n  - d\n  - g\ne: f\n",
        ),
        (
            "a:\n- b\ne: f\n",
            append("/a", json!({"g": 1})),
            "a:\n- b\n- {g: 1}\ne: f\n",
        ),
        (
            "a:\n  - b: 1\n    c: 2\n",
            append("/a", json!("g")),
            "a:\n  - b: 1\n    c: 2\n  - g\n",
        ),
        (
            "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}\n",
            insert("/a", "c", json!(2), None),
            "{\n\t\"a\": {\n\t\t\"b\": 1,\n\t\t\"c\": 2\n\t}\n}\n",
        ),
        (
            "{\n\t\"a\": 1\n}\n",
            insert("", "c", json!({"d": {"e": {"f": 1}}}), None),
            "{\n\t\"a\": 1,\n\t\"c\": {\n\t\t\"d\": {\"e\": {\"f\": 1}}\n\t}\n}\n",
        ),
        (
            "{\n  \"a\": {}\n}\n",
            insert("/a", "c", json!({"d": {"e": {"f": 1}}}), None),
            "{\n  \"a\": {\n    \"c\": {\n      \"d\": {\"e\": {\"f\": 1}}\n    }\n  }\n}\n",
        ),
        (
            "{\"a\": 1}",
            insert("", "c", json!({"d": {"e": {"f": 1}}}), None),
            "{\"a\": 1, \"c\": {\"d\": {\"e\": {\"f\": 1}}}}",
        ),
        (
            "a:\n  b: {}\n  # end\nc: 1\n",
            insert("/a/b", "d", json!({"e": {"f": {"g": 1}}}), None),
            "a:\n  b:\n    d:\n      e: {f: {g: 1}}\n  # end\nc: 1\n",
        ),
        (
            "a: {} # none\n",
            insert("/a", "d", json!({"e": {"f": {"g": 1}}}), None),
            "a: {d: {e: {f: {g: 1}}}} # none\n",
        ),
        (
            "x: 'y'\na:\n  \"200\": b\n",
            insert("/a", "404", json!("c"), None),
            "x: 'y'\na:\n  \"200\": b\n  \"404\": c\n",
        ),
        (
            "x: \"y\"\na: {}\n",
            insert("/a", "404", json!("c"), None),
            "x: \"y\"\na: {\"404\": c}\n",
        ),
        (
            "a: [string, \"null\"]\n",
            append("/a", json!("true")),
            "a: [string, \"null\", \"true\"]\n",
        ),
    ];
    for (text, edit, expected) in cases {
        edits(text, &edit, expected);
    }
}

/// A text, the edit, and the text that comes of it.
#[test]
fn what_is_changed_or_gone_leaves_the_rest_alone() {
    let cases = [
        (
            "a: integer # whole\n",
            replace("/a", json!("number")),
            "a: number # whole\n",
        ),
        (
            "a: 'integer' # whole\n",
            replace("/a", json!(1.5)),
            "a: 1.5 # whole\n",
        ),
        ("a: [b, c, d]\n", remove("/a/1"), "a: [b, d]\n"),
        ("a: [b, c, d]\n", remove("/a/2"), "a: [b, c]\n"),
        ("a: [b]\n", remove("/a/0"), "a: []\n"),
        (
            "a:\n  - b\n  - c # gone\n  - d\n",
            remove("/a/1"),
            "a:\n  - b\n  - d\n",
        ),
        ("a:\n  - b\nc: 1\n", remove("/a/0"), "a:\n  []\nc: 1\n"),
        ("a: {b: 1, c: 2}\n", remove("/a/b"), "a: {c: 2}\n"),
        (
            "a:\n  # about b\n  b: 1\n  c: 2\n",
            remove("/a/c"),
            "a:\n  # about b\n  b: 1\n",
        ),
        ("- b: 1\n  c: 2\n", remove("/0/b"), "- c: 2\n"),
        (
            "a:\n  b:\n    c: 1\n    d: 2\n  e: 3\n",
            remove("/a/b"),
            "a:\n  e: 3\n",
        ),
        ("oneOf: [x]\n", rename("/oneOf", "anyOf"), "anyOf: [x]\n"),
        ("'200': {a: b}\n", rename("/200", "2XX"), "'2XX': {a: b}\n"),
        (
            "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}\n",
            insert("", "c", json!({"d": "e"}), None),
            "{\n  \"a\": 1,\n  \"b\": [1, 2],\n  \"c\": {\"d\": \"e\"}\n}\n",
        ),
        (
            "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}\n",
            remove("/b/0"),
            "{\n  \"a\": 1,\n  \"b\": [2]\n}\n",
        ),
        (
            "{\n  \"a\": 1,\n  \"b\": 2\n}\n",
            remove("/b"),
            "{\n  \"a\": 1\n}\n",
        ),
        (
            "{\"a\": {\"x\": [\n    1,\n    2\n  ]}}",
            append("/a/x", json!("é")),
            "{\"a\": {\"x\": [\n    1,\n    2,\n    \"é\"\n  ]}}",
        ),
    ];
    for (text, edit, expected) in cases {
        edits(text, &edit, expected);
    }
}

/// Texts whose places an edit cannot reach.
#[test]
fn what_an_edit_cannot_keep_in_shape_it_leaves() {
    let cases = [
        ("a: &x {b: 1}\nc: *x\n", insert("/c", "d", json!(1), None)),
        ("a: 1\n", insert("/b", "d", json!(1), None)),
        ("a: 1\n", append("/a", json!(1))),
        ("a: 1\n", remove("/b")),
    ];
    for (text, edit) in cases {
        let document = Document::parse("case", text).expect(text);
        assert!(apply(&document, &[edit]).is_none(), "{text:?}");
    }
}

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
    let cases: [(&str, &[&str], &str); 21] = [
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
            "{type: object, properties: {z: {type: string}}}",
            &["{\"c\": 1, \"a\": 2}", "{\"b\": 3}"],
            "{type: object, properties: {z: {type: string}, a: {type: integer}, b: {type: integer}, c: {type: integer}}}",
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
