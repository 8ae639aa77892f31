//! The formats that are asserted, of which JSON Schema itself asserts none.

use std::sync::LazyLock;

use jsonschema::{Draft, EmailOptions, Keyword, ValidationError, ValidationOptions, Validator};
use serde_json::{Number, Value, json};

use crate::json;

/// Formats of texts that are asserted; any other is a remark to the reader.
pub(super) const ASSERTED: [&str; 8] = [
    "byte",
    "date",
    "date-time",
    "email",
    "ipv4",
    "ipv6",
    "uri",
    "uuid",
];

/// A validator for each asserted format, as the newest draft defines it.
static VALIDATORS: LazyLock<Vec<(&str, Validator)>> = LazyLock::new(|| {
    let built = ASSERTED
        .iter()
        .filter_map(|name| Some((*name, newest(name)?)));
    built.collect()
});

/// The keyword that lowered schemas have for the range that a format of numbers means.
pub(super) const RANGE: &str = "x-range";

/// The range of a format of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    Int32,
    Int64,
    Float,
    Double,
}

impl Range {
    /// The range that a format means.
    pub(super) fn of(format: &str) -> Option<Self> {
        match format {
            "int32" => Some(Self::Int32),
            "int64" => Some(Self::Int64),
            "float" => Some(Self::Float),
            "double" => Some(Self::Double),
            _ => None,
        }
    }

    fn holds(self, number: &Number) -> bool {
        let float = number.as_f64().unwrap_or(f64::INFINITY);
        match self {
            Self::Int32 => float >= i32::MIN.into() && float <= i32::MAX.into(),
            // The least one is exact, so a float that equals it was written as something less.
            Self::Int64 => number.as_i64().is_some() || number.is_f64() && float.abs() < INT64_END,
            // What rounds to the greatest float is one; what is half a step beyond is none.
            Self::Double => !json::is_beyond(number),
            Self::Float => float.abs() < f64::from(f32::MAX) + 2f64.powi(103),
        }
    }
}

/// One more than the greatest `int64`.
const INT64_END: f64 = 9_223_372_036_854_775_808.0;

impl<'i> Keyword<'i> for Range {
    fn validate(&self, value: &'i Value) -> Result<(), ValidationError<'i>> {
        if Keyword::is_valid(self, value) {
            Ok(())
        } else {
            Err(ValidationError::custom("out of range"))
        }
    }

    fn is_valid(&self, value: &'i Value) -> bool {
        value.as_number().is_none_or(|number| self.holds(number))
    }
}

/// Teaches a validator the asserted formats.
pub(super) fn register(options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    let mut options = options.with_keyword(RANGE, |_, format, _| {
        let range = format.as_str().and_then(Range::of);
        let unknown = || ValidationError::custom("no range");
        let range: Box<dyn for<'i> Keyword<'i>> = Box::new(range.ok_or_else(unknown)?);
        Ok(range)
    });
    for (name, validator) in VALIDATORS.iter() {
        let padded_once = *name == "byte";
        options = options.with_format(*name, move |text: &str| {
            // Several texts of base64 in a row are read as one, and are none.
            let ends = !padded_once || !text.trim_end_matches('=').contains('=');
            ends && validator.is_valid(&Value::String(text.to_owned()))
        });
    }
    options
}

fn newest(format: &str) -> Option<Validator> {
    // OpenAPI's own `byte` is what JSON Schema calls an encoding: base64 as of RFC 4648.
    let (draft, schema) = match format {
        "byte" => (Draft::Draft7, json!({ "contentEncoding": "base64" })),
        _ => (Draft::Draft202012, json!({ "format": format })),
    };
    jsonschema::options()
        .with_draft(draft)
        .should_validate_formats(true)
        // A name before the address belongs to a letter's header, not to the address.
        .with_email_options(EmailOptions::default().without_display_text())
        .build(&schema)
        .ok()
}
