//! Which headers of an exchange are worth storing.

use std::collections::BTreeSet;

use bindery_codegen::Document;
use serde_json::Value;

use super::Recording;

/// Headers of a request that tell how its body and its answer are to be read.
const SENT: [&str; 2] = ["accept", "content-type"];
/// Headers of an answer that tell a client what to do with it.
const ANSWERED: [&str; 5] = [
    "content-type",
    "link",
    "location",
    "retry-after",
    "www-authenticate",
];
/// What headers begin with that tell how many requests are left.
const LIMITS: [&str; 3] = ["ratelimit", "x-ratelimit", "x-rate-limit"];

/// The headers that a recording keeps: those that its document names, and those that a reader or
/// a replay has a use for.
///
/// What goes are the headers of the connection, of caches and of servers in between, and
/// credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept(BTreeSet<String>);

impl Kept {
    /// The headers that a document has as parameters, of answers, or as `x-request-id`.
    pub fn of(document: &Document) -> Self {
        let mut named = BTreeSet::new();
        names(document.value(), &mut named);
        Self(named)
    }

    /// Drops all other headers of a recording.
    pub fn keep(&self, recording: &mut Recording) {
        let has_body = recording.request.body.is_some();
        recording.request.headers.retain(|(name, _)| {
            let name = name.to_ascii_lowercase();
            let is_kept = SENT.contains(&name.as_str()) || self.0.contains(&name);
            is_kept && (has_body || name != "content-type")
        });
        if let Some(response) = &mut recording.response {
            response.headers.retain(|(name, _)| {
                let name = name.to_ascii_lowercase();
                let limits = LIMITS.iter().any(|limit| name.starts_with(limit));
                ANSWERED.contains(&name.as_str()) || limits || self.0.contains(&name)
            });
        }
    }
}

/// Gathers the names in lower case.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let text = |key| members.get(key).and_then(Value::as_str);
            let parameter = text("name").filter(|_| text("in") == Some("header"));
            // A security scheme is a parameter by its look; its header is a credential.
            let parameter = parameter.filter(|_| text("type") != Some("apiKey"));
            let headers = members.get("headers").and_then(Value::as_object);
            let headers = headers.into_iter().flat_map(|headers| headers.keys());
            let named = headers.map(String::as_str);
            let named = named.chain(parameter).chain(text("x-request-id"));
            found.extend(named.map(str::to_ascii_lowercase));
            members.values().for_each(|member| names(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}
