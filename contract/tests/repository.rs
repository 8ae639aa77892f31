//! The repository's own documents keep the rules, and nothing recorded contradicts them.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    path::{Path, PathBuf},
};

use bindery_contract::{
    Checker, Options, Pointer, Recording, Redaction, Report, Severity, check, lint, load,
    patch::{Edit, apply},
    redact, render,
};
use serde_json::{Value, json};

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
        let operations = document.operations();
        let operations = operations.iter();
        let ids = operations.filter_map(|operation| Some((operation.title(), operation.id()?)));
        let ids: BTreeMap<String, &str> = ids.collect();
        let entries = recordings.into_iter().map(|recording| Ok(recording.into()));
        let checker = Checker::new(&document, &Options::default());
        let outcome = checker.check_each(&[], entries, |exchange| {
            let operation = exchange.operation.as_deref();
            let path = Path::new(&exchange.recording);
            let folder = path.parent().and_then(Path::file_name);
            let id = operation.and_then(|title| ids.get(title));
            assert_eq!(folder, id.map(OsStr::new), "{}", path.display());
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{error}"));
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

/// An edit of a document's text is the same edit of its value, wherever it is made.
#[test]
fn edits_of_text_are_edits_of_the_value() {
    for (path, _) in documents() {
        let document = load(&path).expect("a document");
        let mut places = Vec::new();
        pointers(document.value(), &Pointer::default(), &mut places);
        // A prime, so that every kind of place is met.
        for at in places.iter().step_by(13) {
            let mut edits = vec![Edit::Remove { at: at.clone() }];
            let mut expected = vec![without(document.value(), at)];
            let added = json!({"type": "string", "enum": ["it's", "#", "no"]});
            let mut value = document.value().clone();
            match value.pointer_mut(at.as_str()) {
                Some(Value::Object(entries)) => {
                    entries.insert("x-added".to_owned(), added.clone());
                    edits.push(Edit::Insert {
                        at: at.clone(),
                        key: "x-added".to_owned(),
                        value: added,
                        after: None,
                    });
                }
                Some(Value::Array(items)) => {
                    items.push(added.clone());
                    edits.push(Edit::Append {
                        at: at.clone(),
                        value: added,
                    });
                }
                Some(other) => {
                    other.clone_from(&added);
                    edits.push(Edit::Replace {
                        at: at.clone(),
                        value: added,
                    });
                }
                None => unreachable!("the pointer is of the document"),
            }
            expected.push(value);
            for (edit, expected) in edits.iter().zip(expected) {
                let patched = apply(&document, std::slice::from_ref(edit))
                    .unwrap_or_else(|| panic!("{}: {edit:?}", document.name()));
                assert_eq!(*patched.value(), expected, "{edit:?}");
            }
        }
    }
}

/// The pointer of every value below the root.
fn pointers(value: &Value, at: &Pointer, places: &mut Vec<Pointer>) {
    let children: Vec<(Pointer, &Value)> = match value {
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| (at.join(key), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, value)| (at.join(index), value))
            .collect(),
        _ => return,
    };
    for (at, value) in children {
        pointers(value, &at, places);
        places.push(at);
    }
}

fn without(value: &Value, at: &Pointer) -> Value {
    let mut value = value.clone();
    let parent = at.parent().unwrap_or_default();
    let last = at.last().unwrap_or_default().into_owned();
    match value.pointer_mut(parent.as_str()) {
        Some(Value::Object(entries)) => {
            entries.remove(&last);
        }
        Some(Value::Array(items)) => {
            items.remove(last.parse().expect("an index"));
        }
        _ => unreachable!("the parent is a collection"),
    }
    value
}
