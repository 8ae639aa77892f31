//! Access to a Thumbtack user's account by OAuth 2.0: authorization, tokens, and keeping them fresh.
//!
//! [`Oauth`] is an application's registration. It sends a user to Thumbtack with [`Oauth::authorize`]
//! and turns what comes back into [`Tokens`]. A [`Connection`] keeps one user's tokens in a
//! [`TokenStore`] of yours, refreshes them, and makes clients that act by them.
//!
//! ```no_run
//! # async fn example(
//! #     query: &str, store: impl bindery::thumbtack::oauth::TokenStore,
//! # ) -> Result<(), Box<dyn std::error::Error>> {
//! use bindery::thumbtack::oauth::{Oauth, Scope};
//!
//! let oauth = Oauth::builder("client-id", "client-secret", "https://acme.example/back")
//!     .staging()
//!     .build()?;
//!
//! // Send the user there, and keep `authorization` in the user's session.
//! let authorization = oauth.authorize([Scope::SUPPLY_USERS_READ, Scope::OFFLINE_ACCESS]);
//! println!("{}", authorization.url());
//!
//! // The user comes back to the redirect address with a query.
//! let grant = authorization.callback(query)?;
//! let connection = oauth.connect(store);
//! connection.adopt(oauth.exchange(grant).await?).await?;
//!
//! let thumbtack = connection.client().build()?;
//! println!("{}", thumbtack.users().me().await?.user_id);
//! # Ok(()) }
//! ```
//!
//! # Refreshing
//!
//! An access token lasts an hour (documented); it is refreshed a minute before its end, or when it
//! is answered 401. A refresh token is good for one refresh, may be used again within 60 seconds of
//! it, and lasts 180 days from its last use (all reported by third parties). Hence:
//!
//! - All callers of a connection share one refresh, and its failure. It runs on its own, so that no
//!   caller that leaves can break it off half-way.
//! - It happens under the store's [`lock`](TokenStore::lock), after the store was read again: of
//!   replicas that share a store, one refreshes and the others take what it saved.
//! - New tokens are saved before they are used. Where saving fails, they are kept in memory, and
//!   saved when tokens are next asked for; until its end the old access token stays in use, and
//!   [`Connection::trouble`] and a warning in the log say why.
//! - A refresh with its repetitions ends within 45 seconds. A process that dies between answer and
//!   save thus leaves a refresh token in the store that its successor can use, if it comes within
//!   the 60 seconds.
//! - Refresh tokens and the client secret go to the token endpoint alone, and redirects are not
//!   followed.
//!
//! When [`Error::is_reauthorization_required`] holds, the user has to be sent to Thumbtack again.

mod authorization;
mod builder;
mod connection;
mod endpoint;
mod error;
mod scope;
mod store;
mod tokens;

use std::{fmt, sync::Arc};

use oauth2::{CsrfToken, PkceCodeChallenge, PkceCodeVerifier};

pub use self::{
    authorization::{Authorization, Grant},
    builder::Builder,
    connection::Connection,
    error::Error,
    scope::Scope,
    store::{Lock, MemoryStore, StoreError, TokenStore},
    tokens::Tokens,
};
use self::{builder::Clock, endpoint::Endpoint};
use crate::Secret;

/// The production authorization server (documented).
///
/// Source: <https://developers.thumbtack.com/docs/getting-started/environments>.
pub const PRODUCTION: &str = "https://auth.thumbtack.com";
/// The staging authorization server (documented), whose client credentials are issued separately.
///
/// Source: <https://developers.thumbtack.com/docs/getting-started/environments>.
pub const STAGING: &str = "https://staging-auth.thumbtack.com";
/// The audience that tokens must be made for (documented): with another, calls are answered 502.
///
/// That it belongs into both the authorization URL and the requests for tokens is inferred.
///
/// Source: <https://developers.thumbtack.com/docs/getting-started/troubleshooting>.
pub const AUDIENCE: &str = "urn:partner-api";

/// The fewest characters of a state (reported by third-party code).
const SHORTEST_STATE: usize = 8;

/// An application as it is registered with Thumbtack; clones share their connections.
#[derive(Clone)]
pub struct Oauth {
    inner: Arc<Inner>,
}

struct Inner {
    endpoint: Endpoint,
    clock: Clock,
    /// The server that a connection's clients call.
    api: String,
}

impl Oauth {
    /// An application by its client id and secret, and the address that users come back to.
    ///
    /// All three are registered per environment: production, unless told otherwise.
    pub fn builder(
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        redirect: impl Into<String>,
    ) -> Builder {
        Builder::new(client_id.into(), client_secret.into(), redirect.into())
    }

    /// Begins an authorization for these scopes, with a state and a PKCE verifier made at random.
    ///
    /// Without [`Scope::OFFLINE_ACCESS`] there will be no refresh token, and access ends with the
    /// access token.
    pub fn authorize(&self, scopes: impl IntoIterator<Item = Scope>) -> Authorization {
        self.begin(CsrfToken::new_random(), scopes)
    }

    /// Begins an authorization with a state of the caller's own, which must not be guessable.
    ///
    /// # Errors
    /// When the state has less than 8 characters, which Thumbtack refuses:
    /// [`Error::is_configuration`].
    pub fn authorize_as(
        &self,
        state: impl Into<String>,
        scopes: impl IntoIterator<Item = Scope>,
    ) -> Result<Authorization, Error> {
        let state = state.into();
        let length = state.chars().count();
        if length < SHORTEST_STATE {
            return Err(Error::configuration(format!(
                "a state of {length} characters; Thumbtack asks for at least {SHORTEST_STATE}"
            )));
        }
        Ok(self.begin(CsrfToken::new(state), scopes))
    }

    fn begin(&self, state: CsrfToken, scopes: impl IntoIterator<Item = Scope>) -> Authorization {
        let (challenge, verifier): (_, PkceCodeVerifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state) = self.inner.endpoint.authorization(state, challenge, scopes);
        Authorization::new(url, state.secret(), verifier.secret())
    }

    /// Exchanges the code that a user came back with for tokens; within 5 minutes, and once.
    ///
    /// # Errors
    /// When Thumbtack refuses the code, or cannot be reached.
    pub async fn exchange(&self, grant: Grant) -> Result<Tokens, Error> {
        self.inner
            .endpoint
            .exchange(grant, (self.inner.clock)())
            .await
    }

    /// A connection of one user, whose tokens the store keeps.
    ///
    /// Nothing is read before the first token is asked for.
    pub fn connect(&self, store: impl TokenStore) -> Connection {
        Connection::new(self.clone(), Box::new(store))
    }
}

impl fmt::Debug for Oauth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Oauth")
            .field("endpoint", &self.inner.endpoint)
            .field("api", &self.inner.api)
            .finish_non_exhaustive()
    }
}
