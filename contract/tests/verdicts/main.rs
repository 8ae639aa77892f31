//! What is a contradiction and what is none, in both modes: a claim, what was sent, the verdict,
//! and why. One file per theme; a row is a case.

mod bodies;
mod bounds;
mod crowds;
mod flaws;
mod formats;
mod headers;
mod keywords;
mod later;
mod media;
mod nullable;
mod objects;
mod parameters;
mod places;
mod reading;
mod servers;
mod unions;

use bindery_contract::{
    Document, Kind, Mode, Options, Recording, Report, Request, Response, Verdict, check_with,
};

/// Schemas that the cases refer to.
const COMPONENTS: &str = "
components:
  schemas:
    Name: {type: string}
    Note: {type: string, nullable: true}
    Inert: {nullable: true, allOf: [{type: string}]}
    Untyped: {properties: {name: {type: string}}}
    Cat: {type: object, required: [kind, lives], properties: {kind: {type: string, enum: [cat]}, lives: {type: integer}}}
    Dog: {type: object, required: [kind, bark], properties: {kind: {type: string, enum: [dog]}, bark: {type: string}}}
    Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {bird: '#/components/schemas/Bird'}}}
    Bird: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, required: [wings], properties: {wings: {type: integer}}}]}
    Base: {type: object, properties: {id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}}
    Needs: {required: [id, secret]}
    Marked: {type: string, readOnly: true}
    Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
";

/// No complaint at all, not even a warning.
const VALID: &str = "";

/// A schema, a value as JSON, what both modes say, and why.
type Agreed<'a> = (&'a str, &'a str, &'a str, &'a str);

/// A schema, a value as JSON, what lenient and strict mode say, and why.
type Split<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

/// A claim, names with values, what both modes say, and why.
type Named<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a str);

/// The modes, in the order of a row's expectations.
const MODES: [Mode; 2] = [Mode::Lenient, Mode::Strict];

/// Holds response bodies against schemas of 3.0; an expectation is a part of the one message.
#[track_caller]
fn answers(cases: &[Agreed<'_>]) {
    for (schema, body, expected, because) in cases {
        in_both("3.0.3", schema, body, [expected, expected], because);
    }
}

/// Holds response bodies against schemas of 3.0 on which the modes disagree.
#[track_caller]
fn disputed(cases: &[Split<'_>]) {
    for (schema, body, lenient, strict, because) in cases {
        assert_ne!(lenient, strict, "{schema}: nothing is disputed");
        in_both("3.0.3", schema, body, [lenient, strict], because);
    }
}

#[track_caller]
fn in_both(version: &str, schema: &str, body: &str, expected: [&str; 2], because: &str) {
    let document = answering(version, schema);
    let response = Response::new(200).json(body);
    let recording = Recording::invented("case", Request::new("GET", "/x"), Some(response));
    for (mode, expected) in MODES.into_iter().zip(expected) {
        let report = judged(&document, &recording, mode);
        let case = format!("{schema} with {body} ({mode:?}), because {because}");
        expect(&report, expected, &case);
    }
}

/// Holds request bodies against schemas of 3.0, likewise.
#[track_caller]
fn requests(cases: &[Agreed<'_>]) {
    for (schema, body, expected, because) in cases {
        let operation = format!(
            "post: {{requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}, \
             responses: {{'204': {{description: Done.}}}}}}"
        );
        let request = Request::new("POST", "/x").json(*body);
        let case = format!("{schema} with {body}, because {because}");
        exchange(&operation, request, Response::new(204), expected, &case);
    }
}

/// Holds one exchange against an operation of the path `/x`, in both modes.
#[track_caller]
fn exchange(operation: &str, request: Request, response: Response, expected: &str, case: &str) {
    let text = format!("openapi: 3.0.3\npaths:\n  /x:\n    {operation}\n{COMPONENTS}");
    let document = parsed(&text);
    let recording = Recording::invented("case", request, Some(response));
    for mode in MODES {
        let report = judged(&document, &recording, mode);
        expect(
            &report,
            expected,
            &format!("{operation}: {case} ({mode:?})"),
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
        assert!(report.verdicts.contains_key(&Verdict::Valid), "{case}");
    } else {
        let found = messages.iter().any(|message| message.contains(expected));
        assert!(found, "{case}: expected {expected:?} in {messages:?}");
        assert_eq!(report.findings.len(), 1, "{case}: {messages:?}");
        let invalid = report.verdicts.contains_key(&Verdict::Invalid);
        let mismatch = report.findings[0].kind == Kind::Mismatch;
        assert!(mismatch || !invalid, "{case}: invalid without a mismatch");
    }
}

#[track_caller]
fn judged(document: &Document, recording: &Recording, mode: Mode) -> Report {
    let mut options = Options::default();
    options.mode = mode;
    check_with(document, std::slice::from_ref(recording), &options)
}

#[track_caller]
fn answering(version: &str, schema: &str) -> Document {
    parsed(&format!(
        "openapi: {version}
paths:
  /x:
    get:
      responses:
        '200':
          description: It.
          content:
            application/json:
              schema: {schema}
{COMPONENTS}"
    ))
}

#[track_caller]
fn parsed(text: &str) -> Document {
    Document::parse("case.yaml", text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}
