//! What a log holds that a document says nothing about, and means to say nothing about.

use std::fmt;

use bindery_codegen::{Document, Operation};
use serde_json::Value;

use crate::{Recording, matching, recording::header};

/// Why an exchange is none of the document's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutOfScope {
    /// It went to a host that is no server of the document.
    OtherHost,
    /// It is of an operation that another of the documents at hand has.
    OtherDocument,
    /// A browser asked whether it may ask: `OPTIONS` with `Access-Control-Request-Method`.
    Preflight,
    /// A page, an image, a script or the like, for which the document has no operation.
    Asset,
    /// A 304, which repeats what was answered before.
    NotModified,
    /// The archive does not hold the body that was answered.
    BodyLeftOut,
    /// Nothing was answered, or the answer was not recorded.
    NoResponse,
    /// It is of an operation that was not asked for.
    NotSelected,
}

impl OutOfScope {
    /// The word that reports use.
    pub fn id(self) -> &'static str {
        match self {
            Self::OtherHost => "other-host",
            Self::OtherDocument => "other-document",
            Self::Preflight => "preflight",
            Self::Asset => "asset",
            Self::NotModified => "not-modified",
            Self::BodyLeftOut => "body-left-out",
            Self::NoResponse => "no-response",
            Self::NotSelected => "not-selected",
        }
    }
}

impl fmt::Display for OutOfScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// The hosts that a document speaks of; `None` where it does not say.
#[derive(Debug)]
pub(super) struct Hosts(Option<Vec<String>>);

impl Hosts {
    pub(super) fn new(document: &Document, operations: &[Operation<'_>]) -> Self {
        let mut hosts = Vec::new();
        for operation in operations {
            let servers = matching::servers(document, operation);
            let servers = servers
                .and_then(Value::as_array)
                .filter(|list| !list.is_empty());
            let Some(servers) = servers else {
                return Self(None);
            };
            for server in servers {
                // A relative URL is one of the host that serves the document, whichever it is.
                match server.get("url").and_then(Value::as_str).and_then(host) {
                    Some(host) if !hosts.contains(&host) => hosts.push(host),
                    Some(_) => {}
                    None => return Self(None),
                }
            }
        }
        Self(Some(hosts))
    }

    /// Whether a request that went to an origin is one of the document's.
    pub(super) fn admit(&self, origin: Option<&str>) -> bool {
        match (&self.0, origin.and_then(host)) {
            (Some(hosts), Some(sent)) => hosts.iter().any(|host| fits(host, &sent)),
            _ => true,
        }
    }
}

/// Why an exchange is out of scope, as far as that shows before its answer is looked for.
pub(super) fn of(hosts: &Hosts, recording: &Recording, documented: bool) -> Option<OutOfScope> {
    let request = &recording.request;
    if !hosts.admit(request.origin.as_deref()) {
        return Some(OutOfScope::OtherHost);
    }
    let asks = header(&request.headers, "access-control-request-method").is_some();
    if request.method == "OPTIONS" && asks && !documented {
        return Some(OutOfScope::Preflight);
    }
    if recording
        .response
        .as_ref()
        .is_some_and(|response| response.status == 304)
    {
        return Some(OutOfScope::NotModified);
    }
    (!documented && is_asset(recording)).then_some(OutOfScope::Asset)
}

/// Whether a browser fetched it to show a page, by what it says or by what came.
fn is_asset(recording: &Recording) -> bool {
    const RESOURCES: [&str; 9] = [
        "document",
        "stylesheet",
        "image",
        "media",
        "font",
        "script",
        "texttrack",
        "manifest",
        "websocket",
    ];
    const FAMILIES: [&str; 4] = ["image", "font", "audio", "video"];
    const TYPES: [&str; 5] = [
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/x-javascript",
        "application/wasm",
    ];
    if let Some(resource) = recording.resource() {
        return RESOURCES.contains(&resource);
    }
    let response = recording.response.as_ref();
    let sent = response.and_then(|response| response.content_type());
    let essence = sent.map(matching::essence).unwrap_or_default();
    let family = essence.split('/').next().unwrap_or_default();
    FAMILIES.contains(&family) || TYPES.contains(&essence.as_str())
}

/// The host and port of an absolute URL, in lower case, without the port that its scheme means.
fn host(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let usual = match scheme.to_ascii_lowercase().as_str() {
        "https" | "wss" => ":443",
        _ => ":80",
    };
    Some(host.strip_suffix(usual).unwrap_or(&host).to_owned())
}

/// Whether a host fits one that may have variables, each of which stands for some characters.
fn fits(template: &str, sent: &str) -> bool {
    let Some((before, rest)) = template.split_once('{') else {
        return template == sent;
    };
    let Some((_, after)) = rest.split_once('}') else {
        return template == sent;
    };
    let Some(sent) = sent.strip_prefix(before) else {
        return false;
    };
    let mut ends = sent.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.any(|end| fits(after, &sent[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip] // One case, one line.
    fn a_host_is_one_of_the_servers_or_it_is_not() {
        let cases = [
            (Some("https://api.example.com/v1"), "https://api.example.com", true, "the host"),
            (Some("https://api.example.com/v1"), "https://API.example.com:443", true, "case and usual port"),
            (Some("https://api.example.com/v1"), "http://api.example.com", true, "another scheme"),
            (Some("https://api.example.com/v1"), "https://cdn.example.com", false, "another host"),
            (Some("https://api.example.com/v1"), "https://api.example.com:8080", false, "another port"),
            (Some("https://{region}.example.com:{port}"), "https://eu.example.com:99", true, "variables"),
            (Some("https://{region}.example.com"), "https://eu.example.org", false, "and what is beside them"),
            (Some("/v1"), "https://anywhere.example", true, "a relative server"),
            (None, "https://anywhere.example", true, "no server"),
        ];
        for (server, origin, admitted, case) in cases {
            let servers = server.map_or(String::new(), |url| format!("servers: [{{url: '{url}'}}]\n"));
            let text = format!("openapi: 3.0.3\n{servers}paths: {{/x: {{get: {{responses: {{}}}}}}}}\n");
            let document = Document::parse("x.yaml", text).expect("the document is good");
            let hosts = Hosts::new(&document, &document.operations());
            assert_eq!(hosts.admit(Some(origin)), admitted, "{case}");
        }
    }
}
