//! Which operation a method and a path or URL belong to.

use bindery_contract::{Recording, Request, Response, check};

use crate::parsed;

const DOCUMENT: &str = "openapi: 3.0.3
servers:
  - url: https://api.example.com/v1
  - url: 'https://{region}.example.org:{port}/{base}/'
    variables:
      region: {default: eu, enum: [eu, us]}
      port: {default: '8443'}
      base: {default: v2}
paths:
  /cats: {get: {operationId: list, responses: {default: {description: It.}}}}
  /cats/{cat}: {get: {operationId: get, responses: {default: {description: It.}}}}
  /cats/mine: {get: {operationId: mine, responses: {default: {description: It.}}}}
  /cats/{cat}:hide: {get: {operationId: hide, responses: {default: {description: It.}}}}
  /cats/{cat}.json: {get: {operationId: json, responses: {default: {description: It.}}}}
  /{kind}/mine/{id}: {get: {operationId: kind, responses: {default: {description: It.}}}}
  /cats/{cat}/{id}: {get: {operationId: both, responses: {default: {description: It.}}}}
  /a b/{x}-{y}: {get: {operationId: pair, responses: {default: {description: It.}}}}
  /own:
    servers: [{url: 'https://own.example.com'}]
    get: {operationId: own, responses: {default: {description: It.}}}
    delete: {operationId: delete, servers: [{url: //own.example.net/all}], responses: {default: {description: It.}}}
    put: {operationId: put, servers: [{url: /put}], responses: {default: {description: It.}}}
";

#[test]
#[rustfmt::skip] // One case, one line.
fn a_request_belongs_to_the_most_literal_operation_of_its_server() {
    let cases = [
        ("GET", "/v1/cats", Some("list"), "the base path of the first server"),
        ("GET", "/v2/cats", Some("list"), "that of the second"),
        ("GET", "/any/cats", Some("list"), "a variable without an enum has any value"),
        ("GET", "https://api.example.com/v1/cats", Some("list"), "a URL"),
        ("GET", "https://API.EXAMPLE.COM:443/v1/cats", Some("list"), "hosts have no case, and a port may go without saying"),
        ("GET", "https://us.example.org:8443/v2/cats", Some("list"), "a host from an enum"),
        ("GET", "https://asia.example.org:8443/v2/cats", None, "or not from it"),
        ("GET", "https://api.example.com/v2/cats", None, "the base path of another host"),
        ("GET", "https://other.example.com/v1/cats", None, "another host"),
        ("GET", "/cats", None, "no base path"),
        ("GET", "/v1/cats/7", Some("get"), "a template"),
        ("GET", "/v1/cats/mine", Some("mine"), "literal before templated"),
        ("GET", "/v1/cats/7.json", Some("json"), "text and parameter before parameter"),
        ("GET", "/v1/cats/mine/7", Some("both"), "the earlier literal counts more"),
        ("GET", "/v1/dogs/mine/7", Some("kind"), "where it fits"),
        ("GET", "/v1/a%20b/1-2", Some("pair"), "literals are decoded, and a segment holds two parameters"),
        ("GET", "/v1/a%20b/12", None, "which need what is between them"),
        ("GET", "/v1/cats/", None, "an empty segment is no parameter"),
        ("GET", "/own", Some("own"), "a server of the path alone"),
        ("GET", "/v1/own", None, "and not those of the document"),
        ("PUT", "/put/own", Some("put"), "a server of the operation alone"),
        ("PUT", "https://any.example.com/put/own", Some("put"), "a relative server is at any host"),
        ("DELETE", "https://own.example.net/all/own", Some("delete"), "a server of either scheme"),
        ("DELETE", "https://own.example.com/all/own", None, "at its host alone"),
        ("GET", "/v1/cats/7:hide", Some("hide"), "a verb behind a colon"),
        ("GET", "/v1/cats/a:7", Some("get"), "a colon within a value"),
        ("GET", "/v1/cats/a%2Fb", Some("get"), "an encoded slash separates nothing"),
        ("GET", "/v1/cats/a%252Fb", Some("get"), "and values are decoded once"),
        ("GET", "/v1//cats", None, "a segment too many"),
        ("GET", "/v1/Cats", None, "paths have case"),
        ("GET", "https://api.example.com/v10/cats", None, "a base path is whole segments"),
        ("GET", "https://api.example.com:8443/v1/cats", None, "another port"),
        ("GET", "https://api.example.com.example.net/v1/cats", None, "a host that begins alike"),
        ("GET", "https://me:pw@api.example.com/v1/cats", Some("list"), "credentials are no part of a host"),
        ("POST", "/v1/cats", None, "another method"),
    ];
    let document = parsed(DOCUMENT);
    for (method, target, expected, because) in cases {
        let request = Request::new(method, target);
        let report = check(&document, &[Recording::invented("x", request, Some(Response::new(200)))]);
        let mut operations = report.operations.iter();
        let found = operations.find(|operation| !operation.exchanges.is_empty());
        assert_eq!(found.and_then(|found| found.id.as_deref()), expected, "{target}: {because}");
    }
}
