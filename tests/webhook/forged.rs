//! Thousands of genuine and of forged deliveries per scheme: none of the one refused, none of the
//! other accepted. The sequence is the same in every run.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use http::{HeaderName, HeaderValue, Request};

use crate::bench::{BENCHES, Bench, now};

/// How many of each, per scheme.
const DELIVERIES: usize = 5_000;

#[test]
fn no_genuine_delivery_is_refused() {
    let mut rng = Rng::with_seed(1);
    for bench in BENCHES {
        for _ in 0..DELIVERIES {
            let request = bench.genuine(&mut rng);
            let body = (bench.receive)(&request, now()).unwrap();
            assert_eq!(body, request.body());
        }
    }
}

#[test]
fn no_forged_delivery_is_accepted() {
    let mut rng = Rng::with_seed(2);
    for bench in BENCHES {
        let ways = ways(bench.provider);
        let mut tried = vec![0; ways.len()];
        for index in 0..DELIVERIES {
            let way = index % ways.len();
            let genuine = bench.genuine(&mut rng);
            let (forged, then) = ways[way](&bench, genuine.clone(), &mut rng);
            assert!(
                is_other(&genuine, &forged) || then != now(),
                "way {way} changed nothing"
            );
            if let Ok(body) = (bench.receive)(&forged, then) {
                panic!("{} accepts way {way}: {forged:?} {body:?}", bench.provider);
            }
            tried[way] += 1;
        }
        assert!(tried.iter().all(|tried| *tried > 100), "{tried:?}");
    }
}

/// A way of forging a delivery, and the time at which the result arrives.
type Forgery = fn(&Bench, Request<Bytes>, &mut Rng) -> (Request<Bytes>, DateTime<Utc>);

/// What a scheme covers can be forged in these ways.
fn ways(provider: &str) -> Vec<Forgery> {
    let mut ways = HEADERS.to_vec();
    match provider {
        "Thumbtack" => ways.extend(SHAPES),
        "Chakra HQ" => ways.extend(BODIES),
        _ => {
            ways.extend(BODIES);
            ways.extend(IDS_AND_TIMES);
        }
    }
    ways
}

/// Every scheme detects what is done to the header that holds its proof.
const HEADERS: [Forgery; 6] = [
    // Another character somewhere.
    |bench, request, rng| {
        let mut value = request.headers()[proof(bench)].as_bytes().to_vec();
        let at = rng.usize(0..value.len());
        value[at] = other_digit(value[at], rng);
        (with(request, proof(bench), &value), now())
    },
    // Cut, at either end.
    |bench, request, rng| {
        let value = request.headers()[proof(bench)].as_bytes().to_vec();
        let at = rng.usize(1..value.len());
        let part = if rng.bool() {
            &value[..at]
        } else {
            &value[at..]
        };
        (with(request, proof(bench), part), now())
    },
    // Something more, at either end.
    |bench, request, rng| {
        let value = request.headers()[proof(bench)].as_bytes();
        let more = rng.alphanumeric() as u8;
        let longer = if rng.bool() {
            [&[more], value].concat()
        } else {
            [value, &[more]].concat()
        };
        (with(request, proof(bench), &longer), now())
    },
    // Gone.
    |bench, mut request, _| {
        request.headers_mut().remove(proof(bench));
        (request, now())
    },
    // There twice.
    |bench, mut request, _| {
        let value = request.headers()[proof(bench)].clone();
        request.headers_mut().append(proof(bench), value);
        (request, now())
    },
    // By somebody with another secret.
    |bench, request, _| ((bench.forge)(request.into_body()), now()),
];

/// A signature over the body detects what is done to any of its bytes.
const BODIES: [Forgery; 4] = [
    |_, request, rng| {
        let mut body = request.body().to_vec();
        let at = rng.usize(0..body.len());
        body[at] ^= 1 << rng.u8(0..8);
        (swap(request, body), now())
    },
    |_, request, rng| {
        let mut body = request.body().to_vec();
        body.insert(rng.usize(0..=body.len()), b' ');
        (swap(request, body), now())
    },
    |_, request, rng| {
        let mut body = request.body().to_vec();
        body.remove(rng.usize(0..body.len()));
        (swap(request, body), now())
    },
    |bench, request, rng| {
        let body = (bench.body)(rng).to_vec();
        (swap(request, body), now())
    },
];

/// Gigs sign the id and the time as well.
const IDS_AND_TIMES: [Forgery; 6] = [
    |_, request, rng| {
        let id = format!("msg_{:016x}", rng.u64(..));
        (with(request, &ID, id.as_bytes()), now())
    },
    |_, request, rng| {
        let mut time = request.headers()[TIME].as_bytes().to_vec();
        let at = rng.usize(0..time.len());
        time[at] = other_digit(time[at], rng);
        (with(request, &TIME, &time), now())
    },
    // The same second, in another spelling.
    |_, request, rng| {
        let time = request.headers()[TIME].to_str().unwrap();
        let spelling = ["0", "+", " ", "0x"][rng.usize(0..4)];
        let time = format!("{spelling}{time}");
        (with(request, &TIME, time.as_bytes()), now())
    },
    // A time moved into the id, or out of it: the bytes that are signed stay the same.
    |_, request, _| {
        let id = request.headers()[ID].to_str().unwrap().to_owned();
        let time = request.headers()[TIME].to_str().unwrap().to_owned();
        let body = String::from_utf8(request.body().to_vec()).unwrap();
        let (first, rest) = body.split_once('.').unwrap();
        let request = with(request, &ID, format!("{id}.{time}").as_bytes());
        let first = HeaderValue::from_bytes(first.as_bytes());
        // What cannot stand in a header is no way to forge.
        let time = first.unwrap_or(HeaderValue::from_static("1"));
        let request = with(request, &TIME, time.as_bytes());
        (swap(request, rest.as_bytes().to_vec()), now())
    },
    // Later than the age window, and before it.
    |_, request, rng| (request, now() + TimeDelta::seconds(rng.i64(591..100_000))),
    |_, request, rng| (request, now() - TimeDelta::seconds(rng.i64(591..100_000))),
];

/// Of a body, a credential says nothing; what is left is its shape.
const SHAPES: [Forgery; 2] = [
    |_, request, rng| {
        let cut = rng.usize(0..request.body().len());
        let body = request.body()[..cut].to_vec();
        (swap(request, body), now())
    },
    |_, request, rng| {
        let keys = [
            "eventType",
            "messageID",
            "negotiationID",
            "from",
            "text",
            "sentAt",
            "data",
        ];
        let key = keys[rng.usize(0..keys.len())];
        let body = std::str::from_utf8(request.body()).unwrap();
        let body = body.replace(&format!("\"{key}\":"), "\"other\":");
        (swap(request, body.into_bytes()), now())
    },
];

const ID: HeaderName = HeaderName::from_static("webhook-id");
const TIME: HeaderName = HeaderName::from_static("webhook-timestamp");

/// The header that holds the provider's proof.
fn proof(bench: &Bench) -> &'static HeaderName {
    static SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");
    static CHAKRA: HeaderName = bindery::chakra::webhook::SIGNATURE;
    match bench.provider {
        "Gigs" => &SIGNATURE,
        "Chakra HQ" => &CHAKRA,
        _ => &http::header::AUTHORIZATION,
    }
}

/// Not the other case of the same letter, which hexadecimal digits and `Basic` may have.
fn other_digit(old: u8, rng: &mut Rng) -> u8 {
    loop {
        let new = rng.alphanumeric() as u8;
        if !new.eq_ignore_ascii_case(&old) {
            return new;
        }
    }
}

fn is_other(one: &Request<Bytes>, other: &Request<Bytes>) -> bool {
    one.headers() != other.headers() || one.body() != other.body()
}

fn with(mut request: Request<Bytes>, name: &HeaderName, value: &[u8]) -> Request<Bytes> {
    let value = HeaderValue::from_bytes(value).unwrap();
    request.headers_mut().insert(name, value);
    request
}

fn swap(request: Request<Bytes>, body: Vec<u8>) -> Request<Bytes> {
    request.map(|_| body.into())
}
