//! `operation-id`: it names the method of the client and the folder of the recordings.

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for operation in survey.operations() {
        let at = operation.at.join("operationId");
        let Some(id) = operation.text("operationId") else {
            breaches.push(Breach::new(
                &at,
                format!("`{}` has no `operationId`", operation.name()),
                "name it by what it does, such as `listUsers`",
            ));
            continue;
        };
        let starts_low = id.starts_with(|first: char| first.is_ascii_lowercase());
        if !starts_low || !id.chars().all(|c| c.is_ascii_alphanumeric()) {
            breaches.push(Breach::new(
                &at,
                format!("`{id}` is not in lowerCamelCase"),
                "use ASCII letters and digits, and begin with a small letter",
            ));
        }
    }
    breaches
}
