//! The way of a user to Thumbtack and back, and the exchange of what came back.

use std::collections::BTreeMap;

use bindery::thumbtack::oauth::{Authorization, Grant, MemoryStore, Oauth, Scope};
use url::Url;

use crate::{
    authorizer::{Authorizer, CLIENT, REDIRECT, SECRET},
    leaks,
};

const STATE: &str = "hushed-state-1";

fn authorization() -> Authorization {
    let oauth = Oauth::builder(CLIENT, SECRET, REDIRECT).build().unwrap();
    oauth.authorize_as(STATE, [Scope::OPENID]).unwrap()
}

#[test]
fn the_url_asks_for_what_thumbtack_wants() {
    let builder = || Oauth::builder(CLIENT, SECRET, REDIRECT);
    for (builder, endpoint) in [
        (builder(), "https://auth.thumbtack.com/oauth2/auth"),
        (
            builder().staging(),
            "https://staging-auth.thumbtack.com/oauth2/auth",
        ),
        (
            builder().server("http://localhost:1/x/"),
            "http://localhost:1/x/oauth2/auth",
        ),
    ] {
        let oauth = builder.build().unwrap();
        let scopes = [Scope::DEMAND_USERS_READ, Scope::OFFLINE_ACCESS];
        let authorization = oauth.authorize(scopes);
        let mut url = Url::parse(authorization.url()).unwrap();
        let mut sent: BTreeMap<_, _> = url.query_pairs().into_owned().collect();
        url.set_query(None);
        assert_eq!(url.as_str(), endpoint);
        let (state, challenge) = (sent.remove("state"), sent.remove("code_challenge"));
        assert_eq!(state.as_deref(), Some(authorization.state().expose()));
        assert!(state.unwrap().len() >= 8);
        // The length of a SHA-256 in base64 without padding.
        assert_eq!(challenge.unwrap().len(), 43);
        let expected = [
            ("audience", "urn:partner-api"),
            ("client_id", CLIENT),
            ("code_challenge_method", "S256"),
            ("redirect_uri", REDIRECT),
            ("response_type", "code"),
            ("scope", "demand::users.read offline_access"),
        ];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(sent, BTreeMap::from(expected));
        let again = oauth.authorize([Scope::OPENID]);
        assert_ne!(again.state(), authorization.state());
    }
}

#[test]
fn what_cannot_work_is_refused_before_anybody_is_sent_anywhere() {
    let oauth = Oauth::builder(CLIENT, SECRET, REDIRECT).build().unwrap();
    for (state, accepted) in [
        ("", false),
        ("1234567", false),
        ("12345678", true),
        ("ääääääää", true),
    ] {
        let begun = oauth.authorize_as(state, [Scope::OPENID]);
        assert_eq!(begun.is_ok(), accepted, "{state}");
        assert!(begun.err().is_none_or(|error| error.is_configuration()));
    }
    let builder = |redirect| Oauth::builder(CLIENT, SECRET, redirect);
    for (builder, expected) in [
        (builder("nowhere"), "the address to come back to is no URL"),
        (
            builder(REDIRECT).server("http://auth.example"),
            "is not https",
        ),
        (builder(REDIRECT).server("auth.example"), "is no URL"),
    ] {
        let error = builder.build().unwrap_err();
        assert!(
            error.is_configuration() && error.to_string().contains(expected),
            "{error}"
        );
    }
}

#[test]
fn a_user_comes_back_with_a_code_or_a_reason() {
    for (query, expected) in [
        ("code=hushed-c&state=hushed-state-1", Ok(())),
        ("?state=hushed-state-1&code=hushed-c", Ok(())),
        (
            "code=hushed-c&state=hushed-state-2",
            Err("the state is not the one that was sent"),
        ),
        (
            "code=hushed-c&state=hushed-state-",
            Err("the state is not the one that was sent"),
        ),
        (
            "code=hushed-c&state=",
            Err("the state is not the one that was sent"),
        ),
        (
            "code=hushed-c",
            Err("the state is not the one that was sent"),
        ),
        ("", Err("the state is not the one that was sent")),
        (
            "error=access_denied&state=hushed",
            Err("the state is not the one that was sent"),
        ),
        (
            "error=access_denied&state=hushed-state-1",
            Err("refused: `access_denied`"),
        ),
        (
            "error=invalid_scope&error_description=no%20such%0Ascope&state=hushed-state-1",
            Err("refused: `invalid_scope`: no such scope"),
        ),
        (
            "state=hushed-state-1",
            Err("the user came back without a code"),
        ),
        (
            "state=hushed-state-1&code=",
            Err("the user came back without a code"),
        ),
        ("state=hushed-state-1&code=%ff", Ok(())),
    ] {
        let outcome = authorization().callback(query).map(|_| ());
        let outcome = outcome.as_ref().map_err(ToString::to_string);
        assert_eq!(
            outcome,
            expected.as_ref().map_err(ToString::to_string),
            "{query}"
        );
    }
}

#[test]
fn an_authorization_survives_the_users_session_and_shows_nothing() {
    let authorization = authorization();
    let kept = serde_json::to_string(&authorization).unwrap();
    let back: Authorization = serde_json::from_str(&kept).unwrap();
    let grant = back.callback("code=hushed-c&state=hushed-state-1").unwrap();
    assert!(!format!("{authorization:?} {grant:?}").contains("hushed"));
}

#[tokio::test]
async fn a_code_is_exchanged_once_by_its_own_verifier() {
    leaks::watch();
    let server = Authorizer::start().await;
    let oauth = server.oauth();
    let authorization = oauth.authorize([Scope::DEMAND_USERS_READ, Scope::OFFLINE_ACCESS]);
    let grant = authorization
        .callback(&server.approve(authorization.url()))
        .unwrap();
    let connection = oauth.connect(MemoryStore::new());
    connection
        .adopt(oauth.exchange(grant.clone()).await.unwrap())
        .await
        .unwrap();
    let user = connection
        .client()
        .build()
        .unwrap()
        .users()
        .me()
        .await
        .unwrap();
    assert_eq!((user.user_id.as_str(), server.exchanges()), ("1337", 1));

    let other = oauth.authorize([Scope::OPENID]);
    let code = server.approve(other.url());
    let code = code
        .strip_prefix("code=")
        .unwrap()
        .split('&')
        .next()
        .unwrap();
    for (name, grant) in [
        ("a code that is spent", grant),
        (
            "a verifier of another code",
            Grant::new(code, "hushed-verifier"),
        ),
    ] {
        let error = oauth.exchange(grant).await.unwrap_err();
        assert_eq!(error.code(), Some("invalid_grant"), "{name}");
        assert!(
            error.is_reauthorization_required() && !error.is_retryable(),
            "{name}"
        );
    }
    leaks::none_in(None);
}

#[tokio::test]
async fn another_secret_is_refused() {
    let server = Authorizer::start().await;
    let oauth = Oauth::builder(CLIENT, "hushed-other", REDIRECT).server(server.url());
    let error = oauth
        .build()
        .unwrap()
        .exchange(Grant::new("c", "v"))
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some("invalid_client"));
    assert!(!error.is_reauthorization_required());
}
