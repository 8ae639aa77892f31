//! Every operation of every provider, through its mock and its client.

use bindery::{
    gigs::{CreateUser, SearchUsers, UpdateUser},
    mock::{MockChakra, MockGigs, MockThumbtack},
    thumbtack::{BasicAuth, NewWebhook, UpdateWebhook},
};
use serde_json::{Value, json};

use crate::{jerry, page};

#[tokio::test]
async fn gigs() {
    let gigs = MockGigs::start().await;
    let (new, update) = (
        CreateUser::new("jerry@example.com"),
        UpdateUser::new().full_name("Jerry"),
    );
    let query = SearchUsers::new().email("jerry@example.com");
    let (mock, client) = (gigs.users(), gigs.client().users());
    mock.retrieve("usr_1").returns(jerry());
    mock.create(&new).returns(jerry());
    mock.update("usr_1", &update).returns(jerry());
    mock.delete("usr_1").returns(jerry());
    mock.search(&query).returns(page());
    mock.list(|users| users.limit(1).after("usr_0"))
        .returns(page());

    assert_eq!(client.retrieve("usr_1").await.unwrap().id, "usr_1");
    assert_eq!(client.create(&new).await.unwrap().id, "usr_1");
    assert_eq!(client.update("usr_1", &update).await.unwrap().id, "usr_1");
    assert_eq!(client.delete("usr_1").await.unwrap().id, "usr_1");
    assert_eq!(client.search(&query).await.unwrap().items.len(), 1);
    assert_eq!(
        client
            .list()
            .limit(1)
            .after("usr_0")
            .await
            .unwrap()
            .items
            .len(),
        1
    );
    mock.delete("usr_1").called(1);
    assert_eq!(gigs.calls().len(), 6);
}

#[tokio::test]
async fn thumbtack() {
    let thumbtack = MockThumbtack::start().await;
    let user = json!({
        "userID": "1337", "email": "hello@world.com", "firstName": "Hello", "lastName": "World",
    });
    let webhook = json!({
        "webhookID": "7", "webhookURL": "https://acme.example/hooks", "enabled": true,
        "authType": "Basic", "userID": "1337", "eventTypes": ["MessageCreatedV4"],
    });
    let new = NewWebhook::new("https://acme.example/hooks")
        .event("MessageCreatedV4")
        .auth(BasicAuth::new("acme", "password"));
    let update = UpdateWebhook::new().enabled(false);
    let auth = || BasicAuth::new("acme", "other");
    let (mock, client) = (thumbtack.webhooks(), thumbtack.client().webhooks());
    thumbtack.users().me().returns(user);
    mock.create(&new).returns(&webhook);
    mock.get("7").returns(&webhook);
    mock.list()
        .returns(json!({"data": [webhook], "pagination": {"limit": 1}}));
    mock.update("7", &update).returns(());
    mock.delete("7").returns(());
    mock.update_auth("7", auth()).returns(());
    mock.delete_auth("7").returns(());

    assert_eq!(
        thumbtack.client().users().me().await.unwrap().user_id,
        "1337"
    );
    assert_eq!(client.create(&new).await.unwrap().webhook_id, "7");
    assert_eq!(client.get("7").await.unwrap().webhook_id, "7");
    assert_eq!(client.list().await.unwrap().data.len(), 1);
    client.update("7", &update).await.unwrap();
    client.update_auth("7", auth()).await.unwrap();
    client.delete_auth("7").await.unwrap();
    client.delete("7").await.unwrap();
    mock.delete("7").called(1);
    assert_eq!(thumbtack.calls().len(), 8);
    assert_eq!(thumbtack.calls()[0], "GET /api/v4/users/self");
}

#[tokio::test]
async fn chakra() {
    let file = bindery_contract::Recording::load(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/recordings/chakra/fetchUser/200-documented.yaml"
    ));
    let response = file.unwrap().response.unwrap();
    let envelope: Value = serde_json::from_str(response.body.unwrap().text()).unwrap();
    let chakra = MockChakra::start().await;
    chakra.users().fetch("7").returns(&envelope["_data"]);
    let user = chakra.client().users().fetch("7").await.unwrap();
    assert_eq!(user.id, envelope["_data"]["id"]);

    // The envelope itself, by the client as generated.
    let generated = chakra.client();
    let call = || generated.generated().fetch_user("8");
    chakra.on(call()).returns(&envelope);
    assert_eq!(call().await.unwrap().data.id, envelope["_data"]["id"]);
    chakra.users().fetch("8").called(1);
}
