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
/// What goes are the headers of the connection, of caches and of servers in between, credentials,
/// and cookies that are no parameters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// In lower case.
    headers: BTreeSet<String>,
    cookies: BTreeSet<String>,
}

impl Kept {
    /// The headers and cookies that a document has as parameters, the headers of its answers, and
    /// `x-request-id`.
    pub fn of(document: &Document) -> Self {
        let mut kept = Self::default();
        kept.learn(document.value());
        kept
    }

    /// Drops all other headers of a recording.
    pub fn keep(&self, recording: &mut Recording) {
        let request = &mut recording.request;
        let has_body = request.body.is_some();
        request.headers.retain_mut(|(name, value)| {
            let name = name.to_ascii_lowercase();
            if name == "cookie" {
                *value = self.cookies(value);
                return !value.is_empty();
            }
            let is_kept = SENT.contains(&name.as_str()) || self.headers.contains(&name);
            is_kept && (has_body || name != "content-type")
        });
        if let Some(response) = &mut recording.response {
            response.headers.retain(|(name, _)| {
                let name = name.to_ascii_lowercase();
                let limits = LIMITS.iter().any(|limit| name.starts_with(limit));
                ANSWERED.contains(&name.as_str()) || limits || self.headers.contains(&name)
            });
        }
    }

    fn cookies(&self, value: &str) -> String {
        let cookies = value.split(';').map(str::trim);
        let kept = cookies.filter(|cookie| {
            let (name, _) = cookie.split_once('=').unwrap_or((cookie, ""));
            self.cookies.contains(name)
        });
        kept.collect::<Vec<_>>().join("; ")
    }

    fn learn(&mut self, value: &Value) {
        match value {
            Value::Object(members) => {
                let text = |key| members.get(key).and_then(Value::as_str);
                // A security scheme is a parameter by its look, and what it holds a credential.
                let name = text("name").filter(|_| text("type") != Some("apiKey"));
                if let Some(name) = name {
                    match text("in") {
                        Some("header") => _ = self.headers.insert(name.to_ascii_lowercase()),
                        Some("cookie") => _ = self.cookies.insert(name.to_owned()),
                        _ => {}
                    }
                }
                let headers = members.get("headers").and_then(Value::as_object);
                let headers = headers.into_iter().flat_map(|headers| headers.keys());
                let named = headers.map(String::as_str).chain(text("x-request-id"));
                self.headers.extend(named.map(str::to_ascii_lowercase));
                members.values().for_each(|member| self.learn(member));
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            _ => {}
        }
    }
}
