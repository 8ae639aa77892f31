//! What the server's threads tell the test: which requests came, and what is wrong with them.

use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

use bindery_contract::{Body, Document, Request};
use httpmock::{HttpMockRequest, HttpMockResponse};

use super::{
    verdict,
    wanted::{self, Wanted},
};

/// What the server's threads and the test share.
pub(super) struct Board {
    pub(super) document: Document,
    /// All requests, in the order of their arrival.
    pub(super) requests: Mutex<Vec<Request>>,
    /// What nobody expected, in the order of arrival.
    unexpected: Mutex<Vec<String>>,
    /// All that answers were given for.
    pub(super) expected: Mutex<Vec<Wanted>>,
}

impl Board {
    pub(super) fn of(document: Document) -> Self {
        Self {
            document,
            requests: Mutex::default(),
            unexpected: Mutex::default(),
            expected: Mutex::default(),
        }
    }

    /// Answers 501 with the reason, which the test ends with, too.
    pub(super) fn refuse(&self, request: &Request) -> HttpMockResponse {
        let reason = self.reason(request);
        let body = serde_json::json!({ "message": reason }).to_string();
        lock(&self.unexpected).push(reason);
        HttpMockResponse::builder()
            .status(501)
            .header("content-type", "application/json")
            .body(body)
            .build()
    }

    /// Why a request was not expected.
    fn reason(&self, request: &Request) -> String {
        let came = wanted::whole(request);
        let expected = lock(&self.expected);
        if expected.iter().any(|wanted| wanted.fits(request)) {
            return format!("`{came}` came more often than it is to be answered");
        }
        let expected: BTreeSet<String> = expected
            .iter()
            .map(|wanted| format!("`{wanted}`"))
            .collect();
        let expected: Vec<String> = expected.into_iter().collect();
        match expected.join(", ").as_str() {
            "" => format!("nobody expects `{came}`, nor anything else"),
            expected => format!("nobody expects `{came}`; expected: {expected}"),
        }
    }

    /// Everything that should not have arrived, and why.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = lock(&self.unexpected).clone();
        let requests = lock(&self.requests).clone();
        faults.extend(verdict::of_requests(&self.document, requests));
        faults
    }
}

/// A request as the contract check reads it.
pub(super) fn received(request: &HttpMockRequest) -> Request {
    let uri = request.uri();
    let mut made = Request::new(request.method_str(), uri.path());
    made.query = request.query_params();
    made.headers.clone_from(request.headers_vec());
    made.body =
        (!request.body_ref().is_empty()).then(|| Body::new("request body", request.body_string()));
    made
}

pub(super) fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
