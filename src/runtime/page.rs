//! Lists that come in pages, as streams.

use std::{collections::BTreeSet, future::IntoFuture};

use futures_util::{StreamExt, TryStreamExt, stream};

use super::{Call, Error};

/// A stream that can be polled where it stands, and sent to another task.
pub type BoxStream<T> = stream::BoxStream<'static, Result<T, Error>>;

/// An answer that holds one page of a list.
pub trait Page: Send + 'static {
    /// What the list is of.
    type Item: Send + 'static;

    /// Where the next page begins; none on the last.
    fn next(&self) -> Option<String>;

    /// What the page holds.
    fn into_items(self) -> Vec<Self::Item>;
}

/// The pages from the one that `fetch` gives for no cursor (or for `from`) to the last.
///
/// A provider that hands out a cursor twice would be followed forever; the stream ends with an
/// error instead.
pub fn pages<P: Page>(
    from: Option<String>,
    fetch: impl Fn(Option<String>) -> Call<P> + Send + 'static,
) -> BoxStream<P> {
    enum Next {
        From(Option<String>),
        Done,
    }

    let state = (Next::From(from), BTreeSet::new(), fetch);
    stream::try_unfold(state, async move |(next, mut seen, fetch)| {
        let Next::From(cursor) = next else {
            return Ok(None);
        };
        if let Some(cursor) = &cursor
            && !seen.insert(cursor.clone())
        {
            return Err(Error::repeated_cursor(fetch(None).operation()));
        }
        let page = fetch(cursor).into_future().await?;
        let next = page
            .next()
            .map_or(Next::Done, |cursor| Next::From(Some(cursor)));
        Ok(Some((page, (next, seen, fetch))))
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
