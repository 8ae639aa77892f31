//! What a mock answers, how often, how late, and to whom.

use std::time::Duration;

use bindery::{
    Retry,
    gigs::{ApiError, CreateUser, User},
    mock::MockGigs,
};
use serde_json::json;

use crate::{failure, jerry, page};

fn outage() -> serde_json::Value {
    json!({"object": "error", "type": "system_error", "message": "down"})
}

/// The statuses of so many calls, one after the other.
async fn statuses(gigs: &MockGigs, calls: usize) -> Vec<u16> {
    let client = gigs.builder().retry(Retry::never()).build().unwrap();
    let mut statuses = Vec::new();
    for _ in 0..calls {
        let answer = client.users().retrieve("usr_1").response().await;
        statuses.push(answer.map_or_else(|error| error.status().unwrap(), |ok| ok.status()));
    }
    statuses
}

#[tokio::test]
async fn answers_are_given_in_turn_and_the_last_one_for_ever() {
    let gigs = MockGigs::start().await;
    gigs.users()
        .retrieve("usr_1")
        .fails(503, outage())
        .times(2)
        .fails(500, outage())
        .returns(jerry());
    assert_eq!(statuses(&gigs, 6).await, [503, 503, 500, 200, 200, 200]);
    gigs.users().retrieve("usr_1").called(6);
    gigs.users().retrieve("usr_2").called(0);
    assert_eq!(gigs.calls(), ["GET /projects/gigs/users/usr_1"; 6]);
}

#[tokio::test]
async fn the_first_expectation_wins_until_it_is_used_up() {
    let gigs = MockGigs::start().await;
    gigs.users().retrieve("usr_1").returns(jerry()).times(1);
    gigs.users().retrieve("usr_1").any().fails(404, outage());
    assert_eq!(statuses(&gigs, 3).await, [200, 404, 404]);
}

#[tokio::test]
async fn the_client_repeats_what_a_mock_fails_once() {
    let gigs = MockGigs::start().await;
    gigs.users()
        .retrieve("usr_1")
        .fails(503, outage())
        .returns(jerry());
    let retry = Retry::new().delays(Duration::from_millis(1), Duration::from_millis(2));
    let client = gigs.builder().retry(retry).build().unwrap();
    let response = client.users().retrieve("usr_1").response().await.unwrap();
    assert_eq!((response.attempts(), response.status()), (2, 200));
    gigs.users().retrieve("usr_1").called(2);
}

#[tokio::test]
async fn a_typed_value_is_an_answer_too() {
    let user: User = serde_json::from_value(jerry()).unwrap();
    let gigs = MockGigs::start().await;
    gigs.users().retrieve("usr_1").returns(&user);
    assert_eq!(gigs.client().users().retrieve("usr_1").await.unwrap(), user);
}

#[tokio::test]
async fn a_failure_has_the_providers_type() {
    let gigs = MockGigs::start().await;
    let body = json!({"object": "error", "type": "resource_not_found", "message": "no such user"});
    gigs.users().retrieve("usr_1").fails(404, body);
    let error = gigs.client().users().retrieve("usr_1").await.unwrap_err();
    assert!(error.is_api());
    assert_eq!(error.details::<ApiError>().unwrap().message, "no such user");
}

#[tokio::test]
async fn a_late_answer_is_a_timeout_and_a_call_all_the_same() {
    let gigs = MockGigs::start().await;
    gigs.users()
        .retrieve("usr_1")
        .delayed(Duration::from_secs(60))
        .returns(jerry())
        .returns(jerry());
    let client = gigs.builder().retry(Retry::never()).build().unwrap();
    let late = client
        .users()
        .retrieve("usr_1")
        .timeout(Duration::from_millis(50));
    assert!(late.await.unwrap_err().is_timeout());
    // The delay was that of the first answer alone.
    client.users().retrieve("usr_1").await.unwrap();
    gigs.users().retrieve("usr_1").called(2);
}

#[tokio::test]
async fn bytes_of_any_kind_can_be_answered() {
    for (status, media_type, body, is) in [
        (200, "text/html", "<html>", "decode"),
        (200, "application/json", "{}", "decode"),
        (502, "text/plain", "bad gateway", "api"),
        (301, "", "", "unexpected status"),
    ] {
        let gigs = MockGigs::start().await;
        gigs.users()
            .retrieve("usr_1")
            .answers(status, media_type, body);
        let client = gigs.builder().retry(Retry::never()).build().unwrap();
        let error = client.users().retrieve("usr_1").await.unwrap_err();
        let found = match () {
            () if error.is_decode() => "decode",
            () if error.is_api() => "api",
            () if error.is_unexpected_status() => "unexpected status",
            () => "something else",
        };
        assert_eq!((found, error.status()), (is, Some(status)), "{error:?}");
    }
}

#[tokio::test]
async fn bodies_and_queries_tell_requests_apart() {
    let gigs = MockGigs::start().await;
    let (one, other) = (
        CreateUser::new("a@example.com"),
        CreateUser::new("b@example.com"),
    );
    gigs.users().create(&one).returns(jerry());
    gigs.users().create(&other).fails(409, outage());
    gigs.users().list(|users| users.limit(2)).returns(page());
    let client = gigs.client();
    assert_eq!(client.users().create(&one).await.unwrap().id, "usr_1");
    assert_eq!(
        client.users().create(&other).await.unwrap_err().status(),
        Some(409)
    );
    assert_eq!(client.users().list().limit(2).await.unwrap().items.len(), 1);
    gigs.users().create(&one).called(1);
    gigs.users().create(&one).any().called(2);
    gigs.users().list(|users| users).called(0);
    gigs.users().list(|users| users).any().called(1);
}

#[tokio::test]
async fn a_wrong_count_says_what_came() {
    let gigs = MockGigs::start().await;
    gigs.users().retrieve("usr_1").returns(jerry());
    gigs.client().users().retrieve("usr_1").await.unwrap();
    let said = failure(|| gigs.users().retrieve("usr_1").called(2));
    assert_eq!(
        said,
        "`GET /projects/gigs/users/usr_1` came 1 times, not 2; \
         all that came: [\"GET /projects/gigs/users/usr_1\"]"
    );
}
