//! Unions whose branches are told apart by what they admit.

use serde_json::{Value, json};

use super::{
    compiled::told::{
        Client,
        types::{
            Asset, Bark, Cat, Dog, Image, Key, ListOrdersResponseItem, Message, Owner, OwnerPet,
            Plain, Purr, Role, Sound, Step, Turn, Video,
        },
    },
    wire::{reads, sends},
};

/// Reads a value as a union.
#[track_caller]
fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

#[test]
fn heirs_are_known_by_what_they_narrow() {
    let owner = Owner::new(Cat::new().name("Tom"));
    sends(
        |c| Client::new(c).send_pet(&owner),
        "POST /pets",
        &[],
        r#"{"pet":{"kind":"cat","name":"Tom"}}"#,
    );
    let dog = json!({"pet": {"kind": "dog", "name": "Rex"}}).to_string();
    let owner = reads(|c| Client::new(c).send_pet(&owner), &dog).unwrap();
    assert_eq!(owner.pet, OwnerPet::Dog(Dog::new().name("Rex")));
    let fish = json!({"kind": "fish", "name": "Nemo"});
    assert_eq!(read::<OwnerPet>(fish.clone()), OwnerPet::Unknown(fish));
}

#[test]
fn another_property_tells_what_the_discriminator_does_not() {
    let role = |role: &str| json!({"type": "message", "role": role});
    assert!(matches!(read(role("user")), Turn::User(_)));
    assert!(matches!(read(role("assistant")), Turn::Assistant(_)));
    assert!(matches!(read(role("tool")), Turn::Unknown(_)));
    let tool = json!({"type": "tool", "role": "user"});
    assert!(matches!(read(tool), Message::Tool(_)));
    assert!(matches!(read(role("user")), Message::User(_)));
    assert!(matches!(read(role("assistant")), Message::Assistant(_)));
    assert!(matches!(read(role("tool")), Message::Unknown(_)));
}

#[test]
fn a_default_tells_a_branch_and_is_sent() {
    let image = json!({"type": "image", "src": "a.png"});
    assert_eq!(read::<Asset>(image.clone()), Image::new("a.png").into());
    let asset = Asset::from(Video::new("a.mp4"));
    sends(
        |c| Client::new(c).send_asset(&asset),
        "POST /assets",
        &[],
        r#"{"type":"video","src":"a.mp4"}"#,
    );
}

#[test]
fn a_tag_that_may_be_missing_is_sent_and_not_needed() {
    for (key, body) in [
        (
            Key::from(Plain::new("s")),
            r#"{"mode":"plain","secret":"s"}"#,
        ),
        (Key::from(Role::new("r")), r#"{"mode":"role","arn":"r"}"#),
    ] {
        sends(|c| Client::new(c).send_key(&key), "POST /keys", &[], body);
    }
    assert!(matches!(read(json!({"secret": "s"})), Key::Plain(_)));
    assert!(matches!(read(json!({"arn": "r"})), Key::Role(_)));
    assert!(matches!(
        read(json!({"mode": "token", "arn": "r"})),
        Key::Unknown(_)
    ));
    for foreign in [json!({}), json!({"other": 1}), json!([]), json!(7)] {
        assert_eq!(read::<Key>(foreign.clone()), Key::Unknown(foreign));
    }
}

#[test]
fn a_branch_that_does_not_have_the_tag_is_sent_with_it() {
    for (sound, body) in [
        (
            Sound::from(Bark::new().volume(1)),
            r#"{"volume":1,"by":"dog"}"#,
        ),
        (
            Sound::from(Purr::new().volume(2)),
            r#"{"by":"cat","volume":2}"#,
        ),
    ] {
        sends(
            |c| Client::new(c).send_sound(&sound),
            "POST /sounds",
            &[],
            body,
        );
        assert_eq!(serde_json::from_str::<Sound>(body).unwrap(), sound);
    }
}

#[test]
fn a_tag_beside_the_union_tells_its_branches_apart() {
    assert!(matches!(
        read(json!({"does": "wait", "seconds": 1})),
        Step::Wait(_)
    ));
    assert!(matches!(
        read(json!({"does": "stop", "seconds": 1})),
        Step::Stop(_)
    ));
    assert!(matches!(read(json!({"does": "jump"})), Step::Unknown(_)));
}

#[test]
fn a_value_that_says_more_than_any_branch_is_the_branch_that_keeps_most() {
    use ListOrdersResponseItem::{Brief, Full, Unknown};
    let order = |more: Value| {
        let mut order = json!({"id": "7", "since": 2020});
        let members = more.as_object().unwrap().clone();
        order.as_object_mut().unwrap().extend(members);
        read::<ListOrdersResponseItem>(order)
    };
    assert!(matches!(order(json!({})), Brief(_)));
    let Full(full) = order(json!({"lines": ["a"]})) else {
        panic!("the lines are lost");
    };
    assert_eq!(full.lines, Some(vec!["a".to_owned()]));
    assert!(matches!(order(json!({"id": 7})), Unknown(_)));
}
