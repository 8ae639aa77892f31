//! Standard Webhooks as everybody else has them: its published example, and its own library.

use std::time::SystemTime;

use bindery::{
    gigs,
    webhook::{HmacSha256, Reason, Scheme as _, Signed, StandardWebhooks},
};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use http::{HeaderMap, HeaderName};
use standardwebhooks::Webhook;

use crate::bench::{GIGS, OLD_SECRET, SECRET, now};

/// The example of the specification's reference implementations.
#[test]
fn the_published_example_is_signed_as_published() {
    let sent = DateTime::from_timestamp(1_614_265_330, 0).unwrap();
    let scheme = StandardWebhooks::new([SECRET]).unwrap();
    let proof = Signed::new("msg_p5jXN8AQM9LWM0D4loKWxJek", sent);
    let body = br#"{"test": 2432232314}"#;
    let headers = scheme.sign(body, &proof).unwrap();
    assert_eq!(
        headers["webhook-signature"],
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    );
    assert_eq!(scheme.verify(&headers, body, sent).unwrap(), proof);
}

/// RFC 4231, test cases 2 and 6: a short key, and one longer than a block.
#[test]
fn the_examples_of_the_rfc_are_signed_as_published() {
    let long = "\u{aa}".repeat(131);
    for (key, body, mac) in [
        (
            "Jefe",
            "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            "key",
            "The quick brown fox jumps over the lazy dog",
            "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
        ),
    ] {
        let header = HeaderName::from_static("x-signature");
        let scheme = HmacSha256::new(header, [key, &long]).unwrap();
        let headers = scheme.sign(body.as_bytes(), &()).unwrap();
        assert_eq!(headers["x-signature"], mac);
        let upper = mac.to_uppercase().parse().unwrap();
        let headers = HeaderMap::from_iter([(HeaderName::from_static("x-signature"), upper)]);
        scheme.verify(&headers, body.as_bytes(), now()).unwrap();
    }
}

#[test]
fn the_reference_library_accepts_what_is_signed_here_and_signs_what_is_accepted_here() {
    let mut rng = Rng::with_seed(3);
    for secret in [SECRET, OLD_SECRET] {
        let theirs = Webhook::new(secret).unwrap();
        let ours = gigs::webhook::receiver([secret]).unwrap();
        for _ in 0..200 {
            let body = format!(r#"{{"type": "com.gigs.{}"}}"#, rng.u64(..));
            // The library looks at the clock.
            let time =
                DateTime::<Utc>::from(SystemTime::now()) + TimeDelta::seconds(rng.i64(-200..200));
            let id = format!("msg_{}", rng.u64(..));
            let proof = Signed::new(&id, time);
            let request = ours.scheme().delivery(body.clone(), &proof).unwrap();
            theirs.verify(body.as_bytes(), request.headers()).unwrap();

            let signature = theirs.sign(&id, time.timestamp(), body.as_bytes()).unwrap();
            let mut request = request;
            let headers = request.headers_mut();
            headers.insert("webhook-signature", signature.parse().unwrap());
            // The older of two secrets is accepted as well.
            let delivery = GIGS.receive(&request).unwrap();
            assert_eq!(delivery.proof.id, id);
            assert_eq!(delivery.proof.timestamp.timestamp(), time.timestamp());
        }
    }
}

#[test]
fn of_several_signatures_one_has_to_be_right() {
    let body = Bytes::from_static(br#"{"type": "x"}"#);
    let genuine = GIGS
        .scheme()
        .delivery(body.clone(), &Signed::new("msg_1", now()))
        .unwrap();
    let right = genuine.headers()["webhook-signature"].to_str().unwrap();
    let wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    for (header, is_accepted) in [
        (format!("{wrong} {right}"), true),
        (format!("{right} {wrong}"), true),
        (format!("v1a,AAAA v2,{} {right}", &right[3..]), true),
        (format!("nonsense  , v1, {right} "), true),
        (format!("{wrong} {wrong}"), false),
        (format!("v2,{}", &right[3..]), false),
        (format!("V1,{}", &right[3..]), false),
        (format!("v1a,{}", &right[3..]), false),
        (format!("{wrong},{right}"), false),
        (right.replace("v1,", "v1, "), false),
        (right.replace('=', ""), false),
        (right[3..].to_owned(), false),
        (String::new(), false),
        (format!("{wrong} ").repeat(2_000), false),
    ] {
        let mut request = genuine.clone();
        let value = header.parse().unwrap();
        request.headers_mut().insert("webhook-signature", value);
        let result = GIGS.receive_at(&request, now());
        assert_eq!(result.is_ok(), is_accepted, "{header}: {result:?}");
    }
}

#[test]
fn the_age_window_has_two_ends() {
    let wide = StandardWebhooks::new([SECRET])
        .unwrap()
        .tolerance(TimeDelta::hours(1));
    let wide = gigs::webhook::Receiver::new(wide);
    for (receiver, age, is_accepted) in [
        (&*GIGS, 300, true),
        (&*GIGS, -300, true),
        (&*GIGS, 301, false),
        (&*GIGS, -301, false),
        (&wide, 3_600, true),
        (&wide, -3_601, false),
        (&wide, 1_700_000_000, false),
    ] {
        let proof = Signed::new("msg_1", now() - TimeDelta::seconds(age));
        let request = receiver
            .scheme()
            .delivery(r#"{"type": "x"}"#, &proof)
            .unwrap();
        match receiver.receive_at(&request, now()) {
            Ok(_) => assert!(is_accepted, "{age}"),
            Err(refusal) => {
                assert!(!is_accepted, "{age}: {refusal}");
                assert_eq!(refusal.reason(), Reason::Stale);
                assert!(
                    refusal
                        .to_string()
                        .contains(&format!("is {age} s from now"))
                );
            }
        }
    }
}
