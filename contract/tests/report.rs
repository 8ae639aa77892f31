//! What an exchange belongs to, what it witnesses, and how a report reads.

use std::collections::BTreeMap;

use bindery_contract::{
    Document, Kind, Recording, Request, Response, Severity, Verdict, check,
    render::{self, Style},
};

const CATS: &str = r#"openapi: 3.0.3
servers:
  - url: https://api.example.com/v1
  - url: https://{region}.example.com/v2/
    variables: {region: {default: eu}}
paths:
  /cats:
    get:
      operationId: listCats
      parameters:
        - {name: limit, in: query, schema: {type: integer, format: int32, maximum: 200}}
        - {name: kinds, in: query, schema: {type: array, items: {type: string, enum: [a, b]}}}
      responses:
        "200": {description: Cats., content: {application/json; charset=utf-8: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}
        4XX: {description: No., content: {application/problem+json: {schema: {type: object, properties: {title: {type: string}}}}}}
        default: {description: What else., content: {text/plain: {schema: {type: string}}, text/xml: {schema: {type: object}}}}
    post:
      operationId: createCat
      parameters:
        - {name: dry, in: query, required: true, schema: {type: boolean}}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}
      responses:
        "201": {description: Created.}
  /cats/{cat}:
    get:
      operationId: getCat
      parameters:
        - {name: cat, in: path, required: true, schema: {type: integer, format: int32}}
      responses:
        2XX:
          description: A cat.
          content:
            application/*:
              schema: {type: object, properties: {id: {type: string, format: uuid}}}
  /cats/search:
    post:
      operationId: searchCats
      responses:
        "200": {description: Cats.}
  /cats/{cat}/photo.{format}:
    get:
      operationId: getPhoto
      responses:
        "200": {description: A photo.}
"#;

fn cats() -> Document {
    Document::parse("cats.yaml", CATS).expect("the document is good")
}

/// Sends requests that are answered 200 without a body, and looks which operation they reach.
#[test]
#[rustfmt::skip] // One case, one line.
fn an_exchange_belongs_to_the_operation_whose_template_fits_best() {
    let cases = [
        ("GET", "/v1/cats", Some("listCats"), "the base path of the first server"),
        ("get", "/v2/cats", Some("listCats"), "that of the second, with its variables"),
        ("GET", "/cats", None, "no base path"),
        ("GET", "/v1/cats/7", Some("getCat"), "a template"),
        ("POST", "/v1/cats/search", Some("searchCats"), "a literal wins"),
        ("GET", "/v1/cats/search", Some("getCat"), "where it has the method"),
        ("GET", "/v1/cats/7/photo.png", Some("getPhoto"), "a segment that mixes text and parameter"),
        ("GET", "/v1/cats/7/photo", None, "and needs both"),
        ("DELETE", "/v1/cats/7", None, "another method"),
        ("GET", "/v1/cats/", None, "an empty segment is no parameter"),
        ("GET", "/v1/cats/7/8", None, "a longer path"),
    ];
    let document = cats();
    for (method, path, expected, case) in cases {
        let exchange =
            Recording::invented("x", Request::new(method, path), Some(Response::new(200)));
        let report = check(&document, &[exchange]);
        let found = report
            .operations
            .iter()
            .find(|operation| !operation.exchanges.is_empty());
        assert_eq!(
            found.and_then(|found| found.id.as_deref()),
            expected,
            "{case}"
        );
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_response_is_found_by_status_and_media_type() {
    let json = "application/json";
    let cases = [
        (200, json, "[]", Verdict::Valid, None, "an exact status, and parameters ignored"),
        (404, "application/problem+json", r#"{"title": 1}"#, Verdict::Invalid, Some(Kind::Mismatch), "a range, and +json is JSON"),
        (404, json, "{}", Verdict::Undocumented, Some(Kind::UndocumentedMediaType), "problem+json is not json"),
        (503, "text/plain", "oops", Verdict::Valid, None, "default, and a text is a string"),
        (503, "text/xml", "<oops/>", Verdict::Unchecked, Some(Kind::Unchecked), "XML is not read"),
        (503, "text/html", "oops", Verdict::Undocumented, Some(Kind::UndocumentedMediaType), "default has no HTML"),
    ];
    let document = cats();
    for (status, media_type, body, verdict, kind, case) in cases {
        let mut response = Response::new(status).json(body);
        response.headers = vec![("Content-Type".to_owned(), media_type.to_owned())];
        let exchange = Recording::invented("x", Request::new("GET", "/v1/cats"), Some(response));
        let report = check(&document, &[exchange]);
        assert_eq!(report.verdicts, BTreeMap::from([(verdict, 1)]), "{case}");
        let shown = report.findings.iter().find(|finding| finding.count > 0);
        assert_eq!(shown.map(|finding| finding.kind), kind, "{case}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_request_is_judged_unless_it_was_refused() {
    let list = || Request::new("GET", "/v1/cats");
    let create = || Request::new("POST", "/v1/cats");
    let cases = [
        (list().query("limit", "200"), 200, "", "within its bounds"),
        (list().query("limit", "300"), 200, "contradicts `maximum: 200`", "beyond them"),
        (list().query("limit", "ten"), 200, "expected `integer`", "not a number"),
        (list().query("limit", "300"), 400, "", "the provider refused it, as the document says"),
        (list().query("kinds", "a").query("kinds", "b"), 200, "", "a list is repeated"),
        (list().query("kinds", "a,b"), 200, "not a value of `enum`", "and joined only without `explode`"),
        (list().query("kinds", "a,c"), 200, "not a value of `enum`", "so is one with a stranger"),
        (list().query("page", "1"), 200, "does not have the query parameter `page`", "an unknown one"),
        (Request::new("GET", "/v1/cats/tom"), 200, "parameter `cat`: expected `integer`", "in the path"),
        (create().query("dry", "true").json(r#"{"name": "Tom"}"#), 201, "", "a body"),
        (create().query("dry", "true").json("{}"), 201, "`name` is required", "a body that lacks a field"),
        (create().query("dry", "true"), 201, "the request body is required", "no body"),
        (create().json(r#"{"name": "Tom"}"#), 201, "the query parameter `dry` is required", "no parameter"),
        (list().json("{}"), 200, "describes no request body of `application/json`", "a body too many"),
    ];
    let document = cats();
    for (request, status, expected, case) in cases {
        let exchange = Recording::invented("x", request, Some(Response::new(status)));
        let report = check(&document, &[exchange]);
        let shown = report.findings.iter().filter(|finding| finding.count > 0);
        let messages: Vec<&str> = shown.map(|finding| finding.message.as_str()).collect();
        if expected.is_empty() {
            assert!(messages.is_empty(), "{case}: {messages:?}");
        } else {
            assert!(
                messages.len() == 1 && messages[0].contains(expected),
                "{case}: {messages:?}"
            );
        }
    }
}

const RECORDED: &str = r#"recorded:
  source: documentation
  reference: https://docs.example.com/cats
  REMARK
when:
  method: GET
  path: /v1/cats/tom
then:
  status: 200
  header:
    - { name: content-type, value: text/html }
  body: |-
    {
      "id": "<your id>"
    }
"#;

#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_no_witness_is_not_taken_for_one() {
    let cases = [
        ("assumed: [header, path]", 1, "the placeholder is no UUID"),
        ("assumed: [header, path]\n  placeholders: [/id]", 0, "a placeholder has a type and no format"),
        ("assumed: [header, path]\n  elided: ['']", 0, "what was elided is not there to be checked"),
        ("assumed: [header, path]\n  generated: true", 0, "a tool knows no formats"),
        ("assumed: [path]", 1, "HTML is not the documented media type"),
        ("assumed: [header]\n  generated: true", 1, "the path's value is no integer"),
    ];
    for (remark, expected, case) in cases {
        let text = RECORDED.replace("REMARK", remark);
        let recording = Recording::parse("tom.yaml", text).expect("the recording is good");
        let report = check(&cats(), &[recording]);
        let grave = report
            .findings
            .iter()
            .filter(|finding| finding.kind.severity() > Severity::Note);
        assert_eq!(grave.count(), expected, "{case}: {:#?}", report.findings);
    }
}

#[test]
fn a_report_shows_both_places_and_what_is_not_witnessed() {
    let text = RECORDED.replace("REMARK", "assumed: [status, header, path]");
    let recording = Recording::parse("tom.yaml", text).expect("the recording is good");
    let rendered = render::reports(&[check(&cats(), &[recording])], Style::default());
    let expected = r#"error[mismatch]: `id`: `"<your id>"` is not of the format `uuid`
  --> cats.yaml:36:70
   |
36 |               schema: {type: object, properties: {id: {type: string, format: uuid}}}
   |                                                                      ^^^^^^^^^^^^ `format: uuid`
   |
  ::: tom.yaml:14:7
   |
14 |       "id": "<your id>"
   |       ----------------- `"<your id>"` at `/id`
   |
   = help: correct `format`, or remove it
   = id: 63235f4dc36c5a17

cats.yaml
  listCats    GET /cats                       none
  createCat   POST /cats                      none
  searchCats  POST /cats/search               none
  getCat      GET /cats/{cat}                 1 documented sample (200, status assumed; invalid)
  getPhoto    GET /cats/{cat}/photo.{format}  none

1 document, 5 operations: 1 with a recorded response (0 live, 1 from documentation), 4 without; 1 error, 0 warnings, 4 notes
no recording is live: each is an example that the provider printed, not traffic that was seen
"#;
    assert_eq!(rendered, expected);
}
