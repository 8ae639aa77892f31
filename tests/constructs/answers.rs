//! Answers: by status and by media type.

use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpListener, sync::oneshot};

use super::{
    compiled::{answers, streams},
    server::read as read_request,
    wire::{reads, reads_status, run, sends},
};

#[test]
fn successes_of_several_types_are_told_apart_by_status() {
    use answers::{
        Client,
        types::{GetSeveralAnswer as Several, Item, PutMaybeAnswer as Maybe},
    };
    let item = || serde_json::from_value::<Item>(json!({ "id": "1" })).unwrap();
    for (status, body, expected) in [
        ("200 OK", r#"{"id":"1"}"#, Several::Status200(item())),
        ("201 Created", "text", Several::Status201("text".to_owned())),
        ("204 No Content", "", Several::Status204),
        (
            "206 Partial Content",
            r#"[{"id":"1"}]"#,
            Several::Status2XX(vec![item()]),
        ),
    ] {
        let got = reads_status(|c| Client::new(c).get_several(), status, body);
        assert_eq!(got.unwrap(), expected);
    }
    let got = reads_status(|c| Client::new(c).put_maybe(), "204 No Content", "");
    assert_eq!(got.unwrap(), Maybe::Status204);
    let got = reads_status(|c| Client::new(c).put_maybe(), "203 Odd", "odd");
    assert_eq!(got.unwrap(), Maybe::Undocumented(203, "odd".into()));
    assert!(
        reads_status(|c| Client::new(c).get_several(), "404 Not Found", "")
            .unwrap_err()
            .is_api()
    );
    assert!(
        reads_status(|c| Client::new(c).get_several(), "200 OK", "")
            .unwrap_err()
            .is_decode()
    );
}

#[test]
fn answers_are_typed_by_their_media_types() {
    assert_eq!(
        reads(|c| answers::Client::new(c).get_json(), r#"{"id":"1"}"#)
            .unwrap()
            .id,
        "1"
    );
    assert_eq!(
        reads(|c| answers::Client::new(c).get_array(), r#"[{"id":"1"}]"#)
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        reads(|c| answers::Client::new(c).get_text(), "a,b").unwrap(),
        "a,b"
    );
    assert_eq!(
        reads(|c| answers::Client::new(c).get_bytes(), "a,b").unwrap(),
        "a,b".as_bytes()
    );
    sends(
        |c| answers::Client::new(c).get_text(),
        "GET /text",
        &["accept: text/csv"],
        "",
    );
    sends(
        |c| answers::Client::new(c).get_bytes(),
        "GET /bytes",
        &["accept: image/png"],
        "",
    );
}

/// No media type makes JSON or text of a file.
#[test]
fn a_whole_body_that_is_a_text_is_read_as_its_schema_says() {
    let got = reads(|c| answers::Client::new(c).get_export(), "%PDF-1.7");
    assert_eq!(got.unwrap(), "%PDF-1.7");
    let got = reads(|c| answers::Client::new(c).get_recording(), "ID3");
    assert_eq!(got.unwrap(), "ID3");
    let got = reads(|c| answers::Client::new(c).get_settings(), "a: 1\n");
    assert_eq!(got.unwrap(), "a: 1\n".to_owned());
    sends(
        |c| answers::Client::new(c).get_alerts(),
        "GET /alerts",
        &["accept: application/sarif+json"],
        "",
    );
}

#[test]
fn anything_with_a_schema_is_json() {
    let any = reads(|c| streams::Client::new(c).get_any(), r#"{"id":"1"}"#);
    assert_eq!(any.unwrap().id, "1");
}

/// The server sends a piece only when the one before it was read, so that nothing can be buffered.
#[test]
fn events_are_handed_over_as_they_come() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (read, was_read) = oneshot::channel::<()>();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            read_request(&mut stream).await.unwrap();
            let head =
                "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
            stream.write_all(head.as_bytes()).await.unwrap();
            stream.write_all(b"data: 1\n\n").await.unwrap();
            was_read.await.unwrap();
            stream.write_all(b"data: 2\n\n").await.unwrap();
        });
        let client = bindery::runtime::Client::builder(url).build().unwrap();
        let mut events = streams::Client::new(client).get_events().await.unwrap();
        assert_eq!(events.next().await.unwrap().unwrap(), "data: 1\n\n");
        read.send(()).unwrap();
        assert_eq!(events.next().await.unwrap().unwrap(), "data: 2\n\n");
        assert!(events.next().await.is_none());
        server.await.unwrap();
    });
}

/// Nothing is told of the body, which may be anything.
#[test]
fn a_body_that_the_document_does_not_tell_of_is_read_by_who_knows_of_it() {
    let file = |c| streams::Client::new(c).get_undescribed();
    sends(
        file,
        "GET /undescribed",
        &["accept: application/json, */*;q=0.5"],
        "",
    );
    sends(
        |c| file(c).header("accept", "audio/mpeg").bytes(),
        "GET /undescribed",
        &["accept: audio/mpeg"],
        "",
    );
    reads(file, "ID3").unwrap();
    assert_eq!(reads(|c| file(c).bytes(), "ID3").unwrap(), "ID3");
    let mut pieces = reads(|c| file(c).bytes().chunks(), "ID3").unwrap();
    assert_eq!(run(pieces.next()).unwrap().unwrap(), "ID3");
}

#[test]
fn events_beside_an_answer_are_asked_for_by_a_call_of_their_own() {
    use streams::{
        Client,
        types::{ChatOptions, ChatRequest, WatchJobAnswer},
    };
    let (text, limit) = (ChatRequest::new("hi"), ChatOptions::new().limit(1));
    sends(
        |c| Client::new(c).chat(&text, &limit),
        "POST /chats?limit=1",
        &["accept: application/json"],
        r#"{"text":"hi"}"#,
    );
    sends(
        |c| Client::new(c).chat_stream(&text, &limit),
        "POST /chats?limit=1",
        &["accept: text/event-stream"],
        r#"{"text":"hi"}"#,
    );
    let events = "data: 1\n\n";
    let mut pieces = reads(|c| Client::new(c).chat_stream(&text, &limit), events).unwrap();
    assert_eq!(run(pieces.next()).unwrap().unwrap(), events);
    let whole = reads(|c| Client::new(c).watch_job(), events).unwrap();
    assert_eq!(whole, WatchJobAnswer::Status200(events.into()));
    let mut pieces = reads(|c| Client::new(c).watch_job_stream(), events).unwrap();
    assert_eq!(run(pieces.next()).unwrap().unwrap(), events);
}

/// The server keeps silent and the connection open.
#[test]
fn a_stream_that_is_silent_for_too_long_is_given_up() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (done, is_done) = oneshot::channel::<()>();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            read_request(&mut stream).await.unwrap();
            let head =
                "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
            stream.write_all(head.as_bytes()).await.unwrap();
            stream.write_all(b"data: 1\n\n").await.unwrap();
            is_done.await.unwrap();
        });
        let client = bindery::runtime::Client::builder(url).build().unwrap();
        let events = streams::Client::new(client).get_events().await.unwrap();
        let mut events = events.idle_timeout(std::time::Duration::from_millis(50));
        assert_eq!(events.next().await.unwrap().unwrap(), "data: 1\n\n");
        assert!(events.next().await.unwrap().unwrap_err().is_timeout());
        assert!(events.next().await.is_none());
        done.send(()).unwrap();
        server.await.unwrap();
    });
}

#[test]
fn a_file_is_read_whole_or_in_pieces() {
    assert_eq!(
        reads(|c| streams::Client::new(c).get_file(), "pdf").unwrap(),
        "pdf"
    );
    let mut pieces = reads(|c| streams::Client::new(c).get_file().chunks(), "pdf").unwrap();
    assert_eq!(run(pieces.next()).unwrap().unwrap(), "pdf");
    let refused = reads_status(
        |c| streams::Client::new(c).get_events(),
        "503 Busy",
        "later",
    );
    assert_eq!(refused.unwrap_err().status(), Some(503));
}
