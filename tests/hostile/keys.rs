//! Keys that travel in the query and in headers: whatever goes wrong, nobody reads them.

use std::time::Duration;

use bindery::runtime::{Client, Operation};

use crate::{
    case::hasty,
    leaks::{self, API_KEY, TOKEN},
    server::{Server, Step},
};

fn client(url: &str) -> Client {
    leaks::watch();
    let builder = hasty(Client::builder(url), url);
    let builder = builder.query_key("api key", format!("{API_KEY}&a=b"));
    assert!(!format!("{builder:?}").contains(API_KEY));
    builder.query_key("id", "7").build().unwrap()
}

#[tokio::test]
async fn keys_end_the_query_of_every_attempt_and_stand_in_no_error() {
    let html = Step::answer("502 Bad Gateway", "content-type: text/html\r\n", "<html>");
    let hang = Step::send("").holding();
    let server = Server::start(vec![Step::send("").resetting(), html, hang]).await;
    let client = client(&server.url);
    assert!(!format!("{client:?}").contains(API_KEY));

    let call = client.undocumented("GET", "/things").query("page", 2);
    let call = call.json::<()>().timeout(Duration::from_secs(2));
    let error = call.await.unwrap_err();

    assert_eq!(error.attempts(), 3);
    leaks::none_in(Some(&error));
    let line = format!("GET /things?page=2&api%20key={API_KEY}%26a%3Db&id=7 HTTP/1.1\r\n");
    for request in server.requests() {
        assert!(request.starts_with(&line), "{request}");
    }
}

#[tokio::test]
async fn a_call_that_nobody_asks_for_credentials_has_no_keys() {
    const PING: &Operation = &Operation::new("ping", "GET", "/ping").anonymous();
    let server = Server::start(vec![Step::json("200 OK", "{}")]).await;
    let _: serde_json::Value = client(&server.url).request(PING).json().await.unwrap();
    assert!(server.requests()[0].starts_with("GET /ping HTTP/1.1\r\n"));
}

#[tokio::test]
async fn an_anonymous_call_has_the_headers_that_carry_no_credentials_and_its_own() {
    const LOGIN: &Operation = &Operation::new("login", "GET", "/login")
        .anonymous()
        .without(&["X-Api-Key"]);
    const USER: &Operation = &Operation::new("user", "GET", "/user").without(&["X-Api-Key"]);
    let server = Server::start(vec![Step::json("200 OK", "{}"); 3]).await;
    leaks::watch();
    let mut builder = hasty(Client::builder(&server.url), &server.url).bearer(TOKEN);
    let credentials = ["proxy-authorization", "cookie", "x-api-key"];
    for name in credentials {
        builder = builder.header(name, API_KEY);
    }
    let client = builder.header("x-tenant", "acme").build().unwrap();

    let login = || client.request(LOGIN).cookie("seen", 1);
    let _: serde_json::Value = login().json().await.unwrap();
    let call = login().json().header("x-api-key", "own");
    let _: serde_json::Value = call.await.unwrap();
    let _: serde_json::Value = client.request(USER).json().await.unwrap();

    let [anonymous, own, user] = &server.requests()[..] else {
        panic!("three calls are three requests");
    };
    for request in [anonymous, own] {
        assert!(!request.contains(API_KEY), "{request}");
        assert!(!request.contains(TOKEN), "{request}");
        assert!(request.contains("x-tenant: acme\r\n"), "{request}");
        assert!(request.contains("cookie: seen=1\r\n"), "{request}");
    }
    assert!(own.contains("x-api-key: own\r\n"), "{own}");
    assert!(user.contains(&format!("authorization: Bearer {TOKEN}\r\n")));
    for name in credentials {
        assert!(user.contains(&format!("{name}: {API_KEY}\r\n")), "{user}");
    }
    leaks::none_in(None);
}
