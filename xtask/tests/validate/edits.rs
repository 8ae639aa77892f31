//! Edits that are proposed, and those that are made.

use super::{CATS, Folder, entry, holds};

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
        "+  \"properties\": {\"name\": {\"type\": \"string\", \"nullable\": true}, \"mood\": {\"type\": \"string\"}}",
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

/// What is shown is what is made: a diff of the document as it will be, in which no step is
/// contradicted by the next.
#[test]
fn what_is_suggested_ends_the_findings() {
    let json = "application/json";
    let log = [
        entry("cats.example.com/cats", json, "1"),
        entry("cats.example.com/cats", json, "[]"),
        entry("cats.example.com/dogs/7", json, "{\"name\": \"Rex\"}"),
    ];
    let folder = Folder::new("suggest", &log);
    let (_, suggested, _) = folder.run("--suggest");
    holds(
        &suggested,
        &[
            "{anyOf: [{type: integer}, {type: array, items: {}}]}",
            "+  /dogs/{id}:\n+    get:\n+      operationId: getDogsById\n",
            "+      responses:\n+        '200':\n",
            "4 edits suggested: `--fix` makes them\n",
        ],
    );
    assert_eq!(suggested.matches("\n--- ").count(), 1, "{suggested}");
    let (code, made, _) = folder.run("--fix");
    assert_eq!(code, Some(0), "{made}");
    let diff = |text: &str| {
        let from = text.find("\n--- specs").expect("there is a diff");
        let end = text.find(" edits ").expect("there is a count");
        text[from..end].to_owned()
    };
    assert_eq!(diff(&suggested), diff(&made));
    let (_, nothing, _) = folder.run("--suggest");
    assert!(nothing.ends_with("\n0 edits suggested\n"), "{nothing}");
}

#[test]
fn an_edit_of_what_is_shared_says_so() {
    let log = [entry("cats.example.com/cats", "application/json", "null")];
    let folder = Folder::new("shared", &log);
    let shared = CATS.replace("{type: array}", "{$ref: '#/components/schemas/Any'}");
    let shared = shared.replace("{type: object}", "{$ref: '#/components/schemas/Any'}");
    folder.write(
        "specs/cats.yaml",
        &format!("{shared}components: {{schemas: {{Any: {{type: string}}}}}}\n"),
    );
    let (_, stdout, _) = folder.run("--suggest");
    holds(
        &stdout,
        &["  changes `#/components/schemas/Any` for all of the 3 places that refer to it\n"],
    );
}

/// What several documents share a log for: an exchange of one of them is missing in no other, and a
/// finding has the name that it has without edits.
#[test]
fn each_of_several_documents_is_edited_by_what_is_its_own() {
    let log = [
        entry("api.example.com/cats", "application/json", "1"),
        entry("api.example.com/dogs", "application/json", "1"),
    ];
    let folder = Folder::new("several-edits", &log);
    let document = |name: &str| {
        format!(
            "openapi: 3.0.3\nservers: [{{url: 'https://api.example.com'}}]\npaths: {{/{name}: {{get: {{operationId: {name}, responses: {{'200': {{description: It., content: {{application/json: {{schema: {{type: string}}}}}}}}}}}}}}}}\n"
        )
    };
    folder.write("api.yaml", &document("cats"));
    folder.write("specs/api.yaml", &document("dogs"));
    let both = "--spec api.yaml --spec specs/api.yaml";
    let (_, stdout, _) = folder.run(both);
    let ids: Vec<&str> = stdout
        .lines()
        .filter_map(|line| line.trim().strip_prefix("= id: "))
        .collect();
    assert_eq!(ids.len(), 2, "{stdout}");
    folder.write(
        "ignore.yaml",
        &format!("ignore: [{{id: {}, reason: it is known}}]\n", ids[0]),
    );

    let (code, stdout, _) = folder.run(&format!("{both} --ignore ignore.yaml --fix"));
    assert_eq!(code, Some(0), "{stdout}");
    assert_eq!(folder.read("api.yaml"), document("cats"));
    assert_eq!(
        folder.read("specs/api.yaml"),
        document("dogs").replace("{type: string}", "{type: integer}")
    );
    let (code, stdout, _) = folder.run(&format!("{both} --suggest --operation cats"));
    assert_eq!(code, Some(1), "{stdout}");
    holds(&stdout, &["api.yaml", "1 edit suggested"]);
}
