//! Finds known values wherever else they occur, in any encoding, and puts their stand-ins there.

use std::{cmp::Reverse, collections::BTreeMap};

use aho_corasick::AhoCorasick;

use super::{
    packed,
    view::{Encoding, READINGS, View, write},
};

/// A value to look for.
pub(super) struct Known {
    pub(super) value: String,
    pub(super) stand_in: String,
    /// Whether it counts only where it is a word of its own.
    pub(super) word: bool,
    /// Whether it is the same in capitals and in small letters, as an address is.
    pub(super) any_case: bool,
}

/// Looks for all known values at once.
pub(super) struct Scrubber {
    /// The values that are alike but for their case.
    alike: Vec<Vec<Known>>,
    matcher: Option<AhoCorasick>,
}

impl Scrubber {
    pub(super) fn new(known: Vec<Known>) -> Self {
        let mut alike = BTreeMap::<String, Vec<Known>>::new();
        for known in known {
            let group = alike.entry(known.value.to_ascii_lowercase());
            group.or_default().push(known);
        }
        let matcher = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(alike.keys())
            .ok();
        let alike = alike.into_values().collect();
        Self { alike, matcher }
    }

    /// The text with every known value replaced; `None` if there is none in it.
    pub(super) fn scrub(&self, text: &str) -> Option<String> {
        let mut now = None;
        for reading in READINGS {
            let changed = self.read(now.as_deref().unwrap_or(text), reading);
            now = changed.or(now);
        }
        let replace = |bytes: &[u8]| self.replaced(bytes);
        for unpack in [packed::base64, packed::hex] {
            let changed = unpack(now.as_deref().unwrap_or(text), &replace);
            now = changed.or(now);
        }
        now
    }

    fn read(&self, text: &str, reading: &[Encoding]) -> Option<String> {
        let view = View::of(text, reading)?;
        let mut out = String::new();
        let mut done = 0;
        for (range, known) in self.matches(&view.bytes) {
            let part = view.part(&range);
            out.push_str(&text[done..part.start]);
            out.push_str(&write(reading, &known.stand_in));
            done = part.end;
        }
        if done == 0 {
            return None;
        }
        out.push_str(&text[done..]);
        Some(out)
    }

    /// Some bytes with the known values replaced, and where the first of these begins.
    fn replaced(&self, bytes: &[u8]) -> Option<(usize, Vec<u8>)> {
        let matches = self.matches(bytes);
        let first = matches.first()?.0.start;
        let (mut out, mut done) = (Vec::new(), 0);
        for (range, known) in matches {
            out.extend_from_slice(&bytes[done..range.start]);
            out.extend_from_slice(known.stand_in.as_bytes());
            done = range.end;
        }
        out.extend_from_slice(&bytes[done..]);
        Some((first, out))
    }

    /// The known values in some bytes, from left to right, none within another.
    fn matches(&self, bytes: &[u8]) -> Vec<(std::ops::Range<usize>, &Known)> {
        let Some(matcher) = &self.matcher else {
            return Vec::new();
        };
        let hits = matcher.find_overlapping_iter(bytes);
        let known = hits.filter_map(|hit| {
            let alike = &self.alike[hit.pattern().as_usize()];
            let exact = |known: &&Known| known.value.as_bytes() == &bytes[hit.range()];
            let known = alike.iter().find(exact);
            let known = known.or_else(|| alike.iter().find(|known| known.any_case))?;
            let counts = !known.word || is_word(bytes, hit.start(), hit.end());
            counts.then(|| (hit.range(), known))
        });
        let mut found: Vec<_> = known.collect();
        // Where several begin, the longest counts.
        found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        let mut done = 0;
        found.retain(|(range, _)| {
            let apart = range.start >= done;
            if apart {
                done = range.end;
            }
            apart
        });
        found
    }
}

/// Whether neither neighbour of a part goes on with it.
fn is_word(bytes: &[u8], start: usize, end: usize) -> bool {
    // Bytes beyond ASCII are parts of letters.
    let goes_on = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    !goes_on(start.checked_sub(1).and_then(|before| bytes.get(before))) && !goes_on(bytes.get(end))
}

#[cfg(test)]
mod tests {
    use super::{Known, Scrubber};

    #[test]
    fn a_known_value_is_found_in_every_encoding() {
        let known = |value: &str, stand_in: &str, word| Known {
            value: value.to_owned(),
            stand_in: stand_in.to_owned(),
            word,
            any_case: value.contains('@'),
        };
        let scrubber = Scrubber::new(vec![
            known("s3cr3t/\"+é", "redacted-1", false),
            known("Will", "Abcd", true),
            known("jo@x.io", "a@b.c", true),
            known("JO@x.io", "d@e.f", true),
            known("abcdefGHI", "redacted-2", false),
            known("abcdef", "redacted-3", false),
            known("Long Island", "Bcde Fghijk", true),
            known("Long", "Bcde", true),
        ]);
        for (text, expected) in [
            ("x s3cr3t/\"+é x", Some("x redacted-1 x")),
            ("xs3cr3t/\"+éx", Some("xredacted-1x")),
            ("a=s3cr3t%2f%22%2B%C3%A9&b", Some("a=redacted-1&b")),
            ("s3cr3t\\/\\\"+\\u00e9", Some("redacted-1")),
            // `user:s3cr3t/"+é`
            (
                "Basic dXNlcjpzM2NyM3QvIivDqQ==",
                Some("Basic dXNlcjpyZWRhY3RlZC0x"),
            ),
            // `s3cr3t/"+é` behind a path, and in the alphabet of URLs
            ("/v1/czNjcjN0LyIrw6k", Some("/v1/cmVkYWN0ZWQtMQ")),
            ("s3cr3t&#47;&quot;&#x2b;é", Some("redacted-1")),
            ("s3cr3t%252F%2522%252B%25C3%25A9", Some("redacted-1")),
            ("Will and Willow", Some("Abcd and Willow")),
            ("will, WILL", None),
            ("jo@X.IO, JO@x.io", Some("a@b.c, d@e.f")),
            ("abcdefGhi", Some("redacted-3Ghi")),
            ("abcdefGHI", Some("redacted-2")),
            ("Long Islanders", Some("Bcde Islanders")),
            ("nothing", None),
        ] {
            assert_eq!(scrubber.scrub(text).as_deref(), expected, "{text}");
        }
    }
}
