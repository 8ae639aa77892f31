//! Add a fourth provider, from a crate of your own: its document, its client, its webhooks.
//!
//! `cargo run -p bindery-recipes --bin add_a_provider`
//!
//! `specs/cats.yaml` is the document, `build.rs` generates the client, and what is left to write is
//! what no document says: how the credential is sent, and how deliveries are proved.
//! `cargo xtask lint recipes/specs/cats.yaml` says what a document still lacks. How a provider is
//! added to bindery itself stands in `CONTRIBUTING.md`.

#![expect(clippy::print_stdout, reason = "a recipe shows what it does")]

use axum::{Json, Router, extract::Query, http::HeaderMap, routing::get};
use bindery::{
    Secret, TryStreamExt as _,
    runtime::page,
    webhook::{self, Delivery, HmacSha256, Receiver, Refusal, Scheme as _},
};
use bindery_recipes::{Outcome, serve};
use serde::Deserialize;
use serde_json::{Value, json};

use self::cats::types::{Cat, ListCatsOptions, ReceiveCatFedDelivery};

#[allow(
    clippy::all,
    clippy::pedantic,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "generated code answers to its document"
)]
mod cats {
    include!(concat!(env!("OUT_DIR"), "/cats.rs"));
}

/// The client, with the credential where the provider wants it.
fn client(base: &str, key: &Secret) -> Result<cats::Client, bindery::Error> {
    let runtime = bindery::runtime::Client::builder(base).header("x-api-key", key.expose());
    Ok(cats::Client::new(runtime.build()?))
}

webhook::events! {
    /// What the provider tells.
    pub enum Event, proved by HmacSha256, named by name {
        /// A cat was fed.
        CatFed(ReceiveCatFedDelivery) = "cat.fed",
    }
}

fn name(body: &[u8]) -> Result<String, Refusal> {
    #[derive(Deserialize)]
    struct Head {
        event: String,
    }
    webhook::envelope(body).map(|head: Head| head.event)
}

#[tokio::main]
async fn main() -> Outcome {
    let address = serve(Router::new().route("/cats", get(list))).await?;
    let cats = client(&format!("http://{address}"), &"key".into())?;
    let pages = cats.list_cats_pages(&ListCatsOptions::new().limit(1));
    let all: Vec<Cat> = page::items(pages).try_collect().await?;
    for cat in all {
        println!("{} is {}", cat.id, cat.mood);
    }
    // A bound of the document: nothing is sent.
    let refused = cats.list_cats(&ListCatsOptions::new().limit(0)).await;
    println!("{}", refused.err().ok_or("0 was accepted")?);

    let header = axum::http::HeaderName::from_static("x-cats-signature");
    let receiver: Receiver<Event> = Receiver::new(HmacSha256::new(header, ["secret"])?);
    let body = json!({ "event": "cat.fed", "cat": { "id": "tom", "mood": "purring" } });
    let request = receiver.scheme().delivery(body.to_string(), &())?;
    let Delivery { event, .. } = receiver.receive(&request)?;
    if let Event::CatFed(fed) = event {
        println!("{} was fed and is {}", fed.cat.id, fed.cat.mood);
    }
    Ok(())
}

/// The provider: two cats, one a page.
async fn list(headers: HeaderMap, Query(query): Query<Value>) -> Json<Value> {
    let page = |cat: &str, mood: &str, next: Option<&str>| json!({ "items": [{ "id": cat, "mood": mood }], "next": next });
    Json(match (headers["x-api-key"].to_str(), query.get("after")) {
        (Ok("key"), None) => page("tom", "hungry", Some("tom")),
        (Ok("key"), Some(_)) => page("kitty", "asleep", None),
        _ => Value::Null,
    })
}
