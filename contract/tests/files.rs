//! A document of several files is judged and linted as one, and each claim has its place in the
//! file that makes it.

use std::{fs, path::PathBuf};

use bindery_contract::{Recording, check, lint, load};

const ROOT: &str = r#"openapi: 3.0.3
info: {title: Cats, version: "1"}
paths:
  /cats/{cat}: {$ref: "parts/paths.yaml#/cat"}
"#;

const PATHS: &str = r#"cat:
  parameters:
    - {name: cat, in: path, required: true, schema: {type: integer}}
  get:
    operationId: getCat
    responses:
      "200":
        description: A cat.
        content:
          application/json:
            schema: {$ref: "cat.json"}
"#;

const CAT: &str = r##"{
  "type": "object",
  "required": ["name"],
  "properties": {
    "name": {"type": "string"},
    "mother": {"$ref": "#"},
    "mood": {"type": "string", "description": "its mood"},
    "colour": {"$ref": "gone.yaml#/Colour"},
    "size": {"$ref": "paths.yaml#/size"}
  }
}
"##;

/// A folder with the files; the path of the document.
fn written(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("it is made");
        fs::write(path, text).expect("the file is written");
    }
    folder.join(files[0].0)
}

fn cats(name: &str, cat: &str) -> PathBuf {
    let files = [
        ("cats.yaml", ROOT),
        ("parts/paths.yaml", PATHS),
        ("parts/cat.json", cat),
    ];
    written(name, &files)
}

#[test]
fn a_finding_has_its_place_in_the_file_that_makes_the_claim() {
    let document = load(cats("findings", CAT)).expect("the document is read");
    for (path, body, expected) in [
        (
            "/cats/7",
            r#"{"name": "Tom", "mother": {"name": "Kit"}}"#,
            "",
        ),
        (
            "/cats/7",
            r#"{"name": 7}"#,
            "parts/cat.json:5:14: `\"name\": {\"type\": \"string\"},`",
        ),
        (
            "/cats/7",
            r#"{"name": "Tom", "mother": {"name": 7}}"#,
            "parts/cat.json:5:14: `\"name\": {\"type\": \"string\"},`",
        ),
        (
            "/cats/7",
            r"{}",
            "parts/cat.json:3:16: `\"required\": [\"name\"],`",
        ),
    ] {
        let recording = format!(
            "recorded: {{source: documentation, reference: https://docs.example.com}}\n\
             when: {{method: GET, path: {path}}}\n\
             then:\n  status: 200\n  header: [{{name: content-type, value: application/json}}]\n  body: '{body}'\n"
        );
        let recording = Recording::parse("cat.yaml", &recording).expect("the recording is read");
        let report = check(&document, &[recording]);
        let mismatches = report.findings.iter();
        let mismatches: Vec<String> = mismatches
            .filter(|finding| finding.kind == bindery_contract::Kind::Mismatch)
            .map(|finding| format!("{}: `{}`", finding.document, finding.document.line.trim()))
            .collect();
        let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/findings/");
        assert_eq!(
            mismatches.join("\n").replace(folder, ""),
            expected,
            "{body}"
        );
    }
}

#[test]
fn the_rules_hold_in_every_file() {
    let document = load(cats("rules", CAT)).expect("the document is read");
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/rules/");
    let found: Vec<String> = lint(&document)
        .iter()
        .map(|finding| finding.to_string().replace(folder, ""))
        .collect();
    for expected in [
        "parts/paths.yaml:4:3: the operation `getCat` has no `summary` [description]",
        "parts/paths.yaml:3:45: an integer",
        "parts/cat.json:7:32: not full sentences",
        "parts/cat.json:8:16: cannot read `gone.yaml`: ",
        "parts/cat.json:9:14: `paths.yaml#/size` leads nowhere",
    ] {
        assert!(
            found.iter().any(|line| line.starts_with(expected)),
            "expected {expected:?} in {found:#?}"
        );
    }
    let foreign = found.iter().filter(|line| line.contains("x-files"));
    assert_eq!(foreign.count(), 0, "{found:#?}");
}
