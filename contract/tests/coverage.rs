//! Which claims a recording witnesses: a schema, recorded bodies, and what they show.

use bindery_contract::{
    Document, Recording, Request, Response,
    coverage::{Basis, Coverage, Evidence, Settings, Width, coverage},
};

/// Schemas that the cases refer to.
const COMPONENTS: &str = "
components:
  schemas:
    Name: {type: string}
    Base: {type: object, properties: {id: {type: string}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}}}
    Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
";

fn answering(schema: &str) -> Document {
    let text = format!(
        "openapi: 3.0.3
paths:
  /x:
    get:
      operationId: getX
      responses: {{'200': {{description: It., content: {{application/json: {{schema: {schema}}}}}}}}}
{COMPONENTS}"
    );
    Document::parse("case.yaml", text).expect("the case is a document")
}

fn answer(body: &str) -> Recording {
    let response = Response::new(200).json(body);
    Recording::invented("case", Request::new("GET", "/x"), Some(response))
}

/// The claims of the schemas: first those that are witnessed, then, with `!`, those that are not.
fn shown(covered: &Coverage) -> String {
    let in_schema = |pointer: &str| pointer.contains("schema");
    let claims = covered
        .claims
        .iter()
        .filter(|claim| in_schema(claim.pointer.as_str()));
    let (seen, unseen): (Vec<_>, Vec<_>) = claims.partition(|claim| covered.is_witnessed(claim));
    let mut labels: Vec<String> = seen
        .iter()
        .map(|claim| claim.label.replace('`', ""))
        .collect();
    labels.extend(
        unseen
            .iter()
            .map(|claim| format!("!{}", claim.label.replace('`', ""))),
    );
    labels.join("; ")
}

#[track_caller]
fn answers(cases: &[(&str, &[&str], &str)]) {
    for (schema, bodies, expected) in cases {
        let recordings: Vec<Recording> = bodies.iter().map(|body| answer(body)).collect();
        let covered = coverage(&answering(schema), &recordings, &Settings::default());
        assert_eq!(shown(&covered), *expected, "{schema} with {bodies:?}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn each_side_of_a_claim_has_its_own_witness() {
    answers(&[
        ("{type: object, properties: {a: {type: string}}}", &[r#"{"a": "x"}"#], "the body has a; !the body lacks a"),
        ("{type: object, properties: {a: {type: string}}}", &["{}"], "the body lacks a; !the body has a"),
        ("{type: object, properties: {a: {type: string}}}", &["{}", r#"{"a": "x"}"#], "the body has a; the body lacks a"),
        ("{type: object, required: [a], properties: {a: {type: string}}}", &[r#"{"a": "x"}"#], "the body has a"),
        ("{type: string, nullable: true}", &["null"], "the body is null; !the body is not null"),
        ("{type: string, nullable: true}", &[r#""x""#], "the body is not null; !the body is null"),
        ("{type: string, enum: [a, b]}", &[r#""b""#], "the body is b; !the body is a"),
        ("{type: string, nullable: true, enum: [a, null]}", &["null"], "the body is null; !the body is not null; !the body is a"),
        ("{type: array, items: {type: string}}", &["[]"], "the body is empty; !the body has entries"),
        ("{type: array, items: {type: string}}", &["[]", r#"["a"]"#], "the body is empty; the body has entries"),
        ("{type: array, minItems: 1, items: {type: string}}", &[], "!the body has entries"),
        ("{type: array, maxItems: 0, items: {type: string}}", &["[]"], "the body is empty"),
        ("{type: object, additionalProperties: {type: string, nullable: true}}", &[r#"{"a": null}"#], "a value of the body is null; !a value of the body is not null"),
        ("{$ref: '#/components/schemas/Name'}", &[r#""x""#], ""),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_branch_is_witnessed_by_a_value_that_fits_it() {
    let pets = "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}";
    answers(&[
        (pets, &[r#"{"kind": "dog"}"#], "the body fits branch 2 of oneOf; Dog has kind; kind is dog; !the body fits branch 1 of oneOf; !Cat has kind; !kind is cat"),
        (pets, &[r#"{"kind": "cow"}"#], "!the body fits branch 1 of oneOf; !the body fits branch 2 of oneOf; !Cat has kind; !kind is cat; !Dog has kind; !kind is dog"),
        ("{anyOf: [{type: string, enum: [a]}, {type: string}]}", &[r#""a""#], "the body fits branch 1 of anyOf; the body is a; the body fits branch 2 of anyOf"),
        ("{anyOf: [{type: string, enum: [a]}, {type: string}]}", &[r#""b""#], "the body fits branch 2 of anyOf; !the body fits branch 1 of anyOf; !the body is a"),
        ("{not: {type: object, properties: {a: {type: string}}}}", &["1"], ""),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn claims_are_those_of_the_schema_and_all_that_it_builds_on() {
    answers(&[
        ("{allOf: [{$ref: '#/components/schemas/Base'}]}", &["{}"], "Base lacks id; !Base has id"),
        ("{allOf: [{$ref: '#/components/schemas/Base'}, {required: [id]}]}", &[r#"{"id": "1"}"#], "Base has id"),
        ("{$ref: '#/components/schemas/Tree'}", &[r#"{"children": [{}]}"#], "Tree has children; Tree lacks children; children has entries; !children is empty"),
        ("{type: object, properties: {a: {type: string, writeOnly: true}, b: {type: string, readOnly: true}}}", &["{}"], "the body lacks b; !the body has b"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn the_words_of_31_are_claims_too() {
    let cases: &[(&str, &[&str], &str)] = &[
        ("{type: [string, 'null']}", &["null"], "the body is null; !the body is not null"),
        ("{type: [array, 'null'], items: {}}", &["[]"], "the body is empty; the body is not null; !the body has entries; !the body is null"),
        ("{const: a}", &[r#""a""#], "the body is a"),
        ("{enum: [a, null]}", &["null"], "the body is null; !the body is a"),
        ("{type: array, prefixItems: [{enum: [a]}], items: {enum: [b]}}", &[r#"["a"]"#], "the body has entries; entry 0 of the body is a; !the body is empty; !an entry of the body is b"),
        ("{type: object, patternProperties: {'^x': {enum: [a, b]}}}", &[r#"{"x1": "a", "y": "b"}"#], "a value of the body is a; !a value of the body is b"),
        ("{properties: {a: {}}, dependentSchemas: {a: {properties: {b: {}}}}}", &["{}"], "the body lacks a; !the body has a; !the body has b; !the body lacks b"),
        ("{properties: {a: {}}, if: {required: [a]}, then: {properties: {b: {}}}, else: {properties: {c: {}}}}", &[r#"{"a": 1, "b": 1}"#], "the body has a; the body has b; !the body lacks a; !the body lacks b; !the body has c; !the body lacks c"),
        ("{type: array, contains: {type: object, properties: {a: {}}}}", &[r#"[1, {"a": 1}]"#], "the body has entries; an entry of the body has a; !the body is empty; !an entry of the body lacks a"),
        ("{$ref: '#/components/schemas/Base', properties: {a: {}}}", &[r#"{"a": 1}"#], "the body has a; Base lacks id; !the body lacks a; !Base has id"),
    ];
    for (schema, bodies, expected) in cases {
        let text = answering(schema).text().replace("3.0.3", "3.1.0");
        let document = Document::parse("case.yaml", text).expect("the case is a document");
        let recordings: Vec<Recording> = bodies.iter().map(|body| answer(body)).collect();
        let covered = coverage(&document, &recordings, &Settings::default());
        assert_eq!(shown(&covered), *expected, "{schema} with {bodies:?}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_value_that_contradicts_the_document_is_no_witness() {
    answers(&[
        ("{type: object, properties: {a: {type: string}, b: {type: string}}}", &[r#"{"a": 1}"#], "the body lacks b; !the body has a; !the body lacks a; !the body has b"),
        ("{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}", &["{}"], "!the body has a; !the body has b; !the body lacks b"),
        ("{type: array, items: {type: string, nullable: true}}", &["[1, null]"], "the body has entries; an entry of the body is null; !the body is empty; !an entry of the body is not null"),
        ("{type: object, properties: {a: {type: string}}}", &["[]"], "!the body has a; !the body lacks a"),
        ("{type: object, properties: {a: {type: string}}}", &["{"], "!the body has a; !the body lacks a"),
    ]);
}

/// A document with something of everything that a heading can rule out.
const EVERYTHING: &str = "openapi: 3.0.3
x-evidence: documented
paths:
  /x/{id}:
    post:
      operationId: postX
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        content:
          application/json:
            schema: {type: object, required: [url], properties: {url: {type: string, format: uri}}}
      responses:
        '200':
          description: It.
          headers: {X-Id: {schema: {type: string}}}
          content:
            application/json:
              schema:
                type: object
                x-evidence: inferred
                required: [list]
                properties:
                  kind: {type: string, enum: [a, b]}
                  list:
                    type: array
                    items: {type: object, properties: {name: {type: string, nullable: true}}}
        4XX: {description: A refusal.}
";

/// A recording of that document under a heading.
fn headed(heading: &str, status: u16) -> Recording {
    let text = format!(
        "recorded:
  source: documentation
  reference: https://docs.example.com
{heading}
when:
  method: POST
  path: /x/7
  header: [{{name: content-type, value: application/json}}]
  json_body: {{url: 'https://a.example'}}
then:
  status: {status}
  header:
    - {{name: content-type, value: application/json}}
    - {{name: x-id, value: '1'}}
  json_body: {{kind: a, list: [{{name: null}}]}}
"
    );
    Recording::parse("case.yaml", text).expect("the case is a recording")
}

#[test]
fn what_a_recording_says_it_does_not_show_is_not_counted() {
    let everything = "it is called; the path parameter id is sent; the request body is application/json; \
                      the request body has url; it answers 200; 200 has the header X-Id; \
                      the body of 200 is application/json; the body has kind; kind is a; the body has list; \
                      list has entries; an entry of list has name; name is null";
    let all: Vec<&str> = everything.split("; ").collect();
    let cases: &[(&str, &[&str])] = &[
        ("", &[]),
        ("  assumed: [status]", &["it answers 200"]),
        ("  assumed: [path]", &["the path parameter id is sent"]),
        (
            "  assumed: [header]",
            &[
                "200 has the header X-Id",
                "the body of 200 is application/json",
            ],
        ),
        (
            "  generated: true",
            &["kind is a", "list has entries", "name is null"],
        ),
        ("  placeholders: [/kind]", &["kind is a"]),
        (
            "  elided: [/list/0]",
            &[
                "list has entries",
                "an entry of list has name",
                "name is null",
            ],
        ),
        (
            "  elided: [/list]",
            &[
                "list has entries",
                "an entry of list has name",
                "name is null",
            ],
        ),
    ];
    let document = Document::parse("case.yaml", EVERYTHING).expect("the case is a document");
    for (heading, lost) in cases {
        let covered = coverage(&document, &[headed(heading, 200)], &Settings::default());
        let seen = covered
            .claims
            .iter()
            .filter(|claim| covered.is_witnessed(claim));
        let seen: Vec<String> = seen.map(|claim| claim.label.replace('`', "")).collect();
        let mut expected: Vec<&str> = all
            .iter()
            .copied()
            .filter(|label| !lost.contains(label))
            .collect();
        expected.sort_unstable();
        let mut seen: Vec<&str> = seen.iter().map(String::as_str).collect();
        seen.sort_unstable();
        assert_eq!(seen, expected, "{heading}");
    }
}

#[test]
fn a_refused_request_witnesses_no_claim_about_requests() {
    let document = Document::parse("case.yaml", EVERYTHING).expect("the case is a document");
    let covered = coverage(&document, &[headed("", 404)], &Settings::default());
    let seen = covered
        .claims
        .iter()
        .filter(|claim| covered.is_witnessed(claim));
    let seen: Vec<&str> = seen.map(|claim| claim.label.as_str()).collect();
    assert_eq!(seen, ["it is called", "it answers `4XX`"]);
}

#[test]
fn a_claim_rests_on_the_best_that_there_is() {
    let document = Document::parse("case.yaml", EVERYTHING).expect("the case is a document");
    let text = "recorded: {source: live, reference: r, at: 2026-01-31}
when: {method: POST, path: /x/7, json_body: {url: 'https://a.example'}}
then: {status: 200, header: [{name: content-type, value: application/json}], body: '{\"list\": []}'}
";
    let live = Recording::parse("live.yaml", text).expect("the case is a recording");
    let mut settings = Settings::default();
    settings.today = "2026-03-02".parse().ok();
    let covered = coverage(
        &document,
        &[headed("  at: 2025-12-24", 200), live],
        &settings,
    );
    let of = |label: &str| {
        let mut claims = covered.claims.iter();
        claims
            .find(|claim| claim.label.replace('`', "") == label)
            .expect("the claim is listed")
    };
    for (label, basis, evidence, age) in [
        ("it is called", Basis::Live, Evidence::Documented, Some(30)),
        ("list is empty", Basis::Live, Evidence::Inferred, Some(30)),
        ("kind is a", Basis::Sample, Evidence::Inferred, Some(68)),
        ("kind is b", Basis::Nothing, Evidence::Inferred, None),
        (
            "it answers 4XX",
            Basis::Statement,
            Evidence::Documented,
            None,
        ),
    ] {
        let claim = of(label);
        assert_eq!(
            (claim.basis(), claim.evidence),
            (basis, Some(evidence)),
            "{label}"
        );
        assert_eq!(covered.age(claim), age, "{label}");
    }
    let called = &of("it is called").witnesses;
    assert_eq!(
        (called.live, called.documentation, called.total()),
        (1, 1, 2)
    );
    assert!(!covered.is_second_hand());
    let twice = Settings::default();
    let covered = coverage(&document, &[headed("", 200)], &twice);
    assert!(covered.is_second_hand());
    assert!(covered.text().contains("no recording is live"));
}

#[test]
fn a_claim_that_too_few_recordings_show_is_not_witnessed() {
    let document = answering("{type: string, nullable: true}");
    let mut settings = Settings::default();
    settings.min_witnesses = 2;
    let recordings = [answer("null"), answer(r#""x""#), answer("null")];
    let covered = coverage(&document, &recordings, &settings);
    assert_eq!(shown(&covered), "the body is null; !the body is not null");
    assert_eq!((covered.witnessed(), covered.claims.len()), (4, 5));
    assert!((covered.share() - 0.8).abs() < f64::EPSILON);
}

#[test]
fn an_operation_can_be_looked_at_alone() {
    let text = "openapi: 3.0.3
paths:
  /x: {get: {operationId: getX, responses: {'200': {description: It.}}}}
  /x/{id}: {get: {operationId: getOne, responses: {'200': {description: It.}}}}
";
    let document = Document::parse("case.yaml", text).expect("the case is a document");
    let call = |path: &str| {
        Recording::invented("case", Request::new("GET", path), Some(Response::new(200)))
    };
    let mut settings = Settings::default();
    settings.operations = vec!["GET /x/{id}".to_owned()];
    let covered = coverage(
        &document,
        &[call("/x"), call("/x/1"), call("/x/2")],
        &settings,
    );
    assert_eq!(covered.operations.len(), 1);
    assert_eq!(
        (covered.operations[0].recordings, covered.claims.len()),
        (2, 2)
    );
}

#[test]
fn what_is_wider_than_the_recordings_is_listed() {
    let schema = "{type: array, items: {type: object, properties: {a: {type: string}, b: {type: string, nullable: true}, \
                  c: {type: string, x-personal: true}, d: {type: string, enum: [x]}, e: {type: string, nullable: true}}}}";
    let item = r#"{"a": "x", "b": "y", "c": "z", "d": "x", "e": null}"#;
    let list = |count: usize, last: &str| {
        let mut items = vec![item; count];
        items.push(last);
        format!("[{}]", items.join(","))
    };
    let wide = |body: &str| {
        let covered = coverage(&answering(schema), &[answer(body)], &Settings::default());
        let found = covered.permissive.iter();
        let found = found.map(|wide| {
            (
                wide.width,
                wide.pointer.last().unwrap_or_default().into_owned(),
            )
        });
        found.collect::<Vec<_>>()
    };
    let expected = |width, names: &[&str]| -> Vec<(Width, String)> {
        names
            .iter()
            .map(|name| (width, (*name).to_owned()))
            .collect()
    };
    let nullable = expected(Width::Nullable, &["nullable"]);
    let optional = expected(Width::Optional, &["a", "b", "c", "d", "e"]);
    let open = expected(Width::Open, &["a", "b"]);
    let sorted = |parts: &[&[(Width, String)]]| {
        let mut all = parts.concat();
        all.sort();
        all
    };
    for (body, expected) in [
        (list(3, item), Vec::new()),
        (list(4, item), sorted(&[&nullable, &optional])),
        (list(5, "{}"), nullable.clone()),
        (list(19, item), sorted(&[&nullable, &optional, &open])),
    ] {
        let mut found = wide(&body);
        found.sort();
        assert_eq!(found, expected, "{body}");
    }
}

#[test]
fn the_json_says_what_the_text_says() {
    let covered = coverage(
        &answering("{type: string, nullable: true}"),
        &[answer("null")],
        &Settings::default(),
    );
    let json = covered.json();
    assert_eq!(json["summary"]["claims"], 5);
    assert_eq!(json["summary"]["witnessed"], 4);
    assert_eq!(json["claims"].as_array().map(Vec::len), Some(5));
    assert_eq!(
        json["operations"][0]["claims"].as_array().map(Vec::len),
        Some(5)
    );
    assert!(
        covered
            .text()
            .starts_with("case.yaml: 4 of 5 claims witnessed (80.0 %)"),
        "{}",
        covered.text()
    );
}

#[test]
fn a_deep_tree_of_like_branches_is_followed_once() {
    let text = "openapi: 3.0.3
paths:
  /x: {get: {responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Term'}}}}}}}
components:
  schemas:
    Term: {anyOf: [{$ref: '#/components/schemas/And'}, {$ref: '#/components/schemas/Or'}]}
    And: {type: object, properties: {kind: {type: string}, of: {type: array, items: {$ref: '#/components/schemas/Term'}}}}
    Or: {type: object, properties: {kind: {type: string}, of: {type: array, items: {$ref: '#/components/schemas/Term'}}}}
";
    let document = Document::parse("case.yaml", text).expect("the case is a document");
    let body = (0..12).fold("{}".to_owned(), |inner, _| {
        format!(r#"{{"of": [{inner}]}}"#)
    });
    let covered = coverage(&document, &[answer(&body)], &Settings::default());
    let of = covered
        .claims
        .iter()
        .find(|claim| claim.label == "`And` has `of`");
    assert_eq!(of.map(|claim| claim.witnesses.values), Some(12));
}
