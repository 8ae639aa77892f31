//! Recordings as files: what is read, where its values stand, and what is refused.

use bindery_contract::{Assumed, Document, Recording, Source, check};

const GOOD: &str = r#"recorded:
  source: documentation
  reference: https://docs.example.com/cats
  at: 2024-11-11
  assumed: [status, header, path]
  generated: true
  placeholders: [/id, "request:/hook"]
  elided: [/kittens/0]
when:
  method: post
  path: /cats
  query_param:
    - { name: limit, value: "10" }
  header:
    - { name: content-type, value: application/json }
  json_body:
    {
      "hook": "<your hook>"
    }
then:
  status: 201
  header:
    - { name: content-type, value: application/json }
  body: |-
    {
      "id": "<your id>",
      "kittens": [
        {}
      ]
    }
"#;

#[test]
fn every_part_of_a_recording_is_read() {
    let recording = Recording::parse("cat.yaml", GOOD).expect("the recording is good");
    let recorded = &recording.recorded;
    assert_eq!(recorded.source, Source::Documentation);
    assert_eq!(recorded.reference, "https://docs.example.com/cats");
    assert_eq!(recorded.at.as_deref(), Some("2024-11-11"));
    assert_eq!(
        recorded.assumed,
        [Assumed::Status, Assumed::Header, Assumed::Path]
    );
    assert!(recorded.generated);
    assert_eq!(recorded.placeholders.response[0].as_str(), "/id");
    assert_eq!(recorded.placeholders.request[0].as_str(), "/hook");
    assert_eq!(recorded.elided.response[0].as_str(), "/kittens/0");

    let request = &recording.request;
    assert_eq!(
        (request.method.as_str(), request.path.as_str()),
        ("POST", "/cats")
    );
    assert_eq!(request.query, [("limit".to_owned(), "10".to_owned())]);
    let sent = request
        .body
        .as_ref()
        .and_then(|body| body.value())
        .expect("a body");
    assert_eq!(sent["hook"], "<your hook>");

    let response = recording.response.as_ref().expect("a response");
    assert_eq!(response.status, 201);
    let body = response.body.as_ref().expect("a body");
    assert!(
        body.text().starts_with("{\n  \"id\""),
        "the text is what was served"
    );
    assert_eq!(
        body.value().expect("JSON")["kittens"][0],
        serde_json::json!({})
    );
}

#[test]
fn a_recording_may_hold_the_request_alone() {
    let text = GOOD.split("then:").next().expect("a first half").to_owned() + "then: {}\n";
    let recording = Recording::parse("cat.yaml", text).expect("the recording is good");
    assert!(recording.response.is_none());
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_no_recording_is_refused_with_its_place() {
    refuses(&[
        ("", "", "recorded: [", "cat.yaml:31:11: not YAML"),
        ("source: documentation", "source: hearsay", "", "cat.yaml:2:3: `source: hearsay` is unknown"),
        ("  source: documentation\n", "", "", "cat.yaml:1:1: `source` is missing"),
        ("  reference: https://docs.example.com/cats\n", "", "", "cat.yaml:1:1: `reference` is missing"),
        ("  at: 2024", "  on: 2024", "", "cat.yaml:4:3: unknown key `on`"),
        ("[status, header, path]", "[status, body]", "", "cat.yaml:5:21: `body` cannot be assumed"),
        ("[status, header, path]", "status", "", "cat.yaml:5:3: not a list of texts"),
        ("generated: true", "generated: yes", "", "cat.yaml:6:3: neither true nor false"),
        ("[/id,", "[id,", "", "cat.yaml:7:18: `id` is no JSON pointer"),
        ("  method: post\n", "", "", "cat.yaml:9:1: `method` is missing"),
        ("path: /cats", "path_prefix: /cats", "", "cat.yaml:11:3: unknown key `path_prefix`"),
        ("path: /cats", "path: /cats?limit=10", "", "cat.yaml:11:3: the path holds a query"),
        ("value: \"10\"", "value: 10", "", "cat.yaml:13:7: not a name and a value"),
        ("status: 201", "status: 2010", "", "cat.yaml:21:3: `status` is no HTTP status"),
        ("  status: 201\n", "", "", "cat.yaml:20:1: `status` is missing"),
        ("body: |-\n", "body:\n", "", "cat.yaml:24:3: `body` is not a text"),
        ("", "", "extra: 1\n", "cat.yaml:31:1: unknown key `extra`"),
    ]);
}

/// Replaces a part of the good recording, appends to it, and expects the first complaint.
#[track_caller]
fn refuses(cases: &[(&str, &str, &str, &str)]) {
    for (part, other, appended, expected) in cases {
        let text = if part.is_empty() {
            GOOD.to_owned()
        } else {
            GOOD.replacen(part, other, 1)
        };
        let error = Recording::parse("cat.yaml", format!("{text}{appended}"))
            .expect_err("the recording is broken");
        let first = error.to_string();
        assert!(first.contains(expected), "{other:?}{appended:?}: {first}");
        assert!(!first.contains("  help: \n"), "a help says something");
    }
}

/// A body is held against a schema that admits no value, so that the value's place is reported.
#[test]
#[rustfmt::skip] // One case, one line.
fn a_value_of_a_body_is_found_in_the_file_that_holds_it() {
    places(&[
        ("body: |-\n    {\n      \"a\": {\"b\": 1}\n    }", 10, 13, "a block"),
        ("body: |\n\n      {\"a\":\n         {\"b\": 1}}\n", 11, 11, "a block with an empty line first"),
        ("body: |- # as printed\n    {\"a\": {\"b\": 1}}", 9, 12, "a block with a comment"),
        ("body: '{\"a\": {\"b\": 1}}'", 8, 3, "one line in quotes"),
        ("json_body: {\"a\": {\"b\": 1}}", 8, 21, "a value of the file"),
    ]);
}

#[track_caller]
fn places(cases: &[(&str, usize, usize, &str)]) {
    let document = Document::parse(
        "cats.yaml",
        "openapi: 3.0.3
paths:
  /cats:
    get:
      responses:
        '200':
          description: Cats.
          content: {application/json: {schema: {properties: {a: {properties: {b: {not: {}}}}}}}}
",
    )
    .expect("the document is good");
    for (body, line, column, case) in cases {
        let head =
            "recorded:\n  source: live\n  reference: us\nwhen:\n  method: GET\n  path: /cats\n";
        let text = format!("{head}then:\n  {body}\n  status: 200\n");
        let recording = Recording::parse("cat.yaml", text).expect("the recording is good");
        let report = check(&document, &[recording]);
        let place = &report.findings[0].examples[0];
        assert_eq!(place.pointer.as_str(), "/a/b", "{case}");
        assert_eq!(
            (place.position.line, place.position.column),
            (*line, *column),
            "{case}"
        );
    }
}
