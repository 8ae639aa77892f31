//! JSON text to a value without double keys, by `serde_json`.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value, map::Entry};

use super::{Fault, MAX_DEPTH, spot::Lines};

pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    let body = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - body.len();
    match serde_json::from_str(body) {
        Ok(Strict(value)) => Ok(value),
        Err(error) => Err(fault(body, skipped, &error)),
    }
}

fn fault(body: &str, skipped: usize, error: &serde_json::Error) -> Fault {
    let offset = Lines::of(body).offset(error.line(), error.column());
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    match message.strip_prefix(TWICE) {
        Some(key) => {
            // The reader stands somewhere behind the key, but before the value.
            let before = body.get(..=offset).unwrap_or(body);
            let end = before.rfind('"').unwrap_or(0);
            let start = key_start(&before[..end]);
            Fault::new(skipped + start, format!("the key `{key}` stands twice"))
                .help("keep one of the two")
        }
        None if message == "recursion limit exceeded" => {
            let message = format!("nested deeper than {} levels", MAX_DEPTH - 1);
            Fault::new(skipped + offset, message)
                .help("give a part a name under `components`, and refer to it")
        }
        None => Fault::new(skipped + offset, format!("not JSON: {message}")),
    }
}

/// Where a quoted text begins that ends with this one, its last quote taken off.
fn key_start(before: &str) -> usize {
    let is_quote = |at: &usize| {
        let escapes = before[..*at]
            .bytes()
            .rev()
            .take_while(|byte| *byte == b'\\');
        escapes.count() % 2 == 0
    };
    let mut quotes = before.rmatch_indices('"').map(|(at, _)| at);
    quotes.find(is_quote).unwrap_or(0)
}

/// What the error begins with that a second key of one name causes.
const TWICE: &str = "twice: ";

/// A value in which no mapping has a key twice.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(flag.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Strict(item)) = list.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            match entries.entry(key) {
                Entry::Vacant(place) => {
                    let Strict(value) = map.next_value()?;
                    place.insert(value);
                }
                Entry::Occupied(known) => {
                    return Err(A::Error::custom(format!("{TWICE}{}", known.key())));
                }
            }
        }
        Ok(Value::Object(entries))
    }
}
