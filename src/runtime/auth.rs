//! Who calls: a fixed token, or one that is fetched, kept, and fetched anew when it is refused.

use std::{fmt, time::Duration};

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
/// calls that need a token at the same time, one asks and the others wait.
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
    fn fetch(&self) -> BoxFuture<'_, Result<Token, Box<dyn std::error::Error + Send + Sync>>>;
}

impl<F, Fut, E> TokenProvider for F
where
    F: Fn() -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Token, E>> + Send + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn fetch(&self) -> BoxFuture<'_, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
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

/// A provider's error, or a token that no header can carry.
pub(super) type Failed = Box<dyn std::error::Error + Send + Sync>;

/// The token of a provider, kept between calls.
pub(super) struct Cache {
    provider: Box<dyn TokenProvider>,
    /// Locked while a token is fetched, so that one caller fetches for all.
    kept: Mutex<Option<Kept>>,
}

struct Kept {
    header: HeaderValue,
    until: Option<Instant>,
}

impl Cache {
    pub(super) fn new(provider: Box<dyn TokenProvider>) -> Self {
        Self {
            provider,
            kept: Mutex::new(None),
        }
    }

    async fn header(&self, refused: Option<&HeaderValue>) -> Result<HeaderValue, Failed> {
        let mut kept = self.kept.lock().await;
        if let Some(kept) = &*kept
            && refused != Some(&kept.header)
            && kept.until.is_none_or(|until| Instant::now() < until)
        {
            return Ok(kept.header.clone());
        }
        let token = self.provider.fetch().await?;
        let header = bearer(&token.secret)?;
        // A life that no clock reaches the end of has none.
        let until = token.life.and_then(|life| {
            Instant::now().checked_add(life.saturating_sub(MARGIN.min(life / 10)))
        });
        *kept = Some(Kept {
            header: header.clone(),
            until,
        });
        Ok(header)
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
    let held = Bytes::from_owner(Held(text.into()));
    let mut value = HeaderValue::from_maybe_shared(held)
        .map_err(|_| Error::configuration("the token has characters that no header can carry"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The text of a header that is a secret.
struct Held(SecretString);

impl AsRef<[u8]> for Held {
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
