//! `evidence`: a guess must be told from a fact.

use super::{Breach, Survey};

/// How an author may know.
pub(super) const VALUES: [&str; 3] = ["documented", "reported", "inferred"];

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let help = "write `documented`, `reported` or `inferred`";
    for node in &survey.nodes {
        if let Some(value) = node.value.get("x-evidence")
            && !value.as_str().is_some_and(|value| VALUES.contains(&value))
        {
            let at = node.at.join("x-evidence");
            breaches.push(Breach::new(
                &at,
                format!("`x-evidence: {value}` is unknown"),
                help,
            ));
        }
    }
    if survey.document.get("/x-evidence").is_none() {
        for operation in survey.operations() {
            if operation.value.get("x-evidence").is_none() {
                breaches.push(Breach::new(
                    &operation.at,
                    format!("nothing says how `{}` is known", operation.name()),
                    "set `x-evidence` at the root, or on the operation",
                ));
            }
        }
    }
    breaches
}
