//! Statuses that pass, statuses that stay, and how long the server asks to wait.

use std::time::{Duration, Instant};

use crate::{
    bodies::{LIST, USER},
    case::{Make, check, fails, gigs, succeeds},
    leaks,
    server::{Server, Step},
};

fn status(status: &str) -> Step {
    Step::json(status, r#"{"message":"m"}"#)
}

fn busy(headers: &str) -> Step {
    Step::answer("429 Too Many Requests", headers, "")
}

fn well() -> Step {
    Step::json("200 OK", USER)
}

#[tokio::test]
async fn a_status_that_passes_is_sent_again() {
    use Make::{Create, CreateKeyed, Delete, Hook, Me, Retrieve};

    let down = || status("500 Internal Server Error");
    for (name, make, script, expected) in [
        ("500 once", Retrieve, vec![down(), well()], succeeds(2)),
        (
            "500 twice",
            Retrieve,
            vec![down(), down(), well()],
            succeeds(3),
        ),
        (
            "500 for ever",
            Retrieve,
            vec![down()],
            fails("api", Some(500), 3),
        ),
        (
            "408",
            Retrieve,
            vec![status("408 Request Timeout"), well()],
            succeeds(2),
        ),
        (
            "429",
            Retrieve,
            vec![status("429 Too Many Requests"), well()],
            succeeds(2),
        ),
        (
            "502",
            Retrieve,
            vec![status("502 Bad Gateway"), well()],
            succeeds(2),
        ),
        (
            "503",
            Retrieve,
            vec![status("503 Service Unavailable"), well()],
            succeeds(2),
        ),
        (
            "504",
            Retrieve,
            vec![status("504 Gateway Timeout"), well()],
            succeeds(2),
        ),
        (
            "501",
            Retrieve,
            vec![status("501 Not Implemented")],
            fails("api", Some(501), 1),
        ),
        (
            "400",
            Retrieve,
            vec![status("400 Bad Request")],
            fails("api", Some(400), 1),
        ),
        (
            "401 and a fixed key",
            Retrieve,
            vec![status("401 Unauthorized")],
            fails("api", Some(401), 1),
        ),
        (
            "404",
            Retrieve,
            vec![status("404 Not Found")],
            fails("api", Some(404), 1),
        ),
        (
            "500 then 404",
            Retrieve,
            vec![down(), status("404 Not Found")],
            fails("api", Some(404), 2),
        ),
        ("DELETE and 500", Delete, vec![down(), well()], succeeds(2)),
        (
            "POST and 500",
            Create,
            vec![down()],
            fails("api", Some(500), 1),
        ),
        (
            "POST and 429",
            Create,
            vec![busy("")],
            fails("api", Some(429), 1),
        ),
        (
            "POST with a key and 500",
            CreateKeyed,
            vec![down(), well()],
            succeeds(2),
        ),
        (
            "POST marked idempotent and 500",
            Make::Search,
            vec![down(), Step::json("200 OK", LIST)],
            succeeds(2),
        ),
        (
            "POST with a password and 500",
            Hook,
            vec![down()],
            fails("api", Some(500), 1),
        ),
        (
            "Thumbtack's wrong audience",
            Me,
            vec![Step::json(
                "502 Bad Gateway",
                r#"{"error":"proxy_oauth_failed","detail":"audience"}"#,
            )],
            fails("api", Some(502), 1),
        ),
        (
            "Thumbtack's other 502",
            Me,
            vec![status("502 Bad Gateway")],
            fails("api", Some(502), 3),
        ),
        (
            "Thumbtack's challenge",
            Me,
            vec![Step::answer("202 Accepted", "", "")],
            fails("api", Some(202), 1),
        ),
        (
            "Thumbtack's challenge in HTML",
            Hook,
            vec![Step::answer(
                "202 Accepted",
                "content-type: text/html\r\n",
                "<script>",
            )],
            fails("api", Some(202), 1),
        ),
    ] {
        check(name, make, script, expected).await;
    }
}

#[tokio::test]
async fn retry_after_is_waited_for_or_ends_the_call() {
    use Make::{Retrieve, RetrieveSoon};

    const DATE: &str = "date: Wed, 21 Oct 2015 07:28:00 GMT\r\n";
    let again = |headers: &str| vec![busy(headers), well()];
    for (name, make, script, expected, asked) in [
        (
            "at once",
            Retrieve,
            again("retry-after: 0\r\n"),
            succeeds(2),
            None,
        ),
        (
            "a second",
            Retrieve,
            again("retry-after: 1\r\n"),
            succeeds(2),
            Some(1),
        ),
        (
            "a date a second away by the server's clock",
            Retrieve,
            again(&format!(
                "retry-after: Wed, 21 Oct 2015 07:28:01 GMT\r\n{DATE}"
            )),
            succeeds(2),
            Some(1),
        ),
        (
            "a date gone by",
            Retrieve,
            again("retry-after: Wed, 21 Oct 2015 07:28:00 GMT\r\n"),
            succeeds(2),
            None,
        ),
        (
            "no time at all",
            Retrieve,
            again("retry-after: soon\r\n"),
            succeeds(2),
            None,
        ),
        (
            "more than is waited for",
            Retrieve,
            again("retry-after: 61\r\n"),
            fails("api", Some(429), 1),
            Some(61),
        ),
        (
            "a date further away than is waited for",
            Retrieve,
            again(&format!(
                "retry-after: Wed, 21 Oct 2015 07:29:01 GMT\r\n{DATE}"
            )),
            fails("api", Some(429), 1),
            Some(61),
        ),
        (
            "longer than any clock",
            Retrieve,
            again("retry-after: 18446744073709551615\r\n"),
            fails("api", Some(429), 1),
            Some(u64::MAX),
        ),
        (
            "past the deadline",
            RetrieveSoon,
            again("retry-after: 30\r\n"),
            fails("api", Some(429), 1),
            Some(30),
        ),
    ] {
        let began = Instant::now();
        let waits = expected.end == "success";
        let error = check(name, make, script, expected).await;
        let asked = asked.map(Duration::from_secs);
        if waits {
            assert!(began.elapsed() >= asked.unwrap_or_default(), "{name}");
        } else {
            assert_eq!(error.and_then(|error| error.retry_after()), asked, "{name}");
        }
    }
}

/// No clock reaches as far as a `Duration` does.
#[tokio::test]
async fn a_call_may_have_all_the_time_there_is() {
    leaks::watch();
    let server = Server::start(vec![status("503 Service Unavailable"), well()]).await;
    let call = gigs(&server.url).users().retrieve("u");
    let call = call.timeout(Duration::MAX).attempt_timeout(Duration::MAX);
    assert_eq!(call.response().await.unwrap().attempts(), 2);
}
