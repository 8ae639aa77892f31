//! Redaction leaves no secret anywhere in a file, and changes no verdict.

#[path = "redaction/leaks.rs"]
mod leaks;

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use bindery_contract::{
    Body, Checker, Document, Kind, Options, Pointer, Recording, Redaction, Request, Response,
    Verdict, redact,
};
use proptest::{collection, prelude::*, sample::select};

const SPEC: &str = r##"
openapi: 3.0.3
info: {title: People, version: "1"}
servers: [{url: https://api.example.com/v1}]
paths:
  /people/{person}:
    post:
      operationId: changePerson
      parameters:
        - {name: person, in: path, required: true, schema: {type: string, x-personal: true}}
        - {name: limit, in: query, schema: {type: integer, maximum: 50}}
        - {name: near, in: query, schema: {type: array, items: {type: string, x-personal: true}}}
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Person"}}
          application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Person"}}
          multipart/form-data: {schema: {$ref: "#/components/schemas/Person"}}
      responses:
        "200":
          description: The person.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Person"}}
        4XX:
          description: A refusal.
          content:
            application/json: {schema: {type: object, properties: {message: {type: string}}}}
            text/plain: {schema: {type: string}}
components:
  schemas:
    Person:
      type: object
      required: [id]
      properties:
        id: {type: string, minLength: 8, x-personal: true}
        email: {type: string, format: email, x-personal: true}
        site: {type: string, format: uri, x-personal: true}
        born: {type: string, format: date, nullable: true, x-personal: true}
        seen: {type: string, format: date-time, x-personal: true}
        card: {type: string, pattern: "^[0-9]{4}-[0-9]{4}$", x-personal: true}
        number: {type: integer, minimum: 1000000, maximum: 9999999, multipleOf: 3, x-personal: true}
        gender: {type: string, enum: [female, male, other], x-personal: true}
        active: {type: boolean, x-personal: true}
        pin: {type: string, format: password, minLength: 4}
        key: {$ref: "#/components/schemas/Key"}
        tags: {type: array, uniqueItems: true, items: {type: string}}
        address: {type: object, x-personal: true}
        friends: {type: array, items: {$ref: "#/components/schemas/Person"}}
        note: {type: string}
    Key:
      oneOf:
        - {type: string, format: password, pattern: "^sk_live_[a-z0-9]+$"}
        - {type: integer}
"##;

fn document() -> Document {
    Document::parse("people.yaml", SPEC).expect("the document is one")
}

/// What a run of redaction with a fixed seed leaves, as files.
fn files(document: &Document, recordings: Vec<Recording>, settings: &Redaction) -> Vec<String> {
    let count = recordings.len();
    let redacted = redact(document, recordings, settings);
    assert_eq!(redacted.refused, []);
    assert_eq!(redacted.recordings.len(), count);
    redacted.recordings.iter().map(Recording::to_yaml).collect()
}

fn exchange(request: Request, status: u16, body: &str) -> Recording {
    let mut recording =
        Recording::invented("exchange", request, Some(Response::new(status).json(body)));
    recording.recorded.source = bindery_contract::Source::Live;
    recording.recorded.reference = "https://api.example.com".into();
    recording
}

fn person(body: &str) -> Recording {
    exchange(Request::new("POST", "/v1/people/usr_1a2B3c4D"), 200, body)
}

#[track_caller]
fn holds_none(file: &str, secrets: &[&str]) {
    for secret in secrets {
        assert!(!file.contains(secret), "{secret} in:\n{file}");
    }
}

#[test]
fn what_is_secret_or_personal_is_replaced_and_all_else_stays() {
    let body = r#"{"id": "usr_1a2B3c4D", "email": "jo@acme.io", "born": "1987-06-05", "tags": ["a"],
        "site": "https://acme.io/jo", "seen": "2024-05-06T07:08:09Z", "card": "1234-5678",
        "number": 7654320, "gender": "male", "active": true, "pin": "47a11", "key": "sk_live_9z8y7x",
        "address": {"street": "Elm Row", "no": 1298, "geo": [51.5074, -0.1278], "to": null},
        "friends": [{"id": "usr_9z8Y7x6W"}], "note": "call jo@acme.io, not acme"}"#;
    let secrets = [
        "usr_1a2B3c4D",
        "jo@acme.io",
        "1987-06-05",
        "acme.io/jo",
        "07:08:09",
        "1234-5678",
        "7654320",
        "\"male\"",
        "47a11",
        "9z8y7x",
        "Elm",
        "1298",
        "51.5074",
        "usr_9z8Y7x6W",
    ];
    let document = document();
    let found = files(&document, vec![person(body)], &Redaction::default());
    holds_none(&found[0], &secrets);
    for kept in [
        "path: \"/v1/people/usr_",
        "\"tags\": [\n        \"a\"\n      ]",
        "\"active\": false",
        "\"gender\": \"female\"",
        "\"to\": null",
        "not acme\"",
        "@example.com, not",
        "\"pin\": \"redacted-",
        "\"key\": \"sk_live_",
    ] {
        assert!(found[0].contains(kept), "{kept} in:\n{}", found[0]);
    }
    let mut keep = Redaction::default();
    keep.keep_personal = true;
    let found = files(&document, vec![person(body)], &keep);
    holds_none(&found[0], &["47a11", "9z8y7x"]);
    assert!(found[0].contains("jo@acme.io") && found[0].contains("\"gender\": \"male\""));
    keep.also = vec!["note".to_owned(), "/friends/*/id".to_owned()];
    let found = files(&document, vec![person(body)], &keep);
    holds_none(&found[0], &["call jo", "usr_9z8Y7x6W"]);
}

#[test]
fn a_secret_of_one_exchange_is_replaced_in_all_others() {
    let echo = |text: &str| {
        let body = serde_json::json!({ "message": text }).to_string();
        exchange(Request::new("POST", "/v1/people/usr_1a2B3c4D"), 400, &body)
    };
    let mut last = person(r#"{"id": "usr_1a2B3c4D"}"#);
    let basic = format!("Basic {}", STANDARD.encode("jo-admin:s3cr3t/+x"));
    last.request
        .headers
        .push(("Authorization".to_owned(), basic.clone()));
    last.request.headers.push((
        "Cookie".to_owned(),
        "sid=cook1e5!; theme=d4rkness".to_owned(),
    ));
    last.request
        .query
        .push(("api_key".to_owned(), "k3y-in-query".to_owned()));
    let found = files(
        &document(),
        vec![
            echo("s3cr3t/+x and s3cr3t%2F%2Bx and s3cr3t\\/+x"),
            echo(&format!("{basic} of jo-admin, k3y-in-query, cook1e5!")),
            echo(r#"{"wrapped": "{\"sid\": \"cook1e5!\", \"who\": \"usr_1a2B3c4D\"}"}"#),
            last,
        ],
        &Redaction::default(),
    );
    for file in &found {
        holds_none(
            file,
            &[
                "s3cr3t",
                &basic[6..],
                "jo-admin",
                "k3y-in-query",
                "cook1e5",
                "usr_1a2B3c4D",
            ],
        );
    }
    let stand_in = |file: &str| {
        file.split("/v1/people/")
            .nth(1)
            .map(|rest| rest[..12].to_owned())
    };
    assert_eq!(stand_in(&found[0]), stand_in(&found[3]));
    assert!(found[2].contains(&stand_in(&found[0]).expect("a path")[..]));
}

/// A body of parts, and its media type.
fn multipart(parts: &[(&str, &str)]) -> (String, Body) {
    let parts = parts.iter().map(|(name, value)| {
        format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    });
    let text = parts.collect::<String>() + "--B--\r\n";
    let kind = "multipart/form-data; boundary=B".to_owned();
    (kind, Body::new("parts", text))
}

#[test]
fn fields_and_parts_are_redacted_by_their_schemas() {
    let fields = [
        ("id", "usr_1a2B3c4D"),
        ("email", "jo@acme.io"),
        ("pin", "47a11"),
        ("number", "7654320"),
        ("address", r#"{"street": "Elm Row"}"#),
        ("note", "call jo@acme.io, not acme"),
        ("usr_1a2B3c4D", "an unknown field"),
    ];
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let form = Body::new("form", form);
    let form = ("application/x-www-form-urlencoded".to_owned(), form);
    for (kind, body) in [multipart(&fields), form] {
        let mut recording = person(r#"{"id": "usr_1a2B3c4D"}"#);
        recording
            .request
            .headers
            .push(("content-type".to_owned(), kind));
        recording.request.body = Some(body);
        let found = files(&document(), vec![recording], &Redaction::default());
        let secrets = [
            "usr_1a2B3c4D",
            "acme.io",
            "jo%40",
            "47a11",
            "7654320",
            "Elm",
        ];
        holds_none(&found[0], &secrets);
        for kept in ["street", "not", "an", "unknown", "call"] {
            assert!(found[0].contains(kept), "{kept} in:\n{}", found[0]);
        }
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn parts_that_are_no_texts_as_they_stand_are_refused() {
    let part = "Content-Disposition: form-data; name=\"id\"";
    let cases = [
        ("; boundary=B", format!("--B\r\n{part}\r\n\r\n1\r\n"), "no closing delimiter"),
        ("", format!("--B\r\n{part}\r\n\r\n1\r\n--B--"), "no boundary"),
        ("; boundary=B", format!("--B\r\n{part}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=31\r\n--B--"), "an encoding"),
        ("; boundary=B", format!("--B\r\n{part}\r\nContent-Type: multipart/mixed; boundary=C\r\n\r\n--C--\r\n--B--"), "parts within a part"),
        ("; boundary=B", "--B\r\nContent-Type: text/plain\r\n\r\n1\r\n--B--".to_owned(), "a part without a name"),
    ];
    for (parameters, body, case) in cases {
        let request = Request::new("POST", "/v1/people/1").body(format!("multipart/form-data{parameters}"), body);
        let redacted = redact(&document(), vec![exchange(request, 200, "{}")], &Redaction::default());
        assert!(redacted.recordings.is_empty(), "{case}");
        let message = redacted.refused[0].to_string();
        assert!(message.contains("the request body has parts that cannot be looked into"), "{case}: {message}");
    }
}

#[test]
fn what_cannot_be_replaced_is_refused_with_its_place_and_without_its_value() {
    let spec = SPEC.replace(
        "pattern: \"^[0-9]{4}-[0-9]{4}$\"",
        "pattern: \"^1234-5678$\"",
    );
    let document = Document::parse("people.yaml", spec).expect("the document is one");
    let body = r#"{"id": "usr_1a2B3c4D", "card": "1234-5678"}"#;
    let redacted = redact(&document, vec![person(body)], &Redaction::default());
    assert_eq!(redacted.recordings.len(), 0);
    let message = redacted.refused[0].to_string();
    assert!(message.starts_with("people.yaml:39:"), "{message}");
    assert!(
        message.contains("`POST /people/{person}` in the body at `/card`"),
        "{message}"
    );
    assert!(
        message.contains("help: ") && !message.contains("1234"),
        "{message}"
    );
}

/// A value that no document, shape or stand-in has by itself.
fn secret() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        8 => "[a-zA-Z0-9]",
        1 => select(vec!["/", "+", "\"", "\\", " ", "é", "%", "&", "=", "\u{1f511}", "\n", "'", "."]).prop_map(str::to_owned),
    ];
    collection::vec(sign, 10..24).prop_map(|signs| format!("Zq{}9x", signs.concat()))
}

/// Where a secret is put.
#[derive(Debug, Clone, Copy)]
enum Place {
    Authorization,
    Basic,
    Cookie,
    ApiKey,
    SetCookie,
    Query,
    Path,
    Field,
    Nested,
    Personal,
    Form,
    Part,
    PartOfObject,
}

const PLACES: [Place; 13] = [
    Place::Authorization,
    Place::Basic,
    Place::Cookie,
    Place::ApiKey,
    Place::SetCookie,
    Place::Query,
    Place::Path,
    Place::Field,
    Place::Nested,
    Place::Personal,
    Place::Form,
    Place::Part,
    Place::PartOfObject,
];

/// An exchange that has a secret in its place, and echoes it in other ways.
fn seeded(place: Place, secret: &str, echo: &str) -> Recording {
    let percent = percent_encoding::utf8_percent_encode(secret, percent_encoding::NON_ALPHANUMERIC);
    let mut path = "/v1/people/usr_1a2B3c4D".to_owned();
    let mut body =
        serde_json::json!({ "id": "usr_1a2B3c4D", "tags": ["a", "b", "a"], "unknown": 1 });
    let mut answer = serde_json::json!({
        "id": "short", "note": format!("<{echo}>"), "born": "1999-99-99", "tags": [echo, "b"],
        "more": { "text": format!("{{\"a\": {}}}", serde_json::json!(echo)), "cut": format!("see {}", serde_json::json!(echo)), "base": STANDARD.encode(format!("u:{echo}")) },
        "url": format!("https://x.example/?a={}", percent_encoding::utf8_percent_encode(echo, percent_encoding::NON_ALPHANUMERIC)),
    });
    let mut headers: Vec<(&str, String)> = Vec::new();
    let mut set_cookie = String::new();
    let mut query = vec![("limit", "99".to_owned())];
    let safe = STANDARD.encode(secret);
    match place {
        Place::Authorization => headers.push(("authorization", format!("Bearer {secret}"))),
        Place::Basic => headers.push((
            "Authorization",
            format!("Basic {}", STANDARD.encode(format!("user:{secret}"))),
        )),
        Place::Cookie => headers.push(("cookie", format!("a=1; sid={secret}"))),
        Place::ApiKey => headers.push(("X-Api-Key", secret.to_owned())),
        Place::SetCookie => set_cookie = format!("sid={secret}; Path=/"),
        Place::Query => query.push(("access_token", secret.to_owned())),
        Place::Path => path = format!("/v1/people/{percent}"),
        Place::Field => body["pin"] = secret.into(),
        Place::Nested => {
            answer["friends"] =
                serde_json::json!([{ "id": "usr_12345678", "clientSecret": { "value": secret } }]);
        }
        Place::Personal => answer["address"] = serde_json::json!({ "lines": [secret, safe] }),
        Place::Form | Place::Part | Place::PartOfObject => {}
    }
    let mut request = Request::new("POST", path);
    for (name, value) in query {
        request = request.query(name, value);
    }
    if matches!(place, Place::Form) {
        headers.push((
            "content-type",
            "application/x-www-form-urlencoded".to_owned(),
        ));
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("id", "usr_1a2B3c4D")
            .append_pair("password", secret)
            .finish();
        request.body = Some(Body::new("form", form));
    } else if matches!(place, Place::Part | Place::PartOfObject) {
        let address = serde_json::json!({ "lines": [secret] }).to_string();
        let last = match place {
            Place::Part => ("password", secret),
            _ => ("address", address.as_str()),
        };
        let parts = [("id", "usr_1a2B3c4D"), ("note", echo), last];
        let (kind, body) = multipart(&parts);
        headers.push(("content-type", kind));
        request.body = Some(body);
    } else {
        request = request.json(body.to_string());
    }
    request.headers.extend(
        headers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value)),
    );
    let mut recording = exchange(request, 200, &answer.to_string());
    if let Some(response) = recording
        .response
        .as_mut()
        .filter(|_| !set_cookie.is_empty())
    {
        response.headers.push(("set-cookie".to_owned(), set_cookie));
    }
    recording
}

/// Every way in which a text may be written in a file.
fn spellings(secret: &str) -> Vec<String> {
    let json = serde_json::json!(secret).to_string();
    let json = json[1..json.len() - 1].to_owned();
    let twice = serde_json::json!(json).to_string();
    let mut found = vec![
        secret.to_owned(),
        twice[1..twice.len() - 1].to_owned(),
        json,
        percent_encoding::utf8_percent_encode(secret, percent_encoding::NON_ALPHANUMERIC)
            .to_string(),
        form_urlencoded::byte_serialize(secret.as_bytes()).collect(),
    ];
    // In base64 a text looks in three ways, of which the outer letters depend on its neighbours.
    for shift in 0..3 {
        let encoded = STANDARD.encode(format!("{}{secret}", "_".repeat(shift)));
        found.push(encoded[4..encoded.len() - 4].to_owned());
    }
    found
}

/// What a claim is called, and how it reads.
type Claim = (Kind, Pointer, String);

/// The verdict on each exchange with how many claims it contradicts, and how often each claim is.
fn judged(
    document: &Document,
    recordings: &[Recording],
) -> (Vec<(Verdict, usize)>, BTreeMap<Claim, usize>) {
    let entries = recordings
        .iter()
        .map(|recording| Ok(recording.clone().into()));
    let mut verdicts = Vec::new();
    let checker = Checker::new(document, &Options::default());
    let report = checker.check_each(&[], entries, |exchange| {
        verdicts.push((exchange.verdict, exchange.findings.len()));
        Ok(())
    });
    let findings = report
        .expect("nothing is read that could fail")
        .findings
        .into_iter();
    let claim = |finding: bindery_contract::Finding| {
        let claim = (
            finding.kind,
            finding.document.pointer,
            finding.document.label,
        );
        (claim, finding.count)
    };
    (verdicts, findings.map(claim).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_seeded_secret_is_left_and_no_verdict_is_changed(
        secrets in collection::vec(secret(), PLACES.len()),
        shift in 0..PLACES.len(),
        seed in any::<u64>(),
    ) {
        let document = document();
        // Each exchange echoes what another one has in its place.
        let recordings: Vec<Recording> = PLACES.iter().enumerate().map(|(index, place)| {
            seeded(*place, &secrets[index], &secrets[(index + shift) % secrets.len()])
        }).collect();
        let mut settings = Redaction::default();
        settings.seed = Some(seed);
        let before = judged(&document, &recordings);
        let files = files(&document, recordings, &settings);
        for file in &files {
            for secret in &secrets {
                for spelling in spellings(secret) {
                    prop_assert!(!file.contains(&spelling), "{spelling} in:\n{file}");
                }
            }
        }
        let read: Vec<Recording> = files.iter().map(|file| Recording::parse("file", file.clone()).unwrap_or_else(|error| panic!("{error}\n{file}"))).collect();
        prop_assert_eq!(before, judged(&document, &read));
    }

    #[test]
    fn any_text_is_written_so_that_it_reads_as_it_was(
        text in prop_oneof!["\\PC{0,40}", "[ \\n\\t\\r:#|>'\"{}a-]{0,20}", any::<String>()],
    ) {
        let mut recording = exchange(Request::new("GET", "/v1/people/1").query("q", &*text), 400, "{}");
        let response = recording.response.as_mut().expect("it has a response");
        response.headers = vec![("content-type".to_owned(), "text/plain".to_owned()), ("x-any".to_owned(), text.clone())];
        response.body = Some(Body::new("body", &*text));
        // Redaction may find something to replace, but stops at nothing.
        redact(&document(), vec![recording.clone()], &Redaction::default());
        let file = recording.to_yaml();
        let read = Recording::parse("file", &*file).unwrap_or_else(|error| panic!("{error}\n{file}"));
        prop_assert_eq!(&read.request.query[0].1, &text);
        let response = read.response.expect("it has a response");
        prop_assert_eq!(&response.headers[1].1, &text);
        let body = response.body.expect("it has a body");
        prop_assert_eq!(body.text(), &text);
    }
}
