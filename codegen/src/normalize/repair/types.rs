//! Words that documents use as types and OpenAPI does not know.

/// The `type` and `format` that a word stands for; no type for words that mean any value.
pub(super) fn meant(word: &str) -> Option<(Option<&'static str>, Option<&'static str>)> {
    let word = word.trim().to_ascii_lowercase();
    let found = WORDS
        .iter()
        .find(|(words, ..)| words.contains(&word.as_str()));
    found.map(|(_, kind, format)| (*kind, *format))
}

type Word = (
    &'static [&'static str],
    Option<&'static str>,
    Option<&'static str>,
);

const WORDS: &[Word] = &[
    (
        &["str", "text", "char", "varchar", "enum"],
        Some("string"),
        None,
    ),
    (&["date"], Some("string"), Some("date")),
    (
        &["datetime", "date-time", "timestamp"],
        Some("string"),
        Some("date-time"),
    ),
    (&["uuid", "guid"], Some("string"), Some("uuid")),
    (&["uri", "url", "link"], Some("string"), Some("uri")),
    (&["email"], Some("string"), Some("email")),
    (&["time"], Some("string"), Some("time")),
    (&["base64"], Some("string"), Some("byte")),
    (&["file", "binary", "blob"], Some("string"), Some("binary")),
    (&["password"], Some("string"), Some("password")),
    (&["short", "byte", "numeric integer"], Some("integer"), None),
    (&["int32"], Some("integer"), Some("int32")),
    (&["long", "int64", "bigint"], Some("integer"), Some("int64")),
    (&["float"], Some("number"), Some("float")),
    (&["double"], Some("number"), Some("double")),
    (
        &["decimal", "numeric", "real", "money"],
        Some("number"),
        None,
    ),
    (&["bit"], Some("boolean"), None),
    (&["list", "set", "collection"], Some("array"), None),
    (
        &["map", "hash", "dict", "dictionary", "json", "struct"],
        Some("object"),
        None,
    ),
    (
        &[
            "any",
            "mixed",
            "*",
            "none",
            "null",
            "undefined",
            "unknown",
            "",
        ],
        None,
        None,
    ),
];

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn words_stand_for_types() {
        for (word, expected) in [
            ("Date-Time", Some((Some("string"), Some("date-time")))),
            ("long", Some((Some("integer"), Some("int64")))),
            ("any", Some((None, None))),
            ("User", None),
        ] {
            assert_eq!(meant(word), expected, "{word}");
        }
    }
}
