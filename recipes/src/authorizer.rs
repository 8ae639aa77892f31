//! A stand-in for Thumbtack's authorization server, and for the one operation that takes its tokens.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::{
    Form, Json, Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header::AUTHORIZATION},
    response::Redirect,
    routing::{get, post},
};
use oauth2::{PkceCodeChallenge, PkceCodeVerifier};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::{Outcome, serve};

/// `client-id:client-secret`, as Basic authentication has it.
const APPLICATION: &str = "Basic Y2xpZW50LWlkOmNsaWVudC1zZWNyZXQ=";

type Answer = Result<Json<Value>, (StatusCode, Json<Value>)>;

/// A server that one user authorizes the application `client-id` at; each refresh token is good for
/// one refresh.
#[derive(Debug, Clone, Default)]
pub struct Authorizer {
    book: Arc<Mutex<Book>>,
}

#[derive(Debug, Default)]
struct Book {
    issued: u32,
    refreshes: u32,
    /// The challenge of the authorization that was not exchanged yet.
    challenge: Option<String>,
    access_token: Option<String>,
    refresh_token: Option<String>,
}

impl Authorizer {
    /// Serves the authorization, the tokens and the user, and yields the base URL.
    ///
    /// # Errors
    /// When no address is free.
    pub async fn serve(&self) -> Outcome<String> {
        let router = Router::new()
            .route("/oauth2/auth", get(approve))
            .route("/oauth2/token", post(token))
            .route("/v4/users/self", get(user))
            .with_state(self.clone());
        Ok(format!("http://{}", serve(router).await?))
    }

    /// Ends the access token, as an hour would.
    pub fn end_access_token(&self) {
        self.book().access_token = None;
    }

    /// Takes the application's access away, as the user can.
    pub fn disconnect(&self) {
        let mut book = self.book();
        (book.access_token, book.refresh_token) = (None, None);
    }

    /// How often tokens were refreshed.
    pub fn refreshes(&self) -> u32 {
        self.book().refreshes
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Deserialize)]
struct Asked {
    redirect_uri: Url,
    state: String,
    code_challenge: String,
}

/// The user approves at once, and is sent back with a code.
async fn approve(State(server): State<Authorizer>, Query(asked): Query<Asked>) -> Redirect {
    server.book().challenge = Some(asked.code_challenge);
    let mut back = asked.redirect_uri;
    back.query_pairs_mut()
        .append_pair("code", "a-code")
        .append_pair("state", &asked.state);
    Redirect::to(back.as_str())
}

#[derive(Deserialize)]
#[serde(tag = "grant_type", rename_all = "snake_case")]
enum Grant {
    AuthorizationCode { code: String, code_verifier: String },
    RefreshToken { refresh_token: String },
}

async fn token(
    State(server): State<Authorizer>,
    headers: HeaderMap,
    Form(grant): Form<Grant>,
) -> Answer {
    let refuse = |status, code| Err((status, Json(json!({ "error": code }))));
    if headers
        .get(AUTHORIZATION)
        .is_none_or(|it| it != APPLICATION)
    {
        return refuse(StatusCode::UNAUTHORIZED, "invalid_client");
    }
    let mut book = server.book();
    let granted = match grant {
        Grant::AuthorizationCode {
            code,
            code_verifier,
        } => {
            let asked = book.challenge.take();
            code == "a-code" && asked.is_some_and(|asked| asked == challenge(code_verifier))
        }
        Grant::RefreshToken { refresh_token } => {
            book.refreshes += 1;
            book.refresh_token.take() == Some(refresh_token)
        }
    };
    if !granted {
        return refuse(StatusCode::BAD_REQUEST, "invalid_grant");
    }
    book.issued += 1;
    let access_token = format!("access-{}", book.issued);
    let refresh_token = format!("refresh-{}", book.issued);
    book.access_token = Some(access_token.clone());
    book.refresh_token = Some(refresh_token.clone());
    Ok(Json(json!({
        "access_token": access_token,
        "refresh_token": refresh_token,
        "token_type": "bearer",
        "expires_in": 3600,
    })))
}

/// What a verifier was announced by (RFC 7636).
fn challenge(verifier: String) -> String {
    let verifier = PkceCodeVerifier::new(verifier);
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    challenge.as_str().to_owned()
}

async fn user(State(server): State<Authorizer>, headers: HeaderMap) -> Answer {
    let token = server.book().access_token.clone();
    let expected = token.map(|token| format!("Bearer {token}"));
    if headers.get(AUTHORIZATION).and_then(|it| it.to_str().ok()) != expected.as_deref() {
        let problem = json!({ "title": "Unauthorized", "status": 401 });
        return Err((StatusCode::UNAUTHORIZED, Json(problem)));
    }
    Ok(Json(json!({
        "userID": "1337",
        "email": "hello@world.com",
        "firstName": "Hello",
        "lastName": "World",
    })))
}
