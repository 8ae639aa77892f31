//! Gigs: six operations, each with a recorded exchange.

use bindery::{
    Patch, TryStreamExt as _,
    gigs::{Client, CreateUser, SearchUsers, UpdateUser, User},
};
use httpmock::MockServer;
use serde_json::json;

use crate::replay::{Replay, url};

const USER: &str = "usr_0SNlurA049MEWV4OpCwsNyC9Kn2d";

fn client(url: String) -> Client {
    Client::builder("gigs", "key")
        .base_url(url)
        .build()
        .unwrap()
}

fn birthday() -> chrono::NaiveDate {
    "2017-07-21".parse().unwrap()
}

#[track_caller]
fn is_jerry(user: &User) {
    assert_eq!(user.id, USER);
    assert_eq!(user.birthday, Some(birthday()));
    assert_eq!(user.full_name.as_deref(), Some("Jerry Seinfeld"));
    assert_eq!(user.created_at.timestamp(), 1_611_257_914);
    assert!(user.email_verified && user.metadata.is_empty());
}

#[tokio::test]
async fn retrieve() {
    let replay = Replay::of("gigs/retrieveUser/200-documented").await;
    let response = client(replay.url())
        .users()
        .retrieve(USER)
        .response()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    is_jerry(response.body());
    replay.is_read_without_loss(response.body());
}

#[tokio::test]
async fn delete() {
    let replay = Replay::of("gigs/deleteUser/200-documented").await;
    let user = client(replay.url()).users().delete(USER).await.unwrap();
    is_jerry(&user);
    replay.is_read_without_loss(&user);
}

#[tokio::test]
async fn update() {
    let replay = Replay::of("gigs/updateUser/200-documented").await;
    let update = UpdateUser::new()
        .birthday(birthday())
        .email("jerry@example.com")
        .full_name("Jerry Seinfeld")
        .metadata([] as [(&str, Option<String>); 0])
        .preferred_locale("en-US");
    let user = client(replay.url())
        .users()
        .update(USER, &update)
        .await
        .unwrap();
    is_jerry(&user);
    replay.is_read_without_loss(&user);
}

#[tokio::test]
async fn create() {
    let replay = Replay::of("gigs/createUser/201-documented").await;
    let user = CreateUser::new("jerry@example.com")
        .birthday(birthday())
        .full_name("Jerry Seinfeld")
        .metadata([] as [(&str, &str); 0])
        .preferred_locale("en-US");
    let response = client(replay.url())
        .users()
        .create(&user)
        .response()
        .await
        .unwrap();
    assert_eq!(response.status(), 201);
    is_jerry(response.body());
    replay.is_read_without_loss(response.body());
}

#[tokio::test]
async fn search() {
    let replay = Replay::of("gigs/searchUsers/200-documented").await;
    let query = SearchUsers::new().email("jerry@example.com");
    let list = client(replay.url()).users().search(&query).await.unwrap();
    is_jerry(&list.items[0]);
    replay.is_read_without_loss(&list);
}

#[tokio::test]
async fn list() {
    let replay = Replay::of("gigs/listUsers/200-documented").await;
    let list = client(replay.url()).users().list().await.unwrap();
    is_jerry(&list.items[0]);
    replay.is_read_without_loss(&list);
    let users: Vec<User> = client(replay.url())
        .users()
        .list()
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(users, list.items);
}

/// What an update does to a field depends on which of three things is sent.
#[tokio::test]
async fn an_update_keeps_clears_or_replaces() {
    let recorded = Replay::of("gigs/updateUser/200-documented").await.body();
    for (update, sent) in [
        (UpdateUser::new(), json!({})),
        (
            UpdateUser::new().birthday(Patch::Null),
            json!({ "birthday": null }),
        ),
        (UpdateUser::new().full_name("J"), json!({ "fullName": "J" })),
        (
            UpdateUser::new().metadata([("gone", None), ("kept", Some("v".to_owned()))]),
            json!({ "metadata": { "gone": null, "kept": "v" } }),
        ),
    ] {
        let server = MockServer::start_async().await;
        let mock = server
            .mock_async(|when, then| {
                when.method("PATCH")
                    .header("authorization", "Bearer key")
                    .json_body(sent);
                then.status(200).json_body_obj(&recorded);
            })
            .await;
        client(url(&server))
            .users()
            .update(USER, &update)
            .await
            .unwrap();
        mock.assert_async().await;
    }
}

/// A server of three pages; they are made up, for no recorded list has a second one.
async fn three_pages() -> MockServer {
    let user = Replay::of("gigs/retrieveUser/200-documented").await.body();
    let server = MockServer::start_async().await;
    for (name, cursor, next, previous) in [
        ("after", None, Some("a"), None),
        ("after", Some("a"), Some("b"), Some("a")),
        ("after", Some("b"), None, Some("b")),
        ("before", Some("z"), Some("z"), Some("y")),
        ("before", Some("y"), Some("y"), None),
    ] {
        let list = json!({
            "object": "list", "items": [user], "moreItemsAfter": next, "moreItemsBefore": previous,
        });
        server
            .mock_async(|when, then| {
                let when = when.path("/projects/gigs/users");
                match cursor {
                    Some(cursor) => when.query_param(name, cursor),
                    None => when
                        .query_param_missing("after")
                        .query_param_missing("before"),
                };
                then.status(200).json_body_obj(&list);
            })
            .await;
    }
    server
}

#[tokio::test]
async fn pages_are_followed_from_any_cursor_both_ways() {
    let server = three_pages().await;
    let list = client(url(&server)).users().list().limit(1);
    for (list, count) in [
        (list.clone(), 3),
        (list.clone().after("a"), 2),
        (list.clone().after("b"), 1),
        (list.clone().before("z"), 2),
        (list.clone().limit(0), 1),
    ] {
        let users: Vec<User> = list.clone().items().try_collect().await.unwrap();
        assert_eq!(users.len(), count, "{list:?}");
    }
}

#[tokio::test]
async fn a_circle_of_pages_ends_with_an_error() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| {
            let list = json!({
                "object": "list", "items": [], "moreItemsAfter": "a", "moreItemsBefore": null,
            });
            then.status(200).json_body(list);
        })
        .await;
    let mut pages = client(url(&server)).users().list().pages();
    for _ in 0..2 {
        pages.try_next().await.unwrap().expect("a page");
    }
    let error = pages.try_next().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "listUsers: the provider handed out the cursor of a page twice"
    );
    assert!(pages.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn exclusive_parameters_are_refused() {
    let users = client("http://127.0.0.1:9".to_owned());
    let error = users
        .users()
        .list()
        .after("a")
        .before("b")
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert_eq!(
        error.to_string(),
        "listUsers: parameters `after` and `before` exclude each other"
    );
}

#[tokio::test]
async fn what_the_document_forbids_is_refused() {
    let users = client("http://127.0.0.1:9".to_owned()).users();
    let metadata = |length: usize| [("key", "é".repeat(length))];
    let update = UpdateUser::new().metadata(metadata(256).map(|(key, text)| (key, Some(text))));
    let create = CreateUser::new("jerry@example.com").metadata(metadata(256));
    let keys: Vec<(String, String)> = (0..11)
        .map(|key| (key.to_string(), key.to_string()))
        .collect();
    let crowded = CreateUser::new("jerry@example.com").metadata(keys);
    for (refused, expected) in [
        (
            users.list().limit(300).await.err(),
            "listUsers: parameter `limit` is 300, more than 200",
        ),
        (
            users.list().limit(-1).await.err(),
            "listUsers: parameter `limit` is -1, less than 0",
        ),
        (
            users.update(USER, &update).await.err(),
            "updateUser: body `/metadata/key` is longer than 255 characters",
        ),
        (
            users.create(&create).await.err(),
            "createUser: body `/metadata/key` is longer than 255 characters",
        ),
        (
            users.create(&crowded).await.err(),
            "createUser: body `/metadata` has 11 properties, more than 10",
        ),
    ] {
        let error = refused.unwrap();
        assert!(error.is_invalid_request());
        assert_eq!(error.to_string(), expected);
    }
    let longest = CreateUser::new("jerry@example.com").metadata(metadata(255));
    assert!(users.create(&longest).await.unwrap_err().is_connect());
}
