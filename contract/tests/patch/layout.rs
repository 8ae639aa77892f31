//! Edits leave the rest alone: a text, the edit, and the text that comes of it.

use bindery_contract::{
    Document, Pointer,
    patch::{Edit, apply},
};
use serde_json::{Value, json};

fn insert(at: &str, key: &str, value: Value, after: Option<&str>) -> Edit {
    Edit::Insert {
        at: Pointer::from(at),
        key: key.to_owned(),
        value,
        after: after.map(str::to_owned),
    }
}

fn append(at: &str, value: Value) -> Edit {
    Edit::Append {
        at: Pointer::from(at),
        value,
    }
}

fn replace(at: &str, value: Value) -> Edit {
    Edit::Replace {
        at: Pointer::from(at),
        value,
    }
}

fn remove(at: &str) -> Edit {
    Edit::Remove {
        at: Pointer::from(at),
    }
}

fn rename(at: &str, key: &str) -> Edit {
    Edit::Rename {
        at: Pointer::from(at),
        key: key.to_owned(),
    }
}

/// Makes an edit, and reads what comes of it.
fn edits(text: &str, edit: &Edit, expected: &str) {
    let document = Document::parse("case", text).expect(text);
    let patched = apply(&document, std::slice::from_ref(edit));
    let patched = patched.as_ref().map(Document::text);
    assert_eq!(patched, Some(expected), "{edit:?} of {text:?}");
}

/// A text, the edit, and the text that comes of it.
#[test]
fn what_is_added_stands_as_its_neighbours_do() {
    let cases = [
        (
            "a:\n  b: 1 # one\n  c: 2\nd: 3\n",
            insert("/a", "e", json!(4), None),
            "a:\n  b: 1 # one\n  c: 2\n  e: 4\nd: 3\n",
        ),
        (
            "a:\n  b: 1 # one\n  c: 2\n",
            insert("/a", "e", json!(4), Some("b")),
            "a:\n  b: 1 # one\n  e: 4\n  c: 2\n",
        ),
        (
            "a: {b: 1, c: 2} # two\n",
            insert("/a", "e", json!("x y"), Some("b")),
            "a: {b: 1, e: x y, c: 2} # two\n",
        ),
        (
            "a: {}\n",
            insert("/a", "404", json!({"d": "e"}), None),
            "a: {'404': {d: e}}\n",
        ),
        (
            "a:\n  b:\n    c: |\n      text\n\n# end\n",
            insert("/a/b", "d", json!(1), None),
            "a:\n  b:\n    c: |\n      text\n    d: 1\n\n# end\n",
        ),
        (
            "- a: 1\n  b: 2\n- c: 3\n",
            insert("/0", "d", json!(null), None),
            "- a: 1\n  b: 2\n  d: null\n- c: 3\n",
        ),
        (
            "a:\n  b: 1",
            insert(
                "/a",
                "c",
                json!({"type": "object", "properties": {"x": {"type": "array", "items": {"type": "string"}}}}),
                None,
            ),
            "a:\n  b: 1\n  c:\n    type: object\n    properties:\n      x: {type: array, items: {type: string}}",
        ),
        (
            "a: [b, c] # c\n",
            append("/a", json!("yes")),
            "a: [b, c, 'yes'] # c\n",
        ),
        ("a: []\n", append("/a", json!(1)), "a: [1]\n"),
        (
            "a:\n  - b # c\n  - d\ne: f\n",
            append("/a", json!("g")),
            "a:\n  - b # c\n  - d\n  - g\ne: f\n",
        ),
        (
            "a:\n- b\ne: f\n",
            append("/a", json!({"g": 1})),
            "a:\n- b\n- {g: 1}\ne: f\n",
        ),
        (
            "a:\n  - b: 1\n    c: 2\n",
            append("/a", json!("g")),
            "a:\n  - b: 1\n    c: 2\n  - g\n",
        ),
    ];
    for (text, edit, expected) in cases {
        edits(text, &edit, expected);
    }
}

/// Indents, quotes and lines are those of what stands around.
#[test]
fn what_is_added_is_written_as_its_neighbours_are() {
    let cases = [
        (
            "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}\n",
            insert("/a", "c", json!(2), None),
            "{\n\t\"a\": {\n\t\t\"b\": 1,\n\t\t\"c\": 2\n\t}\n}\n",
        ),
        (
            "{\n\t\"a\": 1\n}\n",
            insert("", "c", json!({"d": {"e": {"f": 1}}}), None),
            "{\n\t\"a\": 1,\n\t\"c\": {\n\t\t\"d\": {\"e\": {\"f\": 1}}\n\t}\n}\n",
        ),
        (
            "{\n  \"a\": {}\n}\n",
            insert("/a", "c", json!({"d": {"e": {"f": 1}}}), None),
            "{\n  \"a\": {\n    \"c\": {\n      \"d\": {\"e\": {\"f\": 1}}\n    }\n  }\n}\n",
        ),
        (
            "{\"a\": 1}",
            insert("", "c", json!({"d": {"e": {"f": 1}}}), None),
            "{\"a\": 1, \"c\": {\"d\": {\"e\": {\"f\": 1}}}}",
        ),
        (
            "a:\n  b: {}\n  # end\nc: 1\n",
            insert("/a/b", "d", json!({"e": {"f": {"g": 1}}}), None),
            "a:\n  b:\n    d:\n      e: {f: {g: 1}}\n  # end\nc: 1\n",
        ),
        (
            "a: {} # none\n",
            insert("/a", "d", json!({"e": {"f": {"g": 1}}}), None),
            "a: {d: {e: {f: {g: 1}}}} # none\n",
        ),
        (
            "x: 'y'\na:\n  \"200\": b\n",
            insert("/a", "404", json!("c"), None),
            "x: 'y'\na:\n  \"200\": b\n  \"404\": c\n",
        ),
        (
            "x: 'y'\nb: {\"200\": 1}\na: {}\n",
            insert("/a", "404", json!("c"), None),
            "x: 'y'\nb: {\"200\": 1}\na: {\"404\": c}\n",
        ),
        (
            "x: \"y\"\na: {}\n",
            insert("/a", "404", json!("c"), None),
            "x: \"y\"\na: {\"404\": c}\n",
        ),
        (
            "a: [string, \"null\"]\n",
            append("/a", json!("true")),
            "a: [string, \"null\", \"true\"]\n",
        ),
    ];
    for (text, edit, expected) in cases {
        edits(text, &edit, expected);
    }
}

/// A text, the edit, and the text that comes of it.
#[test]
fn what_is_changed_or_gone_leaves_the_rest_alone() {
    let cases = [
        (
            "a: integer # whole\n",
            replace("/a", json!("number")),
            "a: number # whole\n",
        ),
        (
            "a: 'integer' # whole\n",
            replace("/a", json!(1.5)),
            "a: 1.5 # whole\n",
        ),
        ("a: [b, c, d]\n", remove("/a/1"), "a: [b, d]\n"),
        ("a: [b, c, d]\n", remove("/a/2"), "a: [b, c]\n"),
        ("a: [b]\n", remove("/a/0"), "a: []\n"),
        (
            "a:\n  - b\n  - c # gone\n  - d\n",
            remove("/a/1"),
            "a:\n  - b\n  - d\n",
        ),
        ("a:\n  - b\nc: 1\n", remove("/a/0"), "a:\n  []\nc: 1\n"),
        ("a: {b: 1, c: 2}\n", remove("/a/b"), "a: {c: 2}\n"),
        (
            "a:\n  # about b\n  b: 1\n  c: 2\n",
            remove("/a/c"),
            "a:\n  # about b\n  b: 1\n",
        ),
        ("- b: 1\n  c: 2\n", remove("/0/b"), "- c: 2\n"),
        (
            "a:\n  b:\n    c: 1\n    d: 2\n  e: 3\n",
            remove("/a/b"),
            "a:\n  e: 3\n",
        ),
        ("oneOf: [x]\n", rename("/oneOf", "anyOf"), "anyOf: [x]\n"),
        ("'200': {a: b}\n", rename("/200", "2XX"), "'2XX': {a: b}\n"),
        (
            "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}\n",
            insert("", "c", json!({"d": "e"}), None),
            "{\n  \"a\": 1,\n  \"b\": [1, 2],\n  \"c\": {\"d\": \"e\"}\n}\n",
        ),
        (
            "{\n  \"a\": 1,\n  \"b\": [1, 2]\n}\n",
            remove("/b/0"),
            "{\n  \"a\": 1,\n  \"b\": [2]\n}\n",
        ),
        (
            "{\n  \"a\": 1,\n  \"b\": 2\n}\n",
            remove("/b"),
            "{\n  \"a\": 1\n}\n",
        ),
        (
            "{\"a\": {\"x\": [\n    1,\n    2\n  ]}}",
            append("/a/x", json!("é")),
            "{\"a\": {\"x\": [\n    1,\n    2,\n    \"é\"\n  ]}}",
        ),
    ];
    for (text, edit, expected) in cases {
        edits(text, &edit, expected);
    }
}

/// Texts whose places an edit cannot reach.
#[test]
fn what_an_edit_cannot_keep_in_shape_it_leaves() {
    let cases = [
        ("a: &x {b: 1}\nc: *x\n", insert("/c", "d", json!(1), None)),
        ("a: 1\n", insert("/b", "d", json!(1), None)),
        ("a: 1\n", append("/a", json!(1))),
        ("a: 1\n", remove("/b")),
    ];
    for (text, edit) in cases {
        let document = Document::parse("case", text).expect(text);
        assert!(apply(&document, &[edit]).is_none(), "{text:?}");
    }
}
