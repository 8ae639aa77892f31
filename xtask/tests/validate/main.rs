//! `validate` as it is called: filters, formats, what is accepted, and where a report goes.

mod accepted;
mod edits;
mod nothing;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const CATS: &str = "openapi: 3.0.3
info: {title: Cats, version: '1'}
servers: [{url: https://cats.example.com}]
paths:
  /cats:
    get:
      operationId: listCats
      responses: {'200': {description: Cats., content: {application/json: {schema: {type: array}}}}}
  /cats/{cat}:
    get:
      operationId: getCat
      parameters: [{name: cat, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: A cat., content: {application/json: {schema: {type: object}}}}}
  /cats/{cat}/photo:
    get:
      operationId: getPhoto
      parameters: [{name: cat, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: A photo., content: {application/xml: {schema: {type: object}}}}}
";

/// A folder with a document and a log of it, for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, log: &[String]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("validate")
            .join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("an old folder is removed");
        }
        fs::create_dir_all(folder.join("specs")).expect("a folder for the document");
        let folder = Self(folder);
        folder.write("specs/cats.yaml", CATS);
        folder.write("log.ndjson", &log.join("\n"));
        folder
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("the file is written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("the file is there")
    }

    /// Runs `validate` on the log; gives the exit code, stdout and stderr.
    #[track_caller]
    fn run(&self, arguments: &str) -> (Option<i32>, String, String) {
        self.call(&format!("--recordings log.ndjson {arguments}"))
    }

    /// Runs `validate` with nothing but some arguments.
    #[track_caller]
    fn call(&self, arguments: &str) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_bindery"))
            .arg("validate")
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .output()
            .expect("the command runs");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }
}

/// An entry of the log.
fn entry(url: &str, media_type: &str, body: &str) -> String {
    let body = body.replace('"', "\\\"");
    format!(
        r#"{{"request": {{"method": "GET", "url": "https://{url}"}}, "response": {{"status": 200, "content": {{"mimeType": "{media_type}", "text": "{body}"}}}}}}"#
    )
}

fn log() -> Vec<String> {
    let json = "application/json";
    vec![
        entry("cats.example.com/cats", json, "{}"),
        entry("cats.example.com/cats/7", json, "[]"),
        entry("cats.example.com/cats/7/photo", "application/xml", "<a/>"),
        entry("cats.example.com/cows", json, "{}"),
        entry("elsewhere.example.com/cats", json, "{}"),
    ]
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "expected {part:?} in:\n{text}");
    }
}

#[test]
fn a_log_is_held_against_the_document() {
    let (code, stdout, stderr) = Folder::new("log", &log()).run("");
    assert_eq!((code, stderr.as_str()), (Some(1), ""));
    holds(
        &stdout,
        &[
            "error[mismatch]: expected `array`, found `{}`",
            "--> specs/cats.yaml:8:85",
            " ::: log.ndjson:1:153\n  |\n1 | {}\n  | -- `{}`\n",
            "warning[undocumented-operation]: no operation of the document is `GET /cows`",
            "warning[unchecked]: a body of `application/xml` is not checked",
            "2 errors, 2 warnings, 0 notes",
            "1 of 5 exchanges out of scope: 1 other-host",
        ],
    );
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_asked_for_is_what_fails() {
    let folder = Folder::new("filters", &log());
    let cases = [
        ("--operation getCat", 1, "1 error, 0 warnings"),
        ("--operation getPhoto", 0, "0 errors, 1 warning"),
        ("--operation getPhoto --fail-on warning", 1, "0 errors, 1 warning"),
        ("--operation getPhoto --deny-unchecked", 1, "1 error, 0 warnings"),
        ("--operation getPhoto --operation getCat", 1, "1 error, 1 warning"),
        ("--path /cats/*", 1, "3 not-selected"),
        ("--path /cats/**", 1, "1 error, 1 warning"),
        ("--path **/photo", 0, "0 errors, 1 warning"),
        ("--mode strict", 1, "2 errors"),
    ];
    for (arguments, code, expected) in cases {
        let found = folder.run(arguments);
        assert_eq!((found.0, found.2.as_str()), (Some(code), ""), "{arguments}");
        holds(&found.1, &[expected]);
    }
}

#[test]
fn a_report_is_written_whole_or_not_at_all() {
    let folder = Folder::new("output", &log());
    for (format, begins) in [
        ("text", "error[mismatch]"),
        (
            "json",
            "{\n\"summary\": {\"documents\":[\"specs/cats.yaml\"]",
        ),
        ("sarif", "{\n  \"$schema\": "),
        ("github", "::warning file=specs/cats.yaml,line=4,"),
        ("html", "<!DOCTYPE html><html lang=\"en\">"),
    ] {
        let (code, stdout, stderr) = folder.run(&format!("--format {format} --output report"));
        assert_eq!(
            (code, stdout.as_str(), stderr.as_str()),
            (Some(1), "", ""),
            "{format}"
        );
        let written = folder.read("report");
        assert_eq!(
            folder.run(&format!("--format {format}")).1,
            written,
            "as on stdout"
        );
        assert!(written.contains(begins), "{format}: {written}");
    }
    let before = folder.read("report");
    folder.write("log.ndjson", &(log().join("\n") + "\n{\"request\": 1}"));
    let (code, stdout, stderr) = folder.run("--format json --output report");
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    holds(
        &stderr,
        &[
            "error: log.ndjson:6:13: not an entry of an archive",
            "help: an entry of HAR 1.2",
        ],
    );
    assert_eq!(folder.read("report"), before, "nothing is half written");
    let files = fs::read_dir(&folder.0)
        .expect("the folder is there")
        .count();
    assert_eq!(files, 3, "and nothing is left over");
}

/// A report goes where the place leads, and the place stays what it was.
#[cfg(unix)]
#[test]
fn a_report_replaces_no_link_and_no_device() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new("links", &log());
    folder.write("real", "");
    symlink("real", folder.0.join("link")).expect("a link is made");
    symlink("/dev/stdout", folder.0.join("device")).expect("a link is made");
    let (_, expected, _) = folder.run("");
    assert_eq!(folder.run("--output link").1, "");
    assert_eq!(folder.read("real"), expected);
    assert_eq!(folder.run("--output device").1, expected);
    for link in ["link", "device"] {
        assert!(folder.0.join(link).is_symlink(), "{link}");
    }
}

#[test]
fn several_documents_share_one_log() {
    let mut log = log();
    log.push(entry("dogs.example.com/dogs", "application/json", "{}"));
    let folder = Folder::new("several", &log);
    let dogs = "openapi: 3.0.3\npaths: {/dogs: {get: {operationId: listDogs, responses: {'200': {description: Dogs.}}}}}\n";
    folder.write("specs/dogs.yaml", dogs);
    let (code, stdout, _) =
        folder.run("--spec specs/cats.yaml --spec specs/dogs.yaml --format json");
    assert_eq!(code, Some(1));
    let row = |path: &str, verdict: &str| {
        let rows = stdout
            .lines()
            .filter(|line| line.contains(&format!("\"path\":\"{path}\"")));
        rows.filter(|line| line.contains(verdict)).count()
    };
    assert_eq!(row("/dogs", "\"verdict\":\"undocumented\""), 1, "{stdout}");
    assert_eq!(row("/dogs", "\"reason\":\"other-host\""), 1, "{stdout}");
    assert_eq!(
        row("/cats/7", "\"reason\":\"other-document\""),
        1,
        "{stdout}"
    );
    assert_eq!(
        folder.run("--operation listDogs").0,
        Some(0),
        "documents without it are left out"
    );
}
