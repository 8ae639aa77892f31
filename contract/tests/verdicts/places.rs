//! Where a finding stands: the claim's line in the document, and the value in the recording.

use bindery_contract::{Kind, Recording, Request, Response, Severity, Verdict, check};

use crate::{COMPONENTS, answering, parsed};

/// A document whose schema is written over several lines, for claims in lines of their own.
const DOCUMENT: &str = "openapi: 3.0.3
paths:
  /x:
    get:
      parameters:
        - name: size
          in: query
          schema:
            type: integer
            maximum: 5
      responses:
        '200':
          description: It.
          headers:
            X-Rate:
              required: true
              schema:
                type: integer
          content:
            application/json:
              schema:
                type: object
                required:
                  - id
                properties:
                  id:
                    type: string
                    format: uuid
                  tags:
                    type: array
                    items:
                      nullable: true
                      allOf:
                        - enum: [a, b]
                  pet:
                    oneOf:
                      - $ref: '#/components/schemas/Cat'
                      - type: object
                        required: [bark]
                        properties:
                          bark: {type: string}
                  small:
                    type: integer
                    format: int32
                  secret:
                    type: string
                    writeOnly: true";

#[test]
#[rustfmt::skip] // One case, one line.
fn a_finding_stands_at_the_claim_that_it_contradicts() {
    const ID: &str = "\"id\": \"9763caa1-cef3-497f-b3b2-f551456b2831\"";
    // What is sent beside the id, the line of the claim, the pointer of the value.
    let cases = [
        ("", "{}".to_owned(), "/x", 24, "", "the name in `required`"),
        ("", r#"{"id": "x"}"#.to_owned(), "/x", 28, "/id", "the format"),
        ("", r#"{"id": 7}"#.to_owned(), "/x", 27, "/id", "the type"),
        ("", format!("{{{ID}, \"tags\": [\"c\"]}}"), "/x", 34, "/tags/0", "behind the bridge to null"),
        ("", format!("{{{ID}, \"pet\": {{\"bark\": 1}}}}"), "/x", 41, "/pet/bark", "in the nearest branch"),
        ("", format!("{{{ID}, \"small\": 3000000000}}"), "/x", 44, "/small", "a range stands at its format"),
        ("", format!("{{{ID}, \"secret\": \"s\"}}"), "/x", 47, "/secret", "what does not travel, at its mark"),
        ("", format!("{{{ID}, \"other\": 1}}"), "/x", 25, "/other", "what is missing, where it would stand"),
        ("9", format!("{{{ID}}}"), "/x", 10, "", "a parameter's bound"),
        ("ten", format!("{{{ID}}}"), "/x", 9, "", "a parameter's type"),
    ];
    let document = parsed(&format!("{DOCUMENT}{COMPONENTS}"));
    for (size, body, path, line, pointer, case) in cases {
        let mut request = Request::new("GET", path);
        if !size.is_empty() {
            request = request.query("size", size);
        }
        let response = Response::new(200).header("x-rate", "5").json(body.clone());
        let report = check(&document, &[Recording::invented("case", request, Some(response))]);
        let shown: Vec<_> = report.findings.iter().map(|finding| &finding.message).collect();
        assert_eq!(report.findings.len(), 1, "{case}: {shown:?}");
        let finding = &report.findings[0];
        assert_eq!(finding.document.position.line, line, "{case}: {shown:?}");
        assert_eq!(finding.examples[0].pointer.as_str(), pointer, "{case}");
        assert!(finding.help.is_some(), "{case}: no mend");
    }
}

#[test]
fn a_header_is_shown_where_it_is_claimed() {
    let document = parsed(&format!("{DOCUMENT}{COMPONENTS}"));
    for (headers, line) in [(vec![], 16), (vec![("X-Rate", "fast")], 18)] {
        let response = headers
            .into_iter()
            .fold(Response::new(200), |response, (name, value)| {
                response.header(name, value)
            });
        let request = Request::new("GET", "/x");
        let report = check(
            &document,
            &[Recording::invented("case", request, Some(response))],
        );
        assert_eq!(report.findings[0].document.position.line, line);
        assert!(report.verdicts.contains_key(&Verdict::Invalid));
    }
}

#[test]
fn a_defect_is_one_finding_however_often_it_shows() {
    let schema = "{type: array, items: {type: object, properties: {id: {type: string}}}}";
    let items: Vec<String> = (0..1000).map(|id| format!("{{\"id\": {id}}}")).collect();
    let response = Response::new(200).json(format!("[{}]", items.join(",")));
    let sent = Recording::invented("case", Request::new("GET", "/x"), Some(response));
    let report = check(&answering("3.0.3", schema), &[sent]);

    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].count, 1000);
    assert_eq!(report.findings[0].examples.len(), 3);
    assert_eq!(report.findings[0].examples[2].pointer.as_str(), "/2/id");
}

#[test]
fn a_body_that_is_not_json_contradicts_a_json_media_type() {
    let response = Response::new(200).json("[1,\n 2,\n oops]");
    let sent = Recording::invented("case", Request::new("GET", "/x"), Some(response));
    let report = check(&answering("3.0.3", "{type: string}"), &[sent]);
    let finding = &report.findings[0];
    assert_eq!(finding.kind, Kind::Mismatch);
    assert_eq!(finding.examples[0].position.line, 3);
    assert!(report.verdicts.contains_key(&Verdict::Invalid));
    assert_eq!(report.count(Severity::Error), 1);
}

/// A document that a machine wrote holds all that it says on one line, which every finding would
/// else carry along.
#[test]
fn of_a_document_on_one_line_what_is_meant_is_shown_and_no_more() {
    const MEANT: &str = "\"maxLength\": 3";
    let schema = |padding: usize| {
        let about = "é".repeat(padding);
        format!("{{\"type\": \"string\", \"description\": \"{about}\", \"maxLength\": 3}}")
    };
    for (padding, whole) in [(10, true), (100_000, false)] {
        let document = parsed(&format!(
            "{{\"openapi\": \"3.0.3\", \"paths\": {{\"/x\": {{\"get\": {{\"responses\": {{\"200\": {{\"description\": \"It.\", \
             \"content\": {{\"application/json\": {{\"schema\": {}}}}}}}}}}}}}}}}}",
            schema(padding)
        ));
        let response = Response::new(200).json("\"long\"");
        let sent = Recording::invented("case", Request::new("GET", "/x"), Some(response));
        let report = check(&document, &[sent]);
        let place = &report.findings[0].document;
        let before = document.text().split(MEANT).next();
        let column = before.unwrap_or_default().chars().count() + 1;
        assert_eq!(place.position.column, column);
        assert_eq!(place.from, if whole { 1 } else { column });
        assert_eq!(place.line, if whole { document.text() } else { MEANT });
        assert_eq!(place.width, MEANT.len());
    }
}

#[test]
fn a_body_that_is_nested_too_deep_is_unchecked() {
    let body = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let response = Response::new(200).json(body);
    let sent = Recording::invented("case", Request::new("GET", "/x"), Some(response));
    let report = check(&answering("3.0.3", "{type: string}"), &[sent]);
    let finding = &report.findings[0];
    assert_eq!(finding.kind, Kind::Unchecked);
    assert_eq!(
        finding.message,
        "the response body is nested deeper than is read"
    );
    assert!(report.verdicts.contains_key(&Verdict::Unchecked));
}
