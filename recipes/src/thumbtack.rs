//! A stand-in for Thumbtack: one webhook, whose authentication can be replaced, and deliveries to it.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{Json, Router, extract::State, http::StatusCode, routing::put};
use bindery::{
    runtime,
    thumbtack::BasicAuth,
    webhook::{Credentials, Scheme as _},
};
use serde::Deserialize;
use serde_json::json;

use crate::{Outcome, serve};

/// The provider, as the receiver of its deliveries sees it.
#[derive(Debug, Clone)]
pub struct Thumbtack {
    auth: Arc<Mutex<(String, String)>>,
}

#[derive(Deserialize)]
struct Auth {
    username: String,
    password: String,
}

impl Thumbtack {
    /// A provider with one webhook, whose deliveries carry this user name and password.
    pub fn new(username: &str, password: &str) -> Self {
        let auth = (username.to_owned(), password.to_owned());
        Self {
            auth: Arc::new(Mutex::new(auth)),
        }
    }

    /// Serves the operation that replaces the authentication, and yields the base URL.
    ///
    /// # Errors
    /// When no address is free.
    pub async fn serve(&self) -> Outcome<String> {
        let router = Router::new()
            .route("/api/v4/users/webhooks/{webhook}/auth", put(update_auth))
            .with_state(self.clone());
        Ok(format!("http://{}/api", serve(router).await?))
    }

    /// Delivers a message to `/hooks` of a receiver with the authentication of this time, and yields
    /// the status that it answers.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn deliver(&self, receiver: SocketAddr, id: &str, text: &str) -> Outcome<u16> {
        let (username, password) = self.current();
        deliver(
            receiver,
            &BasicAuth::new(username, password.as_str()),
            id,
            text,
        )
        .await
    }

    fn current(&self) -> (String, String) {
        let auth = self.auth.lock().unwrap_or_else(PoisonError::into_inner);
        auth.clone()
    }
}

async fn update_auth(State(thumbtack): State<Thumbtack>, Json(auth): Json<Auth>) -> StatusCode {
    let mut current = thumbtack
        .auth
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    *current = (auth.username, auth.password);
    StatusCode::NO_CONTENT
}

async fn deliver(receiver: SocketAddr, auth: &BasicAuth, id: &str, text: &str) -> Outcome<u16> {
    let body = json!({
        "event": {
            "eventType": "MessageCreatedV4",
            "description": "A message was created.",
            "webhookID": "7",
            "triggeredAt": "2024-06-13T17:18:01Z",
        },
        "data": {
            "messageID": id,
            "negotiationID": "519153480500518912",
            "from": "Customer",
            "text": text,
            "sentAt": "2024-06-13T17:18:01Z",
        },
    });
    let credentials = Credentials::basic(&auth.username, auth.password.clone())?;
    let delivery = credentials.delivery(body.to_string(), &())?;
    let sender = runtime::Client::builder(format!("http://{receiver}")).build()?;
    let mut request = sender.undocumented("POST", "/hooks");
    for (name, value) in delivery.headers() {
        request = request.header(name.as_str(), value.to_str()?);
    }
    let sent = request.bytes_body_as("application/json", delivery.into_body());
    match sent.empty().response().await {
        Ok(answer) => Ok(answer.status()),
        Err(error) => Ok(error.status().ok_or(error)?),
    }
}
