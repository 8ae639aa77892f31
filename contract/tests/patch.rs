//! Edits keep comments and layout: a text, the edit, and the text that comes of it.

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

/// A text, the edit, and the text that comes of it.
#[test]
fn an_edit_changes_its_own_place_only() {
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
            "a: {b: 1, e: 'x y', c: 2} # two\n",
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
            "a:\n  b: 1\n  c:\n    properties:\n      x: {items: {type: string}, type: array}\n    type: object",
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
        let document = Document::parse("case", text).expect(text);
        let patched = apply(&document, std::slice::from_ref(&edit)).unwrap_or_default();
        assert_eq!(patched, expected, "{edit:?} of {text:?}");
        Document::parse("case", patched).expect(expected);
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
        assert_eq!(apply(&document, &[edit]), None, "{text:?}");
    }
}
