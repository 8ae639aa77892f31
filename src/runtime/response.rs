//! A typed answer with what came along with it.

use http::HeaderMap;

use super::Operation;

/// Status, headers and typed body of a successful call.
#[derive(Debug, Clone)]
pub struct Response<T> {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) operation: &'static Operation,
    pub(super) attempts: u32,
    pub(super) body: T,
}

impl<T> Response<T> {
    /// The status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The name under which the provider knows the request.
    pub fn request_id(&self) -> Option<&str> {
        self.operation.request_id_in(&self.headers)
    }

    /// How often the request was sent.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The typed body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The typed body itself.
    pub fn into_body(self) -> T {
        self.body
    }
}
