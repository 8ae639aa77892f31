//! Deliveries of webhooks: verified, then read, then dispatched.
//!
//! A [`Receiver`] takes a request of the `http` crate, whichever framework it came through, and
//! yields a [`Delivery`] or a [`Refusal`]. The raw body is what is verified, before anything of it
//! is read; nothing is compared in a time that tells where it differs. Each provider has a module
//! with its [`Scheme`] and its [`Event`]: [`gigs::webhook`](crate::gigs::webhook),
//! [`thumbtack::webhook`](crate::thumbtack::webhook), [`chakra::webhook`](crate::chakra::webhook).
//! Dispatch is a `match` on the event, whose arms the compiler checks:
//!
//! ```
//! # #[cfg(feature = "gigs")] {
//! use bindery::{gigs::webhook::{self, Event}, webhook::Delivery};
//!
//! // Of several secrets each is accepted, so that one can be replaced by another.
//! let receiver = webhook::receiver(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])?;
//!
//! # async fn forget(user: &bindery::gigs::User) -> Result<(), std::io::Error> { Ok(()) }
//! # let serve = async |request: http::Request<String>| {
//! // `request` is an `http::Request` with any body; the answer has the status that is due.
//! let answer = receiver.handle(request, async |delivery: Delivery<Event>| {
//!     match delivery.event {
//!         Event::UserDeleted(event) => forget(&event.data).await,
//!         // An event that is not known yet, whole.
//!         Event::Unknown { name, body } => { println!("{name}: {body}"); Ok(()) }
//!         _ => Ok(()),
//!     }
//! }).await;
//! # answer };
//! # }
//! # Ok::<(), bindery::Error>(())
//! ```
//!
//! [`Receiver::read`] stops before the dispatch, and [`Receiver::receive`] takes a body that was
//! read already. With the feature `axum` the extractor `Webhook` does all that in a handler's arguments.
//!
//! # What a scheme can detect
//!
//! A delivery is worth what its scheme proves. ✓ is detected and refused, – is not:
//!
//! | what was done to a genuine delivery | Gigs | Chakra HQ | Thumbtack |
//! | --- | --- | --- | --- |
//! | signature or credential missing or changed | ✓ | ✓ | ✓ |
//! | made by someone without the secret | ✓ | ✓ | ✓ |
//! | body changed, still of the right shape | ✓ | ✓ | – |
//! | body no longer of the right shape | ✓ | ✓ | ✓ |
//! | body put under the proof of another delivery | ✓ | ✓ | – |
//! | id changed | ✓ | – (has none) | – (has none) |
//! | time changed | ✓ | – (has none) | – (has none) |
//! | sent again later than the age window | ✓ | – | – |
//! | sent again within the age window | – (the id tells) | – | – |
//! | other headers changed | – | – | – |
//!
//! So Gigs' deliveries prove body, time and id; keep the ids for as long as the age window lasts,
//! and a delivery is acted upon once. Chakra HQ's prove the body, and may be repeated by whoever has
//! seen one. Thumbtack's prove that the sender knows the credential: whoever sees one delivery can
//! make others, and what a proxy on the way changes is not noticed. Look up what matters through the
//! API, and receive over TLS only.
//!
//! # Testing a receiver
//!
//! [`Scheme::delivery`] makes genuine deliveries:
//!
//! ```
//! # #[cfg(feature = "gigs")] {
//! use bindery::{gigs::webhook, webhook::{Scheme as _, Signed}};
//! use std::time::SystemTime;
//!
//! let receiver = webhook::receiver(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])?;
//! let body = r#"{"type": "com.gigs.sim.created"}"#;
//! let request = receiver.scheme().delivery(body, &Signed::new("msg_1", SystemTime::now()))?;
//! let delivery = receiver.receive(&request).expect("it is genuine");
//! assert_eq!(delivery.proof.id, "msg_1");
//! # }
//! # Ok::<(), bindery::Error>(())
//! ```
//!
//! # Your own provider
//!
//! [`StandardWebhooks`], [`HmacSha256`] and [`Credentials`] know no provider: an enum declared
//! by [`events!`](events) has receivers of its own. Another way of proving is another [`Scheme`].

mod credentials;
mod event;
mod hmac_sha256;
mod keys;
mod receiver;
mod refusal;
mod scheme;
mod standard;

#[cfg(feature = "axum")]
mod axum;

pub use self::{
    credentials::Credentials,
    event::{Event, envelope, payload},
    hmac_sha256::HmacSha256,
    receiver::{Delivery, Receiver},
    refusal::{Reason, Refusal},
    scheme::Scheme,
    standard::{Signed, StandardWebhooks},
};
#[doc(inline)]
pub use crate::webhook_events as events;

#[cfg(feature = "axum")]
pub use self::axum::Webhook;
