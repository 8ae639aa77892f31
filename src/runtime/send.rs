//! Sends a request until it succeeds, fails for good, or has been tried often or long enough.

use std::{cell::RefCell, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use tokio::time::{Instant, error::Elapsed, sleep, timeout};
use tracing::{Instrument, Span, field::Empty};
use url::Url;

use super::{
    Chunks, Error, Operation, Retry,
    body::{self, Broken, Raw},
    client::Inner,
    request::Ready,
    servers::plain,
};

/// What a call may set in place of what its client has.
#[derive(Debug, Clone, Default)]
pub(super) struct Options {
    pub(super) total: Option<Duration>,
    pub(super) attempt: Option<Duration>,
    pub(super) retry: Option<Retry>,
    pub(super) idempotency_key: Option<HeaderValue>,
    /// The body of a success is handed over as it comes.
    pub(super) streamed: bool,
    /// A thread is blocked for the call.
    #[cfg(feature = "blocking")]
    pub(super) blocking: bool,
}

impl Inner {
    /// Sends the request, in a span that carries OpenTelemetry's names for an HTTP client.
    pub(super) async fn send(
        &self,
        operation: &'static Operation,
        ready: Ready,
        options: &Options,
    ) -> Result<Raw, Error> {
        let address = ready.server.as_ref().and_then(Url::host_str);
        let span = tracing::info_span!(
            "request",
            otel.name = format_args!("{} {}", operation.method, operation.template),
            otel.kind = "client",
            operation.id = operation.id,
            http.request.method = operation.method,
            url.template = operation.template,
            server.address = address.unwrap_or(&self.servers.address),
            http.response.status_code = Empty,
            http.request.resend_count = Empty,
            request.id = Empty,
            error.r#type = Empty,
        );
        let outcome = self
            .attempts(operation, ready, options)
            .instrument(span.clone())
            .await;
        record(&span, operation, &outcome);
        outcome
    }

    async fn attempts(
        &self,
        operation: &'static Operation,
        ready: Ready,
        options: &Options,
    ) -> Result<Raw, Error> {
        let total = options.total.unwrap_or(self.limits.total);
        let attempt_limit = options.attempt.unwrap_or(self.limits.attempt);
        let retry = options.retry.unwrap_or(self.retry);
        let began = Instant::now();
        // Counted by what is left, as no clock reaches as far as a `Duration` does.
        let left = || total.saturating_sub(began.elapsed());
        let repeatable = operation.idempotent || options.idempotency_key.is_some();
        let mut refused: Option<HeaderValue> = None;
        let mut answer_lost = false;
        let mut attempts = 0;
        self.budget.earn();
        loop {
            let token = self.token(operation, refused.as_ref(), left()).await;
            let token = token.map_err(|error| error.after_attempts(attempts))?;
            let limit = attempt_limit.min(left());
            let request = self.request(operation, &ready, options, token.clone(), limit)?;
            attempts += 1;
            let mut error = match self.attempt(operation, request, options, limit).await {
                Ok(raw) => return Ok(Raw { attempts, ..raw }),
                Err(error) => error.after_attempts(attempts),
            };
            let status = error.status();
            if status == Some(404) && operation.method == "DELETE" && answer_lost {
                error = error.after_a_lost_answer();
            }
            // A refused token is mended by another one, once; nothing was done by the refused call.
            if status == Some(401)
                && refused.is_none()
                && token.is_some()
                && self.auth.is_renewable()
            {
                refused = token;
                continue;
            }
            let hopeless = self.hopeless.is_some_and(|hopeless| hopeless(&error));
            let worthwhile =
                error.is_retryable() && (repeatable || error.is_connect()) && !hopeless;
            if !worthwhile || !retry.allows(attempts) {
                return Err(error);
            }
            let Some(delay) = retry.delay(attempts, error.retry_after(), fastrand::f64()) else {
                return Err(error);
            };
            if delay >= left() || !self.budget.spend() {
                return Err(error);
            }
            // Nothing was done by what did not arrive, or was turned away.
            let undone = error.is_connect() || matches!(status, Some(400..500));
            answer_lost |= !undone;
            sleep(delay).await;
        }
    }

    /// The token to send, which may have to be fetched in what is left of the call's time.
    async fn token(
        &self,
        operation: &'static Operation,
        refused: Option<&HeaderValue>,
        left: Duration,
    ) -> Result<Option<HeaderValue>, Error> {
        if operation.anonymous {
            return Ok(None);
        }
        let token = timeout(left, self.auth.header(refused)).await;
        let token = token.unwrap_or_else(|elapsed| Err(Arc::new(elapsed)));
        token.map_err(|error| Error::token(operation, error))
    }

    async fn attempt(
        &self,
        operation: &'static Operation,
        request: reqwest::Request,
        options: &Options,
        limit: Duration,
    ) -> Result<Raw, Error> {
        let failed = |error| Error::transport(operation, error, limit);
        let late = |_| Error::late(operation, limit);
        // The request's own limit ends with the body, of which a stream has no end in sight.
        let patience = options.streamed.then_some(limit);
        let sent = within(patience, self.http(options).execute(request)).await;
        let mut response = sent.map_err(late)?.map_err(failed)?;
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        if options.streamed && operation.is_success(status) {
            let rest = Chunks::of(operation, response, limit);
            return Ok(Raw::streamed(operation, status, headers, rest));
        }
        let body = within(patience, body::read(&mut response, self.limits.body)).await;
        let Ok(body) = body else {
            return Err(Error::late(operation, limit).answered(status, headers, &Bytes::new()));
        };
        let body = match body {
            Ok(body) => body,
            // The status is known though the body is not: a write may have been done.
            Err(broken) => {
                let error = match broken {
                    Broken::TooLarge => Error::too_large(operation, self.limits.body),
                    Broken::Transport(error) => failed(error),
                };
                return Err(error.answered(status, headers, &Bytes::new()));
            }
        };
        if operation.is_success(status) {
            Ok(Raw {
                operation,
                status,
                headers,
                body,
                attempts: 1,
                rest: RefCell::default(),
            })
        } else {
            Err(Error::failed(operation, status, headers, &body))
        }
    }

    #[cfg(feature = "blocking")]
    fn http(&self, options: &Options) -> &reqwest::Client {
        if options.blocking {
            &self.blocking_http
        } else {
            &self.http
        }
    }

    #[cfg(not(feature = "blocking"))]
    fn http(&self, _: &Options) -> &reqwest::Client {
        &self.http
    }

    pub(super) fn request(
        &self,
        operation: &'static Operation,
        ready: &Ready,
        options: &Options,
        token: Option<HeaderValue>,
        limit: Duration,
    ) -> Result<reqwest::Request, Error> {
        let invalid = |message: &str| Error::invalid_request(operation, message);
        let method: Method = operation
            .method
            .parse()
            .map_err(|_| invalid("no such method"))?;
        let server = ready.server.as_ref().map_or(&*self.servers.base, plain);
        let mut url = format!("{server}{}", ready.target);
        let keys = self.query_keys.expose();
        if !operation.anonymous && !keys.is_empty() {
            url.push(if ready.target.contains('?') { '&' } else { '?' });
            url.push_str(keys);
        }
        let url = Url::parse(&url).map_err(|_| invalid("the path makes no URL"))?;
        let mut request = reqwest::Request::new(method, url);
        *request.timeout_mut() = (!options.streamed).then_some(limit);
        *request.body_mut() = ready.body.clone().map(Into::into);
        // Room for all of them at once, the token and the key included.
        let mut headers = HeaderMap::with_capacity(self.headers.len() + ready.headers.len() + 2);
        for (name, value) in &self.headers {
            if !operation.withholds(name) {
                headers.insert(name.clone(), value.clone());
            }
        }
        if let Some(token) = token {
            headers.insert(header::AUTHORIZATION, token);
        }
        if let Some(key) = &options.idempotency_key {
            headers.insert(HeaderName::from_static("idempotency-key"), key.clone());
        }
        for (name, value) in &ready.headers {
            headers.insert(name.clone(), value.clone());
        }
        *request.headers_mut() = headers;
        Ok(request)
    }
}

/// What the future yields, if it does in time.
async fn within<F: Future>(limit: Option<Duration>, future: F) -> Result<F::Output, Elapsed> {
    match limit {
        Some(limit) => timeout(limit, future).await,
        None => Ok(future.await),
    }
}

fn record(span: &Span, operation: &Operation, outcome: &Result<Raw, Error>) {
    if span.is_disabled() {
        return;
    }
    let (status, headers, attempts) = match outcome {
        Ok(raw) => (Some(raw.status.as_u16()), Some(&raw.headers), raw.attempts),
        Err(error) => (error.status(), error.headers(), error.attempts()),
    };
    span.record("http.response.status_code", status);
    span.record(
        "request.id",
        headers.and_then(|headers| operation.request_id_in(headers)),
    );
    if attempts > 1 {
        span.record("http.request.resend_count", attempts - 1);
    }
    if let Err(error) = outcome {
        span.record("error.type", error.kind_name());
    }
}
