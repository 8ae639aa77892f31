//! A call that has not been made yet: it takes options first and is made when awaited.

use std::{
    fmt,
    future::{Future, IntoFuture},
    pin::Pin,
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use super::{
    Chunks, Client, Error, Operation, Response, Retry,
    body::Raw,
    request::{self, Ready},
    send::Options,
};

type Decode<T> = Box<dyn FnOnce(&Raw) -> Result<T, Error> + Send + Sync>;

/// One call of one operation; awaiting it makes it.
///
/// Nothing is sent before that, and nothing at all if the request is one that cannot be sent.
///
/// ```no_run
/// # #[cfg(feature = "gigs")]
/// # async fn example(gigs: bindery::gigs::Client) -> Result<(), bindery::Error> {
/// use std::time::Duration;
///
/// let user = gigs.users().retrieve("usr_1").timeout(Duration::from_secs(5)).await?;
/// let response = gigs.users().retrieve("usr_1").response().await?;
/// println!("{} {}", response.status(), response.body().id);
/// # Ok(()) }
/// ```
#[must_use = "a call is made when it is awaited"]
pub struct Call<T> {
    client: Client,
    operation: &'static Operation,
    ready: Result<Ready, Error>,
    decode: Decode<T>,
    options: Options,
}

/// The request of a call that was not made.
#[cfg(feature = "mock")]
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) operation: &'static Operation,
    /// Path and query, encoded, below the base URL.
    pub(crate) target: String,
    pub(crate) body: Option<bytes::Bytes>,
}

impl<T: 'static> Call<T> {
    pub(super) fn new(
        client: Client,
        operation: &'static Operation,
        ready: Result<Ready, Error>,
        decode: fn(&Raw) -> Result<T, Error>,
    ) -> Self {
        Self {
            client,
            operation,
            ready,
            decode: Box::new(decode),
            options: Options::default(),
        }
    }

    /// The same call, whose body is not read before it is decoded.
    pub(super) fn streamed(mut self) -> Self {
        self.options.streamed = true;
        self
    }

    pub(super) fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// How long the call may take in all, repetitions included, instead of the client's own limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.total = Some(timeout);
        self
    }

    /// How long one attempt may take, instead of the client's own limit.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt = Some(timeout);
        self
    }

    /// How the call is repeated, instead of the client's own policy.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.options.retry = Some(retry);
        self
    }

    /// Sends `Idempotency-Key`, so that the provider takes repetitions for one request.
    ///
    /// The call may then be repeated whatever its method. Nothing is sent unless asked: a provider
    /// that does not know the header may refuse it.
    pub fn idempotency_key(mut self, key: &str) -> Self {
        match HeaderValue::from_str(key) {
            Ok(key) => self.options.idempotency_key = Some(key),
            Err(_) if self.ready.is_err() => {}
            Err(_) => {
                let message = "the idempotency key is no header value";
                self.ready = Err(Error::invalid_request(self.operation, message));
            }
        }
        self
    }

    /// Sends one more header, or another value for one that is sent anyway.
    ///
    /// A name or value that no header can have makes the call fail before anything is sent.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Ok(ready) = &mut self.ready {
            if let Some((name, value)) = request::unprinted(name, value) {
                ready.headers.insert(name, value);
            } else {
                let message = format!("`{name}` with this value is no header");
                self.ready = Err(Error::invalid_request(self.operation, message));
            }
        }
        self
    }

    /// The same call, its typed answer turned into another.
    pub fn map<U: 'static>(self, turn: impl FnOnce(T) -> U + Send + Sync + 'static) -> Call<U> {
        self.decoded(|decode, raw| decode(raw).map(turn))
    }

    /// The same call, its answer decoded in another way, which may go by the one so far.
    fn decoded<U: 'static>(
        self,
        other: impl FnOnce(Decode<T>, &Raw) -> Result<U, Error> + Send + Sync + 'static,
    ) -> Call<U> {
        let decode = self.decode;
        Call {
            client: self.client,
            operation: self.operation,
            ready: self.ready,
            decode: Box::new(|raw| other(decode, raw)),
            options: self.options,
        }
    }

    /// What the call would send, if it is one that can be sent.
    #[cfg(feature = "mock")]
    pub(crate) fn sent(self) -> Result<Sent, Error> {
        let ready = self.ready?;
        Ok(Sent {
            operation: self.operation,
            target: ready.target,
            body: ready.body,
        })
    }

    /// Makes the call; the answer with status and headers.
    ///
    /// # Errors
    /// Whatever [`Error`] tells apart.
    pub async fn response(self) -> Result<Response<T>, Error> {
        let raw = self
            .client
            .inner
            .send(self.operation, self.ready?, &self.options)
            .await?;
        let body = (self.decode)(&raw)?;
        Ok(Response {
            status: raw.status.as_u16(),
            operation: self.operation,
            attempts: raw.attempts,
            headers: raw.headers,
            body,
        })
    }

    /// Makes the call; the answer as whatever JSON came, for when the document is wrong about it.
    ///
    /// # Errors
    /// As [`Call::response`], but no body fails for its shape, only for not being JSON.
    pub async fn json(mut self) -> Result<Value, Error> {
        self.options.streamed = false;
        let raw = self
            .client
            .inner
            .send(self.operation, self.ready?, &self.options)
            .await?;
        raw.json()
    }

    /// The same call with the body of its answer as it came, for when the document tells of none or
    /// of another: a file, often, which [`chunks`](Call::<Bytes>::chunks) hands over bit by bit.
    ///
    /// ```no_run
    /// # async fn example(client: bindery::runtime::Client) -> Result<(), bindery::Error> {
    /// let told_of_nothing = client.undocumented("GET", "/v1/speech").empty();
    /// let speech = told_of_nothing.header("accept", "audio/mpeg").bytes().await?;
    /// # Ok(()) }
    /// ```
    pub fn bytes(self) -> Call<Bytes> {
        self.decoded(|_, raw| Ok(raw.bytes()))
    }
}

impl Call<Bytes> {
    /// The same call, whose answer is handed over as it comes, however large it is.
    pub fn chunks(self) -> Call<Chunks> {
        self.decoded(|_, raw| Ok(raw.chunks())).streamed()
    }
}

#[cfg(feature = "blocking")]
impl<T: Send + 'static> Call<T> {
    /// Makes the call and waits for it on this thread.
    ///
    /// The client keeps connections of their own for such calls, but those of a client handed in
    /// by [`Builder::http_client`](super::Builder::http_client) are one pool: a thread that drives
    /// some of them, as that of a current-thread runtime does, may wait for itself.
    ///
    /// # Errors
    /// As [`Call::response`].
    pub fn blocking(mut self) -> Result<T, Error> {
        self.options.blocking = true;
        let unable = Error::configuration("no thread can be started to make the call");
        super::blocking::wait(self.into_future()).unwrap_or(Err(unable))
    }
}

impl<T: Send + 'static> IntoFuture for Call<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.response().await.map(Response::into_body) })
    }
}

/// The names of what would be sent, not the values.
impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers = self
            .ready
            .as_ref()
            .map(|ready| header_names(&ready.headers));
        f.debug_struct("Call")
            .field("operation", &self.operation.id)
            .field("headers", &headers)
            .field("timeout", &self.options.total)
            .finish_non_exhaustive()
    }
}

fn header_names(headers: &HeaderMap) -> Vec<&str> {
    headers.keys().map(HeaderName::as_str).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{
        super::{Client, Operation},
        Options,
    };

    /// Whatever header a caller adds may be a credential, and the HTTP library prints headers.
    #[test]
    fn no_header_of_a_caller_is_printed() {
        static ASKS: Operation = Operation::new("asks", "GET", "/");
        let given = "hushed";
        for name in ["authorization", "x-api-key", "cookie"] {
            let builder = || Client::builder("http://localhost");
            let calls = [
                builder()
                    .build()
                    .unwrap()
                    .request(&ASKS)
                    .empty()
                    .header(name, given),
                builder()
                    .header(name, given)
                    .build()
                    .unwrap()
                    .request(&ASKS)
                    .empty(),
                builder()
                    .build()
                    .unwrap()
                    .request(&ASKS)
                    .header(name, given)
                    .empty(),
                builder()
                    .build()
                    .unwrap()
                    .request(&ASKS)
                    .cookie(name, given)
                    .empty(),
            ];
            for call in calls {
                let inner = &call.client.inner;
                let ready = call.ready.unwrap();
                let request = inner
                    .request(&ASKS, &ready, &Options::default(), None, Duration::MAX)
                    .unwrap();
                let text = format!("{request:?}");
                assert!(!text.contains(given), "{text}");
                let mut values = request.headers().values();
                assert!(values.any(|value| value.to_str().unwrap().contains(given)));
            }
        }
    }
}
