//! Edits that are proposed, and those that are made.

use super::{CATS, Folder, entry};

/// What is proposed for a document in two files, and what is left once it is made.
#[test]
fn edits_are_proposed_made_where_the_claim_stands_and_then_there_are_none() {
    let log = [
        entry(
            "cats.example.com/cats",
            "application/json",
            "[{\"name\": null}]",
        ),
        entry(
            "cats.example.com/cats",
            "application/json",
            "[{\"mood\": \"sour\"}]",
        ),
    ];
    let folder = Folder::new("patch", &log);
    folder.write(
        "specs/cats.yaml",
        &CATS.replace("{type: array}", "{type: array, items: {$ref: cat.json}}"),
    );
    let cat = "{\n  \"type\": \"object\",\n  \"required\": [\"name\"],\n  \"properties\": {\"name\": {\"type\": \"string\"}}\n}\n";
    folder.write("specs/cat.json", cat);

    let (code, stdout, _) = folder.run("--spec specs/cats.yaml --suggest");
    assert_eq!(code, Some(1));
    for expected in [
        "--- specs/cat.json",
        "-  \"properties\": {\"name\": {\"type\": \"string\"}}",
        "+  \"properties\": {\"name\": {\"type\": \"string\", \"nullable\": true}}",
        "breaks users of the generated crate",
        "adds to the generated crate, breaks nobody",
        "3 edits suggested: `--fix` makes them",
    ] {
        assert!(stdout.contains(expected), "{expected} in {stdout}");
    }
    assert_eq!(
        folder.read("specs/cat.json"),
        cat,
        "a proposal changes nothing"
    );

    let (code, stdout, _) = folder.run("--spec specs/cats.yaml --fix");
    assert_eq!(code, Some(0), "{stdout}");
    assert_eq!(
        folder.read("specs/cat.json"),
        "{\n  \"type\": \"object\",\n  \"properties\": {\"name\": {\"type\": \"string\", \"nullable\": true}, \"mood\": {\"type\": \"string\"}}\n}\n"
    );
    let (code, stdout, _) = folder.run("--spec specs/cats.yaml --fix");
    assert_eq!(code, Some(0));
    assert!(stdout.starts_with("0 edits made\n"), "{stdout}");
    let (code, _, stderr) = folder.run("--spec specs/cats.yaml --suggest --format json");
    assert_eq!(code, Some(2));
    assert!(stderr.contains("leave `--format` out"), "{stderr}");
}
