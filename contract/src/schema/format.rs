//! The formats that are asserted, of which JSON Schema itself asserts none.

use std::sync::LazyLock;

use jsonschema::{Draft, ValidationOptions, Validator};
use serde_json::{Value, json};

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

/// The bounds that a format of numbers means.
pub(super) fn bounds(format: &str) -> Option<(Value, Value)> {
    match format {
        "int32" => Some((i32::MIN.into(), i32::MAX.into())),
        "int64" => Some((i64::MIN.into(), i64::MAX.into())),
        "float" => {
            // What rounds to the greatest float is one; the next half step up is none.
            let greatest = (f64::from(f32::MAX) + 2f64.powi(103)).next_down();
            Some(((-greatest).into(), greatest.into()))
        }
        // JSON numbers beyond a double are not read at all.
        _ => None,
    }
}

/// Teaches a validator the asserted formats.
pub(super) fn register(mut options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    for (name, validator) in VALIDATORS.iter() {
        options = options.with_format(*name, move |text: &str| {
            validator.is_valid(&Value::String(text.to_owned()))
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
        .build(&schema)
        .ok()
}
