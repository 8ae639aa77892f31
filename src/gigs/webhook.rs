//! Gigs' events, delivered by Standard Webhooks.
//!
//! The envelope follows CloudEvents 1.0 and is documented; that deliveries are signed by
//! [Standard Webhooks](https://www.standardwebhooks.com), in the headers `webhook-id`,
//! `webhook-timestamp` and `webhook-signature`, is reported. Endpoints and their secrets are made
//! in Gigs' dashboard. Events may arrive out of order and more than once.
//!
//! Source: <https://developers.gigs.com/docs/core/events/events-webhooks>.

use serde::Deserialize;

use super::{UserAddressEvent, UserEvent};
use crate::{
    Error, Secret,
    webhook::{self, Refusal, StandardWebhooks, events},
};

/// Receives Gigs' deliveries.
pub type Receiver = webhook::Receiver<Event>;

/// A receiver of deliveries signed by any of the secrets, each `whsec_…` as the dashboard shows it.
///
/// For another age window: `Receiver::new(StandardWebhooks::new(secrets)?.tolerance(…))`.
///
/// # Errors
/// When there is no secret, or one that is not base64.
pub fn receiver<S: Into<Secret>>(secrets: impl IntoIterator<Item = S>) -> Result<Receiver, Error> {
    StandardWebhooks::new(secrets).map(Receiver::new)
}

events! {
    /// What Gigs tells about users. That users are created and updated with these names is inferred.
    pub enum Event, proved by StandardWebhooks, named by name {
        /// A user was created.
        UserCreated(UserEvent) = "com.gigs.user.created",
        /// A user was changed.
        UserUpdated(UserEvent) = "com.gigs.user.updated",
        /// A user was deleted.
        UserDeleted(UserEvent) = "com.gigs.user.deleted",
        /// An address was added to a user.
        UserAddressCreated(UserAddressEvent) = "com.gigs.user.address.created",
    }
}

fn name(body: &[u8]) -> Result<String, Refusal> {
    #[derive(Deserialize)]
    struct Envelope {
        r#type: String,
    }
    webhook::envelope(body).map(|envelope: Envelope| envelope.r#type)
}
