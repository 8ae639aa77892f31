//! JSON text to a value, and on demand to positions, both by `serde_json`.

use std::{collections::BTreeMap, fmt};

use serde_json::{Value, value::RawValue};

use super::{
    Fault,
    spot::{Children, Lines, Spot},
};

pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    let body = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - body.len();
    serde_json::from_str(body).map_err(|error| {
        let offset = Lines::of(body).offset(error.line(), error.column());
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message);
        Fault::new(skipped + offset, format!("not JSON: {message}"))
    })
}

/// The positions of all values of a text that [`parse`] accepted.
pub(super) fn spots(text: &str) -> Spot {
    match serde_json::from_str::<&RawValue>(text.trim_start_matches('\u{feff}')) {
        Ok(raw) => walk(text, raw),
        Err(_) => Spot::default(),
    }
}

fn walk(text: &str, raw: &RawValue) -> Spot {
    let start = offset_in(text, raw.get());
    let mut spot = Spot::of(start..start + raw.get().len());
    spot.children = match raw.get().as_bytes().first() {
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(raw.get()).unwrap_or_default();
            Children::Mapping(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        let mut child = walk(text, value);
                        child.start = offset_in(text, key.get());
                        (serde_json::from_str(key.get()).unwrap_or_default(), child)
                    })
                    .collect::<BTreeMap<String, Spot>>(),
            )
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
            Children::Sequence(items.into_iter().map(|item| walk(text, item)).collect())
        }
        _ => Children::None,
    };
    spot
}

/// Both are slices of one text, so the distance of their addresses is the offset.
fn offset_in(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

#[derive(Default)]
struct Entries<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Entries<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Visitor)
    }
}
