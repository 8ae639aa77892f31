//! One user's connection: tokens that are fresh whenever they are asked for.

mod renewal;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Shared},
};

use self::renewal::renew;
use super::{Error, Lock, Oauth, StoreError, TokenStore, Tokens};
use crate::{
    Secret,
    runtime::{self, Token, TokenProvider},
    thumbtack::Client,
};

/// The access of one user, kept fresh; clones share it.
///
/// It is a [`TokenProvider`]: [`client`](Self::client) makes clients that act by it.
#[derive(Clone)]
pub struct Connection {
    inner: Arc<Inner>,
}

struct Inner {
    oauth: Oauth,
    store: Box<dyn TokenStore>,
    /// Held with the store's lock, which may be one between processes only, or none.
    turn: tokio::sync::Mutex<()>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// What was last loaded, or got and saved.
    current: Option<Tokens>,
    /// What was got and could not be saved yet.
    unsaved: Option<Unsaved>,
    /// The refresh that is under way.
    flight: Option<Flight>,
    /// Why the last refresh failed.
    trouble: Option<Error>,
}

/// New tokens, and the refresh token that they were got with.
#[derive(Clone)]
struct Unsaved {
    tokens: Tokens,
    replaces: Option<Secret>,
}

type Flight = Shared<BoxFuture<'static, Result<Tokens, Error>>>;

impl Connection {
    pub(super) fn new(oauth: Oauth, store: Box<dyn TokenStore>) -> Self {
        let inner = Arc::new(Inner {
            oauth,
            store,
            turn: tokio::sync::Mutex::default(),
            state: Mutex::default(),
        });
        Self { inner }
    }

    /// A client that acts for the user, in the application's environment.
    pub fn client(&self) -> runtime::Builder<Client> {
        Client::prepare()
            .base_url(&self.inner.oauth.inner.api)
            .token_provider(self.clone())
    }

    /// Takes the tokens of a new authorization: saves them, and then uses them.
    ///
    /// A client that was made before goes on with the access token that it has, until that ends or
    /// is refused: after an authorization for another account, make a new one.
    ///
    /// # Errors
    /// When the store cannot save them; the ones before are then still in use.
    pub async fn adopt(&self, tokens: Tokens) -> Result<(), Error> {
        let _locked = self.inner.lock().await?;
        let saved = self.inner.store.save(&tokens).await;
        saved.map_err(|error| Error::store("save the tokens", error))?;
        let mut state = self.inner.state();
        state.current = Some(tokens);
        state.unsaved = None;
        state.trouble = None;
        Ok(())
    }

    /// Tokens that are fresh, refreshed where need be.
    ///
    /// # Errors
    /// When there are none to be had. An access token that has not ended yet is good enough, so that
    /// a failing store or token endpoint goes unnoticed here at first: [`trouble`](Self::trouble)
    /// tells of it.
    pub async fn tokens(&self) -> Result<Tokens, Error> {
        self.obtain(None).await
    }

    /// Why the last refresh failed, where one has failed and none has succeeded since.
    pub fn trouble(&self) -> Option<Error> {
        self.inner.state().trouble.clone()
    }

    async fn obtain(&self, refused: Option<&Secret>) -> Result<Tokens, Error> {
        let acceptable = |tokens: &Tokens| refused != Some(&tokens.access_token);
        loop {
            let (flight, own) = {
                let mut state = self.inner.state();
                if let Some(tokens) = &state.current
                    && tokens.is_fresh(self.inner.now())
                    && acceptable(tokens)
                {
                    return Ok(tokens.clone());
                }
                match &state.flight {
                    Some(flight) if flight.peek().is_none() => (flight.clone(), false),
                    _ => (self.take_off(&mut state, refused)?, true),
                }
            };
            let tokens = flight.await?;
            // One that was under way may have been begun by somebody who knew of no refusal.
            if own || acceptable(&tokens) {
                return Ok(tokens);
            }
        }
    }

    /// Begins a refresh that goes on whatever becomes of the caller.
    fn take_off(&self, state: &mut State, refused: Option<&Secret>) -> Result<Flight, Error> {
        let runtime = tokio::runtime::Handle::try_current()
            .map_err(|_| Error::configuration("tokens are fetched outside of a tokio runtime"))?;
        let (inner, refused) = (Arc::clone(&self.inner), refused.cloned());
        let task = runtime.spawn(async move { renew(&inner, refused.as_ref()).await });
        let landed = task.map(|ended| {
            ended.unwrap_or_else(|lost| {
                Err(Error::configuration(if lost.is_panic() {
                    "the refresh was broken off: the store panicked"
                } else {
                    "the refresh was broken off: its tokio runtime was shut down"
                }))
            })
        });
        let flight = landed.boxed().shared();
        state.flight = Some(flight.clone());
        Ok(flight)
    }

    async fn token(&self, refused: Option<&Secret>) -> Result<Token, StoreError> {
        let tokens = self.obtain(refused).await?;
        Ok(tokens.token(self.inner.now()))
    }
}

impl TokenProvider for Connection {
    fn fetch(&self) -> BoxFuture<'_, Result<Token, StoreError>> {
        Box::pin(self.token(None))
    }

    fn replace<'a>(&'a self, refused: &'a Secret) -> BoxFuture<'a, Result<Token, StoreError>> {
        Box::pin(self.token(Some(refused)))
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps others in this process and in others from refreshing.
    async fn lock(&self) -> Result<(tokio::sync::MutexGuard<'_, ()>, Lock), Error> {
        let turn = self.turn.lock().await;
        let lock = self.store.lock().await;
        Ok((
            turn,
            lock.map_err(|error| Error::store("be locked", error))?,
        ))
    }

    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        (self.oauth.inner.clock)()
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("oauth", &self.inner.oauth)
            .finish_non_exhaustive()
    }
}
