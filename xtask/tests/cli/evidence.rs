//! `coverage` and `mutate`.

use std::fs;

use super::{Folder, RECORDING, SPEC, holds};

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
