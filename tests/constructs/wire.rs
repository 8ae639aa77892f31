//! What a call of each construct puts on the wire and makes of the answer.

use bindery::{Call, Patch};
use serde_json::{Value, json};

use super::{
    compiled::{
        answers, bodies, compositions, enums, headers_and_cookies, inline_types,
        maps_and_recursion, names, path_parameters, presence, query_options, unions,
    },
    server::{Server, answer},
};

fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(future)
}

/// Makes the call against a server that answers 204 and compares its request: the request line,
/// the headers asked for, and the body.
#[track_caller]
fn sends<T: Send + 'static>(
    call: impl FnOnce(bindery::runtime::Client) -> Call<T>,
    line: &str,
    headers: &[&str],
    body: &str,
) {
    let request = run(async {
        let server = Server::answering(answer("204 No Content", "text/plain", "")).await;
        // Some of the answers are typed, and nothing is no value of theirs.
        let _ = call(server.client()).await;
        server.requests().pop().expect("nothing was sent")
    });
    let (head, sent) = request.split_once("\r\n\r\n").unwrap();
    let (first, rest) = head.split_once("\r\n").unwrap();
    assert_eq!(first, format!("{line} HTTP/1.1"));
    for header in headers {
        assert!(
            rest.lines().any(|line| line == *header),
            "`{header}` is not among:\n{rest}"
        );
    }
    assert_eq!(sent, body);
}

/// Makes the call against a server that answers 200 with this body.
fn reads<T: Send + 'static>(
    call: impl FnOnce(bindery::runtime::Client) -> Call<T>,
    body: &str,
) -> Result<T, bindery::Error> {
    reads_status(call, "200 OK", body)
}

/// Makes the call against a server that answers with this status and body.
fn reads_status<T: Send + 'static>(
    call: impl FnOnce(bindery::runtime::Client) -> Call<T>,
    status: &str,
    body: &str,
) -> Result<T, bindery::Error> {
    run(async {
        let server = Server::answering(answer(status, "application/json", body)).await;
        call(server.client()).await
    })
}

#[test]
fn path_parameters_stay_in_their_segments() {
    use path_parameters::Client;
    sends(
        |c| Client::new(c).get_order("a/../b", 7),
        "GET /users/a%2F..%2Fb/orders/7",
        &["accept: application/json"],
        "",
    );
    sends(
        |c| Client::new(c).get_tags(&vec!["a,b".into(), "c".into()]),
        "GET /tags/a%2Cb,c",
        &[],
        "",
    );
    sends(
        |c| Client::new(c).cancel_file(".."),
        "POST /files/..:cancel",
        &[],
        "",
    );
}

#[test]
fn query_parameters_are_written_in_their_styles() {
    use query_options::{
        Client,
        types::{ListItemsOptions, ListItemsOptionsWhere},
    };
    sends(
        |c| Client::new(c).list_items("k", &ListItemsOptions::new()),
        "GET /items?kind=k",
        &[],
        "",
    );
    let options = ListItemsOptions::new()
        .filter_status("a b")
        .limit(5)
        .ids([1, 2])
        .csv(["x", "y,z"])
        .piped(["p", "q"])
        .deep([("k", "v")])
        .where_(ListItemsOptionsWhere::new().a("1"))
        .since("2021-01-21T19:38:34Z".parse().unwrap());
    sends(
        |c| Client::new(c).list_items("k", &options),
        "GET /items?kind=k&filter%5Bstatus%5D=a%20b&limit=5&ids=1&ids=2&csv=x,y%2Cz&piped=p%7Cq&deep%5Bk%5D=v&where=%7B%22a%22%3A%221%22%7D&since=2021-01-21T19%3A38%3A34Z",
        &[],
        "",
    );
}

#[test]
fn exclusive_parameters_are_refused() {
    use query_options::{Client, types::ListItemsOptions};
    let options = ListItemsOptions::new()
        .since("2021-01-21T19:38:34Z".parse().unwrap())
        .until("2021-01-22".parse().unwrap());
    let client = bindery::runtime::Client::builder("http://127.0.0.1:9")
        .build()
        .unwrap();
    let call = Client::new(client).list_items("k", &options);
    let error = run(call.into_future()).unwrap_err();
    assert!(error.is_invalid_request());
    assert_eq!(
        error.to_string(),
        "listItems: parameters `since` and `until` exclude each other"
    );
}

#[test]
fn headers_and_cookies_are_sent() {
    use headers_and_cookies::{Client, types::ListItemsOptions};
    let options = ListItemsOptions::new().x_flags(["a", "b"]).session("s;1");
    sends(
        |c| Client::new(c).list_items("acme", &options),
        "GET /items",
        &["x-tenant: acme", "x-flags: a,b", "cookie: session=s%3B1"],
        "",
    );
}

#[test]
fn bodies_are_written_in_their_media_types() {
    use bodies::{Client, types::Note};
    let note = || Note::new("a b").body("c&d");
    sends(
        |c| Client::new(c).post_json(&note()),
        "POST /json",
        &["content-type: application/json"],
        r#"{"title":"a b","body":"c&d"}"#,
    );
    sends(
        |c| Client::new(c).merge_json(Some(&note())),
        "PATCH /merge",
        &["content-type: application/merge-patch+json"],
        r#"{"title":"a b","body":"c&d"}"#,
    );
    sends(|c| Client::new(c).merge_json(None), "PATCH /merge", &[], "");
    sends(
        |c| Client::new(c).post_form(&note()),
        "POST /form",
        &["content-type: application/x-www-form-urlencoded"],
        "body=c%26d&title=a%20b",
    );
    sends(
        |c| Client::new(c).post_text("plain"),
        "POST /text",
        &["content-type: text/plain"],
        "plain",
    );
}

#[test]
fn bodies_of_text_bytes_and_parts_are_sent() {
    use bindery::runtime::{File, Form};
    use bodies::{
        Client,
        types::{Note, PostPartsRequest},
    };
    let plain = ["content-type: text/plain"];
    sends(
        |c| Client::new(c).put_text(Some("maybe")),
        "PUT /text-maybe",
        &plain,
        "maybe",
    );
    sends(
        |c| Client::new(c).put_text(None),
        "PUT /text-maybe",
        &[],
        "",
    );
    let png = ["content-type: image/png"];
    sends(
        |c| Client::new(c).put_bytes("png".into()),
        "PUT /bytes",
        &png,
        "png",
    );
    let parts = PostPartsRequest::new(File::new("one").name("1.txt").media_type("text/plain"))
        .more([File::new("two")])
        .tags(["a", "b"])
        .note(Note::new("t"))
        .caption(Patch::Null);
    let boundary = "bindery-00000000";
    let part = |head: &str, content: &str| {
        format!("--{boundary}\r\ncontent-disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let body = [
        part(
            "name=\"file\"; filename=\"1.txt\"\r\ncontent-type: text/plain",
            "one",
        ),
        part(
            "name=\"more\"; filename=\"file\"\r\ncontent-type: application/octet-stream",
            "two",
        ),
        part(
            "name=\"note\"\r\ncontent-type: application/json",
            r#"{"title":"t"}"#,
        ),
        part("name=\"tags\"", "a"),
        part("name=\"tags\"", "b"),
        format!("--{boundary}--\r\n"),
    ];
    let header = format!("content-type: multipart/form-data; boundary={boundary}");
    sends(
        |c| Client::new(c).post_parts(&parts),
        "POST /parts",
        &[&header],
        &body.concat(),
    );
    let form = Form::new().field("tags", "a").unwrap();
    let body = [part("name=\"tags\"", "a"), format!("--{boundary}--\r\n")].concat();
    sends(
        |c| Client::new(c).post_any_parts(Some(&form)),
        "POST /any-parts",
        &[&header],
        &body,
    );
    sends(
        |c| Client::new(c).post_any_parts(None),
        "POST /any-parts",
        &[],
        "",
    );
}

#[test]
fn successes_of_several_types_are_told_apart_by_status() {
    use answers::{
        Client,
        types::{GetSeveralAnswer as Several, Item, PutMaybeAnswer as Maybe},
    };
    let item = || serde_json::from_value::<Item>(json!({ "id": "1" })).unwrap();
    for (status, body, expected) in [
        ("200 OK", r#"{"id":"1"}"#, Several::Status200(item())),
        ("201 Created", "text", Several::Status201("text".to_owned())),
        ("204 No Content", "", Several::Status204),
        (
            "206 Partial Content",
            r#"[{"id":"1"}]"#,
            Several::Status2XX(vec![item()]),
        ),
    ] {
        let got = reads_status(|c| Client::new(c).get_several(), status, body);
        assert_eq!(got.unwrap(), expected);
    }
    let got = reads_status(|c| Client::new(c).put_maybe(), "204 No Content", "");
    assert_eq!(got.unwrap(), Maybe::Status204);
    let got = reads_status(|c| Client::new(c).put_maybe(), "203 Odd", "odd");
    assert_eq!(got.unwrap(), Maybe::Undocumented(203, "odd".into()));
    assert!(
        reads_status(|c| Client::new(c).get_several(), "404 Not Found", "")
            .unwrap_err()
            .is_api()
    );
    assert!(
        reads_status(|c| Client::new(c).get_several(), "200 OK", "")
            .unwrap_err()
            .is_decode()
    );
}

#[test]
fn answers_are_typed_by_their_media_types() {
    assert_eq!(
        reads(|c| answers::Client::new(c).get_json(), r#"{"id":"1"}"#)
            .unwrap()
            .id,
        "1"
    );
    assert_eq!(
        reads(|c| answers::Client::new(c).get_array(), r#"[{"id":"1"}]"#)
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        reads(|c| answers::Client::new(c).get_text(), "a,b").unwrap(),
        "a,b"
    );
    assert_eq!(
        reads(|c| answers::Client::new(c).get_bytes(), "a,b").unwrap(),
        "a,b".as_bytes()
    );
    sends(
        |c| answers::Client::new(c).get_text(),
        "GET /text",
        &["accept: text/csv"],
        "",
    );
    sends(
        |c| answers::Client::new(c).get_bytes(),
        "GET /bytes",
        &["accept: image/png"],
        "",
    );
}

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
        .list([]);
    let sent = r#"{"id":"1","name":null,"tags":[],"any":null,"list":[],"optionalAny":null,"password":"p","patch":null,"patchList":[]}"#;
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
fn a_dog_is_no_cat_of_an_unknown_kind() {
    use unions::{
        Client,
        types::{Dog, DogKind, Pet},
    };
    let dog = Pet::from(Dog::new(DogKind::Dog).bark("loud"));
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
            Vehicle::Unknown(_)
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
