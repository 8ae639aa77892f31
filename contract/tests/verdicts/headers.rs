//! The headers of responses.

use bindery_contract::{Request, Response};

use crate::{Named, VALID, exchange};

#[test]
#[rustfmt::skip] // One case, one line.
fn response_headers_are_required_and_read_by_their_type() {
    let cases: &[Named<'_>] = &[
        ("{X-Rate: {schema: {type: integer}}}", &[("x-rate", "5")], VALID, "names have no case"),
        ("{X-Rate: {schema: {type: integer}}}", &[("x-rate", "fast")], "response header `X-Rate`: expected `integer`", "a number"),
        ("{X-Rate: {schema: {type: integer, maximum: 4}}}", &[("x-rate", "5")], "contradicts `maximum: 4`", "within bounds"),
        ("{X-Rate: {schema: {type: integer}}}", &[], VALID, "an optional header"),
        ("{X-Rate: {required: true, schema: {type: integer}}}", &[], "the response header `X-Rate` is required, but missing", "a required one"),
        ("{X-Rate: {required: true}}", &[("X-RATE", "")], VALID, "present without a claim"),
        ("{}", &[("x-other", "5")], VALID, "undocumented headers are no finding"),
        ("{Content-Type: {required: true, schema: {type: integer}}}", &[], VALID, "the media type is described elsewhere"),
        ("{X-Ids: {schema: {type: array, items: {type: integer}}}}", &[("x-ids", "1,2")], VALID, "a list"),
        ("{X-Ids: {schema: {type: array, items: {type: integer}}}}", &[("x-ids", "1"), ("x-ids", "x")], "expected `integer`", "in several headers"),
        ("{X-Ids: {schema: {type: array, items: {type: integer}}}}", &[("x-ids", "1\n2")], VALID, "joined by line breaks, as some archives do"),
        ("{X-Ids: {schema: {type: array, items: {type: integer}}}}", &[("x-ids", "1\nx")], "expected `integer`", "and read all the same"),
        ("{X-O: {schema: {type: object, properties: {a: {type: integer}}}}}", &[("x-o", "a,x")], "`a`: expected `integer`", "an object in turn"),
        ("{X-O: {explode: true, schema: {type: object, properties: {a: {type: integer}}}}}", &[("x-o", "a=5")], VALID, "or by assignment"),
        ("{X-J: {content: {application/json: {schema: {required: [a]}}}}}", &[("x-j", "{}")], "`a` is required", "or as JSON"),
        ("{X-J: {content: {application/json: {schema: {required: [a]}}}}}", &[("x-j", "{")], "response header `X-J` is not JSON", "which it must be"),
        ("{Date: {schema: {type: string, format: date-time}}}", &[("date", "2021-01-21T19:38:34Z")], VALID, "formats hold"),
        ("{Location: {schema: {type: string, format: uri}}}", &[("location", "/y")], "not of the format `uri`", "and are broken"),
    ];
    for (headers, received, expected, because) in cases {
        let operation = format!("get: {{responses: {{'204': {{description: Done., headers: {headers}}}}}}}");
        let response = received.iter().fold(Response::new(204), |response, (name, value)| response.header(*name, *value));
        exchange(&operation, Request::new("GET", "/x"), response, expected, because);
    }
}
