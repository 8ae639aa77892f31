//! What a document gets slightly wrong is repaired with a note, and what its client lacks is told.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "the expectations are written by `UPDATE_EXPECT=1`"
)]

#[path = "notes/operations.rs"]
mod operations;
#[path = "notes/schemas.rs"]
mod schemas;

use expect_test::{Expect, expect};

use bindery_codegen::{Document, Generated, Settings, generate};

#[track_caller]
fn client(text: &str) -> Generated {
    let document = Document::parse("t.yaml", text).unwrap_or_else(|error| panic!("{error}"));
    generate(&document, &Settings::new()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The notes on a document, without file and help, a line for each.
#[track_caller]
fn check(text: &str, expected: &Expect, listed: &[&str]) {
    let client = client(text);
    let notes = client.notes().iter().map(|note| {
        assert!(note.diagnostic.help.is_some(), "{note}");
        let position = note.diagnostic.position.expect("a note has a place");
        format!("{} {position} {}", note.kind, note.diagnostic.message)
    });
    expected.assert_eq(&notes.collect::<Vec<_>>().join("\n"));
    for line in listed {
        let listing = client.listing();
        assert!(
            listing.lines().any(|item| item == *line),
            "no `{line}` in:\n{listing}"
        );
    }
}

/// A document of one `GET /a/{id}` whose operation goes on as given.
fn operation(rest: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /a/{{id}}:\n    get:\n      operationId: getA\n{rest}"
    )
}

const ID: &str =
    "      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n";

/// A document whose one answer has this schema.
fn schema(schema: &str) -> String {
    operation(&format!(
        "{ID}      responses: {{'200': {{description: D, content: {{application/json: {{schema: {{$ref: '#/components/schemas/S'}}}}}}}}}}\n\
         components:\n  schemas:\n    S:\n      {schema}\n"
    ))
}

#[test]
fn a_document_without_faults_has_no_notes() {
    let text = operation(&format!(
        "{ID}      responses: {{'204': {{description: D}}}}\n"
    ));
    check(
        &text,
        &expect![[""]],
        &["Client::get_a(&self, id: &str) -> runtime::Call<()>"],
    );
}

#[test]
fn a_version_may_be_a_number_and_paths_are_not_all_of_a_document() {
    for (version, expected) in [
        (
            "3.0",
            expect![[r#"rewritten 1:10 `openapi` is `3.0`, not a text: read as `"3.0"`"#]],
        ),
        (
            "3.1",
            expect![[r#"rewritten 1:10 `openapi` is `3.1`, not a text: read as `"3.1"`"#]],
        ),
    ] {
        let text = format!(
            "openapi: {version}\ninfo: {{title: T, version: '1'}}\ncomponents: {{schemas: {{S: {{enum: [a]}}}}}}\n"
        );
        check(&text, &expected, &[r#"types::S (open_enum): A = "a""#]);
    }
}
