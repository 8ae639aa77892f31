//! Types: what is absent, unknown, nested or named oddly.

use bindery::Patch;
use serde_json::{Value, json};

use super::{
    compiled::{
        compositions, directions, enums, inheritance, inline_types, maps_and_recursion, names,
        presence, unions, values,
    },
    wire::{reads, sends},
};

#[test]
fn absent_null_and_value_are_three_things() {
    use presence::{Client, types::User};
    let user = || User::new("1", None, Vec::<Option<String>>::new(), json!(null));
    let least = r#"{"id":"1","name":null,"tags":[],"any":null}"#;
    sends(
        |c| Client::new(c).update_user(&user()),
        "PATCH /users",
        &[],
        least,
    );
    let full = user()
        .patch(Patch::Null)
        .patch_list(vec![])
        .optional_any(json!(null))
        .password("p")
        .branch(Patch::Null)
        .alone(Patch::Null)
        .none(Patch::Null)
        .inner(Patch::Null)
        .list([]);
    let sent = r#"{"id":"1","name":null,"tags":[],"any":null,"optionalAny":null,"patch":null,"patchList":[],"list":[],"branch":null,"alone":null,"none":null,"inner":null,"password":"p"}"#;
    sends(
        |c| Client::new(c).update_user(&full),
        "PATCH /users",
        &[],
        sent,
    );
    let read = reads(|c| Client::new(c).update_user(&user()), sent).unwrap();
    assert_eq!(read, full);
    assert!(!format!("{full:?}").contains("\"p\""));
    // What the document bounds in requests is no reason to refuse an answer.
    let odd =
        r#"{"id":"no uuid","name":"n","tags":[null],"any":1,"limits":9,"code":"?","unheard":1}"#;
    assert_eq!(
        reads(|c| Client::new(c).update_user(&user()), odd)
            .unwrap()
            .limits,
        Some(9)
    );
}

#[test]
fn numbers_keep_their_value() {
    use presence::{Client, types::User};
    let user = User::new("1", None, Vec::<Option<String>>::new(), json!(null));
    for number in [
        "18446744073709551615",
        "-9223372036854775808",
        "0.1",
        "1e300",
        "19.99",
        "-0.0",
    ] {
        let body = format!(r#"{{"any":{number},"id":"1","name":null,"tags":[]}}"#);
        let read = reads(|c| Client::new(c).update_user(&user), &body).unwrap();
        let written = serde_json::to_string(&read.any).unwrap();
        assert_eq!(
            written.parse::<f64>().unwrap().to_bits(),
            number.parse::<f64>().unwrap().to_bits()
        );
        assert!(
            number.contains(['.', 'e']) || written == number,
            "{written}"
        );
    }
}

#[test]
fn enums_keep_what_they_do_not_know() {
    use enums::{Client, types::State};
    sends(
        |c| Client::new(c).get_item(&State::Plus1),
        "GET /items/%2B1",
        &[],
        "",
    );
    sends(
        |c| Client::new(c).get_item(&"new".into()),
        "GET /items/new",
        &[],
        "",
    );
    let body = json!({"state": "in_active", "known": "c", "maybe": null, "many": ["one", "three"], "by": {"k": "zzz"}});
    let item = reads(
        |c| Client::new(c).get_item(&State::Active),
        &body.to_string(),
    )
    .unwrap();
    assert_eq!(item.state, "in_active");
    assert_eq!(serde_json::to_value(&item).unwrap(), body);
}

#[test]
fn a_documented_unknown_is_told_from_other_values() {
    use enums::types::State;
    use values::types::ReadingUnknown;
    for (text, state) in [
        ("unknown", State::Unknown),
        ("gone", State::Other("gone".to_owned())),
    ] {
        assert_eq!(State::from(text), state);
        assert_eq!(serde_json::to_value(state).unwrap(), json!(text));
    }
    for (number, value) in [
        (0, ReadingUnknown::Unknown),
        (1, ReadingUnknown::Other),
        (7, ReadingUnknown::Unrecognized(json!(7))),
    ] {
        assert_eq!(ReadingUnknown::from(number), value);
        assert_eq!(serde_json::to_value(value).unwrap(), json!(number));
    }
}

#[test]
fn a_dog_is_no_cat_of_an_unknown_kind() {
    use unions::{
        Client,
        types::{Dog, Pet},
    };
    let dog = Pet::from(Dog::new().bark("loud"));
    sends(
        |c| Client::new(c).create_pet(&dog),
        "POST /pets",
        &[],
        r#"{"kind":"dog","bark":"loud"}"#,
    );
    assert_eq!(
        reads(
            |c| Client::new(c).create_pet(&dog),
            r#"{"kind":"dog","bark":"loud"}"#
        )
        .unwrap(),
        dog
    );
    let cow = json!({ "kind": "cow", "milk": 1 });
    let got = reads(|c| Client::new(c).create_pet(&dog), &cow.to_string()).unwrap();
    assert_eq!(got, Pet::Unknown(cow));
}

#[test]
fn a_discriminator_decides_the_branch() {
    use unions::{Client, types::Vehicle};
    let body = json!([
        { "type": "car", "doors": 4, "inside": { "type": "tandem", "gears": 1 } },
        { "type": "bicycle", "gears": 3 },
        { "type": "boat", "sails": 2 },
        { "gears": 1 },
    ]);
    let vehicles = reads(|c| Client::new(c).list_vehicles(), &body.to_string()).unwrap();
    assert!(matches!(
        vehicles.as_slice(),
        [
            Vehicle::Car(_),
            Vehicle::Bike(_),
            Vehicle::Unknown(_),
            Vehicle::Bike(_)
        ]
    ));
    assert_eq!(serde_json::to_value(&vehicles).unwrap(), body);
    let odd = r#"[{"type":"bicycle","gears":"many"}]"#;
    let error = reads(|c| Client::new(c).list_vehicles(), odd).unwrap_err();
    assert!(
        error.is_decode() && error.to_string().contains("`[0]`"),
        "{error}"
    );
}

#[test]
fn without_a_discriminator_the_branch_is_the_first_that_loses_nothing() {
    use unions::{Client, types::Contact};
    for (contact, branch) in [
        (json!({ "label": "home", "number": "1" }), "Phone"),
        (json!({ "label": "work", "address": "a@b.c" }), "Mail"),
        (json!({ "label": "both" }), "Phone"),
        (json!({ "number": "1", "address": "a@b.c" }), "Phone"),
        (json!({ "number": 1, "address": "a@b.c" }), "Mail"),
        (json!({ "label": "old", "fax": null }), "Phone"),
        (json!({ "next": { "address": "a@b.c" } }), "Phone"),
        (json!({ "address": "a", "next": { "number": "1" } }), "Mail"),
        (json!([{ "address": "a@b.c" }, { "number": "1" }]), "Array"),
        (json!([{ "address": "a@b.c", "fax": 1 }]), "Array"),
        (json!({ "label": 1 }), "Unknown"),
        (json!("a@b.c"), "Unknown"),
    ] {
        let body = json!([contact]).to_string();
        let got = reads(|c| Client::new(c).list_contacts(), &body).unwrap();
        let read = match got.as_slice() {
            [Contact::Phone(_)] => "Phone",
            [Contact::Mail(_)] => "Mail",
            [Contact::Array(_)] => "Array",
            _ => "Unknown",
        };
        assert_eq!(read, branch, "{contact}");
    }
}

/// Each level of such a value fits two branches and neither keeps it whole, which asks for two
/// readings of all that is below it.
#[test]
fn a_deep_value_that_no_branch_keeps_is_read_in_time() {
    use unions::{Client, types::Contact};
    let deep = (0..60).fold(
        json!({ "fax": 1 }),
        |next, _| json!({ "fax": 1, "next": next }),
    );
    let body = json!([deep]).to_string();
    let got = reads(|c| Client::new(c).list_contacts(), &body).unwrap();
    assert!(matches!(got.as_slice(), [Contact::Phone(_)]));
}

#[test]
fn clashing_names_are_all_there() {
    use names::{Client, types::GetATypeOptions};
    let options = GetATypeOptions::new().type_("t").type_2("u");
    sends(
        |c| Client::new(c).get_a_type("p", "b", &options),
        "GET /a/p?Type=t&type=u&body=b",
        &[],
        "",
    );
    sends(|c| Client::new(c).get_x2(), "GET /c", &[], "");
    sends(|c| Client::new(c).new2(), "GET /d", &[], "");
    let body = json!({"fooBar": "1", "foo_bar": "2", "self": {"a": "3"}, "new": "4", "String": {}, "@id": "5", "日本": "6"});
    let foo = reads(
        |c| Client::new(c).get_a_type("p", "b", &options),
        &body.to_string(),
    )
    .unwrap();
    assert_eq!(serde_json::to_value(&foo).unwrap(), body);
}

#[test]
fn nested_types_round_trip() {
    let line = inline_types::types::CreateOrderRequestLinesItem::new("s").price(1.5);
    let order = inline_types::types::CreateOrderRequest::new([line]);
    sends(
        |c| inline_types::Client::new(c).create_order(&order),
        "POST /orders",
        &[],
        r#"{"lines":[{"sku":"s","price":1.5}]}"#,
    );
    let body = json!({"name": "Tom", "lives": 9, "likes": "fish"});
    let cat = reads(
        |c| compositions::Client::new(c).get_cat(),
        &body.to_string(),
    )
    .unwrap();
    assert_eq!((cat.name.as_str(), cat.lives), ("Tom", 9));
    let body: Value = json!({
        "labels": {"a": "b"},
        "left": {"labels": {}},
        "children": [{"labels": {}}],
        "nested": [[[]], []],
        "free": {"x": [1]},
        "rest": {"known": "k", "more": 2},
    });
    let tree = reads(
        |c| maps_and_recursion::Client::new(c).get_tree(),
        &body.to_string(),
    )
    .unwrap();
    assert_eq!(serde_json::to_value(&tree).unwrap(), body);
}

#[test]
fn enums_of_any_scalars_keep_what_they_do_not_know() {
    use values::{
        Client,
        types::{GetLevelOptions, Level, ReadingEnvelope},
    };
    let none = GetLevelOptions::new;
    let sizes = none().sizes([1, 7]);
    sends(
        |c| Client::new(c).get_level(&Level::Minus1, &sizes),
        "GET /levels/-1?sizes=1,7",
        &[],
        "",
    );
    for mixed in [
        json!(1),
        json!(1.5),
        json!("1"),
        json!(""),
        json!("a_b"),
        json!(true),
        json!(null),
        json!("new"),
        json!(9),
    ] {
        let body = json!({
            "level": 18_446_744_073_709_551_615_u64, "mixed": mixed, "flag": false, "quoted": "7",
            "listed": ["x", "z"], "shape": {"a": 1}, "envelope": {"version": 2, "b": "b"},
        });
        let reading = reads(
            |c| Client::new(c).get_level(&7.into(), &none()),
            &body.to_string(),
        )
        .unwrap();
        assert!(
            matches!(reading.envelope, Some(ReadingEnvelope::Two(_))),
            "{reading:?}"
        );
        assert_eq!(serde_json::to_value(&reading).unwrap(), body);
    }
}

#[test]
fn a_base_is_read_as_its_heir() {
    use inheritance::{
        Client,
        types::{Dog, Pet},
    };
    let body = json!([
        {"kind": "kitty", "lives": 9, "friend": {"kind": "Dog", "bark": "loud"}},
        {"kind": "Dog", "bark": "loud"},
        {"kind": "Puppy", "bark": "soft", "age": 1},
        {"kind": "Cat"},
        {"name": "Tom"},
    ]);
    let dog = Pet::from(Dog::new().bark("loud"));
    let pets = reads(|c| Client::new(c).create_pet(&dog), &body.to_string()).unwrap();
    assert!(
        matches!(
            pets.as_slice(),
            [
                Pet::Cat(_),
                Pet::Dog(_),
                Pet::Puppy(_),
                Pet::Unknown(_),
                Pet::Unknown(_)
            ]
        ),
        "{pets:?}"
    );
    assert_eq!(serde_json::to_value(&pets).unwrap(), body);
    let sent = r#"{"kind":"Dog","bark":"loud"}"#;
    sends(|c| Client::new(c).create_pet(&dog), "POST /pets", &[], sent);
}

#[test]
fn what_travels_one_way_alone_is_no_part_of_the_other() {
    use directions::{
        Client,
        types::{AddressRequest, Login, UserRequest2 as UserRequest},
    };
    let user = UserRequest::new("Tom", "secret", AddressRequest::new("Bern"));
    let sent = r#"{"name":"Tom","password":"secret","address":{"city":"Bern"}}"#;
    sends(
        |c| Client::new(c).create_user(&user),
        "POST /users",
        &[],
        sent,
    );
    let body = r#"{"id":"1","name":"Tom","address":{"city":"Bern","zone":"CET"},"stamp":"2020-01-01T00:00:00Z"}"#;
    let read = reads(|c| Client::new(c).create_user(&user), body).unwrap();
    assert_eq!(
        (read.id.as_str(), read.address.zone.as_deref()),
        ("1", Some("CET"))
    );
    sends(
        |c| Client::new(c).login(&Login::new("Tom")),
        "POST /logins",
        &[],
        r#"{"name":"Tom"}"#,
    );
    let session = reads(
        |c| Client::new(c).login(&Login::new("Tom")),
        r#"{"token":"t"}"#,
    )
    .unwrap();
    assert_eq!(session.token, "t");
}
