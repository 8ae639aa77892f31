//! Secrets that sign, and comparisons that take the same time wherever two values differ.

use std::fmt;

use hmac_sha256::{HMAC, Hash};
use secrecy::{ExposeSecret, SecretSlice};
use subtle::{Choice, ConstantTimeEq};

use crate::Error;

/// An HMAC-SHA256 (RFC 2104).
pub(super) type Mac = [u8; 32];

/// The active secrets of a scheme: zeroed when dropped, counted when printed.
pub(super) struct Keys(Vec<SecretSlice<u8>>);

impl Keys {
    /// # Errors
    /// When there is no secret, or an empty one.
    pub(super) fn new(
        keys: impl IntoIterator<Item = Result<Vec<u8>, Error>>,
    ) -> Result<Self, Error> {
        let keys: Vec<SecretSlice<u8>> = keys
            .into_iter()
            .map(|key| key.map(SecretSlice::from))
            .collect::<Result<_, _>>()?;
        if keys.is_empty() {
            return Err(Error::configuration("a webhook needs a secret"));
        }
        if keys.iter().any(|key| key.expose_secret().is_empty()) {
            return Err(Error::configuration("the secret of a webhook is empty"));
        }
        Ok(Self(keys))
    }

    /// The MAC of the parts, one after the other, by the first secret.
    pub(super) fn sign(&self, parts: &[&[u8]]) -> Mac {
        mac(&self.0[0], parts)
    }

    /// Whether one of the given MACs is that of the parts by one of the secrets.
    pub(super) fn accept(&self, parts: &[&[u8]], given: &[Mac]) -> bool {
        let mut accepted = Choice::from(0);
        for key in &self.0 {
            let expected = mac(key, parts);
            for given in given {
                accepted |= expected.ct_eq(given);
            }
        }
        accepted.into()
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} redacted]", self.0.len())
    }
}

fn mac(key: &SecretSlice<u8>, parts: &[&[u8]]) -> Mac {
    let mut mac = HMAC::new(key.expose_secret());
    for part in parts {
        mac.update(part);
    }
    mac.finalize()
}

/// Whether two texts are the same. Their digests are compared, so that the time tells neither the
/// length of the secret one nor where the other differs.
pub(super) fn same(one: &[u8], other: &[u8]) -> Choice {
    Hash::hash(one).ct_eq(&Hash::hash(other))
}
