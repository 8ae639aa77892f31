//! What goes through the proxy.

use std::{fs, io::Write};

use httpmock::{Method::POST, MockServer, server::DEFAULT_CA_CERTIFICATE};

use super::bench::{Folder, PERSON, Session, VISITED, send};

fn upstream() -> MockServer {
    let server = MockServer::start();
    server.mock(|when, then| {
        when.path("/v1/people/usr_9z8Y7x6W")
            .header("authorization", "Bearer t0k3n-of-jo");
        then.status(200)
            .header("content-type", "application/json")
            .header("set-cookie", "sid=c00kie-of-jo")
            .body(PERSON);
    });
    server.mock(|when, then| {
        when.path("/v1/people/usr_gone");
        then.status(404)
            .header("content-type", "text/plain")
            .body("no usr_9z8Y7x6W for t0k3n%2Dof%2Djo: am86aHVudGVyMmh1bnRlcjI=\n");
    });
    server.mock(|when, then| {
        when.method(POST)
            .path("/v1/people")
            .body_includes("hunter2hunter2");
        then.status(201)
            .header("content-type", "application/json")
            .body(PERSON);
    });
    server.mock(|when, then| {
        when.path("/v1/other/4711");
        then.status(200);
    });
    server
}

/// A client's visit; each answer comes through as the upstream gave it.
fn visit(session: &Session) {
    let token = "Authorization: Bearer t0k3n-of-jo";
    let answer = session.send(
        "GET /v1/people/usr_9z8Y7x6W",
        &[token, "Cookie: sid=c00kie-of-jo"],
        "",
    );
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.ends_with(PERSON),
        "{answer}"
    );
    let answer = session.send("GET /v1/people/usr_gone", &[token], "");
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    let body = r#"{"id":"usr_9z8Y7x6W","password":"hunter2hunter2"}"#;
    let answer = session.send(
        "POST /v1/people",
        &[token, "Content-Type: application/json"],
        body,
    );
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    // A second time, which is the same exchange.
    session.send(
        "POST /v1/people",
        &[token, "Content-Type: application/json"],
        body,
    );
}

#[test]
fn what_goes_through_the_proxy_becomes_recordings_that_the_document_fits() {
    let (folder, server) = (Folder::new("record"), upstream());
    let command = folder.command(&format!(
        "record people --upstream http://127.0.0.1:{}",
        server.port()
    ));
    let session = Session::start(command);
    visit(&session);
    let (code, output) = session.end();
    assert_eq!(code, Some(0), "{output}");
    assert!(
        output.contains("3 exchanges written, 1 known already, 0 left out; "),
        "{output}"
    );
    assert_eq!(folder.files(), VISITED);
    folder.holds_no_secret(&output);
    let person = folder.read(VISITED[1]);
    for kept in [
        "source: live",
        "reference: \"http://127.0.0.1:",
        "path: \"/v1/people/usr_",
        "1.0,",
        "@example.com",
    ] {
        assert!(person.contains(kept), "{kept} in:\n{person}");
    }
    let replay = MockServer::start();
    replay.playback_from_yaml(&person);
    let path = person
        .split("path: \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let line = format!("GET {}", path.expect("the recording has a path"));
    let answer = send(&replay.address().to_string(), &line, &[], "");
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("@example.com"),
        "{answer}"
    );
    let (code, output) = folder.run("validate --fail-on warning");
    assert_eq!(code, Some(0), "{output}");
}

#[test]
fn what_is_there_is_never_overwritten() {
    let (folder, server) = (Folder::new("record-again"), upstream());
    let upstream = format!("http://127.0.0.1:{}", server.port());
    let mut first = Vec::new();
    for round in 1..=2 {
        let session = Session::start(folder.command(&format!(
            "record people --upstream {upstream} --keep-personal"
        )));
        session.send(
            "GET /v1/people/usr_9z8Y7x6W",
            &["Authorization: Bearer t0k3n-of-jo"],
            "",
        );
        session.send("GET /v1/other/4711", &[], "");
        let (code, output) = session.end();
        assert_eq!(code, Some(1), "{output}");
        assert!(
            output.contains("warning: personal data are stored as they are"),
            "{output}"
        );
        assert!(
            output.contains("left out: no operation of `specs/people.yaml` is `GET /v1/other/…`"),
            "{output}"
        );
        let counts = [
            "1 exchange written, 0 known already, 1 left out",
            "0 exchanges written, 1 known already, 1 left out",
        ];
        assert!(output.contains(counts[round - 1]), "{output}");
        let text = folder.read(VISITED[1]);
        assert!(
            text.contains("jo@acme.io") && !text.contains("t0k3n"),
            "{text}"
        );
        first.push(text);
    }
    assert_eq!(first[0], first[1]);
    let session = Session::start(folder.command(&format!("record people --upstream {upstream}")));
    session.send(
        "GET /v1/people/usr_9z8Y7x6W",
        &["Authorization: Bearer t0k3n-of-jo"],
        "",
    );
    session.end();
    assert_eq!(folder.read(VISITED[1]), first[0]);
    assert_eq!(
        folder.files()[1],
        "tests/recordings/people/getPerson/200-2.yaml"
    );
}

#[test]
fn an_upstream_with_tls_is_recorded_too() {
    let (folder, server) = (Folder::new("record-tls"), upstream());
    fs::write(folder.0.join("ca.pem"), DEFAULT_CA_CERTIFICATE).expect("the authority is written");
    let mut command = folder.command(&format!(
        "record people --upstream https://localhost:{}",
        server.port()
    ));
    command
        .env("SSL_CERT_FILE", folder.0.join("ca.pem"))
        .env_remove("SSL_CERT_DIR");
    let session = Session::start(command);
    visit(&session);
    let (code, output) = session.end();
    assert_eq!(code, Some(0), "{output}");
    assert_eq!(folder.files(), VISITED);
    folder.holds_no_secret(&output);
}

#[test]
fn a_packed_answer_is_unpacked_and_one_that_is_no_text_is_left_out() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed
        .write_all(PERSON.as_bytes())
        .expect("the answer is packed");
    let packed = packed.finish().expect("the answer is packed");
    let server = MockServer::start();
    for (path, encoding, body) in [
        ("/v1/people/usr_packed", "gzip", packed),
        ("/v1/people/usr_brotli", "br", PERSON.into()),
        ("/v1/people/usr_binary", "identity", vec![0xff, 0xfe]),
    ] {
        server.mock(|when, then| {
            when.path(path);
            then.status(200)
                .header("content-type", "application/json")
                .header("content-encoding", encoding)
                .body(body);
        });
    }
    let folder = Folder::new("record-packed");
    let session = Session::start(folder.command(&format!(
        "record people --upstream http://127.0.0.1:{}",
        server.port()
    )));
    for path in ["packed", "brotli", "binary"] {
        session.send(&format!("GET /v1/people/usr_{path}"), &[], "");
    }
    let (code, output) = session.end();
    assert_eq!(code, Some(1), "{output}");
    for expected in [
        "left out: exchange 2: the response body is packed as `br`; ask for `accept-encoding: identity`",
        "left out: exchange 3: the response body is no text",
        "1 exchange written, 0 known already, 2 left out",
    ] {
        assert!(output.contains(expected), "{expected} in:\n{output}");
    }
    assert!(folder.read(VISITED[1]).contains("\"scores\": ["));
    folder.holds_no_secret(&output);
    assert_eq!(folder.run("validate").0, Some(0));
}

#[test]
fn an_upstream_that_is_away_is_told_to_the_client_and_not_recorded() {
    let folder = Folder::new("record-away");
    let session = Session::start(folder.command("record people --upstream http://127.0.0.1:1"));
    let answer = session.send(
        "GET /v1/people/usr_9z8Y7x6W",
        &["Authorization: Bearer t0k3n-of-jo"],
        "",
    );
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
    let (code, output) = session.end();
    assert_eq!(code, Some(0), "{output}");
    assert_eq!(folder.files(), Vec::<String>::new());
    folder.holds_no_secret(&output);
}
