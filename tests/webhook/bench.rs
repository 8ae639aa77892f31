//! One receiver per scheme under test, with genuine deliveries to put before it.

use std::sync::LazyLock;

use bindery::{
    chakra, gigs, thumbtack,
    webhook::{Refusal, Scheme as _, Signed},
};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use http::Request;
use serde_json::json;

pub(crate) const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
pub(crate) const OLD_SECRET: &str = "whsec_b2xkIHNlY3JldCwgc3RpbGwgYWN0aXZl";
const FOREIGN_SECRET: &str = "whsec_Zm9yZWlnbiBzZWNyZXQsIG5ldmVyIGFjdGl2ZQ==";

/// When the deliveries of these tests arrive, unless a test says otherwise.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_770_000_000, 0).unwrap()
}

pub(crate) static GIGS: LazyLock<gigs::webhook::Receiver> =
    LazyLock::new(|| gigs::webhook::receiver([SECRET, OLD_SECRET]).unwrap());
pub(crate) static CHAKRA: LazyLock<chakra::webhook::Receiver> =
    LazyLock::new(|| chakra::webhook::receiver(["chakra's secret"]).unwrap());
pub(crate) static THUMBTACK: LazyLock<thumbtack::webhook::Receiver> = LazyLock::new(|| {
    let credentials = [
        thumbtack::BasicAuth::new("acme", "the new password"),
        thumbtack::BasicAuth::new("acme", "the old password"),
    ];
    thumbtack::webhook::receiver(credentials).unwrap()
});

/// A provider, as far as its deliveries can be made, forged and received.
pub(crate) struct Bench {
    pub(crate) provider: &'static str,
    /// A genuine delivery of a body.
    pub(crate) sign: fn(Bytes, &mut Rng) -> Request<Bytes>,
    /// The same, by a stranger with a secret of their own.
    pub(crate) forge: fn(Bytes) -> Request<Bytes>,
    /// A body that is one of the provider's events.
    pub(crate) body: fn(&mut Rng) -> Bytes,
    /// Yields the body, if the delivery is accepted.
    pub(crate) receive: fn(&Request<Bytes>, DateTime<Utc>) -> Result<Bytes, Refusal>,
}

impl Bench {
    pub(crate) fn genuine(&self, rng: &mut Rng) -> Request<Bytes> {
        (self.sign)((self.body)(rng), rng)
    }
}

pub(crate) const BENCHES: [Bench; 3] = [
    Bench {
        provider: "Gigs",
        sign: |body, rng| GIGS.scheme().delivery(body, &signed(rng)).unwrap(),
        forge: |body| {
            let stranger = gigs::webhook::receiver([FOREIGN_SECRET]).unwrap();
            let proof = Signed::new("msg_foreign", now());
            stranger.scheme().delivery(body, &proof).unwrap()
        },
        body: user_deleted,
        receive: |request, now| GIGS.receive_at(request, now).map(|delivery| delivery.body),
    },
    Bench {
        provider: "Chakra HQ",
        sign: |body, _| CHAKRA.scheme().delivery(body, &()).unwrap(),
        forge: |body| {
            let stranger = chakra::webhook::receiver(["another secret"]).unwrap();
            stranger.scheme().delivery(body, &()).unwrap()
        },
        body: chakra_event,
        receive: |request, now| {
            CHAKRA
                .receive_at(request, now)
                .map(|delivery| delivery.body)
        },
    },
    Bench {
        provider: "Thumbtack",
        sign: |body, _| THUMBTACK.scheme().delivery(body, &()).unwrap(),
        forge: |body| {
            let credential = thumbtack::BasicAuth::new("acme", "a guess");
            let stranger = thumbtack::webhook::receiver([credential]).unwrap();
            stranger.scheme().delivery(body, &()).unwrap()
        },
        body: message_created,
        receive: |request, now| {
            THUMBTACK
                .receive_at(request, now)
                .map(|delivery| delivery.body)
        },
    },
];

/// An id of its own, and a time within the age window.
fn signed(rng: &mut Rng) -> Signed {
    let id = format!("msg_{:016x}", rng.u64(..));
    Signed::new(id, now() + TimeDelta::seconds(rng.i64(-290..=290)))
}

/// Any text that JSON can hold.
fn words(rng: &mut Rng) -> String {
    let length = rng.usize(0..40);
    (0..length).map(|_| rng.char(..)).collect()
}

fn user_deleted(rng: &mut Rng) -> Bytes {
    let event = json!({
        "object": "event",
        "id": format!("evt_{}", rng.u64(..)),
        "source": "https://api.gigs.com/projects/acme",
        "specversion": "1.0",
        "type": "com.gigs.user.deleted",
        "data": {
            "object": "user",
            "id": format!("usr_{}", rng.u64(..)),
            "metadata": { "note": words(rng) },
            "birthday": null,
            "createdAt": "2021-01-21T19:38:34Z",
            "email": "jerry@example.com",
            "emailVerified": rng.bool(),
            "fullName": words(rng),
            "preferredLocale": "en-US",
        },
    });
    event.to_string().into()
}

fn chakra_event(rng: &mut Rng) -> Bytes {
    let event = json!({ "event": "invented", "payload": { "note": words(rng) } });
    event.to_string().into()
}

fn message_created(rng: &mut Rng) -> Bytes {
    let event = json!({
        "event": {
            "eventType": "MessageCreatedV4",
            "description": words(rng),
            "webhookID": rng.u64(..).to_string(),
            "triggeredAt": "2024-06-13T17:18:01Z",
        },
        "data": {
            "messageID": rng.u64(..).to_string(),
            "negotiationID": rng.u64(..).to_string(),
            "from": "Customer",
            "text": words(rng),
            "sentAt": "2024-06-13T17:18:01Z",
        },
    });
    event.to_string().into()
}
