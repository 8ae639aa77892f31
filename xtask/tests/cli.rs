//! The built command line: exit codes, what goes to stdout, and what to stderr.

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
fn coverage_names_what_is_witnessed_and_what_is_not() {
    let folder = Folder::new("coverage", SPEC, RECORDING);
    let (code, stdout, stderr) = folder.run("coverage --today 2026-01-31");
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    holds(
        &stdout,
        &[
            "specs/cats.yaml: 5 of 7 claims witnessed (71.4 %)",
            "getCat     GET /cats/{cat}       7          5  71.4 %           1  undated",
            "at                     claim                          made by  x-evidence",
            "specs/cats.yaml:28:19  absent  the body lacks `name`  getCat   documented",
            "specs/cats.yaml:31:9   status  it answers `4XX`       getCat   documented",
            "0 on live traffic, 5 on a printed sample, 2 on a statement alone, 0 on nothing",
            "no recording is live",
        ],
    );
    let (_, stdout, _) = folder.run("coverage --format json");
    holds(&stdout, &["\"witnessed\": 5", "\"kind\": \"absent\""]);
}

#[test]
fn mutate_names_what_is_noticed_and_what_would_be() {
    let folder = Folder::new("mutate", SPEC, RECORDING);
    let (code, stdout, stderr) = folder.run("mutate --list all");
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    holds(
        &stdout,
        &[
            "specs/cats.yaml: 4 of 7 mutants killed (57.1 %)",
            "needs a recording of `GET /cats/{cat}` in which the body lacks `name`",
            "noticed by tests/recordings/cats/getCat/200.yaml",
        ],
    );
    let (_, stdout, _) = folder.run("mutate --format json");
    holds(&stdout, &["\"killed\": 4", "\"operator\": \"required\""]);
}

#[test]
fn a_share_that_is_asked_for_and_not_reached_exits_1() {
    let folder = Folder::new("share", SPEC, RECORDING);
    for (arguments, expected) in [
        ("coverage --min 0.71", 0),
        ("coverage --min 71%", 0),
        ("coverage --min 72%", 1),
        ("coverage --min 0.1 --min-witnesses 2", 1),
        ("coverage --min 0.71 --operation getCat", 0),
        ("mutate --min 0.57", 0),
        ("mutate --min 1", 1),
    ] {
        let (code, stdout, _) = folder.run(arguments);
        assert_eq!(code, Some(expected), "{arguments}");
        assert_eq!(
            stdout.contains(" is below the "),
            expected == 1,
            "{arguments}"
        );
    }
    let (_, stdout, _) = folder.run("coverage --min 72%");
    holds(
        &stdout,
        &["\nspecs/cats.yaml: 71.4 % is below the 72.0 % of `--min`\n"],
    );
    let (code, stdout, _) = folder.run("coverage --min 72% --format json");
    assert_eq!((code, stdout.ends_with("}\n")), (Some(1), true));
}

#[test]
fn a_part_of_the_operations_is_looked_at_alone() {
    let dogs = "paths:\n  /dogs: {get: {operationId: listDogs, responses: {'204': {description: None.}}}}\n";
    let folder = Folder::new("part", &SPEC.replace("paths:\n", dogs), RECORDING);
    for (arguments, expected) in [
        (
            "validate --operation getCat",
            "1 document, 1 operation: 1 with a recorded response",
        ),
        (
            "validate --path /cats/*",
            "1 document, 1 operation: 1 with a recorded response",
        ),
        ("coverage --operation getCat", "5 of 7 claims witnessed"),
        ("coverage --path /cats/*", "5 of 7 claims witnessed"),
        ("mutate --operation getCat", "4 of 7 mutants killed"),
        ("mutate --path /cats/*", "4 of 7 mutants killed"),
    ] {
        let (code, stdout, stderr) = folder.run(arguments);
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments}");
        holds(&stdout, &[expected, "GET /cats/{cat}"]);
        assert!(!stdout.contains("listDogs"), "{arguments}: {stdout}");
    }
}

#[test]
fn evidence_is_counted_in_an_archive_as_in_recordings() {
    let folder = Folder::new("archive", SPEC, RECORDING);
    let entry = r#"{"startedDateTime": "2026-01-01T00:00:00Z", "request": {"method": "GET", "url": "https://api.example.com/cats/7"}, "response": {"status": 200, "content": {"mimeType": "application/json", "text": "{\"name\": \"Tom\"}"}}}"#;
    fs::write(folder.0.join("log.ndjson"), format!("{entry}\n{entry}\n")).expect("a log of lines");
    let archive = format!("{{\"log\": {{\"entries\": [\n{entry},\n{entry}]}}}}");
    fs::write(folder.0.join("log.har"), archive).expect("an archive");
    for log in ["log.ndjson", "log.har"] {
        let (code, stdout, stderr) =
            folder.run(&format!("coverage --today 2026-01-31 --recordings {log}"));
        assert_eq!((code, stderr.as_str()), (Some(0), ""));
        holds(
            &stdout,
            &[
                "5 of 7 claims witnessed",
                "recordings: 2 live",
                "2026-01-01, 30 days ago",
            ],
        );
        let (code, stdout, stderr) =
            folder.run(&format!("mutate --list killed --recordings {log}"));
        assert_eq!((code, stderr.as_str()), (Some(0), ""));
        let line = if log == "log.har" { 2 } else { 1 };
        holds(
            &stdout,
            &[
                "4 of 7 mutants killed",
                &format!("noticed by {log}:{line}:"),
            ],
        );
    }
    fs::write(
        folder.0.join("bad.ndjson"),
        format!("{entry}\n{{}}\n{entry}\n{{}}\n"),
    )
    .expect("a bad log");
    for command in ["validate", "coverage", "mutate"] {
        let (code, stdout, stderr) = folder.run(&format!("{command} --recordings bad.ndjson"));
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{command}");
        holds(&stderr, &["error: bad.ndjson:2:", "error: bad.ndjson:4:"]);
    }
}

#[test]
fn the_letter_and_what_is_meant_make_different_claims() {
    let spec = SPEC.replace(
        "                    type: string\n",
        "                    nullable: true\n",
    );
    let folder = Folder::new("mode", &spec, RECORDING);
    for (mode, claims, mutants) in [("lenient", 9, 7), ("strict", 7, 6)] {
        let (_, stdout, _) = folder.run(&format!("coverage --mode {mode}"));
        holds(&stdout, &[&format!("of {claims} claims witnessed")]);
        let (_, stdout, _) = folder.run(&format!("mutate --mode {mode}"));
        holds(&stdout, &[&format!("of {mutants} mutants killed")]);
    }
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

#[test]
fn a_document_becomes_a_client_or_its_listing() {
    let folder = Folder::new("generate", SPEC, RECORDING);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml");
    assert_eq!(code, Some(0));
    holds(&stdout, &["pub fn get_cat(&self, cat: &str)"]);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml --listing");
    assert_eq!(code, Some(0));
    holds(&stdout, &["\nClient::get_cat(&self, cat: &str)"]);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml --notes");
    assert_eq!(
        (code, stdout.as_str()),
        (Some(0), "0 notes: 0 rewritten, 0 lost\n")
    );
    let (code, _, stderr) = folder.run("generate --spec specs/dogs.yaml");
    assert_eq!(code, Some(2));
    holds(&stderr, &["error: specs/dogs.yaml: cannot read"]);
}

#[test]
fn what_a_client_lacks_is_listed_with_its_place() {
    let spec = SPEC.replace(
        "                    type: string\n",
        "                    Type: string\n                    pattern: '^[a'\n",
    );
    let folder = Folder::new("notes", &spec, RECORDING);
    let (code, stdout, _) = folder.run("generate --spec specs/cats.yaml --notes");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[
            "rewritten: specs/cats.yaml:29:21: `Type` is no keyword of a schema: read as `type`\n  help: write `type`",
            "lost: specs/cats.yaml:30:21: the pattern `^[a` does not compile",
            "2 notes: 1 rewritten, 1 lost\n",
        ],
    );
    let (_, stdout, _) = folder.run("survey specs --format json");
    holds(
        &stdout,
        &[r#""kind": "lost""#, r#""line": 30"#, r#""lost": 1"#],
    );
}

#[test]
fn a_survey_counts_what_is_bound_and_says_why_the_rest_is_not() {
    let folder = Folder::new("survey", SPEC, RECORDING);
    fs::write(folder.0.join("specs/old.json"), r#"{"swagger": "2.0"}"#).expect("a second document");
    let (code, stdout, stderr) = folder.run("survey specs --emit clients");
    assert_eq!((code, stderr.as_str()), (Some(1), ""));
    holds(
        &stdout,
        &[
            "specs/cats.yaml  bound                  1       1      0",
            "specs/old.json   refused                0       0      0",
            "specs/old.json:1:2: Swagger 2.0 is not OpenAPI 3.0",
            "1 of 2 documents bound, 1 of 1 operations",
        ],
    );
    assert!(folder.0.join("clients/cats.rs").exists() && !folder.0.join("clients/old.rs").exists());

    fs::create_dir_all(folder.0.join("more/a")).expect("a folder");
    for (name, text) in [
        ("cats.yaml", SPEC),
        ("a/cats.yaml", SPEC),
        ("cat.json", "{}"),
    ] {
        fs::write(folder.0.join("more").join(name), text).expect("a file");
    }
    let (code, stdout, _) = folder.run("survey more --emit clients");
    assert_eq!(code, Some(0));
    holds(&stdout, &["2 of 2 documents bound, 2 of 2 operations"]);
    let clients = ["clients/cats.yaml.rs", "clients/a_cats.yaml.rs"];
    assert!(clients.iter().all(|client| folder.0.join(client).exists()));

    let half = SPEC.replace(
        "paths:\n",
        "paths:\n  /dogs: {get: {responses: {'200': {$ref: gone.yaml}}}}\n",
    );
    fs::write(folder.0.join("half.yaml"), half).expect("a third document");
    let (code, stdout, _) = folder.run("survey half.yaml");
    assert_eq!(code, Some(1));
    holds(
        &stdout,
        &[
            "half.yaml  partial                2       1",
            "half.yaml:6:37: cannot read `gone.yaml`: ",
            "so `GET /dogs` is left out",
            "0 of 1 documents bound, 1 of 2 operations",
        ],
    );
    let (code, stdout, stderr) = folder.run("generate --spec half.yaml --listing");
    assert_eq!(code, Some(1));
    holds(&stdout, &["Client::get_cat"]);
    holds(
        &stderr,
        &["warning: half.yaml:6:37: cannot read `gone.yaml`"],
    );

    let (code, stdout, _) = folder.run("survey specs/cats.yaml --format json");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[r#""outcome": "bound""#, r#""operations_bound": 1"#],
    );
    let (code, _, stderr) = folder.run("survey nowhere");
    assert_eq!(code, Some(2));
    holds(&stderr, &["error: cannot read `nowhere`"]);
}

#[test]
fn a_diff_says_what_a_change_does_to_users_and_which_version_it_asks_for() {
    let folder = Folder::new("diff", SPEC, RECORDING);
    let cases = [
        (
            "same",
            SPEC.to_owned(),
            0,
            "0 breaking, 0 additive, 0 wire: no new version",
        ),
        (
            "gone",
            SPEC.replace("getCat", "fetchCat"),
            1,
            "2 breaking, 2 additive, 0 wire: before 1.0 a minor version, from 1.0 on a major one",
        ),
        (
            "moved",
            SPEC.replace("/cats/{cat}", "/pets/{cat}"),
            0,
            "wire: `Client::get_cat` the request was `GET /cats/{cat}` and is `GET /pets/{cat}`\n  --> specs/moved.yaml:7:5",
        ),
    ];
    for (name, text, code, expected) in cases {
        fs::write(folder.0.join(format!("specs/{name}.yaml")), text).expect("the other document");
        let (found, stdout, stderr) =
            folder.run(&format!("diff specs/cats.yaml specs/{name}.yaml"));
        assert_eq!(
            (found, stderr.as_str()),
            (Some(code), ""),
            "{name}: {stdout}"
        );
        holds(&stdout, &[expected]);
    }
    let moved = "diff specs/cats.yaml specs/moved.yaml";
    assert_eq!(folder.run(&format!("{moved} --fail-on wire")).0, Some(1));
    let (code, stdout, _) =
        folder.run("diff specs/cats.yaml specs/gone.yaml --fail-on never --format json");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[
            r#""class": "breaking""#,
            r#""before_1_0": "minor""#,
            r#""line": 7"#,
        ],
    );
    let (code, _, stderr) = folder.run("diff specs/cats.yaml specs/none.yaml");
    assert_eq!(code, Some(2));
    holds(&stderr, &["error: specs/none.yaml: cannot read"]);
}
