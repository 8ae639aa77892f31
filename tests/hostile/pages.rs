//! Lists that lead in circles, break in the middle, or were asked for nothing.

use bindery::{Error, TryStreamExt as _};

use crate::{
    case::{end, gigs},
    leaks,
    server::{Server, Step},
};

/// An empty page that names the next one.
fn page(next: &str) -> Step {
    let list = r#"{"object":"list","items":[],"moreItemsAfter":NEXT,"moreItemsBefore":null}"#;
    Step::json("200 OK", &list.replace("NEXT", next))
}

#[tokio::test]
async fn a_stream_of_pages_ends() {
    leaks::watch();
    let down = || Step::answer("500 Internal Server Error", "", "");
    for (name, limit, script, pages, expected, requests) in [
        ("no limit", None, vec![page("null")], 1, None, 1),
        ("limit 0", Some(0), vec![page("null")], 1, None, 1),
        (
            "limit 0 with a cursor for ever",
            Some(0),
            vec![page(r#""a""#)],
            1,
            None,
            1,
        ),
        (
            "three pages",
            None,
            vec![page(r#""a""#), page(r#""b""#), page("null")],
            3,
            None,
            3,
        ),
        (
            "a cursor to itself",
            None,
            vec![page(r#""a""#)],
            2,
            Some("decode"),
            2,
        ),
        (
            "a circle of two",
            None,
            vec![page(r#""a""#), page(r#""b""#), page(r#""a""#)],
            3,
            Some("decode"),
            3,
        ),
        (
            "a page that fails once",
            None,
            vec![page(r#""a""#), down(), page("null")],
            2,
            None,
            3,
        ),
        (
            "a page that fails for ever",
            None,
            vec![page(r#""a""#), down()],
            1,
            Some("api"),
            4,
        ),
        (
            "a cursor that is no text",
            None,
            vec![page("7")],
            0,
            Some("decode"),
            1,
        ),
    ] {
        let server = Server::start(script).await;
        let list = gigs(&server.url).users().list();
        let mut stream = limit
            .map_or(list.clone(), |limit| list.limit(limit))
            .pages();
        let mut seen = 0;
        let error: Option<Error> = loop {
            match stream.try_next().await {
                Ok(Some(_)) => seen += 1,
                Ok(None) => break None,
                Err(error) => break Some(error),
            }
        };
        assert_eq!(error.as_ref().map(end), expected, "{name}: {error:?}");
        assert_eq!(seen, pages, "{name}");
        assert_eq!(server.requests().len(), requests, "{name}");
        assert!(stream.try_next().await.unwrap().is_none(), "{name} goes on");
        leaks::none_in(error.as_ref());
    }
}
