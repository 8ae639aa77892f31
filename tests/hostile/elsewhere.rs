//! Redirects, which are not followed: to whom they point learns nothing.

use crate::{
    bodies::USER,
    case::{Make, check, fails},
    server::{Server, Step},
};

#[tokio::test]
async fn a_redirect_is_an_unexpected_status_with_its_location() {
    let other = Server::start(vec![Step::json("200 OK", USER)]).await;
    let absolute = format!("{}/projects/p/users/u", other.url);
    for (status, make, location) in [
        ("301 Moved Permanently", Make::Retrieve, absolute.as_str()),
        ("302 Found", Make::Retrieve, "//127.0.0.1:9/x"),
        ("303 See Other", Make::Create, &absolute),
        ("307 Temporary Redirect", Make::Create, &absolute),
        ("307 Temporary Redirect", Make::Hook, &absolute),
        ("308 Permanent Redirect", Make::Delete, &absolute),
        ("302 Found", Make::Me, "/elsewhere/on/the/same/origin"),
    ] {
        let script = vec![Step::answer(
            status,
            &format!("location: {location}\r\n"),
            "",
        )];
        let code = status[..3].parse().ok();
        let error = check(status, make, script, fails("unexpected", code, 1)).await;
        assert_eq!(error.unwrap().location(), Some(location), "{status}");
    }
    assert_eq!(other.requests(), Vec::<String>::new());
}
