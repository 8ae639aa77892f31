//! `nullable-type`: anywhere but beside `type`, version 3.0.3 gives `nullable` no effect, and
//! readers disagree.

use serde_json::Value;

use super::{Breach, Survey, survey::Role};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for schema in survey.of(Role::Schema) {
        if schema.value.get("nullable") != Some(&Value::Bool(true)) {
            continue;
        }
        if schema.text("type").is_none() {
            breaches.push(Breach::new(
                &schema.at.join("nullable"),
                "`nullable` without `type` in the same schema",
                "write `type` beside it; for a reference, `type: object` and `allOf` with the `$ref`",
            ));
        }
        let values = schema.value.get("enum").and_then(Value::as_array);
        if values.is_some_and(|values| !values.contains(&Value::Null)) {
            breaches.push(Breach::new(
                &schema.at.join("enum"),
                "a nullable `enum` that does not list null",
                "add `null` to `enum`",
            ));
        }
    }
    breaches
}
