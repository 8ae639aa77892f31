//! What an authorization is worth, and for how long.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::Secret;

/// How long before its end an access token is refreshed.
const MARGIN: TimeDelta = TimeDelta::seconds(60);

/// The tokens of one user, as a store keeps them.
///
/// Serialized, they are readable: a store should encrypt them, or be safe itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tokens {
    /// What calls are made with.
    pub access_token: Secret,
    /// What new tokens are got with, once; none where `offline_access` was not granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<Secret>,
    /// When the access token ends; none where the server did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
}

impl Tokens {
    /// An access token without an end, which nothing refreshes.
    pub fn new(access_token: impl Into<Secret>) -> Self {
        Self {
            access_token: access_token.into(),
            refresh_token: None,
            expires_at: None,
        }
    }

    /// The same tokens with a refresh token.
    #[must_use]
    pub fn refresh_token(mut self, refresh_token: impl Into<Secret>) -> Self {
        self.refresh_token = Some(refresh_token.into());
        self
    }

    /// The same tokens with an end of the access token.
    #[must_use]
    pub fn expires_at(mut self, end: DateTime<Utc>) -> Self {
        self.expires_at = Some(end);
        self
    }

    /// Not about to end.
    pub(super) fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        self.left(now).is_none_or(|left| left > MARGIN)
    }

    /// Not ended yet.
    pub(super) fn is_alive(&self, now: DateTime<Utc>) -> bool {
        self.left(now).is_none_or(|left| left > TimeDelta::zero())
    }

    /// The access token in the runtime's terms.
    pub(super) fn token(&self, now: DateTime<Utc>) -> crate::runtime::Token {
        let token = crate::runtime::Token::new(self.access_token.clone());
        match self.left(now) {
            Some(left) => token.expires_in(left.to_std().unwrap_or(Duration::ZERO)),
            None => token,
        }
    }

    fn left(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        self.expires_at.map(|end| end.signed_duration_since(now))
    }
}
