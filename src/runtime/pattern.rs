//! Patterns of texts in the dialect of ECMA-262, as OpenAPI has them.

use std::{fmt, sync::OnceLock};

use regress::Regex;

/// A pattern that is compiled when a text first meets it.
pub struct Pattern {
    text: &'static str,
    /// None for what is no pattern at all, which forbids nothing.
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern as the document writes it.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            compiled: OnceLock::new(),
        }
    }

    /// Whether the pattern is found anywhere in the text: only `^` and `$` tie it to the ends.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| compile(self.text));
        compiled
            .as_ref()
            .is_none_or(|regex| regex.find(text).is_some())
    }
}

/// With the flag `u`, for otherwise `\p{L}` is the text `p{L}`; without it what only then compiles.
fn compile(pattern: &str) -> Option<Regex> {
    let unicode = Regex::with_flags(pattern, "u");
    unicode.or_else(|_| Regex::new(pattern)).ok()
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.text).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_ecmascripts() {
        for (pattern, text, expected) in [
            ("^https://", "https://a.example", true),
            ("^https://", "http://a.example", false),
            ("b", "abc", true),
            (r"^\d+$", "12\n", false),
            (r"^\p{L}+$", "héé", true),
            (r"^.$", "𝒳", true),
            (r"^[\w\-]+$", "a-b", true),
            (r"^(?!x)", "x", false),
            (r"^a\_b$", "a_b", true),
            ("^[a-z", "what is no pattern forbids nothing", true),
        ] {
            assert_eq!(Pattern::new(pattern).is_in(text), expected, "{pattern}");
        }
    }
}
