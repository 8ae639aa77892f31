//! The whole way, from a request with any body to the answer.

use std::{convert::Infallible, io, time::SystemTime};

use bindery::{
    gigs::webhook::Event,
    webhook::{Delivery, Scheme as _, Signed},
};
use bytes::Bytes;
use futures_util::stream;
use http::Request;
use http_body::Frame;
use http_body_util::{Full, StreamBody};

use crate::bench::GIGS;

fn genuine(body: &str) -> Request<Bytes> {
    let proof = Signed::new("msg_1", SystemTime::now());
    GIGS.scheme().delivery(body.to_owned(), &proof).unwrap()
}

#[tokio::test]
async fn what_is_handled_is_204_what_is_not_500_and_what_is_refused_never_handled() {
    let mut unsigned = genuine(r#"{"type": "x"}"#);
    unsigned.headers_mut().clear();
    for (request, fails, status, is_handled) in [
        (genuine(r#"{"type": "x"}"#), false, 204, true),
        (genuine(r#"{"type": "x"}"#), true, 500, true),
        (unsigned, false, 401, false),
        (genuine("{}"), false, 400, false),
        (
            genuine(r#"{"type": "com.gigs.user.created"}"#),
            false,
            422,
            false,
        ),
    ] {
        let mut seen = Vec::new();
        let handler = async |delivery: Delivery<Event>| {
            seen.push((delivery.proof.id, delivery.event.name().to_owned()));
            if fails {
                Err(io::Error::other("the database is away"))
            } else {
                Ok(())
            }
        };
        let response = GIGS.handle(request.map(Full::new), handler).await;
        assert_eq!(response.status(), status);
        assert!(!String::from_utf8_lossy(response.body()).contains("database"));
        let expected = [("msg_1".to_owned(), "x".to_owned())];
        assert_eq!(seen, if is_handled { &expected[..] } else { &[] });
    }
}

/// An endless body costs no more than the limit.
#[tokio::test]
async fn an_endless_body_is_413_and_one_that_breaks_off_400() {
    let chunk = || Bytes::from(vec![b' '; 64 * 1024]);
    let endless = stream::repeat_with(move || Ok::<_, Infallible>(Frame::data(chunk())));
    let request = Request::new(StreamBody::new(endless));
    let refusal = GIGS.read(request).await.unwrap_err();
    assert_eq!(refusal.status(), 413);

    let broken = [
        Ok(Frame::data(Bytes::from("{"))),
        Err(io::Error::other("reset")),
    ];
    let request = Request::new(StreamBody::new(stream::iter(broken)));
    let refusal = GIGS.read(request).await.unwrap_err();
    assert_eq!(refusal.status(), 400);
    assert_eq!(
        refusal.to_string(),
        "the delivery is malformed: the body breaks off"
    );
}

/// What is verified is what came, not what was made of it.
#[tokio::test]
async fn the_raw_body_is_verified_however_it_is_cut() {
    let body = "{\"type\" :\t\"x\", \"number\": 1.000, \"text\": \"\\u00e9\"}\r\n";
    let request = genuine(body);
    let pieces: Vec<_> = body
        .as_bytes()
        .chunks(3)
        .map(|piece| Ok::<_, Infallible>(Frame::data(Bytes::from_static(piece))))
        .collect();
    let request = request.map(|_| StreamBody::new(stream::iter(pieces)));
    let delivery = GIGS.read(request).await.unwrap();
    assert_eq!(delivery.body, body);
}
