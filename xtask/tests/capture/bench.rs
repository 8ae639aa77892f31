//! A folder with a document, the command that runs there, and a client that goes through it.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Command, Output, Stdio},
};

pub(crate) const SPEC: &str = r##"openapi: 3.0.3
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

pub(crate) const PERSON: &str = r#"{"id":"usr_9z8Y7x6W","scores":[1.0,2],"email":"jo@acme.io"}"#;
/// What must be in no file and in no output.
pub(crate) const SECRETS: [&str; 7] = [
    "usr_9z8Y7x6W",
    "jo@acme.io",
    "t0k3n-of-jo",
    "hunter2hunter2",
    "c00kie-of-jo",
    "aHVudGVyMmh",
    "t0k3n%2Dof",
];

pub(crate) const VISITED: [&str; 3] = [
    "tests/recordings/people/addPerson/201-1.yaml",
    "tests/recordings/people/getPerson/200-1.yaml",
    "tests/recordings/people/getPerson/404-1.yaml",
];

pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the folder of an earlier run goes");
        }
        fs::create_dir_all(folder.join("specs")).expect("a folder for the document");
        fs::write(folder.join("specs/people.yaml"), SPEC).expect("the document is written");
        Self(folder)
    }

    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bindery"));
        command
            .args(arguments.split_whitespace())
            .current_dir(&self.0);
        command
    }

    #[track_caller]
    pub(crate) fn run(&self, arguments: &str) -> (Option<i32>, String) {
        ended(self.command(arguments).output().expect("the command runs"))
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files below `tests`, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
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
    pub(crate) fn holds_no_secret(&self, output: &str) {
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

pub(crate) fn ended(output: Output) -> (Option<i32>, String) {
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8(text).expect("the output is UTF-8"),
    )
}

/// A recording under way.
pub(crate) struct Session {
    child: Child,
    stderr: BufReader<ChildStderr>,
    pub(crate) address: String,
}

impl Session {
    pub(crate) fn start(mut command: Command) -> Self {
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

    /// Sends a request through the proxy.
    #[track_caller]
    pub(crate) fn send(&self, line: &str, headers: &[&str], body: &str) -> String {
        send(&self.address, line, headers, body)
    }

    /// Ends by closing stdin; the exit code and all that was printed.
    pub(crate) fn end(mut self) -> (Option<i32>, String) {
        drop(self.child.stdin.take());
        let mut said = String::new();
        self.stderr.read_to_string(&mut said).expect("stderr ends");
        let (code, text) = ended(self.child.wait_with_output().expect("the command ends"));
        (code, text + &said)
    }
}

/// Sends a request; the answer with its head.
#[track_caller]
pub(crate) fn send(address: &str, line: &str, headers: &[&str], body: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the proxy listens");
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
