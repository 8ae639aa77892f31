//! From a request to a delivery: size, proof, event, in this order.

use std::{error::Error as StdError, fmt, sync::Arc, time::SystemTime};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body::Body;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::{Event, Reason, Refusal, Scheme};

/// No event that is known comes near it, and a stranger can make a receiver hold no more.
const MAX_BYTES: usize = 1024 * 1024;

/// Receives the deliveries of one provider; clones are cheap.
#[derive(Debug)]
pub struct Receiver<E: Event> {
    scheme: Arc<E::Scheme>,
    max_bytes: usize,
}

/// A delivery that was proved and read.
#[derive(Debug)]
#[non_exhaustive]
pub struct Delivery<E: Event> {
    /// What happened.
    pub event: E,
    /// What the scheme proves besides the body.
    pub proof: <E::Scheme as Scheme>::Proof,
    /// The body as it came.
    pub body: Bytes,
}

impl<E: Event> Receiver<E> {
    /// A receiver of deliveries that the scheme proves.
    pub fn new(scheme: E::Scheme) -> Self {
        Self {
            scheme: Arc::new(scheme),
            max_bytes: MAX_BYTES,
        }
    }

    /// How many bytes a body may have; 1 MiB unless told.
    #[must_use]
    pub fn max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// The scheme, which can also sign.
    pub fn scheme(&self) -> &E::Scheme {
        &self.scheme
    }

    /// Verifies and reads a request whose body was read already.
    ///
    /// # Errors
    /// When it is too large, not proved, or no event: the refusal knows the status.
    pub fn receive(&self, request: &Request<Bytes>) -> Result<Delivery<E>, Refusal> {
        self.receive_at(request, now())
    }

    /// Verifies and reads a request as if it came at the given time.
    ///
    /// # Errors
    /// When it is too large, not proved, or no event: the refusal knows the status.
    pub fn receive_at(
        &self,
        request: &Request<Bytes>,
        now: impl Into<DateTime<Utc>>,
    ) -> Result<Delivery<E>, Refusal> {
        self.accept(request.headers(), request.body().clone(), now.into())
    }

    /// Reads the body of a request, no further than the limit, then verifies and reads the event.
    ///
    /// # Errors
    /// When it is too large, breaks off, is not proved, or is no event: the refusal knows the status.
    pub async fn read<B>(&self, request: Request<B>) -> Result<Delivery<E>, Refusal>
    where
        B: Body,
        B::Error: Into<Box<dyn StdError + Send + Sync>>,
    {
        let (head, body) = request.into_parts();
        // What is announced to be too large is not waited for.
        if body.size_hint().lower() > self.max_bytes as u64 {
            return Err(self.too_large());
        }
        let limited = Box::pin(Limited::new(body, self.max_bytes));
        let body = limited.collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() {
                self.too_large()
            } else {
                Refusal::new(Reason::Malformed, "the body breaks off")
            }
        })?;
        self.accept(&head.headers, body.to_bytes(), now())
    }

    /// Reads a request, hands its delivery to the handler, and answers.
    ///
    /// A delivery that was handled is answered 204, one that the handler fails on 500, so that the
    /// provider sends it again if it ever does; what is refused has the refusal's status.
    pub async fn handle<B, F, T>(&self, request: Request<B>, handler: F) -> Response<Bytes>
    where
        B: Body,
        B::Error: Into<Box<dyn StdError + Send + Sync>>,
        F: AsyncFnOnce(Delivery<E>) -> Result<(), T>,
        T: fmt::Display,
    {
        let status = match self.read(request).await {
            Err(refusal) => return refusal.response(),
            Ok(delivery) => match handler(delivery).await {
                Ok(()) => StatusCode::NO_CONTENT,
                Err(error) => {
                    tracing::error!(%error, "a delivery could not be handled");
                    StatusCode::INTERNAL_SERVER_ERROR
                }
            },
        };
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = status;
        response
    }

    fn accept(
        &self,
        headers: &HeaderMap,
        body: Bytes,
        now: DateTime<Utc>,
    ) -> Result<Delivery<E>, Refusal> {
        let accepted = self.check(headers, &body, now);
        match accepted {
            Ok((event, proof)) => Ok(Delivery { event, proof, body }),
            Err(refusal) => {
                // The reason alone: the message may quote the body.
                tracing::debug!(reason = ?refusal.reason(), "a delivery is refused");
                Err(refusal)
            }
        }
    }

    fn check(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Result<(E, <E::Scheme as Scheme>::Proof), Refusal> {
        if body.len() > self.max_bytes {
            return Err(self.too_large());
        }
        let proof = self.scheme.verify(headers, body, now)?;
        Ok((E::read(body)?, proof))
    }

    fn too_large(&self) -> Refusal {
        let message = format!("the body has more than {} bytes", self.max_bytes);
        Refusal::new(Reason::TooLarge, message)
    }
}

impl<E: Event> Clone for Receiver<E> {
    fn clone(&self) -> Self {
        Self {
            scheme: Arc::clone(&self.scheme),
            max_bytes: self.max_bytes,
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how old a delivery is, the clock says; `receive_at` takes another time"
)]
fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}
