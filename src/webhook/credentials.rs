//! A password in a header, and nothing signed.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use http::{HeaderMap, HeaderName, HeaderValue, header::AUTHORIZATION};
use subtle::Choice;

use super::{
    Refusal, Scheme,
    keys::same,
    scheme::{single, unauthenticated},
};
use crate::{Error, Secret};

/// What a refusal answers where basic authentication is accepted (RFC 7617).
const CHALLENGE: HeaderValue =
    HeaderValue::from_static(r#"Basic realm="webhook", charset="UTF-8""#);

/// HTTP basic authentication, or a header that holds a secret.
///
/// Proves that the sender knows the credential, and nothing else: the body can be anybody's who has
/// seen a delivery. Several credentials may be active, so that one can be replaced by another.
#[derive(Debug)]
pub struct Credentials {
    /// Signs, and says what is missing.
    first: Credential,
    others: Vec<Credential>,
}

#[derive(Debug)]
struct Credential {
    header: HeaderName,
    /// For basic authentication `user:password`, else the header's value.
    secret: Secret,
    is_basic: bool,
}

impl Credentials {
    /// Accepts a user name and a password (RFC 7617).
    ///
    /// # Errors
    /// When the user name has a colon, after which the password would begin, or when the password is
    /// empty, which anybody would guess.
    pub fn basic(user: &str, password: impl Into<Secret>) -> Result<Self, Error> {
        if user.contains(':') {
            let message = format!("the user name `{user}` has a colon: choose another");
            return Err(Error::configuration(message));
        }
        let password: Secret = password.into();
        if password.expose().is_empty() {
            let message = format!("the password of `{user}` is empty");
            return Err(Error::configuration(message));
        }
        Ok(Self::one(Credential {
            header: AUTHORIZATION,
            secret: format!("{user}:{}", password.expose()).into(),
            is_basic: true,
        }))
    }

    /// Accepts a header with a secret value.
    ///
    /// # Errors
    /// When the name is none of a header, or the value is empty or cannot stand in one.
    pub fn header(name: &str, value: impl Into<Secret>) -> Result<Self, Error> {
        let header = HeaderName::try_from(name)
            .map_err(|_| Error::configuration(format!("`{name}` is no name of a header")))?;
        let secret: Secret = value.into();
        if secret.expose().is_empty() || HeaderValue::from_str(secret.expose()).is_err() {
            let message = format!("the secret of `{header}` is empty or no value of a header");
            return Err(Error::configuration(message));
        }
        Ok(Self::one(Credential {
            header,
            secret,
            is_basic: false,
        }))
    }

    /// Accepts others too.
    #[must_use]
    pub fn or(mut self, more: Self) -> Self {
        self.others.push(more.first);
        self.others.extend(more.others);
        self
    }

    fn one(first: Credential) -> Self {
        let others = Vec::new();
        Self { first, others }
    }

    fn all(&self) -> impl Iterator<Item = &Credential> {
        std::iter::once(&self.first).chain(&self.others)
    }

    fn refuse(&self, fault: &str) -> Refusal {
        let refusal = unauthenticated(&self.first.header, fault);
        if self.all().any(|credential| credential.is_basic) {
            refusal.challenge(CHALLENGE)
        } else {
            refusal
        }
    }
}

impl Scheme for Credentials {
    type Proof = ();

    /// The body is not looked at: nothing in the headers is about it.
    fn verify(&self, headers: &HeaderMap, _: &[u8], _: DateTime<Utc>) -> Result<(), Refusal> {
        let mut accepted = Choice::from(0);
        for credential in self.all() {
            accepted |= credential.is_in(headers);
        }
        if accepted.into() {
            Ok(())
        } else {
            Err(self.refuse("holds no active credential, or is not there exactly once"))
        }
    }

    fn sign(&self, _: &[u8], (): &()) -> Result<HeaderMap, Error> {
        let Credential {
            header,
            secret,
            is_basic,
        } = &self.first;
        let value = if *is_basic {
            format!("Basic {}", STANDARD.encode(secret.expose()))
        } else {
            secret.expose().to_owned()
        };
        let mut value = HeaderValue::try_from(value)
            .map_err(|_| Error::configuration(format!("`{header}` cannot hold its secret")))?;
        value.set_sensitive(true);
        Ok(HeaderMap::from_iter([(header.clone(), value)]))
    }
}

impl Credential {
    fn is_in(&self, headers: &HeaderMap) -> Choice {
        let Ok(value) = single(headers, &self.header) else {
            return Choice::from(0);
        };
        if !self.is_basic {
            return same(value.as_bytes(), self.secret.expose().as_bytes());
        }
        match basic(value) {
            Some(given) => same(&given, self.secret.expose().as_bytes()),
            None => Choice::from(0),
        }
    }
}

/// `user:password` of an `Authorization` header.
fn basic(value: &HeaderValue) -> Option<Vec<u8>> {
    let (scheme, credentials) = value.to_str().ok()?.split_once(' ')?;
    let is_basic = scheme.eq_ignore_ascii_case("basic");
    STANDARD
        .decode(credentials.trim_start_matches(' '))
        .ok()
        .filter(|_| is_basic)
}
