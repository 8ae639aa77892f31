//! Finds known values wherever else they occur, in any encoding, and puts their stand-ins there.

use aho_corasick::{AhoCorasick, Input, MatchKind};
use base64::{
    Engine, alphabet,
    engine::{
        DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig,
        general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
    },
};

use super::view::Encoding;

/// How short a run of letters may be that is read as base64.
const SHORTEST: usize = 8;
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const PLAIN: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const FOR_URLS: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// A value to look for.
pub(super) struct Known {
    pub(super) value: String,
    pub(super) stand_in: String,
    /// Whether it counts only where it is a word of its own.
    pub(super) word: bool,
}

/// Looks for all known values at once.
pub(super) struct Scrubber {
    known: Vec<Known>,
    matcher: Option<AhoCorasick>,
}

impl Scrubber {
    pub(super) fn new(known: Vec<Known>) -> Self {
        let values = known.iter().map(|known| known.value.as_str());
        let matcher = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(values)
            .ok();
        Self { known, matcher }
    }

    /// The text with every known value replaced; `None` if there is none in it.
    pub(super) fn scrub(&self, text: &str) -> Option<String> {
        let mut now = None;
        for encoding in Encoding::ALL {
            let text = now.as_deref().unwrap_or(text);
            if encoding.occurs(text)
                && let Some(changed) = self.encoded(text, encoding)
            {
                now = Some(changed);
            }
        }
        let changed = self.base64(now.as_deref().unwrap_or(text));
        changed.or(now)
    }

    fn encoded(&self, text: &str, encoding: Encoding) -> Option<String> {
        let view = encoding.view(text);
        let mut out = String::new();
        let mut done = 0;
        for (range, known) in self.matches(&view.bytes) {
            let part = view.part(&range);
            out.push_str(&text[done..part.start]);
            out.push_str(&encoding.write(&known.stand_in));
            done = part.end;
        }
        if done == 0 {
            return None;
        }
        out.push_str(&text[done..]);
        Some(out)
    }

    /// Runs of base64 whose meaning holds a known value.
    fn base64(&self, text: &str) -> Option<String> {
        let mut out = String::new();
        let mut done = 0;
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "+/-_".contains(letter);
        let mut at = 0;
        while let Some(start) = text[at..].find(is_letter).map(|start| at + start) {
            let rest = &text[start..];
            let bare = rest.find(|letter| !is_letter(letter)).unwrap_or(rest.len());
            let padding = rest[bare..].len() - rest[bare..].trim_start_matches('=').len();
            at = start + bare + padding;
            if bare >= SHORTEST
                && let Some(run) = self.run(&text[start..start + bare], padding > 0)
            {
                out.push_str(&text[done..start]);
                out.push_str(&run);
                done = at;
            }
        }
        if done == 0 {
            return None;
        }
        out.push_str(&text[done..]);
        Some(out)
    }

    fn run(&self, run: &str, padded: bool) -> Option<String> {
        let for_urls = run.contains(['-', '_']);
        let engine = if for_urls { FOR_URLS } else { PLAIN };
        let bytes = engine.decode(run).ok()?;
        let mut out = Vec::new();
        let mut done = 0;
        for (range, known) in self.matches(&bytes) {
            out.extend_from_slice(&bytes[done..range.start]);
            out.extend_from_slice(known.stand_in.as_bytes());
            done = range.end;
        }
        if done == 0 {
            return None;
        }
        out.extend_from_slice(&bytes[done..]);
        Some(match (for_urls, padded) {
            (true, true) => URL_SAFE.encode(out),
            (true, false) => URL_SAFE_NO_PAD.encode(out),
            (false, true) => STANDARD.encode(out),
            (false, false) => STANDARD_NO_PAD.encode(out),
        })
    }

    /// The known values in some bytes, from left to right, none within another.
    fn matches(&self, bytes: &[u8]) -> Vec<(std::ops::Range<usize>, &Known)> {
        let mut found = Vec::new();
        let Some(matcher) = &self.matcher else {
            return found;
        };
        let mut at = 0;
        while let Some(hit) = matcher.find(Input::new(bytes).range(at..)) {
            let known = &self.known[hit.pattern().as_usize()];
            if known.word && !is_word(bytes, hit.start(), hit.end()) {
                at = hit.start() + 1;
            } else {
                found.push((hit.range(), known));
                at = hit.end();
            }
        }
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
        };
        let scrubber = Scrubber::new(vec![
            known("s3cr3t/\"+é", "redacted-1", false),
            known("Will", "Abcd", true),
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
            ("Will and Willow", Some("Abcd and Willow")),
            ("nothing", None),
        ] {
            assert_eq!(scrubber.scrub(text).as_deref(), expected, "{text}");
        }
    }
}
