//! Parameters: every place, every style.

use super::{
    compiled::{headers_and_cookies, odd_paths, path_parameters, query_options, styles},
    wire::{run, sends},
};

#[test]
fn path_parameters_stay_in_their_segments() {
    use path_parameters::Client;
    sends(
        |c| Client::new(c).get_order("a/../b", 7),
        "GET /users/a%2F..%2Fb/orders/7",
        &["accept: application/json, */*;q=0.5"],
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
fn a_path_is_sent_without_what_is_no_path() {
    use odd_paths::{
        Client,
        types::{GetProjectOptions, GetStateOptions, ListItemsOptions},
    };
    let page = ListItemsOptions::new().page(2);
    sends(
        |c| Client::new(c).list_items("a&b", &page),
        "GET /items?action=list&owner=a%26b&page=2",
        &[],
        "",
    );
    sends(|c| Client::new(c).clear_items(), "DELETE /items", &[], "");
    sends(|c| Client::new(c).head_state(), "HEAD /state", &[], "");
    let page = GetProjectOptions::new().page(2);
    sends(
        |c| Client::new(c).get_project("p", "a/b", &page),
        "GET /v1/p/a%2Fb?page=2",
        &[],
        "",
    );
    let options = GetStateOptions::new().at("a b").where_("a b");
    sends(
        |c| Client::new(c).get_state(&options),
        "GET /states?at=a%20b&where=%22a%20b%22",
        &[],
        "",
    );
}

#[test]
fn query_parameters_are_written_in_their_styles() {
    use query_options::{
        Client,
        types::{ListItemsOptions, ListItemsOptionsWhere, ListItemsRange},
    };
    let range = ListItemsRange::new().to(7);
    sends(
        |c| Client::new(c).list_items("k", &range, &ListItemsOptions::new()),
        "GET /items?kind=k&range%5Bto%5D=7",
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
        |c| Client::new(c).list_items("k", &range, &options),
        "GET /items?kind=k&filter%5Bstatus%5D=a%20b&range%5Bto%5D=7&limit=5&ids=1&ids=2&csv=x,y%2Cz&piped=p%7Cq&deep%5Bk%5D=v&where=%7B%22a%22%3A%221%22%7D&since=2021-01-21T19%3A38%3A34Z",
        &[],
        "",
    );
}

#[test]
fn exclusive_parameters_are_refused() {
    use query_options::{
        Client,
        types::{ListItemsOptions, ListItemsRange},
    };
    let range = ListItemsRange::new();
    let options = ListItemsOptions::new()
        .since("2021-01-21T19:38:34Z".parse().unwrap())
        .until("2021-01-22".parse().unwrap());
    let client = bindery::runtime::Client::builder("http://127.0.0.1:9")
        .build()
        .unwrap();
    let call = Client::new(client).list_items("k", &range, &options);
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
    // Cookies of the caller's own writing come before them.
    sends(
        |c| Client::new(c).list_items("acme", &options.cookie("a=b")),
        "GET /items",
        &["cookie: a=b; session=s%3B1"],
        "",
    );
}

/// OpenAPI 3.0.3, "Style Examples".
#[test]
fn every_style_is_written_as_openapi_prints_it() {
    use styles::{
        Client,
        types::{Color, Deep, GetQueriesOptions},
    };
    let color = || Color::new().r(100).g(200).b(150);
    let list: Vec<String> = ["blue", "black", "brown"].map(str::to_owned).into();
    sends(
        |c| Client::new(c).get_matrix(&list),
        "GET /matrix/;color=blue,black,brown",
        &[],
        "",
    );
    sends(
        |c| Client::new(c).get_matrix(&vec![]),
        "GET /matrix/;color",
        &[],
        "",
    );
    sends(
        |c| Client::new(c).get_matrix_all(&color()),
        "GET /matrix-all/;R=100;G=200;B=150",
        &[],
        "",
    );
    sends(
        |c| Client::new(c).get_label(&list),
        "GET /label/.blue.black.brown",
        &[],
        "",
    );
    sends(
        |c| Client::new(c).get_label_all(&color()),
        "GET /label-all/.R=100.G=200.B=150",
        &[],
        "",
    );
    sends(
        |c| Client::new(c).get_simple(&color()),
        "GET /simple/R=100,G=200,B=150",
        &[],
        "",
    );
    let new = GetQueriesOptions::new;
    let deep = Deep::new().color(color()).list([Color::new().r(1)]);
    for (options, query) in [
        (new().a(color()), "R=100&G=200&B=150"),
        (new().b(color()), "b=R,100,G,200,B,150"),
        (new().c(list.clone()), "c=blue%20black%20brown"),
        (new().d(list.clone()), "d=blue&d=black&d=brown"),
        (new().e(color()), "e=R%7C100%7CG%7C200%7CB%7C150"),
        (
            new().f(deep),
            "f%5Bcolor%5D%5BR%5D=100&f%5Bcolor%5D%5BG%5D=200&f%5Bcolor%5D%5BB%5D=150&f%5Blist%5D%5B0%5D%5BR%5D=1",
        ),
    ] {
        sends(
            |c| Client::new(c).get_queries(&options),
            &format!("GET /queries?{query}"),
            &[],
            "",
        );
    }
    for (options, header) in [
        (new().x_color(color()), "x-color: R,100,G,200,B,150"),
        (new().x_all(color()), "x-all: R=100,G=200,B=150"),
        (new().x_count(-7), "x-count: -7"),
        (new().x_flag(true), "x-flag: true"),
        (new().g([1, 2]), "cookie: g=1,2"),
    ] {
        sends(
            |c| Client::new(c).get_queries(&options),
            "GET /queries",
            &[header],
            "",
        );
    }
}
