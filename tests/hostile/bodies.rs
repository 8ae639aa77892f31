//! Bodies that are not what the document says: the status stays known, and nothing is sent again.

use std::io::Write as _;

use bindery::gigs::UserStatus;
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};

use crate::{
    case::{Make, Outcome, check, fails, gigs, succeeds},
    leaks,
    server::{Server, Step},
};

pub(crate) const USER: &str = r#"{"object":"user","id":"u","metadata":{},"birthday":null,"createdAt":"2021-01-21T19:38:34Z","email":"jerry@example.com","emailVerified":true,"fullName":null,"preferredLocale":"en-US"}"#;
pub(crate) const LIST: &str =
    r#"{"object":"list","items":[],"moreItemsAfter":null,"moreItemsBefore":null}"#;
const HTML: &str = "<html><h1>Oops</h1></html>";
/// One more than the ten that a client reads.
const MEGABYTES: usize = 11;

fn ok(body: &str) -> Step {
    Step::json("200 OK", body)
}

fn html(status: &str) -> Step {
    Step::answer(status, "content-type: text/html\r\n", HTML)
}

/// A user with one field changed.
fn with(field: &str, value: Value) -> Step {
    let mut user: Value = serde_json::from_str(USER).unwrap();
    user[field] = value;
    ok(&user.to_string())
}

fn without(field: &str) -> Step {
    let mut user: Value = serde_json::from_str(USER).unwrap();
    user.as_object_mut().unwrap().remove(field);
    ok(&user.to_string())
}

/// A body in chunks of a megabyte, which announces no length.
fn chunked(megabytes: usize) -> Step {
    let chunk = format!("100000\r\n{}\r\n", " ".repeat(1 << 20));
    Step::send(format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{}0\r\n\r\n",
        chunk.repeat(megabytes)
    ))
}

/// Blanks over the limit on bodies, compressed to a few kilobytes.
fn bomb(megabytes: usize) -> Step {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b' '; megabytes << 20]).unwrap();
    let body = encoder.finish().unwrap();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n";
    let head = format!("{head}content-length: {}\r\n\r\n", body.len());
    Step::send([head.into_bytes(), body].concat())
}

const NO_FIT: Outcome = fails("decode", Some(200), 1);

#[tokio::test]
async fn a_body_that_does_not_fit_keeps_its_status() {
    let large = " ".repeat(MEGABYTES << 20);
    let deep = format!(r#"{{"x":{}"#, "[".repeat(100_000));
    for (name, step, expected, says) in [
        ("HTML under 200", html("200 OK"), NO_FIT, "is not JSON"),
        (
            "HTML under 404",
            html("404 Not Found"),
            fails("api", Some(404), 1),
            ": 404 Not Found",
        ),
        (
            "HTML under 500",
            html("500 Internal Server Error"),
            fails("api", Some(500), 3),
            ": 500 Internal",
        ),
        ("empty 200", ok(""), NO_FIT, "the body is empty"),
        ("blank 200", ok(" \r\n "), NO_FIT, "the body is empty"),
        (
            "204",
            Step::send("HTTP/1.1 204 No Content\r\n\r\n"),
            fails("decode", Some(204), 1),
            "the body is empty",
        ),
        ("null", ok("null"), NO_FIT, "the body does not fit"),
        ("a list instead", ok("[]"), NO_FIT, "does not fit"),
        ("a text instead", ok(r#""user""#), NO_FIT, "does not fit"),
        (
            "number for text",
            with("id", json!(1)),
            NO_FIT,
            "`id` does not fit",
        ),
        (
            "text for truth",
            with("emailVerified", json!("yes")),
            NO_FIT,
            "`emailVerified` does not fit",
        ),
        (
            "list for map",
            with("metadata", json!([1])),
            NO_FIT,
            "`metadata` does not fit",
        ),
        (
            "number in a map of texts",
            with("metadata", json!({ "k": 1 })),
            NO_FIT,
            "`metadata.k` does not fit",
        ),
        (
            "no date",
            with("birthday", json!("yesterday")),
            NO_FIT,
            "`birthday` does not fit",
        ),
        (
            "null for what is never null",
            with("email", Value::Null),
            NO_FIT,
            "`email` does not fit",
        ),
        (
            "a field missing",
            without("email"),
            NO_FIT,
            "missing field `email`",
        ),
        (
            "a field twice",
            ok(&USER.replace(r#""id":"u""#, r#""id":"u","id":"v""#)),
            NO_FIT,
            "duplicate field",
        ),
        (
            "text after the end",
            ok(&format!("{USER}x")),
            NO_FIT,
            "is not JSON",
        ),
        (
            "no UTF-8",
            Step::send(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n\"\xff\""),
            NO_FIT,
            "the body",
        ),
        ("deeper than a stack", ok(&deep), NO_FIT, "is not JSON"),
        (
            "a compressed bomb, which is not inflated",
            bomb(2 * MEGABYTES),
            NO_FIT,
            "is not JSON",
        ),
        (
            "11 MB with a length",
            ok(&large),
            fails("large", Some(200), 1),
            "longer than 10485760 bytes",
        ),
        (
            "11 MB in chunks",
            chunked(MEGABYTES),
            fails("large", Some(200), 1),
            "longer than 10485760 bytes",
        ),
        ("10 MB in chunks", chunked(10), NO_FIT, "the body is empty"),
        (
            "11 MB under 404",
            Step::answer("404 Not Found", "", &large),
            fails("large", Some(404), 1),
            "longer",
        ),
    ] {
        let error = check(name, Make::Retrieve, vec![step], expected)
            .await
            .unwrap();
        assert!(error.to_string().contains(says), "{name}: {error}");
        assert!(!error.to_string().contains('\n'), "{name}: {error}");
        assert!(
            error.body().is_some_and(|body| body.len() <= 10 * 1024),
            "{name}"
        );
    }
}

/// What providers add must not break those who call them.
#[tokio::test]
async fn a_body_with_more_than_is_known_is_read() {
    for (name, step) in [
        (
            "unknown field",
            with("shoeSize", json!({ "eu": [45, null] })),
        ),
        ("unknown status", with("status", json!("retired"))),
        ("status absent", without("status")),
        ("another object", with("object", json!("superuser"))),
        ("optional field missing", without("fullName")),
        ("a byte order mark", ok(&format!("\u{feff}{USER}"))),
        (
            "success the document does not list",
            Step::json("203 Non-Authoritative", USER),
        ),
    ] {
        let status = if name.starts_with("success") {
            203
        } else {
            200
        };
        let expected = Outcome {
            status: Some(status),
            ..succeeds(1)
        };
        check(name, Make::Retrieve, vec![step], expected).await;
    }

    leaks::watch();
    let server = Server::start(vec![with("status", json!("retired"))]).await;
    let user = gigs(&server.url).users().retrieve("u").await.unwrap();
    assert_eq!(user.status, Some(UserStatus::Unknown("retired".to_owned())));
    assert_eq!(serde_json::to_value(&user).unwrap()["status"], "retired");
}

/// A write that was done is not done again because its answer cannot be read.
#[tokio::test]
async fn a_write_whose_answer_does_not_fit_was_done() {
    for (name, make, body) in [
        ("POST", Make::Create, "<html>"),
        ("POST with a key", Make::CreateKeyed, "<html>"),
        ("DELETE", Make::Delete, "{}"),
        ("POST with a password", Make::Hook, "[7]"),
    ] {
        let created = Step::json("201 Created", body);
        check(name, make, vec![created], fails("decode", Some(201), 1)).await;
    }
}
