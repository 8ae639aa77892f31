//! Thumbtack's events, delivered with the credential that the webhook was created with.
//!
//! Deliveries are not signed. The envelope `{event, data}` and the payloads are reported, not
//! documented; so is that any 2xx tells Thumbtack that a delivery was processed. Whether and when it
//! sends one again is not known, and a message may arrive before the negotiation it belongs to.
//!
//! Source: <https://developers.thumbtack.com/docs/messages>.

use serde::Deserialize;

use super::{
    MessageCreatedDelivery, MessageCreatedV4Delivery, NegotiationCreatedV4Delivery, WebhookAuth,
};
use crate::{
    Error,
    webhook::{self, Credentials, Refusal, events},
};

/// Receives Thumbtack's deliveries.
pub type Receiver = webhook::Receiver<Event>;

/// A receiver of deliveries that carry any of the credentials: those given to
/// [`Webhooks::create`](super::Webhooks::create) and
/// [`Webhooks::update_auth`](super::Webhooks::update_auth), so both the old and the new one while
/// a password is replaced. Of a webhook without one anybody can make deliveries up: there is no
/// receiver for it.
///
/// # Errors
/// When there is no credential, or one that cannot stand in a header.
pub fn receiver<A: Into<WebhookAuth>>(
    credentials: impl IntoIterator<Item = A>,
) -> Result<Receiver, Error> {
    let each = credentials.into_iter().map(|auth| credential(&auth.into()));
    each.reduce(|all, one| Ok(all?.or(one?)))
        .unwrap_or_else(|| Err(Error::configuration("a webhook needs a credential")))
        .map(Receiver::new)
}

fn credential(auth: &WebhookAuth) -> Result<Credentials, Error> {
    match auth {
        WebhookAuth::BasicAuth(basic) => {
            Credentials::basic(&basic.username, basic.password.clone())
        }
        WebhookAuth::CustomHeaderAuth(custom) => {
            Credentials::header(&custom.header, custom.value.clone())
        }
        _ => Err(Error::configuration(
            "the credential is of a kind that is not known",
        )),
    }
}

events! {
    /// What Thumbtack tells about messages and negotiations.
    pub enum Event, proved by Credentials, named by name {
        /// A message was created, under the event's older name; its payload was never shown.
        MessageCreated(MessageCreatedDelivery) = "MessageCreated",
        /// A message was created.
        MessageCreatedV4(MessageCreatedV4Delivery) = "MessageCreatedV4",
        /// A customer contacted a business.
        NegotiationCreatedV4(NegotiationCreatedV4Delivery) = "NegotiationCreatedV4",
    }
}

fn name(body: &[u8]) -> Result<String, Refusal> {
    #[derive(Deserialize)]
    struct Envelope {
        event: Head,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Head {
        event_type: String,
    }
    webhook::envelope(body).map(|envelope: Envelope| envelope.event.event_type)
}
