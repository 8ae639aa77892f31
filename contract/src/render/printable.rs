//! Texts as a terminal and a log may show them: what would steer either is spelled out.

use std::borrow::Cow;

/// A text for one line, without control characters and without marks that turn the direction in
/// which it is read: an escape sequence becomes `\u{1b}` and what follows it.
pub fn printable(text: &str) -> Cow<'_, str> {
    spelled(text, steers)
}

/// The same for a text of several lines, which keeps its line ends and tabs.
pub fn printable_lines(text: &str) -> Cow<'_, str> {
    spelled(text, |sign| steers(sign) && !matches!(sign, '\n' | '\t'))
}

fn spelled(text: &str, such: fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(such) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if such(sign) {
            out.extend(sign.escape_default());
        } else {
            out.push(sign);
        }
    }
    Cow::Owned(out)
}

fn steers(sign: char) -> bool {
    let turns = matches!(
        sign,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    let parts_lines = matches!(sign, '\u{2028}' | '\u{2029}');
    sign.is_control() || turns || parts_lines
}

#[cfg(test)]
mod tests {
    use super::{printable, printable_lines};

    #[test]
    fn what_steers_a_terminal_is_spelled_out() {
        for (text, line, lines) in [
            ("plain é 漢", "plain é 漢", "plain é 漢"),
            ("\x1b[31mred", "\\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\nb\tc\r", "a\\nb\\tc\\r", "a\nb\tc\\r"),
            (
                "\u{202e}x\u{2069}",
                "\\u{202e}x\\u{2069}",
                "\\u{202e}x\\u{2069}",
            ),
            ("\u{9b}1m\u{7f}", "\\u{9b}1m\\u{7f}", "\\u{9b}1m\\u{7f}"),
        ] {
            assert_eq!(printable(text), line);
            assert_eq!(printable_lines(text), lines);
        }
    }
}
