//! What is not shaped as OpenAPI 3.0.3 has it is said with its place and its mend.

use bindery_codegen::Document;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

/// Where a fragment stands in the document around it; the fragment begins in line 5, column 7.
#[derive(Debug, Clone, Copy)]
enum In {
    Schema,
    Operation,
    PathItem,
    Component(&'static str),
    /// The fragment is what follows the head, from line 3 on.
    Root,
}

fn document(place: In, fragment: &str) -> String {
    let indented = fragment.replace('\n', "\n      ");
    match place {
        In::Schema => document(In::Component("schemas"), fragment),
        In::Component(kind) => {
            format!("{HEAD}paths: {{}}\ncomponents: {{{kind}: {{A:\n      {indented}\n    }}}}\n")
        }
        In::Operation => format!("{HEAD}paths:\n  /a: {{get:\n      {indented}\n    }}\n"),
        In::PathItem => format!("{HEAD}paths:\n  /a:\n      {indented}\n"),
        In::Root => format!("{HEAD}{fragment}\n"),
    }
}

fn faults(text: &str) -> Vec<String> {
    let document = Document::parse("t.yaml", text).expect("the document is YAML");
    let faults = document.faults().into_iter().map(|fault| {
        let position = fault.position.expect("a fault has a place");
        let help = fault.help.expect("a fault has a mend");
        format!("{position}: {} / {help}", fault.message)
    });
    faults.collect()
}

#[track_caller]
fn check(cases: &[(In, &str, &str)]) {
    for (place, fragment, expected) in cases {
        let found = faults(&document(*place, fragment)).join("\n");
        assert_eq!(found, *expected, "{fragment}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn values_of_another_kind_are_faults() {
    check(&[
        (In::Schema, "{type: bool}", "5:14: `type` is `bool`, not one of its values / write `boolean`"),
        (In::Schema, "{type: 5}", "5:14: `type` is `5`, not one of its values / write `array`, `boolean`, `integer`, `number`, `object` or `string`"),
        (In::Schema, "{type: [string]}", "5:14: `type` is a list, not one of its values / write `array`, `boolean`, `integer`, `number`, `object` or `string`"),
        (In::Schema, "{type: float}", "5:14: `type` is `float`, not one of its values / write `array`, `boolean`, `integer`, `number`, `object` or `string`"),
        (In::Schema, "{properties: []}", "5:20: `properties` is a list, not a mapping of names to schemas / write a mapping of names to schemas"),
        (In::Schema, "{required: true}", "5:18: `required` is `true`, not a list of texts / list the names of required properties in the schema that has `properties`"),
        (In::Schema, "{properties: {a: {required: true}}}", "5:35: `required` is `true`, not a list of texts / list the names of required properties in the schema that has `properties`"),
        (In::Schema, "{required: name}", "5:18: `required` is `name`, not a list of texts / list the names of required properties in the schema that has `properties`"),
        (In::Schema, "{required: [5]}", "5:19: `required[0]` is `5`, not a text / put it in quotes: `\"5\"`"),
        (In::Schema, "{nullable: yes}", "5:18: `nullable` is `yes`, not a flag / write `true` or `false`"),
        (In::Schema, "{enum: []}", "5:14: `enum` is empty / add a value, or remove it"),
        (In::Schema, "{enum: user}", "5:14: `enum` is `user`, not a list of values / put it in a list: `[…]`"),
        (In::Schema, "{anyOf: []}", "5:15: `anyOf` is empty / add a schema, or remove it"),
        (In::Schema, "{allOf: {type: string}}", "5:15: `allOf` is a mapping, not a list of schemas / write a list of schemas"),
        (In::Schema, "{properties: {a: text, b: true, c: }}", "5:24: `a` is `text`, not a schema / write a mapping of keywords such as `type`, or a `$ref`\n5:33: `b` is `true`, not a schema / write a mapping of keywords such as `type`, or a `$ref`\n5:40: `c` is null, not a schema / write a mapping of keywords such as `type`, or a `$ref`"),
        (In::Schema, "{type: array, items: [{type: string}]}", "5:28: `items` is a list, not a schema / write a mapping of keywords such as `type`, or a `$ref`"),
        (In::Schema, "{additionalProperties: text}", "5:30: `additionalProperties` is `text`, not a flag or a schema / write `true`, `false` or a schema"),
        (In::Schema, "{minLength: '3', maximum: 1e2, maxItems: -1}", "5:19: `minLength` is `\"3\"`, not a whole number from 0 / write it without quotes: `3`\n5:48: `maxItems` is `-1`, not a whole number from 0 / write a whole number from 0"),
        (In::Schema, "{minimum: '0.5'}", "5:17: `minimum` is `\"0.5\"`, not a number / write it without quotes: `0.5`"),
        (In::Schema, "{exclusiveMinimum: 5}", "5:26: `exclusiveMinimum` is `5`, not a flag / write `minimum` with the number, and `true` here"),
        (In::Schema, "{description: 5}", "5:21: `description` is `5`, not a text / put it in quotes: `\"5\"`"),
        (In::Schema, "{$ref: 5}", "5:14: `$ref` is `5`, not a text / write `#/components/…`"),
        (In::Schema, "{discriminator: kind}", "5:23: `discriminator` is `kind`, not a discriminator / write a mapping with `propertyName`"),
        (In::Operation, "{parameters: {}, responses: {default: {description: D}}}", "5:20: `parameters` is a mapping, not a list of parameters / write a list of parameters"),
        (In::Operation, "{parameters: [5], responses: {default: {description: D}}}", "5:21: `parameters[0]` is `5`, not a parameter / write a mapping with `name`, `in` and `schema`, or a `$ref`"),
        (In::Operation, "{parameters: [{name: a, in: query, schema: string}], responses: {default: {description: D}}}", "5:50: `schema` is `string`, not a schema / write a mapping of keywords such as `type`, or a `$ref`"),
        (In::Operation, "{parameters: [{name: a, in: body, schema: {}}], responses: {default: {description: D}}}", "5:35: `in` is `body`, not one of its values / write `path`, `query`, `header` or `cookie`"),
        (In::Operation, "{responses: []}", "5:19: `responses` is a list, not a mapping of statuses to responses / write a mapping of statuses to responses"),
        (In::Operation, "{tags: one, responses: {default: text}}", "5:14: `tags` is `one`, not a list of texts / put it in a list: `[…]`\n5:40: `default` is `text`, not a response / write a mapping with `description`, or a `$ref`"),
        (In::Operation, "{security: {key: []}, responses: {default: {description: D}}}", "5:18: `security` is a mapping, not a list of mappings / write a list of mappings"),
        (In::Root, "paths: []", "3:8: `paths` is a list, not a mapping of paths / write a mapping of paths"),
        (In::Root, "paths: {}\nservers: https://example.com", "4:10: `servers` is `https://example.com`, not a list of servers / write a list of servers"),
        (In::Component("securitySchemes"), "{type: basic}", "5:14: `type` is `basic`, not one of its values / write `apiKey`, `http`, `oauth2` or `openIdConnect`"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn keywords_that_do_not_exist_are_faults() {
    check(&[
        (In::Schema, "{propeties: {}}", "5:8: `propeties` is no keyword of a schema / write `properties`"),
        (In::Schema, "{nullabel: true}", "5:8: `nullabel` is no keyword of a schema / write `nullable`"),
        (In::Schema, "{const: 5}", "5:8: `const` is no keyword of a schema / remove it, or call it `x-const`"),
        (In::Schema, "{additionalProperties: {$schema: text}}", "5:31: `$schema` is no keyword of a schema / remove it"),
        (In::PathItem, "delte: {}", "5:7: `delte` is no keyword of a path item / write `delete`"),
        (In::PathItem, "GET: {}", "5:7: `GET` is no keyword of a path item / write `get`"),
        (In::Operation, "{paramters: [], responses: {default: {description: D}}}", "5:8: `paramters` is no keyword of an operation / write `parameters`"),
        (In::Operation, "{parameters: [{name: a, in: query, type: string, schema: {}}], responses: {default: {description: D}}}", "5:42: `type` is no keyword of a parameter / move it into `schema`"),
        (In::Operation, "{responses: {'200': {description: D, content: {text/plain: {$ref: '#/a'}}}}}", "5:67: `$ref` is no keyword of a media type / write here what it refers to"),
        (In::Root, "paths: {}\ndefinitions: {}", "4:1: `definitions` is no keyword of a document / remove it, or call it `x-definitions`"),
        (In::Root, "paths: {}\ncomponents: {shemas: {}}", "4:14: `shemas` is no keyword of a mapping of components / write `schemas`"),
        (In::Root, "x-webhooks: {a: {pots: {}}}\npaths: {}", "3:18: `pots` is no keyword of a path item / write `post`"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn keywords_that_are_needed_are_missed() {
    check(&[
        (In::Schema, "{type: array}", "5:8: `type: array` without `items` / add `items`"),
        (In::Schema, "{discriminator: {}}", "5:8: a discriminator without `propertyName` / add `propertyName`"),
        (In::Operation, "{}", "4:8: an operation without `responses` / add `responses`"),
        (In::Operation, "{responses: {}}", "5:19: `responses` is empty / add a status with its response"),
        (In::Operation, "{responses: {'200': {}}}", "5:20: a response without `description` / add `description`"),
        (In::Operation, "{requestBody: {}, responses: {default: {description: D}}}", "5:8: a request body without `content` / add `content`"),
        (In::Operation, "{parameters: [{name: a, in: query}], responses: {default: {description: D}}}", "5:21: a parameter without `schema` or `content` / add `schema`"),
        (In::Operation, "{parameters: [{schema: {}}], responses: {default: {description: D}}}", "5:21: a parameter without `in` / add `in`\n5:21: a parameter without `name` / add `name`"),
        (In::Component("securitySchemes"), "{type: apiKey, name: X}", "5:8: `type: apiKey` without `in` / add `in`"),
        (In::Component("securitySchemes"), "{type: oauth2, flows: {password: {scopes: {}}}}", "5:30: a flow without `tokenUrl` / add `tokenUrl`"),
        (In::Component("headers"), "{description: D}", "4:24: a header without `schema` or `content` / add `schema`"),
        (In::Root, "components: {}", "1:1: a document without `paths` / add `paths`"),
        (In::Root, "tags: [{description: D}]\npaths: {}", "3:8: a tag without `name` / add `name`"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn names_that_are_no_paths_statuses_or_ids_are_faults() {
    check(&[
        (In::Root, "paths:\n  users: {}", "4:3: `users` is no path / write `/users`"),
        (In::Operation, "{responses: {OK: {description: D}}}", "5:20: `OK` is no status / write `200`, `2XX` or `default`"),
        (In::Operation, "{responses: {'20': {description: D}, 6XX: {description: D}}}", "5:20: `20` is no status / write `200`, `2XX` or `default`\n5:44: `6XX` is no status / write `200`, `2XX` or `default`"),
        (In::Root, "paths:\n  /a: {get: {operationId: a, responses: {2XX: {description: D}}}}\n  /b:\n    get: {operationId: a, responses: {2XX: {description: D}}}", "6:24: `a` is also the `operationId` of the operation in line 4 / give each operation an `operationId` of its own"),
    ]);
}

#[test]
fn what_stands_in_data_is_no_fault() {
    for schema in [
        "{example: {propeties: 1}, default: {$ref: 5}, enum: [{type: bool}], x-more: {type: 5}}",
        "{properties: {$ref: {type: string}, default: {type: string}, x-y: {type: string}}}",
        "{$ref: '#/components/schemas/A', description: Ignored., nulable: true}",
        "{type: array, items: {}, minimum: 0.5, maxItems: 3.0, additionalProperties: false}",
    ] {
        let found = faults(&document(In::Schema, schema));
        assert_eq!(found, Vec::<String>::new(), "{schema}");
    }
}

/// Real documents have faults like these; what they say nothing of becomes a value of any kind.
#[cfg(feature = "generate")]
#[test]
fn a_schema_that_is_none_is_bound_as_any_value() {
    let paths = "paths: {/a: {get: {operationId: a, responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}}\n";
    for schema in [
        "5",
        "text",
        "[]",
        "{oneOf: []}",
        "{anyOf: []}",
        "{allOf: [5]}",
    ] {
        let text = format!("{HEAD}{paths}components: {{schemas: {{A: {schema}}}}}\n");
        assert_eq!(faults(&text).len(), 1, "{schema}");
        let document = Document::parse("t.yaml", text).expect("the document is YAML");
        let client = bindery_codegen::generate(&document, &bindery_codegen::Settings::new());
        let listing = client.expect("the document is bound").listing();
        let expected = "types::A = runtime::ext::serde_json::Value";
        assert!(listing.contains(expected), "{schema}: {listing}");
    }
}

#[test]
fn other_versions_are_not_held_against_this_one() {
    for version in ["3.2.0", "'3.10'", "2.0", "''"] {
        let text = format!("openapi: {version}\npats: {{}}\n");
        assert_eq!(faults(&text), Vec::<String>::new(), "{version}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn schemas_of_3_1_have_keywords_of_their_own() {
    for (schema, expected) in [
        ("{type: [string, 'null'], const: 5, examples: [5], $comment: C, $defs: {a: true, b: {type: 'null'}}}", ""),
        ("{exclusiveMinimum: 5, exclusiveMaximum: 6.5, prefixItems: [true, {}], items: false, contains: {}, minContains: 0}", ""),
        ("{if: {}, then: {}, else: {}, dependentRequired: {a: [b]}, dependentSchemas: {a: {}}, propertyNames: {pattern: a}, patternProperties: {^a: {}}}", ""),
        ("{unevaluatedProperties: false, unevaluatedItems: {}, contentMediaType: image/png, contentEncoding: base64, required: []}", ""),
        ("{$id: https://example.com/a, $schema: https://example.com, $anchor: a, properties: {a: false}, unrelated: 5}", ""),
        ("{type: array}", ""),
        ("{type: [string, nul]}", "5:23: `type[1]` is `nul`, not one of its values / write `null`"),
        ("{type: strng}", "5:14: `type` is `strng`, not one of its values / write `string`"),
        ("{nullable: true}", "5:8: `nullable` is no keyword of a schema / add `null` to the types in `type`"),
        ("{exclusiveMinimum: true}", "5:26: `exclusiveMinimum` is `true`, not a number / write the number here, and drop `minimum`"),
        ("{prefixItem: []}", "5:8: `prefixItem` is no keyword of a schema / write `prefixItems`"),
        ("{$ref: '#/components/schemas/A', minLength: '5'}", "5:51: `minLength` is `\"5\"`, not a whole number from 0 / write it without quotes: `5`"),
        ("{items: 5}", "5:15: `items` is `5`, not a schema / write a mapping of keywords such as `type`, or a `$ref`"),
    ] {
        let text = document(In::Schema, schema).replace("openapi: 3.0.3", "openapi: 3.1.0");
        assert_eq!(faults(&text).join("\n"), expected, "{schema}");
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn documents_of_3_1_have_keywords_of_their_own() {
    for (fragment, expected) in [
        ("jsonSchemaDialect: https://example.com\nwebhooks: {a: {post: {requestBody: {content: {}}}}}", ""),
        ("components: {pathItems: {A: {get: {}}}, securitySchemes: {A: {type: mutualTLS}}}", ""),
        ("webhooks: {a: {pots: {}}}", "3:16: `pots` is no keyword of a path item / write `post`"),
        ("components: {pathItem: {}}", "3:14: `pathItem` is no keyword of a mapping of components / write `pathItems`"),
    ] {
        let text = document(In::Root, fragment).replace("openapi: 3.0.3", "openapi: 3.1.0");
        assert_eq!(faults(&text).join("\n"), expected, "{fragment}");
    }
    let head = "openapi: 3.1.1\ninfo: {title: T, summary: S, version: '1', license: {name: MIT, identifier: MIT}}\n";
    assert_eq!(faults(head), Vec::<String>::new());
}

#[test]
fn a_document_with_every_object_is_without_fault() {
    assert_eq!(faults(CLEAN), Vec::<String>::new());
}

const CLEAN: &str = r##"openapi: 3.0.3
info:
  title: T
  description: D
  termsOfService: https://example.com/terms
  contact: {name: N, url: https://example.com, email: a@example.com}
  license: {name: MIT, url: https://example.com}
  version: "1"
  x-more: 1
servers:
  - url: https://{region}.example.com
    description: D
    variables:
      region: {enum: [eu, us], default: eu, description: D}
security: [{}, {oauth: [read], key: []}]
tags:
  - {name: a, description: D, externalDocs: {url: https://example.com, description: D}}
externalDocs: {url: https://example.com}
x-webhooks:
  born: {post: {responses: {default: {description: D}}}}
paths:
  x-more: 1
  /r: {$ref: "#/paths/~1a~1{id}"}
  /a/{id}:
    summary: S
    description: D
    servers: [{url: /}]
    parameters:
      - $ref: "#/components/parameters/Id"
    get: {responses: {"200": {$ref: "#/components/responses/Fine"}}}
    put: {responses: {2XX: {description: D}}}
    delete: {deprecated: true, responses: {204: {description: D}}}
    options: {responses: {default: {description: D}}}
    head: {responses: {"200": {description: D}}}
    patch: {responses: {"200": {description: D}}}
    trace: {responses: {"200": {description: D}}}
    post:
      tags: [a]
      summary: S
      description: D
      externalDocs: {url: https://example.com}
      operationId: a
      deprecated: false
      security: []
      servers: []
      parameters:
        - {name: q, in: query, required: false, deprecated: true, allowEmptyValue: true, allowReserved: true, style: form, explode: true, schema: {type: string}, example: e}
        - {name: c, in: cookie, content: {application/json: {schema: {type: object}}}}
        - {name: h, in: header, schema: {}, examples: {one: {value: 5, summary: S, description: D}, two: {$ref: "#/components/examples/E"}}}
      requestBody:
        description: D
        required: true
        content:
          multipart/form-data:
            schema: {$ref: "#/components/schemas/All"}
            encoding:
              file: {contentType: image/png, style: form, explode: false, allowReserved: false, headers: {X-A: {$ref: "#/components/headers/H"}}}
      callbacks:
        done:
          "{$request.body#/url}": {post: {responses: {"200": {description: D}}}}
          x-more: 1
        gone: {$ref: "#/components/callbacks/C"}
      responses:
        x-more: 1
        "201":
          description: D
          headers: {X-A: {description: D, required: true, schema: {type: string}, style: simple}}
          content: {text/plain: {example: {$ref: 5}}}
          links:
            next: {operationId: a, parameters: {id: $response.body#/id, n: 5}, requestBody: {}, description: D, server: {url: /}}
            last: {$ref: "#/components/links/L"}
components:
  schemas:
    All:
      title: T
      type: object
      required: [a]
      minProperties: 1
      maxProperties: 9
      additionalProperties: {type: string}
      discriminator: {propertyName: a, mapping: {b: "#/components/schemas/All"}}
      xml: {name: n, namespace: https://example.com, prefix: p, attribute: false, wrapped: true}
      externalDocs: {url: https://example.com}
      example: {a: 1}
      properties:
        a: {type: integer, format: int64, minimum: 1, exclusiveMinimum: true, maximum: 9.5, exclusiveMaximum: false, multipleOf: 0.5, readOnly: true}
        b: {type: array, items: {type: boolean}, minItems: 0, maxItems: 5, uniqueItems: true, writeOnly: true}
        c: {type: string, nullable: true, enum: [x, null], default: x, minLength: 1, maxLength: 5, pattern: "^x", deprecated: true}
        d: {allOf: [{$ref: "#/components/schemas/All"}], description: D}
        e: {oneOf: [{type: number}], anyOf: [{type: string}], not: {type: object}}
  responses: {Fine: {description: D}}
  parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}
  examples: {E: {externalValue: https://example.com}}
  requestBodies: {B: {content: {}}}
  headers: {H: {content: {text/plain: {}}}}
  links: {L: {operationRef: "#/paths/~1a/get"}}
  callbacks: {C: {$url: {}}}
  securitySchemes:
    key: {type: apiKey, name: X-Key, in: header, description: D}
    basic: {type: http, scheme: bearer, bearerFormat: JWT}
    open: {type: openIdConnect, openIdConnectUrl: https://example.com}
    oauth:
      type: oauth2
      flows:
        implicit: {authorizationUrl: https://example.com, scopes: {read: R}}
        password: {tokenUrl: https://example.com, refreshUrl: https://example.com, scopes: {}}
        clientCredentials: {tokenUrl: https://example.com, scopes: {}}
        authorizationCode: {authorizationUrl: https://example.com, tokenUrl: https://example.com, scopes: {}}
"##;
