//! What a document forbids in a request is refused before anything is sent, and read in an answer.

use bindery::{Call, Patch, runtime::Client as Runtime};
use serde_json::json;

use super::{
    compiled::rules::{
        Client,
        types::{Free, Labels, ListOrdersOptions, Operation, Order},
    },
    server::{Server, answer},
};

/// What becomes of a call: the text of its refusal, or the line of the request that was sent.
fn outcome<T: Send + 'static>(call: impl FnOnce(Client) -> Call<T>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let server = Server::answering(answer("204 No Content", "text/plain", "")).await;
        let result = call(Client::new(server.client())).await;
        match (result, server.requests().pop()) {
            (Err(error), None) => {
                assert!(error.is_invalid_request(), "{error}");
                error.to_string()
            }
            // Some of the answers are typed, and nothing is no value of theirs.
            (_, request) => {
                let request = request.expect("neither refused nor sent");
                let line = request.lines().next().unwrap_or_default();
                line.replace(" HTTP/1.1", "")
            }
        }
    })
}

fn labels(entries: &[(&str, Option<&str>)]) -> Labels {
    let owned = entries
        .iter()
        .map(|(key, text)| ((*key).to_owned(), text.map(str::to_owned)));
    owned.collect()
}

#[test]
fn parameters_keep_the_rules_of_their_place() {
    let options = ListOrdersOptions::new;
    for (shop, options, expected) in [
        ("abc", options(), "GET /shops/abc/orders"),
        (
            "äöü",
            options().shop("abcd"),
            "GET /shops/%C3%A4%C3%B6%C3%BC/orders?shop=abcd",
        ),
        (
            "abcd",
            options(),
            "listOrders: parameter `shop` is longer than 3 characters",
        ),
        (
            "abc",
            options().shop("ABC"),
            "listOrders: parameter `shop` does not match `^[a-z]+$`",
        ),
        ("a", options().limit(200), "GET /shops/a/orders?limit=200"),
        (
            "a",
            options().limit(201),
            "listOrders: parameter `limit` is 201, more than 200",
        ),
        (
            "a",
            options().limit(-1),
            "listOrders: parameter `limit` is -1, less than 0",
        ),
        ("a", options().above(0.5), "GET /shops/a/orders?above=0.5"),
        (
            "a",
            options().above(0.0),
            "listOrders: parameter `above` is 0.0, not more than 0",
        ),
        (
            "a",
            options().above(1.5),
            "listOrders: parameter `above` is 1.5, not less than 1.5",
        ),
        (
            "a",
            options().price(19.99),
            "GET /shops/a/orders?price=19.99",
        ),
        (
            "a",
            options().price(0.125),
            "listOrders: parameter `price` is 0.125, no multiple of 0.01",
        ),
        (
            "a",
            options().ids(["a", "b"]),
            "GET /shops/a/orders?ids=a&ids=b",
        ),
        (
            "a",
            options().ids([] as [&str; 0]),
            "listOrders: parameter `ids` has 0 items, fewer than 1",
        ),
        (
            "a",
            options().ids(["a", "b", "c", "d"]),
            "listOrders: parameter `ids` has 4 items, more than 3",
        ),
        (
            "a",
            options().ids(["a", "b", "a"]),
            "listOrders: parameter `ids` has equal items at 0 and 2",
        ),
        (
            "a",
            options().ids(["a", "B"]),
            "listOrders: parameter `ids` at `/1` does not match `^[a-z]+$`",
        ),
        ("a", options().broken("["), "GET /shops/a/orders?broken=%5B"),
        (
            "a",
            options().x_key("k"),
            "listOrders: parameter `X-Key` is shorter than 2 characters",
        ),
        (
            "a",
            options().session("s"),
            "listOrders: parameter `session` is shorter than 2 characters",
        ),
    ] {
        assert_eq!(outcome(|c| c.list_orders(shop, &options)), expected);
    }
}

#[test]
fn bodies_keep_the_rules_of_every_schema_they_reach() {
    let order = || Order::new("a");
    let free = (0..200).fold(Free::new().text("a"), |inner, _| Free::new().inner(inner));
    for (order, expected) in [
        (order(), "POST /shops/s/orders"),
        (
            Order::new("A"),
            "createOrder: body `/id` does not match `^[a-z]+$`",
        ),
        (order().code("abcd"), "POST /shops/s/orders"),
        (
            order().code("abcde"),
            "createOrder: body `/code` is longer than 4 characters",
        ),
        (
            order().code(""),
            "createOrder: body `/code` is shorter than 1 character",
        ),
        (order().state("odd"), "POST /shops/s/orders"),
        (
            order().state("unknown"),
            "createOrder: body `/state` is longer than 6 characters",
        ),
        (
            order().labels(labels(&[("a", Some("b")), ("b", None)])),
            "POST /shops/s/orders",
        ),
        (order().labels(Patch::Null), "POST /shops/s/orders"),
        (
            order().labels(labels(&[("a/b", Some("longer"))])),
            "createOrder: body `/labels/a~1b` is longer than 5 characters",
        ),
        (
            order().labels(labels(&[])),
            "createOrder: body `/labels` has 0 properties, fewer than 1",
        ),
        (
            order().parts([order(), order().parts([order().code("abcde")])]),
            "createOrder: body `/parts/1/parts/0/code` is longer than 4 characters",
        ),
        (
            order().password("secret"),
            "createOrder: body `/password` is shorter than 8 characters",
        ),
        (order().paid("long".to_owned()), "POST /shops/s/orders"),
        (order().free(free), "POST /shops/s/orders"),
        (
            order()
                .code("a")
                .state("open")
                .labels(Patch::Null)
                .parts([])
                .password("password")
                .free(Free::new()),
            "createOrder: the body has 7 properties, more than 6",
        ),
    ] {
        assert_eq!(outcome(|c| c.create_order("s", &order)), expected);
    }
}

#[test]
fn every_kind_of_body_has_rules() {
    for (labels, expected) in [
        (None, "PUT /labels"),
        (Some(labels(&[("a", None), ("b", None)])), "PUT /labels"),
        (
            Some(labels(&[("a", None), ("b", None), ("c", None)])),
            "putLabels: the body has 3 properties, more than 2",
        ),
    ] {
        assert_eq!(outcome(|c| c.put_labels(labels.as_ref())), expected);
    }
    let named = |text: &str| {
        let mut operation = Operation::new();
        operation.extra.insert("x".to_owned(), text.to_owned());
        operation
    };
    for (operation, expected) in [
        (Operation::new().note("free"), "POST /operations"),
        (
            Operation::new().name("long"),
            "postOperation: body `/name` is longer than 3 characters",
        ),
        (
            Operation::new().sizes([9, 10]),
            "postOperation: body `/sizes/1` is 10, more than 9",
        ),
        (named("x-1"), "POST /operations"),
        (
            named("y-1"),
            "postOperation: body `/x` does not match `^x-`",
        ),
    ] {
        assert_eq!(outcome(|c| c.post_operation(&operation)), expected);
    }
}

/// The limit of a number that must not be seen is the provider's to keep.
#[test]
fn a_secret_number_is_not_told() {
    let sent = outcome(|c| c.get_answer(12_345));
    assert_eq!(sent, "GET /answers?pin=12345");
}

#[test]
fn an_answer_may_break_every_rule() {
    let odd = json!({
        "id": "A", "code": "abcde", "state": "unknown", "labels": {"a": "longer"},
        "parts": [{"id": "A"}, {"id": "B"}, {"id": "C"}], "password": "p", "paid": "long",
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let order = runtime.block_on(async {
        let odd = answer("200 OK", "application/json", &odd.to_string());
        let server = Server::answering(odd).await;
        let runtime: Runtime = server.client();
        Client::new(runtime)
            .create_order("s", &Order::new("a"))
            .await
    });
    assert_eq!(serde_json::to_value(order.unwrap()).unwrap(), odd);
}
