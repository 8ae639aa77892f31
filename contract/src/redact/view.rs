//! A text as its encodings mean it, each byte with its place in the text.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::tree;

/// How long an entity of markup may be.
const LONGEST: usize = 10;

/// What stays as it is in every part of a URL.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// An encoding that a value may be in where it occurs in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Of URLs.
    Percent,
    /// Of forms, where `+` is a space.
    Form,
    /// Of texts in JSON.
    Escaped,
    /// Of texts in HTML and XML.
    Markup,
}

/// The meaning of a text in some encodings.
#[derive(Debug)]
pub(super) struct View {
    pub(super) bytes: Vec<u8>,
    /// For each byte, and for the end, where the text has what it stands for.
    starts: Vec<usize>,
}

/// The encodings that a text is read in, the outermost first: each alone, and those that are
/// often put around each other.
pub(super) const READINGS: [&[Encoding]; 10] = [
    &[],
    &[Encoding::Percent],
    &[Encoding::Form],
    &[Encoding::Escaped],
    &[Encoding::Markup],
    &[Encoding::Percent, Encoding::Percent],
    &[Encoding::Form, Encoding::Form],
    &[Encoding::Escaped, Encoding::Escaped],
    &[Encoding::Percent, Encoding::Escaped],
    &[Encoding::Escaped, Encoding::Markup],
];

/// A text in some encodings, the outermost first.
pub(super) fn write(reading: &[Encoding], text: &str) -> String {
    let inside_out = reading.iter().rev();
    inside_out.fold(text.to_owned(), |text, encoding| encoding.write(&text))
}

impl Encoding {
    /// The signs that begin what this encoding means otherwise.
    fn signs(self) -> &'static [u8] {
        match self {
            Self::Percent => b"%",
            Self::Form => b"%+",
            Self::Escaped => b"\\",
            Self::Markup => b"&",
        }
    }

    /// A text in this encoding.
    pub(super) fn write(self, text: &str) -> String {
        match self {
            Self::Percent | Self::Form => percent(text),
            Self::Markup => marked_up(text),
            Self::Escaped => {
                let quoted = tree::quoted(text);
                quoted[1..quoted.len() - 1].to_owned()
            }
        }
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
            (Self::Markup, b'&') => entity(rest),
            _ => None,
        };
        read.unwrap_or((vec![rest[0]], 1))
    }
}

impl View {
    /// What a text means in some encodings; `None` where one of them has nothing to say.
    pub(super) fn of(text: &str, reading: &[Encoding]) -> Option<Self> {
        let whole = Self {
            bytes: text.as_bytes().to_vec(),
            starts: (0..=text.len()).collect(),
        };
        let mut encodings = reading.iter();
        encodings.try_fold(whole, |view, encoding| view.read(*encoding))
    }

    fn read(&self, encoding: Encoding) -> Option<Self> {
        let signs = encoding.signs();
        if !self.bytes.iter().any(|byte| signs.contains(byte)) {
            return None;
        }
        let mut view = Self {
            bytes: Vec::with_capacity(self.bytes.len()),
            starts: Vec::with_capacity(self.starts.len()),
        };
        let mut at = 0;
        while at < self.bytes.len() {
            let (meant, length) = encoding.read(&self.bytes[at..]);
            view.starts.extend(meant.iter().map(|_| self.starts[at]));
            view.bytes.extend(meant);
            at += length;
        }
        view.starts.extend(self.starts.last());
        Some(view)
    }

    /// The part of the text that some bytes of its meaning stand for.
    pub(super) fn part(&self, range: &Range<usize>) -> Range<usize> {
        self.starts[range.start]..self.starts[range.end]
    }
}

/// A text as it stands in any part of a URL.
pub(super) fn percent(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}

/// A text as it stands in HTML and XML.
fn marked_up(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '&' | '<' | '>' | '"' | '\'' => format!("&#{};", u32::from(letter)),
        letter => letter.to_string(),
    });
    letters.collect()
}

/// `&amp;`, `&#233;` or `&#xe9;`.
fn entity(rest: &[u8]) -> Option<(Vec<u8>, usize)> {
    let end = rest.iter().take(LONGEST).position(|sign| *sign == b';')?;
    let name = std::str::from_utf8(&rest[1..end]).ok()?;
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        name => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((letter.to_string().into_bytes(), end + 1))
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
    use super::{
        Encoding::{Escaped, Form, Markup, Percent},
        READINGS, View, write,
    };

    #[test]
    fn a_view_means_what_the_encodings_say_and_knows_its_places() {
        for (reading, text, meant) in [
            (&[][..], "a%20+", "a%20+"),
            (&[Percent], "a%20%C3%a9+%zz%", "a é+%zz%"),
            (&[Form], "a+b%2B", "a b+"),
            (&[Escaped], r#"\u00e9\"\/\ud83d\ude00\x\"#, "é\"/😀\\x\\"),
            (&[Markup], "&lt;&#233;&#xE9;&apos;&none;&", "<éé'&none;&"),
            (&[Percent, Percent], "a%2520b", "a b"),
            (&[Escaped, Escaped], r#"\\\"\\u00e9"#, "\"é"),
            (&[Percent, Escaped], "%5C%22", "\""),
        ] {
            let view = View::of(text, reading).expect("there is something to read");
            assert_eq!(String::from_utf8_lossy(&view.bytes), meant);
            assert_eq!(view.part(&(0..view.bytes.len())), 0..text.len());
        }
        for reading in READINGS {
            let text = "a \"é\"\\ <&> 100 %";
            let view =
                View::of(&write(reading, text), reading).expect("there is something to read");
            assert_eq!(String::from_utf8_lossy(&view.bytes), text, "{reading:?}");
        }
        assert!(View::of("plain", &[Percent]).is_none());
    }
}
