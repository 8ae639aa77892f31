//! Standard Webhooks: a signature over id, time and body.

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose::STANDARD},
};
use chrono::{DateTime, TimeDelta, Utc};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{
    Reason, Refusal, Scheme,
    keys::{Keys, Mac},
    scheme::{text, unauthenticated},
};
use crate::{Error, Secret};

const ID: HeaderName = HeaderName::from_static("webhook-id");
const TIMESTAMP: HeaderName = HeaderName::from_static("webhook-timestamp");
const SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");

/// What marks a text as the secret of a webhook.
const PREFIX: &str = "whsec_";
/// What marks a signature as HMAC-SHA256; signatures of other versions are passed over.
const VERSION: &str = "v1";
/// What the reference implementations take for the age window.
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// Secrets are shown with and without padding.
const SECRET: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// [Standard Webhooks](https://www.standardwebhooks.com) with symmetric secrets: `webhook-signature`
/// holds signatures over `webhook-id`, `webhook-timestamp` and the body.
///
/// Proves body, time and id. A delivery that is sent again within the age window is proved as well:
/// keep the ids of that time to act upon each once.
#[derive(Debug)]
pub struct StandardWebhooks {
    keys: Keys,
    tolerance: TimeDelta,
}

/// What Standard Webhooks prove besides the body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Signed {
    /// Identifies the delivery; one that is repeated has the same.
    pub id: String,
    /// When this delivery was attempted, to the second.
    pub timestamp: DateTime<Utc>,
}

impl Signed {
    /// The id and the time of a delivery to be signed.
    pub fn new(id: impl Into<String>, timestamp: impl Into<DateTime<Utc>>) -> Self {
        Self {
            id: id.into(),
            timestamp: timestamp.into(),
        }
    }
}

impl StandardWebhooks {
    /// Accepts deliveries signed by any of the secrets: base64, mostly after `whsec_`.
    ///
    /// # Errors
    /// When there is no secret, or one that is not base64.
    pub fn new<S: Into<Secret>>(secrets: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        let keys = secrets.into_iter().map(|secret| key(&secret.into()));
        Ok(Self {
            keys: Keys::new(keys)?,
            tolerance: TOLERANCE,
        })
    }

    /// How far the time of a delivery may be from now, both ways; five minutes unless told.
    #[must_use]
    pub fn tolerance(mut self, tolerance: TimeDelta) -> Self {
        self.tolerance = tolerance;
        self
    }
}

impl Scheme for StandardWebhooks {
    type Proof = Signed;

    fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Signed, Refusal> {
        let (id, timestamp) = (text(headers, &ID)?, text(headers, &TIMESTAMP)?);
        let given = signatures(text(headers, &SIGNATURE)?);
        if !self.keys.accept(&signed(id, timestamp, body), &given) {
            let fault = "holds no signature of this delivery by an active secret";
            return Err(unauthenticated(&SIGNATURE, fault));
        }
        let timestamp = seconds(timestamp)
            .ok_or_else(|| unauthenticated(&TIMESTAMP, "is no number of seconds since 1970"))?;
        let age = now.signed_duration_since(timestamp);
        if age.abs() > self.tolerance {
            let message = format!(
                "`{TIMESTAMP}` is {} s from now, of which {} s are allowed",
                age.num_seconds(),
                self.tolerance.num_seconds()
            );
            return Err(Refusal::new(Reason::Stale, message));
        }
        Ok(Signed::new(id, timestamp))
    }

    fn sign(&self, body: &[u8], proof: &Signed) -> Result<HeaderMap, Error> {
        let timestamp = proof.timestamp.timestamp().to_string();
        let mac = self.keys.sign(&signed(&proof.id, &timestamp, body));
        let signature = format!("{VERSION},{}", STANDARD.encode(mac));
        let values = [
            (ID, &proof.id),
            (TIMESTAMP, &timestamp),
            (SIGNATURE, &signature),
        ];
        let headers = values.into_iter().map(|(name, value)| {
            let fault = |_| Error::configuration(format!("`{name}` cannot hold `{value}`"));
            HeaderValue::from_str(value)
                .map(|value| (name.clone(), value))
                .map_err(fault)
        });
        headers.collect()
    }
}

/// What is signed, in parts.
fn signed<'a>(id: &'a str, timestamp: &'a str, body: &'a [u8]) -> [&'a [u8]; 5] {
    [id.as_bytes(), b".", timestamp.as_bytes(), b".", body]
}

fn key(secret: &Secret) -> Result<Vec<u8>, Error> {
    let text = secret.expose();
    let text = text.strip_prefix(PREFIX).unwrap_or(text);
    // The error would quote a part of the secret.
    SECRET.decode(text).map_err(|_| {
        Error::configuration(
            "the secret of a webhook is not base64: copy it whole, `whsec_` included",
        )
    })
}

/// The signatures of the known version; what is none is passed over.
fn signatures(header: &str) -> Vec<Mac> {
    let listed = header.split(' ').filter_map(|signature| {
        let (version, signature) = signature.split_once(',')?;
        let bytes = STANDARD.decode(signature).ok()?;
        (version == VERSION).then_some(bytes)?.try_into().ok()
    });
    listed.collect()
}

/// Digits alone: `+1` and ` 1` would be other texts for the same time.
fn seconds(text: &str) -> Option<DateTime<Utc>> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = text.parse().ok().filter(|_| is_digits)?;
    DateTime::from_timestamp(seconds, 0)
}
