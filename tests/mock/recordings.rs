//! Recordings served by a mock, in one line.

use bindery::{
    gigs::{CreateUser, SearchUsers},
    mock::{MockChakra, MockGigs, MockThumbtack},
};

use crate::failure;

const RECORDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings");

#[tokio::test]
async fn gigs_is_served_as_recorded() {
    let gigs = MockGigs::recorded(format!("{RECORDINGS}/gigs")).await;
    let users = gigs.client().users();
    let user = users
        .retrieve("usr_0SNlurA049MEWV4OpCwsNyC9Kn2d")
        .await
        .unwrap();
    assert_eq!(user.email, "jerry@example.com");
    assert_eq!(users.list().await.unwrap().items[0], user);
    assert_eq!(users.delete(&user.id).await.unwrap(), user);
    assert_eq!(
        users.search(&SearchUsers::new()).await.unwrap().items.len(),
        1
    );
    let created = users
        .create(&CreateUser::new("a@example.com"))
        .response()
        .await
        .unwrap();
    assert_eq!(created.status(), 201);
}

#[tokio::test]
async fn thumbtack_and_chakra_are_served_as_recorded() {
    let thumbtack = MockThumbtack::recorded(format!("{RECORDINGS}/thumbtack")).await;
    let user = thumbtack.client().users().me().await.unwrap();
    assert_eq!(user.user_id, "1337");
    // What the page leaves out of a list's items is missing here as well.
    let error = thumbtack.client().webhooks().list().await.unwrap_err();
    assert!(error.is_decode());

    let chakra = MockChakra::recorded(format!("{RECORDINGS}/chakra")).await;
    let user = chakra
        .client()
        .users()
        .fetch("9763caa1-cef3-497f-b3b2-f551456b2831")
        .await
        .unwrap();
    assert!(!user.id.is_empty());
}

#[tokio::test]
async fn a_recorded_answer_can_be_preceded_by_none_but_asked_about() {
    let gigs = MockGigs::recorded(format!("{RECORDINGS}/gigs/listUsers")).await;
    gigs.client().users().list().await.unwrap();
    gigs.users().list(|users| users).called(1);
    gigs.client().users().retrieve("usr_1").await.unwrap_err();
    assert!(failure(|| drop(gigs)).contains("nobody expects `GET /projects/gigs/users/usr_1`"));
}

#[test]
fn recordings_that_are_not_there_fail_the_test() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let said = failure(|| {
        runtime.block_on(async {
            MockGigs::recorded("tests/no-such-folder").await;
        });
    });
    assert!(said.contains("no-such-folder"), "{said}");
}
