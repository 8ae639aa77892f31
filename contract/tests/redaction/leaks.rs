//! A value that is known from one exchange is left nowhere in another, whatever form it has there.

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use bindery_contract::{Document, Recording, Redaction, Request, Response, Source, check, redact};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

const SPEC: &str = r"openapi: 3.0.3
servers: [{url: https://api.example.com/v1}]
paths:
  /seed:
    post:
      parameters: [{name: filter, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Owner'}}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
      responses: {'204': {description: Done., headers: {X-Owner: {$ref: '#/components/headers/Owner'}}}}
  /notes/{note}:
    post:
      parameters:
        - {name: note, in: path, required: true, schema: {type: string}}
        - {name: X-Note, in: header, schema: {type: string}}
      requestBody: {content: {application/json: {}, application/x-www-form-urlencoded: {}, text/plain: {}}}
      responses:
        '200':
          description: The note.
          headers: {X-Note: {schema: {type: string}}}
          content: {application/json: {}, text/plain: {}, text/html: {}, application/xml: {}}
components:
  headers:
    Owner: {schema: {type: string, x-personal: true}}
  schemas:
    Owner: {type: object, properties: {name: {type: string, x-personal: true}, pin: {type: string, format: password}}}
";

type Form = (&'static str, fn(&str) -> String);

/// The forms that a value is found in.
const FORMS: [Form; 16] = [
    ("as it is", str::to_owned),
    ("percent-encoded", percent),
    ("percent-encoded twice", |text| percent(&percent(text))),
    ("in a form", form),
    ("escaped", escaped),
    ("escaped twice", |text| escaped(&escaped(text))),
    ("escaped by codes", |text| {
        let units = text.encode_utf16();
        let codes: Vec<String> = units.map(|unit| format!("\\u{unit:04X}")).collect();
        codes.concat()
    }),
    ("escaped and percent-encoded", |text| {
        percent(&escaped(text))
    }),
    ("in markup", |text| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        text.replace('"', "&quot;").replace('>', "&gt;")
    }),
    ("in markup by codes", |text| {
        let codes = text
            .chars()
            .map(|sign| format!("&#x{:x};", u32::from(sign)));
        codes.collect::<Vec<String>>().concat()
    }),
    ("in base64", |text| STANDARD.encode(text)),
    ("in base64 behind something", |text| {
        STANDARD.encode(format!("u:{text}"))
    }),
    ("in base64 for URLs", |text| {
        URL_SAFE_NO_PAD.encode(format!("{{\"a\":\"{text}\"}}"))
    }),
    ("in base64 behind a path", |text| {
        format!("ab/{}", STANDARD.encode(text))
    }),
    ("in hexadecimal", |text| hex(text).to_lowercase()),
    ("in hexadecimal capitals", hex),
];

fn percent(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn form(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn escaped(text: &str) -> String {
    let quoted = serde_json::json!(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

fn hex(text: &str) -> String {
    let digits: Vec<String> = text.bytes().map(|byte| format!("{byte:02X}")).collect();
    digits.concat()
}

/// Exchanges that show a text in every place that one has.
fn shown(text: &str) -> Vec<(&'static str, Recording)> {
    let post = |path: &str| Request::new("POST", path);
    let note = || post("/v1/notes/1");
    let done = || Response::new(200).body("text/plain", "Done.");
    let ask = |request: Request| Recording::invented("case", request, Some(done()));
    let say = |response: Response| Recording::invented("case", note(), Some(response));
    let json = serde_json::json!({ "text": format!("<{text}>") });
    let list: Vec<(&str, Recording)> = vec![
        ("a query", ask(note().query("q", format!("see {text}")))),
        ("a query's name", ask(note().query(text, "1"))),
        ("a path", ask(post(&format!("/v1/notes/{}", percent(text))))),
        (
            "a path of no operation",
            ask(post(&format!("/v1/{}", percent(text)))),
        ),
        ("a header", ask(note().header("X-Note", text))),
        (
            "a header of any name",
            ask(note().header("x-note", format!("a {text}; b"))),
        ),
        (
            "a text",
            ask(note().body("text/plain", format!("see {text}."))),
        ),
        (
            "a field",
            ask(note().body(
                "application/x-www-form-urlencoded",
                format!("a={}", form(text)),
            )),
        ),
        (
            "a field's name",
            ask(note().body(
                "application/x-www-form-urlencoded",
                format!("{}=1", form(text)),
            )),
        ),
        ("JSON", ask(note().json(json.to_string()))),
        (
            "an answer in JSON",
            say(Response::new(200).json(json.to_string())),
        ),
        (
            "a name in JSON",
            say(Response::new(200).json(serde_json::json!({ "a": { text: 1 } }).to_string())),
        ),
        (
            "JSON in JSON",
            say(Response::new(200).json(serde_json::json!({ "a": json.to_string() }).to_string())),
        ),
        (
            "broken JSON",
            say(Response::new(200).json(format!("{{\"a\": \"{text}\""))),
        ),
        (
            "a page",
            say(Response::new(200).body("text/html", format!("<p title='{text}'>{text}</p>"))),
        ),
        (
            "XML",
            say(Response::new(200).body("application/xml", format!("<a>{text}</a>"))),
        ),
        ("a header of the answer", say(done().header("x-note", text))),
        (
            "a link",
            say(done().header("Location", format!("https://x.example/?a={text}"))),
        ),
    ];
    list
}

/// All texts that a file holds, as whoever reads it sees them.
fn texts(recording: &Recording) -> Vec<String> {
    let request = &recording.request;
    let response = recording.response.iter();
    let headers = response.clone().flat_map(|response| &response.headers);
    let pairs = request.query.iter().chain(&request.headers).chain(headers);
    let mut texts: Vec<String> = pairs
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    texts.push(request.path.clone());
    let bodies = request
        .body
        .iter()
        .chain(response.filter_map(|response| response.body.as_ref()));
    texts.extend(bodies.map(|body| body.text().to_owned()));
    texts
}

/// Redacts the exchange that tells of a value together with others that show it in all places and
/// forms, and looks for it in the files.
#[track_caller]
fn is_gone(seed: &Recording, shown_as: &str, gone: &[&str]) {
    let document = Document::parse("notes.yaml", SPEC).expect("the document is one");
    let live = |mut recording: Recording| {
        recording.recorded.source = Source::Live;
        recording.recorded.reference = "https://api.example.com".into();
        recording
    };
    for (form, write) in FORMS {
        let cases = shown(&write(shown_as));
        let (places, mut recordings): (Vec<&str>, Vec<Recording>) = cases.into_iter().unzip();
        recordings.push(seed.clone());
        let recordings: Vec<Recording> = recordings.into_iter().map(live).collect();
        let before = check(&document, &recordings);
        let sources: Vec<String> = recordings
            .iter()
            .map(|recording| texts(recording).concat() + &recording.to_yaml())
            .collect();
        let redacted = redact(&document, recordings, &Redaction::default());
        assert_eq!(redacted.refused, [], "{form}");
        let after = check(&document, &redacted.recordings);
        assert_eq!(before.findings.len(), after.findings.len(), "{form}");
        for (index, recording) in redacted.recordings.iter().enumerate() {
            let file = recording.to_yaml();
            let read =
                Recording::parse("file", &*file).unwrap_or_else(|error| panic!("{error}\n{file}"));
            let place = places.get(index).unwrap_or(&"its own place");
            for text in texts(&read).iter().chain([&file]) {
                for part in gone {
                    for (_, write) in FORMS {
                        let part = write(part);
                        // What was not there has not stayed: a few letters may come up by chance.
                        let stayed = sources[index].contains(&part) && text.contains(&part);
                        assert!(!stayed, "{part}, {form} in {place}:\n{file}");
                    }
                }
            }
        }
    }
}

fn seed(request: Request) -> Recording {
    Recording::invented("seed", request, Some(Response::new(204)))
}

#[test]
fn a_secret_is_left_in_no_place_and_no_form() {
    let secret = "s3cr3t/\"+é&<x>";
    let bearer =
        Request::new("POST", "/v1/seed").header("Authorization", format!("Bearer {secret}"));
    is_gone(&seed(bearer), secret, &[secret]);
    let short = Request::new("POST", "/v1/seed").json(r#"{"pin": "q7x9"}"#);
    is_gone(&seed(short), "q7x9", &["q7x9"]);
}

#[test]
fn a_person_is_left_in_no_place_and_no_form() {
    let name = "Mia Schneider";
    let body = serde_json::json!({ "name": name }).to_string();
    let seed = seed(Request::new("POST", "/v1/seed").json(body));
    is_gone(&seed, name, &["Mia", "Schneider"]);
    is_gone(&seed, "Hello Mia!", &["Mia"]);
    is_gone(&seed, "MIA SCHNEIDER", &["MIA", "SCHNEIDER"]);
    is_gone(&seed, "mia.schneider@acme.example", &["mia", "schneider"]);
    is_gone(&seed, "/people/mia-schneider/", &["mia", "schneider"]);
}

#[test]
fn a_person_is_known_by_every_place_that_the_document_marks() {
    let name = "Mia Schneider";
    let seeds = [
        seed(Request::new("POST", "/v1/seed").query("filter[name]", name)),
        Recording::invented(
            "seed",
            Request::new("POST", "/v1/seed"),
            Some(Response::new(204).header("x-owner", name)),
        ),
    ];
    for seed in seeds {
        is_gone(&seed, name, &["Schneider"]);
    }
}

/// A credential that stands in running text, by itself.
#[test]
#[rustfmt::skip] // One case, one line.
fn a_credential_is_known_by_its_shape_wherever_it_stands() {
    let cases = [
        ("https://SEEDuser:SEEDpw@host.example/p", "SEED"),
        ("postgres://SEEDuser:SEEDpw@db", "SEED"),
        ("Authorization: Bearer SEEDinline", "SEED"),
        ("/p;jsessionid=SEED0A1B", "SEED"),
        ("sk_live_4eC39HqLyjWDarjtT1zdp7dc", "4eC39"),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "16C7e42F"),
        ("AKIAIOSFODNN7EXAMPLE", "IOSFODNN7"),
        ("xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzzqgy", "pdFZKVeTuE8"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl", "eyJzdWIi"),
        ("-----BEGIN PRIVATE KEY-----\nMIIBSEED\n-----END PRIVATE KEY-----", "MIIBSEED"),
    ];
    let document = Document::parse("notes.yaml", SPEC).expect("the document is one");
    for (text, secret) in cases {
        let body = serde_json::json!({ "text": format!("see {text} there"), "note": text }).to_string();
        let link = text.replace('\n', " ");
        let answer = Response::new(200).json(&*body).header("Location", &*link);
        let request = Request::new("POST", "/v1/notes/1").json(&*body).query("q", &*link);
        let recording = Recording::invented("case", request, Some(answer));
        let redacted = redact(&document, vec![recording], &Redaction::default());
        assert_eq!(redacted.refused, [], "{text}");
        let file = redacted.recordings[0].to_yaml();
        assert!(!file.contains(secret), "{text}:\n{file}");
    }
}

/// What the document marks, and what must be gone from an exchange that holds it.
#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_marked_is_left_in_no_name_and_no_case() {
    let cases = [
        ("{type: object, x-personal: true, additionalProperties: {type: string}}", r#"{"a": {"mia@acme.example": "x7", "Mia S.": "y8"}, "b": "of Mia S."}"#, &["acme", "Mia"][..]),
        ("{type: object, additionalProperties: {type: string, x-personal: true}}", r#"{"a": {"home": "Elm Row 7"}}"#, &["Elm"]),
        ("{type: string, x-personal: true}", r#"{"a": "mail@person.example", "b": "to mail@PERSON.example, MAIL@person.EXAMPLE"}"#, &["PERSON", "person", "MAIL"]),
        ("{type: string, format: ipv4, x-personal: true}", r#"{"a": "203.0.113.77"}"#, &["203.0.113.77"]),
        ("{type: string, format: ipv6, x-personal: true}", r#"{"a": "2001:db8::8a2e:370:7334"}"#, &["8a2e"]),
        ("{type: string, format: byte, x-personal: true}", r#"{"a": "U0VFRA=="}"#, &["U0VFRA"]),
        ("{type: string, format: uuid, x-personal: true}", r#"{"a": "9763caa1-cef3-497f-b3b2-f551456b2831"}"#, &["9763caa1"]),
        ("{type: string, format: password, pattern: '^[0-9a-f]+-'}", r#"{"a": "9763caa1-cef3-497f-b3b2-f551456b2831"}"#, &["9763caa1"]),
    ];
    for (schema, body, gone) in cases {
        let spec = format!("openapi: 3.0.3\npaths: {{/a: {{get: {{responses: {{'200': {{description: A., content: {{application/json: {{schema: {{type: object, properties: {{a: {schema}, b: {{type: string}}}}}}}}}}}}}}}}}}}}\n");
        let document = Document::parse("a.yaml", spec).expect("the document is one");
        for seed in 0..60 {
            let recording = Recording::invented("case", Request::new("GET", "/a"), Some(Response::new(200).json(body)));
            let mut settings = Redaction::default();
            settings.seed = Some(seed);
            let redacted = redact(&document, vec![recording], &settings);
            assert_eq!(redacted.refused, [], "{schema}, {seed}");
            let file = redacted.recordings[0].to_yaml();
            for part in gone {
                assert!(!file.contains(part), "{part} of {schema}:\n{file}");
            }
        }
    }
}
