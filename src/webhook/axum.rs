//! The extractor for axum.

use axum_core::{
    body::Body,
    extract::{FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};

use super::{Delivery, Event, Receiver, Refusal};

/// Extracts a delivery in an axum handler: the last argument, since it takes the body.
///
/// The [`Receiver`] is the router's state, or a part of it by `FromRef`. What is refused is answered
/// with the refusal's status, and the handler does not run. The receiver's own limit counts, not
/// axum's `DefaultBodyLimit`.
///
/// ```
/// # #[cfg(feature = "thumbtack")] {
/// use axum::{Router, http::StatusCode, routing::post};
/// use bindery::{thumbtack::{BasicAuth, webhook::{self, Event}}, webhook::Webhook};
///
/// async fn receive(Webhook(delivery): Webhook<Event>) -> StatusCode {
///     match delivery.event {
///         Event::MessageCreatedV4(message) => println!("{}", message.data.text),
///         other => println!("{} is not handled", other.name()),
///     }
///     StatusCode::NO_CONTENT
/// }
///
/// let receiver = webhook::receiver([BasicAuth::new("acme", "a password")])?;
/// let app: Router = Router::new().route("/hooks", post(receive)).with_state(receiver);
/// # }
/// # Ok::<(), bindery::Error>(())
/// ```
#[derive(Debug)]
pub struct Webhook<E: Event>(pub Delivery<E>);

impl<E, S> FromRequest<S> for Webhook<E>
where
    E: Event,
    S: Send + Sync,
    Receiver<E>: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let receiver = Receiver::from_ref(state);
        receiver.read(request).await.map(Self)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.response().map(Body::from)
    }
}
