//! The way of a user to Thumbtack and back.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;
use url::{Url, form_urlencoded};

use super::Error;
use crate::Secret;

/// An authorization that a user has been sent to and not come back from.
///
/// It can be serialized to be kept in the user's session; it must not reach anybody else.
#[derive(Clone, Serialize, Deserialize)]
pub struct Authorization {
    url: Secret,
    state: Secret,
    verifier: Secret,
}

impl Authorization {
    pub(super) fn new(url: Url, state: &str, verifier: &str) -> Self {
        Self {
            url: String::from(url).into(),
            state: state.into(),
            verifier: verifier.into(),
        }
    }

    /// Where to send the user.
    pub fn url(&self) -> &str {
        self.url.expose()
    }

    /// The state, by which a session can be found again when the user comes back.
    pub fn state(&self) -> &Secret {
        &self.state
    }

    /// What the user came back with: the query of the redirect address, without its `?`.
    ///
    /// # Errors
    /// When the state is missing or another one ([`Error::is_wrong_state`]), as when somebody else's
    /// answer was slipped to the user; when the user or Thumbtack refused
    /// ([`Error::code`], `access_denied` for one); or when there is no code.
    pub fn callback(&self, query: &str) -> Result<Grant, Error> {
        let query = query.strip_prefix('?').unwrap_or(query);
        let value = |wanted: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs.find_map(|(name, value)| (name == wanted).then_some(value))
        };
        // Asked first: nothing else in a query of unknown origin is worth a look.
        let state = value("state").unwrap_or(Cow::Borrowed(""));
        let same = state.as_bytes().ct_eq(self.state.expose().as_bytes());
        if !bool::from(same) {
            return Err(Error::wrong_state());
        }
        if let Some(code) = value("error") {
            let description = value("error_description");
            return Err(Error::refused(&code, description.as_deref(), &[]));
        }
        match value("code").filter(|code| !code.is_empty()) {
            Some(code) => Ok(Grant::new(code.into_owned(), self.verifier.clone())),
            None => Err(Error::answer("the user came back without a code")),
        }
    }
}

/// Neither the URL nor what it is made of.
impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization").finish_non_exhaustive()
    }
}

/// A code that can be exchanged for tokens, with the verifier that belongs to it.
#[derive(Debug, Clone)]
pub struct Grant {
    pub(super) code: Secret,
    pub(super) verifier: Secret,
}

impl Grant {
    /// A code and its verifier, where [`Authorization::callback`] is not used.
    pub fn new(code: impl Into<Secret>, verifier: impl Into<Secret>) -> Self {
        Self {
            code: code.into(),
            verifier: verifier.into(),
        }
    }
}
