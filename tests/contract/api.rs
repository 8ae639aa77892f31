//! What holds for every client, whatever it is called for.

use bindery::{Call, Error, Patch, Response, chakra, gigs, runtime, thumbtack};

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
        ("https://api.gigs.com?key=1", "has a query"),
        ("api.gigs.com", "is no URL"),
    ] {
        let error = gigs::Client::builder("p", "k")
            .base_url(base)
            .build()
            .unwrap_err();
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
