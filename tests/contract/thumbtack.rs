//! Thumbtack: four operations with recorded exchanges, and four of which only the request was printed.

use bindery::thumbtack::{BasicAuth, Client, NewWebhook, UpdateWebhook, Webhook};
use httpmock::MockServer;
use serde_json::json;

use crate::replay::{Replay, url};

fn client(url: &str) -> Client {
    Client::builder("token")
        .base_url(format!("{url}/api"))
        .build()
        .unwrap()
}

#[tokio::test]
async fn me() {
    let replay = Replay::of("thumbtack/getUserSelf/200-documented").await;
    let user = client(&replay.url()).users().me().await.unwrap();
    assert_eq!(user.user_id, "1337");
    replay.is_read_without_loss(&user);
}

/// The page prints `<your webhook URL>`, which is no https URL; the request carries a real one.
#[tokio::test]
async fn create() {
    const URL: &str = "https://webhook.site/1";
    let change = |text: String| text.replacen("<your webhook URL>", URL, 1);
    let replay = Replay::with("thumbtack/createUserWebhook/200-documented", change).await;
    let webhook = NewWebhook::new(URL)
        .event("MessageCreated")
        .enabled(false)
        .auth(BasicAuth::new("hello", "world"));
    let webhook = client(&replay.url())
        .webhooks()
        .create(&webhook)
        .await
        .unwrap();
    assert!(
        webhook
            .auth_type
            .as_ref()
            .is_some_and(|kind| *kind == "Basic")
    );
    replay.is_read_without_loss(&webhook);
}

#[tokio::test]
async fn get() {
    let replay = Replay::of("thumbtack/getUserWebhook/200-documented").await;
    let webhook = client(&replay.url())
        .webhooks()
        .get("webhookID")
        .await
        .unwrap();
    assert_eq!(webhook.enabled, Some(false));
    replay.is_read_without_loss(&webhook);
}

/// The page leaves the webhooks of the list out; the one of another page stands in for them.
#[tokio::test]
async fn list() {
    let webhook = Replay::of("thumbtack/getUserWebhook/200-documented")
        .await
        .body();
    let change = |text: String| text.replace("{}", &webhook.to_string());
    let replay = Replay::with("thumbtack/listUserWebhooks/200-documented", change).await;
    let list = client(&replay.url()).webhooks().list().await.unwrap();
    assert_eq!(
        list.data,
        [serde_json::from_value::<Webhook>(webhook).unwrap()]
    );
    replay.is_read_without_loss(&list);
}

/// Whatever these four answer with was not printed: an empty success is made up.
#[tokio::test]
async fn requests_without_a_printed_answer() {
    let replay = Replay::of("thumbtack/updateUserWebhook/request-documented").await;
    let update = UpdateWebhook::new().enabled(true);
    client(&replay.url())
        .webhooks()
        .update("webhookID", &update)
        .await
        .unwrap();

    let replay = Replay::of("thumbtack/updateUserWebhookAuth/request-documented").await;
    let auth = BasicAuth::new("username", "password");
    client(&replay.url())
        .webhooks()
        .update_auth("webhookID", auth)
        .await
        .unwrap();

    let replay = Replay::of("thumbtack/deleteUserWebhookAuth/request-documented").await;
    client(&replay.url())
        .webhooks()
        .delete_auth("webhookID")
        .await
        .unwrap();

    let replay = Replay::of("thumbtack/deleteUserWebhook/request-documented").await;
    client(&replay.url())
        .webhooks()
        .delete("webhookID")
        .await
        .unwrap();
}

#[tokio::test]
async fn any_success_is_one_with_whatever_body() {
    for (status, body) in [(200, ""), (201, "{}"), (204, ""), (200, "<html>")] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method("DELETE").path("/api/v4/users/webhooks/7");
                then.status(status).body(body);
            })
            .await;
        client(&url(&server)).webhooks().delete("7").await.unwrap();
    }
}

#[tokio::test]
async fn unknown_events_are_sent_and_read() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.json_body(json!({ "webhookURL": "https://a.example", "eventTypes": ["New", "MessageCreatedV4"] }));
            then.status(201).json_body(json!({
                "webhookID": "1", "webhookURL": "https://a.example", "authType": "Mutual", "eventTypes": ["New"],
            }));
        })
        .await;
    let webhook = NewWebhook::new("https://a.example")
        .event("New")
        .event("MessageCreatedV4");
    let webhook = client(&url(&server))
        .webhooks()
        .create(&webhook)
        .await
        .unwrap();
    assert_eq!(webhook.auth_type.unwrap().as_str(), "Mutual");
}

#[tokio::test]
async fn an_address_that_is_not_https_is_refused() {
    let webhooks = client("http://127.0.0.1:9").webhooks();
    let error = webhooks
        .create(&NewWebhook::new("http://a.example"))
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert_eq!(
        error.to_string(),
        "createUserWebhook: body `/webhookURL` does not match `^https://`"
    );
    let update = UpdateWebhook::new().webhook_url("http://a.example");
    let error = webhooks.update("webhookID", &update).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "updateUserWebhook: body `/webhookURL` does not match `^https://`"
    );
}
