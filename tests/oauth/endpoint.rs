//! A token endpoint that misbehaves: the right error, the right number of requests, no secret told,
//! and the old token in use as long as it lasts.

use std::time::Duration;

use bindery::{
    Retry,
    thumbtack::oauth::{Grant, MemoryStore, Oauth, Tokens},
};
use chrono::{DateTime, TimeDelta};
use futures_util::future::{FutureExt as _, join_all};

use crate::{
    authorizer::{CLIENT, REDIRECT, SECRET},
    leaks,
    server::{Server, Step},
};

const ATTEMPT: Duration = Duration::from_millis(300);

struct Case {
    name: &'static str,
    script: Vec<Step>,
    /// What the error says.
    says: &'static str,
    /// How often a refresh and an exchange are sent.
    sent: (usize, usize),
}

fn case(name: &'static str, script: Vec<Step>, says: &'static str, sent: (usize, usize)) -> Case {
    Case {
        name,
        script,
        says,
        sent,
    }
}

fn cases() -> Vec<Case> {
    let html = "<html>hushed-refresh</html>";
    let odd = "the token endpoint's answer is not what OAuth asks for";
    vec![
        case(
            "error JSON",
            vec![Step::json("400 Bad Request", r#"{"error":"invalid_grant"}"#)],
            "refused: `invalid_grant` (the user has to authorize the application again)",
            (1, 1),
        ),
        case(
            "error JSON that repeats what was sent",
            vec![Step::json(
                "401 Unauthorized",
                r#"{"error":"invalid_client","error_description":"hushed-refresh, hushed:client+secret"}"#,
            )],
            "refused: `invalid_client`: ",
            (1, 1),
        ),
        case(
            "a secret across the end of what is repeated",
            vec![Step::json(
                "401 Unauthorized",
                concat!(
                    r#"{"error":"invalid_client","error_description":""#,
                    "..................................................",
                    "..................................................",
                    "..................................................",
                    "........................................hushed:client+secret",
                    r#""}"#,
                ),
            )],
            "refused: `invalid_client`: ",
            (1, 1),
        ),
        case(
            "HTML as a failure",
            vec![Step::answer("403 Forbidden", "content-type: text/html\r\n", html)],
            "the token endpoint answered 403, which is no answer of OAuth's",
            (1, 1),
        ),
        case(
            "HTML as a success",
            vec![Step::answer("200 OK", "content-type: text/html\r\n", html)],
            "token endpoint: unexpected response Content-Type",
            (1, 1),
        ),
        case(
            "HTML that calls itself JSON",
            vec![Step::json("200 OK", html)],
            odd,
            (1, 1),
        ),
        case("an empty success", vec![Step::answer("200 OK", "", "")], "token endpoint: ", (1, 1)),
        case("a list", vec![Step::json("200 OK", r#"["hushed"]"#)], odd, (1, 1)),
        case(
            "an access token that is no text",
            vec![Step::json("200 OK", r#"{"access_token":{"hushed":1},"token_type":"bearer"}"#)],
            "`access_token` of the token endpoint's answer does not fit",
            (1, 1),
        ),
        case(
            "a life that is no number",
            vec![Step::json(
                "200 OK",
                r#"{"access_token":"hushed","token_type":"bearer","expires_in":"hushed"}"#,
            )],
            "`expires_in` of the token endpoint's answer does not fit",
            (1, 1),
        ),
        case(
            "a challenge of the firewall",
            vec![Step::answer("202 Accepted", "", "")],
            "the token endpoint answered 202",
            (1, 1),
        ),
        case(
            "a redirect",
            vec![Step::answer("307 Temporary Redirect", "location: http://127.0.0.1:1/\r\n", "")],
            "the token endpoint answered 307",
            (1, 1),
        ),
        case(
            "500 for ever",
            vec![Step::answer("500 Internal Server Error", "", "")],
            "the token endpoint answered 500",
            (3, 1),
        ),
        case(
            "the wrong audience",
            vec![Step::json("502 Bad Gateway", r#"{"error":"proxy_oauth_failed","detail":"d"}"#)],
            "refused: `proxy_oauth_failed`",
            (1, 1),
        ),
        case(
            "truncated",
            vec![
                Step::send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{\"acc")
                    .closing(),
            ],
            "the token endpoint answered 200",
            (3, 1),
        ),
        case("silence", vec![Step::send("").holding()], "the token endpoint gave no answer", (3, 1)),
        case("hung up", vec![Step::send("").closing()], "the token endpoint gave no answer", (3, 1)),
        case("reset", vec![Step::send("").resetting()], "the token endpoint gave no answer", (3, 1)),
        case(
            "slower than anybody waits",
            vec![Step::json("200 OK", html).dripping_after(75, ATTEMPT / 2)],
            "the token endpoint answered 200",
            (3, 1),
        ),
        case(
            "endless",
            vec![Step::json("200 OK", &" ".repeat(2 * 1024 * 1024))],
            "the token endpoint answered 200",
            (1, 1),
        ),
    ]
}

fn oauth(server: &Server) -> Oauth {
    Oauth::builder(CLIENT, SECRET, REDIRECT)
        .server(&server.url)
        .clock(|| DateTime::UNIX_EPOCH)
        .configure(|builder| {
            let retry = Retry::new().delays(Duration::from_millis(1), Duration::from_millis(2));
            builder
                .attempt_timeout(ATTEMPT)
                .retry(retry)
                .max_body(1024 * 1024)
        })
        .build()
        .unwrap()
}

/// Tokens that end in so many seconds.
fn tokens(seconds_left: i64) -> Tokens {
    Tokens::new("hushed-access")
        .refresh_token("hushed-refresh")
        .expires_at(DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds_left))
}

#[track_caller]
fn check(case: &Case, error: &bindery::thumbtack::oauth::Error, server: &Server, sent: usize) {
    let Case { name, says, .. } = case;
    let text = format!("{error} {error:?}");
    assert!(error.to_string().starts_with(says), "{name}: {error}");
    assert!(!text.contains("hushed"), "{name}: {text}");
    assert_eq!(server.requests().len(), sent, "{name}");
}

#[tokio::test]
async fn a_refresh_ends_as_the_endpoint_lets_it() {
    leaks::watch();
    for case in cases() {
        let server = Server::start(case.script.clone()).await;
        let ended = oauth(&server).connect(MemoryStore::from(tokens(0)));
        check(
            &case,
            &ended.tokens().await.unwrap_err(),
            &server,
            case.sent.0,
        );

        let server = Server::start(case.script.clone()).await;
        let alive = oauth(&server).connect(MemoryStore::from(tokens(30)));
        assert_eq!(alive.tokens().await.unwrap(), tokens(30), "{}", case.name);
        check(&case, &alive.trouble().unwrap(), &server, case.sent.0);
    }
    leaks::none_in(None);
}

#[tokio::test]
async fn all_who_wait_share_a_failed_refresh() {
    let refusal = Step::json("400 Bad Request", r#"{"error":"invalid_grant"}"#);
    let server = Server::start(vec![refusal]).await;
    let connection = oauth(&server).connect(MemoryStore::from(tokens(0)));
    for refreshes in 1..=2 {
        let mut waiting: Vec<_> = (0..50).map(|_| Box::pin(connection.tokens())).collect();
        // All of them wait before the one refresh is answered.
        for one in &mut waiting {
            assert!(one.now_or_never().is_none());
        }
        for result in join_all(waiting).await {
            assert!(result.unwrap_err().is_reauthorization_required());
        }
        assert_eq!(server.requests().len(), refreshes);
    }
}

#[tokio::test]
async fn what_passes_is_told_from_what_does_not() {
    for (status, code, retryable, again) in [
        ("400 Bad Request", "invalid_grant", false, true),
        ("400 Bad Request", "invalid_request", false, false),
        ("400 Bad Request", "temporarily_unavailable", true, false),
        ("400 Bad Request", "server_error", true, false),
    ] {
        let refusal = Step::json(status, &format!(r#"{{"error":"{code}"}}"#));
        let server = Server::start(vec![refusal]).await;
        let connection = oauth(&server).connect(MemoryStore::from(tokens(0)));
        let error = connection.tokens().await.unwrap_err();
        let found = (
            error.code(),
            error.is_retryable(),
            error.is_reauthorization_required(),
        );
        assert_eq!(found, (Some(code), retryable, again));
    }
}

#[tokio::test]
async fn an_exchange_is_never_sent_twice() {
    for case in cases() {
        let server = Server::start(case.script.clone()).await;
        let grant = Grant::new("hushed-code", "hushed-refresh");
        let error = oauth(&server).exchange(grant).await.unwrap_err();
        check(&case, &error, &server, case.sent.1);
    }
}

#[tokio::test]
async fn a_refresh_goes_on_after_what_passes() {
    let well = |body: &str| Step::json("200 OK", body);
    let new = r#"{"access_token":"hushed-new","token_type":"bearer","expires_in":3600,"refresh_token":"hushed-next"}"#;
    let down = Step::answer("503 Service Unavailable", "", "");
    let end = |seconds| Some(DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds));
    for (name, script, refresh_token, expires_at) in [
        ("at once", vec![well(new)], "hushed-next", end(3600)),
        (
            "after an outage",
            vec![down.clone(), down, well(new)],
            "hushed-next",
            end(3600),
        ),
        (
            "no new refresh token",
            vec![well(
                r#"{"access_token":"hushed-new","token_type":"Bearer"}"#,
            )],
            "hushed-refresh",
            None,
        ),
        (
            "a life beyond all calendars",
            vec![well(
                r#"{"access_token":"hushed-new","token_type":"bearer","expires_in":18446744073709551615}"#,
            )],
            "hushed-refresh",
            None,
        ),
    ] {
        let server = Server::start(script).await;
        let connection = oauth(&server).connect(MemoryStore::from(tokens(0)));
        let mut expected = Tokens::new("hushed-new").refresh_token(refresh_token);
        expected.expires_at = expires_at;
        assert_eq!(connection.tokens().await.unwrap(), expected, "{name}");
    }
}
