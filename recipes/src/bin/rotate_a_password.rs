//! Rotate the password of a webhook without losing a delivery.
//!
//! `cargo run -p bindery-recipes --bin rotate_a_password`
//!
//! First the receiver accepts both passwords, then Thumbtack is told the new one, and only when no
//! delivery carries the old one any more is it accepted no longer.

#![expect(clippy::print_stdout, reason = "a recipe shows what it does")]

use std::sync::{Arc, PoisonError, RwLock};

use axum::{Router, extract::FromRef, http::StatusCode, routing::post};
use bindery::{
    thumbtack::{
        BasicAuth, Client,
        webhook::{Event, Receiver, receiver},
    },
    webhook::Webhook,
};
use bindery_recipes::{Outcome, Thumbtack, serve};

/// The receiver of this time, which can be replaced while the server runs.
#[derive(Clone)]
struct Current(Arc<RwLock<Receiver>>);

impl FromRef<Current> for Receiver {
    fn from_ref(current: &Current) -> Self {
        let receiver = current.0.read().unwrap_or_else(PoisonError::into_inner);
        receiver.clone()
    }
}

impl Current {
    fn accept<const N: usize>(&self, passwords: [&str; N]) -> Outcome {
        let receiver = receiver(passwords.map(|password| BasicAuth::new("acme", password)))?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = receiver;
        Ok(())
    }
}

async fn receive(Webhook(delivery): Webhook<Event>) -> StatusCode {
    println!("received {}", delivery.event.name());
    StatusCode::NO_CONTENT
}

#[tokio::main]
async fn main() -> Outcome {
    let current = Current(Arc::new(RwLock::new(receiver([BasicAuth::new(
        "acme", "old",
    )])?)));
    let router = Router::new().route("/hooks", post(receive));
    let address = serve(router.with_state(current.clone())).await?;
    let provider = Thumbtack::new("acme", "old");
    let thumbtack = Client::builder("access-token")
        .base_url(provider.serve().await?)
        .build()?;
    println!("old: {}", provider.deliver(address, "1", "Hello").await?);

    current.accept(["new", "old"])?;
    println!(
        "old, still: {}",
        provider.deliver(address, "2", "Hello").await?
    );

    let auth = BasicAuth::new("acme", "new");
    thumbtack.webhooks().update_auth("7", auth).await?;
    println!("new: {}", provider.deliver(address, "3", "Hello").await?);

    current.accept(["new"])?;
    println!(
        "new, alone: {}",
        provider.deliver(address, "4", "Hello").await?
    );
    let late = Thumbtack::new("acme", "old");
    println!(
        "old, too late: {}",
        late.deliver(address, "5", "Hello").await?
    );
    Ok(())
}
