//! What a resend carries, and what a deletion says that was sent twice.

use crate::{
    bodies::USER,
    case::{Make, call, check, fails},
    leaks,
    server::{Server, Step},
};

fn gone() -> Step {
    Step::json("404 Not Found", r#"{"message":"No such user."}"#)
}

#[tokio::test]
async fn a_deletion_says_that_it_followed_a_lost_answer() {
    for (name, first, follows) in [
        ("reset", Some(Step::send("").resetting()), true),
        ("closed", Some(Step::send("").closing()), true),
        ("silence", Some(Step::send("").holding()), true),
        (
            "truncated",
            Some(Step::send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{").closing()),
            true,
        ),
        ("502", Some(Step::answer("502 Bad Gateway", "", "")), true),
        (
            "504",
            Some(Step::answer("504 Gateway Timeout", "", "")),
            true,
        ),
        (
            "429 is no lost answer",
            Some(Step::answer("429 Too Many Requests", "", "")),
            false,
        ),
        (
            "408 is no lost answer",
            Some(Step::answer("408 Request Timeout", "", "")),
            false,
        ),
        ("no first attempt", None, false),
    ] {
        let script: Vec<_> = first.into_iter().chain([gone()]).collect();
        let expected = fails("api", Some(404), u32::try_from(script.len()).unwrap());
        let error = check(name, Make::Delete, script, expected).await.unwrap();
        assert_eq!(error.follows_lost_answer(), follows, "{name}");
        assert_eq!(
            error.to_string().contains("lost"),
            follows,
            "{name}: {error}"
        );
    }
    let script = vec![Step::send("").resetting(), gone()];
    let error = check("GET", Make::Retrieve, script, fails("api", Some(404), 2)).await;
    assert!(!error.unwrap().follows_lost_answer());
}

/// The second request is the first one, byte for byte.
#[tokio::test]
async fn a_resend_is_the_same_request() {
    leaks::watch();
    for (make, status) in [
        (Make::Retrieve, 200),
        (Make::Delete, 200),
        (Make::CreateKeyed, 200),
    ] {
        let down = Step::answer("503 Service Unavailable", "", "");
        let server = Server::start(vec![down, Step::json("200 OK", USER)]).await;
        let (answered, attempts) = call(make, &server.url).await.unwrap();
        assert_eq!((answered, attempts), (status, 2));
        let requests = server.requests();
        assert_eq!(requests.len(), 2);
        assert_eq!(requests[0], requests[1]);
        let keyed = matches!(make, Make::CreateKeyed);
        assert_eq!(requests[0].contains("idempotency-key: once\r\n"), keyed);
        leaks::none_in(None);
    }
}
