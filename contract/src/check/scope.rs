//! What a log holds that a document says nothing about, and means to say nothing about.

use std::fmt;

use crate::{
    Recording, Request,
    matching::{self, Unmatched},
    recording::header,
};

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

/// Why an exchange is out of scope, as far as that shows before its answer is looked for.
pub(super) fn of(recording: &Recording, operation: Result<usize, Unmatched>) -> Option<OutOfScope> {
    let request = &recording.request;
    let documented = operation.is_ok();
    if operation == Err(Unmatched::Host) || !is_web(request) {
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

/// Whether it went to a server at all, and not to the browser itself, as `data:` does.
fn is_web(request: &Request) -> bool {
    const SCHEMES: [&str; 4] = ["http://", "https://", "ws://", "wss://"];
    request.origin.as_deref().is_none_or(|origin| {
        let is = |scheme: &&str| {
            let begin = origin.get(..scheme.len());
            begin.is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
        };
        SCHEMES.iter().any(is)
    })
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
