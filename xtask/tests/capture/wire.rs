//! What of an exchange is recorded, seen at an upstream that answers to the byte.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    thread,
};

use super::bench::{Folder, Session};

const SPEC: &str = r#"openapi: 3.0.3
info: {title: Wire, version: "1"}
paths:
  /chunked: {get: {operationId: chunked, responses: {"200": {description: It., content: {application/json: {schema: {type: array, items: {type: integer}}}}}}}}
  /head: {head: {operationId: head, responses: {"200": {description: It., headers: {X-Count: {schema: {type: integer}}}}}}}
  /none: {delete: {operationId: none, responses: {"204": {description: None.}}}}
  /moved: {get: {operationId: moved, responses: {"302": {description: Moved.}}}}
  /sent:
    post:
      operationId: sent
      parameters:
        - {name: tag, in: query, schema: {type: array, items: {type: string}}}
        - {name: empty, in: query, schema: {type: string}}
        - {name: X-Trace, in: header, required: true, schema: {type: string}}
        - {name: theme, in: cookie, required: true, schema: {type: string, enum: [dark, light]}}
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: number}}}}}}
      responses: {"201": {description: It., headers: {X-Page: {schema: {type: array, items: {type: integer}}}}}}
"#;

/// What is sent, the answer to the byte, and what the recording holds of both.
struct Case {
    line: &'static str,
    headers: &'static [&'static str],
    body: &'static str,
    answer: &'static str,
    kept: &'static [&'static str],
}

const CASES: [Case; 5] = [
    Case {
        line: "GET /chunked",
        headers: &[],
        body: "",
        answer: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n3\r\n20]\r\n0\r\n\r\n",
        kept: &["status: 200", "    [\n      1,\n      20\n    ]"],
    },
    Case {
        line: "HEAD /head",
        headers: &[],
        body: "",
        answer: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Count: 7\r\nContent-Length: 99\r\n\r\n",
        kept: &["method: HEAD", "name: \"x-count\", value: \"7\""],
    },
    Case {
        line: "DELETE /none",
        headers: &[],
        body: "",
        answer: "HTTP/1.1 204 No Content\r\n\r\n",
        kept: &["method: DELETE", "status: 204"],
    },
    Case {
        line: "GET /moved",
        headers: &[],
        body: "",
        answer: "HTTP/1.1 302 Found\r\nLocation: https://other.example/a?b=c\r\nContent-Length: 0\r\n\r\n",
        kept: &[
            "status: 302",
            "name: \"location\", value: \"https://other.example/a?b=c\"",
        ],
    },
    Case {
        line: "POST /sent?tag=b&tag=a%20c&empty=",
        headers: &[
            "X-Trace: t-1",
            "Cookie: sid=c00kie-of-jo; theme=dark",
            "Content-Type: application/json",
            "X-Other: o",
        ],
        body: "{\"a\": 1.50}",
        answer: "HTTP/1.1 201 Created\r\nX-Page: 1\r\nX-Page: 2\r\nX-Else: e\r\nContent-Length: 0\r\n\r\n",
        kept: &[
            "- { name: \"tag\", value: \"b\" }\n    - { name: \"tag\", value: \"a c\" }\n    - { name: \"empty\", value: \"\" }",
            "- { name: \"x-trace\", value: \"t-1\" }",
            "- { name: \"cookie\", value: \"theme=dark\" }",
            "\"a\": 1.50",
            "- { name: \"x-page\", value: \"1\" }\n    - { name: \"x-page\", value: \"2\" }",
        ],
    },
];

/// A server that answers each request as its case says.
fn upstream() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("it listens").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(stream);
        }
    });
    port
}

fn answer(stream: TcpStream) {
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        if let Some(count) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = count.trim().parse().expect("a length");
        }
        if line.trim().is_empty() {
            break;
        }
        head.push(line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body comes");
    let line = head[0].rsplit_once(' ').expect("a request line").0;
    let case = CASES.iter().find(|case| case.line == line);
    let case = case.unwrap_or_else(|| panic!("{line}"));
    assert_eq!(body, case.body.as_bytes());
    let answer = case.answer.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    // The client may have seen enough.
    let _ = reader.into_inner().write_all(answer.as_bytes());
}

#[test]
fn all_that_the_document_speaks_of_is_recorded() {
    let folder = Folder::new("record-wire");
    fs::write(folder.0.join("specs/wire.yaml"), SPEC).expect("the document is written");
    let port = upstream();
    let session =
        Session::start(folder.command(&format!("record wire --upstream http://127.0.0.1:{port}")));
    for case in CASES {
        session.send(case.line, case.headers, case.body);
    }
    let (code, output) = session.end();
    assert_eq!(code, Some(0), "{output}");
    assert!(output.contains("5 exchanges written"), "{output}");
    let files = folder.files();
    let texts: Vec<String> = files.iter().map(|path| folder.read(path)).collect();
    for Case { line, kept, .. } in CASES {
        let path = line.split([' ', '?']).nth(1).expect("a path");
        let file = texts
            .iter()
            .find(|text| text.contains(&format!("path: \"{path}\"")));
        let file = file.unwrap_or_else(|| panic!("{path} in {files:?}"));
        for part in kept {
            assert!(file.contains(part), "{part} in:\n{file}");
        }
        for gone in [
            "c00kie",
            "x-other",
            "x-else",
            "content-length",
            "transfer-encoding",
        ] {
            assert!(!file.contains(gone), "{gone} in:\n{file}");
        }
    }
    let (code, output) = folder.run("validate --spec specs/wire.yaml --fail-on warning");
    assert_eq!(code, Some(0), "{output}");
}
