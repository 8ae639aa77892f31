//! The table of what each scheme detects, in the documentation of `bindery::webhook`, is true: the
//! cells with a mark, and those without.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use http::{HeaderValue, Request};

use crate::bench::{BENCHES, Bench, now};

/// What somebody does to a genuine delivery, and when the result arrives.
type Tamper = fn(&Bench, Request<Bytes>, &mut Rng) -> (Request<Bytes>, DateTime<Utc>);

const ROWS: [(&str, &[Tamper]); 10] = [
    (
        "signature or credential missing or changed",
        &[
            |bench, mut request, _| {
                request.headers_mut().remove(proof(bench));
                (request, now())
            },
            |bench, mut request, rng| {
                let value = change(request.headers()[proof(bench)].as_bytes(), rng);
                let value = HeaderValue::from_bytes(&value).unwrap();
                request.headers_mut().insert(proof(bench), value);
                (request, now())
            },
        ],
    ),
    (
        "made by someone without the secret",
        &[|bench, request, _| ((bench.forge)(request.into_body()), now())],
    ),
    (
        "body changed, still of the right shape",
        &[|bench, request, rng| (swap(request, (bench.body)(rng)), now())],
    ),
    (
        "body no longer of the right shape",
        &[
            |_, request, _| (swap(request, Bytes::from_static(b"[]")), now()),
            |_, request, _| {
                let cut = request.body().slice(..request.body().len() / 2);
                (swap(request, cut), now())
            },
        ],
    ),
    (
        "body put under the proof of another delivery",
        &[|bench, request, rng| {
            let other = bench.genuine(rng);
            (swap(request, other.into_body()), now())
        }],
    ),
    (
        "id changed",
        &[|_, request, _| (with(request, "webhook-id", "msg_another"), now())],
    ),
    (
        "time changed",
        &[|_, request, _| {
            let later = (now() + TimeDelta::seconds(1)).timestamp().to_string();
            let is_same = request.headers().get("webhook-timestamp") == later.parse().ok().as_ref();
            let later = if is_same { "1770000002" } else { &later };
            (with(request, "webhook-timestamp", later), now())
        }],
    ),
    (
        "sent again later than the age window",
        &[|_, request, _| (request, now() + TimeDelta::minutes(15))],
    ),
    (
        "sent again within the age window",
        &[|_, request, _| (request, now())],
    ),
    (
        "other headers changed",
        &[|_, request, _| (with(request, "user-agent", "somebody/1.0"), now())],
    ),
];

#[test]
fn each_scheme_detects_what_the_table_says_and_nothing_else() {
    let mut rng = Rng::with_seed(7);
    let (header, rows) = table();
    assert_eq!(header[1..], BENCHES.map(|bench| bench.provider));
    let labels: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(labels, ROWS.map(|(label, _)| label));
    for (row, (label, tampers)) in rows.iter().zip(ROWS) {
        for (bench, cell) in BENCHES.iter().zip(&row[1..]) {
            for (index, tamper) in tampers.iter().enumerate() {
                let genuine = bench.genuine(&mut rng);
                (bench.receive)(&genuine, now()).unwrap();
                let (tampered, then) = tamper(bench, genuine, &mut rng);
                let is_detected = (bench.receive)(&tampered, then).is_err();
                let is_promised = cell.starts_with('✓');
                assert_eq!(
                    is_detected, is_promised,
                    "{label} ({index}): {}",
                    bench.provider
                );
                assert!(is_promised || cell.starts_with('–'), "{cell}");
            }
        }
    }
}

/// The header and the rows of the documented table, cell by cell.
fn table() -> (Vec<String>, Vec<Vec<String>>) {
    let source = include_str!("../../src/webhook.rs");
    let mut lines = source
        .lines()
        .filter_map(|line| line.strip_prefix("//! | "))
        .map(|line| {
            let cells = line.trim_end_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        });
    let header = lines.next().unwrap();
    (header, lines.skip(1).collect())
}

/// The header that holds the provider's proof.
fn proof(bench: &Bench) -> &'static str {
    match bench.provider {
        "Gigs" => "webhook-signature",
        "Chakra HQ" => "x-chakra-signature-256",
        _ => "authorization",
    }
}

/// Another letter or digit in the place of one.
fn change(value: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut value = value.to_vec();
    // Behind `v1,` and `Basic `, and before any padding.
    let at = rng.usize(6..value.len() - 2);
    value[at] = if value[at] == b'0' { b'1' } else { b'0' };
    value
}

fn swap(request: Request<Bytes>, body: Bytes) -> Request<Bytes> {
    request.map(|_| body)
}

fn with(mut request: Request<Bytes>, name: &'static str, value: &str) -> Request<Bytes> {
    let value = HeaderValue::from_str(value).unwrap();
    request.headers_mut().insert(name, value);
    request
}
