//! `integer-format`: without it the Rust type is a guess, and milliseconds overflow.

use super::{Breach, Survey, survey::Role};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let integers = survey
        .of(Role::Schema)
        .filter(|schema| schema.text("type") == Some("integer"));
    integers
        .filter(|schema| !matches!(schema.text("format"), Some("int32" | "int64")))
        .map(|schema| {
            Breach::new(
                &schema.at.join("format"),
                "an integer that is neither `int32` nor `int64`",
                "add `format: int64`, or `format: int32` where the values are surely small",
            )
        })
        .collect()
}
