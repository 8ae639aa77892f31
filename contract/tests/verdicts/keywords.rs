//! Keywords that cannot be checked: said once at their place, while the rest is checked.

use bindery_contract::{Kind, Recording, Request, Response, Severity, Verdict, check};

use crate::{VALID, answering, answers, parsed};

#[test]
#[rustfmt::skip] // One case, one line.
fn a_keyword_that_cannot_be_checked_is_said_once_and_the_rest_is_checked() {
    answers(&[
        ("{type: string, pattern: '('}", r#""a""#, "`pattern: \"(\"` is not understood", "a pattern that does not compile"),
        ("{type: string, pattern: 7}", r#""a""#, "`pattern: 7` is not understood", "a pattern that is none"),
        ("{type: text}", r#""a""#, "not a type", "a type that does not exist"),
        ("{type: []}", r#""a""#, "not a type", "no type at all"),
        ("{type: string, maxLength: long}", r#""a""#, "is not understood", "a count that is none"),
        ("{type: string, maxLength: -1}", r#""a""#, "is not understood", "a count below zero"),
        ("{type: number, minimum: '1'}", "0", "`minimum: \"1\"` is not understood", "a bound that is a text"),
        ("{type: array, items: {}, uniqueItems: 1}", "[1, 1]", "is not understood", "a flag that is a number"),
        ("{type: string, enum: a}", r#""b""#, "not a list of values", "an enum that is no list"),
        ("{type: object, required: true}", "{}", "`required: true` is not understood", "a flag where names are listed"),
        ("{type: object, properties: [a]}", "{}", "is not understood", "properties that are a list"),
        ("{allOf: []}", "1", "not a list of schemas", "allOf of nothing"),
        ("{oneOf: {type: string}}", "1", "not a list of schemas", "oneOf that is no list"),
        ("{not: 7}", "1", "not a schema", "a number that is refused"),
        ("{type: array, items: 7}", "[1]", "not a schema", "a number in place of a schema"),
        ("{type: array, items: [{type: string}]}", "[1]", "not a schema", "a list of schemas, which 3.0 does not have"),
        ("{type: array, items: true}", "[1]", "not a schema", "a schema that is a flag, which 3.0 does not have"),
        ("{type: object, properties: {a: true}}", r#"{"a": 1}"#, "a schema that is not a mapping", "in properties as well"),
        ("{const: 7}", "8", "`const` is no keyword of OpenAPI 3.0", "a keyword of later drafts"),
        ("{type: object, patternProperties: {'^x': {type: string}}}", r#"{"x": 1}"#, "`patternProperties` is no keyword", "another one"),
        ("{if: {type: string}}", "8", "`if` is no keyword", "and another"),
        ("{$ref: '#/components/schemas/None'}", "1", "a reference that leads nowhere", "a missing component"),
        ("{$ref: 'other.yaml#/A'}", "1", "a reference that leads nowhere", "another document, which was not loaded"),
        ("{$ref: 7}", "1", "a reference that leads nowhere", "a number is no reference"),
        ("{type: string, format: 7}", r#""a""#, "`format: 7` is not understood", "a format without a name"),
        ("{x-note: 1, example: 7, title: T, id: other, $schema: x, type: string}", r#""a""#, VALID, "what is no keyword of any draft is no claim"),
    ]);
}

#[test]
fn what_stands_beside_an_unchecked_keyword_is_checked() {
    let document = answering("3.0.3", "{type: string, pattern: '(', maxLength: 2}");
    let response = Response::new(200).json(r#""abc""#);
    let sent = Recording::invented("case", Request::new("GET", "/x"), Some(response));
    let report = check(&document, &[sent.clone(), sent]);
    let kinds: Vec<Kind> = report.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [Kind::Unchecked, Kind::Mismatch]);
    assert_eq!(report.findings[1].count, 2);
    assert_eq!(report.verdicts[&Verdict::Invalid], 2);
    assert_eq!(report.count(Severity::Warning), 1);
}

#[test]
fn a_schema_that_two_operations_share_is_unchecked_once() {
    let answer = "responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/s'}}}}}";
    let document = parsed(&format!(
        "openapi: 3.0.3\ns: {{type: string, pattern: '('}}\npaths:\n  /x: {{get: {{{answer}}}, put: {{{answer}}}}}\n"
    ));
    let report = check(&document, &[]);
    let unchecked = report.findings.iter();
    assert_eq!(
        unchecked
            .filter(|finding| finding.kind == Kind::Unchecked)
            .count(),
        1
    );
}

/// A pattern whose search explodes is a warning about the document, and no verdict.
#[test]
fn a_pattern_that_takes_too_long_is_unchecked() {
    let document = answering("3.0.3", r"{type: string, pattern: '^(?:(a+)\1?)+b$'}");
    let body = format!("\"{}!\"", "a".repeat(60));
    let response = Response::new(200).json(body);
    let sent = Recording::invented("case", Request::new("GET", "/x"), Some(response));
    let report = check(&document, &[sent]);
    assert_eq!(report.findings[0].kind, Kind::Unchecked, "{report:?}");
    assert!(report.verdicts.contains_key(&Verdict::Unchecked));
}
