//! The built command line: exit codes, what goes to stdout, and what to stderr.

mod clients;
mod evidence;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const SPEC: &str = r#"openapi: 3.0.3
x-evidence: documented
info: {title: Cats, version: "1", description: The cats.}
servers: [{url: https://api.example.com}]
paths:
  /cats/{cat}:
    get:
      operationId: getCat
      summary: Fetch a cat.
      description: Answers with the cat.
      externalDocs: {url: https://docs.example.com/cats}
      security: []
      parameters:
        - name: cat
          in: path
          required: true
          description: Which cat.
          schema: {type: string}
      responses:
        "200":
          description: The cat.
          content:
            application/json:
              schema:
                type: object
                description: A cat.
                properties:
                  name:
                    type: string
                    description: Its name.
        4XX: {description: A refusal.}
"#;

const RECORDING: &str = r#"recorded:
  source: documentation
  reference: https://docs.example.com/cats
when:
  method: GET
  path: /cats/7
then:
  status: 200
  header:
    - { name: content-type, value: application/json }
  body: |-
    {
      "name": "Tom"
    }
"#;

/// A folder with a document and a recording, for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, spec: &str, recording: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let recordings = folder.join("tests/recordings/cats/getCat");
        fs::create_dir_all(folder.join("specs")).expect("a folder for the document");
        fs::create_dir_all(&recordings).expect("a folder for the recording");
        fs::write(folder.join("specs/cats.yaml"), spec).expect("the document is written");
        fs::write(recordings.join("200.yaml"), recording).expect("the recording is written");
        Self(folder)
    }

    /// Runs the command there; gives the exit code, stdout and stderr.
    #[track_caller]
    fn run(&self, arguments: &str) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_bindery"))
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .output()
            .expect("the command runs");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "expected {part:?} in:\n{text}");
    }
}

#[test]
fn a_clean_tree_exits_0() {
    let folder = Folder::new("clean", SPEC, RECORDING);

    let (code, stdout, stderr) = folder.run("lint");
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    holds(&stdout, &["1 document, 19 rules: 0 errors"]);

    let (code, stdout, stderr) = folder.run("validate");
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    holds(
        &stdout,
        &[
            "getCat  GET /cats/{cat}  1 documented sample (200)",
            "1 document, 1 operation: 1 with a recorded response (0 live, 1 from documentation), 0 without; \
             0 errors, 0 warnings, 0 notes",
            "no recording is live",
        ],
    );
}

#[test]
fn a_document_that_contradicts_its_recording_exits_1_with_both_places() {
    let spec = SPEC.replace(
        "                    type: string\n",
        "                    type: boolean\n",
    );
    let folder = Folder::new("contradiction", &spec, RECORDING);
    let (code, stdout, _) = folder.run("validate");
    assert_eq!(code, Some(1));
    holds(
        &stdout,
        &[
            "error[mismatch]: `name`: expected `boolean`, found `\"Tom\"`",
            "--> specs/cats.yaml:29:21",
            "::: tests/recordings/cats/getCat/200.yaml:13:7",
            "at `/name`",
            "= help: if the provider sends it, write `type: string`",
            "1 error, 0 warnings",
        ],
    );
}

#[test]
fn a_warning_fails_where_it_is_asked_to() {
    let recording = RECORDING.replace("\"name\"", "\"nickname\"");
    let folder = Folder::new("warning", SPEC, &recording);
    let (code, stdout, _) = folder.run("validate");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[
            "warning[undocumented-property]",
            "`nickname`",
            "0 errors, 1 warning",
        ],
    );
    assert_eq!(folder.run("validate --fail-on warning").0, Some(1));
}

#[test]
fn an_operation_without_a_recorded_response_is_a_note() {
    let recording = RECORDING
        .split("then:")
        .next()
        .expect("a first half")
        .to_owned()
        + "then: {}\n";
    let folder = Folder::new("note", SPEC, &recording);
    let (code, stdout, _) = folder.run("validate --fail-on warning");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[
            "none (request only)",
            "0 with a recorded response",
            "1 note",
        ],
    );
    assert_eq!(folder.run("validate --fail-on note").0, Some(1));
}

#[test]
fn a_breach_of_a_rule_exits_1_with_its_name_and_place() {
    let folder = Folder::new("breach", &SPEC.replace("getCat", "get_cat"), RECORDING);
    let (code, stdout, _) = folder.run("lint specs/cats.yaml");
    assert_eq!(code, Some(1));
    holds(
        &stdout,
        &[
            "error[operation-id]: `get_cat` is not in lowerCamelCase",
            "--> specs/cats.yaml:8:7",
            "= help: ",
            "19 rules: 1 error",
        ],
    );
}

#[test]
fn what_cannot_be_read_exits_2_with_its_place() {
    let folder = Folder::new("broken", &SPEC.replace("info: {", "info: [{"), RECORDING);
    for command in ["lint", "validate"] {
        let (code, stdout, stderr) = folder.run(command);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{command}");
        holds(&stderr, &["error: specs/cats.yaml:4:8", "not YAML"]);
    }

    let folder = Folder::new("other", "swagger: '2.0'\n", RECORDING);
    let (code, _, stderr) = folder.run("lint");
    assert_eq!(code, Some(2));
    holds(
        &stderr,
        &[
            "error: specs/cats.yaml:1:1: not an OpenAPI document",
            "help: begin with",
        ],
    );

    let folder = Folder::new(
        "recording",
        SPEC,
        &RECORDING.replace("source: doc", "source: d"),
    );
    let (code, _, stderr) = folder.run("validate");
    assert_eq!(code, Some(2));
    holds(
        &stderr,
        &[
            "error: tests/recordings/cats/getCat/200.yaml:2:3: `source: ",
            "help: write",
        ],
    );
}

#[test]
fn what_cannot_be_meant_exits_2() {
    let folder = Folder::new("arguments", SPEC, RECORDING);
    let cases = [
        ("", "Usage"),
        ("mend", "mend"),
        ("lint --fix", "--fix"),
        (
            "lint specs/dogs.yaml",
            "error: specs/dogs.yaml: cannot read",
        ),
        (
            "validate --fail-on never",
            "possible values: error, warning, note",
        ),
        ("validate --update-baseline", "--baseline <FILE>"),
        (
            "validate --operation getCta",
            "no operation is named `getCta`\n  help: did you mean `getCat`?",
        ),
        ("validate --path /dogs/**", "no path fits `/dogs/**`"),
        ("validate --path [", "`[` is no pattern"),
        ("validate --baseline none.json", "none.json: cannot read"),
        ("validate --ignore none.yaml", "none.yaml: cannot read"),
        (
            "validate --output none/report.json",
            "cannot write `none/report.json`",
        ),
        (
            "validate --spec specs/cats.yaml --recordings nowhere",
            "error: nowhere: cannot read",
        ),
        ("coverage --min 2", "write a share from 0 to 1"),
        ("coverage --min-witnesses 0", "0 is not in 1.."),
        ("coverage --today soon", "invalid value 'soon'"),
        (
            "coverage --operation getDog",
            "no operation is named `getDog`\n  help: the operations are `getCat`",
        ),
        (
            "coverage --operation getCta",
            "no operation is named `getCta`\n  help: did you mean `getCat`?",
        ),
        (
            "mutate --operation getCta",
            "no operation is named `getCta`\n  help: did you mean `getCat`?",
        ),
        ("coverage --path /dogs/**", "no path fits `/dogs/**`"),
        ("mutate --mode exact", "possible values: lenient, strict"),
        (
            "coverage --recordings nowhere",
            "error: nowhere: cannot read",
        ),
        (
            "mutate --list some",
            "possible values: killed, survived, all",
        ),
    ];
    for (arguments, expected) in cases {
        let (code, stdout, stderr) = folder.run(arguments);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments}");
        holds(&stderr, &[expected]);
    }
}
