//! Chakra HQ: one operation, whose recorded answer its documentation tool generated.

use bindery::chakra::Client;

use crate::replay::Replay;

const USER: &str = "9763caa1-cef3-497f-b3b2-f551456b2831";

#[tokio::test]
async fn fetch() {
    let replay = Replay::of("chakra/fetchUser/200-documented").await;
    let client = Client::builder("token")
        .base_url(replay.url())
        .build()
        .unwrap();
    let user = client.users().fetch(USER).await.unwrap();
    assert_eq!(user.first_name, "string");
    let envelope = client.generated().fetch_user(USER).await.unwrap();
    assert_eq!(envelope.data, user);
    replay.is_read_without_loss(&envelope);
}
