//! Bodies that are handed over as they come: event streams, and answers too large to hold.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use tokio::time::timeout;

use super::{Error, Operation};

type Pieces = Pin<Box<dyn Stream<Item = Result<Bytes, Error>> + Send>>;

/// The bytes of an answer, a piece at a time, in the pieces in which they arrive.
///
/// Nothing limits how long it goes on and how much comes; dropping it hangs up. An error ends it.
///
/// ```no_run
/// # async fn example(client: bindery::runtime::Client) -> Result<(), bindery::Error> {
/// let mut events = client.undocumented("GET", "/v1/events").chunks().await?;
/// while let Some(piece) = events.next().await {
///     println!("{} bytes", piece?.len());
/// }
/// # Ok(()) }
/// ```
pub struct Chunks {
    operation: &'static Operation,
    pieces: Pieces,
}

impl Chunks {
    pub(super) fn of(
        operation: &'static Operation,
        response: reqwest::Response,
        limit: Duration,
    ) -> Self {
        let pieces = response.bytes_stream();
        let pieces = pieces.map_err(move |error| Error::transport(operation, error, limit));
        Self {
            operation,
            pieces: Box::pin(pieces),
        }
    }

    /// A body that is there already.
    pub(super) fn whole(operation: &'static Operation, body: Bytes) -> Self {
        Self {
            operation,
            pieces: Box::pin(stream::iter(Some(Ok(body)))),
        }
    }

    /// The same bytes, given up with an error when none come for this long; there is no such limit
    /// unless set, for an event stream may be silent.
    #[must_use]
    pub fn idle_timeout(self, limit: Duration) -> Self {
        let operation = self.operation;
        let pieces = stream::unfold(Some(self.pieces), move |pieces| async move {
            let mut pieces = pieces?;
            match timeout(limit, pieces.next()).await {
                Ok(piece) => piece.map(|piece| (piece, Some(pieces))),
                // What hangs is hung up on.
                Err(_) => Some((Err(Error::late(operation, limit)), None)),
            }
        });
        Self {
            operation,
            pieces: Box::pin(pieces),
        }
    }

    /// The next piece, as soon as it is there; `None` at the end.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        self.pieces.next().await
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.pieces.as_mut().poll_next(context)
    }
}

impl fmt::Debug for Chunks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunks").finish_non_exhaustive()
    }
}
