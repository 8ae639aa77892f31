//! The page is well-formed, loads nothing, escapes all it is told, and says what the report says.

#[path = "html/page.rs"]
mod page;

use std::{fs, path::Path};

use bindery_contract::{
    Baseline, Document, Ignore, Recording, Report, Request, Response, Severity, Source, check,
    coverage::{Basis, Coverage, Settings, coverage},
    render::{self, Chapter},
};

use self::page::{Element, Page};

/// A document, what was recorded, and both halves of what is known of them.
struct Case {
    document: Document,
    report: Report,
    coverage: Coverage,
}

impl Case {
    fn new(document: Document, recordings: &[Recording]) -> Self {
        Self {
            report: check(&document, recordings),
            coverage: coverage(&document, recordings, &Settings::default()),
            document,
        }
    }

    fn chapter(&self) -> Chapter<'_> {
        Chapter {
            document: &self.document,
            report: &self.report,
            coverage: &self.coverage,
        }
    }

    #[track_caller]
    fn page(&self) -> Page {
        Page::read(&render::html(&[self.chapter()]))
    }
}

const CATS: &str = r#"openapi: 3.0.3
info: {title: TITLE, version: '1'}
paths:
  /cats:
    get:
      operationId: listCats
      parameters: [{name: limit, in: query, schema: {type: integer, maximum: 9}}]
      responses:
        '200':
          description: Cats.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Cat'}}
  /cats/{cat}:
    get:
      x-evidence: documented
      parameters: [{name: cat, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: A cat.}}
components:
  schemas:
    Cat:
      type: object
      required: [name]
      properties:
        name: {type: string}
        kind: {type: string, enum: [tabby, "<b>bold</b>"]}
        age: {type: integer, nullable: true}
"#;

/// What would run or load something, if it were taken for markup.
const HOSTILE: &str = "<script>alert(1)</script><img src=\"http://x.example/\" onerror='x'>&amp;`";

fn cats(title: &str) -> Document {
    let title = serde_json::to_string(title).expect("a text is JSON");
    Document::parse("specs/cats.yaml", CATS.replace("TITLE", &title)).expect("a document")
}

fn answered(path: &str, status: u16, body: &str) -> Recording {
    let response = Response::new(status).json(body);
    Recording::invented("made.yaml", Request::new("GET", path), Some(response))
}

fn contradicted() -> Vec<Recording> {
    let text = serde_json::to_string(HOSTILE).expect("a text is JSON");
    let cats = format!(r#"[{{"name": {text}, "kind": {text}, "age": {text}, {text}: 1}}]"#);
    let mut refused = answered("/cats", 200, "[]");
    refused.request = refused.request.query("limit", "10").query(HOSTILE, "1");
    HOSTILE.clone_into(&mut refused.name);
    vec![
        answered("/cats", 200, &cats),
        answered("/cats", 404, "{}"),
        answered(&format!("/{HOSTILE}"), 200, "{}"),
        refused,
    ]
}

/// A document with as many operations.
fn many(operations: usize) -> Document {
    let paths: Vec<String> = (0..operations)
        .map(|index| {
            format!("  /p{index}: {{get: {{responses: {{'200': {{description: It.}}}}}}}}\n")
        })
        .collect();
    let text = format!("openapi: 3.0.3\npaths:\n{}", paths.concat());
    Document::parse("many.yaml", text).expect("a document")
}

/// A document of two files, of which the second is contradicted.
fn several_files() -> Case {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("html");
    fs::create_dir_all(&folder).expect("a folder");
    let main = CATS.replace("#/components/schemas/Cat", "cat.yaml#/Cat");
    fs::write(folder.join("cats.yaml"), main).expect("the document is written");
    let cat = "Cat:\n  type: object\n  properties:\n    name: {type: integer}\n";
    fs::write(folder.join("cat.yaml"), cat).expect("the schema is written");
    let document = Document::load(folder.join("cats.yaml")).expect("a document");
    Case::new(document, &[answered("/cats", 200, r#"[{"name": "Tom"}]"#)])
}

/// What is found, with an ignored finding, one of the baseline, and an entry for nothing.
fn accepted() -> Case {
    let mut case = Case::new(cats("Cats"), &contradicted());
    let text = "ignore:\n  - {kind: undocumented-operation, pointer: /paths, reason: \"<i>later\"}\n  - {id: '0', reason: once}\n";
    let ignore = Ignore::parse("cats.ignore.yaml", text).expect("the entries are good");
    let reports = std::slice::from_mut(&mut case.report);
    ignore.apply(reports);
    let stale = ignore.stale(reports);
    let known = Report {
        findings: vec![reports[0].findings[0].clone()],
        ..Report::default()
    };
    Baseline::of([&case.document], &[known]).apply([&case.document], reports);
    case.report.findings.extend(stale);
    case
}

fn cases() -> Vec<(&'static str, Case)> {
    vec![
        ("nothing recorded", Case::new(cats("Cats"), &[])),
        (
            "nothing contradicted",
            Case::new(cats("Cats"), &[answered("/cats", 200, "[]")]),
        ),
        (
            "hostile in all places",
            Case::new(cats(HOSTILE), &contradicted()),
        ),
        ("many operations", Case::new(many(40), &[])),
        ("no operations", Case::new(many(0), &[])),
        ("several files", several_files()),
        ("accepted", accepted()),
    ]
}

#[test]
fn a_page_is_well_formed_and_loads_nothing() {
    let cases = cases();
    let all: Vec<Chapter<'_>> = cases.iter().map(|(_, case)| case.chapter()).collect();
    let mut pages: Vec<String> = all.iter().map(|one| render::html(&[*one])).collect();
    pages.push(render::html(&all[2..5]));
    // Several documents of one name, with the same findings.
    pages.push(render::html(&all));
    pages.push(render::html(&[]));
    for text in pages {
        let page = Page::read(&text);
        page.is_inert();
        let style = page.all("style").next().expect("a style").text.as_str();
        for load in ["url(", "@import", "http"] {
            assert!(!style.contains(load), "the style loads by {load}");
        }
    }
}

#[test]
fn what_documents_and_recordings_say_is_text() {
    let page = Case::new(cats(HOSTILE), &contradicted()).page();
    // Between backticks a message is code, and the backtick itself is taken out.
    let said = HOSTILE.trim_end_matches('`');
    for (place, name) in [
        ("title", "title"),
        ("h2", "title"),
        ("p", "message"),
        ("figcaption", "file"),
    ] {
        let mut shown = page.all(place);
        assert!(
            shown.any(|element| element.text.contains(said)),
            "{name} in {place}"
        );
    }
    let chip = page
        .all("span")
        .any(|element| element.text.contains("<b>bold</b>"));
    assert!(chip, "a value of an enum");
}

#[test]
fn each_finding_stands_beside_the_line_that_is_meant() {
    for (name, case) in cases() {
        let page = case.page();
        for finding in &case.report.findings {
            let id = format!("finding-0-{}", finding.id);
            let card = page.by_id(&id).unwrap_or_else(|| panic!("{name}: {id}"));
            let within = |class: &str| {
                page.within(card)
                    .filter(|element| element.has(class))
                    .collect::<Vec<&Element>>()
            };
            let message: String = within("message")
                .iter()
                .map(|element| element.text.as_str())
                .collect();
            assert_eq!(message, finding.message.replace('`', ""), "{name}");
            let place = &finding.document;
            let claimed = format!("{}{}\n", place.position.line, place.line);
            let meant: Vec<&str> = within("meant")
                .iter()
                .map(|line| line.text.as_str())
                .collect();
            assert_eq!(meant.last(), Some(&claimed.as_str()), "{name}");
            assert_eq!(meant.len(), finding.examples.len() + 1, "{name}");
            let whole =
                fs::read_to_string(&place.file).unwrap_or_else(|_| case.document.text().to_owned());
            if place.file != "cats.ignore.yaml" {
                let count = whole.lines().count();
                let around =
                    (place.position.line + 3).min(count) - place.position.line.saturating_sub(4);
                assert_eq!(
                    within("line").len(),
                    around + finding.examples.len(),
                    "{name}: lines around"
                );
            }
        }
    }
}

#[test]
fn totals_are_those_of_the_report() {
    for (name, case) in cases() {
        let page = case.page();
        let Case {
            report, coverage, ..
        } = &case;
        let accepted = report
            .findings
            .iter()
            .filter(|finding| finding.accepted.is_some())
            .count();
        let mut expected = vec![
            format!("{} of {}", report.witnessed(), report.operations.len()),
            format!("{} of {}", coverage.witnessed(), coverage.claims.len()),
            report.count(Severity::Error).to_string(),
            report.count(Severity::Warning).to_string(),
            report.count(Severity::Note).to_string(),
        ];
        expected.extend((accepted > 0).then(|| accepted.to_string()));
        let shown: Vec<&str> = page.all("dd").map(|value| value.text.as_str()).collect();
        assert_eq!(shown, expected, "{name}");
        let chips = |basis: Basis| {
            let chips = page
                .all("span")
                .filter(|span| span.has("chip") && span.has(basis.id()));
            // One of them is in the legend.
            chips.count() - usize::from(coverage.resting_on(basis) > 0)
        };
        for basis in Basis::ALL {
            assert_eq!(
                chips(basis),
                coverage.resting_on(basis),
                "{name}: {}",
                basis.id()
            );
        }
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_page_says_first_what_it_rests_on() {
    let (live, printed, made) = (Source::Live, Source::Documentation, Source::Invented);
    let cases: [(&[Source], &str); 6] = [
        (&[], "There are no recordings of its operations, so nothing is witnessed."),
        (&[printed, printed], "Recordings: 2 printed in the provider's documentation. None is live: all evidence is documentation, which shows what the provider says, not what it does."),
        (&[live], "Recordings: 1 captured from live traffic."),
        (&[printed, live], "Recordings: 1 captured from live traffic, 1 printed in the provider's documentation."),
        (&[made], "Recordings: 1 made up in code. None is live, so none shows what the provider does."),
        (&[made, printed], "Recordings: 1 printed in the provider's documentation, 1 made up in code. None is live, so none shows what the provider does."),
    ];
    for (sources, expected) in cases {
        let recordings = sources.iter().map(|source| {
            let mut recording = answered("/cats", 200, "[]");
            recording.recorded.source = *source;
            recording
        });
        let page = Case::new(cats("Cats"), &recordings.collect::<Vec<_>>()).page();
        let note = page.all("p").find(|element| element.has("note")).expect("a note");
        assert_eq!(note.text, expected);
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_verdict_is_no_better_than_what_was_recorded() {
    let cases = [
        (vec![], "fair", "Nothing was recorded that could contradict this document."),
        (vec![answered("/cats", 200, "[]")], "good", "No recording contradicts this document."),
        (vec![answered("/cats", 404, "{}")], "fair", "No recording contradicts this document, but there is one thing it does not describe, or that could not be checked."),
        (vec![answered("/cats", 200, "{}")], "bad", "Recordings contradict this document in 1 place."),
    ];
    for (recordings, class, expected) in cases {
        let page = Case::new(cats("Cats"), &recordings).page();
        let verdict = page.all("p").find(|element| element.has("verdict")).expect("a verdict");
        assert_eq!((verdict.text.as_str(), verdict.has(class)), (expected, true));
    }
}

#[test]
fn each_place_of_a_tree_has_the_colour_of_its_evidence() {
    let cases = [
        ("name", "sample", "string, line 25", "◐ present"),
        (
            "kind",
            "sample",
            "string, line 26",
            "◐ present ✕ left out ◐ tabby ✕ <b>bold</b>",
        ),
        (
            "age",
            "nothing",
            "integer, line 27",
            "✕ present ◐ left out ✕ null ✕ not null",
        ),
        ("limit (query)", "nothing", "line 7", "✕ sent"),
        ("cat (path)", "statement", "line 17", "○ sent"),
    ];
    let mut recording = answered("/cats", 200, r#"[{"name": "Tom", "kind": "tabby"}]"#);
    recording.recorded.source = Source::Documentation;
    let page = Case::new(cats("Cats"), &[recording]).page();
    for (name, colour, kind, chips) in cases {
        let is_name = |element: &&Element| element.has("name") && element.text == name;
        let at = page
            .all("span")
            .find(is_name)
            .unwrap_or_else(|| panic!("no `{name}`"));
        assert!(at.has(colour), "{name}: {:?}", at.attributes);
        let entry = page.parent(at).expect("an entry of a list");
        assert_eq!(entry.text, format!("{name} {kind} {chips}"));
    }
}

#[test]
fn many_operations_are_closed_until_somebody_opens_them() {
    for (operations, open) in [(29, true), (30, false), (400, false)] {
        let page = Case::new(many(operations), &[]).page();
        let groups = page.all("details").filter(|element| element.has("group"));
        let states: Vec<bool> = groups
            .map(|group| group.attribute("open").is_some())
            .collect();
        assert_eq!(
            states,
            [false, open, open],
            "notes, map and trees of {operations}"
        );
        let squares = page.all("a").filter(|link| link.has("warm")).count();
        assert_eq!(squares, if open { 0 } else { operations });
        let trees = page.all("details").filter(|element| element.has("tree"));
        assert_eq!(trees.count(), operations);
    }
}
