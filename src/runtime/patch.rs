//! Null, absent and value, kept apart.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A field that may be absent, null or a value, each of which means something else.
///
/// In an update, [`Patch::Absent`] leaves what is there, [`Patch::Null`] clears it, and a value
/// replaces it. Setters take anything that becomes one:
///
/// ```
/// use bindery::Patch;
///
/// assert_eq!(Patch::<u8>::default(), Patch::Absent);
/// assert_eq!(Patch::<u8>::from(7), Patch::Value(7));
/// assert_eq!(Patch::<u8>::from(Some(7)), Patch::Value(7));
/// assert_eq!(Patch::<u8>::from(None), Patch::Null);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Patch<T> {
    /// Not on the wire at all.
    #[default]
    Absent,
    /// `null` on the wire.
    Null,
    /// The value on the wire.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the field is not on the wire.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the field is null on the wire.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value itself, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is null: leave the setter out to leave the field out.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // An absent field is skipped by its struct; alone it has no other form than null.
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

/// Reads an optional field whose value may be any JSON, so that null is a value and not nothing.
///
/// # Errors
/// When the value does not decode.
pub fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Update {
        #[serde(default, skip_serializing_if = "Patch::is_absent")]
        tags: Patch<Vec<String>>,
    }

    #[test]
    fn the_three_reach_the_wire_as_three() {
        for (tags, json) in [
            (Patch::Absent, "{}"),
            (Patch::Null, r#"{"tags":null}"#),
            (Patch::Value(vec![]), r#"{"tags":[]}"#),
            (Patch::Value(vec!["a".to_owned()]), r#"{"tags":["a"]}"#),
        ] {
            let update = Update { tags };
            assert_eq!(serde_json::to_string(&update).unwrap(), json);
            assert_eq!(serde_json::from_str::<Update>(json).unwrap(), update);
        }
    }
}
