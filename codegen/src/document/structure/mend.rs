//! What makes a misfit fit, where the table of objects leaves no doubt what was meant.

use serde_json::{Map, Value, json};

use super::shape::{Object, Shape};
use crate::spelling;

/// The smallest change after which a value fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mend {
    /// The key is this keyword.
    Rename(String),
    /// The value is this one.
    Write(Value),
    /// The value says nothing that can be understood, but that something is here.
    Empty,
    /// The value says nothing that can be understood.
    Remove,
    /// The key is no keyword, so it says nothing.
    Ignore,
    /// Several things may have been meant, and whoever reads the value has to decide.
    Leave,
}

impl Mend {
    /// A key in other letters is the keyword, where that is not there as well; what one with a slip
    /// of the pen says, `meant` for a keyword, is lost.
    pub(super) fn of_key(
        object: &Object,
        entries: &Map<String, Value>,
        key: &str,
        meant: Option<&str>,
    ) -> Self {
        let keywords = object.keywords.iter().map(|(keyword, _)| *keyword);
        let mut alike = keywords.filter(|keyword| plain(keyword) == plain(key));
        match alike.next() {
            Some(keyword) if !entries.contains_key(keyword) => Self::Rename(keyword.to_owned()),
            None if meant.is_some_and(|meant| !entries.contains_key(meant)) => Self::Remove,
            _ => Self::Ignore,
        }
    }
}

/// A key without what is often written in other ways: `operation_id`, `OperationID`.
fn plain(key: &str) -> String {
    key.replace(['_', '-', ' '], "").to_ascii_lowercase()
}

impl Shape {
    /// What makes the value have this shape.
    pub(super) fn mended(&self, value: &Value) -> Mend {
        match (self, value) {
            (Self::Hinted(shape, _) | Self::Extension(shape) | Self::OneOrList(shape), _) => {
                shape.mended(value)
            }
            (Self::Choice(choices), Value::String(text)) => {
                match spelling::meant(text.trim(), choices.iter().copied()) {
                    Some(choice) => Mend::Write(json!(choice)),
                    None => Mend::Leave,
                }
            }
            (Self::Choice(_), _) => Mend::Leave,
            (Self::Text, Value::Number(_) | Value::Bool(_)) => {
                Mend::Write(json!(value.to_string()))
            }
            (Self::Flag | Self::FlagOr(_), Value::String(text)) => {
                match text.trim().to_ascii_lowercase().as_str() {
                    "true" | "yes" => Mend::Write(json!(true)),
                    "false" | "no" => Mend::Write(json!(false)),
                    _ => Mend::Remove,
                }
            }
            (Self::Number | Self::Count, Value::String(text)) => {
                match serde_json::from_str::<Value>(text.trim()) {
                    Ok(number) if self.fits(&number) => Mend::Write(number),
                    _ => Mend::Remove,
                }
            }
            // Something is there, of which nothing is said.
            (Self::Referable(_) | Self::Map(_), Value::Null) => Mend::Write(json!({})),
            // A flag where a list belongs is meant as a flag.
            (Self::List(_) | Self::Filled(_), Value::String(text))
                if text == "true" || text == "false" =>
            {
                Mend::Remove
            }
            (Self::Referable(_), _) => Mend::Empty,
            (Self::List(of) | Self::Filled(of), _) if !value.is_object() && of.fits(value) => {
                Mend::Write(json!([value]))
            }
            _ => Mend::Remove,
        }
    }
}
