//! Reads bodies: never more than the limit, and with the place of what does not fit.

use std::cell::RefCell;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::{Chunks, Error, Operation};

/// A whole answer, not yet typed.
#[derive(Debug)]
pub struct Raw {
    pub(super) operation: &'static Operation,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// How often the request was sent.
    pub(super) attempts: u32,
    /// The body, where it is not read yet.
    pub(super) rest: RefCell<Option<Chunks>>,
}

/// Why a body could not be read to its end.
pub(super) enum Broken {
    TooLarge,
    Transport(reqwest::Error),
}

/// The body, read chunk by chunk so that an endless one costs no more than the limit.
pub(super) async fn read(response: &mut reqwest::Response, limit: usize) -> Result<Bytes, Broken> {
    let announced = response.content_length().unwrap_or(0);
    if announced > limit as u64 {
        return Err(Broken::TooLarge);
    }
    let Some(first) = response.chunk().await.map_err(Broken::Transport)? else {
        return Ok(Bytes::new());
    };
    let mut whole: Option<BytesMut> = None;
    let mut length = first.len();
    while let Some(chunk) = response.chunk().await.map_err(Broken::Transport)? {
        length += chunk.len();
        if length > limit {
            return Err(Broken::TooLarge);
        }
        // Most bodies are one chunk, which needs no copy.
        whole
            .get_or_insert_with(|| BytesMut::from(first.as_ref()))
            .extend_from_slice(&chunk);
    }
    if length > limit {
        return Err(Broken::TooLarge);
    }
    Ok(whole.map_or(first, BytesMut::freeze))
}

impl Raw {
    /// An answer whose body is still to come.
    pub(super) fn streamed(
        operation: &'static Operation,
        status: StatusCode,
        headers: HeaderMap,
        rest: Chunks,
    ) -> Self {
        Self {
            operation,
            status,
            headers,
            body: Bytes::new(),
            attempts: 1,
            rest: RefCell::new(Some(rest)),
        }
    }

    /// The body as it comes; all of it at once, where it was read.
    pub fn chunks(&self) -> Chunks {
        let rest = self.rest.take();
        rest.unwrap_or_else(|| Chunks::whole(self.operation, self.body.clone()))
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The body as it came.
    pub fn bytes(&self) -> Bytes {
        self.body.clone()
    }

    /// The body as JSON of a type.
    ///
    /// # Errors
    /// When it is none, with the place of what does not fit.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        // RFC 8259, section 8.1, lets a reader ignore the mark, which some servers write.
        let body = self.body.strip_prefix("\u{feff}".as_bytes());
        let body = body.unwrap_or(&self.body);
        if body.iter().all(u8::is_ascii_whitespace) {
            return Err(self.misfit("the body is empty"));
        }
        serde_json::from_slice(body).map_err(|error| self.misfit(misfit::<T>(body, &error)))
    }

    /// The body as text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text(&self) -> Result<String, Error> {
        let text = std::str::from_utf8(&self.body);
        text.map(str::to_owned)
            .map_err(|_| self.misfit("the body is not UTF-8"))
    }

    fn misfit(&self, what: impl Into<String>) -> Error {
        let headers = self.headers.clone();
        Error::decode(self.operation, what, self.status, headers, &self.body)
            .after_attempts(self.attempts)
    }
}

/// What is wrong with a body that could not be read as a type, and where.
pub(crate) fn misfit<T: DeserializeOwned>(body: &[u8], error: &serde_json::Error) -> String {
    // Only a body that does not fit is decoded again, this time for the place.
    let mut reader = serde_json::Deserializer::from_slice(body);
    match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Err(error) if !error.inner().is_syntax() && !error.inner().is_eof() => {
            let path = error.path().to_string();
            let path = if path == "." {
                "the body".to_owned()
            } else {
                format!("`{path}`")
            };
            format!(
                "{path} does not fit: {}",
                shortened(&error.into_inner().to_string())
            )
        }
        _ => format!("the body is not JSON: {}", shortened(&error.to_string())),
    }
}

/// A decode error's text may quote a value of any length.
fn shortened(message: &str) -> String {
    const LONGEST: usize = 200;
    if message.chars().count() <= LONGEST {
        return message.to_owned();
    }
    message.chars().take(LONGEST).chain("…".chars()).collect()
}
