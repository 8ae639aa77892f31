//! Operations with servers of their own: where a call arrives, and what it brings along.

use bindery::runtime::{Builder, Client, Operation};

use super::{
    compiled::servers::{self, SERVERS},
    server::{Server, answer},
    wire::run,
};

/// Two servers, and what the call of a client makes each of them receive, head by head.
fn received(
    build: impl FnOnce(&str, &str) -> Builder,
    call: impl AsyncFnOnce(Client, &str, &str),
) -> [Vec<String>; 2] {
    run(async {
        let empty = || answer("204 No Content", "text/plain", "");
        let usual = Server::answering(empty()).await;
        let other = Server::answering(empty()).await;
        let builder = build(&usual.url, &other.url).bearer("token");
        call(builder.build().unwrap(), &usual.url, &other.url).await;
        [usual, other].map(|server| server.requests())
    })
}

/// The first line of a request, if it has the token.
fn line(request: &str) -> &str {
    assert!(
        request.contains("\r\nauthorization: Bearer token\r\n"),
        "{request}"
    );
    request.split(" HTTP").next().unwrap_or_default()
}

#[test]
fn a_base_url_of_the_callers_own_is_called_for_every_operation() {
    let [usual, other] = received(
        |usual, _| Client::builder(format!("{usual}/v1")),
        async |client, _, _| {
            let client = servers::Client::new(client);
            client.post_file("text").await.unwrap();
            client.list_files().await.unwrap();
            client.get_health().await.unwrap();
            client.get_status().await.unwrap();
            client.list_users().await.unwrap();
        },
    );
    let lines: Vec<&str> = usual.iter().map(|request| line(request)).collect();
    let expected = [
        "POST /v1/files",
        "GET /v1/files",
        "GET /health",
        "GET /v2/status",
        "GET /v1/users",
    ];
    assert_eq!(lines, expected);
    assert!(other.is_empty());
}

#[test]
fn a_server_that_the_caller_names_is_called_in_place_of_a_documented_one() {
    let documented = "https://files.example.com/api";
    assert!(SERVERS.contains(&documented));
    let [usual, other] = received(
        |usual, other| Client::builder(usual).server(documented, format!("{other}/files-api/")),
        async |client, _, _| {
            let client = servers::Client::new(client);
            client.post_file("text").await.unwrap();
            client.list_files().await.unwrap();
        },
    );
    assert_eq!(line(&other[0]), "POST /files-api/files");
    assert_eq!(line(&usual[0]), "GET /files");
    assert_eq!((usual.len(), other.len()), (1, 1));
}

#[test]
fn credentials_go_to_a_documented_server_from_a_documented_base_url_alone() {
    let own = |usual: &str, other: &str, documents_usual: bool| -> &'static Operation {
        let own: &[&str] = vec![&*other.to_owned().leak()].leak();
        let documented: &[&str] = if documents_usual {
            vec![&*format!("{usual}/").leak(), own[0]].leak()
        } else {
            own
        };
        Box::leak(Box::new(
            Operation::new("own", "GET", "/own").servers(own, documented),
        ))
    };
    for (documents_usual, expected) in [(true, [0, 1]), (false, [1, 0])] {
        let received = received(
            |usual, _| Client::builder(usual),
            async |client, usual, other| {
                let operation = own(usual, other, documents_usual);
                client.request(operation).empty().await.unwrap();
            },
        );
        assert_eq!(received.each_ref().map(Vec::len), expected);
        assert_eq!(line(&received.concat()[0]), "GET /own");
    }
}
