//! The repository's own documents keep the rules, and nothing recorded contradicts them.

use std::path::{Path, PathBuf};

use bindery_contract::{Recording, Redaction, Report, Severity, check, lint, load, redact, render};

/// The documents of the repository with the folders of their recordings.
fn documents() -> Vec<(PathBuf, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = std::fs::read_dir(root.join("specs")).expect("the repository has documents");
    let mut specs: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    specs.sort();
    assert!(!specs.is_empty());
    let pair = |spec: PathBuf| {
        let recordings = root
            .join("tests/recordings")
            .join(spec.file_stem().unwrap_or_default());
        (spec, recordings)
    };
    specs.into_iter().map(pair).collect()
}

#[test]
fn the_documents_keep_the_rules() {
    for (spec, _) in documents() {
        let document = load(spec).unwrap_or_else(|error| panic!("{error}"));
        let findings = lint(&document);
        let text = render::lint(&findings, 1, render::Style::default());
        assert!(findings.is_empty(), "{text}");
    }
}

#[test]
fn no_recording_contradicts_its_document_or_goes_beyond_it() {
    for (spec, recordings) in documents() {
        let document = load(spec).unwrap_or_else(|error| panic!("{error}"));
        let recordings = Recording::load_all(recordings).unwrap_or_else(|error| panic!("{error}"));
        assert!(
            !recordings.is_empty(),
            "{} has no recording",
            document.name()
        );
        let report = check(&document, &recordings);
        let grave = report.count(Severity::Error) + report.count(Severity::Warning);
        assert_eq!(
            grave,
            0,
            "{}",
            render::reports(&[report], render::Style::default())
        );
    }
}

#[test]
fn every_recording_can_be_redacted_without_another_verdict() {
    for (spec, recordings) in documents() {
        let document = load(spec).unwrap_or_else(|error| panic!("{error}"));
        let recordings = Recording::load_all(recordings).unwrap_or_else(|error| panic!("{error}"));
        let before = check(&document, &recordings);
        let redacted = redact(&document, recordings, &Redaction::default());
        assert_eq!(redacted.refused, []);
        let after = check(&document, &redacted.recordings);
        let grave =
            |report: &Report| report.count(Severity::Error) + report.count(Severity::Warning);
        assert_eq!(grave(&after), grave(&before), "{}", document.name());
        for recording in &redacted.recordings {
            let text = recording.to_yaml();
            for personal in ["jerry@", "Jerry", "9763caa1", "john@acme.com"] {
                assert!(!text.contains(personal), "{personal} in:\n{text}");
            }
        }
    }
}

#[test]
fn each_recording_lies_in_the_folder_of_its_operation() {
    for (spec, recordings) in documents() {
        let document = load(spec).unwrap_or_else(|error| panic!("{error}"));
        let recordings = Recording::load_all(recordings).unwrap_or_else(|error| panic!("{error}"));
        let report = check(&document, &recordings);
        for operation in &report.operations {
            for exchange in &operation.exchanges {
                let path = Path::new(&report.exchanges[*exchange].recording);
                let folder = path.parent().and_then(Path::file_name);
                let folder = folder.and_then(|folder| folder.to_str());
                assert_eq!(folder, operation.id.as_deref(), "{}", path.display());
            }
        }
    }
}

/// The rules that the authors read are those that the lint knows.
#[test]
fn the_authoring_guide_lists_every_rule() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/README.md");
    let guide = std::fs::read_to_string(guide).expect("the guide is there");
    let mut listed: Vec<&str> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` |"))
        .map(|(name, _)| name)
        .take_while(|name| !name.starts_with("x-"))
        .collect();
    listed.sort_unstable();
    let known: Vec<&str> = lint::RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(listed, known);
}
