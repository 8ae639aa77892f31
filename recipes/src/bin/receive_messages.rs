//! Receive Thumbtack's messages with axum, each once.
//!
//! `cargo run -p bindery-recipes --bin receive_messages`
//!
//! The extractor verifies and reads; the handler remembers identifiers, since Thumbtack does not say
//! whether it sends a delivery again, and answers 204 when the work is done.

#![expect(clippy::print_stdout, reason = "a recipe shows what it does")]

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::{FromRef, State},
    http::StatusCode,
    routing::post,
};
use bindery::{
    thumbtack::{
        BasicAuth,
        webhook::{Event, Receiver, receiver},
    },
    webhook::Webhook,
};
use bindery_recipes::{Outcome, Thumbtack, serve};

#[derive(Clone)]
struct App {
    receiver: Receiver,
    /// The messages that were handled; in earnest, a table with a unique key.
    seen: Arc<Mutex<BTreeSet<String>>>,
}

impl FromRef<App> for Receiver {
    fn from_ref(app: &App) -> Self {
        app.receiver.clone()
    }
}

async fn receive(State(app): State<App>, Webhook(delivery): Webhook<Event>) -> StatusCode {
    match delivery.event {
        Event::MessageCreatedV4(event) => {
            let message = event.data;
            let mut seen = app.seen.lock().unwrap_or_else(PoisonError::into_inner);
            if seen.insert(message.message_id) {
                println!("{}: {}", message.from, message.text);
            }
        }
        // What is not known yet is accepted, or Thumbtack would count it as failed.
        other => println!("not handled: {}", other.name()),
    }
    StatusCode::NO_CONTENT
}

#[tokio::main]
async fn main() -> Outcome {
    // The user name and password that the webhook was created with.
    let app = App {
        receiver: receiver([BasicAuth::new("acme", "a password")])?,
        seen: Arc::default(),
    };
    let router = Router::new().route("/hooks", post(receive)).with_state(app);
    let address = serve(router).await?;

    let thumbtack = Thumbtack::new("acme", "a password");
    let stranger = Thumbtack::new("acme", "a guess");
    for (sender, id, text) in [
        (&thumbtack, "1", "Are you available on my date?"),
        (&thumbtack, "1", "Are you available on my date?"),
        (&stranger, "2", "Send me your keys."),
        (&thumbtack, "3", "Great!"),
    ] {
        println!("answered {}", sender.deliver(address, id, text).await?);
    }
    Ok(())
}
