//! A hexadecimal HMAC-SHA256 of the body in a header.

use chrono::{DateTime, Utc};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{
    Refusal, Scheme,
    keys::{Keys, Mac},
    scheme::{text, unauthenticated},
};
use crate::{Error, Secret};

/// A header that holds the HMAC-SHA256 of the body in hexadecimal digits of either case.
///
/// Proves the body, and neither a time nor an id: a delivery that somebody has seen can be sent
/// again at any time.
#[derive(Debug)]
pub struct HmacSha256 {
    header: HeaderName,
    keys: Keys,
}

impl HmacSha256 {
    /// Accepts deliveries that are signed in `header` by any of the secrets, whose UTF-8 is the key.
    ///
    /// # Errors
    /// When there is no secret, or an empty one.
    pub fn new<S: Into<Secret>>(
        header: HeaderName,
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        let keys = secrets.into_iter().map(|secret| {
            let secret: Secret = secret.into();
            Ok(secret.expose().as_bytes().to_vec())
        });
        Ok(Self {
            header,
            keys: Keys::new(keys)?,
        })
    }
}

impl Scheme for HmacSha256 {
    type Proof = ();

    fn verify(&self, headers: &HeaderMap, body: &[u8], _: DateTime<Utc>) -> Result<(), Refusal> {
        let given = decode(text(headers, &self.header)?)
            .ok_or_else(|| unauthenticated(&self.header, "is not 64 hexadecimal digits"))?;
        if self.keys.accept(&[body], &[given]) {
            Ok(())
        } else {
            let fault = "is no signature of the body by an active secret";
            Err(unauthenticated(&self.header, fault))
        }
    }

    fn sign(&self, body: &[u8], (): &()) -> Result<HeaderMap, Error> {
        let signature = encode(&self.keys.sign(&[body]));
        let value = HeaderValue::try_from(signature).expect("digits are a header");
        Ok(HeaderMap::from_iter([(self.header.clone(), value)]))
    }
}

fn encode(mac: &Mac) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16);
    mac.iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .flatten()
        .collect()
}

fn decode(text: &str) -> Option<Mac> {
    let digits: Vec<u8> = text
        .chars()
        .map(|char| char.to_digit(16).and_then(|digit| digit.try_into().ok()))
        .collect::<Option<_>>()?;
    let (pairs, []) = digits.as_chunks::<2>() else {
        return None;
    };
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
    bytes.try_into().ok()
}
