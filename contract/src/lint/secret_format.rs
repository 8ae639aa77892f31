//! `secret-format`: `format: password` keeps a secret out of `Debug`, logs and recordings.

use super::{Breach, Survey, survey::Role};

/// What the name of a secret is or ends in, in lower case without separators.
const ENDINGS: [&str; 4] = ["password", "secret", "token", "apikey"];
/// Tokens that only say where a list goes on.
const PAGES: [&str; 5] = ["page", "cursor", "next", "continuation", "sync"];

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for schema in survey.of(Role::Schema) {
        let in_properties = schema.at.parent().is_some_and(|parent| {
            schema.parent == Role::Schema && parent.last().is_some_and(|key| key == "properties")
        });
        let name = schema.at.last().unwrap_or_default();
        let text = schema.text("type") == Some("string");
        if in_properties && text && secret(&name) && schema.text("format") != Some("password") {
            breaches.push(Breach::new(
                &schema.at,
                format!("`{name}` is named like a secret, but has no `format: password`"),
                "add `format: password`",
            ));
        }
    }
    breaches
}

fn secret(name: &str) -> bool {
    let bare: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let bare = bare.to_lowercase();
    ENDINGS.iter().any(|ending| bare.ends_with(ending))
        && !PAGES
            .iter()
            .any(|page| bare.starts_with(page) || bare.ends_with(&format!("{page}token")))
}
