//! Where calls go, who makes them, and how long they may take.

use std::{fmt, sync::Arc, time::Duration};

use http::HeaderMap;

use super::{
    Builder, Error, Operation, Request, Retry, Secret, auth::Auth, retry::Budget, servers::Servers,
};

/// The runtime's client: a base URL, a token and a pool of connections, shared by its clones.
#[derive(Clone)]
pub struct Client {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) http: reqwest::Client,
    /// For calls that block a thread: connections of `http` may be driven by that very thread.
    #[cfg(feature = "blocking")]
    pub(super) blocking_http: reqwest::Client,
    pub(super) servers: Servers,
    pub(super) auth: Auth,
    /// Keys that the query ends with, encoded.
    pub(super) query_keys: Secret,
    /// Sent with every request: the user agent, and what the caller asked for.
    pub(super) headers: HeaderMap,
    pub(super) limits: Limits,
    pub(super) retry: Retry,
    pub(super) hopeless: Option<fn(&Error) -> bool>,
    pub(super) budget: Budget,
}

/// How long things may take or be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// A call, repetitions included.
    pub(super) total: Duration,
    /// One attempt, from sending to the end of the body.
    pub(super) attempt: Duration,
    /// A body, in bytes.
    pub(super) body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            total: Duration::from_secs(90),
            attempt: Duration::from_secs(30),
            body: 10 * 1024 * 1024,
        }
    }
}

impl Client {
    /// A client of the server at `base`, such as `https://api.gigs.com`.
    pub fn builder(base: impl Into<String>) -> Builder<Self> {
        Builder::new(base.into())
    }

    /// The server that calls go to, those of operations apart for which the document has others.
    pub fn base_url(&self) -> &str {
        &self.inner.servers.base
    }

    /// Begins a request; what generated code calls.
    pub fn request(&self, operation: &'static Operation) -> Request {
        Request::new(self.clone(), operation, operation.template)
    }

    /// Begins a request that no document knows, with the same token, limits and errors.
    ///
    /// The path may have variables in braces, which [`Request::path`] fills; a query is given by
    /// [`Request::query`].
    ///
    /// ```no_run
    /// # async fn example(client: bindery::runtime::Client) -> Result<(), bindery::Error> {
    /// let photo: serde_json::Value = client
    ///     .undocumented("GET", "/v1/ext/photo/{photoId}")
    ///     .path("photoId", "7")
    ///     .json()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn undocumented(&self, method: &str, path: &'static str) -> Request {
        let known = Operation::UNDOCUMENTED
            .iter()
            .find(|operation| operation.method == method);
        let request = Request::new(
            self.clone(),
            known.unwrap_or(&Operation::UNDOCUMENTED[0]),
            path,
        );
        match known {
            Some(_) => request,
            None => request.refused(format!("`{method}` is no method that can be sent")),
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base", &self.inner.servers.base)
            .field("auth", &self.inner.auth)
            .field("limits", &self.inner.limits)
            .field("retry", &self.inner.retry)
            .finish_non_exhaustive()
    }
}
