//! Values about to be written, their fields in the order of their type, which is that of the
//! document: a `serde_json::Value` would sort them by name.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;

/// A value as JSON has it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    /// Whatever holds no other values.
    Scalar(Value),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Written {
    /// The value as its JSON text has it: `to_value` alone would sort the fields of objects, and
    /// spell a float of 32 bits with the digits of one of 64, 19.99 as 19.989999771118164.
    pub(super) fn of(value: impl Serialize) -> serde_json::Result<Self> {
        let sorted = serde_json::to_value(&value)?;
        if stays(&sorted) {
            return Ok(sorted.into());
        }
        // What is nested too deeply to be read can still be written.
        serde_json::from_slice(&serde_json::to_vec(&value)?).or(Ok(sorted.into()))
    }

    pub(super) fn is_null(&self) -> bool {
        *self == Self::Scalar(Value::Null)
    }

    /// The same value, its fields by name.
    pub(super) fn sorted(&self) -> Value {
        match self {
            Self::Scalar(scalar) => scalar.clone(),
            Self::List(items) => items.iter().map(Self::sorted).collect(),
            Self::Object(entries) => {
                let entries = entries.iter();
                let entries = entries.map(|(key, value)| (key.clone(), value.sorted()));
                Value::Object(entries.collect())
            }
        }
    }
}

/// A scalar as a text that is no JSON has it: a number of no fraction as a whole one, which is what
/// those read who take it for one.
pub(super) fn spelled(scalar: &Value) -> String {
    match scalar {
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => match number.as_f64() {
            Some(float) if float.fract() == 0.0 && float.abs() < 1e21 => format!("{float:.0}"),
            _ => number.to_string(),
        },
        _ => scalar.to_string(),
    }
}

/// Whether a value loses nothing in a `Value`.
fn stays(value: &Value) -> bool {
    match value {
        Value::Number(number) => !number.is_f64(),
        Value::Array(items) => items.iter().all(stays),
        Value::Object(entries) => entries.len() < 2 && entries.values().all(stays),
        _ => true,
    }
}

impl From<Value> for Written {
    fn from(value: Value) -> Self {
        match value {
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(entries) => {
                let entries = entries.into_iter();
                Self::Object(entries.map(|(key, value)| (key, value.into())).collect())
            }
            scalar => Self::Scalar(scalar),
        }
    }
}

/// The JSON text.
impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_json::to_string(self).map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Scalar(scalar) => scalar.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WrittenVisitor)
    }
}

struct WrittenVisitor;

impl<'de> Visitor<'de> for WrittenVisitor {
    type Value = Written;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Written, E> {
        Ok(Written::Scalar(Value::Null))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Written, E> {
        Ok(Written::Scalar(flag.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Written, E> {
        Ok(Written::Scalar(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Written, E> {
        Ok(Written::Scalar(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Written, E> {
        Ok(Written::Scalar(number.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Written, E> {
        Ok(Written::Scalar(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Written, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Written::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Written, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        // Another crate may have turned on `arbitrary_precision` of serde_json: a number is then a
        // map of this one key.
        if let [(key, Self::Value::Scalar(Value::String(text)))] = &*entries
            && key == "$serde_json::private::Number"
        {
            let number: serde_json::Number = text.parse().map_err(de::Error::custom)?;
            return Ok(Written::Scalar(number.into()));
        }
        Ok(Written::Object(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Price {
        unit: &'static str,
        amount: f32,
        parts: Vec<Part>,
    }

    #[derive(Serialize)]
    struct Part {
        z: u8,
        a: Option<i64>,
    }

    #[test]
    fn fields_stay_in_their_order_and_floats_as_short_as_they_are() {
        let parts = vec![Part { z: 1, a: None }, Part { z: 2, a: Some(-3) }];
        let price = Price {
            unit: "€",
            amount: 19.99,
            parts,
        };
        let expected = r#"{"unit":"€","amount":19.99,"parts":[{"z":1,"a":null},{"z":2,"a":-3}]}"#;
        let written = Written::of(&price).unwrap();
        assert_eq!(written.to_string(), expected);
        let sorted: Value = serde_json::from_str(expected).unwrap();
        assert_eq!(written.sorted(), sorted);
    }

    #[test]
    fn what_is_nested_too_deeply_to_be_read_is_written() {
        let deep = (0..200).fold(Value::Null, |deep, _| serde_json::json!([deep, 0.5]));
        assert_eq!(Written::of(&deep).unwrap().sorted(), deep);
    }
}
