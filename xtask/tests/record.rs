//! Recording and importing by the built command line: against servers on this machine, and then
//! held against the document as any other recording is.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Command, Output, Stdio},
};

use httpmock::{Method::POST, MockServer, server::DEFAULT_CA_CERTIFICATE};

const SPEC: &str = r##"openapi: 3.0.3
info: {title: People, version: "1"}
servers: [{url: https://api.example.com/v1}]
paths:
  /people/{person}:
    get:
      operationId: getPerson
      parameters: [{name: person, in: path, required: true, schema: {type: string, x-personal: true}}]
      responses:
        "200": {description: The person., content: {application/json: {schema: {$ref: "#/components/schemas/Person"}}}}
        4XX: {description: A refusal., content: {application/json: {schema: {type: object}}, text/plain: {}}}
  /people:
    post:
      operationId: addPerson
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Person"}}}}
      responses:
        "201": {description: The person., content: {application/json: {schema: {$ref: "#/components/schemas/Person"}}}}
components:
  schemas:
    Person:
      type: object
      required: [id]
      properties:
        id: {type: string, pattern: "^usr_", x-personal: true}
        email: {type: string, format: email, x-personal: true}
        password: {type: string, format: password, minLength: 8}
        scores: {type: array, items: {type: number}}
"##;

const PERSON: &str = r#"{"id":"usr_9z8Y7x6W","scores":[1.0,2],"email":"jo@acme.io"}"#;
/// What must be in no file and in no output.
const SECRETS: [&str; 7] = [
    "usr_9z8Y7x6W",
    "jo@acme.io",
    "t0k3n-of-jo",
    "hunter2hunter2",
    "c00kie-of-jo",
    "aHVudGVyMmh",
    "t0k3n%2Dof",
];

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the folder of an earlier run goes");
        }
        fs::create_dir_all(folder.join("specs")).expect("a folder for the document");
        fs::write(folder.join("specs/people.yaml"), SPEC).expect("the document is written");
        Self(folder)
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
        command
            .args(arguments.split_whitespace())
            .current_dir(&self.0);
        command
    }

    #[track_caller]
    fn run(&self, arguments: &str) -> (Option<i32>, String) {
        ended(self.command(arguments).output().expect("the command runs"))
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files below `tests`, sorted.
    fn files(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![self.0.join("tests")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.expect("the folder can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let path = path
                        .strip_prefix(&self.0)
                        .expect("it is below")
                        .display()
                        .to_string();
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }

    #[track_caller]
    fn holds_no_secret(&self, output: &str) {
        let files = self.files();
        let texts = files
            .iter()
            .map(|path| self.read(path))
            .chain([output.to_owned()]);
        for text in texts {
            for secret in SECRETS {
                assert!(!text.contains(secret), "{secret} in:\n{text}");
            }
        }
    }
}

fn ended(output: Output) -> (Option<i32>, String) {
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8(text).expect("the output is UTF-8"),
    )
}

/// A recording under way.
struct Session {
    child: Child,
    stderr: BufReader<ChildStderr>,
    address: String,
}

impl Session {
    fn start(mut command: Command) -> Self {
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command runs");
        let mut stderr = BufReader::new(child.stderr.take().expect("stderr is ours"));
        let mut line = String::new();
        stderr.read_line(&mut line).expect("a first line");
        let address = line
            .strip_prefix("recording http://")
            .and_then(|rest| rest.split(' ').next());
        let address = address.unwrap_or_else(|| panic!("{line}")).to_owned();
        Self {
            child,
            stderr,
            address,
        }
    }

    /// Sends a request; the answer with its head.
    #[track_caller]
    fn send(&self, line: &str, headers: &[&str], body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("the proxy listens");
        let head = [&["Connection: close"], headers].concat().join("\r\n");
        let request = format!(
            "{line} HTTP/1.1\r\nHost: api.example.com\r\nContent-Length: {}\r\n{head}\r\n\r\n{body}",
            body.len()
        );
        stream
            .write_all(request.as_bytes())
            .expect("the request is sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Ends by closing stdin; the exit code and all that was printed.
    fn end(mut self) -> (Option<i32>, String) {
        drop(self.child.stdin.take());
        let mut said = String::new();
        self.stderr.read_to_string(&mut said).expect("stderr ends");
        let (code, text) = ended(self.child.wait_with_output().expect("the command ends"));
        (code, text + &said)
    }
}

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

const VISITED: [&str; 3] = [
    "tests/recordings/people/addPerson/201-1.yaml",
    "tests/recordings/people/getPerson/200-1.yaml",
    "tests/recordings/people/getPerson/404-1.yaml",
];

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
    let (code, output) = folder.run("validate --fail-on warning");
    // Text bodies are not checked, which is a warning.
    assert!(output.contains("0 errors, 1 warning"), "{output}");
    assert_eq!(code, Some(1));
    assert_eq!(folder.run("validate").0, Some(0));
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

/// A browser's file of the same visit, with an exchange of another server.
fn har() -> String {
    let header = |name: &str, value: &str| serde_json::json!({ "name": name, "value": value });
    let entry = |method: &str,
                 url: &str,
                 sent: Option<&str>,
                 status: u16,
                 kind: &str,
                 body: &str| {
        serde_json::json!({
            "request": {
                "method": method, "url": url, "httpVersion": "h2", "queryString": [],
                "headers": [header("authorization", "Bearer t0k3n-of-jo"), header(":authority", "x")],
                "postData": sent.map(|text| serde_json::json!({ "mimeType": "application/json", "text": text })),
            },
            "response": {
                "status": status, "headers": [header("Content-Encoding", "br")],
                "content": { "mimeType": kind, "text": body },
            },
        })
    };
    let json = "application/json";
    let at = "https://api.example.com/v1/people";
    let entries = [
        entry(
            "GET",
            &format!("{at}/usr_9z8Y7x6W"),
            None,
            200,
            json,
            PERSON,
        ),
        entry(
            "GET",
            &format!("{at}/usr_gone#top"),
            None,
            404,
            "text/plain",
            "no usr_9z8Y7x6W",
        ),
        entry(
            "POST",
            at,
            Some(r#"{"id":"usr_9z8Y7x6W","password":"hunter2hunter2"}"#),
            201,
            json,
            PERSON,
        ),
        entry(
            "GET",
            "https://tracker.example/?id=jo",
            None,
            200,
            json,
            "{}",
        ),
    ];
    serde_json::json!({ "log": { "version": "1.2", "entries": entries } }).to_string()
}

#[test]
fn the_exchanges_of_a_har_file_become_recordings() {
    let folder = Folder::new("import");
    fs::write(folder.0.join("visit.har"), har()).expect("the file is written");
    let (code, output) = folder.run("import visit.har");
    assert_eq!(code, Some(0), "{output}");
    assert!(
        output.contains("3 exchanges written, 0 known already, 0 left out; "),
        "{output}"
    );
    assert_eq!(folder.files(), VISITED);
    fs::remove_file(folder.0.join("visit.har")).expect("the file goes");
    folder.holds_no_secret(&output);
    assert_eq!(folder.run("validate").0, Some(0));
}

#[test]
fn what_cannot_be_captured_exits_2_or_is_left_out_with_its_place() {
    let folder = Folder::new("capture-faults");
    let har = "{\"log\": {\"entries\": [\n{\"request\": {\"url\": \"https://api.example.com/v1/people\"}}]}}";
    for (name, text) in [
        ("cut.har", "{\"log\""),
        ("other.har", "{\"log\": {}}"),
        ("odd.har", har),
    ] {
        fs::write(folder.0.join(name), text).expect("the file is written");
    }
    for (arguments, code, expected) in [
        ("record people", 2, "--upstream"),
        (
            "record people --upstream https://jo:t0k3n@api.example.com",
            2,
            "leave credentials to the client",
        ),
        (
            "record people --upstream https://api.example.com/v1",
            2,
            "name the server alone",
        ),
        (
            "record people --upstream https://api.example.com --for soon",
            2,
            "write seconds",
        ),
        (
            "record cats --upstream http://127.0.0.1:1",
            2,
            "error: specs/cats.yaml: cannot read",
        ),
        (
            "record people --upstream http://127.0.0.1:1 --for 0s",
            0,
            "0 exchanges written",
        ),
        ("import none.har", 2, "error: cannot read `none.har`"),
        ("import cut.har", 2, "error: cut.har:1:6: not JSON"),
        (
            "import other.har",
            2,
            "error: other.har:1:2: not a HAR file",
        ),
        (
            "import odd.har",
            1,
            "left out: odd.har:2:1: its request has no `method`",
        ),
    ] {
        let (found, output) = folder.run(arguments);
        assert_eq!(found, Some(code), "{arguments}: {output}");
        assert!(output.contains(expected), "{arguments}: {output}");
    }
}
