//! Parameters by place and style, as their schemas see them.

use bindery_contract::{Recording, Request, Response, check};

use crate::{Named, VALID, exchange, parsed};

/// An operation with one parameter and the answer 204.
fn with(parameter: &str) -> String {
    format!(
        "get: {{parameters: [{parameter}], responses: {{'204': {{description: Done.}}, 4XX: {{description: No.}}}}}}"
    )
}

#[test]
fn an_open_object_takes_the_names_that_no_other_parameter_has() {
    let operation = with(
        "{name: rest, in: query, schema: {type: object, additionalProperties: {type: integer}}}, \
         {name: word, in: query, schema: {type: string}}",
    );
    for (value, expected) in [("5", VALID), ("x", "`any`: expected `integer`")] {
        let request = Request::new("GET", "/x")
            .query("any", value)
            .query("word", "a");
        let because = "a name of its own";
        exchange(&operation, request, Response::new(204), expected, because);
    }
}

/// Sends a query to an operation with one parameter `p` of it.
#[track_caller]
fn queries(cases: &[Named<'_>]) {
    for (says, query, expected, because) in cases {
        let request = query
            .iter()
            .fold(Request::new("GET", "/x"), |request, (name, value)| {
                request.query(*name, *value)
            });
        let operation = with(&format!("{{name: p, in: query, {says}}}"));
        let case = format!("{query:?}, because {because}");
        exchange(&operation, request, Response::new(204), expected, &case);
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn scalars_are_read_by_their_type() {
    queries(&[
        ("schema: {type: integer}", &[("p", "5")], VALID, "digits are a number"),
        ("schema: {type: integer}", &[("p", "five")], "parameter `p`: expected `integer`, found `\"five\"`", "letters are none"),
        ("schema: {type: integer}", &[("p", "5.5")], "expected `integer`", "nor is a fraction"),
        ("schema: {type: integer}", &[("p", "")], "expected `integer`", "nor nothing"),
        ("schema: {type: integer}", &[("p", "007")], "expected `integer`", "nor digits that JSON does not write"),
        ("schema: {type: integer, maximum: 4}", &[("p", "5")], "contradicts `maximum: 4`", "bounds hold"),
        ("schema: {type: number}", &[("p", "1e3")], VALID, "an exponent"),
        ("schema: {type: boolean}", &[("p", "true")], VALID, "a flag"),
        ("schema: {type: boolean}", &[("p", "True")], "expected `boolean`", "in lower case"),
        ("schema: {type: boolean}", &[("p", "1")], "expected `boolean`", "in words"),
        ("schema: {type: string}", &[("p", "5")], VALID, "digits are a text too"),
        ("schema: {type: string, enum: ['1', '2']}", &[("p", "1")], VALID, "in an enum as well"),
        ("schema: {type: string, format: date}", &[("p", "2023-02-29")], "not of the format `date`", "formats hold"),
        ("schema: {anyOf: [{type: integer}, {type: string}]}", &[("p", "5")], VALID, "either will do"),
        ("schema: {anyOf: [{type: integer}, {type: string}]}", &[("p", "x")], VALID, "or the other"),
        ("schema: {oneOf: [{type: integer, maximum: 4}, {type: string, maxLength: 3}]}", &[("p", "5")], VALID, "a reading that fits is the one that was meant"),
        ("schema: {oneOf: [{type: integer, maximum: 4}, {type: boolean}]}", &[("p", "5")], "contradicts `maximum: 4`", "none fits"),
        ("schema: {enum: [1, 2]}", &[("p", "2")], VALID, "an enum without type tells the type"),
        ("schema: {}", &[("p", "x")], VALID, "no claim"),
        ("schema: {type: integer, nullable: true}", &[("p", "")], VALID, "null is spelled as nothing"),
        ("allowEmptyValue: true, schema: {type: integer}", &[("p", "")], VALID, "a parameter may come without a value"),
        ("required: true, schema: {type: integer}", &[], "the query parameter `p` is required, but missing", "but must come"),
        ("schema: {type: integer}", &[], VALID, "unless it is optional"),
        ("schema: {type: integer}", &[("p", "5"), ("p", "6")], "expected `integer`, found `[5,6]`", "one value is not two"),
        ("schema: {}", &[("p", "5"), ("p", "6")], VALID, "unless nothing says so"),
        ("schema: {type: integer}", &[("p", "5"), ("q", "6")], "does not have the query parameter `q`", "a stranger"),
        ("description: No schema.", &[("p", "5")], VALID, "a parameter without a schema claims nothing"),
        ("allowReserved: true, schema: {type: string, pattern: '^a/b\\?c$'}", &[("p", "a/b?c")], VALID, "reserved characters are a matter of the wire"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn lists_and_objects_are_read_by_their_style() {
    let list = "schema: {type: array, items: {type: integer}, maxItems: 2}";
    let object = "schema: {type: object, required: [a], properties: {a: {type: integer}, b: {type: string}}}";
    let styled = |style: &str, schema: &str| format!("{style}, {schema}");
    let [flat_list, space, pipe] = ["explode: false", "style: spaceDelimited, explode: false", "style: pipeDelimited, explode: false"].map(|style| styled(style, list));
    let (flat, deep) = (styled("explode: false", object), styled("style: deepObject, explode: true", object));
    queries(&[
        (list, &[("p", "1"), ("p", "2")], VALID, "exploded, a list is repeated"),
        (list, &[("p", "1")], VALID, "or sent once"),
        (list, &[("p", "1,2")], "expected `integer`, found `\"1,2\"`", "but not joined"),
        (list, &[("p", "1"), ("p", "2"), ("p", "3")], "contradicts `maxItems: 2`", "all of it is one list"),
        (&flat_list, &[("p", "1,2")], VALID, "otherwise it is joined by commas"),
        (&flat_list, &[("p", "1,x")], "expected `integer`", "and its items are read by their type"),
        (&flat_list, &[("p", "1,2,3")], "contradicts `maxItems: 2`", "and counted"),
        (&space, &[("p", "1 2")], VALID, "or by spaces"),
        (&space, &[("p", "1,2")], "expected `integer`", "not by commas then"),
        (&pipe, &[("p", "1|2")], VALID, "or by pipes"),
        (&pipe, &[("p", "1|2|3")], "contradicts `maxItems: 2`", "and counted as well"),
        (object, &[("a", "1"), ("b", "2")], VALID, "exploded, an object is its members"),
        (object, &[("b", "2")], "`a` is required", "which it requires"),
        (object, &[("a", "x")], "`a`: expected `integer`", "and reads by their type"),
        (object, &[("a", "1"), ("c", "2")], "does not have the query parameter `c`", "and declares"),
        (&flat, &[("p", "a,1,b,2")], VALID, "otherwise names and values in turn"),
        (&flat, &[("p", "a,x,b,2")], "`a`: expected `integer`", "by their type"),
        (&deep, &[("p[a]", "1"), ("p[b]", "2")], VALID, "or names in brackets"),
        (&deep, &[("p[b]", "2")], "`a` is required", "which it requires"),
        (&deep, &[("p[a]", "x")], "`a`: expected `integer`", "and reads by their type"),
        (&deep, &[("q[a]", "1")], "does not have the query parameter `q[a]`", "of that parameter alone"),
        ("style: deepObject, explode: true, schema: {type: object, properties: {a: {type: array, items: {type: integer}}}}", &[("p[a]", "1"), ("p[a]", "2")], VALID, "a member that repeats is a list"),
        ("style: deepObject, schema: {type: object, properties: {a: {type: object, properties: {b: {type: integer}}}}}", &[("p[a][b]", "x")], "`b`: expected `integer`", "objects within objects"),
        ("style: deepObject, schema: {type: object, properties: {a: {type: array, items: {type: object, properties: {b: {type: integer}}}}}}", &[("p[a][0][b]", "1"), ("p[a][1][b]", "x")], "`b`: expected `integer`", "objects within lists"),
        ("schema: {type: object}", &[("a", "1"), ("b", "2")], VALID, "an object that names nothing takes all names"),
        ("content: {application/json: {schema: {type: object, required: [a]}}}", &[("p", "{\"a\": 1}")], VALID, "or in one piece, as JSON"),
        ("content: {application/json: {schema: {type: object, required: [a]}}}", &[("p", "{}")], "`a` is required", "which is judged"),
        ("content: {application/json: {schema: {type: object}}}", &[("p", "{a}")], "parameter `p` is not JSON", "and must be JSON"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn path_segments_are_read_by_their_style() {
    let (list, object) = ("{type: array, items: {type: integer}}", "{type: object, properties: {a: {type: integer}, b: {type: integer}}}");
    let cases = [
        ("", "{type: integer}", "5", VALID, "a number"),
        ("", "{type: integer}", "tom", "parameter `p`: expected `integer`", "a name"),
        ("", "{type: string, pattern: '^a/b$'}", "a%2Fb", VALID, "segments are decoded"),
        ("", list, "1,2", VALID, "a list"),
        ("", list, "1,x", "expected `integer`", "of numbers"),
        ("", "{type: array, items: {type: string, enum: ['a,b']}}", "a%2Cb", VALID, "an encoded comma separates nothing"),
        ("", object, "a,1,b,2", VALID, "an object in turn"),
        ("explode: true", object, "a=1,b=2", VALID, "or by assignment"),
        ("explode: true", object, "a=x,b=2", "`a`: expected `integer`", "of numbers"),
        ("style: label", "{type: integer}", ".5", VALID, "a label begins with a dot"),
        ("style: label", "{type: integer}", "5", VALID, "which a bare value lacks, though it reads the same"),
        ("style: label", list, ".1.2", VALID, "dots separate"),
        ("style: label", list, ".1,2", VALID, "or commas, since the text was corrected"),
        ("style: label, explode: true", object, ".a=1.b=2", VALID, "an exploded object"),
        ("style: label, explode: true", object, ".a=1.b=x", "`b`: expected `integer`", "of numbers"),
        ("style: matrix", "{type: integer}", ";p=5", VALID, "a matrix names its value"),
        ("style: matrix", "{type: integer}", ";q=5", "expected `integer`", "by the parameter's name"),
        ("style: matrix", list, ";p=1,2", VALID, "joined"),
        ("style: matrix, explode: true", list, ";p=1;p=2", VALID, "or repeated"),
        ("style: matrix, explode: true", list, ";p=1;p=x", "expected `integer`", "of numbers"),
        ("style: matrix", object, ";p=a,1,b,2", VALID, "an object in turn"),
        ("style: matrix, explode: true", object, ";a=1;b=2", VALID, "or by its members"),
    ];
    for (style, schema, segment, expected, because) in cases {
        let comma = if style.is_empty() { "" } else { ", " };
        let operation = format!(
            "parameters: []\n  /x/{{p}}:\n    {}",
            with(&format!("{{name: p, in: path, required: true{comma}{style}, schema: {schema}}}"))
        );
        let request = Request::new("GET", format!("/x/{segment}"));
        exchange(&operation, request, Response::new(204), expected, because);
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn headers_and_cookies_are_read_by_their_style() {
    let cases: &[Named<'_>] = &[
        ("{name: X-Page, in: header, schema: {type: integer}}", &[("x-page", "5")], VALID, "names have no case"),
        ("{name: X-Page, in: header, schema: {type: integer}}", &[("x-page", "five")], "parameter `X-Page`: expected `integer`", "a header is read by its type"),
        ("{name: X-Page, in: header, required: true, schema: {type: integer}}", &[], "the header parameter `X-Page` is required, but missing", "and must come"),
        ("{name: X-Ids, in: header, schema: {type: array, items: {type: integer}}}", &[("x-ids", "1, 2")], VALID, "a list with spaces"),
        ("{name: X-Ids, in: header, schema: {type: array, items: {type: integer}, maxItems: 1}}", &[("x-ids", "1"), ("x-ids", "2")], "contradicts `maxItems: 1`", "or in several headers"),
        ("{name: X-O, in: header, explode: true, schema: {type: object, properties: {a: {type: integer}}}}", &[("x-o", "a=x")], "`a`: expected `integer`", "an object by assignment"),
        ("{name: Authorization, in: header, required: true, schema: {type: integer}}", &[], VALID, "what is described elsewhere is no parameter"),
        ("{name: Accept, in: header, schema: {type: integer}}", &[("accept", "text/html")], VALID, "nor is what is negotiated"),
        ("{name: Content-Type, in: header, schema: {type: integer}}", &[("content-type", "text/html")], VALID, "nor the media type"),
        ("{name: sid, in: cookie, schema: {type: integer}}", &[("cookie", "a=b; sid=5")], VALID, "a cookie among others"),
        ("{name: sid, in: cookie, schema: {type: integer}}", &[("cookie", "sid=x")], "parameter `sid`: expected `integer`", "is read by its type"),
        ("{name: sid, in: cookie, required: true, schema: {type: integer}}", &[("cookie", "a=b")], "the cookie parameter `sid` is required, but missing", "and must come"),
        ("{name: ids, in: cookie, explode: false, schema: {type: array, items: {type: integer}}}", &[("cookie", "ids=1,x")], "expected `integer`", "a list in one cookie"),
    ];
    for (parameter, headers, expected, because) in cases {
        let request = headers.iter().fold(Request::new("GET", "/x"), |request, (name, value)| request.header(*name, *value));
        exchange(&with(parameter), request, Response::new(204), expected, because);
    }
}

#[test]
fn a_refused_request_is_no_finding() {
    let operation = with("{name: p, in: query, required: true, schema: {type: integer}}");
    for (status, expected) in [
        (400, VALID),
        (422, VALID),
        (204, "parameter `p`: expected `integer`"),
    ] {
        let request = Request::new("GET", "/x").query("p", "five");
        exchange(
            &operation,
            request,
            Response::new(status),
            expected,
            "the status",
        );
    }
}

#[test]
fn a_key_of_a_security_scheme_is_documented() {
    let scheme = "{type: apiKey, in: query, name: key}";
    let text = format!(
        "openapi: 3.0.3
paths: {{/x: {{get: {{responses: {{'204': {{description: Done.}}}}}}}}}}
components: {{securitySchemes: {{key: {scheme}}}}}"
    );
    let document = parsed(&text);
    for (name, count) in [("key", 0), ("other", 1)] {
        let request = Request::new("GET", "/x").query(name, "s");
        let sent = Recording::invented("case", request, Some(Response::new(204)));
        assert_eq!(check(&document, &[sent]).findings.len(), count, "{name}");
    }
}
