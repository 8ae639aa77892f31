//! Bodies that are not JSON: forms, parts, texts and what is not read.

use bindery_contract::{Request, Response};

use crate::{VALID, exchange};

/// Sends bodies to an operation whose request body has one media type.
#[track_caller]
fn sends(media_type: &str, sent_as: &str, cases: &[(&str, &str, &str, &str)]) {
    for (media, body, expected, because) in cases {
        let (required, media) = match media.strip_prefix("required ") {
            Some(media) => ("required: true, ", media),
            None => ("", *media),
        };
        let operation = format!(
            "post: {{requestBody: {{{required}content: {{'{media_type}': {media}}}}}, responses: {{'204': {{description: Done.}}}}}}"
        );
        let request = Request::new("POST", "/x").body(sent_as, *body);
        let case = format!("{body}, because {because}");
        exchange(&operation, request, Response::new(204), expected, &case);
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn forms_are_read_by_their_encoding() {
    let form = "application/x-www-form-urlencoded";
    let object = "{schema: {type: object, required: [a], properties: {a: {type: integer}, b: {type: string}}}}";
    let needed = format!("required {object}");
    let list = "{schema: {type: object, properties: {a: {type: array, items: {type: integer}}}}}";
    let joined = "{schema: {type: object, properties: {a: {type: array, items: {type: integer}}}}, encoding: {a: {style: form, explode: false}}}";
    let piped = "{schema: {type: object, properties: {a: {type: array, items: {type: integer}}}}, encoding: {a: {style: pipeDelimited, explode: false}}}";
    let inner = "{schema: {type: object, properties: {a: {type: object, required: [x], properties: {x: {type: integer}, y: {}}}}}}";
    let deep = "{schema: {type: object, properties: {a: {type: object, required: [x], properties: {x: {type: integer}, y: {}}}}}, encoding: {a: {style: deepObject, explode: true}}}";
    sends(form, form, &[
        (object, "a=1&b=two", VALID, "fields are read by their type"),
        (object, "a=one&b=two", "`a`: expected `integer`", "a word is no number"),
        (object, "b=two", "`a` is required", "a field is missing"),
        (object, "a=1&c=3", "no schema declares the request's property `c`", "a stranger"),
        (object, "a=1&b=x%26y+z", VALID, "fields are decoded"),
        (object, "", VALID, "a body that need not be sent"),
        (&needed, "", "`a` is required", "and one that must"),
        (list, "a=1&a=2", VALID, "a list is repeated"),
        (list, "a=1&a=x", "expected `integer`", "of numbers"),
        (joined, "a=1,2", VALID, "or joined"),
        (joined, "a=1,x", "expected `integer`", "of numbers"),
        (piped, "a=1|2", VALID, "or joined by pipes"),
        (inner, "x=1&y=2", VALID, "an object is its members"),
        (inner, "x=z", "`x`: expected `integer`", "of numbers"),
        (inner, "a={\"x\": 1}", VALID, "or one piece of JSON"),
        (inner, "a={\"y\": 1}", "`x` is required", "which is judged"),
        (inner, "a[x]=1", VALID, "or names in brackets"),
        (deep, "a[x]=1&a[y]=2", VALID, "as an encoding may say"),
        (deep, "a[x]=z", "`x`: expected `integer`", "of numbers"),
        (deep, "a[y]=1", "`x` is required", "and complete"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn parts_are_read_by_their_media_type() {
    let object = "{schema: {type: object, required: [a], properties: {a: {type: integer}, f: {type: string, format: binary}, o: {type: object, required: [x]}, l: {type: array, items: {type: integer}}}}}";
    let part = |name: &str, more: &str, content: &str| format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{content}\r\n");
    let body = |parts: &[String]| parts.concat() + "--B--\r\n";
    let one = part("a", "", "1");
    let cases = [
        (body(std::slice::from_ref(&one)), VALID, "a part is read by its type"),
        (body(&[part("a", "", "x")]), "`a`: expected `integer`", "a word is no number"),
        (body(&[part("f", "; filename=\"x\"", "bytes")]), "`a` is required", "a part is missing"),
        (body(&[one.clone(), part("f", "; filename=\"x\"\r\nContent-Type: image/png", "bytes")]), VALID, "a file is a string"),
        (body(&[one.clone(), part("f", "; filename=\"x\"\r\nContent-Type: application/pdf", "123")]), VALID, "even if it looks like a number"),
        (body(&[one.clone(), part("o", "", "{\"x\": 1}")]), VALID, "an object is JSON"),
        (body(&[one.clone(), part("o", "\r\nContent-Type: application/json", "{}")]), "`x` is required", "which is judged"),
        (body(&[one.clone(), part("o", "", "{")]), "`o`: expected `object`", "and must be JSON"),
        (body(&[one.clone(), part("l", "", "1"), part("l", "", "2")]), VALID, "a list repeats its part"),
        (body(&[one.clone(), part("l", "", "1"), part("l", "", "x")]), "expected `integer`", "of numbers"),
        (body(&[one.clone(), part("f", "; filename=\"x\"", "a--B")]), VALID, "a delimiter begins a line"),
        ("Before.\r\n".to_owned() + &body(std::slice::from_ref(&one)), VALID, "which need not be the first"),
        (body(&[one.clone(), part("q;r", "", "1")]), "no schema declares the request's property `q;r`", "a name in quotes is whole"),
        (body(&[one.clone(), part("z", "", "1")]), "no schema declares the request's property `z`", "a stranger"),
        (body(std::slice::from_ref(&one)).replace("\r\n", "\n"), VALID, "line ends of either kind"),
        (one.clone(), "a body of `multipart/form-data` is not checked", "no closing delimiter"),
    ];
    for (body, expected, because) in &cases {
        sends("multipart/form-data", "multipart/form-data; boundary=B", &[(object, body, expected, because)]);
    }
    sends("multipart/form-data", "multipart/form-data", &[(object, &cases[0].0, "is not checked", "no boundary")]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn texts_are_strings_and_the_rest_is_unchecked() {
    sends("text/plain", "text/plain; charset=utf-8", &[
        ("{schema: {type: string}}", "hello", VALID, "a text"),
        ("{schema: {type: string, maxLength: 3}}", "hello", "contradicts `maxLength: 3`", "is judged"),
        ("{schema: {type: integer}}", "5", VALID, "a number"),
        ("{schema: {type: integer}}", "5\r\n", VALID, "whose line may end"),
        ("{schema: {type: string, maxLength: 1}}", "5\n", "contradicts `maxLength: 1`", "unlike that of a text"),
        ("{schema: {type: integer}}", "five", "expected `integer`", "or none"),
        ("{schema: {type: object}}", "hello", "a body of `text/plain` is not checked", "how would a text be an object"),
        ("{}", "hello", VALID, "without a schema there is no claim"),
    ]);
    sends("application/octet-stream", "application/octet-stream", &[
        ("{schema: {type: string, format: binary}}", "bytes", VALID, "bytes"),
        ("{schema: {type: string, format: byte}}", "!", "not of the format `byte`", "base64"),
    ]);
    sends("application/xml", "application/xml", &[
        ("{schema: {type: object}}", "<a/>", "a body of `application/xml` is not checked", "XML is not read"),
        ("{}", "<a/>", VALID, "nor missed without a schema"),
    ]);
    sends("image/svg+xml", "image/svg+xml", &[("{schema: {type: string}}", "<svg/>", "is not checked", "whatever it is called")]);
    sends("application/vnd.api+json", "application/vnd.api+json", &[("{schema: {type: object}}", "[]", "expected `object`", "a vendor's JSON is JSON")]);
}

#[test]
fn an_empty_body_is_none_where_there_can_be_none() {
    let has = "{description: It., content: {application/json: {schema: {type: object}}}}";
    let none = "{description: It.}";
    for (method, status, answer, expected, because) in [
        ("GET", 204, has, VALID, "204 has no body"),
        ("HEAD", 200, has, VALID, "nor has the answer to HEAD"),
        ("GET", 200, none, VALID, "where none is documented"),
        (
            "GET",
            200,
            has,
            "the response body is",
            "where one is, nothing is no JSON",
        ),
    ] {
        let operation = format!(
            "{}: {{responses: {{'{status}': {answer}}}}}",
            method.to_lowercase()
        );
        let response = Response::new(status).json("");
        exchange(
            &operation,
            Request::new(method, "/x"),
            response,
            expected,
            because,
        );
    }
    let operation = "get: {responses: {'204': {description: Done.}}}";
    let response = Response::new(204).json("{}");
    let expected = "describes no response body of `application/json`";
    exchange(
        operation,
        Request::new("GET", "/x"),
        response,
        expected,
        "a body too many",
    );
}
