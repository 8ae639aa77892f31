//! What a log holds that a document says nothing about, and means to say nothing about.

use std::fmt;

use crate::{
    Recording,
    matching::{self, Unmatched},
    recording::header,
};

/// Why an exchange is none of the document's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutOfScope {
    /// It went to a host that is no server of the document, or to none at all.
    OtherHost,
    /// It is of an operation that another of the documents at hand has.
    OtherDocument,
    /// A browser asked whether it may ask: `OPTIONS` with `Access-Control-Request-Method`, or
    /// what the browser itself calls so.
    Preflight,
    /// A page, an image, a script, a socket or the like, for which the document has no operation.
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

/// The status by which a server leaves HTTP for another protocol, such as that of sockets.
pub(super) const SWITCHED: u16 = 101;

/// Why an exchange is out of scope, as far as that shows before its answer is looked for.
pub(super) fn of(recording: &Recording, operation: Result<usize, Unmatched>) -> Option<OutOfScope> {
    let request = &recording.request;
    let documented = operation.is_ok();
    if operation == Err(Unmatched::Host) || leads_elsewhere(request.origin.as_deref()) {
        return Some(OutOfScope::OtherHost);
    }
    if !documented && recording.is_archived() && recording.response.is_none() {
        return Some(OutOfScope::NoResponse);
    }
    let asks = header(&request.headers, "access-control-request-method").is_some()
        || recording.resource() == Some("preflight");
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

/// Whether a URL is not one of HTTP, but of a browser's own, such as `blob:`.
fn leads_elsewhere(origin: Option<&str>) -> bool {
    const SCHEMES: [&str; 4] = ["http", "https", "ws", "wss"];
    let scheme = origin.and_then(|origin| origin.split(':').next());
    scheme.is_some_and(|scheme| {
        !SCHEMES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(scheme))
    })
}

/// Whether a browser fetched it to show a page or opened a socket, by what it says or by what came.
fn is_asset(recording: &Recording) -> bool {
    /// As browsers call them in archives, and as they do in `Sec-Fetch-Dest`.
    const RESOURCES: [&str; 16] = [
        "audio",
        "document",
        "font",
        "frame",
        "iframe",
        "image",
        "manifest",
        "media",
        "script",
        "style",
        "stylesheet",
        "texttrack",
        "track",
        "video",
        "websocket",
        "worker",
    ];
    const CALLS: [&str; 3] = ["eventsource", "fetch", "xhr"];
    const FAMILIES: [&str; 4] = ["image", "font", "audio", "video"];
    const TYPES: [&str; 5] = [
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/x-javascript",
        "application/wasm",
    ];
    let wanted = header(&recording.request.headers, "sec-fetch-dest");
    if let Some(resource) = recording.resource().or(wanted)
        && (RESOURCES.contains(&resource) || CALLS.contains(&resource))
    {
        return RESOURCES.contains(&resource);
    }
    let response = recording.response.as_ref();
    if response.is_some_and(|response| response.status == SWITCHED) {
        return true;
    }
    let sent = response.and_then(|response| response.content_type());
    let essence = sent.map(matching::essence).unwrap_or_default();
    let family = essence.split('/').next().unwrap_or_default();
    FAMILIES.contains(&family) || TYPES.contains(&essence.as_str())
}
