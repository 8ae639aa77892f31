//! Files that a browser saved.

use std::fs;

use super::bench::{Folder, PERSON, VISITED};

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
