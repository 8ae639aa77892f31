//! Who calls: a fixed token, or one that is fetched, kept, and fetched anew when it is refused.

use std::{
    error::Error as StdError,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use futures_util::future::BoxFuture;
use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use tokio::{sync::Mutex, time::Instant};

use super::{Error, Secret};

/// How long before its end a token is fetched anew, at most.
const MARGIN: Duration = Duration::from_secs(60);

/// Fetches tokens.
///
/// The runtime keeps what it gets and asks again only when a token has run out or was refused; of
/// calls that need a token at the same time, one asks, and the others share what it gets or fails
/// with.
///
/// ```
/// use bindery::runtime::{Token, TokenProvider};
///
/// async fn fetch() -> Result<Token, std::io::Error> {
///     Ok(Token::new("from somewhere").expires_in(std::time::Duration::from_secs(3600)))
/// }
///
/// fn is_a_provider(_: impl TokenProvider) {}
/// is_a_provider(fetch);
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Fetches a token.
    ///
    /// # Errors
    /// Whatever keeps it from doing so; calls then fail with an error that has this one as source.
    fn fetch(&self) -> BoxFuture<'_, Result<Token, Box<dyn StdError + Send + Sync>>>;

    /// Fetches another token in place of one that was answered 401; [`fetch`](Self::fetch) unless
    /// told otherwise.
    ///
    /// For a provider that keeps tokens itself, and would hand out the refused one again.
    ///
    /// # Errors
    /// As [`fetch`](Self::fetch).
    fn replace<'a>(
        &'a self,
        refused: &'a Secret,
    ) -> BoxFuture<'a, Result<Token, Box<dyn StdError + Send + Sync>>> {
        let _ = refused;
        self.fetch()
    }
}

impl<F, Fut, E> TokenProvider for F
where
    F: Fn() -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Token, E>> + Send + 'static,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    fn fetch(&self) -> BoxFuture<'_, Result<Token, Box<dyn StdError + Send + Sync>>> {
        let token = self();
        Box::pin(async move { token.await.map_err(Into::into) })
    }
}

/// A token and how long it lasts.
#[derive(Debug, Clone)]
pub struct Token {
    secret: Secret,
    life: Option<Duration>,
}

impl Token {
    /// A token that lasts until it is refused.
    pub fn new(secret: impl Into<Secret>) -> Self {
        Self {
            secret: secret.into(),
            life: None,
        }
    }

    /// The same token with an end.
    #[must_use]
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }
}

/// What a client authenticates itself by.
pub(super) enum Auth {
    None,
    Fixed(HeaderValue),
    Fetched(Cache),
}

impl Auth {
    /// The header to send; with `refused`, another than that one.
    pub(super) async fn header(
        &self,
        refused: Option<&HeaderValue>,
    ) -> Result<Option<HeaderValue>, Failed> {
        match self {
            Self::None => Ok(None),
            Self::Fixed(header) => Ok(Some(header.clone())),
            Self::Fetched(cache) => cache.header(refused).await.map(Some),
        }
    }

    /// Whether asking again may give another token.
    pub(super) fn is_renewable(&self) -> bool {
        matches!(self, Self::Fetched(_))
    }
}

/// A provider's error, or a token that no header can carry; shared by all who waited for it.
pub(super) type Failed = Arc<dyn StdError + Send + Sync>;

/// The token of a provider, kept between calls.
pub(super) struct Cache {
    provider: Box<dyn TokenProvider>,
    /// Locked while a token is fetched, so that one caller fetches for all.
    kept: Mutex<Kept>,
    /// How often a token was fetched, or failed to be.
    ended: AtomicU64,
}

#[derive(Default)]
struct Kept {
    held: Option<Held>,
    /// The last fetch, if it failed: its number and why.
    failure: Option<(u64, Failed)>,
}

struct Held {
    token: Secret,
    header: HeaderValue,
    until: Option<Instant>,
}

impl Cache {
    pub(super) fn new(provider: Box<dyn TokenProvider>) -> Self {
        Self {
            provider,
            kept: Mutex::default(),
            ended: AtomicU64::new(0),
        }
    }

    async fn header(&self, refused: Option<&HeaderValue>) -> Result<HeaderValue, Failed> {
        let ended = self.ended.load(Ordering::Acquire);
        let mut kept = self.kept.lock().await;
        if let Some(held) = &kept.held
            && refused != Some(&held.header)
            && held.until.is_none_or(|until| Instant::now() < until)
        {
            return Ok(held.header.clone());
        }
        // A fetch that ended while this caller waited failed for this caller too.
        if let Some((number, failure)) = &kept.failure
            && *number > ended
        {
            return Err(Arc::clone(failure));
        }
        let fetched = self.fetch(kept.held.as_ref(), refused).await;
        let number = self.ended.fetch_add(1, Ordering::AcqRel) + 1;
        match fetched {
            Ok(held) => {
                let header = held.header.clone();
                *kept = Kept {
                    held: Some(held),
                    failure: None,
                };
                Ok(header)
            }
            Err(failure) => {
                kept.failure = Some((number, Arc::clone(&failure)));
                Err(failure)
            }
        }
    }

    async fn fetch(
        &self,
        held: Option<&Held>,
        refused: Option<&HeaderValue>,
    ) -> Result<Held, Failed> {
        let token = match held {
            Some(held) if refused == Some(&held.header) => self.provider.replace(&held.token).await,
            _ => self.provider.fetch().await,
        };
        let token = token?;
        let header = bearer(&token.secret).map_err(|error| Arc::new(error) as Failed)?;
        // A life that no clock reaches the end of has none.
        let until = token.life.and_then(|life| {
            Instant::now().checked_add(life.saturating_sub(MARGIN.min(life / 10)))
        });
        Ok(Held {
            token: token.secret,
            header,
            until,
        })
    }
}

/// `Authorization: Bearer`, marked so that the HTTP library does not print it, and zeroed when the
/// last request that carries it is gone.
pub(super) fn bearer(token: &Secret) -> Result<HeaderValue, Error> {
    const SCHEME: &str = "Bearer ";
    // Of exactly this capacity, since growing or shrinking would leave a copy behind.
    let mut text = String::with_capacity(SCHEME.len() + token.expose().len());
    text.push_str(SCHEME);
    text.push_str(token.expose());
    let text = Bytes::from_owner(Zeroed(text.into()));
    let mut value = HeaderValue::from_maybe_shared(text)
        .map_err(|_| Error::configuration("the token has characters that no header can carry"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The text of a header that is a secret.
struct Zeroed(SecretString);

impl AsRef<[u8]> for Zeroed {
    fn as_ref(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Fixed(_) => "Fixed([redacted])",
            Self::Fetched(_) => "Fetched([redacted])",
        })
    }
}
