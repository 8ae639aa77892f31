//! What is a contradiction and what is none: a schema, a body, the verdict, and why.

use bindery_contract::{
    Document, Kind, Recording, Report, Request, Response, Severity, Verdict, check,
};

/// Schemas that the cases refer to.
const COMPONENTS: &str = r"
components:
  schemas:
    Name: {type: string}
    Note: {type: string, nullable: true}
    Cat: {type: object, required: [kind, lives], properties: {kind: {type: string, enum: [cat]}, lives: {type: integer}}}
    Dog: {type: object, required: [kind, bark], properties: {kind: {type: string, enum: [dog]}, bark: {type: string}}}
    Base: {type: object, properties: {id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}}
    Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
    Loop: {$ref: '#/components/schemas/Loop'}
";

/// No complaint at all, not even a warning.
const VALID: &str = "";

/// Holds response bodies against schemas; an expectation is a part of the first message.
#[track_caller]
fn answers(cases: &[(&str, &str, &str, &str)]) {
    for (schema, body, expected, because) in cases {
        let report = check(&answering(schema), &[answer(body)]);
        expect(
            &report,
            expected,
            &format!("{schema} with {body}, because {because}"),
        );
    }
}

/// Holds request bodies against schemas, likewise.
#[track_caller]
fn requests(cases: &[(&str, &str, &str, &str)]) {
    for (schema, body, expected, because) in cases {
        let text = format!(
            "openapi: 3.0.3
paths:
  /x:
    post:
      requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}
      responses: {{'204': {{description: Done.}}}}
{COMPONENTS}"
        );
        let document = Document::parse("case.yaml", text).expect("the case is a document");
        let request = Request::new("POST", "/x").json(*body);
        let sent = Recording::invented("case", request, Some(Response::new(204)));
        let report = check(&document, &[sent]);
        expect(
            &report,
            expected,
            &format!("{schema} with {body}, because {because}"),
        );
    }
}

#[track_caller]
fn expect(report: &Report, expected: &str, case: &str) {
    let messages: Vec<&str> = report
        .findings
        .iter()
        .map(|finding| finding.message.as_str())
        .collect();
    if expected.is_empty() {
        assert!(messages.is_empty(), "{case}: {messages:?}");
    } else {
        let found = messages.iter().any(|message| message.contains(expected));
        assert!(found, "{case}: expected {expected:?} in {messages:?}");
        assert_eq!(report.findings.len(), 1, "{case}: {messages:?}");
    }
}

fn answering(schema: &str) -> Document {
    let text = format!(
        "openapi: 3.0.3
paths:
  /x:
    get:
      responses: {{'200': {{description: It., content: {{application/json: {{schema: {schema}}}}}}}}}
{COMPONENTS}"
    );
    Document::parse("case.yaml", text).expect("the case is a document")
}

fn answer(body: &str) -> Recording {
    let response = Response::new(200).json(body);
    Recording::invented("case", Request::new("GET", "/x"), Some(response))
}

#[test]
#[rustfmt::skip] // One case, one line.
fn nullable_admits_null_wherever_it_stands_beside_a_schema() {
    answers(&[
        ("{type: string}", "null", "expected `string`, found `null`", "null is a type of its own"),
        ("{type: string, nullable: true}", "null", VALID, "the plain case"),
        ("{type: string, nullable: true}", "1", "expected `string`", "null is all it adds"),
        ("{type: string, nullable: true, enum: [a]}", "null", VALID, "an enum without null is meant to be nullable"),
        ("{type: string, nullable: true, enum: [a, null]}", "null", VALID, "an enum may list null itself"),
        ("{type: string, nullable: true, enum: [a]}", r#""b""#, "not a value of `enum`", "the enum still holds"),
        ("{type: string, enum: [a]}", "null", "`null`", "an enum alone does not admit null"),
        ("{nullable: true, allOf: [{$ref: '#/components/schemas/Name'}]}", "null", VALID, "beside allOf, without type"),
        ("{nullable: true, allOf: [{$ref: '#/components/schemas/Name'}]}", "1", "expected `string`", "the allOf still holds"),
        ("{type: object, nullable: true, allOf: [{$ref: '#/components/schemas/Cat'}]}", "null", VALID, "beside allOf, with type"),
        ("{nullable: true, oneOf: [{type: string}, {type: integer}]}", "null", VALID, "beside oneOf"),
        ("{nullable: true, anyOf: [{type: string}, {type: integer}]}", "null", VALID, "beside anyOf"),
        ("{nullable: true, oneOf: [{type: string}, {type: integer}]}", "true", "fits none of the 2 branches", "the oneOf still holds"),
        ("{nullable: true, $ref: '#/components/schemas/Name'}", "null", VALID, "beside a reference"),
        ("{nullable: true, $ref: '#/components/schemas/Name'}", "1", "expected `string`", "the reference still holds"),
        ("{$ref: '#/components/schemas/Note'}", "null", VALID, "in the target of a reference"),
        ("{oneOf: [{$ref: '#/components/schemas/Note'}, {type: integer}]}", "null", VALID, "in one branch of a union"),
        ("{type: array, items: {type: string, nullable: true}}", r#"["a", null]"#, VALID, "in the items of an array"),
        ("{type: array, items: {type: string}}", r#"["a", null]"#, "expected `string`", "items are not nullable by themselves"),
        ("{type: object, additionalProperties: {type: string, nullable: true}}", r#"{"a": null}"#, VALID, "in the values of a map"),
        ("{type: string, nullable: false}", "null", "expected `string`", "false is the default"),
        ("{description: Unknown.}", "null", VALID, "a schema without type claims nothing"),
        ("{nullable: true, not: {type: string}}", "null", VALID, "beside not"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn bounds_are_exclusive_by_a_flag() {
    answers(&[
        ("{type: number, maximum: 10, exclusiveMaximum: true}", "9.5", VALID, "9.5 is below 10"),
        ("{type: number, maximum: 10, exclusiveMaximum: true}", "10", "contradicts", "the bound itself is excluded"),
        ("{type: number, maximum: 10, exclusiveMaximum: false}", "10", VALID, "false includes it"),
        ("{type: number, minimum: 0, exclusiveMinimum: true}", "0", "contradicts", "the lower bound likewise"),
        ("{type: number, exclusiveMinimum: true}", "0", VALID, "a flag without a bound says nothing"),
        ("{type: integer, minimum: 1}", "0", "contradicts `minimum: 1`", "an inclusive bound"),
        ("{type: number, multipleOf: 0.01}", "19.99", VALID, "decimals are meant, not their binary neighbours"),
        ("{type: number, multipleOf: 0.01}", "19.999", "contradicts `multipleOf: 0.01`", "three decimals are too many"),
        ("{type: string, maxLength: 2}", r#""äöü""#, "contradicts `maxLength: 2`", "characters are counted"),
        ("{type: string, maxLength: 3}", r#""äöü""#, VALID, "not bytes"),
        ("{type: array, items: {}, maxItems: 1}", "[1, 2]", "contradicts `maxItems: 1`", "counts of arrays"),
        ("{type: array, items: {}, uniqueItems: true}", "[1, 1]", "contradicts `uniqueItems: true`", "equal entries"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn integers_have_no_fraction_and_a_range() {
    answers(&[
        ("{type: integer}", "1.0", "expected `integer`", "3.0 builds on draft 4, and an i64 does not read it"),
        ("{type: number}", "1", VALID, "an integer is a number"),
        ("{type: integer, format: int32}", "2147483647", VALID, "the greatest int32"),
        ("{type: integer, format: int32}", "2147483648", "out of the range of `int32`", "one more"),
        ("{type: integer, format: int64}", "9223372036854775807", VALID, "the greatest int64"),
        ("{type: integer, format: int64}", "9223372036854775808", "out of the range of `int64`", "one more"),
        ("{type: integer, format: int64}", "-9223372036854775808", VALID, "the least int64"),
        ("{type: integer, format: int32, minimum: 5}", "4", "contradicts `minimum: 5`", "authored bounds hold beside the range"),
        ("{type: integer, format: int32, allOf: [{minimum: 5}]}", "4", "contradicts `minimum: 5`", "so do those in allOf"),
        ("{type: integer, format: int32, allOf: [{minimum: 5}]}", "2147483648", "out of the range of `int32`", "and the range beside them"),
        ("{type: integer, nullable: true, format: int32}", "null", VALID, "null has no range"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn formats_are_asserted() {
    answers(&[
        ("{type: string, format: date}", r#""2017-07-21""#, VALID, "a day"),
        ("{type: string, format: date}", r#""2017-02-30""#, "not of the format `date`", "no such day"),
        ("{type: string, format: date-time}", r#""2021-01-21T19:38:34Z""#, VALID, "an instant"),
        ("{type: string, format: date-time}", r#""2021-01-21 19:38""#, "not of the format `date-time`", "no zone"),
        ("{type: string, format: uuid}", r#""9763caa1-cef3-497f-b3b2-f551456b2831""#, VALID, "a UUID"),
        ("{type: string, format: uuid}", r#""9763caa1""#, "not of the format `uuid`", "too short"),
        ("{type: string, format: email}", r#""jerry""#, "not of the format `email`", "no host"),
        ("{type: string, format: uri}", r#""https://a.example/b""#, VALID, "a URI"),
        ("{type: string, format: uri}", r#""/b""#, "not of the format `uri`", "a relative reference is no URI"),
        ("{type: string, format: ipv4}", r#""10.0.0.256""#, "not of the format `ipv4`", "a byte ends at 255"),
        ("{type: string, format: ipv6}", r#""::1""#, VALID, "an IPv6 address"),
        ("{type: string, format: byte}", r#""aGVsbG8=""#, VALID, "base64"),
        ("{type: string, format: byte}", r#""hello!""#, "not of the format `byte`", "not base64"),
        ("{type: string, format: password}", r#""x""#, VALID, "a remark, not a form"),
        ("{type: string, format: phone}", r#""x""#, VALID, "an unknown format is a remark"),
        ("{type: string, format: uri, nullable: true}", "null", VALID, "null has no format"),
        ("{type: string, pattern: '^a+$'}", r#""ab""#, "does not match the pattern", "patterns too"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_union_is_explained_by_its_nearest_branch() {
    let animals =
        "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}";
    let tagged = "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], \
                  discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Dog'}}}";
    answers(&[
        (animals, r#"{"kind": "dog", "bark": "woof"}"#, VALID, "the second branch fits"),
        (animals, r#"{"kind": "dog"}"#, "`bark` is required, but missing, in the nearest of the 2", "its tag makes it a dog"),
        (animals, r#"{"kind": "cat", "lives": "nine"}"#, "`lives`: expected `integer`", "its tag makes it a cat"),
        (animals, "7", "fits none of the 2 branches of `oneOf`", "no branch is near"),
        (tagged, r#"{"kind": "cat", "lives": 9}"#, VALID, "a discriminator does not change the verdict"),
        (tagged, r#"{"kind": "dog", "bark": "woof"}"#, VALID, "nor does a name that its mapping lacks"),
        ("{oneOf: [{type: integer}, {type: number}]}", "1", "fits more than one branch of `oneOf`", "an integer is a number"),
        ("{anyOf: [{type: integer}, {type: number}]}", "1", VALID, "anyOf admits several"),
        ("{anyOf: [{type: string, enum: [a]}, {type: string}]}", r#""b""#, VALID, "an open enum"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_does_not_travel_this_way_is_neither_required_nor_sent() {
    let direct = "{type: object, required: [id, name, secret], properties: {id: {type: string, readOnly: true}, \
                  name: {type: string}, secret: {type: string, writeOnly: true}}}";
    let composed = "{allOf: [{$ref: '#/components/schemas/Base'}, {required: [id, secret]}]}";
    answers(&[
        (direct, r#"{"id": "1", "name": "a"}"#, VALID, "a response lacks what is writeOnly"),
        (direct, r#"{"name": "a"}"#, "`id` is required", "but not what is readOnly"),
        (direct, r#"{"id": "1", "name": "a", "secret": "s"}"#, "`secret` is `writeOnly`, but the response has it", "it never comes back"),
        (composed, r#"{"id": "1"}"#, VALID, "allOf is one schema"),
        (composed, "{}", "`id` is required", "and still requires"),
    ]);
    requests(&[
        (direct, r#"{"name": "a", "secret": "s"}"#, VALID, "a request lacks what is readOnly"),
        (direct, r#"{"name": "a"}"#, "`secret` is required", "but not what is writeOnly"),
        (direct, r#"{"id": "1", "name": "a", "secret": "s"}"#, "`id` is `readOnly`, but the request has it", "the provider sets it"),
        (composed, r#"{"secret": "s"}"#, VALID, "allOf is one schema"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn undeclared_members_are_reported_where_the_document_is_silent() {
    answers(&[
        ("{type: object, properties: {a: {}}}", r#"{"a": 1, "b": 2}"#, "no schema declares the response's property `b`", "silence is not consent"),
        ("{type: object, properties: {a: {}}, additionalProperties: true}", r#"{"b": 2}"#, VALID, "open by its own word"),
        ("{type: object, properties: {a: {}}, additionalProperties: false}", r#"{"b": 2}"#, "`b` is forbidden by `additionalProperties`", "closed by its own word"),
        ("{type: object, properties: {}, additionalProperties: {type: string}}", r#"{"b": "c"}"#, VALID, "a map"),
        ("{type: object}", r#"{"b": 2}"#, VALID, "an object of unknown form"),
        ("{allOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}", r#"{"a": 1, "b": 2}"#, VALID, "the parts of allOf declare together"),
        ("{anyOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}", r#"{"a": 1, "b": 2}"#, VALID, "so do the branches of anyOf"),
        ("{type: array, items: {type: object, properties: {a: {}}}}", r#"[{"a": 1}, {"b": 2}]"#, "property `b`", "in the items of an array"),
        ("{type: object, additionalProperties: {type: object, properties: {a: {}}}}", r#"{"x": {"b": 2}}"#, "property `b`", "in the values of a map"),
        ("{type: object, properties: {'a/b~c%é ': {type: string}}}", r#"{"a/b~c%é ": 1}"#, "`a/b~c%é `: expected `string`", "names that a pointer escapes"),
        ("{$ref: '#/components/schemas/Tree'}", r#"{"children": [{"children": [{"x": 1}]}]}"#, "property `x`", "in a schema that holds itself"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_keyword_that_cannot_be_checked_is_said_once_and_the_rest_is_checked() {
    answers(&[
        ("{type: string, pattern: '('}", r#""a""#, "`pattern: \"(\"` is not understood", "a pattern that does not compile"),
        ("{type: text}", r#""a""#, "not a type", "a type that does not exist"),
        ("{type: string, maxLength: long}", r#""a""#, "is not understood", "a count that is none"),
        ("{$ref: '#/components/schemas/None'}", "1", "a reference that leads nowhere", "a missing component"),
        ("{$ref: 'other.yaml#/A'}", "1", "a reference that leads nowhere", "another document"),
        ("{$ref: '#/components/schemas/Loop'}", "1", "a reference that leads nowhere", "a reference to itself"),
        ("{type: array, items: 7}", "[1]", "not a schema", "a number in place of a schema"),
        ("{x-note: 1, example: 7, title: T, id: other, $schema: x, type: string}", r#""a""#, VALID, "what is no keyword of the dialect is no claim"),
    ]);
}

#[test]
fn a_defect_is_one_finding_however_often_it_shows() {
    let document =
        answering("{type: array, items: {type: object, properties: {id: {type: string}}}}");
    let items: Vec<String> = (0..1000).map(|id| format!("{{\"id\": {id}}}")).collect();
    let report = check(&document, &[answer(&format!("[{}]", items.join(",")))]);

    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].count, 1000);
    assert_eq!(report.findings[0].examples.len(), 3);
    assert_eq!(report.findings[0].examples[2].pointer.as_str(), "/2/id");
    assert_eq!(report.exchanges[0].findings, [0]);
}

#[test]
fn a_body_that_is_not_json_contradicts_a_json_media_type() {
    let report = check(&answering("{type: string}"), &[answer("[1,\n 2,\n oops]")]);
    let finding = &report.findings[0];
    assert_eq!(finding.kind, Kind::Mismatch);
    assert_eq!(finding.examples[0].position.line, 3);
    assert_eq!(report.exchanges[0].verdict, Verdict::Invalid);
    assert_eq!(report.count(Severity::Error), 1);
}
