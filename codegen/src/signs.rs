//! Signs that no comment of Rust may hold.

/// Whether a sign turns the direction of text, which Rust refuses in comments, or shows nothing.
pub(crate) fn is_hidden(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && !matches!(c, '\n' | '\t'))
}
