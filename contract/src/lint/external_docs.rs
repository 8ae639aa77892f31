//! `external-docs`: whoever doubts a claim can read the page it came from.

use serde_json::Value;

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for operation in survey.operations() {
        let url = operation.value.pointer("/externalDocs/url");
        let fault = match url.map(Value::as_str) {
            None => "names no page that it was written from",
            Some(Some(url)) if url.starts_with("https://") => continue,
            Some(_) => "names a page that is not an https URL",
        };
        breaches.push(Breach::new(
            &operation.at.join("externalDocs").join("url"),
            format!("`{}` {fault}", operation.name()),
            "set `externalDocs.url` to the provider's page",
        ));
    }
    breaches
}
