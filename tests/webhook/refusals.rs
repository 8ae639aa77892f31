//! What is refused, with which status, and what both sides are told.

use bindery::{
    chakra, gigs,
    thumbtack::{self, BasicAuth, CustomHeaderAuth, WebhookAuth},
    webhook::{Credentials, HmacSha256, Reason, Refusal, Scheme as _, StandardWebhooks},
};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request};

use crate::bench::{BENCHES, Bench, GIGS, SECRET, now};

const GIGS_BENCH: usize = 0;
const CHAKRA_BENCH: usize = 1;
const THUMBTACK_BENCH: usize = 2;

/// What is done to a header of a genuine delivery.
enum Change {
    Remove,
    Set(&'static [u8]),
    Add(&'static [u8]),
    Prefix(&'static str),
}

#[test]
fn a_proof_that_is_not_right_is_401() {
    use Change::{Add, Prefix, Remove, Set};

    const ZEROS: &[u8] = b"0000000000000000000000000000000000000000000000000000000000000000";
    let [id, time, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"];
    let chakra = "x-chakra-signature-256";
    let basic = "authorization";
    let no_credential = "`authorization` holds no active credential";
    let mut rng = fastrand::Rng::with_seed(4);
    for (bench, header, change, words) in [
        (GIGS_BENCH, id, Remove, "`webhook-id` is missing"),
        (GIGS_BENCH, time, Remove, "`webhook-timestamp` is missing"),
        (
            GIGS_BENCH,
            signature,
            Remove,
            "`webhook-signature` is missing",
        ),
        (
            GIGS_BENCH,
            id,
            Add(b"2"),
            "`webhook-id` is there more than once",
        ),
        (GIGS_BENCH, id, Set(b"\xe9"), "`webhook-id` is not ASCII"),
        (
            GIGS_BENCH,
            signature,
            Set(b"v1,"),
            "holds no signature of this delivery",
        ),
        (
            CHAKRA_BENCH,
            chakra,
            Remove,
            "`x-chakra-signature-256` is missing",
        ),
        (
            CHAKRA_BENCH,
            chakra,
            Prefix("sha256="),
            "is not 64 hexadecimal digits",
        ),
        (
            CHAKRA_BENCH,
            chakra,
            Set(b""),
            "is not 64 hexadecimal digits",
        ),
        (
            CHAKRA_BENCH,
            chakra,
            Set(ZEROS),
            "is no signature of the body",
        ),
        (CHAKRA_BENCH, chakra, Set("é".as_bytes()), "is not ASCII"),
        (THUMBTACK_BENCH, basic, Remove, no_credential),
        (
            THUMBTACK_BENCH,
            basic,
            Set(b"Bearer YWNtZTp4"),
            no_credential,
        ),
        (THUMBTACK_BENCH, basic, Set(b"Basic"), no_credential),
        (THUMBTACK_BENCH, basic, Set(b"Basic %%%"), no_credential),
        (THUMBTACK_BENCH, basic, Set(b"Basic \xe9"), no_credential),
        (
            THUMBTACK_BENCH,
            basic,
            Add(b"Basic YWNtZTp4"),
            "is not there exactly once",
        ),
    ] {
        let mut request = BENCHES[bench].genuine(&mut rng);
        apply(&change, header, request.headers_mut());
        let refusal = refusal(&BENCHES[bench], &request);
        assert_eq!(refusal.reason(), Reason::Unauthenticated);
        assert_eq!(refusal.status(), 401);
        assert!(refusal.to_string().contains(words), "{refusal}");
    }
}

fn apply(change: &Change, header: &'static str, headers: &mut HeaderMap) {
    let value = |bytes| HeaderValue::from_bytes(bytes).unwrap();
    let old = headers.remove(header).unwrap();
    match change {
        Change::Remove => {}
        Change::Set(bytes) => {
            headers.insert(header, value(bytes));
        }
        Change::Add(bytes) => {
            headers.insert(header, old);
            headers.append(header, value(bytes));
        }
        Change::Prefix(text) => {
            let bytes = [text.as_bytes(), old.as_bytes()].concat();
            headers.insert(header, value(&bytes));
        }
    }
}

#[test]
fn a_proved_body_that_is_no_event_is_400_and_one_that_does_not_fit_is_422() {
    for (bench, body, status, words) in [
        (GIGS_BENCH, "", 400, "the body is not JSON: EOF"),
        (GIGS_BENCH, "{", 400, "the body is not JSON: EOF"),
        (GIGS_BENCH, "[]", 400, "the body does not fit"),
        (GIGS_BENCH, "{}", 400, "missing field `type`"),
        (GIGS_BENCH, r#"{"type": 7}"#, 400, "`type` does not fit"),
        (
            GIGS_BENCH,
            r#"{"type": "x"} {}"#,
            400,
            "trailing characters",
        ),
        (
            GIGS_BENCH,
            r#"{"type": "x", "type": "y"}"#,
            400,
            "duplicate field `type`",
        ),
        (
            GIGS_BENCH,
            r#"{"type": "com.gigs.user.deleted"}"#,
            422,
            "missing field `object`",
        ),
        (
            GIGS_BENCH,
            r#"{"type": "com.gigs.user.deleted", "object": "event", "id": "e", "source": "s", "specversion": "1.0", "data": {"object": 7}}"#,
            422,
            "`com.gigs.user.deleted`: `data.object` does not fit",
        ),
        (CHAKRA_BENCH, "null", 400, "the body does not fit"),
        (
            CHAKRA_BENCH,
            r#"{"event": 7, "payload": {}}"#,
            422,
            "`event` does not fit",
        ),
        (
            THUMBTACK_BENCH,
            r#"{"data": {}}"#,
            400,
            "missing field `event`",
        ),
        (
            THUMBTACK_BENCH,
            r#"{"event": {}}"#,
            400,
            "missing field `eventType`",
        ),
        (
            THUMBTACK_BENCH,
            r#"{"event": {"eventType": "MessageCreatedV4"}, "data": {}}"#,
            422,
            "`MessageCreatedV4`: `event` does not fit",
        ),
    ] {
        let bench = &BENCHES[bench];
        let request = (bench.sign)(body.into(), &mut fastrand::Rng::with_seed(5));
        let refusal = refusal(bench, &request);
        assert_eq!(refusal.status().as_u16(), status, "{body}: {refusal}");
        assert!(refusal.to_string().contains(words), "{body}: {refusal}");
    }
}

/// Before anything is computed: who sends too much need not even know the secret.
#[test]
fn a_body_of_one_byte_too_many_is_413() {
    for length in [100, 101] {
        let receiver = GIGS.clone().max_bytes(100);
        let mut request = Request::new(Bytes::from(vec![b' '; length]));
        request.headers_mut().insert("webhook-id", value("1"));
        let refusal = receiver.receive_at(&request, now()).unwrap_err();
        let expected = if length > 100 { 413 } else { 401 };
        assert_eq!(refusal.status().as_u16(), expected);
    }
    let large = Request::new(Bytes::from(vec![b' '; 1024 * 1024 + 1]));
    for bench in BENCHES {
        let refusal = refusal(&bench, &large);
        assert_eq!(refusal.status(), 413);
        assert!(refusal.to_string().contains("1048576 bytes"), "{refusal}");
    }
}

#[test]
fn the_sender_is_told_the_reason_and_how_to_authenticate_and_no_more() {
    let mut rng = fastrand::Rng::with_seed(6);
    for (bench, challenge) in BENCHES.iter().zip([
        None,
        None,
        Some(r#"Basic realm="webhook", charset="UTF-8""#),
    ]) {
        let mut request = bench.genuine(&mut rng);
        request.headers_mut().clear();
        let response = refusal(bench, &request).response();
        assert_eq!(response.status(), 401);
        assert_eq!(response.body(), "the delivery is not authenticated");
        let sent = response.headers().get("www-authenticate");
        assert_eq!(sent.map(|value| value.to_str().unwrap()), challenge);
    }
    let body = r#"{"type": "com.gigs.user.deleted", "object": 4711}"#;
    let request = (BENCHES[0].sign)(body.into(), &mut rng);
    let response = refusal(&BENCHES[0], &request).response();
    assert_eq!(response.body(), "the delivery does not fit its event");
}

#[test]
fn every_active_credential_is_accepted_in_every_spelling_that_means_it() {
    let custom = WebhookAuth::from(CustomHeaderAuth::new("X-Hook", "s3cr3t"));
    let basic = |password| WebhookAuth::from(BasicAuth::new("acme", password));
    let receiver = thumbtack::webhook::receiver([basic("new"), basic("o:ld"), custom]).unwrap();
    for (header, value, is_accepted) in [
        ("authorization", "Basic YWNtZTpuZXc=", true),
        ("authorization", "basic YWNtZTpuZXc=", true),
        ("authorization", "BASIC   YWNtZTpuZXc=", true),
        ("authorization", "Basic YWNtZTpvOmxk", true),
        ("x-hook", "s3cr3t", true),
        ("authorization", "Basic YWNtZTpuZXd=", false),
        ("authorization", "Basic YWNtZTpuZXc", false),
        ("authorization", "Basic YWNtZQ==", false),
        ("authorization", "Basic YWNtZTo=", false),
        ("authorization", "acme:new", false),
        ("authorization", "s3cr3t", false),
        ("x-hook", "S3cr3t", false),
        ("x-hook", "s3cr3t ", false),
        ("x-hook", "", false),
    ] {
        let mut request = Request::new(Bytes::from(r#"{"event": {"eventType": "x"}}"#));
        let name = HeaderName::from_static(header);
        request.headers_mut().insert(name, self::value(value));
        let result = receiver.receive_at(&request, now());
        assert_eq!(result.is_ok(), is_accepted, "{header}: {value}");
    }
}

#[test]
fn a_secret_that_cannot_be_one_is_refused_at_once() {
    let none: [&str; 0] = [];
    let header = || HeaderName::from_static("x-signature");
    let errors = [
        (gigs::webhook::receiver(none).map(drop), "needs a secret"),
        (gigs::webhook::receiver([""]).map(drop), "is empty"),
        (gigs::webhook::receiver(["whsec_"]).map(drop), "is empty"),
        (
            gigs::webhook::receiver(["whsec_s3cr3t!"]).map(drop),
            "is not base64",
        ),
        (chakra::webhook::receiver(none).map(drop), "needs a secret"),
        (HmacSha256::new(header(), ["s", ""]).map(drop), "is empty"),
        (
            Credentials::basic("a", "").map(drop),
            "the password of `a` is empty",
        ),
        (
            Credentials::basic("a:b", "c").map(drop),
            "`a:b` has a colon",
        ),
        (
            Credentials::header("a b", "c").map(drop),
            "`a b` is no name of a header",
        ),
        (Credentials::header("x", "").map(drop), "`x` is empty"),
        (
            Credentials::header("x", "s3cr3t!\n").map(drop),
            "`x` is empty or no value",
        ),
        (
            thumbtack::webhook::receiver(Vec::<BasicAuth>::new()).map(drop),
            "needs a credential",
        ),
    ];
    for (result, words) in errors {
        let error = result.unwrap_err();
        assert!(error.is_configuration());
        assert!(error.to_string().contains(words), "{error}");
        assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error}");
    }
    for secret in [SECRET, &SECRET[6..], "whsec_YQ==", "whsec_YQ"] {
        StandardWebhooks::new([secret]).unwrap();
    }
}

#[test]
fn receivers_and_schemes_do_not_print_their_secrets() {
    let standard = StandardWebhooks::new([SECRET]).unwrap();
    let hmac = HmacSha256::new(HeaderName::from_static("x"), ["s3cr3t"]).unwrap();
    let credentials = Credentials::basic("acme", "s3cr3t").unwrap();
    let credentials = credentials.or(Credentials::header("x", "s3cr3t").unwrap());
    let headers = credentials.sign(b"", &()).unwrap();
    let receiver = gigs::webhook::receiver([SECRET]).unwrap();
    let printed = format!("{standard:?} {hmac:?} {credentials:?} {headers:?} {receiver:?}");
    for secret in ["s3cr3t", "MfKQ9r8G", "49, 242, 144", "YWNtZTpzM2NyM3Q"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

#[track_caller]
fn refusal(bench: &Bench, request: &Request<Bytes>) -> Refusal {
    (bench.receive)(request, now()).unwrap_err()
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_bytes(text.as_bytes()).unwrap()
}
