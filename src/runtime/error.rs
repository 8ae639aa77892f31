//! One error for every call: what happened, what the provider said, and what is known of both.

use std::{error::Error as StdError, fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{
    HeaderMap, StatusCode,
    header::{CONTENT_TYPE, LOCATION},
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    Operation,
    retry::{self, is_passing},
};

/// The longest body excerpt that an error keeps.
pub(super) const MAX_EXCERPT: usize = 10 * 1024;

/// Why a call did not yield what it should.
///
/// `Display` is one line: the operation, the status if there was one, and what the provider said.
/// Which case it is, the predicates say; the parts are there whenever they are known, whichever
/// the case: a status and a body survive a body that does not decode.
pub struct Error(Box<Inner>);

struct Inner {
    operation: &'static Operation,
    kind: Kind,
    answer: Option<Answer>,
    attempts: u32,
    answer_lost: bool,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    InvalidRequest(String),
    Configuration(String),
    Token,
    Connect,
    Timeout(Duration),
    Interrupted,
    TooLarge(usize),
    Api,
    UnexpectedStatus,
    Decode(String),
}

/// What came back, as far as it did.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Error {
    fn new(operation: &'static Operation, kind: Kind) -> Self {
        Self(Box::new(Inner {
            operation,
            kind,
            answer: None,
            attempts: 0,
            answer_lost: false,
            source: None,
        }))
    }

    pub(super) fn invalid_request(
        operation: &'static Operation,
        message: impl Into<String>,
    ) -> Self {
        Self::new(operation, Kind::InvalidRequest(message.into()))
    }

    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(&Operation::NONE, Kind::Configuration(message.into()))
    }

    pub(super) fn token(
        operation: &'static Operation,
        source: Arc<dyn StdError + Send + Sync>,
    ) -> Self {
        let mut made = Self::new(operation, Kind::Token);
        made.0.source = Some(source);
        made
    }

    pub(super) fn too_large(operation: &'static Operation, limit: usize) -> Self {
        Self::new(operation, Kind::TooLarge(limit))
    }

    /// The HTTP library's error, without the URL, which may hold what must not be seen.
    pub(super) fn transport(
        operation: &'static Operation,
        error: reqwest::Error,
        timeout: Duration,
    ) -> Self {
        // Asked first: a connection that takes too long is also a timeout, but nothing was sent.
        let kind = if error.is_connect() {
            Kind::Connect
        } else if error.is_timeout() {
            Kind::Timeout(timeout)
        } else {
            Kind::Interrupted
        };
        let mut made = Self::new(operation, kind);
        made.0.source = Some(Arc::new(error.without_url()));
        made
    }

    /// An answer that is not there in time.
    pub(super) fn late(operation: &'static Operation, limit: Duration) -> Self {
        Self::new(operation, Kind::Timeout(limit))
    }

    /// A status that is no success.
    pub(super) fn failed(
        operation: &'static Operation,
        status: StatusCode,
        headers: HeaderMap,
        body: &Bytes,
    ) -> Self {
        let kind = if operation.is_documented_failure(status) {
            Kind::Api
        } else {
            Kind::UnexpectedStatus
        };
        Self::new(operation, kind).answered(status, headers, body)
    }

    /// A success whose body is not what the document says; `what` names the place in it.
    pub(super) fn decode(
        operation: &'static Operation,
        what: impl Into<String>,
        status: StatusCode,
        headers: HeaderMap,
        body: &Bytes,
    ) -> Self {
        Self::new(operation, Kind::Decode(what.into())).answered(status, headers, body)
    }

    pub(super) fn repeated_cursor(operation: &'static Operation) -> Self {
        let what = "the provider handed out the cursor of a page twice";
        Self::new(operation, Kind::Decode(what.to_owned()))
    }

    pub(super) fn after_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(super) fn after_a_lost_answer(mut self) -> Self {
        self.0.answer_lost = true;
        self
    }

    pub(super) fn answered(mut self, status: StatusCode, headers: HeaderMap, body: &Bytes) -> Self {
        self.0.answer = Some(Answer {
            status,
            headers,
            body: body.slice(..body.len().min(MAX_EXCERPT)),
        });
        self
    }

    /// The `operationId` of the call.
    pub fn operation(&self) -> &'static str {
        self.0.operation.id
    }

    /// The provider answered with a failure that its document knows.
    pub fn is_api(&self) -> bool {
        self.0.kind == Kind::Api
    }

    /// The provider answered with a status that its document does not know.
    pub fn is_unexpected_status(&self) -> bool {
        self.0.kind == Kind::UnexpectedStatus
    }

    /// The call succeeded, but its body is not what the document says.
    ///
    /// A write has been done all the same.
    pub fn is_decode(&self) -> bool {
        matches!(self.0.kind, Kind::Decode(_))
    }

    /// The answer took longer than the call's timeout.
    pub fn is_timeout(&self) -> bool {
        matches!(self.0.kind, Kind::Timeout(_))
    }

    /// No connection came about, so nothing was sent.
    pub fn is_connect(&self) -> bool {
        self.0.kind == Kind::Connect
    }

    /// The connection broke off before the answer was whole; a status may have arrived.
    ///
    /// A write may have been done.
    pub fn is_interrupted(&self) -> bool {
        self.0.kind == Kind::Interrupted
    }

    /// The body was longer than the client's limit.
    pub fn is_too_large(&self) -> bool {
        matches!(self.0.kind, Kind::TooLarge(_))
    }

    /// The request cannot be sent as it is; nothing was.
    pub fn is_invalid_request(&self) -> bool {
        matches!(self.0.kind, Kind::InvalidRequest(_))
    }

    /// No token was to be had; nothing was sent. The provider of tokens says why: it is the source.
    pub fn is_token(&self) -> bool {
        self.0.kind == Kind::Token
    }

    /// The same request may fare better later: a status that passes, or a connection that broke.
    pub fn is_retryable(&self) -> bool {
        match &self.0.kind {
            Kind::Connect | Kind::Timeout(_) | Kind::Interrupted => true,
            Kind::Api | Kind::UnexpectedStatus => self
                .0
                .answer
                .as_ref()
                .is_some_and(|answer| is_passing(answer.status)),
            _ => false,
        }
    }

    /// A deletion was answered 404 after an attempt whose answer was lost: that one may have done it.
    pub fn follows_lost_answer(&self) -> bool {
        self.0.answer_lost
    }

    /// The client itself is not configured rightly.
    pub fn is_configuration(&self) -> bool {
        matches!(self.0.kind, Kind::Configuration(_))
    }

    /// The status, if one arrived.
    pub fn status(&self) -> Option<u16> {
        self.0.answer.as_ref().map(|answer| answer.status.as_u16())
    }

    /// How often the request was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the provider asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        retry::after(self.headers()?)
    }

    /// The name under which the provider knows the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.operation.request_id_in(self.headers()?)
    }

    /// Where a redirect points, which is not followed.
    pub fn location(&self) -> Option<&str> {
        self.headers()?.get(LOCATION)?.to_str().ok()
    }

    /// The headers, if any arrived.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(|answer| &answer.headers)
    }

    /// The first 10 KB of the body, if one arrived.
    pub fn body(&self) -> Option<&[u8]> {
        self.0.answer.as_ref().map(|answer| answer.body.as_ref())
    }

    /// The body as the provider's own error type, if it is one.
    pub fn details<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(self.body()?).ok()
    }

    /// What happened, in a word, for logs.
    pub(super) fn kind_name(&self) -> &'static str {
        match &self.0.kind {
            Kind::InvalidRequest(_) => "invalid_request",
            Kind::Configuration(_) => "configuration",
            Kind::Token => "token",
            Kind::Connect => "connect",
            Kind::Timeout(_) => "timeout",
            Kind::Interrupted => "interrupted",
            Kind::TooLarge(_) => "too_large",
            Kind::Api => "api",
            Kind::UnexpectedStatus => "unexpected_status",
            Kind::Decode(_) => "decode",
        }
    }

    /// What the provider said, in its own words.
    fn provider_message(&self) -> Option<String> {
        let body: Option<Value> = self.details();
        let words = match &body {
            Some(body) => message_in(body)?,
            None if self.is_plain_text() => std::str::from_utf8(self.body()?).ok()?.trim(),
            None => return None,
        };
        let line: String = words.chars().take(200).collect();
        Some(line.replace(['\n', '\r'], " ")).filter(|line| !line.is_empty())
    }

    fn is_plain_text(&self) -> bool {
        let kind = self
            .headers()
            .and_then(|headers| headers.get(CONTENT_TYPE)?.to_str().ok());
        kind.is_some_and(|kind| kind.starts_with("text/plain"))
    }
}

/// The sentence in an error body: where RFC 9457, OAuth (RFC 6749) and most providers put it.
fn message_in(body: &Value) -> Option<&str> {
    const KEYS: [&str; 8] = [
        "message",
        "detail",
        "error_description",
        "title",
        "error",
        "_errors",
        "errors",
        "reason",
    ];
    match body {
        Value::String(text) => Some(text),
        Value::Array(items) => items.iter().find_map(message_in),
        Value::Object(entries) => KEYS.iter().find_map(|key| message_in(entries.get(*key)?)),
        _ => None,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.0.operation.id)?;
        if let Some(answer) = &self.0.answer {
            write!(f, "{}", answer.status)?;
            if !matches!(self.0.kind, Kind::Api) {
                f.write_str(": ")?;
            }
        }
        match &self.0.kind {
            Kind::InvalidRequest(message) | Kind::Configuration(message) => f.write_str(message)?,
            Kind::Token => f.write_str("no token")?,
            Kind::Connect => f.write_str("cannot connect")?,
            Kind::Timeout(limit) => write!(f, "no answer within {limit:?}")?,
            Kind::Interrupted => f.write_str("the connection broke off")?,
            Kind::TooLarge(limit) => write!(f, "the body is longer than {limit} bytes")?,
            Kind::Api => {}
            Kind::UnexpectedStatus => f.write_str("a status the document does not know")?,
            Kind::Decode(what) => f.write_str(what)?,
        }
        if matches!(self.0.kind, Kind::Api | Kind::UnexpectedStatus)
            && let Some(message) = self.provider_message()
        {
            write!(f, ": {message}")?;
        }
        if self.0.answer_lost {
            f.write_str(" (an attempt before this one may have done it: its answer was lost)")?;
        }
        Ok(())
    }
}

/// What `Display` says, and why: a program that ends with this error prints it so.
///
/// Of a body there is no more than the provider's message: bodies are personal.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")?;
        if self.0.attempts > 1 {
            write!(f, " ({} attempts)", self.0.attempts)?;
        }
        let mut source = StdError::source(self);
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
