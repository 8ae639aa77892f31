//! What is wrong with a document is said with its place and its mend.

use bindery_codegen::{Document, Settings, generate};

/// A document with the head that all of them share.
fn document(paths: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{title: T, version: \"1\"}}\npaths:\n{paths}")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let result =
        Document::parse("t.yaml", text).and_then(|document| generate(&document, &Settings::new()));
    let error = result
        .map(|_| ())
        .expect_err("the document is faulty")
        .to_string();
    assert_eq!(error, expected);
}

#[test]
fn text_that_is_no_document_is_placed() {
    check("", "t.yaml:1:1: the file is empty");
    check(
        "openapi: 3.0.3\ninfo:\n  title: T\n  title: U\n",
        "t.yaml:4:3: the key `title` stands twice\n  help: keep one of the two",
    );
    check(
        "{\"openapi\": \"3.0.3\",}",
        "t.yaml:1:21: not JSON: trailing comma",
    );
    check(
        "a: 1\n---\nb: 2\n",
        "t.yaml:2:1: a second YAML document\n  help: keep one document in a file",
    );
    check(
        "a: *b\n",
        "t.yaml:1:4: not YAML: while parsing node, found unknown anchor",
    );
}

#[test]
fn documents_of_another_kind_are_refused() {
    check(
        "swagger: '2.0'\n",
        "t.yaml:1:1: Swagger 2.0 is not OpenAPI 3.0\n  help: convert the document, for example with `npx swagger2openapi`",
    );
    check(
        "openapi: 3.2.0\npaths: {}\n",
        "t.yaml:1:1: OpenAPI `3.2.0` is not read\n  help: write the document in OpenAPI 3.0.3 or 3.1",
    );
    check(
        "a: 1\n",
        "t.yaml:1:1: not an OpenAPI document: `openapi` is missing\n  help: begin with `openapi: 3.0.3`",
    );
    check(
        "openapi: [3]\npaths: {}\n",
        "t.yaml:1:1: `openapi` is no text\n  help: write the version in quotes, with all three numbers: `\"3.0.3\"`",
    );
    check(
        "openapi: 3.1.0\npaths: []\ncomponents: {}\n",
        "t.yaml:2:1: `paths` is missing or not a mapping\n  help: add `paths:` with the operations below it",
    );
    check(
        "openapi: 3.0.3\n",
        "t.yaml:1:1: `paths` is missing or not a mapping\n  help: add `paths:` with the operations below it",
    );
}

#[test]
fn what_is_wrong_with_some_operations_leaves_the_others() {
    let paths = "  /a/{id}:
    get:
      responses: {'204': {description: D}}
  /b:
    get: {responses: {'200': {$ref: '#/components/responses/Gone'}}}
    put: {responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Half'}}}}}}
    post: {operationId: b, responses: {'200': {description: D, headers: {X-A: {$ref: '#/components/headers/Gone'}}, content: {application/json: {schema: {$ref: '#/components/schemas/Whole'}}}}}}
components:
  schemas:
    Half: {type: object, properties: {a: {$ref: '#/components/schemas/Other'}}}
    Other: {type: array, items: {$ref: '#/components/schemas/Gone'}}
    Whole: {type: object}
    Unused: {$ref: '#/components/schemas/Unused'}
";
    let document = Document::parse("t.yaml", document(paths)).unwrap();
    let client = generate(&document, &Settings::new()).unwrap();
    let refused = client.refused().iter();
    let warnings: Vec<String> = refused
        .flat_map(bindery_codegen::Refusal::warnings)
        .map(|warning| {
            let position = warning.position.unwrap();
            format!("{position}: {}", warning.message)
        })
        .collect();
    assert_eq!(
        warnings,
        [
            "8:31: `#/components/responses/Gone` leads nowhere, so `GET /b` is left out",
            "14:34: `#/components/schemas/Gone` leads nowhere, so `PUT /b` is left out",
            "10:80: `#/components/headers/Gone` leads nowhere",
            "16:14: `#/components/schemas/Unused` leads back to itself",
        ]
    );
    let listing = client.listing();
    let methods = listing.lines();
    let methods: Vec<&str> = methods
        .filter(|line| line.starts_with("Client::") && line.contains("Call<"))
        .collect();
    assert_eq!(methods.len(), 2, "{methods:?}");
    assert!(listing.contains("types::Whole") && !listing.contains("types::Half"));
}

#[test]
fn references_that_cannot_be_followed_are_refused() {
    let with = |reference: &str| {
        let responses = "  /a:\n    get:\n      responses:\n        '200': {$ref: 'REF'}\ncomponents:\n  responses:\n    Loop: {$ref: '#/components/responses/Loop'}\n";
        document(&responses.replace("REF", reference))
    };
    check(
        &with("other.yaml#/x"),
        "t.yaml:7:17: `other.yaml#/x` leads out of the document\n  help: copy what it refers to into this document
t.yaml:10:12: `#/components/responses/Loop` leads back to itself\n  help: write in its place what is meant",
    );
    check(
        &document(
            "  /a:
    get: {responses: {default: {$ref: '#/components/responses/Lop'}}}
components:
  responses: {Gone: {}, Lost: {}, Loop: {}, Poll: {}}
  schemas:
    A: {$ref: 5}
    B: {properties: {$ref: {type: string}, default: {$ref: [A]}}, default: {$ref: 5}}
",
        ),
        "t.yaml:5:33: `#/components/responses/Lop` leads nowhere\n  help: define it, or mend the name: `/components/responses` has `Loop`, `Lost`, `Gone`
t.yaml:9:9: a `$ref` that is no text\n  help: write `#/components/…`
t.yaml:10:54: a `$ref` that is no text\n  help: write `#/components/…`",
    );
}

#[test]
fn pages_that_cannot_be_followed_are_refused() {
    let with = |pagination: &str| {
        document(&format!(
            "  /a:
    get:
      x-pagination: {pagination}
      parameters:
        - {{name: after, in: query, schema: {{type: string}}}}
      responses:
        '200': {{description: D, content: {{application/json: {{schema: {{type: object, properties: {{data: {{type: array, items: {{type: string}}}}, next: {{type: string}}}}}}}}}}}}
"
        ))
    };
    for (pagination, column, message) in [
        (
            "{items: list, after: {parameter: after, next: next}}",
            22,
            "`list` is no list of the answer",
        ),
        (
            "{items: data, after: {parameter: from, next: next}}",
            35,
            "`from` is no optional query parameter of type `string`",
        ),
        (
            "{items: data, after: {parameter: after, next: data}}",
            35,
            "`data` is no text of the answer",
        ),
        (
            "{items: data, limit: size, after: {parameter: after, next: next}}",
            35,
            "`size` is no optional query parameter of type `integer`",
        ),
    ] {
        check(
            &with(pagination),
            &format!(
                "t.yaml:6:{column}: {message}\n  help: mend the name, or remove `x-pagination`"
            ),
        );
    }
}
