//! Why a delivery is not accepted, and what its sender is told.

use std::{borrow::Cow, fmt};

use bytes::Bytes;
use http::{
    HeaderValue, Response, StatusCode,
    header::{CONTENT_TYPE, WWW_AUTHENTICATE},
};

/// A delivery that is not accepted.
///
/// `Display` is one line for the receiver's own log. The sender is told the status and the
/// [`Reason`] only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    reason: Reason,
    message: Cow<'static, str>,
    challenge: Option<HeaderValue>,
}

/// The kinds of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The proof is missing, malformed, or of something else: 401.
    Unauthenticated,
    /// The proof is right, but its time is too far away: 401.
    Stale,
    /// The body is longer than is read: 413.
    TooLarge,
    /// The body could not be read, or is no event of the provider: 400.
    Malformed,
    /// The body is an event that is known, with a payload that does not fit it: 422.
    Misfit,
}

impl Refusal {
    /// A refusal, with what the receiver's log shall say about it.
    pub fn new(reason: Reason, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            reason,
            message: message.into(),
            challenge: None,
        }
    }

    /// Tells the sender how to authenticate (`WWW-Authenticate`).
    #[must_use]
    pub fn challenge(mut self, challenge: HeaderValue) -> Self {
        self.challenge = Some(challenge);
        self
    }

    /// The kind of refusal.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// The status to answer with.
    pub fn status(&self) -> StatusCode {
        self.reason.status()
    }

    /// The answer to the sender, which says no more than the reason.
    pub fn response(&self) -> Response<Bytes> {
        let text = Bytes::from_static(self.reason.text().as_bytes());
        let mut response = Response::new(text);
        *response.status_mut() = self.status();
        let plain = HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, plain);
        if let Some(challenge) = &self.challenge {
            let headers = response.headers_mut();
            headers.insert(WWW_AUTHENTICATE, challenge.clone());
        }
        response
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.reason.text(), self.message)
    }
}

impl std::error::Error for Refusal {}

impl From<Refusal> for Response<Bytes> {
    fn from(refusal: Refusal) -> Self {
        refusal.response()
    }
}

impl Reason {
    /// The status to answer with.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Unauthenticated | Self::Stale => StatusCode::UNAUTHORIZED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Misfit => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Unauthenticated => "the delivery is not authenticated",
            Self::Stale => "the delivery is not of this time",
            Self::TooLarge => "the delivery is too large",
            Self::Malformed => "the delivery is malformed",
            Self::Misfit => "the delivery does not fit its event",
        }
    }
}
