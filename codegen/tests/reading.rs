//! Texts that are hostile, broken or at random: each is read, or refused with its place.

use bindery_codegen::Document;
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_oneof},
    sample::Index,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

#[track_caller]
fn refused(text: &str, expected: &str) {
    let error = Document::parse("t", text)
        .map(|_| ())
        .expect_err("the text is refused");
    let error = error.to_string();
    assert!(
        error.starts_with(expected),
        "expected {expected:?}: {error}"
    );
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_key_that_stands_twice_is_placed_at_the_second() {
    for (text, expected) in [
        ("a: 1\nb: 2\na: 3\n", "t:3:1: the key `a` stands twice\n  help: keep one of the two"),
        ("{a: 1, 'a': 2}", "t:1:2: not JSON: key must be a string"),
        ("b: {a: 1, 'a': 2}", "t:1:11: the key `a` stands twice"),
        ("{\"a\": 1,\n \"b\": 2, \"a\": 3}", "t:2:10: the key `a` stands twice\n  help: keep one of the two"),
        ("{\"x\": [{\"a b\": {}, \"a b\":{}}]}", "t:1:20: the key `a b` stands twice"),
        ("{\"a\\\"\": 1, \"a\\\"\" : 2}", "t:1:12: the key `a\"` stands twice"),
        ("{\"a\": 1, \"\\u0061\": 2}", "t:1:10: the key `a` stands twice"),
        ("{\"\": 1, \"\": 2}", "t:1:9: the key `` stands twice"),
        ("\u{feff}{\"a\": 1, \"a\": 2}", "t:1:11: the key `a` stands twice"),
    ] {
        refused(text, expected);
    }
}

#[test]
fn texts_without_end_are_refused_with_their_place() {
    let deep = 10_000;
    let aliases = |count: usize| {
        let lines = (1..count).map(|n| format!("a{n}: &a{n} [*a{}]\n", n - 1));
        lines.fold("a0: &a0 [1]\n".to_owned(), |text, line| text + &line)
    };
    let bomb = (1..40).map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}]\n", n - 1));
    let bomb = bomb.fold("a0: &a0 [1]\n".to_owned(), |text, line| text + &line);
    let stairs: String = (0..deep).map(|n| " ".repeat(n.min(300)) + "a:\n").collect();
    for (text, expected) in [
        ("[".repeat(deep), "t:1:256: nested deeper than 128 levels"),
        (
            "{\"a\":".repeat(deep),
            "t:1:636: nested deeper than 127 levels",
        ),
        (
            format!("{{\"a\": {}", "[".repeat(deep)),
            "t:1:133: nested deeper than 127 levels",
        ),
        ("- ".repeat(deep), "t:1:259: nested deeper than 128 levels"),
        ("{a: ".repeat(deep), "t:1:2: not JSON: key must be a string"),
        (
            format!("a: {}", "{a: ".repeat(deep)),
            "t:1:516: nested deeper than 128 levels",
        ),
        (stairs, "t:130:130: nested deeper than 128 levels"),
        (aliases(deep), "t:128:14: nested deeper than 128 levels"),
        (bomb, "t:19:12: the aliases stand for too many values"),
        (
            "a: &a [*a]".to_owned(),
            "t:1:8: an alias inside its own anchor",
        ),
        (
            "a: &a {<<: *a}".to_owned(),
            "t:1:12: an alias inside its own anchor",
        ),
    ] {
        refused(&text, expected);
    }
}

/// One change of a text, at a place that an index chooses.
#[derive(Debug, Clone)]
enum Change {
    Cut(Index, usize),
    Put(Index, &'static str),
    Copy(Index, usize, Index),
}

const PIECES: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    ",",
    "\"",
    "'",
    "\n",
    "  ",
    "- ",
    "&a ",
    "*a",
    "<<: *a\n",
    "#",
    "|\n",
    "\t",
    "\u{feff}",
    "\u{0}",
    "!!str ",
    "---\n",
    "$ref: '#/paths'",
    "null",
    "1e999",
];

fn change() -> impl Strategy<Value = Change> {
    let piece = any::<Index>().prop_map(|index| PIECES[index.index(PIECES.len())]);
    prop_oneof![
        (any::<Index>(), 1..60_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<Index>(), piece).prop_map(|(at, piece)| Change::Put(at, piece)),
        (any::<Index>(), 1..200_usize, any::<Index>())
            .prop_map(|(from, length, to)| Change::Copy(from, length, to)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for change in changes {
        let count = chars.len() + 1;
        match change {
            Change::Cut(at, length) => {
                let at = at.index(count);
                chars.drain(at..(at + length).min(count - 1));
            }
            Change::Put(at, piece) => {
                let at = at.index(count);
                chars.splice(at..at, piece.chars());
            }
            Change::Copy(from, length, to) => {
                let from = from.index(count);
                let copy: Vec<char> = chars[from..(from + length).min(count - 1)].to_vec();
                let to = to.index(count);
                chars.splice(to..to, copy);
            }
        }
    }
    chars.into_iter().collect()
}

/// Reads a text, and asks for whatever a document can be asked for.
fn read(text: &str) {
    let document = match Document::parse("t", text) {
        Ok(document) => document,
        Err(error) => return assert!(error.diagnostics()[0].position.is_some(), "{error}"),
    };
    for misfit in document.misfits() {
        assert!(document.position(misfit.at.as_str()).line > 0);
    }
    for operation in document.operations() {
        document.parameters(&operation.pointer);
    }
}

#[test]
fn a_text_changed_at_random_is_read_or_refused() {
    let specs = ["chakra", "gigs", "thumbtack"].map(|name| {
        let path = format!("{}/../specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    });
    let as_json = |text: &String| {
        let document = Document::parse("t", text.as_str()).unwrap();
        serde_json::to_string_pretty(document.value()).unwrap()
    };
    let texts: Vec<String> = specs.iter().map(as_json).chain(specs.clone()).collect();
    let config = Config {
        cases: 300,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let cases = (any::<Index>(), vec(change(), 1..6));
    let ran = runner.run(&cases, |(text, changes)| {
        read(&changed(&texts[text.index(texts.len())], &changes));
        Ok(())
    });
    ran.unwrap_or_else(|failure| panic!("{failure}"));
}
