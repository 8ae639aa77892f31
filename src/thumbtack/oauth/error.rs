//! Why there are no tokens.

use std::{error::Error as StdError, fmt, sync::Arc};

use super::StoreError;
use crate::{Secret, runtime};

/// The longest description that is repeated, in characters.
const LONGEST: usize = 200;
/// The shortest secret that is looked for in what is repeated, in bytes.
const SHORTEST: usize = 8;

/// Why an authorization, an exchange or a refresh failed.
///
/// It is cloned for all who waited for the same refresh. No token, code or secret is in it.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: Kind,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

#[derive(Clone)]
enum Kind {
    Configuration(String),
    WrongState,
    Refused {
        code: String,
        description: Option<String>,
    },
    Call {
        status: Option<u16>,
        retryable: bool,
    },
    Answer(String),
    Store(&'static str),
    Missing(&'static str),
}

impl Error {
    fn new(kind: Kind) -> Self {
        Self(Arc::new(Inner { kind, source: None }))
    }

    pub(super) fn configuration(message: impl Into<String>) -> Self {
        Self::new(Kind::Configuration(message.into()))
    }

    pub(super) fn wrong_state() -> Self {
        Self::new(Kind::WrongState)
    }

    /// What the server said, without what it was sent should it have repeated that.
    pub(super) fn refused(code: &str, description: Option<&str>, sent: &[&Secret]) -> Self {
        Self::new(Kind::Refused {
            code: line(code, sent),
            description: description.map(|text| line(text, sent)),
        })
    }

    /// The runtime's error: as source where nothing came back, since what came may hold secrets.
    pub(super) fn call(error: runtime::Error) -> Self {
        let status = error.status();
        let kind = Kind::Call {
            status,
            retryable: error.is_retryable(),
        };
        let source = status.is_none().then(|| Arc::new(error) as _);
        Self(Arc::new(Inner { kind, source }))
    }

    pub(super) fn answer(message: impl Into<String>) -> Self {
        Self::new(Kind::Answer(message.into()))
    }

    /// A store that could not do what the words say.
    pub(super) fn store(what: &'static str, source: StoreError) -> Self {
        Self(Arc::new(Inner {
            kind: Kind::Store(what),
            source: Some(source.into()),
        }))
    }

    pub(super) fn missing(what: &'static str) -> Self {
        Self::new(Kind::Missing(what))
    }

    /// Why a connection had no token for a call that failed, if that is what it failed for.
    ///
    /// ```no_run
    /// # async fn example(thumbtack: bindery::thumbtack::Client) {
    /// use bindery::thumbtack::oauth;
    ///
    /// if let Err(error) = thumbtack.users().me().await
    ///     && oauth::Error::of(&error).is_some_and(oauth::Error::is_reauthorization_required)
    /// {
    ///     println!("please connect your account again");
    /// }
    /// # }
    /// ```
    pub fn of(error: &runtime::Error) -> Option<&Self> {
        StdError::source(error)?.downcast_ref()
    }

    /// The user has to be sent to Thumbtack again: there are no tokens, or they are good for nothing.
    pub fn is_reauthorization_required(&self) -> bool {
        self.code() == Some("invalid_grant") || matches!(self.0.kind, Kind::Missing(_))
    }

    /// The user came back with another state than the one sent, or with none.
    pub fn is_wrong_state(&self) -> bool {
        matches!(self.0.kind, Kind::WrongState)
    }

    /// The store failed; it is the source.
    pub fn is_store(&self) -> bool {
        matches!(self.0.kind, Kind::Store(_))
    }

    /// The application is not configured rightly.
    pub fn is_configuration(&self) -> bool {
        matches!(self.0.kind, Kind::Configuration(_))
    }

    /// The token endpoint answered with what OAuth does not know.
    pub fn is_answer(&self) -> bool {
        matches!(self.0.kind, Kind::Answer(_))
    }

    /// The same may fare better later.
    pub fn is_retryable(&self) -> bool {
        match &self.0.kind {
            Kind::Call { retryable, .. } => *retryable,
            Kind::Store(_) => true,
            Kind::Refused { code, .. } => {
                matches!(code.as_str(), "temporarily_unavailable" | "server_error")
            }
            _ => false,
        }
    }

    /// OAuth's code of a refusal (RFC 6749, sections 4.1.2.1 and 5.2), such as `access_denied`.
    pub fn code(&self) -> Option<&str> {
        match &self.0.kind {
            Kind::Refused { code, .. } => Some(code),
            _ => None,
        }
    }

    /// What Thumbtack says of a refusal.
    pub fn description(&self) -> Option<&str> {
        match &self.0.kind {
            Kind::Refused { description, .. } => description.as_deref(),
            _ => None,
        }
    }

    /// The status of an answer of the token endpoint that is none of OAuth's.
    pub fn status(&self) -> Option<u16> {
        match &self.0.kind {
            Kind::Call { status, .. } => *status,
            _ => None,
        }
    }
}

/// One line of foreign text, as long as is of use, cut when no secret is left to be cut in two.
fn line(text: &str, secrets: &[&Secret]) -> String {
    let secrets = secrets.iter().map(|secret| secret.expose());
    // What is shorter may be part of any word.
    let secrets = secrets.filter(|secret| secret.len() >= SHORTEST);
    let hidden = secrets.fold(text.to_owned(), |text, secret| {
        text.replace(secret, "[redacted]")
    });
    let printable = hidden.chars().map(|c| if c.is_control() { ' ' } else { c });
    printable.take(LONGEST).collect()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.kind {
            Kind::Configuration(message) | Kind::Answer(message) => f.write_str(message)?,
            Kind::WrongState => f.write_str("the state is not the one that was sent")?,
            Kind::Refused { code, description } => {
                write!(f, "refused: `{code}`")?;
                if let Some(description) = description {
                    write!(f, ": {description}")?;
                }
            }
            Kind::Call { status: None, .. } => f.write_str("the token endpoint gave no answer")?,
            Kind::Call {
                status: Some(status),
                ..
            } => write!(
                f,
                "the token endpoint answered {status}, which is no answer of OAuth's"
            )?,
            Kind::Store(what) => write!(f, "the store cannot {what}")?,
            Kind::Missing(what) => f.write_str(what)?,
        }
        if self.is_reauthorization_required() {
            f.write_str(" (the user has to authorize the application again)")?;
        }
        Ok(())
    }
}

/// What `Display` says, and why.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")?;
        let mut source = StdError::source(self);
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.0.source.as_deref();
        source.map(|source| source as &(dyn StdError + 'static))
    }
}
