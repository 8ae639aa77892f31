//! Documents of several files, with references to any place, and of OpenAPI 3.1: what their
//! clients send and read.

use bindery::{Call, Patch};
use serde_json::json;

use super::{
    compiled::{references, several_files, version_3_1},
    server::{Server, answer},
};

/// The request that a call sends, and what it makes of an answer with this body.
fn called<T: Send + 'static>(
    call: impl FnOnce(bindery::runtime::Client) -> Call<T>,
    body: &str,
) -> (String, Result<T, bindery::Error>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let server = Server::answering(answer("200 OK", "application/json", body)).await;
        let result = call(server.client()).await;
        (server.requests().pop().unwrap_or_default(), result)
    })
}

#[test]
fn types_of_other_files_travel() {
    use several_files::{Client, types};
    let body = r#"{"id":"u","home":{"street":"S"},"pets":[{"kind":"dog","loud":true},{"kind":"cow"}],"friend":{"id":"v","home":{}}}"#;
    let user = types::User::new("u", types::Address::new().street("S")).work(types::Address::new());
    let (sent, read) = called(|client| Client::new(client).create_user(&user), body);
    assert!(sent.starts_with("POST /users HTTP/1.1"), "{sent}");
    assert!(
        sent.ends_with(r#"{"id":"u","home":{"street":"S"},"work":{}}"#),
        "{sent}"
    );
    let read = read.unwrap();
    let pets = read.pets.unwrap();
    assert!(matches!(&pets[0], types::Pet::Dog(dog) if dog.loud == Some(true)));
    assert!(matches!(&pets[1], types::Pet::Unknown(cow) if *cow == json!({"kind": "cow"})));
    assert_eq!(read.friend.unwrap().id, "v");

    let (sent, teams) = called(
        |client| Client::new(client).list_teams(),
        r#"[{"name":"T","members":[{"id":"u","home":{}}],"pet":{"kind":"cat"}}]"#,
    );
    assert!(sent.starts_with("GET /teams HTTP/1.1"), "{sent}");
    assert!(matches!(teams.unwrap()[0].pet, Some(types::Pet::Cat(_))));
}

#[test]
fn rules_of_other_files_hold() {
    use several_files::{Client, types};
    let user = types::User::new("", types::Address::new());
    let (sent, refused) = called(|client| Client::new(client).create_user(&user), "{}");
    assert_eq!((sent.as_str(), refused.is_err()), ("", true));
}

#[test]
fn a_schema_that_is_referred_to_by_its_place_is_one_type() {
    use references::{Client, types};
    let (_, page) = called(
        |client| Client::new(client).list_users(&types::ListUsersOptions::new().page(2)),
        r#"{"data":[{"id":7}]}"#,
    );
    let (sent, user) = called(
        |client| Client::new(client).newest_user(&types::NewestUserOptions::new().verbose(true)),
        r#"{"id":7}"#,
    );
    assert!(
        sent.starts_with("GET /users/newest?verbose=true HTTP/1.1"),
        "{sent}"
    );
    assert_eq!(page.unwrap().data, [user.unwrap()]);

    let address = types::PersonAddress::new("S");
    let (sent, person) = called(
        |client| Client::new(client).move_user(7, &address, &types::MoveUserOptions::new()),
        r#"{"age":30,"address":{"street":"S"},"former":[{"street":"R"}]}"#,
    );
    assert!(sent.ends_with(r#"{"street":"S"}"#), "{sent}");
    let person = person.unwrap();
    assert_eq!((person.address, person.age), (address, 30));
}

#[test]
fn schemas_of_3_1_travel() {
    use version_3_1::{Client, types};
    let cat = types::Cat::new("Tom", None, None)
        .mark(types::CatMark::Integer(7))
        .mood(Patch::Null)
        .place([0.5, 1.0]);
    let (sent, read) = called(
        |client| Client::new(client).create_cat(&cat),
        r#"{"kind":"cat","name":"Tom","mother":{"kind":"cat","name":"Kit","mother":null,"owner":null},"owner":"Ann","mark":"M","mood":null,"mixed":[1,"a"]}"#,
    );
    let expected = r#"{"kind":"cat","name":"Tom","mother":null,"owner":null,"mark":7,"mood":null,"place":[0.5,1.0]}"#;
    assert!(sent.ends_with(expected), "{sent}");
    let read = read.unwrap();
    assert_eq!(read.mother.unwrap().name, "Kit");
    assert_eq!(read.owner.as_deref(), Some("Ann"));
    assert_eq!(read.mood, Patch::Null);
    assert_eq!(read.mark, Some(types::CatMark::String("M".to_owned())));
    assert_eq!(read.mixed.unwrap(), [json!(1), json!("a")]);

    let (_, pets) = called(
        |client| Client::new(client).list_pets(&types::ListPetsOptions::new()),
        r#"[{"kind":"dog"},{"kind":"cat","name":"T","mother":null,"owner":null},{"kind":"cow"}]"#,
    );
    let pets = pets.unwrap();
    assert!(matches!(pets[0], types::Pet::Dog(_)));
    assert!(matches!(pets[1], types::Pet::Cat(_)));
    assert!(matches!(pets[2], types::Pet::Unknown(_)));
}

#[test]
fn exclusive_bounds_of_3_1_hold() {
    use version_3_1::{Client, types};
    for (age, refused) in [(0, true), (1, false), (7, false), (8, true)] {
        let options = types::ListPetsOptions::new().age(age);
        let (sent, _) = called(|client| Client::new(client).list_pets(&options), "[]");
        assert_eq!(sent.is_empty(), refused, "{age}");
    }
}
