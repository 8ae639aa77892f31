//! Descriptions as rustdoc that cannot break: no stray HTML, no doctests, no broken links.

mod blocks;
mod inline;

use serde_json::Value;

pub(super) use self::blocks::safe;
use super::schema::text;

/// The description of a schema, an answer, a body or a server.
pub(super) fn of(value: &Value) -> String {
    let said = ["description", "title"].into_iter();
    let mut said = said.filter_map(|key| text(value, key));
    safe(
        said.find(|prose| !prose.trim().is_empty())
            .unwrap_or_default(),
    )
}

/// Summary, then description, then the provider's page. What the operation leaves unsaid, its path
/// item says of all its operations.
pub(super) fn of_operation(operation: &Value, item: &Value) -> String {
    let own = |key| text(operation, key).filter(|prose| !prose.trim().is_empty());
    let description = own("description");
    let summary = own("summary").or_else(|| match description {
        Some(_) => None,
        None => text(item, "summary"),
    });
    let description = description.or_else(|| text(item, "description"));
    let mut parts: Vec<String> = Vec::new();
    for prose in [summary, description].into_iter().flatten() {
        let part = safe(prose);
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    let page = operation["externalDocs"]["url"].as_str();
    if let Some(url) = page.filter(|url| inline::is_address(url)) {
        parts.push(format!("Source: <{}>.", url.replace(['<', '>', ' '], "")));
    }
    parts.join("\n\n")
}
