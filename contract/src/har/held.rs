//! The text of one entry of an archive, and where its parts stand in the archive's file.

use std::{fmt, ops::Range, sync::Arc};

use bindery_codegen::{Pointer, Position};

use crate::{
    Place,
    recording::locate::{self, Spot},
};

/// Where an entry holds its URL.
const URL: &str = "/request/url";

/// One entry as it stands in its file.
#[derive(Clone)]
pub(crate) struct Held {
    pub(crate) file: Arc<str>,
    /// Where its first character stands.
    pub(crate) start: Position,
    pub(crate) text: String,
}

/// An entry has credentials in it, so its text is not shown.
impl fmt::Debug for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.start)
    }
}

impl Held {
    /// The place of a part of the entry.
    pub(crate) fn place(&self, pointer: &str) -> Place {
        let pointer = Pointer::from(pointer);
        let spot = locate::spot(&self.text, &pointer);
        let mut place = self.shown(spot.start..self.harmless(&spot));
        // A query may hold a key, and what is said of a request names the parameter.
        if let Some(end) = place.line.find('?').filter(|_| pointer.as_str() == URL) {
            place.line.truncate(end);
            place.width = place.line.chars().count();
        }
        place.pointer = pointer;
        place
    }

    /// Where that part of a value ends that holds no other: of a request or its headers, the key
    /// alone, since what is below may hold credentials; of a header, what stands before its value.
    fn harmless(&self, spot: &Spot) -> usize {
        let value = &self.text[spot.value..spot.end];
        let before = if !value.starts_with(['{', '[']) {
            return spot.end;
        } else if spot.start < spot.value {
            &self.text[spot.start..spot.value]
        } else {
            let end = value.find("\"value\"").unwrap_or(1);
            &value[..end]
        };
        spot.start + before.trim_end_matches([' ', ',', ':', '\n']).len()
    }

    /// The query of the URL as it was sent, not decoded.
    pub(crate) fn query(&self) -> Option<String> {
        let spot = locate::spot(&self.text, &Pointer::from(URL));
        let url: String = serde_json::from_str(&self.text[spot.value..spot.end]).ok()?;
        let bare = url.split('#').next()?;
        bare.split_once('?').map(|(_, query)| query.to_owned())
    }

    /// The place of some bytes of the text that a string of the entry means.
    pub(crate) fn inside(&self, at: &str, text: &str, meant: Range<usize>) -> Place {
        let spot = locate::spot(&self.text, &Pointer::from(at));
        let string = &self.text[spot.value..spot.end];
        let byte = |offset: usize| {
            let characters = text.get(..offset).unwrap_or(text).encode_utf16().count();
            spot.value + raw(string, characters)
        };
        self.shown(byte(meant.start)..byte(meant.end))
    }

    /// Where a byte of the entry stands in the file.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let inside = locate::position(&self.text, offset);
        let first = if inside.line == 1 {
            self.start.column - 1
        } else {
            0
        };
        Position {
            line: self.start.line + inside.line - 1,
            column: first + inside.column,
        }
    }

    fn shown(&self, meant: Range<usize>) -> Place {
        let position = self.position(meant.start);
        Place::excerpt(
            &self.file,
            position,
            self.text.get(meant).unwrap_or_default(),
        )
    }
}

/// The byte of a JSON string, its quotes included, at which a character of its meaning stands,
/// counted in UTF-16 as `\u` escapes are.
fn raw(string: &str, wanted: usize) -> usize {
    let mut characters = string.char_indices().skip(1);
    let mut count = 0;
    while let Some((at, character)) = characters.next() {
        if count >= wanted {
            return at;
        }
        count += character.len_utf16();
        if character == '\\' && matches!(characters.next(), Some((_, 'u'))) {
            characters.nth(3);
        }
    }
    string.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip] // One case, one line.
    fn a_place_in_a_string_is_a_place_in_the_file() {
        let cases = [
            (r#"{"t": "{\"a\": 1}"}"#, "/a", 9, r#"\"a\": 1"#, "behind an escape"),
            (r#"{"t": "{\"a\":{\"b\":[7,8]}}"}"#, "/a/b/1", 25, "8", "an item"),
            (r#"{"t": "{\"\u00e9\ud83d\ude00é😀\": 1, \"b\": 2}"}"#, "/b", 38, r#"\"b\": 2"#, "behind escaped and plain characters"),
            (r#"{"t": "{\n  \"a\": [\n 1 ]\n}"}"#, "/a", 13, r#"\"a\": ["#, "the rest of an escaped line"),
        ];
        for (text, pointer, column, shown, case) in cases {
            let held = Held {
                file: Arc::from("x.har"),
                start: Position { line: 7, column: 1 },
                text: text.to_owned(),
            };
            let decoded: serde_json::Value = serde_json::from_str(text).expect("JSON");
            let body = decoded["t"].as_str().expect("a text");
            let spot = locate::spot(body, &Pointer::from(pointer));
            let place = held.inside("/t", body, spot.start..spot.end);
            assert_eq!((place.position.line, place.position.column), (7, column), "{case}");
            assert_eq!(place.line, shown, "{case}");
        }
    }

    #[test]
    #[rustfmt::skip] // One case, one line.
    fn what_is_shown_of_an_entry_holds_no_credentials() {
        let text = r#"{"request":{"url":"https://a/b?key=s","headers":[{"name":"Cookie","value":"s"},{"value":"s","name":"x"}]},"response":{"status":200}}"#;
        let cases = [
            ("/request/url", r#""url":"https://a/b"#, "no query"),
            ("/request", r#""request""#, "nothing below a request"),
            ("/request/headers", r#""headers""#, "nor below its headers"),
            ("/request/headers/0", r#"{"name":"Cookie""#, "the name of a header alone"),
            ("/request/headers/1", "{", "wherever it stands"),
            ("/request/headers/7", r#""headers""#, "a header that is not listed"),
            ("/response/status", r#""status":200"#, "what is no credential"),
        ];
        let held = Held {
            file: Arc::from("x.har"),
            start: Position { line: 1, column: 1 },
            text: text.to_owned(),
        };
        for (pointer, shown, case) in cases {
            let place = held.place(pointer);
            assert_eq!(place.line, shown, "{case}");
            assert_eq!(place.width, shown.chars().count(), "{case}");
        }
    }
}
