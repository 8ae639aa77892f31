//! Where a value stands in a JSON text, found by walking down to that value alone.

use std::fmt;

use bindery_codegen::{Pointer, Position};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The bytes of a value and of the entry that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Where the entry begins: the key in an object, the value elsewhere.
    pub(crate) start: usize,
    /// Where the value begins.
    pub(crate) value: usize,
    /// Where the value ends.
    pub(crate) end: usize,
}

/// The spot of a value, or of its nearest ancestor where a pointer leads to nothing.
///
/// Each step reads what is below the value of the step before, and keeps nothing of it.
pub(crate) fn spot(text: &str, pointer: &Pointer) -> Spot {
    let whole = Spot {
        start: 0,
        value: 0,
        end: text.len(),
    };
    let Ok(mut raw) = serde_json::from_str::<&RawValue>(text) else {
        return whole;
    };
    let mut spot = spot_of(text, raw, raw);
    for token in pointer.tokens() {
        let mut reader = serde_json::Deserializer::from_str(raw.get());
        let Ok(Some((key, value))) = Child(&token).deserialize(&mut reader) else {
            break;
        };
        spot = spot_of(text, key, value);
        raw = value;
    }
    spot
}

/// Line and column of a byte of a text.
pub(crate) fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Position {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before[start..].chars().count() + 1,
    }
}

/// The byte that `serde_json` means by a line and a column, which it counts in bytes.
pub(crate) fn offset(text: &str, error: &serde_json::Error) -> usize {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let start = match error.line().checked_sub(2) {
        Some(earlier) => breaks.map(|(at, _)| at + 1).nth(earlier).unwrap_or(0),
        None => 0,
    };
    (start + error.column().saturating_sub(1)).min(text.len())
}

/// What `serde_json` complains of, without the place that it adds, and without the value that it
/// found, which may be a secret.
pub(crate) fn complaint(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let (text, _) = text.rsplit_once(" at line ").unwrap_or((&text, ""));
    let parts = (text.split_once(": "), text.rsplit_once(", expected "));
    match parts {
        (Some((what @ ("invalid type" | "invalid value"), found)), Some((_, expected))) => {
            let found = found.split(['`', '"', ',']).next().unwrap_or_default();
            format!("{what}: {}, expected {expected}", found.trim_end())
        }
        _ => text.to_owned(),
    }
}

/// All are slices of one text, so the distance of their addresses is the offset.
fn spot_of(text: &str, key: &RawValue, value: &RawValue) -> Spot {
    let offset = |part: &str| (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Spot {
        start: offset(key.get()),
        value: offset(value.get()),
        end: offset(value.get()) + value.get().len(),
    }
}

/// The entry of a name or an index: its key, which of an item is the item itself, and its value.
struct Child<'t>(&'t str);

impl<'de> DeserializeSeed<'de> for Child<'_> {
    type Value = Option<(&'de RawValue, &'de RawValue)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Child<'_> {
    type Value = Option<(&'de RawValue, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<&RawValue>()? {
            // Of equal names the last one counts, as it does for the value itself.
            if serde_json::from_str::<String>(key.get()).is_ok_and(|name| name == self.0) {
                found = Some((key, map.next_value()?));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let wanted = self.0.parse::<usize>().ok();
        let mut found = None;
        let mut index = 0;
        while let Some(item) = items.next_element::<&RawValue>()? {
            if wanted == Some(index) {
                found = Some((item, item));
            }
            index += 1;
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_shows_no_value() {
        for (text, expected) in [
            ("7.5", "invalid type: floating point, expected a sequence"),
            ("7", "invalid type: integer, expected a sequence"),
            (
                "\"s3cr3t, expected at line 1\"",
                "invalid type: string, expected a sequence",
            ),
            ("null", "invalid type: null, expected a sequence"),
            ("[\"s3cr3t\"]", "invalid type: string, expected u8"),
            ("[300]", "invalid value: integer, expected u8"),
            ("[1", "EOF while parsing a list"),
        ] {
            let error = serde_json::from_str::<Vec<u8>>(text).expect_err("no list of bytes");
            assert_eq!(complaint(&error), expected, "{text}");
        }
    }

    #[test]
    #[rustfmt::skip] // One case, one line.
    fn a_value_is_found_by_its_pointer() {
        let cases = [
            ("", "{ \"a\" : [1, {\"b/c\": null}] }", "the whole text"),
            ("/a", "\"a\" : [1, {\"b/c\": null}]", "a member, from its key on"),
            ("/a/0", "1", "an item"),
            ("/a/1/b~1c", "\"b/c\": null", "an escaped name"),
            ("/a/1/x/y", "{\"b/c\": null}", "the nearest ancestor of nothing"),
            ("/a/7", "\"a\" : [1, {\"b/c\": null}]", "an index beyond the end"),
            ("/a/0/x", "1", "nothing is below a number"),
        ];
        let text = "{ \"a\" : [1, {\"b/c\": null}] }";
        for (pointer, expected, case) in cases {
            let found = spot(text, &Pointer::from(pointer));
            assert_eq!(&text[found.start..found.end], expected, "{case}");
        }
        assert_eq!(spot("{broken", &Pointer::from("/a")).start, 0, "no JSON has its start only");
    }
}
