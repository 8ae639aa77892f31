//! `client-error`: every API refuses something, and `default` would also take in the success.

use serde_json::Value;

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let operations = survey.operations().filter(|operation| {
        let responses = operation.value.get("responses").and_then(Value::as_object);
        let mut statuses = responses.into_iter().flat_map(|responses| responses.keys());
        !statuses.any(|status| status.len() == 3 && status.starts_with('4'))
    });
    operations
        .map(|operation| {
            Breach::new(
                &operation.at.join("responses"),
                format!("`{}` has no answer of the 4xx class", operation.name()),
                "add `4XX` to `responses`",
            )
        })
        .collect()
}
