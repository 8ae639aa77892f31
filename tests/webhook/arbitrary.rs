//! Whatever arrives, a receiver neither panics nor accepts what it did not make.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request};
use proptest::prelude::*;

use crate::bench::{BENCHES, now};

/// The headers in which the schemes look.
const NAMES: [&str; 5] = [
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
    "x-chakra-signature-256",
    "authorization",
];

/// Anything that a header can hold, and what is nearly right.
fn value() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        "[0-9a-fA-F]{60,68}".prop_map(String::into_bytes),
        "(v1|v1a|v2)?,?[A-Za-z0-9+/]{40,44}=?( v1,[A-Za-z0-9+/=]{0,50}){0,3}"
            .prop_map(String::into_bytes),
        "(?i)basic +[A-Za-z0-9+/=]{0,40}".prop_map(String::into_bytes),
        any::<i64>().prop_map(|number| number.to_string().into_bytes()),
        Just(now().timestamp().to_string().into_bytes()),
        Just(vec![b'v'; 100_000]),
    ]
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..500),
        r#"\{"(event|type)": ?"[a-z.]{0,30}"(, "(payload|data)": \{\})?\}"#
            .prop_map(String::into_bytes),
        Just("[".repeat(100_000).into_bytes()),
    ]
}

proptest! {
    #[test]
    fn nothing_arbitrary_is_accepted(
        headers in prop::collection::vec((0..NAMES.len(), value()), 0..8),
        body in body(),
    ) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            if let Ok(value) = HeaderValue::from_bytes(&value) {
                map.append(HeaderName::from_static(NAMES[name]), value);
            }
        }
        let mut request = Request::new(Bytes::from(body));
        *request.headers_mut() = map;
        for bench in BENCHES {
            let refusal = (bench.receive)(&request, now()).unwrap_err();
            prop_assert_eq!(refusal.status(), 401);
        }
    }

    /// A body that is proved may still be anything.
    #[test]
    fn whatever_is_signed_is_read_or_refused(body in body(), seed: u64) {
        let mut rng = fastrand::Rng::with_seed(seed);
        for bench in BENCHES {
            let request = (bench.sign)(body.clone().into(), &mut rng);
            if let Err(refusal) = (bench.receive)(&request, now()) {
                prop_assert!([400, 422].contains(&refusal.status().as_u16()), "{}", refusal);
                prop_assert!(refusal.to_string().len() < 600, "{}", refusal);
            }
        }
    }
}
