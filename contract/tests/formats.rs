//! Reports for machines hold to their schemas, and findings that are accepted stay accepted.

use std::{
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

use bindery_contract::{
    Accepted, Baseline, Checker, Document, Entries, Ignore, Kind, Options, Recording, Report,
    Request, Response, Selection, Severity, check,
    render::{self, Lines},
};
use serde_json::Value;

const CATS: &str = "openapi: 3.0.3
servers: [{url: https://api.example.com}]
paths:
  /cats:
    get:
      operationId: listCats
      responses:
        '200':
          description: Cats.
          content:
            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Cat'}}}
  /dogs:
    get:
      responses:
        '200': {description: A dog., content: {application/xml: {}}}
  /birds:
    get:
      responses: {default: {description: A bird.}}
components:
  schemas:
    Cat:
      type: object
      properties:
        na/me: {type: string}
        tag: {type: string, pattern: '('}
";

const IGNORE: &str = "ignore:
  - kind: undocumented
    pointer: /paths
    reason: on its way out
  - id: 0000000000000000
    reason: it was one once
";

fn document() -> Document {
    Document::parse("./specs/my cats.yaml", CATS).expect("the document is good")
}

/// A report with findings of every kind there is, and its lines for exchanges.
fn report() -> (Report, Vec<u8>) {
    let document = document();
    let answer = |path: &str, status: u16, kind: &str, body: &str| {
        let mut response = Response::new(status).json(body);
        response.headers = vec![("content-type".to_owned(), kind.to_owned())];
        Recording::invented(
            path,
            Request::new("GET", path).query("q", "1"),
            Some(response),
        )
    };
    let json = "application/json";
    let recordings = [
        answer(
            "/cats",
            200,
            json,
            "[{\"na/me\": null, \"age\": 7}, {\"na/me\": 1}]",
        ),
        answer("/cats", 404, json, "{}"),
        answer("/cats", 200, "text/html", "<p>"),
        answer("/dogs", 200, "application/xml", "<dog/>"),
        answer("/fish", 200, json, "{}"),
        Recording::invented("/cats", Request::new("GET", "/cats"), None),
    ];
    let entries = recordings.map(|recording| Ok(recording.into()));
    let checker = Checker::new(&document, &Options::default());
    let mut lines = Lines::new(Vec::new());
    let report = checker.check_each(&[], entries, |exchange| {
        lines.add(exchange).expect("memory takes a line");
        Ok(())
    });
    let report = report.expect("nothing is read that could fail");
    (report, lines.into_inner())
}

fn full() -> Vec<Report> {
    let mut reports = vec![report().0];
    let ignore = Ignore::parse("cats.ignore.yaml", IGNORE).expect("the entries are good");
    ignore.apply(&mut reports);
    let stale = ignore.stale(&reports);
    reports[0].findings.extend(stale);
    reports
}

#[track_caller]
fn holds_to(schema: &str, text: &str) -> Value {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is one");
    let value: Value = serde_json::from_str(text).expect("the report is JSON");
    let faults: Vec<String> = validator
        .iter_errors(&value)
        .map(|fault| format!("{} at {}", fault, fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    value
}

#[test]
fn every_kind_of_finding_is_in_the_example() {
    let kinds: Vec<Kind> = full()[0]
        .findings
        .iter()
        .map(|finding| finding.kind)
        .collect();
    for kind in Kind::ALL {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
}

#[test]
fn a_report_as_json_holds_to_its_schema() {
    let json = |reports: &[Report], lines: &[u8]| {
        let mut text = Vec::new();
        render::json(reports, lines, &mut text).expect("memory takes a report");
        String::from_utf8(text).expect("JSON is UTF-8")
    };
    holds_to(render::SCHEMA, &json(&[], &[]));
    let report = holds_to(render::SCHEMA, &json(&full(), &report().1));
    let words = report["exchanges"].as_array().expect("a list").iter();
    let words: Vec<&str> = words.filter_map(|row| row["verdict"].as_str()).collect();
    let expected = [
        "invalid",
        "undocumented",
        "undocumented",
        "valid",
        "undocumented",
        "out-of-scope",
    ];
    assert_eq!(words, expected, "in the order of the input");
    assert_eq!(report["exchanges"][0]["operation"], "GET /cats");
    assert_eq!(report["exchanges"][4]["operation"], Value::Null);
    assert_eq!(report["exchanges"][5]["reason"], "no-response");
    assert_eq!(report["summary"]["ignored"], 1);

    let mut findings = report["findings"].as_array().expect("a list").iter();
    let mismatch = findings
        .find(|row| row["kind"] == "mismatch")
        .expect("a contradiction");
    assert_eq!(mismatch["document"]["line"], 24);
    assert_eq!(
        mismatch["document"]["pointer"],
        "/components/schemas/Cat/properties/na~1me/type"
    );
    assert_eq!(mismatch["recording"]["path"], "$[0]['na/me']");
    assert_eq!(mismatch["count"], 2);
    let shown = report["exchanges"][0]["findings"]
        .as_array()
        .expect("a list");
    assert!(shown.contains(&mismatch["id"]));
}

#[test]
fn a_report_as_sarif_holds_to_its_schema_and_shows_both_regions() {
    // As it stands, one bracket too many in the pattern of languages is no regular expression.
    let schema = include_str!("data/sarif-2.1.0.schema.json").replace("{2}]?$", "{2}$");
    let schema = schema.as_str();
    holds_to(schema, &render::sarif(&[]));
    let log = holds_to(schema, &render::sarif(&full()));
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let of = |rule: &str| {
        let mut results = results.iter();
        results
            .find(|result| result["ruleId"] == rule)
            .expect("a result")
    };
    let mismatch = of("mismatch");
    let physical = &mismatch["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "specs/my%20cats.yaml");
    assert_eq!(
        physical["region"],
        serde_json::json!({"startLine": 24, "startColumn": 17, "endColumn": 29})
    );
    let related = &mismatch["relatedLocations"][0]["physicalLocation"];
    assert_eq!(related["region"]["startColumn"], 3);
    assert_eq!(mismatch["level"], "error");
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    for result in results {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    assert_eq!(
        of("undocumented-operation")["suppressions"][0]["justification"],
        "on its way out"
    );
}

#[test]
fn a_workflow_command_ends_where_it_should() {
    let mut reports = full();
    let text = render::github(&reports);
    assert_eq!(text.lines().count(), reports[0].open().count());
    let first = text
        .lines()
        .find(|line| line.contains("title=mismatch"))
        .expect("a contradiction");
    let expected = "::error file=specs/my cats.yaml,line=24,col=17,title=mismatch::`na/me`: expected `string`, found `null`%0A";
    assert!(first.starts_with(expected), "{first}");
    reports[0].findings[1].message = "100 % of\r\nit".to_owned();
    reports[0].findings[1].document.file = "a:b,c.yaml".to_owned();
    let text = render::github(&reports);
    assert!(
        text.contains("file=a%3Ab%2Cc.yaml,") && text.contains("::100 %25 of\\r\\nit%0A"),
        "{text}"
    );
}

#[test]
fn a_baseline_accepts_what_it_has_and_nothing_else() {
    let (documents, before) = ([document()], [report().0]);
    let baseline = Baseline::of(&documents, &before);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("baseline.json");
    std::fs::write(&path, baseline.to_json()).expect("the baseline is written");
    let read = Baseline::load(&path).expect("the baseline is good");
    assert_eq!(read, baseline);

    let mut same = [report().0];
    assert_eq!(read.apply(&documents, &mut same), 0);
    assert_eq!(same[0].open().count(), 0);

    // Other recordings, and lines moved: what was found stays known, and what is new is open.
    let moved = CATS.replacen("paths:", "info: {title: Cats}\npaths:", 1);
    let document = Document::parse("elsewhere/my cats.yaml", moved).expect("the document is good");
    let response = Response::new(200).json("[{\"na/me\": 8, \"age\": 1, \"lives\": 9}]");
    let recording = Recording::invented("x", Request::new("GET", "/cats"), Some(response));
    let mut later = [check(&document, &[recording])];
    let gone = read.apply([&document], &mut later);
    assert!(gone > 0, "the other findings are gone");
    let open: Vec<&str> = later[0]
        .open()
        .filter(|finding| finding.kind != Kind::Unwitnessed)
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(open, ["no schema declares the response's property `lives`"]);
}

/// What is seen first becomes the baseline; then more is seen.
#[test]
#[rustfmt::skip] // One case, one line.
fn a_baseline_has_only_what_contradicted_when_it_was_written() {
    let cases = [
        ("type: string", "[null]", "[null, null]", None, "no more than before"),
        ("type: string", "[null]", "[1]", Some("`integer`"), "another type"),
        ("type: string", "[null, 1]", "[null, 1]", None, "several types"),
        ("type: string, enum: [cat]", r#"["dog"]"#, r#"["elephant"]"#, Some("1 value"), "another value"),
        ("type: string, enum: [cat]", r#"["dog"]"#, r#"["elephant", "cow"]"#, Some("2 values"), "other values"),
        ("enum: [cat]", r#"["dog"]"#, "[null]", Some("`null`"), "another type in an enum"),
        ("type: integer, maximum: 3", "[4]", "[5, 70]", None, "past a bound is past it"),
        ("type: string, format: date", r#"["soon"]"#, r#"["later"]"#, None, "no date is no date"),
        ("type: object, required: [a]", "[{}]", r#"[{"b": 1}]"#, None, "missing is missing"),
        ("type: object, additionalProperties: false, properties: {a: {}}", r#"[{"x": 1}]"#, r#"[{"x": 2, "a": 1}]"#, None, "a forbidden name"),
        ("type: object, additionalProperties: false, properties: {a: {}}", r#"[{"x": 1}]"#, r#"[{"y": 1, "a": 1}]"#, Some("1 name"), "another forbidden name"),
        ("oneOf: [{type: string}, {type: boolean}]", "[1]", "[[]]", Some("`array`"), "another type that fits no branch"),
    ];
    for (schema, before, after, new, case) in cases {
        let text = CATS.replace("{type: string, pattern: '('}", "{}").replace("{$ref: '#/components/schemas/Cat'}", &format!("{{{schema}}}"));
        let document = Document::parse("cats.yaml", text).expect("the document is good");
        let seen = |bodies: &[&str]| {
            let answers = bodies.iter().map(|body| Some(Response::new(200).json(*body)));
            let recordings: Vec<_> = answers.map(|answer| Recording::invented("x", Request::new("GET", "/cats"), answer)).collect();
            [check(&document, &recordings)]
        };
        let baseline = Baseline::of([&document], &seen(&[before]));
        for word in [r#""dog""#, "elephant", "soon", r#""x""#] {
            assert!(!baseline.to_json().contains(word), "{case}: {}", baseline.to_json());
        }
        let mut later = seen(&[before, after]);
        assert!(later[0].count(Severity::Error) > 0, "{case}: nothing contradicts");
        baseline.apply([&document], &mut later);
        let open: Vec<_> = later[0].open().map(|finding| finding.message.split_once("; new since the baseline: ").map(|(_, new)| new)).collect();
        assert_eq!(open, Vec::from_iter(new.map(Some)), "{case}");
        let earlier = std::mem::take(&mut later[0].findings).into_iter().map(|finding| format!("\"{}\": \"as it was\"", finding.id));
        let earlier = format!("{{\"findings\": {{{}}}}}", earlier.collect::<Vec<_>>().join(", "));
        let mut later = seen(&[before, after]);
        read_baseline(&earlier).expect("an old baseline").apply([&document], &mut later);
        assert_eq!(later[0].open().count(), 0, "{case}: an old baseline accepts whatever comes");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_no_baseline_is_refused_with_the_reason() {
    let cases = [
        ("", "the file is empty"),
        ("{}", "not a baseline: it has no `findings`"),
        ("{\"summary\": {}, \"findings\": [1]}", "not a baseline: its `findings` are not a mapping"),
        ("{\"findings\": {\"a\": 1}}", "not a baseline: a finding without `says` and `seen`"),
    ];
    for (text, expected) in cases {
        let error = read_baseline(text).expect_err(expected).to_string();
        assert!(error.contains(expected) && !error.contains("openapi"), "{text}: {error}");
    }
}

fn read_baseline(text: &str) -> Result<Baseline, bindery_contract::Error> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("read-baseline-{number}.json"));
    std::fs::write(&path, text).expect("the baseline is written");
    Baseline::load(&path)
}

#[test]
fn an_ignore_entry_that_fits_nothing_is_a_finding_with_its_place() {
    let reports = full();
    let findings = &reports[0].findings;
    let fits = findings.iter().filter(|finding| finding.accepted.is_some());
    let reason = "on its way out".to_owned();
    let fits: Vec<_> = fits
        .map(|finding| (finding.kind, finding.accepted.clone()))
        .collect();
    let ignored = Some(Accepted::Ignored { reason });
    assert_eq!(fits, [(Kind::UndocumentedOperation, ignored)]);
    let stale = findings
        .iter()
        .find(|finding| finding.kind == Kind::StaleIgnore);
    let stale = stale.expect("an entry fits nothing");
    assert_eq!(stale.document.to_string(), "cats.ignore.yaml:5:5");
    assert_eq!(stale.message, "no finding is `0000000000000000`");
    assert_eq!(stale.severity, Severity::Warning);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_no_ignore_entry_is_refused_with_its_place() {
    let cases = [
        ("ignored: []", "x.yaml:1:1: no list `ignore`"),
        ("ignore: [1]", "x.yaml:1:10: an entry that is not a mapping"),
        ("ignore:\n  - id: abc", "x.yaml:2:5: `reason` is missing"),
        ("ignore:\n  - id: abc\n    reason: ' '", "x.yaml:3:5: `reason` is empty"),
        ("ignore:\n  - id: abc\n    reason: 1", "x.yaml:3:5: `reason` is not a text"),
        ("ignore:\n  - reason: so", "x.yaml:2:5: an entry that ignores everything"),
        ("ignore:\n  - {kind: mess, reason: so}", "x.yaml:2:6: unknown kind `mess`"),
        ("ignore:\n  - {file: x, reason: so}", "x.yaml:2:6: unknown key `file`"),
    ];
    for (text, expected) in cases {
        let error = Ignore::parse("x.yaml", text).expect_err(expected).to_string();
        assert!(error.contains(expected) && error.contains("help: "), "{text}: {error}");
    }
}

#[test]
fn what_cannot_be_checked_is_as_grave_as_asked() {
    let document = Document::parse("cats.yaml", CATS).expect("the document is good");
    for (deny, severity) in [(false, Severity::Warning), (true, Severity::Error)] {
        let mut options = Options::default();
        options.deny_unchecked = deny;
        let nothing = Entries::open::<&str>([]).expect("nothing to open");
        let report = Checker::new(&document, &options).check_entries(nothing);
        let report = report.expect("nothing to read");
        let mut unchecked = report
            .findings
            .iter()
            .filter(|finding| finding.kind == Kind::Unchecked);
        assert_eq!(
            unchecked.next().map(|finding| finding.severity),
            Some(severity)
        );
        assert_eq!(report.count(Severity::Error), usize::from(deny));
    }
}

#[test]
fn what_cannot_be_checked_is_reported_where_an_operation_that_is_asked_for_uses_it() {
    let document = document();
    let faults = |operation: &str| {
        let operations = vec![operation.to_owned()];
        let selection = Selection {
            operations,
            ..Selection::default()
        };
        let checkers = vec![Checker::new(&document, &Options::default())];
        let checkers = selection.apply(checkers).expect("there is one");
        let report = checkers[0].check(&[]);
        let faults = report.findings.iter();
        faults
            .filter(|finding| finding.kind == Kind::Unchecked)
            .count()
    };
    assert_eq!(faults("GET /cats"), 1, "its items have a faulty pattern");
    assert_eq!(faults("GET /birds"), 0);
}

/// Names and values of a recording cannot steer the terminal that shows them.
#[test]
fn no_name_that_was_recorded_steers_a_terminal_or_a_log() {
    let name = "\u{1b}[31mred\u{202e}\nnote: all is well\r";
    let body = serde_json::json!([{ name: 1, "na/me": 7, "tag": name }]).to_string();
    let response = Response::new(200).json(body);
    let recording = Recording::invented(name, Request::new("GET", "/cats"), Some(response));
    let reports = [check(&document(), &[recording])];
    for text in [
        render::reports(&reports, render::Style::default()),
        render::github(&reports),
    ] {
        let steers = |sign: char| sign != '\n' && (sign.is_control() || sign == '\u{202e}');
        assert!(!text.contains(steers), "{text:?}");
        let lines = text.lines();
        let begins = lines.filter(|line| line.starts_with("note: all")).count();
        assert_eq!(begins, 0, "{text}");
        assert!(
            text.contains("`\\u{1b}[31mred\\u{202e}\\nnote: all is well\\r`"),
            "{text}"
        );
    }
}
