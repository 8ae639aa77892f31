//! Each rule: a document that keeps it, and the edits that break it.

use bindery_contract::{Document, lint};

/// Keeps every rule, and uses what each rule is about.
const GOOD: &str = r##"openapi: 3.0.3
x-evidence: documented
x-request-id: X-Request-Id
info:
  title: Cats
  version: "1"
  description: The cats, with `<angle>` brackets and [a link](https://example.com).
servers:
  - url: https://api.example.com
paths:
  /cats/{cat}:
    parameters:
      - $ref: "#/components/parameters/Cat"
    get:
      operationId: getCat
      summary: Fetch a cat.
      description: Answers with the cat.
      externalDocs: {url: https://docs.example.com/cats}
      security:
        - oauth: [read]
        - key: []
      x-exclusive: [[after, before]]
      x-pagination: {style: cursor, items: kittens, after: {parameter: after, next: next}}
      parameters:
        - name: after
          in: query
          description: What comes after.
          schema: {type: string}
        - name: before
          in: query
          description: What comes before.
          schema: {type: string, default: a}
      responses:
        "200":
          description: The cat.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Cat"}
              example: {id: 7, name: Tom}
        "202":
          description: A challenge.
          x-failure: true
        4XX:
          description: A refusal.
x-webhooks:
  catBorn:
    post:
      operationId: receiveCatBorn
      summary: A cat was born.
      description: Sent when a cat was born.
      externalDocs: {url: https://docs.example.com/events}
      security: []
      x-idempotent: true
      requestBody:
        description: The cat.
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Cat"}
      responses:
        2XX: {description: Received.}
        "400": {description: Refused.}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key, description: A key.}
    oauth:
      type: oauth2
      description: A token.
      flows:
        clientCredentials:
          tokenUrl: https://api.example.com/token
          scopes: {read: To read.}
  parameters:
    Cat:
      name: cat
      in: path
      required: true
      description: Which cat.
      schema: {type: integer, format: int64}
      example: 7
  schemas:
    Cat:
      type: object
      description: A cat.
      required: [id]
      properties:
        id:
          type: integer
          format: int64
          description: Its number.
        name:
          type: string
          nullable: true
          description: Its name.
          x-personal: true
          example: null
        mood:
          type: string
          nullable: true
          enum: [calm, wild, null]
          description: Its mood.
        apiKey:
          type: string
          format: password
          description: Its key.
          x-evidence: inferred
        nextPageToken:
          type: string
          description: Where its list goes on.
        mother:
          type: object
          nullable: true
          description: Its mother.
          allOf:
            - $ref: "#/components/schemas/Cat"
"##;

#[test]
fn a_document_that_keeps_every_rule_has_no_finding() {
    assert_eq!(findings(GOOD), Vec::<String>::new());
}

#[test]
#[rustfmt::skip] // One case, one line.
fn each_rule_is_broken_by_an_edit() {
    breaks(&[
        ("openapi-version", "openapi: 3.0.3", "openapi: 3.0.0", "1:1: `openapi` is not"),
        ("operation-id", "operationId: getCat", "operationId: get_cat", "15:7: `get_cat` is not in lowerCamelCase"),
        ("operation-id", "operationId: getCat", "operationId: GetCat", "15:7: `GetCat` is not in lowerCamelCase"),
        ("operation-id", "      operationId: getCat\n", "", "14:5: `GET /cats/{cat}` has no `operationId`"),
        ("structure", "receiveCatBorn", "getCat", "`getCat` is also the `operationId` of the operation in line 15"),
        ("description", "      summary: Fetch a cat.\n", "", "14:5: the operation `getCat` has no `summary`"),
        ("description", "      description: Answers with the cat.\n", "", "14:5: the operation `getCat` has no `description`"),
        ("description", "          description: Its number.\n", "", "the schema `id` has no `description`"),
        ("description", "          description: What comes after.\n", "", "25:11: the parameter `after` has no `description`"),
        ("description", "          description: A challenge.\n", "", "the response `202` has no `description`"),
        ("description", "        description: The cat.\n        content", "        content", "the request body has no `description`"),
        ("description", "description: A cat.", "description: ' '", "the schema `Cat` has no `description`"),
        ("safe-rustdoc", "with `<angle>`", "with <angle>", "7:3: raw angle brackets"),
        ("safe-rustdoc", "[a link](https://example.com)", "[a link]", "7:3: square brackets"),
        ("safe-rustdoc", "[a link](https://example.com)", "https://example.com", "7:3: a bare URL"),
        ("safe-rustdoc", "with `<angle>`", "with ` and", "7:3: a backtick without its other half"),
        ("safe-rustdoc", "description: A cat.", "description: A cat", "not full sentences"),
        ("safe-rustdoc", "description: A cat.", "description: a cat.", "not full sentences"),
        ("safe-rustdoc", "description: A cat.", "description: \"A cat:\\n\\n    let cat;\\n\\nEnd.\"", "an indented block"),
        ("safe-rustdoc", "description: A cat.", "description: \"A cat:\\n```\\nlet cat;\\n```\\n\"", "a fenced block"),
        ("external-docs", "      externalDocs: {url: https://docs.example.com/cats}\n", "", "14:5: `getCat` names no page"),
        ("external-docs", "https://docs.example.com/cats", "http://docs.example.com/cats", "18:22: `getCat` names a page that is not an https URL"),
        ("evidence", "x-evidence: documented", "x-evidence: rumoured", "2:1: `x-evidence: \"rumoured\"` is unknown"),
        ("security", "      security: []\n", "", "`receiveCatBorn` does not say what credentials it needs"),
        ("security", "- key: []", "- keys: []", "21:11: the security scheme `keys` is not defined"),
        ("security", "- oauth: [read]", "- oauth: [write]", "20:19: no flow of `oauth` has the scope `write`"),
        ("client-error", "        4XX:\n          description: A refusal.\n", "", "`getCat` has no answer of the 4xx class"),
        ("client-error", "\"400\"", "default", "`receiveCatBorn` has no answer of the 4xx class"),
        ("nullable-type", "          type: object\n          nullable: true\n", "          nullable: true\n", "`nullable` without `type`"),
        ("nullable-type", "enum: [calm, wild, null]", "enum: [calm, wild]", "a nullable `enum` that does not list null"),
        ("integer-format", "{type: integer, format: int64}", "{type: integer}", "neither `int32` nor `int64`"),
        ("integer-format", "{type: integer, format: int64}", "{type: integer, format: int16}", "neither `int32` nor `int64`"),
        ("known-extension", "x-idempotent: true", "x-idempotence: true", "the extension `x-idempotence` is unknown"),
        ("known-extension", "x-idempotent: true", "x-idempotent: 1", "`x-idempotent` has another shape"),
        ("known-extension", "x-idempotent: true", "x-failure: true", "`x-failure` has no effect here"),
        ("known-extension", "[[after, before]]", "[[after, behind]]", "22:7: `x-exclusive` has another shape"),
        ("known-extension", "[[after, before]]", "[after, before]", "22:7: `x-exclusive` has another shape"),
        ("known-extension", "style: cursor, ", "", "23:7: `x-pagination` has another shape"),
        ("known-extension", "{parameter: after, next: next}", "after", "23:7: `x-pagination` has another shape"),
        ("known-extension", "x-personal: true", "x-personal: yes", "`x-personal` has another shape"),
        ("known-extension", "x-request-id: X-Request-Id", "x-request-id: 1", "3:1: `x-request-id` has another shape"),
        ("server-https", "url: https://api.example.com\n", "url: http://api.example.com\n", "9:5: a server URL that is not https"),
        ("server-https", "servers:\n  - url: https://api.example.com\n", "", "1:1: the document names no server"),
        ("structure", "nullable: true", "nullable: yes", "`nullable` is `yes`, not a flag"),
        ("structure", "properties:", "propeties:", "`propeties` is no keyword of a schema"),
        ("unused-component", "schemas:\n    Cat:", "schemas:\n    Dog: {type: object, description: A dog.}\n    Cat:", "nothing refers to `Dog`"),
        ("unused-component", "        - key: []\n", "", "nothing refers to `key`"),
        ("ref-resolves", "parameters/Cat\"", "parameters/Dog\"", "13:9: `#/components/parameters/Dog` leads nowhere"),
        ("ref-resolves", "\"#/components/parameters/Cat\"", "other.yaml#/Cat", "`other.yaml#/Cat` leads out of the document"),
        ("ref-resolves", "            - $ref: \"#/components/schemas/Cat\"\n", "            - $ref: \"#/components/schemas/Cat\"\n              nullable: true\n", "`nullable` beside `$ref` is ignored"),
        ("path-parameter", "      required: true\n", "", "13:9: the path parameter `cat` is not required"),
        ("path-parameter", "      name: cat\n", "      name: dog\n", "13:9: `/cats/{cat}` has no `{dog}`"),
        ("path-parameter", "    parameters:\n      - $ref: \"#/components/parameters/Cat\"\n", "", "12:5: `{cat}` of `/cats/{cat}` is not declared"),
        ("required-exists", "required: [id]", "required: [id, tail]", "`tail` is required, but not in `properties`"),
        ("secret-format", "          format: password\n", "", "`apiKey` is named like a secret"),
        ("example-fits", "example: {id: 7, name: Tom}", "example: {id: seven, name: Tom}", "39:25: the `example` does not fit its schema: `id`: expected `integer`"),
        ("example-fits", "default: a", "default: 7", "the `default` does not fit its schema"),
        ("example-fits", "      example: 7\n", "      example: seven\n", "the `example` does not fit its schema"),
    ]);
}

/// Edits the good document once, and expects a finding of the rule with the text.
#[track_caller]
fn breaks(cases: &[(&str, &str, &str, &str)]) {
    for (rule, part, other, expected) in cases {
        assert!(GOOD.contains(part), "the good document has {part:?}");
        let found = findings(&GOOD.replacen(part, other, 1));
        let wanted = |line: &String| line.starts_with(rule) && line.contains(expected);
        assert!(
            found.iter().any(wanted),
            "{rule}: expected {expected:?} in {found:#?}"
        );
    }
}

#[test]
fn what_only_looks_like_a_breach_is_none() {
    keeps(&[
        (
            "      security: []\n",
            "      security:\n        - {}\n",
            "credentials may be optional",
        ),
        (
            "4XX:",
            "\"404\":",
            "a single status is an answer of the class",
        ),
        ("required: [id]", "required: [id, name]", "a declared name"),
        (
            "x-evidence: inferred",
            "x-evidence: reported",
            "another mark",
        ),
        (
            "description: A cat.",
            "description: Is it a cat?",
            "a question is a sentence",
        ),
        (
            "description: A cat.",
            "description: \"`cat` is one.\"",
            "code may begin a sentence",
        ),
        (
            "name: Tom}",
            "name: null}",
            "an example may be null where the schema is nullable",
        ),
        (
            "nextPageToken:",
            "cursorToken:",
            "a token of pages is no secret",
        ),
    ]);
}

#[track_caller]
fn keeps(cases: &[(&str, &str, &str)]) {
    for (part, other, case) in cases {
        assert!(GOOD.contains(part), "the good document has {part:?}");
        assert_eq!(
            findings(&GOOD.replacen(part, other, 1)),
            Vec::<String>::new(),
            "{case}"
        );
    }
}

#[test]
fn a_document_of_any_shape_is_linted_without_panic() {
    for text in [
        "[]",
        "openapi: 3.0.3\npaths: []",
        "openapi: 3.0.3\npaths: {/x: {get: {responses: [], parameters: {}, security: 7}}}",
        "openapi: 3.0.3\ncomponents: {schemas: {A: 7, B: {type: [], properties: [], required: {}, allOf: {}}}}",
        "openapi: 3.0.3\ncomponents: {schemas: {A: {$ref: '#/components/schemas/A'}, B: {allOf: [{$ref: '#/components/schemas/B'}], required: [x], example: 1}}}",
    ] {
        let document = Document::parse("odd.yaml", text).expect("it is YAML");
        assert!(!lint(&document).is_empty(), "{text}");
    }
}

fn findings(text: &str) -> Vec<String> {
    let document = Document::parse("cats.yaml", text).expect("the document is YAML");
    let lines = lint(&document).into_iter().map(|finding| {
        assert!(!finding.help.is_empty(), "{} has a help", finding.rule);
        format!(
            "{}: {}: {}",
            finding.rule, finding.place.position, finding.message
        )
    });
    lines.collect()
}
