//! Files that a browser saved.

use std::fs;

use base64::{Engine, engine::general_purpose::STANDARD};

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

/// An archive whose secrets stand in every place that an entry has.
fn seeded() -> serde_json::Value {
    let pair = |name: &str, value: &str| serde_json::json!({ "name": name, "value": value });
    let entry = |url: &str, sent: serde_json::Value, kind: &str, content: serde_json::Value| {
        let mut content = content;
        content["mimeType"] = kind.into();
        serde_json::json!({
            "startedDateTime": "2024-05-06T07:08:09.123+02:00", "serverIPAddress": "10.0.0.7", "comment": "t0k3n-of-jo",
            "request": {
                "method": "GET", "url": format!("https://api.example.com/v1/people/{url}"),
                "headers": [
                    pair("Authorization", "Bearer t0k3n-of-jo"),
                    pair("Cookie", "sid=c00kie-of-jo"),
                    pair("Referer", "https://api.example.com/?token=t0k3n-of-jo"),
                ],
                "cookies": [pair("sid", "c00kie-of-jo")],
                "postData": sent,
            },
            "response": {
                "status": 404,
                "headers": [
                    pair("Set-Cookie", "sid=c00kie-of-jo; Path=/"),
                    pair("Location", "https://api.example.com/v1/people/usr_9z8Y7x6W?t=t0k3n%2Dof%2Djo"),
                ],
                "content": content,
            },
        })
    };
    let none = || serde_json::Value::Null;
    let form = serde_json::json!({
        "mimeType": "application/x-www-form-urlencoded",
        "params": [pair("password", "hunter2hunter2"), pair("id", "usr_9z8Y7x6W")],
    });
    let packed = "{\"why\": \"t0k3n-of-jo, hunter2hunter2 and usr_9z8Y7x6W\"}";
    let packed = STANDARD.encode(packed);
    let text = |text: &str| serde_json::json!({ "text": text });
    let entries = [
        entry("usr_9z8Y7x6W", form, "text/plain", text("no c00kie-of-jo")),
        entry(
            "usr_9z8Y7x6W?access_token=t0k3n-of-jo",
            none(),
            "application/json",
            serde_json::json!({ "text": packed, "encoding": "base64" }),
        ),
        entry(
            "usr_9z8Y7x6W?a=1",
            none(),
            "text/plain",
            text("aHVudGVyMmh1bnRlcjI=, %75sr_9z8Y7x6W"),
        ),
        entry("usr_9z8Y7x6W/t0k3n-of-jo", none(), "text/plain", text("")),
    ];
    serde_json::json!({ "log": { "entries": entries } })
}

#[test]
fn a_secret_of_an_archive_is_left_in_no_file_and_no_message() {
    let folder = Folder::new("import-seeded");
    fs::write(folder.0.join("visit.har"), seeded().to_string()).expect("the file is written");
    let (code, output) = folder.run("import visit.har");
    assert_eq!(code, Some(1), "{output}");
    assert!(
        output.contains("3 exchanges written, 0 known already, 1 left out; "),
        "{output}"
    );
    folder.holds_no_secret(&output);
    assert!(
        folder.read(VISITED[2]).contains("at: \"2024-05-06\""),
        "the day of the exchange"
    );
    // The same entries, each broken in another way.
    for (place, value) in [
        ("/request/headers", "Bearer t0k3n-of-jo"),
        ("/request/url", "hunter2hunter2"),
        ("/request/postData", "hunter2hunter2"),
        ("/response/status", "t0k3n-of-jo"),
    ] {
        let mut archive = seeded();
        let at = format!("/log/entries/1{place}");
        *archive.pointer_mut(&at).expect("the entry has it") = value.into();
        fs::write(folder.0.join("bad.har"), archive.to_string()).expect("the file is written");
        for command in [
            "import bad.har",
            "validate --recordings bad.har",
            "coverage --recordings bad.har",
        ] {
            let (code, output) = folder.run(command);
            assert_eq!(code, Some(2), "{command} {place}: {output}");
            folder.holds_no_secret(&output);
        }
    }
    assert_eq!(folder.files().len(), 3, "a broken archive adds nothing");
}

#[test]
fn what_is_to_be_redacted_and_is_nowhere_is_said() {
    let folder = Folder::new("import-unused");
    fs::write(folder.0.join("visit.har"), har()).expect("the file is written");
    let (code, output) =
        folder.run("import visit.har --redact nosuch --redact /bad/pointer --redact /scores/0");
    assert_eq!(code, Some(0), "{output}");
    for unused in ["nosuch", "/bad/pointer"] {
        let warning = format!("warning: `--redact {unused}` fits nothing");
        assert!(output.contains(&warning), "{output}");
    }
    assert_eq!(output.matches("warning: ").count(), 2, "{output}");
}
