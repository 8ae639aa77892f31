//! Compositions: what is said in several places at once, and unions by their tags.

use bindery::Patch;
use serde_json::json;

use super::{
    compiled::{composed, tags},
    wire::{reads, sends},
};

#[test]
fn what_stands_beside_a_composition_holds() {
    use composed::{
        Client,
        types::{Address, AddressPlace, Home, Office, OfficeKind, OfficePlace, Parcel, ParcelSize},
    };
    let home = || Home::new("S").place(AddressPlace::new("T"));
    let mut office = Office::new().place(OfficePlace::new("U").floor(3));
    office.extra.insert("door".to_owned(), "left".to_owned());
    let parcel = Parcel::new(home())
        .from(office)
        .via(Address::new().kind("any"))
        .size("m");
    let body = json!({
        "to": {"street": "S", "place": {"town": "T"}},
        "from": {"kind": "office", "place": {"town": "U", "floor": 3}, "door": "left"},
        "size": "m",
        "via": {"kind": "any"},
    });
    let read = reads(|c| Client::new(c).send_parcel(&parcel), &body.to_string()).unwrap();
    assert_eq!(read, parcel);
    assert_eq!(read.from.unwrap().kind, OfficeKind::Office);
    assert_eq!(read.size, Some(ParcelSize::M));
    sends(
        |c| Client::new(c).send_parcel(&Parcel::new(home())),
        "POST /parcels",
        &[],
        r#"{"to":{"street":"S","place":{"town":"T"}}}"#,
    );
}

#[test]
fn a_union_of_its_own_heirs_keeps_what_each_has() {
    use composed::{
        Client,
        types::{Circle, Shape},
    };
    let shape = Shape::from(Circle::new(1.5).color("red"));
    sends(
        |c| Client::new(c).draw_shapes(&shape),
        "POST /shapes",
        &[],
        r#"{"kind":"circle","color":"red","radius":1.5}"#,
    );
    let body = json!([
        {"kind": "circle", "radius": 2.0, "color": "red"},
        {"kind": "square", "side": 1.0},
        {"kind": "star", "points": 5},
    ]);
    let shapes = reads(|c| Client::new(c).draw_shapes(&shape), &body.to_string()).unwrap();
    assert!(
        matches!(
            shapes.as_slice(),
            [Shape::Circle(_), Shape::Square(_), Shape::Unknown(_)]
        ),
        "{shapes:?}"
    );
    assert_eq!(serde_json::to_value(&shapes).unwrap(), body);
}

#[test]
fn words_beside_a_union_are_said_in_each_branch() {
    use composed::{
        Client,
        types::{Payment, PaymentCard, PaymentCash},
    };
    let cash = Payment::from(PaymentCash::new(5).coins(true));
    sends(
        |c| Client::new(c).pay(&cash),
        "POST /payments",
        &[],
        r#"{"amount":5,"by":"cash","coins":true}"#,
    );
    let body = json!([
        {"amount": 1, "by": "debit", "number": "4", "state": "lost"},
        {"amount": 2, "by": "cash"},
        {"amount": 3, "by": "barter", "sheep": 2},
    ]);
    let payments = reads(|c| Client::new(c).pay(&cash), &body.to_string()).unwrap();
    let [Payment::Card(card), Payment::Cash(_), Payment::Unknown(_)] = payments.as_slice() else {
        panic!("{payments:?}");
    };
    let expected = PaymentCard::new(1, "debit", "4").state("lost");
    assert_eq!(*card, expected);
    assert_eq!(serde_json::to_value(&payments).unwrap(), body);
}

#[test]
fn a_property_that_each_branch_requires_tells_them_apart() {
    use tags::{
        Client,
        types::{Event, Login},
    };
    let login = Event::from(Login::new("u"));
    sends(
        |c| Client::new(c).post_event(&login),
        "POST /events",
        &[],
        r#"{"type":"login","user":"u"}"#,
    );
    // An enum that tells nothing apart may have other values.
    let body = json!([
        {"type": "login", "user": "u", "state": "stale"},
        {"type": "logout", "state": "fresh"},
        {"type": "pong", "state": "late"},
        {"type": "reset", "user": "u", "state": "fresh"},
    ]);
    let events = reads(|c| Client::new(c).post_event(&login), &body.to_string()).unwrap();
    assert!(
        matches!(
            events.as_slice(),
            [
                Event::Login(_),
                Event::Logout(_),
                Event::Object(_),
                Event::Unknown(_)
            ]
        ),
        "{events:?}"
    );
    assert_eq!(serde_json::to_value(&events).unwrap(), body);
}

#[test]
fn a_discriminator_means_the_values_that_a_branch_lists() {
    use tags::{
        Client,
        types::{Animal, Thing},
    };
    let body = json!([
        {"kind": "kitten", "lives": 9},
        {"kind": "Dog", "bark": "loud"},
        {"kind": "stone"},
        {"kind": "tree"},
    ]);
    let things = reads(|c| Client::new(c).list_things(), &body.to_string()).unwrap();
    assert!(
        matches!(
            things.as_slice(),
            [
                Thing::Animal(Animal::Cat(_)),
                Thing::Animal(Animal::Dog(_)),
                Thing::Stone(_),
                Thing::Unknown(_)
            ]
        ),
        "{things:?}"
    );
    assert_eq!(serde_json::to_value(&things).unwrap(), body);
    let levels = reads(|c| Client::new(c).list_levels(), r#"["low","odd"]"#).unwrap();
    assert_eq!(levels, [tags::types::Level::Low, "odd".into()]);
}

#[test]
fn a_union_in_a_union_takes_what_it_knows_alone() {
    use super::compiled::unions::{
        Client,
        types::{Scalar, Setting},
    };
    let body = json!(["s", 7, true, {"type": "boat"}, 0.5]);
    let settings = reads(|c| Client::new(c).list_settings(), &body.to_string()).unwrap();
    let expected = [
        Setting::Scalar(Scalar::String("s".to_owned())),
        Setting::Scalar(Scalar::Integer(7)),
        Setting::Boolean(true),
        Setting::Unknown(json!({"type": "boat"})),
        Setting::Unknown(json!(0.5)),
    ];
    assert_eq!(settings, expected);
}

#[test]
fn a_union_that_is_a_branch_of_itself_is_read_to_an_end() {
    use super::compiled::unions::{Client, types::Ring};
    for (body, expected) in [
        (r#""s""#, Ring::String("s".to_owned())),
        ("7", Ring::Integer(7)),
        ("true", Ring::Boolean(true)),
        ("[]", Ring::Unknown(json!([]))),
    ] {
        let ring = reads(|c| Client::new(c).get_ring(), body).unwrap();
        assert_eq!(ring, expected);
    }
}

#[test]
fn a_tag_may_be_a_number_or_a_flag() {
    use tags::{
        Client,
        types::{ListFlagsResponseItem as Flag, Shape},
    };
    let body = json!([{"type": 0, "size": 3}, {"type": 2}, {"type": 3}, {"type": null}]);
    let shapes = reads(|c| Client::new(c).list_shapes(), &body.to_string()).unwrap();
    assert!(
        matches!(
            shapes.as_slice(),
            [
                Shape::Point(_),
                Shape::Line(_),
                Shape::Unknown(_),
                Shape::Unknown(_)
            ]
        ),
        "{shapes:?}"
    );
    assert_eq!(serde_json::to_value(&shapes).unwrap(), body);
    let body = r#"[{"on":false},{"on":true},{"on":"maybe"}]"#;
    let flags = reads(|c| Client::new(c).list_flags(), body).unwrap();
    assert!(
        matches!(
            flags.as_slice(),
            [Flag::Off(_), Flag::On(_), Flag::Unknown(_)]
        ),
        "{flags:?}"
    );
    assert_eq!(serde_json::to_string(&flags).unwrap(), body);
}

#[test]
#[expect(deprecated, reason = "what is deprecated is called as ever")]
fn null_is_read_wherever_the_document_allows_it() {
    use super::compiled::odd_paths::{Client, types::GetStateOptions};
    let none = GetStateOptions::new();
    let state = reads(|c| Client::new(c).get_state(&none), "null").unwrap();
    assert_eq!(state, None);
    let body = r#"{"count":18446744073709551615,"width":4294967295,"most":1,"other":[null]}"#;
    let state = reads(|c| Client::new(c).get_state(&none), body)
        .unwrap()
        .unwrap();
    assert_eq!(
        (state.count, state.width),
        (u64::MAX, Some(u32::MAX.into()))
    );
    assert_eq!(serde_json::to_string(&state).unwrap(), body);
    let states = reads(|c| Client::new(c).put_state(None), r#"[null,{"count":1}]"#).unwrap();
    assert!(matches!(states.as_slice(), [None, Some(_)]), "{states:?}");
}

#[test]
fn a_secret_under_a_name_is_not_printed() {
    use super::compiled::odd_paths::{Client, types::ListSecretsOptions};
    let options = ListSecretsOptions::new().key("hushed");
    assert!(!format!("{options:?}").contains("hushed"));
    sends(
        |c| Client::new(c).list_secrets(&options),
        "GET /secrets",
        &["key: hushed"],
        "",
    );
    let keys = reads(|c| Client::new(c).list_secrets(&options), r#"["hushed"]"#).unwrap();
    assert!(!format!("{keys:?}").contains("hushed"));
    assert!(!format!("{:?}", Patch::Value(keys)).contains("hushed"));
}
