//! What holds for every client, whatever it is called for.

use std::sync::Arc;

use bindery::{Call, Error, Patch, Response, chakra, gigs, runtime, thumbtack};
use httpmock::MockServer;
use serde_json::json;

use crate::replay::url;

fn is_send_and_sync<T: Send + Sync + 'static>() {}

fn is_cloned<T: Clone + Send + Sync + 'static>() {}

fn is_spawned<F: Future + Send + 'static>(_: F) {}

#[test]
fn clients_and_calls_cross_threads() {
    is_cloned::<gigs::Client>();
    is_cloned::<thumbtack::Client>();
    is_cloned::<chakra::Client>();
    is_cloned::<runtime::Client>();
    is_send_and_sync::<Call<gigs::User>>();
    is_send_and_sync::<Response<gigs::User>>();
    is_send_and_sync::<Error>();
    is_send_and_sync::<Patch<String>>();

    let gigs = gigs::Client::builder("p", "k")
        .base_url("http://127.0.0.1:9")
        .build()
        .unwrap();
    is_spawned(gigs.users().retrieve("u").into_future());
    is_spawned(gigs.users().list().into_future());
}

#[test]
fn secrets_are_not_printed() {
    let secret = "s3cr3t";
    let client = gigs::Client::builder("p", secret).base_url("http://127.0.0.1:9");
    assert!(!format!("{client:?}").contains(secret));
    let client = client.build().unwrap();
    assert!(!format!("{client:?}").contains(secret));
    let call = client.users().retrieve("u").header("x-secret", secret);
    assert!(!format!("{call:?}").contains(secret));
    let runtime = runtime::Client::builder("http://127.0.0.1:9")
        .build()
        .unwrap();
    let request = runtime
        .undocumented("POST", "/{secret}")
        .path("secret", secret)
        .query("secret", secret)
        .header("x-secret", secret)
        .json_body([secret]);
    assert!(!format!("{request:?}").contains(secret));
    let hook = thumbtack::NewWebhook::new("https://a.example")
        .auth(thumbtack::BasicAuth::new("me", secret));
    assert!(!format!("{hook:?}").contains(secret));
}

#[test]
fn a_base_url_that_would_leak_is_refused() {
    for (base, part) in [
        ("http://api.gigs.com", "is not https"),
        ("ftp://api.gigs.com", "is not https"),
        ("https://user:pass@api.gigs.com", "holds credentials"),
        ("https://user:pass@api.gigs.com:port", "is no URL"),
        ("https://api.gigs.com?key=1", "has a query"),
        ("api.gigs.com", "is no URL"),
    ] {
        let builder = gigs::Client::builder("p", "k").base_url(base);
        assert!(!format!("{builder:?}").contains("user:pass"));
        let error = builder.build().unwrap_err();
        assert!(error.is_configuration());
        assert!(error.to_string().contains(part), "{error}");
        assert!(!error.to_string().contains("user:pass"));
    }
    for base in [
        "http://localhost:1",
        "http://[::1]:1",
        "https://api.gigs.com/",
    ] {
        gigs::Client::builder("p", "k")
            .base_url(base)
            .build()
            .unwrap();
    }
    gigs::Client::builder("p", "k")
        .base_url("http://gateway")
        .allow_http()
        .build()
        .unwrap();
    assert!(
        gigs::Client::builder("p", "line\nbreak")
            .build()
            .unwrap_err()
            .is_configuration()
    );
}

/// An own client follows no redirect; one that is handed in does what it was made to do.
#[tokio::test]
async fn a_handed_in_client_keeps_its_own_policy() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/projects/p/users/old");
            then.status(302).header("location", "/projects/p/users/new");
        })
        .await;
    server
        .mock_async(|when, then| {
            when.path("/projects/p/users/new");
            then.status(404).json_body(json!({ "message": "followed" }));
        })
        .await;
    let builder = || gigs::Client::builder("p", "k").base_url(url(&server));
    let error = builder()
        .build()
        .unwrap()
        .users()
        .retrieve("old")
        .await
        .unwrap_err();
    assert_eq!(
        (error.status(), error.location()),
        (Some(302), Some("/projects/p/users/new"))
    );

    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    let following = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .build()
        .unwrap();
    let client = builder().http_client(following).build().unwrap();
    let error = client.users().retrieve("old").await.unwrap_err();
    assert_eq!(error.to_string(), "retrieveUser: 404 Not Found: followed");
}
