//! The formats that are asserted, which draft 4 of JSON Schema mostly does not know.

use jsonschema::{Draft, ValidationOptions};
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

/// The bounds that a format of integers means.
pub(super) fn bounds(format: &str) -> Option<(i64, i64)> {
    match format {
        "int32" => Some((i32::MIN.into(), i32::MAX.into())),
        "int64" => Some((i64::MIN, i64::MAX)),
        _ => None,
    }
}

/// Teaches a validator the asserted formats, as the newest draft defines them.
pub(super) fn register(mut options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    for name in ASSERTED {
        options = match newest(name) {
            Some(validator) => options.with_format(name, move |text: &str| {
                validator.is_valid(&Value::String(text.to_owned()))
            }),
            None => options,
        };
    }
    options
}

fn newest(format: &str) -> Option<jsonschema::Validator> {
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
