//! Logs: what is read of an archive, what is out of scope, and that neither threads nor the
//! container make a difference.

use std::{collections::BTreeMap, fs, num::NonZero, path::PathBuf};

use bindery_contract::{
    Checker, Diagnostic, Document, Entries, Exchange, Kind, Options, OutOfScope, Recording, Report,
    Verdict, check_with,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const CATS: &str = "openapi: 3.0.3
servers: [{url: https://api.example.com/v1}]
paths:
  /cats:
    get:
      operationId: listCats
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: sid, in: cookie, schema: {type: integer}}
        - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}, maxItems: 2}}
      responses:
        '200': {description: Cats., content: {application/json: {schema: {$ref: '#/components/schemas/Cats'}}}}
        '204': {description: None.}
    post:
      operationId: createCat
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}
      responses:
        '200': {description: A cat., content: {application/xml: {schema: {type: object}}}}
components:
  schemas:
    Cat: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}
    Cats: {type: array, items: {$ref: '#/components/schemas/Cat'}}
";

fn cats() -> Document {
    Document::parse("cats.yaml", CATS).expect("the document is good")
}

/// Writes a file for one test.
fn file(name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("logs");
    fs::create_dir_all(&folder).expect("a folder for logs");
    let path = folder.join(name);
    fs::write(&path, contents).expect("the log is written");
    path
}

/// An entry that lists cats and is answered 200; changes are merged into it.
fn entry(changes: &Value) -> Value {
    let mut entry = json!({
        "startedDateTime": "2024-01-01T00:00:00Z",
        "request": {"method": "GET", "url": "https://api.example.com/v1/cats", "headers": []},
        "response": {"status": 200, "headers": [], "content": {
            "size": 2, "mimeType": "application/json", "text": "[]",
        }},
    });
    merge(&mut entry, changes);
    entry
}

fn merge(value: &mut Value, changes: &Value) {
    match (value, changes) {
        (Value::Object(members), Value::Object(changes)) => {
            for (key, change) in changes {
                if change == "REMOVED" {
                    members.remove(key);
                } else {
                    merge(members.entry(key.as_str()).or_insert(Value::Null), change);
                }
            }
        }
        (value, change) => *value = change.clone(),
    }
}

fn archive(entries: &[Value]) -> String {
    json!({"log": {"version": "1.2", "pages": [{"id": "[}"}], "entries": entries, "comment": "]"}})
        .to_string()
}

fn judged(path: &PathBuf, options: &Options) -> Report {
    told(path, options).0
}

/// The report, and what is told of each exchange.
fn told(path: &PathBuf, options: &Options) -> (Report, Vec<Exchange>) {
    let document = cats();
    let entries = Entries::open([path]).expect("the log is there");
    let mut told = Vec::new();
    let report = Checker::new(&document, options).check_each(&[], entries, |exchange| {
        told.push(exchange.clone());
        Ok(())
    });
    (report.unwrap_or_else(|error| panic!("{error}")), told)
}

#[test]
#[rustfmt::skip] // One case, one line.
fn an_entry_is_judged_or_out_of_scope() {
    let oos = Verdict::OutOfScope;
    let cases = [
        (json!({}), Verdict::Valid, None, "a good one"),
        (json!({"response": {"content": {"text": "[{}]"}}}), Verdict::Invalid, Some(Kind::Mismatch), "a bad body"),
        (json!({"response": {"content": {"text": "[{"}}}), Verdict::Invalid, Some(Kind::Mismatch), "a body that is no JSON"),
        (json!({"response": {"content": {"text": "W3siaWQiOiAiMSJ9XQ==", "encoding": "base64"}}}), Verdict::Invalid, Some(Kind::Mismatch), "a bad body in base64"),
        (json!({"response": {"content": {"text": "W3siaWQiOiAxfV0=", "encoding": "base64"}}}), Verdict::Valid, None, "a good one in base64"),
        (json!({"response": {"content": {"text": "/w==", "encoding": "base64"}}}), Verdict::Invalid, Some(Kind::Mismatch), "bytes that are no text"),
        (json!({"response": {"content": {"size": null}}}), Verdict::Valid, None, "a size that is not known"),
        (json!({"response": {"content": {"text": "?", "encoding": "base64"}}}), Verdict::Unchecked, Some(Kind::Unchecked), "a body that is not base64"),
        (json!({"response": {"content": {"text": "[]", "encoding": "br"}}}), Verdict::Unchecked, Some(Kind::Unchecked), "a body in an unknown encoding"),
        (json!({"response": {"content": {"text": "?", "encoding": "base64", "mimeType": "text/csv"}}}), Verdict::Undocumented, Some(Kind::UndocumentedMediaType), "such a one that is not described"),
        (json!({"request": {"method": "POST", "postData": {"mimeType": "application/json", "text": "?", "encoding": "base64"}}, "response": {"status": 200, "content": {"mimeType": "application/xml"}}}), Verdict::Unchecked, Some(Kind::Unchecked), "such a one that was sent"),
        (json!({"request": {"url": "https://api.example.com/v1/cats?limit=ten"}}), Verdict::Valid, Some(Kind::Mismatch), "a bad query"),
        (json!({"request": {"url": "https://api.example.com/v1/cats?limit=1%30#top"}}), Verdict::Valid, None, "a query, encoded"),
        (json!({"request": {"method": "POST", "postData": {"mimeType": "application/json", "text": "{}"}}, "response": {"status": 204, "content": {"text": ""}}}), Verdict::Undocumented, Some(Kind::UndocumentedStatus), "an unknown status"),
        (json!({"request": {"method": "DELETE"}}), Verdict::Undocumented, Some(Kind::UndocumentedOperation), "an unknown operation"),
        (json!({"response": {"content": {"mimeType": "text/html"}}}), Verdict::Undocumented, Some(Kind::UndocumentedMediaType), "an unknown media type"),
        (json!({"request": {"url": "https://cdn.example.com/v1/cats"}}), oos(OutOfScope::OtherHost), None, "another host"),
        (json!({"request": {"url": "data:image/png;base64,AAAA"}}), oos(OutOfScope::OtherHost), None, "no server at all"),
        (json!({"request": {"url": "blob:https://api.example.com/v1/cats"}}), oos(OutOfScope::OtherHost), None, "the browser itself"),
        (json!({"request": {"url": "chrome-extension://api.example.com/v1/cats"}}), oos(OutOfScope::OtherHost), None, "what a browser adds"),
        (json!({"request": {"method": "OPTIONS", "headers": [{"name": "Access-Control-Request-Method", "value": "GET"}]}}), oos(OutOfScope::Preflight), None, "a preflight"),
        (json!({"request": {"url": "https://api.example.com/logo.png"}, "response": {"content": {"mimeType": "image/png"}}}), oos(OutOfScope::Asset), None, "an image"),
        (json!({"_resourceType": "script", "request": {"url": "https://api.example.com/app"}}), oos(OutOfScope::Asset), None, "a script, as the browser says"),
        (json!({"_resourceType": "other", "request": {"url": "https://api.example.com/favicon.ico"}, "response": {"content": {"mimeType": "image/x-icon"}}}), oos(OutOfScope::Asset), None, "an icon, of which the browser says nothing"),
        (json!({"_resourceType": "fetch", "request": {"url": "https://api.example.com/logo.png"}, "response": {"content": {"mimeType": "image/png"}}}), Verdict::Undocumented, Some(Kind::UndocumentedOperation), "an image that a script asked for"),
        (json!({"request": {"url": "https://api.example.com/", "headers": [{"name": "Sec-Fetch-Dest", "value": "document"}]}, "response": {"content": {"mimeType": "text/html"}}}), oos(OutOfScope::Asset), None, "a page, as the browser told the server"),
        (json!({"_resourceType": "script"}), Verdict::Valid, None, "a script that the document has"),
        (json!({"response": {"status": 304, "content": {"text": ""}}}), oos(OutOfScope::NotModified), None, "not modified"),
        (json!({"response": {"content": {"text": "REMOVED", "size": 1200}}}), oos(OutOfScope::BodyLeftOut), None, "a body left out"),
        (json!({"response": {"status": 204, "content": {"text": "REMOVED", "size": 0}}}), Verdict::Valid, None, "no body"),
        (json!({"response": {"status": 204, "content": "REMOVED"}}), Verdict::Valid, None, "nor can there be one"),
        (json!({"response": {"content": {"text": "REMOVED", "size": -1}}}), oos(OutOfScope::BodyLeftOut), None, "a body of unknown length, left out"),
        (json!({"response": {"content": {"text": "REMOVED", "size": "REMOVED"}}}), oos(OutOfScope::BodyLeftOut), None, "a body without a length, left out"),
        (json!({"response": {"content": {"text": "", "size": 0}, "headers": [{"name": "Content-Length", "value": "1200"}]}}), oos(OutOfScope::BodyLeftOut), None, "a length that the headers tell"),
        (json!({"response": {"content": {"text": "", "size": 0}}}), Verdict::Invalid, Some(Kind::Mismatch), "nothing is no JSON"),
        (json!({"response": {"content": {"text": "REMOVED", "size": 0}, "headers": [{"name": "Content-Length", "value": "0"}]}}), Verdict::Invalid, Some(Kind::Mismatch), "nor is it where the headers tell"),
        (json!({"response": {"content": {"text": "REMOVED", "size": 0}}}), Verdict::Valid, None, "what a cache had, perhaps"),
        (json!({"response": {"content": {"text": "", "size": 0, "mimeType": ""}}}), Verdict::Valid, None, "nothing, which is not said to be JSON"),
        (json!({"response": {"status": "200"}}), Verdict::Valid, None, "a status between quotes"),
        (json!({"response": {"status": 0}}), Verdict::RequestOnly, None, "broken off"),
        (json!({"response": {"status": null}}), Verdict::RequestOnly, None, "no status"),
        (json!({"response": null}), Verdict::RequestOnly, None, "no answer"),
        (json!({"response": {"status": 0}, "request": {"url": "https://api.example.com/v1/dogs"}}), oos(OutOfScope::NoResponse), None, "an operation that nobody answered"),
        (json!({"response": {"status": 101}}), oos(OutOfScope::Asset), None, "a socket at a path that the document has"),
        (json!({"request": {"method": "OPTIONS"}, "_resourceType": "preflight"}), oos(OutOfScope::Preflight), None, "a preflight, as the browser says"),
        (json!({"request": {"queryString": [{"name": "limit", "value": "ten"}]}}), Verdict::Valid, Some(Kind::Mismatch), "a query that is listed alone"),
        (json!({"request": {"url": "https://api.example.com/v1/cats?limit=10", "queryString": [{"name": "limit", "value": "ten"}]}}), Verdict::Valid, None, "and does not count beside that of the URL"),
        (json!({"request": {"cookies": [{"name": "sid", "value": "x"}]}}), Verdict::Valid, Some(Kind::Mismatch), "a cookie that is listed alone"),
        (json!({"request": {"cookies": [{"name": "sid", "value": "x"}], "headers": [{"name": "Cookie", "value": "sid=1"}]}}), Verdict::Valid, None, "and does not count beside the header"),
        (json!({"request": {"url": "https://api.example.com/v1/cats?tags=a%2Cb,c"}}), Verdict::Valid, None, "an encoded comma separates nothing"),
        (json!({"request": {"url": "https://api.example.com/v1/cats?tags=a%2Cb%2Cc"}}), Verdict::Valid, Some(Kind::Mismatch), "unless all of them are encoded"),
        (json!({"response": {"status": 101}, "request": {"url": "wss://api.example.com/v1/socket"}}), oos(OutOfScope::Asset), None, "a socket"),
        (json!({"request": {"url": "data:image/png;base64,AAAA"}}), oos(OutOfScope::OtherHost), None, "a picture within a page"),
        (json!({"request": {"url": "blob:https://api.example.com/v1/cats"}}), oos(OutOfScope::OtherHost), None, "what a page has made"),
        (json!({"request": {"url": "chrome-extension://api.example.com/v1/cats"}}), oos(OutOfScope::OtherHost), None, "what is no HTTP"),
    ];
    for (changes, verdict, kind, case) in cases {
        let log = file("scope.har", archive(&[entry(&changes)]));
        let report = judged(&log, &Options::default());
        assert_eq!(report.verdicts, BTreeMap::from([(verdict, 1)]), "{case}: {:#?}", report.findings);
        let shown = report.findings.iter().find(|finding| finding.count > 0);
        assert_eq!(shown.map(|finding| finding.kind), kind, "{case}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_form_may_be_listed_field_by_field() {
    let cases = [
        ("application/x-www-form-urlencoded", json!([{"name": "id", "value": "1"}]), None),
        ("application/x-www-form-urlencoded; charset=utf-8", json!([{"name": "id", "value": "x"}]), Some("`id`: expected `integer`, found `\"x\"`")),
        ("multipart/form-data; boundary=B", json!([{"name": "id", "value": "x"}]), Some("`id`: expected `integer`, found `\"x\"`")),
        ("multipart/form-data", json!([{"name": "id", "value": "1"}, {"name": "photo", "fileName": "a.png", "contentType": "image/png"}]), None),
        ("multipart/form-data", json!([{"name": "photo", "fileName": "a.png", "contentType": "image/png"}]), Some("`id` is required, but missing")),
        ("multipart/form-data", json!([{"name": "id", "value": "1"}, {"name": "more", "contentType": "application/json", "value": "[]"}]), Some("`more`: expected `object`, found `[]`")),
    ];
    let schema = "{type: object, required: [id], properties: {id: {type: integer}, photo: {type: string, format: binary}, more: {type: object}}}";
    let text = format!("openapi: 3.0.3\npaths: {{/v1/cats: {{post: {{requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: {schema}}}, multipart/form-data: {{schema: {schema}}}}}}}, responses: {{'204': {{description: Done.}}}}}}}}}}");
    let document = Document::parse("form.yaml", text).expect("the document is good");
    for (media_type, params, expected) in cases {
        let request = json!({"method": "POST", "postData": {"mimeType": media_type, "params": params}});
        let log = file("form.har", archive(&[entry(&json!({"request": request, "response": {"status": 204, "content": "REMOVED"}}))]));
        let entries = Entries::open([&log]).expect("the log is there");
        let report = Checker::new(&document, &Options::default()).check_entries(entries).expect("the log is good");
        let found = report.findings.first().map(|finding| finding.message.as_str());
        assert_eq!(found, expected, "{media_type}: {params}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn bytes_are_a_string_of_which_nothing_is_known() {
    let cases = [
        ("application/octet-stream", "{schema: {type: string, format: binary, minLength: 9}}", Verdict::Valid, None, "bytes are not counted"),
        ("image/png", "{schema: {}}", Verdict::Valid, None, "nothing is claimed"),
        ("application/pdf", "{schema: {type: object}}", Verdict::Unchecked, Some(Kind::Unchecked), "bytes as an object"),
        ("text/plain; charset=latin1", "{schema: {type: string, enum: [a]}}", Verdict::Unchecked, Some(Kind::Unchecked), "a text that is not read"),
        ("application/json", "{schema: {type: string}}", Verdict::Invalid, Some(Kind::Mismatch), "JSON is UTF-8"),
        ("image/png", "", Verdict::Undocumented, Some(Kind::UndocumentedMediaType), "bytes where none are documented"),
    ];
    for (media_type, media, verdict, kind, case) in cases {
        let content = if media.is_empty() { String::new() } else { format!(", content: {{'{media_type}': {media}}}") };
        let text = format!("openapi: 3.0.3\npaths: {{/v1/cats: {{get: {{responses: {{'200': {{description: It.{content}}}}}}}}}}}");
        let document = Document::parse("bytes.yaml", text).expect("the document is good");
        let body = json!({"mimeType": media_type, "text": "/w==", "encoding": "base64"});
        let log = file("bytes.har", archive(&[entry(&json!({"response": {"content": body}}))]));
        let entries = Entries::open([&log]).expect("the log is there");
        let report = Checker::new(&document, &Options::default()).check_entries(entries).expect("the log is good");
        assert_eq!(report.verdicts, BTreeMap::from([(verdict, 1)]), "{case}: {:#?}", report.findings);
        assert_eq!(report.findings.first().map(|finding| finding.kind), kind, "{case}");
    }
}

#[test]
fn a_request_body_that_was_left_out_is_not_missing() {
    let xml = json!({"mimeType": "application/xml", "text": "<cat/>"});
    let cases = [
        (
            json!({"bodySize": 0}),
            Some("the request body is required, but missing"),
        ),
        (json!({"bodySize": 20}), None),
        (
            json!({"postData": {"mimeType": "application/json", "text": "{\"id\": 1}"}}),
            None,
        ),
        (
            json!({"postData": {"mimeType": "application/json", "text": "{}"}}),
            Some("`id` is required, but missing"),
        ),
    ];
    for (request, expected) in cases {
        let mut changes = json!({"request": {"method": "POST"}, "response": {"content": xml}});
        merge(&mut changes["request"], &request);
        let log = file("posted.har", archive(&[entry(&changes)]));
        let report = judged(&log, &Options::default());
        assert_eq!(
            report.verdicts,
            BTreeMap::from([(Verdict::Unchecked, 1)]),
            "XML is not read"
        );
        let mut kinds = report
            .findings
            .iter()
            .filter(|finding| finding.kind == Kind::Mismatch);
        assert_eq!(
            kinds.next().map(|finding| finding.message.as_str()),
            expected,
            "{request}"
        );
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_no_log_is_refused_with_its_place() {
    let good = entry(&json!({})).to_string();
    let cases = [
        ("a.har", String::new(), "a.har:1:1: not an HTTP archive: expected `{`"),
        ("b.har", "{\"log\": {\n  \"entries\": [\n    ".to_owned() + &good, "b.har:3:", ),
        ("c.har", "{\"log\": {\"pages\": []}}".to_owned(), "c.har:1:22: not an HTTP archive: `entries` is missing"),
        ("d.har", format!("{{\"log\": {{\"entries\": [{good}\n,]}}}}"), "d.har:2:2: not an HTTP archive: expected an entry"),
        ("e.har", "{\"log\": {\"entries\": [\n  {\"request\": {}}]}}".to_owned(), "e.har:2:16: not an entry of an archive: missing field `method`"),
        ("f.ndjson", format!("{good}\n\n{{\"request\": 1}}\n"), "f.ndjson:3:13: not an entry of an archive: invalid type: integer, expected an object"),
        ("i.har", archive(&[entry(&json!({"request": {"url": "cats"}}))]), "`url` is no URL"),
        ("l.har", archive(&[entry(&json!({"request": {"headers": "Bearer s3cr3t"}}))]), "invalid type: string, expected a sequence"),
        ("j.har", archive(&[entry(&json!({"response": {"status": 20.5}}))]), "`status` is no HTTP status"),
    ];
    for (name, text, expected) in cases {
        let log = file(name, text);
        let error = Entries::open([&log]).expect("the file is there").map(|entry| entry?.read());
        let error = error.collect::<Result<Vec<_>, _>>().expect_err(expected).to_string();
        assert!(error.contains(expected) && error.contains("help: "), "{name}: {error}");
        assert!(!error.contains("s3cr3t"), "{name}: {error}");
    }
    let log = file("k.ndjson", [b"{\"a\": \"\xc3\xa9\xff\"}".as_slice()].concat());
    let error = Recording::load_all(&log).expect_err("no UTF-8").to_string();
    assert!(error.contains("k.ndjson:1:9: not an HTTP archive: not UTF-8"), "{error}");
}

#[test]
fn a_size_may_be_beyond_a_double() {
    let text = archive(&[entry(&json!({}))]).replace("\"size\":2", "\"size\":1e400");
    assert!(text.contains("1e400"));
    let report = judged(&file("size.har", text), &Options::default());
    assert_eq!(report.verdicts, BTreeMap::from([(Verdict::Valid, 1)]));
}

#[test]
fn a_log_with_faults_gives_no_report_but_all_its_faults() {
    let good = entry(&json!({})).to_string();
    let log = file("faults.ndjson", format!("{good}\n{{}}\n{good}\n[]\n"));
    let document = cats();
    let entries = Entries::open([&log]).expect("the log is there");
    let error = Checker::new(&document, &Options::default()).check_entries(entries);
    let error = error.expect_err("two lines are no entries").to_string();
    assert!(
        error.contains("faults.ndjson:2:") && error.contains("faults.ndjson:4:"),
        "{error}"
    );
}

/// Two hundred entries of all sorts.
fn mixture() -> Vec<Value> {
    let entries = (0..200).map(|number| {
        let name = if number % 3 == 0 {
            json!("Tom")
        } else {
            json!(number)
        };
        let body = json!([{"id": number, "name": name}, {"id": "x"}, {"age": number % 7}]);
        let method = if number % 11 == 0 { "PATCH" } else { "GET" };
        let url = format!(
            "https://api.example.com/v1/cats?limit={number}&page{}=1",
            number % 5
        );
        entry(&json!({
            "request": {"method": method, "url": url},
            "response": {"status": 200 + number % 13, "content": {"text": body.to_string()}},
        }))
    });
    entries.collect()
}

#[test]
fn a_body_that_comes_again_shows_what_it_showed() {
    const BROKEN: &str = "[}";
    let bodies = [
        "[]",
        r#"[{"id": "x"}, {"age": 1}]"#,
        r#"[{"id": 1, "name": 2}]"#,
        BROKEN,
        r#"[{"age": "1", "id": null}, {}, {}, {}]"#,
        r#"[{"id": 1, "age": true}]"#,
    ];
    let report = |threads, is_new: bool| {
        let lines = (0..90).map(|number| {
            let body = bodies[number * 7 % bodies.len()];
            // Blanks behind a value make another text of it, and move nothing.
            let blanks = if is_new && body != BROKEN { number } else { 0 };
            let text = body.to_owned() + &" ".repeat(blanks);
            entry(&json!({"response": {"content": {"text": text}}})).to_string()
        });
        let log = file("again.ndjson", lines.collect::<Vec<_>>().join("\n"));
        let mut options = Options::default();
        options.threads = NonZero::new(threads);
        judged(&log, &options)
    };
    let judged = report(1, true);
    assert!(judged.findings.len() > 5, "{:#?}", judged.findings);
    for threads in [1, 2, 7] {
        assert_eq!(report(threads, false), judged, "{threads} threads");
    }
}

#[test]
fn neither_threads_nor_the_container_make_a_difference() {
    let entries = mixture();
    let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
    let archived = file("same.har", archive(&entries));
    let pretty = json!({"log": {"entries": entries}});
    let pretty = serde_json::to_string_pretty(&pretty).expect("JSON");
    let pretty = file("pretty.json", format!("\u{feff}{pretty}\n"));
    let other = file("same.ndjson", lines.join("\r\n"));
    let run = |path: &PathBuf, threads| {
        let mut options = Options::default();
        options.threads = NonZero::new(threads);
        told(path, &options)
    };
    let alone = run(&archived, 1);
    let count = alone.0.findings.len();
    assert!(count > 20, "{count} findings");
    for threads in [2, 5] {
        assert_eq!(run(&archived, threads), alone, "{threads} threads");
    }
    let verdicts = |(report, told): &(Report, Vec<Exchange>)| {
        let verdicts: Vec<_> = told
            .iter()
            .map(|exchange| (exchange.verdict, exchange.findings.clone()))
            .collect();
        let findings = report.findings.iter();
        let findings: Vec<_> = findings
            .map(|finding| (finding.id.clone(), finding.count, finding.message.clone()))
            .collect();
        (verdicts, findings)
    };
    assert_eq!(verdicts(&run(&other, 2)), verdicts(&alone));
    assert_eq!(verdicts(&run(&pretty, 2)), verdicts(&alone));
    let recordings = Recording::load_all(&archived).expect("the log is good");
    let held = check_with(&cats(), &recordings, &Options::default());
    assert_eq!(held, alone.0);
}

#[test]
fn whoever_cannot_take_an_exchange_ends_the_check() {
    let entries: Vec<Value> = (0..50).flat_map(|_| mixture()).collect();
    let log = file("taken.har", archive(&entries));
    let document = cats();
    let entries = Entries::open([&log]).expect("the log is there");
    let mut taken = 0;
    let outcome = Checker::new(&document, &Options::default()).check_each(&[], entries, |_| {
        taken += 1;
        if taken < 3 {
            return Ok(());
        }
        Err(Diagnostic::new("disk", "full").into())
    });
    let error = outcome.expect_err("the third exchange is not taken");
    assert_eq!((taken, error.to_string().as_str()), (3, "disk: full"));
}

#[test]
fn a_place_in_a_log_is_a_place_in_its_file() {
    let body = "{\n  \"id\": 7,\n  \"name\": \"Tom \\\"é\\\"\"\n}";
    let changes = json!({"response": {"content": {"text": format!("[{body}, {body}]")}}});
    let text = serde_json::to_string_pretty(&json!({"log": {"entries": [entry(&changes)]}}));
    let log = file("places.har", text.expect("JSON"));
    let spec = CATS.replace("name: {type: string}", "name: {type: boolean}");
    let document = Document::parse("cats.yaml", spec).expect("the document is good");
    let entries = Entries::open([&log]).expect("the log is there");
    let report = Checker::new(&document, &Options::default()).check_entries(entries);
    let report = report.expect("the log is good");
    let mut findings = report.findings.iter();
    let finding = findings.find(|finding| finding.kind == Kind::Mismatch);
    let place = &finding.expect("a contradiction").examples[1];
    assert_eq!(place.pointer.as_str(), "/1/name");
    assert_eq!(place.line, r#"\"name\": \"Tom \\\"é\\\"\""#);
    let written = fs::read_to_string(&log).expect("the log is there");
    let line = written
        .lines()
        .nth(place.position.line - 1)
        .expect("the line is there");
    let rest: String = line.chars().skip(place.position.column - 1).collect();
    assert!(rest.starts_with(&place.line), "{rest}");
    assert!(!line[..line.len() - rest.len()].is_empty());
}

#[test]
fn one_missing_operation_is_missing_once() {
    let paths = [
        "dogs/1",
        "dogs/2",
        "dogs/9f1c2b3a-0d4e-4f5a-8b6c-7d8e9fa0b1c2",
        "dogs/me",
        "birds/1",
    ];
    let entries = paths.map(|path| {
        entry(&json!({"request": {"url": format!("https://api.example.com/v1/{path}")}}))
    });
    let report = judged(&file("once.har", archive(&entries)), &Options::default());
    let missing = report
        .findings
        .iter()
        .filter(|finding| finding.kind == Kind::UndocumentedOperation);
    let mut counts: Vec<usize> = missing.map(|finding| finding.count).collect();
    counts.sort_unstable();
    assert_eq!(counts, [1, 1, 3]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Neither a panic nor a report of half a file: what is damaged is read or refused.
    #[test]
    fn a_damaged_log_is_read_or_refused(
        shape in 0..3_usize,
        damage in prop::collection::vec((0..4_000_usize, 0..3_usize, any::<u8>()), 1..6),
    ) {
        let entries = mixture();
        let (name, mut bytes) = match shape {
            0 => ("damaged.har", archive(&entries[..6]).into_bytes()),
            1 => ("damaged.ndjson", lines(&entries[..6]).into_bytes()),
            _ => ("damaged.yaml", RECORDED.as_bytes().to_vec()),
        };
        for (at, act, byte) in damage {
            let at = at % bytes.len().max(1);
            match act {
                0 => bytes.insert(at, byte),
                1 => bytes.truncate(at),
                _ => drop(bytes.drain(at..bytes.len().min(at + usize::from(byte)))),
            }
        }
        let log = file(name, bytes);
        let document = cats();
        let entries = Entries::open([&log]).expect("the log is there");
        let outcome = Checker::new(&document, &Options::default()).check_entries(entries);
        if let Err(error) = outcome {
            prop_assert!(error.to_string().contains(name), "{}", error);
        }
    }
}

fn lines(entries: &[Value]) -> String {
    let lines: Vec<String> = entries.iter().map(Value::to_string).collect();
    lines.join("\n")
}

const RECORDED: &str = "recorded: {source: live, reference: us}
when: {method: GET, path: /v1/cats}
then:
  status: 200
  header: [{name: content-type, value: application/json}]
  body: |-
    [{\"id\": 1}]
";
