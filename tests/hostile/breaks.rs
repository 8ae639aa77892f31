//! Connections that break off, dry up, or never come about.

use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::{
    bodies::USER,
    case::{Make, call, check, fails, split, succeeds},
    leaks,
    server::Step,
};

const HALF_A_HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-ty";
const DRIP: Duration = Duration::from_millis(20);

/// A head that announces more or less than the body has.
fn announcing(length: usize) -> Step {
    Step::send(format!(
        "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{USER}"
    ))
}

fn half_a_body() -> Step {
    announcing(USER.len() * 2)
}

fn chunk_cut_short() -> Step {
    Step::send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{").closing()
}

#[tokio::test]
async fn what_breaks_off_is_sent_again_where_that_is_harmless() {
    use Make::{Create, CreateKeyed, Delete, Hook, Retrieve};

    let nothing = || Step::send("");
    let well = || Step::json("200 OK", USER);
    for (name, make, script, expected) in [
        (
            "reset before any byte",
            Retrieve,
            vec![nothing().resetting()],
            fails("interrupted", None, 3),
        ),
        (
            "reset before any byte, once",
            Retrieve,
            vec![nothing().resetting(), well()],
            succeeds(2),
        ),
        (
            "closed before any byte",
            Retrieve,
            vec![nothing().closing()],
            fails("interrupted", None, 3),
        ),
        (
            "reset in the head",
            Retrieve,
            vec![Step::send(HALF_A_HEAD).resetting()],
            fails("interrupted", None, 3),
        ),
        (
            "closed in the head",
            Retrieve,
            vec![Step::send(HALF_A_HEAD).closing(), well()],
            succeeds(2),
        ),
        (
            "reset in the body",
            Retrieve,
            vec![half_a_body().resetting()],
            fails("interrupted", Some(200), 3),
        ),
        (
            "reset in the body, once",
            Retrieve,
            vec![half_a_body().resetting(), well()],
            succeeds(2),
        ),
        (
            "truncated body",
            Retrieve,
            vec![half_a_body().closing()],
            fails("interrupted", Some(200), 3),
        ),
        (
            "truncated body of a 404",
            Retrieve,
            vec![Step::send("HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\n{").closing()],
            fails("interrupted", Some(404), 3),
        ),
        (
            "truncated chunk",
            Retrieve,
            vec![chunk_cut_short(), well()],
            succeeds(2),
        ),
        (
            "more body than announced",
            Retrieve,
            vec![announcing(USER.len() - 1).closing()],
            fails("decode", Some(200), 1),
        ),
        (
            "a length that is none",
            Retrieve,
            vec![Step::send("HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n").closing()],
            fails("interrupted", None, 3),
        ),
        (
            "two lengths",
            Retrieve,
            vec![
                Step::send("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}")
                    .closing(),
            ],
            fails("interrupted", None, 3),
        ),
        (
            "no HTTP",
            Retrieve,
            vec![Step::send("220 mail ready\r\n").closing()],
            fails("interrupted", None, 3),
        ),
        (
            "no end of headers",
            Retrieve,
            vec![Step::send(format!("HTTP/1.1 200 OK\r\nx: {}", "x".repeat(1 << 20))).closing()],
            fails("interrupted", None, 3),
        ),
        (
            "POST that breaks",
            Create,
            vec![nothing().resetting()],
            fails("interrupted", None, 1),
        ),
        (
            "POST that breaks in the body",
            Create,
            vec![half_a_body().resetting()],
            fails("interrupted", Some(200), 1),
        ),
        (
            "POST with a password that breaks",
            Hook,
            vec![nothing().closing()],
            fails("interrupted", None, 1),
        ),
        (
            "POST with a key that breaks",
            CreateKeyed,
            vec![nothing().resetting(), well()],
            succeeds(2),
        ),
        (
            "DELETE that breaks",
            Delete,
            vec![nothing().resetting(), well()],
            succeeds(2),
        ),
    ] {
        check(name, make, script, expected).await;
    }
}

#[tokio::test]
async fn what_takes_too_long_is_given_up() {
    use Make::{Create, Retrieve};

    let well = || Step::json("200 OK", USER);
    for (name, make, script, expected) in [
        (
            "silence",
            Retrieve,
            vec![Step::send("").holding()],
            fails("timeout", None, 3),
        ),
        (
            "silence, once",
            Retrieve,
            vec![Step::send("").holding(), well()],
            succeeds(2),
        ),
        (
            "silence in the head",
            Retrieve,
            vec![Step::send(HALF_A_HEAD).holding()],
            fails("timeout", None, 3),
        ),
        (
            "slow head",
            Retrieve,
            vec![well().dripping_after(0, DRIP)],
            fails("timeout", None, 3),
        ),
        (
            "slow body",
            Retrieve,
            vec![well().dripping_after(90, DRIP)],
            fails("timeout", Some(200), 3),
        ),
        (
            "silence in the body",
            Retrieve,
            vec![half_a_body().holding()],
            fails("timeout", Some(200), 3),
        ),
        (
            "POST and silence",
            Create,
            vec![Step::send("").holding()],
            fails("timeout", None, 1),
        ),
    ] {
        check(name, make, script, expected).await;
    }
}

/// Where no connection comes about nothing was sent, so that any method may be tried again.
#[tokio::test]
async fn a_connection_that_is_refused_is_tried_again() {
    leaks::watch();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for make in [Make::Retrieve, Make::Create, Make::Hook, Make::Delete] {
        let (outcome, error) = split(call(make, &url).await);
        assert_eq!(outcome, fails("connect", None, 3), "{make:?}");
        assert!(!error.as_ref().unwrap().follows_lost_answer());
        leaks::none_in(error.as_ref());
    }
}

/// A host that does not answer at all: its queue is full.
#[tokio::test]
async fn a_connection_that_takes_too_long_is_tried_again() {
    leaks::watch();
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    while let Ok(stream) = tokio::time::timeout(DRIP * 5, TcpStream::connect(address)).await {
        waiting.push(stream.unwrap());
    }
    let client = bindery::gigs::Client::builder("p", leaks::API_KEY)
        .connect_timeout(DRIP)
        .retry(bindery::Retry::new().delays(Duration::ZERO, Duration::ZERO))
        .base_url(format!("http://{address}"))
        .build()
        .unwrap();
    let user = bindery::gigs::CreateUser::new("jerry@example.com");
    let error = client.users().create(&user).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    assert_eq!(error.attempts(), 3);
    leaks::none_in(Some(&error));
    drop(listener);
}
