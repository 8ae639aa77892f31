//! One refresh, under the store's lock: who was first, what is saved, and what is used meanwhile.

use super::{Inner, Unsaved};
use crate::{
    Secret,
    thumbtack::oauth::{Error, Tokens},
};

/// Tokens with another access token than the refused one, fresh or at least alive.
pub(super) async fn renew(inner: &Inner, refused: Option<&Secret>) -> Result<Tokens, Error> {
    // Held to the end: whoever has it next, by an adoption perhaps, has the last word on the state.
    let locked = inner.lock().await;
    let renewed = match &locked {
        Ok(_) => renew_locked(inner, refused).await,
        Err(error) => Err(error.clone()),
    };
    let now = inner.now();
    let mut state = inner.state();
    // What those who come later find is the state, not how this refresh ended.
    state.flight = None;
    let error = match renewed {
        Ok(tokens) => {
            state.current = Some(tokens.clone());
            state.trouble = None;
            return Ok(tokens);
        }
        Err(error) => error,
    };
    state.trouble = Some(error.clone());
    let usable = state
        .current
        .as_ref()
        .filter(|tokens| tokens.is_alive(now) && refused != Some(&tokens.access_token));
    match usable {
        Some(tokens) => {
            tracing::warn!(%error, "the old access token stays in use, as no new one is to be had");
            Ok(tokens.clone())
        }
        None => Err(error),
    }
}

async fn renew_locked(inner: &Inner, refused: Option<&Secret>) -> Result<Tokens, Error> {
    let stored = inner.store.load().await;
    let stored = stored.map_err(|error| Error::store("load the tokens", error))?;
    let known = caught_up(inner, stored).await?;
    let known = known.ok_or_else(|| Error::missing("the store holds no tokens"))?;
    inner.state().current = Some(known.clone());
    if known.is_fresh(inner.now()) && refused != Some(&known.access_token) {
        return Ok(known);
    }
    let refresh_token = known.refresh_token.ok_or_else(|| {
        Error::missing("the access token has ended and there is no refresh token")
    })?;
    let tokens = inner
        .oauth
        .inner
        .endpoint
        .refresh(&refresh_token, inner.now())
        .await?;
    save(
        inner,
        Unsaved {
            tokens,
            replaces: Some(refresh_token),
        },
    )
    .await
}

/// The newest tokens: the stored ones, or those that could not be saved last time and now are.
async fn caught_up(inner: &Inner, stored: Option<Tokens>) -> Result<Option<Tokens>, Error> {
    let unsaved = inner.state().unsaved.take();
    // If the store moved on since, somebody else has refreshed by the same token, or reconnected.
    let unsaved = unsaved.filter(|unsaved| {
        let stored = stored.as_ref();
        stored.is_some_and(|stored| stored.refresh_token == unsaved.replaces)
    });
    match unsaved {
        Some(unsaved) => save(inner, unsaved).await.map(Some),
        None => Ok(stored),
    }
}

/// Saves the tokens, which are in memory until that is done.
async fn save(inner: &Inner, unsaved: Unsaved) -> Result<Tokens, Error> {
    let tokens = unsaved.tokens.clone();
    inner.state().unsaved = Some(unsaved);
    let saved = inner.store.save(&tokens).await;
    saved.map_err(|error| Error::store("save the new tokens, which are kept in memory", error))?;
    inner.state().unsaved = None;
    Ok(tokens)
}
