//! Lists that come in pages, as streams.

use std::{collections::BTreeSet, future::IntoFuture};

use futures_util::{StreamExt, TryStreamExt, stream};

use super::{Call, Error};

/// A stream that can be polled where it stands, and sent to another task.
pub type BoxStream<T> = stream::BoxStream<'static, Result<T, Error>>;

/// Which way pages are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end of the list.
    Forward,
    /// Towards its beginning.
    Backward,
    /// Not at all: there is one page.
    Stay,
}

/// An answer that holds one page of a list.
pub trait Page: Send + 'static {
    /// What the list is of.
    type Item: Send + 'static;

    /// Where the next page in a direction begins; none on the last.
    fn next(&self, direction: Direction) -> Option<String>;

    /// What the page holds.
    fn into_items(self) -> Vec<Self::Item>;
}

/// The pages from the one that `fetch` gives for no cursor to the last.
///
/// Each page is a call of its own, with a timeout and repetitions of its own. A provider that hands
/// out a cursor twice would be followed for ever; the stream ends with an error instead.
pub fn pages<P: Page>(
    direction: Direction,
    fetch: impl Fn(Option<String>) -> Call<P> + Send + 'static,
) -> BoxStream<P> {
    // The outer option is whether there is a page, the inner one where it begins.
    let state = (Some(None), BTreeSet::new(), direction, fetch);
    stream::try_unfold(state, async |(next, mut seen, direction, fetch)| {
        let Some(cursor) = next else {
            return Ok(None);
        };
        let is_new = cursor
            .iter()
            .all(|cursor: &String| seen.insert(cursor.clone()));
        // A call is made when it is awaited, and not before.
        let call = fetch(cursor);
        if !is_new {
            return Err(Error::repeated_cursor(call.operation()));
        }
        let page = call.into_future().await?;
        let next = page.next(direction).map(Some);
        Ok(Some((page, (next, seen, direction, fetch))))
    })
    .boxed()
}

/// The items of all pages.
pub fn items<P: Page>(pages: BoxStream<P>) -> BoxStream<P::Item> {
    pages
        .map_ok(|page| stream::iter(page.into_items().into_iter().map(Ok)))
        .try_flatten()
        .boxed()
}
