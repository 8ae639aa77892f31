//! Chakra HQ's deliveries, signed over the body.
//!
//! There are two kinds, which the provider's page tells apart: events of its own, and what Meta
//! sends, passed through. That `X-Chakra-Signature-256` holds the hexadecimal HMAC-SHA256 of the
//! raw body, without a prefix, is reported. Which secret is its key is not documented: the one that
//! Chakra HQ shows for the webhook is the likely one, and if no delivery is accepted, it is another.
//!
//! Source: <https://apidocs.chakrahq.com/doc-919167>.

use http::HeaderName;
use serde_json::{Map, Value};

use super::ChakraEvent;
use crate::{
    Error, Secret,
    webhook::{self, HmacSha256, Refusal},
};

/// The header that holds the signature.
pub const SIGNATURE: HeaderName = HeaderName::from_static("x-chakra-signature-256");

/// Receives Chakra HQ's deliveries.
pub type Receiver = webhook::Receiver<Event>;

/// A receiver of deliveries signed by any of the secrets.
///
/// # Errors
/// When there is no secret, or an empty one.
pub fn receiver<S: Into<Secret>>(secrets: impl IntoIterator<Item = S>) -> Result<Receiver, Error> {
    HmacSha256::new(SIGNATURE, secrets).map(Receiver::new)
}

/// What Chakra HQ delivers. No event is documented by its name.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// An event of Chakra HQ's own: `{event, payload}`.
    Chakra(ChakraEvent),
    /// What Meta sent, whole; its form is Meta's to say.
    PassThrough(Map<String, Value>),
}

impl webhook::Event for Event {
    type Scheme = HmacSha256;

    fn read(body: &[u8]) -> Result<Self, Refusal> {
        let whole: Map<String, Value> = webhook::envelope(body)?;
        if whole.contains_key("event") && whole.contains_key("payload") {
            webhook::payload("event", body).map(Self::Chakra)
        } else {
            Ok(Self::PassThrough(whole))
        }
    }
}
