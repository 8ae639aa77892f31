//! A text as its encodings mean it, each byte with its place in the text.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::tree;

/// What stays as it is in every part of a URL.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// An encoding that a value may be in where it occurs in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// None.
    Plain,
    /// Of URLs.
    Percent,
    /// Of forms, where `+` is a space.
    Form,
    /// Of texts in JSON.
    Escaped,
}

/// The meaning of a text in one encoding.
#[derive(Debug)]
pub(super) struct View {
    pub(super) bytes: Vec<u8>,
    /// For each byte, and for the end, where the text has what it stands for.
    starts: Vec<usize>,
}

impl Encoding {
    pub(super) const ALL: [Self; 4] = [Self::Plain, Self::Percent, Self::Form, Self::Escaped];

    /// Whether a text has anything that this encoding means otherwise.
    pub(super) fn occurs(self, text: &str) -> bool {
        match self {
            Self::Plain => true,
            Self::Percent => text.contains('%'),
            Self::Form => text.contains('+'),
            Self::Escaped => text.contains('\\'),
        }
    }

    /// A text in this encoding.
    pub(super) fn write(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Percent | Self::Form => percent(text),
            Self::Escaped => {
                let quoted = tree::quoted(text);
                quoted[1..quoted.len() - 1].to_owned()
            }
        }
    }

    /// What a text means.
    pub(super) fn view(self, text: &str) -> View {
        let mut view = View {
            bytes: Vec::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len() + 1),
        };
        let mut at = 0;
        while at < text.len() {
            let (meant, length) = self.read(&text.as_bytes()[at..]);
            view.starts.extend(meant.iter().map(|_| at));
            view.bytes.extend(meant);
            at += length;
        }
        view.starts.push(text.len());
        view
    }

    /// What the first sign of a text means, and how long it is.
    fn read(self, rest: &[u8]) -> (Vec<u8>, usize) {
        let read = match (self, rest[0]) {
            (Self::Percent | Self::Form, b'%') => hex(rest.get(1..3)).map(|code| {
                // Two digits are one byte.
                (vec![u8::try_from(code).unwrap_or_default()], 3)
            }),
            (Self::Form, b'+') => Some((vec![b' '], 1)),
            (Self::Escaped, b'\\') => escape(rest),
            _ => None,
        };
        read.unwrap_or((vec![rest[0]], 1))
    }
}

impl View {
    /// The part of the text that some bytes of its meaning stand for.
    pub(super) fn part(&self, range: &Range<usize>) -> Range<usize> {
        self.starts[range.start]..self.starts[range.end]
    }
}

/// A text as it stands in any part of a URL.
pub(super) fn percent(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}

fn escape(rest: &[u8]) -> Option<(Vec<u8>, usize)> {
    let letter = match rest.get(1)? {
        b'u' => return unicode(rest),
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'b' => 8,
        b'f' => 12,
        sign @ (b'"' | b'\\' | b'/') => *sign,
        _ => return None,
    };
    Some((vec![letter], 2))
}

/// `\u00e9`, or two of them that are one letter.
fn unicode(rest: &[u8]) -> Option<(Vec<u8>, usize)> {
    let first = hex(rest.get(2..6))?;
    let second = rest.get(6..8).filter(|sign| sign == b"\\u");
    let second = second.and_then(|_| hex(rest.get(8..12)));
    let units = [Some(first), second].into_iter().flatten();
    let mut letters = char::decode_utf16(units.filter_map(|unit| u16::try_from(unit).ok()));
    let letter = letters.next()?.ok()?;
    let length = if letter.len_utf16() == 2 { 12 } else { 6 };
    Some((letter.to_string().into_bytes(), length))
}

fn hex(digits: Option<&[u8]>) -> Option<u32> {
    let digits = std::str::from_utf8(digits?).ok()?;
    let all = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    all.then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn a_view_means_what_the_encoding_says_and_knows_its_places() {
        for (encoding, text, meant) in [
            (Encoding::Plain, "a%20+", "a%20+"),
            (Encoding::Percent, "a%20%C3%a9+%zz%", "a é+%zz%"),
            (Encoding::Form, "a+b%2B", "a b+"),
            (
                Encoding::Escaped,
                r#"\u00e9\"\/\ud83d\ude00\x\"#,
                "é\"/😀\\x\\",
            ),
        ] {
            let view = encoding.view(text);
            assert_eq!(String::from_utf8_lossy(&view.bytes), meant);
            assert_eq!(view.part(&(0..view.bytes.len())), 0..text.len());
            let again = encoding.view(&encoding.write(meant));
            assert_eq!(String::from_utf8_lossy(&again.bytes), meant);
        }
    }
}
