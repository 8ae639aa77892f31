//! The extractor, in an axum server on a loopback address.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::SystemTime,
};

use axum::{
    Router,
    extract::{FromRef, State},
    http::StatusCode,
    routing::post,
};
use bindery::{
    chakra, gigs,
    webhook::{Scheme as _, Signed, Webhook},
};
use bytes::Bytes;
use http::Request;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use crate::bench::{CHAKRA, GIGS};

/// The state of a server that receives from two providers.
#[derive(Clone)]
struct App {
    gigs: gigs::webhook::Receiver,
    chakra: chakra::webhook::Receiver,
    seen: Seen,
}

/// What the handlers were called with.
type Seen = Arc<Mutex<Vec<String>>>;

impl FromRef<App> for gigs::webhook::Receiver {
    fn from_ref(app: &App) -> Self {
        app.gigs.clone()
    }
}

impl FromRef<App> for chakra::webhook::Receiver {
    fn from_ref(app: &App) -> Self {
        app.chakra.clone()
    }
}

async fn receive_gigs(
    State(app): State<App>,
    Webhook(delivery): Webhook<gigs::webhook::Event>,
) -> StatusCode {
    let line = format!("{} {}", delivery.proof.id, delivery.event.name());
    app.seen.lock().unwrap().push(line);
    StatusCode::NO_CONTENT
}

async fn receive_chakra(
    State(app): State<App>,
    Webhook(delivery): Webhook<chakra::webhook::Event>,
) -> StatusCode {
    let line = format!("{} bytes", delivery.body.len());
    app.seen.lock().unwrap().push(line);
    StatusCode::NO_CONTENT
}

/// Serves both, and yields the address and what the handlers see.
async fn serve() -> (SocketAddr, Seen) {
    let seen = Seen::default();
    let app = App {
        gigs: GIGS.clone().max_bytes(1_000),
        chakra: CHAKRA.clone(),
        seen: seen.clone(),
    };
    let router = Router::new()
        .route("/gigs", post(receive_gigs))
        .route("/chakra", post(receive_chakra))
        .with_state(app);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, seen)
}

#[tokio::test]
async fn the_extractor_answers_what_the_receiver_decides() {
    let (address, seen) = serve().await;
    let proof = Signed::new("msg_1", SystemTime::now());
    let gigs = |body: String| GIGS.scheme().delivery(body, &proof).unwrap();
    let chakra = |body: String| CHAKRA.scheme().delivery(body, &()).unwrap();
    let mut unsigned = gigs(r#"{"type": "x"}"#.to_owned());
    unsigned.headers_mut().remove("webhook-signature");
    let long = format!(r#"{{"type": "x", "more": "{}"}}"#, "x".repeat(1_000));
    for (path, request, status) in [
        ("gigs", gigs(r#"{"type": "x"}"#.to_owned()), "204"),
        ("gigs", unsigned, "401"),
        ("gigs", gigs("{}".to_owned()), "400"),
        (
            "gigs",
            gigs(r#"{"type": "com.gigs.user.deleted"}"#.to_owned()),
            "422",
        ),
        ("gigs", gigs(long), "413"),
        ("chakra", chakra(r#"{"entry": []}"#.to_owned()), "204"),
        ("chakra", gigs(r#"{"type": "x"}"#.to_owned()), "401"),
    ] {
        assert_eq!(send(address, path, &request).await, status, "{path}");
    }
    assert_eq!(*seen.lock().unwrap(), ["msg_1 x", "13 bytes"]);
}

/// Sends a request over a connection of its own, and yields the status of the answer.
async fn send(address: SocketAddr, path: &str, request: &Request<Bytes>) -> String {
    let body = request.body();
    let mut text = format!(
        "POST /{path} HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n",
        body.len()
    );
    for (name, value) in request.headers() {
        text += [name.as_str(), ": ", value.to_str().unwrap(), "\r\n"]
            .concat()
            .as_str();
    }
    text += "\r\n";
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    stream.write_all(body).await.unwrap();
    let mut status = [0; 12];
    stream.read_exact(&mut status).await.unwrap();
    String::from_utf8_lossy(&status[9..]).into_owned()
}

/// The answer comes before the body has: a stranger cannot make the server wait for a gigabyte,
/// whether the length is announced or not.
#[tokio::test]
async fn what_is_too_large_is_refused_before_it_is_read() {
    let announced =
        "POST /gigs HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000000\r\n\r\n".to_owned();
    let chunked = format!(
        "POST /gigs HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n3e9\r\n{}\r\n",
        " ".repeat(1_001)
    );
    let (address, seen) = serve().await;
    for request in [announced, chunked] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut status = [0; 12];
        stream.read_exact(&mut status).await.unwrap();
        assert_eq!(&status, b"HTTP/1.1 413");
    }
    assert!(seen.lock().unwrap().is_empty());
}
