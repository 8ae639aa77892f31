//! Mutants: what kills each operator's, and that judging only what a mutant touches finds the same
//! as checking everything anew.

#[path = "mutate/dice.rs"]
mod dice;

use bindery_contract::{
    Document, Recording, Request, Response, Severity, check,
    mutate::{Listed, Mutant, Mutation, OPERATORS, Settings, mutate},
};
use proptest::{prelude::any, proptest};
use serde_json::Value;

/// Schemas that the cases refer to.
const COMPONENTS: &str = "
components:
  schemas:
    Name: {type: string}
    Base: {type: object, properties: {id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}, lives: {type: integer, minimum: 1}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}, bark: {type: string, nullable: true}}}
    Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
";

const PETS: &str = "{type: array, items: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}}";

fn answering(schema: &str) -> Document {
    let text = format!(
        "openapi: 3.0.3
paths:
  /x:
    get:
      operationId: getX
      responses:
        '200': {{description: It., content: {{application/json: {{schema: {schema}}}}}}}
        4XX: {{description: A refusal.}}
{COMPONENTS}"
    );
    Document::parse("case.yaml", text).expect("the case is a document")
}

fn answer(body: &str) -> Recording {
    let response = Response::new(200).json(body);
    Recording::invented("case", Request::new("GET", "/x"), Some(response))
}

fn tried(document: &Document, recordings: &[Recording]) -> Mutation {
    mutate(document, recordings, &Settings::default())
}

/// Whether the whole check, made anew, complains about a mutant because of what a recording shows;
/// of documents that the recordings do not contradict. What a mutant leaves unreadable shows by itself.
fn complains(document: &Document, recordings: &[Recording]) -> bool {
    let report = check(document, recordings);
    let mut shown = report.findings.iter().filter(|finding| finding.count > 0);
    shown.any(|finding| finding.kind.severity() > Severity::Note)
}

/// Holds what was found of each mutant against the check of everything.
#[track_caller]
fn agrees(document: &Document, recordings: &[Recording]) -> Mutation {
    assert!(
        !complains(document, recordings),
        "the case is sound: {:?}",
        check(document, recordings)
    );
    let tried = tried(document, recordings);
    for mutant in &tried.mutants {
        let expected = complains(&mutant.of(document), recordings);
        assert_eq!(
            mutant.is_killed(),
            expected,
            "{} at {}: {}\n{}\n{:?}",
            mutant.operator,
            mutant.pointer,
            mutant.says,
            document.text(),
            recordings.iter().map(body).collect::<Vec<_>>(),
        );
    }
    tried
}

fn body(recording: &Recording) -> Option<&str> {
    let answer = recording.response.as_ref()?;
    Some(
        answer
            .body
            .as_ref()
            .or(recording.request.body.as_ref())?
            .text(),
    )
}

#[test]
#[rustfmt::skip] // One case, one line.
fn each_operator_is_killed_by_what_it_says_and_by_nothing_else() {
    // Operator, schema, a body that kills its mutant at the top, one that leaves it alive.
    let cases: &[(&str, &str, &str, &str)] = &[
        ("type", "{type: string, nullable: true}", r#""a""#, "null"),
        ("type", "{type: array, items: {}}", "[]", ""),
        ("type", "{type: object}", "{}", ""),
        ("type", "{type: boolean}", "true", ""),
        ("type", "{type: integer}", "1", ""),
        ("required", "{type: object, properties: {a: {type: string}}}", "{}", r#"{"a": "x"}"#),
        ("required", "{allOf: [{type: object, properties: {a: {type: string}}}]}", "{}", r#"{"a": "x"}"#),
        ("null", "{type: string, nullable: true}", "null", r#""a""#),
        ("null", "{nullable: true, enum: [a, null]}", "null", r#""a""#),
        ("null", "{nullable: true, allOf: [{$ref: '#/components/schemas/Name'}]}", "null", r#""a""#),
        ("null", "{type: object, nullable: true, allOf: [{$ref: '#/components/schemas/Base'}]}", "null", "{}"),
        ("enum", "{type: string, enum: [a]}", r#""a""#, ""),
        ("enum", "{type: integer, enum: [1]}", "1", ""),
        ("branch", "{oneOf: [{type: string}]}", r#""a""#, ""),
        ("branch", "{anyOf: [{type: string, nullable: true, enum: [a]}, {type: string}]}", "null", r#""a""#),
        ("bound", "{type: integer, minimum: 3}", "3", "4"),
        ("bound", "{type: integer, minimum: 3, exclusiveMinimum: true}", "4", "5"),
        ("bound", "{type: number, maximum: 1.5}", "1.5", "1.25"),
        ("bound", "{type: number, maximum: 2}", "2", "1.9"),
        ("bound", "{type: string, minLength: 0}", r#""""#, r#""a""#),
        ("bound", "{type: string, maxLength: 3}", r#""abc""#, r#""ab""#),
        ("bound", "{type: array, items: {}, minItems: 1}", "[1]", "[1, 2]"),
        ("bound", "{type: object, maxProperties: 1}", r#"{"a": 1}"#, "{}"),
        ("format", "{type: string, format: uuid}", r#""9763caa1-cef3-497f-b3b2-f551456b2831""#, ""),
        ("format", "{type: string, format: date}", r#""2017-07-21""#, ""),
        ("format", "{type: string, format: byte}", r#""aGVsbG8=""#, ""),
        ("format", "{type: integer, format: int64}", "2147483648", "2147483647"),
        ("property", "{type: object, properties: {a: {type: string}}}", r#"{"a": "x"}"#, "{}"),
        ("property", "{type: object, additionalProperties: false, properties: {a: {type: string}}}", r#"{"a": "x"}"#, "{}"),
        ("property", "{type: object, additionalProperties: {type: integer}, properties: {a: {type: string}}}", r#"{"a": "x"}"#, "{}"),
    ];
    for (operator, schema, killing, sparing) in cases {
        let document = answering(schema);
        for (body, killed) in [(killing, true), (sparing, false)] {
            let recordings: Vec<Recording> = Some(*body).filter(|body| !body.is_empty()).map(answer).into_iter().collect();
            let tried = agrees(&document, &recordings);
            let of_operator = tried.mutants.iter().filter(|mutant| mutant.operator == *operator);
            let found: Vec<bool> = of_operator.take(1).map(Mutant::is_killed).collect();
            assert_eq!(found, [killed], "{operator} of {schema} by `{body}`");
        }
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn no_mutant_is_made_that_no_recording_could_kill() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("{type: object, additionalProperties: true, properties: {a: {description: A.}}}", "any name is admitted", &["type", "required"]),
        ("{anyOf: [{type: string, enum: [a, b]}, {type: string}]}", "the second branch admits the first", &["branch", "type"]),
        ("{not: {type: object, properties: {a: {type: string}}}}", "tightening what is excluded loosens", &[]),
        ("{type: string, format: password}", "no text is of this format or not", &["type"]),
        ("{type: integer, format: int32}", "int64 is wider", &["type"]),
        ("{type: string, maxLength: 0}", "no text is shorter", &["type"]),
        ("{type: object, required: [a], properties: {a: {}}}", "it is required already", &["type", "property"]),
        ("{allOf: [{type: object, properties: {a: {}}}, {required: [a]}]}", "it is required beside", &["type", "property"]),
        ("{type: object, properties: {a: {type: string, writeOnly: true}}}", "it never comes back", &["type"]),
        ("{type: string, nullable: true, enum: [a, null]}", "null is one claim", &["type", "null", "enum"]),
    ];
    for (schema, because, expected) in cases {
        let tried = tried(&answering(schema), &[]);
        let mut made: Vec<&str> = tried.mutants.iter().map(|mutant| mutant.operator).filter(|operator| *operator != "status").collect();
        let mut expected = expected.to_vec();
        made.sort_unstable();
        expected.sort_unstable();
        assert_eq!(made, expected, "{schema}, because {because}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn judging_what_a_mutant_touches_finds_what_checking_everything_finds() {
    let cases: &[(&str, &[&str])] = &[
        (PETS, &[]),
        (PETS, &["[]"]),
        (PETS, &[r#"[{"kind": "cat", "lives": 1}, {"kind": "dog", "bark": null}]"#]),
        (PETS, &[r#"[{"kind": "cat"}]"#, r#"[{"kind": "dog", "bark": "woof"}]"#]),
        ("{$ref: '#/components/schemas/Tree'}", &[r#"{"children": [{"children": []}, {}]}"#]),
        ("{allOf: [{$ref: '#/components/schemas/Base'}, {required: [id, secret]}]}", &[r#"{"id": "1"}"#]),
        ("{type: object, properties: {a: {$ref: '#/components/schemas/Name', writeOnly: true}, b: {type: string}}}", &[r#"{"b": "x"}"#]),
        ("{oneOf: [{type: string}, {type: integer}]}", &["1"]),
        ("{oneOf: [{type: integer, maximum: 5}, {type: integer, minimum: 6}]}", &["5", "6"]),
        ("{anyOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}", &[r#"{"a": 1, "b": 2}"#]),
        ("{anyOf: [{type: object, properties: {a: {}}}, {type: object, properties: {a: {}}}]}", &[r#"{"a": 1}"#]),
        ("{not: {$ref: '#/components/schemas/Cat'}}", &[r#"{"kind": "dog"}"#, "5"]),
        ("{type: object, properties: {a: {$ref: '#/components/schemas/Name'}, b: {not: {$ref: '#/components/schemas/Name'}}}}", &[r#"{"a": "x", "b": 5}"#]),
        ("{type: array, uniqueItems: true, items: {type: object, properties: {a: {type: array, items: {type: string}}}}}", &[r#"[{"a": ["x"]}, {"a": ["y"]}]"#]),
        ("{type: object, additionalProperties: {type: object, properties: {a: {type: string}}}}", &[r#"{"k": {"a": "x"}}"#]),
        ("{type: object, additionalProperties: {type: object}, properties: {k: {type: object, properties: {a: {type: string}}}}}", &[r#"{"k": {"a": "x"}}"#]),
        ("{type: object, nullable: true, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}", &["null", r#"{"kind": "dog"}"#]),
    ];
    for (schema, bodies) in cases {
        let recordings: Vec<Recording> = bodies.iter().map(|body| answer(body)).collect();
        agrees(&answering(schema), &recordings);
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn the_words_of_31_are_claims_too() {
    // Operator, schema, what the claim's place ends with, a body that kills the mutant, one that does not.
    let cases: &[(&str, &str, &str, &str, &str)] = &[
        ("null", "{type: [string, 'null']}", "/type", "null", r#""a""#),
        ("type", "{type: [string, 'null']}", "/type", r#""a""#, "null"),
        ("enum", "{const: a}", "/const", r#""a""#, ""),
        ("enum", "{enum: [a, null]}", "/enum/1", "null", r#""a""#),
        ("bound", "{type: number, minimum: 1.5}", "/minimum", "1.5", "2"),
        ("bound", "{type: integer, exclusiveMinimum: 1}", "/exclusiveMinimum", "2", "3"),
        ("bound", "{type: [integer, 'null'], maximum: 7}", "/maximum", "7", "null"),
        ("format", "{type: [string, 'null'], format: date}", "/format", r#""2017-07-21""#, "null"),
        ("type", "{type: array, prefixItems: [{type: string}], items: {type: integer}}", "/prefixItems/0/type", r#"["a", 1]"#, "[]"),
        ("type", "{type: array, prefixItems: [{type: string}], items: {type: integer}}", "/items/type", r#"["a", 1]"#, r#"["a"]"#),
        ("type", "{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: {type: integer}}", "/patternProperties/^x/type", r#"{"x1": "a"}"#, r#"{"a": 1}"#),
        ("type", "{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: {type: integer}}", "/additionalProperties/type", r#"{"a": 1}"#, r#"{"x1": "a"}"#),
        ("type", "{type: object, properties: {a: {}, b: {}}, dependentSchemas: {a: {properties: {b: {type: string}}}}}", "/a/properties/b/type", r#"{"a": 1, "b": "x"}"#, r#"{"b": "x"}"#),
        ("type", "{properties: {a: {}, b: {}}, if: {properties: {a: {const: 1}}}, then: {properties: {b: {type: string}}}}", "/then/properties/b/type", r#"{"a": 1, "b": "x"}"#, r#"{"a": 2, "b": "x"}"#),
        ("type", "{properties: {a: {}, b: {}}, if: {properties: {a: {const: 1}}}, else: {properties: {b: {type: string}}}}", "/else/properties/b/type", r#"{"a": 2, "b": "x"}"#, r#"{"a": 1, "b": "x"}"#),
        ("type", "{type: array, items: {}, contains: {type: string}}", "/contains/type", r#"[true, "a"]"#, ""),
        ("required", "{$ref: '#/components/schemas/Base', type: object, properties: {b: {}}}", "/properties/b", "{}", r#"{"b": 1}"#),
    ];
    for (operator, schema, place, killing, sparing) in cases {
        let text = answering(schema).text().replace("3.0.3", "3.1.0");
        let document = Document::parse("case.yaml", text).expect("the case is a document");
        for (body, killed) in [(killing, true), (sparing, false)] {
            let recordings: Vec<Recording> = Some(*body).filter(|body| !body.is_empty()).map(answer).into_iter().collect();
            let tried = agrees(&document, &recordings);
            let mut mutants = tried.mutants.iter();
            let found = mutants.find(|mutant| mutant.operator == *operator && mutant.pointer.as_str().ends_with(place));
            assert_eq!(found.map(Mutant::is_killed), Some(killed), "{operator} of {schema} at {place} by `{body}`");
        }
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 48, failure_persistence: None, ..Default::default() })]

    #[test]
    fn judging_what_a_mutant_touches_is_exact_for_any_document(seed in any::<u64>()) {
        let (document, recordings) = dice::case(seed);
        let sound: Vec<Recording> = recordings.into_iter().filter(|one| !complains(&document, std::slice::from_ref(one))).collect();
        agrees(&document, &sound);
    }
}

#[test]
fn a_value_that_is_contradicted_already_kills_only_by_what_is_new() {
    let schema =
        "{type: object, properties: {a: {type: string, enum: [x]}, b: {type: string, enum: [y]}}}";
    let tried = tried(&answering(schema), &[answer(r#"{"a": "z", "b": "y"}"#)]);
    let killed = |operator: &str, name: &str| {
        let mut mutants = tried.mutants.iter();
        let place = format!("/{name}/enum/0");
        let found = mutants.find(|mutant| {
            mutant.operator == operator && mutant.pointer.as_str().ends_with(&place)
        });
        found.expect("there is such a mutant").is_killed()
    };
    assert!(!killed("enum", "a"), "`a` contradicts the enum as it is");
    assert!(killed("enum", "b"));
}

/// A recording of `GET /x` under a heading.
fn headed(heading: &str, body: &str) -> Recording {
    let text = format!(
        "recorded: {{source: documentation, reference: r{heading}}}
when: {{method: GET, path: /x}}
then: {{status: 200, header: [{{name: content-type, value: application/json}}], body: '{body}'}}
"
    );
    Recording::parse("case.yaml", text).expect("the case is a recording")
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_a_recording_does_not_witness_kills_nothing() {
    let schema = "{type: object, required: [a], properties: {a: {type: string, format: date}, list: {type: array, minItems: 1, items: {type: object, properties: {b: {type: string}}}}}}";
    let body = r#"{"a": "2017-07-21", "list": [{}]}"#;
    let document = answering(schema);
    for (heading, operator, place, killed) in [
        ("", "format", "/a/format", true),
        (", generated: true", "format", "/a/format", false),
        (", placeholders: [/a]", "format", "/a/format", false),
        (", placeholders: [/a]", "type", "/a/type", true),
        ("", "bound", "/minItems", true),
        (", elided: [/list/0]", "bound", "/minItems", false),
        ("", "required", "/b", true),
        (", elided: [/list/0]", "required", "/b", false),
        ("", "status", "/200", true),
        (", assumed: [status]", "status", "/200", false),
    ] {
        let tried = tried(&document, &[headed(heading, body)]);
        let mut mutants = tried.mutants.iter();
        let found = mutants.find(|mutant| mutant.operator == operator && mutant.pointer.as_str().ends_with(place));
        assert_eq!(found.map(Mutant::is_killed), Some(killed), "{heading} {operator} {place}");
    }
}

#[test]
fn an_answer_that_another_one_describes_as_well_is_not_missed() {
    for (other, killed) in [
        ("", true),
        (
            "default: {description: Any., content: {application/json: {schema: {type: integer}}}}",
            true,
        ),
        (
            "default: {description: Any., content: {application/json: {schema: {type: string}}}}",
            false,
        ),
        ("2XX: {description: Any., content: {text/plain: {}}}", true),
    ] {
        let text = format!(
            "openapi: 3.0.3
paths:
  /x:
    get:
      responses:
        '200': {{description: It., content: {{application/json: {{schema: {{type: string}}}}}}}}
        {other}
"
        );
        let document = Document::parse("case.yaml", text).expect("the case is a document");
        let tried = agrees(&document, &[answer(r#""a""#)]);
        let mut mutants = tried.mutants.iter();
        let dropped = mutants.find(|mutant| mutant.pointer.as_str().ends_with("/200"));
        assert_eq!(dropped.map(Mutant::is_killed), Some(killed), "{other}");
    }
}

#[test]
fn a_mutant_says_what_would_kill_it() {
    let tried = tried(
        &answering("{type: object, properties: {a: {type: string, nullable: true}}}"),
        &[answer("{}")],
    );
    let needs: Vec<&str> = tried
        .mutants
        .iter()
        .map(|mutant| mutant.needs.as_str())
        .collect();
    assert_eq!(
        needs,
        [
            "a recording of `GET /x` in which the answer is `200`",
            "a recording of `GET /x` in which the body has a value",
            "a recording of `GET /x` in which the body lacks `a`",
            "a recording of `GET /x` in which the body has `a`",
            "a recording of `GET /x` in which `a` has a value",
            "a recording of `GET /x` in which `a` is null",
            "a recording of `GET /x` in which the answer is `4XX`",
        ]
    );
    let text = tried.text(&[answer("{}")], Listed::All);
    assert!(
        text.starts_with("case.yaml: 3 of 7 mutants killed (42.8 %)"),
        "{text}"
    );
    assert!(text.contains("noticed by case"), "{text}");
    assert!((tried.score() - 3.0 / 7.0).abs() < f64::EPSILON);
    let json = tried.json(&[answer("{}")], Listed::Survived);
    assert_eq!(json["summary"]["killed"], 3);
    assert_eq!(json["mutants"].as_array().map(Vec::len), Some(4));
    assert_eq!(
        json["operators"].as_array().map(Vec::len),
        Some(OPERATORS.len())
    );
}

#[test]
fn the_tables_of_operators_are_those_that_there_are() {
    let rows = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .map(|line| line.trim_start_matches("//!").trim());
        lines
            .filter(|line| line.starts_with("| `"))
            .map(str::to_owned)
            .collect()
    };
    let expected: Vec<String> = OPERATORS
        .iter()
        .map(|operator| {
            format!(
                "| `{}` | {} | {} |",
                operator.id, operator.says, operator.killed_by
            )
        })
        .collect();
    let of_module = rows(include_str!("../src/mutate/operator.rs"));
    assert_eq!(of_module, expected);
    let readme = rows(include_str!("../README.md"));
    let listed: Vec<&String> = expected.iter().filter(|row| readme.contains(row)).collect();
    assert_eq!(
        listed.len(),
        expected.len(),
        "the table of operators in README.md"
    );
}

#[test]
fn a_mutant_is_the_document_with_one_claim_changed() {
    let document = answering("{type: string, nullable: true}");
    let tried = tried(&document, &[]);
    let count = |value: &Value| value.to_string().len();
    for mutant in &tried.mutants {
        let mutated = mutant.of(&document);
        assert_ne!(mutated.value(), document.value(), "{}", mutant.says);
        assert!(
            count(mutated.value()).abs_diff(count(document.value())) < 120,
            "{}",
            mutant.says
        );
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_parameter_is_read_anew_by_the_type_of_the_mutant() {
    for (schema, sent, operator, killed) in [
        ("{type: integer}", "7", "type", true),
        ("{type: boolean}", "true", "type", true),
        ("{type: string}", "seven", "type", true),
        ("{type: string}", "7", "type", false),
        ("{type: array, items: {type: integer}}", "7,8", "type", true),
        ("{type: string, enum: [a, b]}", "a", "enum", true),
        ("{type: integer, maximum: 7}", "7", "bound", true),
        ("{type: integer, maximum: 7}", "6", "bound", false),
    ] {
        let text = format!("openapi: 3.0.3
paths: {{/x: {{get: {{parameters: [{{name: q, in: query, explode: false, schema: {schema}}}], responses: {{'204': {{description: Done.}}}}}}}}}}
");
        let document = Document::parse("case.yaml", text).expect("the case is a document");
        let request = Request::new("GET", "/x").query("q", sent);
        let sent = Recording::invented("case", request, Some(Response::new(204)));
        let tried = agrees(&document, &[sent]);
        let mut mutants = tried.mutants.iter();
        let found = mutants.find(|mutant| mutant.operator == operator);
        assert_eq!(found.map(Mutant::is_killed), Some(killed), "{schema}");
    }
}
