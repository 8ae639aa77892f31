//! Which media type and which status of a document an answer belongs to.

use bindery_contract::{Request, Response};

use crate::{VALID, exchange};

/// Answers `"x"` as a media type, where each documented one has a text of its own as its `enum`.
#[test]
#[rustfmt::skip] // One case, one line.
fn the_most_specific_media_type_applies() {
    let cases: &[(&[&str], &str, Option<&str>, &str)] = &[
        (&["application/json"], "application/json", Some("application/json"), "the type"),
        (&["application/json"], "Application/JSON", Some("application/json"), "in any case"),
        (&["application/json"], "application/json; charset=utf-8", Some("application/json"), "with a character set"),
        (&["application/json; charset=utf-8"], "application/json", Some("application/json; charset=utf-8"), "which never counts"),
        (&["application/json"], "application/problem+json", None, "a suffix makes another type"),
        (&["application/problem+json"], "application/json", None, "either way"),
        (&["*/*", "application/*", "application/json"], "application/json", Some("application/json"), "the type before ranges"),
        (&["*/*", "application/*"], "application/json", Some("application/*"), "the narrow range before the wide"),
        (&["application/*", "application/*+json"], "application/a+json", Some("application/*+json"), "the range with a suffix before both"),
        (&["*/*"], "application/json", Some("*/*"), "the widest range"),
        (&["text/*"], "application/json", None, "another family"),
        (&["application/json; v=1", "application/json; v=2"], "application/json; v=2", Some("application/json; v=2"), "parameters tell types apart"),
        (&["application/json; v=1", "application/json; v=2"], "application/json;V=\"2\"", Some("application/json; v=2"), "however they are written"),
        (&["application/json; v=1"], "application/json; v=2", None, "and contradict"),
        (&["application/json", "application/json; v=1"], "application/json", Some("application/json"), "fewer parameters are nearer to none"),
        (&["application/json", "application/json; v=1"], "application/json; v=2", Some("application/json"), "none contradicts nothing"),
    ];
    for (documented, sent, expected, because) in cases {
        let content: Vec<String> = documented.iter().map(|key| format!("'{key}': {{schema: {{enum: ['{key}']}}}}")).collect();
        let operation = format!("get: {{responses: {{'200': {{description: It., content: {{{}}}}}}}}}", content.join(", "));
        let body = format!("\"{}\"", expected.unwrap_or("none"));
        let response = Response::new(200).body(*sent, body);
        let expected = expected.map_or("describes no response body", |_| VALID);
        exchange(&operation, Request::new("GET", "/x"), response, expected, because);
    }
}

/// Answers a status, where each documented one has itself as the `enum` of its body.
#[test]
#[rustfmt::skip] // One case, one line.
fn an_exact_status_applies_before_a_range_and_that_before_default() {
    let cases: &[(&[&str], u16, Option<&str>, &str)] = &[
        (&["default", "4XX", "404"], 404, Some("404"), "the status"),
        (&["default", "4XX", "404"], 403, Some("4XX"), "its range"),
        (&["default", "4XX", "404"], 500, Some("default"), "whatever else"),
        (&["4xx"], 403, Some("4xx"), "in lower case too"),
        (&["200"], 201, None, "another status"),
        (&["2XX"], 301, None, "another range"),
    ];
    for (documented, status, expected, because) in cases {
        let content = |key: &str| format!("'{key}': {{description: It., content: {{application/json: {{schema: {{enum: ['{key}']}}}}}}}}");
        let responses: Vec<String> = documented.iter().map(|key| content(key)).collect();
        let operation = format!("get: {{responses: {{{}}}}}", responses.join(", "));
        let response = Response::new(*status).json(format!("\"{}\"", expected.unwrap_or("none")));
        let expected = expected.map_or("has no answer for the status", |_| VALID);
        exchange(&operation, Request::new("GET", "/x"), response, expected, because);
    }
}
