//! Baselines and ignore files as they are written and read, and what they may not replace.

use super::{Folder, entry, holds, log};

#[test]
fn a_baseline_fails_on_what_is_new() {
    let folder = Folder::new("baseline", &log());
    assert_eq!(
        folder.run("--baseline known.json --update-baseline").0,
        Some(0)
    );
    let (code, stdout, _) = folder.run("--baseline known.json --fail-on note");
    assert_eq!(code, Some(0));
    holds(
        &stdout,
        &[
            "0 errors, 0 warnings, 0 notes",
            "4 of the findings in the baseline",
        ],
    );
    let mut more = log();
    more.remove(3);
    more.push(entry("cats.example.com/cats", "text/plain", "cats"));
    folder.write("log.ndjson", &more.join("\n"));
    let (code, stdout, _) = folder.run("--baseline known.json --fail-on warning");
    assert_eq!(code, Some(1));
    holds(
        &stdout,
        &[
            "warning[undocumented-media-type]",
            "0 errors, 1 warning, 0 notes",
            "1 of the baseline no longer found: `--update-baseline` takes them out",
        ],
    );
}

#[test]
fn an_ignore_entry_beside_the_document_counts_and_is_missed_when_stale() {
    let folder = Folder::new("ignore", &log());
    let entries =
        "ignore:\n  - {kind: mismatch, reason: known}\n  - {kind: unwitnessed, reason: none is}\n";
    folder.write("specs/cats.ignore.yaml", entries);
    let (code, stdout, stderr) = folder.run("");
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    holds(
        &stdout,
        &[
            "warning[stale-ignore]: no finding is a `unwitnessed`\n --> specs/cats.ignore.yaml:3:5",
            "0 errors, 3 warnings",
            "2 of the findings ignored, each for a reason",
        ],
    );
    let (_, stdout, _) = folder.run("--operation getCat");
    assert!(!stdout.contains("stale-ignore"), "of a part nobody can say");
    folder.write("specs/cats.ignore.yaml", "ignore: [{kind: mismatch}]");
    let (code, _, stderr) = folder.run("");
    assert_eq!(code, Some(2));
    holds(
        &stderr,
        &["error: specs/cats.ignore.yaml:1:10: `reason` is missing"],
    );
}

#[test]
fn of_a_part_of_the_operations_nothing_leaves_a_baseline() {
    let folder = Folder::new("part", &log());
    folder.run("--baseline known.json --update-baseline");
    let whole = folder.read("known.json");
    let (code, stdout, _) = folder.run("--baseline known.json --operation getCat");
    assert_eq!(code, Some(0));
    assert!(!stdout.contains("no longer found"), "{stdout}");
    folder.run("--baseline known.json --operation getCat --update-baseline");
    assert_eq!(folder.read("known.json"), whole);
}

#[test]
fn a_value_of_another_type_at_a_known_finding_fails() {
    let json = "application/json";
    let mut log = vec![entry("cats.example.com/cats", json, "{}")];
    let folder = Folder::new("more", &log);
    folder.run("--baseline known.json --update-baseline");
    assert_eq!(folder.run("--baseline known.json").0, Some(0));
    log.push(entry("cats.example.com/cats", json, "null"));
    folder.write("log.ndjson", &log.join("\n"));
    let (code, stdout, _) = folder.run("--baseline known.json");
    assert_eq!(code, Some(1));
    holds(&stdout, &["new since the baseline: `null`"]);
}

/// Each target is a file that somebody wrote; none of them may be lost.
#[test]
#[rustfmt::skip] // One case, one line.
fn no_input_is_written_over() {
    let folder = Folder::new("targets", &log());
    folder.write("specs/cats.ignore.yaml", "ignore: []\n");
    folder.write("notes.txt", "mine\n");
    folder.write("report.json", "{\"summary\": {}, \"findings\": []}\n");
    folder.run("--baseline known.json --update-baseline");
    let cases = [
        ("--output log.ndjson", "log.ndjson", "`log.ndjson` is read, and would be overwritten"),
        ("--output specs/../specs/cats.yaml", "specs/cats.yaml", "is read, and would be overwritten"),
        ("--output specs/cats.ignore.yaml", "specs/cats.ignore.yaml", "is read, and would be overwritten"),
        ("--output known.json --baseline known.json", "known.json", "is read, and would be overwritten"),
        ("--baseline specs/cats.yaml --update-baseline", "specs/cats.yaml", "is no baseline, and would be overwritten"),
        ("--baseline notes.txt --update-baseline", "notes.txt", "is no baseline, and would be overwritten"),
        ("--baseline report.json --update-baseline", "report.json", "is no baseline, and would be overwritten"),
        ("--baseline log.ndjson --update-baseline", "log.ndjson", "is no baseline, and would be overwritten"),
    ];
    for (arguments, target, refusal) in cases {
        let before = folder.read(target);
        let (code, stdout, stderr) = folder.run(arguments);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments}");
        holds(&stderr, &[refusal, "help: "]);
        assert_eq!(folder.read(target), before, "{arguments}");
    }
}
