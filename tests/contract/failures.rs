//! What an answer that is no success becomes; the answers are made up in the providers' shapes.

use bindery::{Error, chakra, gigs, thumbtack};
use httpmock::MockServer;

use crate::replay::url;

async fn answering(status: u16, content_type: &str, body: &str) -> String {
    // A server stops when it is dropped; this one serves to the end of the test process.
    let server = Box::leak(Box::new(MockServer::start_async().await));
    server
        .mock_async(|_, then| {
            then.status(status)
                .header("content-type", content_type)
                .body(body);
        })
        .await;
    url(server)
}

async fn gigs_answering(status: u16, content_type: &str, body: &str) -> Error {
    let url = answering(status, content_type, body).await;
    let client = gigs::Client::builder("p", "k")
        .base_url(url)
        .build()
        .unwrap();
    client.users().retrieve("u").await.unwrap_err()
}

async fn thumbtack_answering(status: u16, body: &str) -> Error {
    let url = answering(status, "application/json", body).await;
    let client = thumbtack::Client::builder("t")
        .base_url(url)
        .build()
        .unwrap();
    client.users().me().await.unwrap_err()
}

#[tokio::test]
async fn a_failure_is_one_line_with_the_providers_words() {
    for (status, body, expected) in [
        (
            404,
            r#"{"object":"error","type":"notFound","message":"No such user."}"#,
            "retrieveUser: 404 Not Found: No such user.",
        ),
        (
            500,
            "<html><h1>Oops</h1></html>",
            "retrieveUser: 500 Internal Server Error",
        ),
        (401, "", "retrieveUser: 401 Unauthorized"),
        (403, r#"["odd"]"#, "retrieveUser: 403 Forbidden: odd"),
        (
            302,
            "",
            "retrieveUser: 302 Found: a status the document does not know",
        ),
        (
            200,
            r#"{"id": 1}"#,
            "retrieveUser: 200 OK: `id` does not fit: invalid type: integer `1`, expected a string at line 1 column 8",
        ),
        (200, "", "retrieveUser: 200 OK: the body is empty"),
        (
            200,
            "<html>",
            "retrieveUser: 200 OK: the body is not JSON: expected value at line 1 column 1",
        ),
        (
            200,
            r#"{"object": "us"#,
            "retrieveUser: 200 OK: the body is not JSON: EOF while parsing a string at line 1 column 14",
        ),
    ] {
        let error = gigs_answering(status, "application/json", body).await;
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.status(), Some(status));
        assert_eq!(error.body(), Some(body.as_bytes()));
        assert_eq!(error.is_api(), status >= 400, "{status}");
        assert_eq!(error.is_decode(), status == 200, "{status}");
        assert_eq!(error.is_unexpected_status(), status == 302, "{status}");
    }
}

#[tokio::test]
async fn the_providers_own_errors_are_typed() {
    let error = gigs_answering(
        422,
        "application/json",
        r#"{"object":"error","type":"brandNew","message":"m","code":"c"}"#,
    )
    .await;
    let details: gigs::ApiError = error.details().unwrap();
    assert_eq!(
        (details.type_.as_str(), details.message.as_str()),
        ("brandNew", "m")
    );

    let error = thumbtack_answering(
        401,
        r#"{"type":"about:blank","title":"Unauthorized","status":401,"traceID":"t"}"#,
    )
    .await;
    assert_eq!(
        error.to_string(),
        "getUserSelf: 401 Unauthorized: Unauthorized"
    );
    assert_eq!(
        error.details::<thumbtack::ProblemDetails>().unwrap().title,
        "Unauthorized"
    );

    let error =
        thumbtack_answering(502, r#"{"error":"proxy_oauth_failed","detail":"audience"}"#).await;
    assert_eq!(
        error.details::<thumbtack::ProxyError>().unwrap().error,
        "proxy_oauth_failed"
    );

    let error = thumbtack_answering(
        401,
        r#"{"error":"invalid_client","error_description":"unknown client"}"#,
    )
    .await;
    assert_eq!(
        error.to_string(),
        "getUserSelf: 401 Unauthorized: unknown client"
    );
    assert_eq!(
        error.details::<thumbtack::OAuthError>().unwrap().error,
        "invalid_client"
    );

    let url = answering(
        400,
        "application/json",
        r#"{"_data":null,"_errors":["bad id"]}"#,
    )
    .await;
    let client = chakra::Client::builder("t").base_url(url).build().unwrap();
    let error = client.users().fetch("u").await.unwrap_err();
    assert_eq!(error.to_string(), "fetchUser: 400 Bad Request: bad id");
}

/// Thumbtack's firewall answers 202 to what it suspects; the user was not fetched.
#[tokio::test]
async fn a_firewall_challenge_is_a_failure() {
    let error = thumbtack_answering(202, "").await;
    assert!(error.is_api());
    assert_eq!(error.to_string(), "getUserSelf: 202 Accepted");
}

#[tokio::test]
async fn nothing_is_sent_where_nothing_can_be() {
    let client = gigs::Client::builder("p", "k")
        .base_url("http://127.0.0.1:9")
        .build()
        .unwrap();
    for (user, part) in [("", "`user` is empty"), ("..", "names another path")] {
        let error = client.users().retrieve(user).await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains(part), "{error}");
    }
    let error = client.users().retrieve("u").await.unwrap_err();
    assert!(error.is_connect() && error.status().is_none(), "{error}");
    assert_eq!(error.to_string(), "retrieveUser: cannot connect");
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read() {
    let url = answering(200, "application/json", &"x".repeat(2000)).await;
    let client = gigs::Client::builder("p", "k")
        .base_url(url)
        .max_body(1000)
        .build()
        .unwrap();
    let error = client.users().retrieve("u").await.unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.status(), Some(200));
}
