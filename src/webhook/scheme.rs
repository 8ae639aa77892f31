//! How deliveries prove where they come from.

use std::fmt;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, header::CONTENT_TYPE};

use super::{Reason, Refusal};
use crate::Error;

/// A way in which deliveries prove where they come from, with the secrets that it takes.
pub trait Scheme: fmt::Debug + Send + Sync + 'static {
    /// What is proved besides the sender and, unless the scheme says otherwise, the body.
    type Proof: fmt::Debug + Clone + PartialEq + Send + Sync + 'static;

    /// Checks the proof in the headers of a delivery against the bytes of its body.
    ///
    /// # Errors
    /// With [`Reason::Unauthenticated`] or [`Reason::Stale`], when the delivery is not proved.
    fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Self::Proof, Refusal>;

    /// The headers that prove a body: what [`verify`](Self::verify) accepts. Of several secrets
    /// the first signs.
    ///
    /// # Errors
    /// When the proof cannot be written in a header.
    fn sign(&self, body: &[u8], proof: &Self::Proof) -> Result<HeaderMap, Error>;

    /// A genuine delivery of a body, to test a receiver with.
    ///
    /// # Errors
    /// When the proof cannot be written in a header.
    fn delivery(&self, body: impl Into<Bytes>, proof: &Self::Proof) -> Result<Request<Bytes>, Error>
    where
        Self: Sized,
    {
        let body = body.into();
        let headers = self.sign(&body, proof)?;
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        *request.headers_mut() = headers;
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(CONTENT_TYPE, json);
        Ok(request)
    }
}

/// The one value of a header: with two it would be anybody's guess which one counts.
pub(super) fn single<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> Result<&'a HeaderValue, Refusal> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => Ok(value),
        (None, _) => Err(unauthenticated(name, "is missing")),
        (Some(_), Some(_)) => Err(unauthenticated(name, "is there more than once")),
    }
}

/// The text of a header that is there once.
pub(super) fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<&'a str, Refusal> {
    let value = single(headers, name)?;
    value
        .to_str()
        .map_err(|_| unauthenticated(name, "is not ASCII"))
}

pub(super) fn unauthenticated(name: &HeaderName, fault: &str) -> Refusal {
    Refusal::new(Reason::Unauthenticated, format!("`{name}` {fault}"))
}
