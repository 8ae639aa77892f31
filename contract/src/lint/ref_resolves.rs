//! `ref-resolves`: a reference leads somewhere in the document or another file beside it, and what
//! stands beside the reference would be ignored.

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for node in &survey.nodes {
        let at = node.at.join("$ref");
        let authored = survey.document.reference(&at);
        let (Some(_), Some(reference)) = (node.reference(), authored) else {
            continue;
        };
        if let Some(fault) = survey.document.astray(&at) {
            let help = fault.help.clone().unwrap_or_default();
            breaches.push(Breach::new(&at, &fault.message, help));
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
