//! `ref-resolves`: a reference leads somewhere in the same document, and what stands beside it
//! would be ignored.

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for node in &survey.nodes {
        let Some(reference) = node.reference() else {
            continue;
        };
        let at = node.at.join("$ref");
        if !reference.starts_with('#') {
            breaches.push(Breach::new(
                &at,
                format!("`{reference}` is not in this document"),
                "bring it into `components`, and refer to it as `#/components/…`",
            ));
        } else if survey.document.resolve(node.at.as_str()).is_none() {
            breaches.push(Breach::new(
                &at,
                format!("`{reference}` leads nowhere"),
                "correct the reference, or define what it refers to",
            ));
        }
        let entries = node.value.as_object().into_iter().flatten();
        for (key, _) in entries.filter(|(key, _)| *key != "$ref") {
            breaches.push(Breach::new(
                &node.at.join(key),
                format!("`{key}` beside `$ref` is ignored"),
                "move it to what the `$ref` refers to, or put the `$ref` into `allOf`",
            ));
        }
    }
    breaches
}
