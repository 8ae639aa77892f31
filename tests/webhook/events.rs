//! The events of the documents: each is one of its provider's enum, fits the document, and is read
//! without loss; any other is kept.

use bindery::{chakra, gigs, thumbtack, webhook::Event};
use bindery_contract::{Document, Recording, Request, Response, Severity, check};
use serde_json::{Value, json};

/// A message as Thumbtack's page shows it: <https://developers.thumbtack.com/docs/messages>.
fn message() -> Value {
    json!({
        "messageID": "519153481515696128",
        "negotiationID": "519153480500518912",
        "customer": { "customerID": "519153480034934784", "displayName": "Olivia Y." },
        "from": "Customer",
        "text": "Are you available on my date?",
        "attachments": [],
        "sentAt": "2024-06-13T17:18:01Z",
    })
}

/// A user as Gigs' page shows it: <https://developers.gigs.com/api/latest/core/users>.
fn user() -> Value {
    json!({
        "object": "user",
        "id": "usr_0SNlurA049MEWV4OpCwsNyC9Kn2d",
        "metadata": {},
        "birthday": "2017-07-21",
        "createdAt": "2021-01-21T19:38:34Z",
        "email": "jerry@example.com",
        "emailVerified": true,
        "fullName": "Jerry Seinfeld",
        "preferredLocale": "en-US",
    })
}

/// The envelopes, and what no page shows, are made up by the documents' own account.
fn samples() -> Vec<(&'static str, &'static str, Value)> {
    let gigs = |name: &str, data: Value| {
        json!({
            "object": "event", "id": "evt_1", "data": data, "datacontenttype": "application/json",
            "project": "gigs", "source": "https://api.gigs.com", "specversion": "1.0",
            "time": "2021-01-21T19:38:34Z", "type": name, "version": "2024-10-28",
        })
    };
    let thumbtack = |name: &str, data: Value| {
        json!({
            "event": {
                "eventType": name, "description": "made up", "webhookID": "1",
                "triggeredAt": "2024-06-13T17:18:01Z",
            },
            "data": data,
        })
    };
    let mut updated = gigs("com.gigs.user.updated", user());
    updated["previousData"] = json!({ "fullName": null });
    let negotiation = json!({
        "negotiationID": "1", "createdAt": "2024-06-13T17:18:01Z",
        "customer": { "customerID": "2", "firstName": "A", "lastName": "B", "phone": "1" },
        "business": { "businessID": "3", "name": "Acme" },
        "request": {
            "requestID": "4", "description": "made up", "category": { "categoryID": "5", "name": "C" },
            "proposedTimes": [{ "start": "now", "end": "then" }],
            "travelPreferences": ["Remote", "ByBoat"],
            "details": [{ "question": "Q", "answer": "A" }],
        },
        "estimate": { "type": "Hourly", "pricePerUnit": "150.00", "unitQuantity": 1.5, "total": "$225.00" },
        "status": "Open", "leadPrice": "$25.00", "chargeState": "Charged",
    });
    vec![
        (
            "gigs",
            "com.gigs.user.created",
            gigs("com.gigs.user.created", user()),
        ),
        ("gigs", "com.gigs.user.updated", updated),
        (
            "gigs",
            "com.gigs.user.deleted",
            gigs("com.gigs.user.deleted", user()),
        ),
        (
            "gigs",
            "com.gigs.user.address.created",
            gigs("com.gigs.user.address.created", json!({ "id": "adr_1" })),
        ),
        (
            "thumbtack",
            "MessageCreated",
            thumbtack("MessageCreated", json!({ "any": [1] })),
        ),
        (
            "thumbtack",
            "MessageCreatedV4",
            thumbtack("MessageCreatedV4", message()),
        ),
        (
            "thumbtack",
            "NegotiationCreatedV4",
            thumbtack("NegotiationCreatedV4", negotiation),
        ),
        (
            "chakra",
            "chakra",
            json!({ "event": "made up", "payload": { "any": 1 } }),
        ),
        (
            "chakra",
            "passThrough",
            json!({ "object": "made up", "entry": [] }),
        ),
    ]
}

#[test]
fn every_event_of_the_documents_is_known_and_has_a_sample() {
    let known = |provider: &str| match provider {
        "gigs" => gigs::webhook::Event::KNOWN,
        "thumbtack" => thumbtack::webhook::Event::KNOWN,
        // Told apart by their shape.
        _ => &["chakra", "passThrough"],
    };
    for provider in ["chakra", "gigs", "thumbtack"] {
        let mut documented = names(&document(provider));
        documented.sort();
        let mut known: Vec<&str> = known(provider).to_vec();
        known.sort_unstable();
        assert_eq!(documented, known, "{provider}");
        let mut shown: Vec<&str> = samples()
            .iter()
            .filter(|sample| sample.0 == provider)
            .map(|sample| sample.1)
            .collect();
        shown.sort_unstable();
        assert_eq!(shown, known, "{provider}");
    }
}

#[test]
fn every_sample_fits_its_document() {
    for (provider, name, sample) in samples() {
        let document = delivered(provider);
        assert_eq!(contradictions(&document, name, &sample), [""; 0], "{name}");
        // The check can fail: no event is a number.
        assert!(!contradictions(&document, name, &json!(7)).is_empty());
    }
}

/// What a document has against a delivery.
fn contradictions(document: &Document, name: &str, body: &Value) -> Vec<String> {
    let request = Request::new("POST", format!("/{name}")).json(body.to_string());
    let recording = Recording::invented(name, request, Some(Response::new(200)));
    let report = check(document, &[recording]);
    assert_eq!(report.exchanges(), 1);
    let findings = report.findings.into_iter();
    findings
        .filter(|finding| finding.kind.severity() == Severity::Error)
        .map(|finding| finding.message)
        .collect()
}

#[test]
fn every_sample_is_read_without_loss() {
    for (provider, name, sample) in samples() {
        let body = sample.to_string();
        let read = match provider {
            "gigs" => written(gigs::webhook::Event::read(body.as_bytes()).unwrap()),
            "thumbtack" => {
                thumbtack_written(thumbtack::webhook::Event::read(body.as_bytes()).unwrap())
            }
            _ => match chakra::webhook::Event::read(body.as_bytes()).unwrap() {
                chakra::webhook::Event::Chakra(event) if name == "chakra" => json!(event),
                chakra::webhook::Event::PassThrough(whole) if name == "passThrough" => json!(whole),
                other => panic!("{other:?}"),
            },
        };
        assert_eq!(read, sample);
    }
}

fn written(event: gigs::webhook::Event) -> Value {
    match event {
        gigs::webhook::Event::UserCreated(event)
        | gigs::webhook::Event::UserUpdated(event)
        | gigs::webhook::Event::UserDeleted(event) => json!(event),
        gigs::webhook::Event::UserAddressCreated(event) => json!(event),
        other => panic!("{other:?}"),
    }
}

fn thumbtack_written(event: thumbtack::webhook::Event) -> Value {
    match event {
        thumbtack::webhook::Event::MessageCreated(event) => json!(event),
        thumbtack::webhook::Event::MessageCreatedV4(event) => json!(event),
        thumbtack::webhook::Event::NegotiationCreatedV4(event) => json!(event),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_unknown_event_is_kept_whole() {
    let body = json!({ "type": "com.gigs.sim.created", "data": [1, null] });
    let event = gigs::webhook::Event::read(body.to_string().as_bytes()).unwrap();
    assert_eq!(event.name(), "com.gigs.sim.created");
    let name = event.name().to_owned();
    assert_eq!(event, gigs::webhook::Event::Unknown { name, body });

    let body = json!({ "event": { "eventType": "ReviewCreatedV4" }, "data": {} });
    let event = thumbtack::webhook::Event::read(body.to_string().as_bytes()).unwrap();
    assert!(matches!(event, thumbtack::webhook::Event::Unknown { body: kept, .. } if kept == body));
}

fn document(provider: &str) -> Document {
    let path = format!("{}/specs/{provider}.yaml", env!("CARGO_MANIFEST_DIR"));
    Document::load(path).unwrap()
}

/// The events of a document, by the names they have on the wire.
fn names(document: &Document) -> Vec<String> {
    events(document).into_iter().map(|(name, _)| name).collect()
}

/// Each event of a document with its path item.
fn events(document: &Document) -> Vec<(String, Value)> {
    let entries = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let mut events: Vec<(String, Value)> = entries(&document.value()["x-webhooks"])
        .into_iter()
        .collect();
    for operation in document.operations() {
        for (key, callback) in entries(&operation.value["callbacks"]) {
            // A callback is called like its event, with a small first letter.
            let name = key[..1].to_uppercase() + &key[1..];
            events.extend(
                entries(&callback)
                    .into_values()
                    .map(|item| (name.clone(), item)),
            );
        }
    }
    events
}

/// The document with its events as paths, on which an exchange can be held.
fn delivered(provider: &str) -> Document {
    let document = document(provider);
    let mut value = document.value().clone();
    let paths = events(&document)
        .into_iter()
        .map(|(name, item)| (format!("/{name}"), item));
    value["paths"] = paths.collect();
    value["servers"] = json!([{ "url": "https://receiver.example" }]);
    Document::parse("delivered.json", value.to_string()).unwrap()
}
