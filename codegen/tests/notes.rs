//! What a document gets slightly wrong is repaired with a note, and what its client lacks is told.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "the expectations are written by `UPDATE_EXPECT=1`"
)]

use expect_test::{Expect, expect};

use bindery_codegen::{Document, Generated, Settings, generate};

#[track_caller]
fn client(text: &str) -> Generated {
    let document = Document::parse("t.yaml", text).unwrap_or_else(|error| panic!("{error}"));
    generate(&document, &Settings::new()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The notes on a document, without file and help, a line for each.
#[track_caller]
fn check(text: &str, expected: &Expect, listed: &[&str]) {
    let client = client(text);
    let notes = client.notes().iter().map(|note| {
        assert!(note.diagnostic.help.is_some(), "{note}");
        let position = note.diagnostic.position.expect("a note has a place");
        format!("{} {position} {}", note.kind, note.diagnostic.message)
    });
    expected.assert_eq(&notes.collect::<Vec<_>>().join("\n"));
    for line in listed {
        let listing = client.listing();
        assert!(
            listing.lines().any(|item| item == *line),
            "no `{line}` in:\n{listing}"
        );
    }
}

/// A document of one `GET /a/{id}` whose operation goes on as given.
fn operation(rest: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /a/{{id}}:\n    get:\n      operationId: getA\n{rest}"
    )
}

const ID: &str =
    "      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n";

/// A document whose one answer has this schema.
fn schema(schema: &str) -> String {
    operation(&format!(
        "{ID}      responses: {{'200': {{description: D, content: {{application/json: {{schema: {{$ref: '#/components/schemas/S'}}}}}}}}}}\n\
         components:\n  schemas:\n    S:\n      {schema}\n"
    ))
}

#[test]
fn a_document_without_faults_has_no_notes() {
    let text = operation(&format!(
        "{ID}      responses: {{'204': {{description: D}}}}\n"
    ));
    check(
        &text,
        &expect![[""]],
        &["Client::get_a(&self, id: &str) -> runtime::Call<()>"],
    );
}

#[test]
fn a_version_may_be_a_number_and_paths_are_not_all_of_a_document() {
    for (version, expected) in [
        (
            "3.0",
            expect![[r#"rewritten 1:10 `openapi` is `3.0`, not a text: read as `"3.0"`"#]],
        ),
        (
            "3.1",
            expect![[r#"rewritten 1:10 `openapi` is `3.1`, not a text: read as `"3.1"`"#]],
        ),
    ] {
        let text = format!(
            "openapi: {version}\ninfo: {{title: T, version: '1'}}\ncomponents: {{schemas: {{S: {{enum: [a]}}}}}}\n"
        );
        check(&text, &expected, &[r#"types::S (open_enum): A = "a""#]);
    }
}

#[test]
fn parameters_are_repaired() {
    let responses = "      responses: {'204': {description: D}}\n";
    for (parameters, expected, listed) in [
        (
            "[{name: id, in: path, required: true, schema: {type: string}}, {name: X A, in: header, schema: {type: string}}]",
            expect!["lost 7:83 `X A` is no name of a header: left out"],
            "Client::get_a(&self, id: &str) -> runtime::Call<()>",
        ),
        (
            "[]",
            expect!["rewritten 5:5 `{id}` of the path has no parameter: read as a text"],
            "Client::get_a(&self, id: &str) -> runtime::Call<()>",
        ),
        (
            "[{name: ID, In: Path, required: true, schema: {type: Int}}]",
            expect![[r#"
                rewritten 5:5 the path has no `{ID}`: the parameter fills `{id}`
                rewritten 7:20 `in` is `Path`, not one of its values: read as `"path"`
                rewritten 7:31 `In` is no keyword of a parameter: read as `in`
                rewritten 7:72 `type` is `Int`, not one of its values: read as `"integer"`"#]],
            "Client::get_a(&self, id: i64) -> runtime::Call<()>",
        ),
        (
            "[{name: id, in: path, required: 'true', type: string}, {name: b, in: path, schema: {}}]",
            expect![[r#"
                lost 5:5 the path has no `{b}`: the parameter `b` is left out
                rewritten 7:51 `required` is `"true"`, not a flag: read as `true`
                rewritten 7:59 `type` at a parameter: read as that of its `schema`"#]],
            "Client::get_a(&self, id: &str) -> runtime::Call<()>",
        ),
        (
            "[{name: id, in: path, required: true}, {name: x, in: there}, {name: y}]",
            expect![[r"
                rewritten 7:20 a parameter without `schema` or `content`: read as a text
                lost 7:68 `there` is no place for a parameter: `x` is left out
                lost 7:80 a parameter without `name` or `in`: left out"]],
            "Client::get_a(&self, id: &str) -> runtime::Call<()>",
        ),
        (
            "[{name: id, in: path, required: true, schema: {type: string}}, {name: q, in: query, schema: {type: string}}, {name: q, in: query, schema: {type: boolean}}]",
            expect!["rewritten 7:128 the parameter `q` is listed twice: the first is left out"],
            "types::GetAOptions.q: Option<bool>",
        ),
        (
            "[{name: id, in: path, required: true, style: form, schema: {type: string}}, {name: Accept, in: header, schema: {type: string}}]",
            expect![[r"
                lost 7:57 the style `form` is none of a parameter in `path`: written in the style `simple`
                rewritten 7:95 OpenAPI ignores the header `Accept` as a parameter: left out"]],
            "Client::get_a(&self, id: &str) -> runtime::Call<()>",
        ),
        (
            "[{name: id, in: path, required: true, schema: {type: string}}, {name: n, in: query, type: array, collectionFormat: pipes, items: {type: string}}]",
            expect![[r"
                rewritten 7:103 `type` at a parameter: read as that of its `schema`
                rewritten 7:116 `collectionFormat` is no keyword of a parameter: read as `style: pipeDelimited, explode: false`"]],
            "types::GetAOptions.n: Option<Vec<String>>",
        ),
    ] {
        let text = operation(&format!("      parameters: {parameters}\n{responses}"));
        check(&text, &expected, &[listed]);
    }
}

#[test]
fn operations_are_repaired() {
    let bytes = "Client::get_a(&self, id: &str) -> runtime::Call<runtime::ext::bytes::Bytes>";
    let nothing = "Client::get_a(&self, id: &str) -> runtime::Call<()>";
    let text = "Client::get_a(&self, id: &str) -> runtime::Call<String>";
    for (rest, expected, listed) in [
        (
            "",
            expect!["rewritten 5:5 no success is documented: any of them gives its body as bytes"],
            bytes,
        ),
        (
            "      responses: {}\n",
            expect!["rewritten 5:5 no success is documented: any of them gives its body as bytes"],
            bytes,
        ),
        (
            "      responses: {'204 ok': {description: D}, '20x': {description: D}}\n",
            expect![[r"
                rewritten 8:19 `204 ok` is no status: read as `204`
                lost 8:47 `20x` is no status: left out"]],
            nothing,
        ),
        (
            "      responses: {200: {description: D, schema: {type: string}}}\n",
            expect!["rewritten 8:41 `schema` at a response: read as that of `application/json`"],
            text,
        ),
        (
            "      responses: {200: null}\n",
            expect!["rewritten 8:24 `200` is null, not a response: read as `{}`"],
            nothing,
        ),
        (
            "      responses: {'204': {description: 5, content: {application/json: {schema: {type: string}}}}}\n      requestBody: {required: true, content: {text/plain: {}}}\n",
            expect![[r#"
                rewritten 8:40 `description` is `5`, not a text: read as `"5"`
                rewritten 8:43 an answer of 204 has no body: its content is left out
                rewritten 9:7 OpenAPI ignores a body of GET: sent as the document has it"#]],
            "Client::get_a(&self, id: &str, body: &str) -> runtime::Call<()>",
        ),
        (
            "      responses: {'200': {description: D, content: {application/json: {schema: {type: string}}, text/csv: {}}}}\n      stray: 1\n",
            expect![[r"
                rewritten 8:97 `text/csv` is left to `application/json`, which is offered too
                rewritten 9:7 `stray` is no keyword of an operation: left out"]],
            text,
        ),
    ] {
        check(&operation(&format!("{ID}{rest}")), &expected, &[listed]);
    }
    let body = "      parameters: [{name: b, in: body, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: string}}]\n      responses: {'204': {description: D}}\n";
    check(
        &operation(body),
        &expect![[r"
            rewritten 5:5 OpenAPI ignores a body of GET: sent as the document has it
            rewritten 7:7 parameters `in: body` or `in: formData`: read as the `requestBody`"]],
        &["Client::get_a(&self, id: &str, body: Option<&str>) -> runtime::Call<()>"],
    );
}

#[test]
fn operations_get_names() {
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      responses: {'204': {description: D}}\n    put:\n      operationId: getA\n      responses: {'204': {description: D}}\n";
    check(
        text,
        &expect![[r"
            rewritten 5:5 an operation without `operationId`: the method is `get_a`
            rewritten 8:7 another method is called `get_a`: the method is `get_a2`"]],
        &[
            "Client::get_a(&self) -> runtime::Call<()>",
            "Client::get_a2(&self) -> runtime::Call<()>",
        ],
    );
}

#[test]
fn schemas_are_repaired() {
    let text = "types::S = String";
    for (authored, expected, listed) in [
        (
            "type: String",
            expect![[
                r#"rewritten 12:13 `type` is `String`, not one of its values: read as `"string"`"#
            ]],
            text,
        ),
        (
            "type: datetime",
            expect![
                "rewritten 12:7 `datetime` is no type: read as `string` in the format `date-time`"
            ],
            "types::S = runtime::ext::chrono::DateTime<runtime::ext::chrono::offset::Utc>",
        ),
        (
            "type: any",
            expect!["rewritten 12:7 `any` is no type: read as any value"],
            "types::S = runtime::ext::serde_json::Value",
        ),
        (
            "type: [string, 'null']",
            expect!["rewritten 12:7 `type` is a list: read as one type, `nullable`, or a union"],
            text,
        ),
        (
            "{type: array}",
            expect!["rewritten 12:8 an array without `items`: read as one of any values"],
            "types::S = Vec<runtime::ext::serde_json::Value>",
        ),
        (
            "items: {type: string}",
            expect!["rewritten 12:7 `type` is missing beside `items`: read as `array`"],
            "types::S = Vec<String>",
        ),
        (
            "{type: object, items: {type: string}}",
            expect!["rewritten 12:22 `items` of an object: read as any value"],
            "types::S = runtime::ext::serde_json::Value",
        ),
        (
            "{type: array, items: [{type: string}]}",
            expect![
                "rewritten 12:21 `items` is a list: read as the one schema, or the union, of every entry"
            ],
            "types::S = Vec<String>",
        ),
        (
            "{type: string, enum: []}",
            expect!["rewritten 12:28 `enum` is empty: left out"],
            text,
        ),
        (
            "{type: string, minLength: '3', maxLength: x}",
            expect![[r#"
                rewritten 12:33 `minLength` is `"3"`, not a whole number from 0: read as `3`
                lost 12:49 `maxLength` is `x`, not a whole number from 0: left out"#]],
            text,
        ),
        (
            "{type: number, exclusiveMinimum: 5}",
            expect![
                "rewritten 12:22 `exclusiveMinimum` is a number: read as `minimum` with `exclusiveMinimum: true`"
            ],
            "types::S = f64",
        ),
        (
            "{properties: {a: {type: string, required: true}, b: string}, type: object, required: null}",
            expect![[r#"
                rewritten 12:39 `required` is a flag: read as one of `required` beside `properties`: `a`
                rewritten 12:56 the property `b` is no schema: read as `{"type":"string"}`"#]],
            "types::S.a: String",
        ),
        (
            "{properties: {a: null}}",
            expect![[r"
                rewritten 12:8 `type` is missing beside `properties`: read as `object`
                rewritten 12:24 `a` is null, not a schema: read as `{}`"]],
            "types::S.a: Option<runtime::ext::serde_json::Value>",
        ),
        (
            "{type: string, properties: {a: {type: string}}, Nullable: true}",
            expect![[r"
                rewritten 12:22 `properties` of the type `string`: read as an object
                rewritten 12:55 `Nullable` is no keyword of a schema: read as `nullable`"]],
            "types::S.a: Option<String>",
        ),
    ] {
        check(&schema(authored), &expected, &[listed]);
    }
}

#[test]
fn what_makes_no_type_is_told() {
    for (authored, expected, listed) in [
        (
            "{type: string, not: {enum: [a]}}",
            expect![[r#"
                rewritten: t.yaml:12:22: `not` is no part of the type: what it forbids is taken as well
                  help: say what the value is"#]],
            "types::S = String",
        ),
        (
            "{type: string, pattern: '^[a'}",
            expect![[r#"
                lost: t.yaml:12:22: the pattern `^[a` does not compile: it is no rule
                  help: mend it: patterns are those of ECMA-262"#]],
            "types::S = String",
        ),
        (
            "{type: object, enum: [{}]}",
            expect![[r#"
            lost: t.yaml:12:22: `enum` lists values that are no scalars: any value of the type is taken
              help: list texts, numbers and flags alone"#]],
            "types::S = ",
        ),
        (
            "{type: string, enum: [a, b], x-enum-varnames: [A]}",
            expect![[r#"
                rewritten: t.yaml:12:36: `x-enum-varnames` is no list of texts beside `enum`: left out
                  help: give it one text for each value"#]],
            r#"types::S (open_enum): A = "a", B = "b""#,
        ),
        (
            "{type: integer, enum: ['1', '2']}",
            expect![[r#"
                rewritten: t.yaml:12:23: `enum` lists values of another kind: read as `1`, `2`
                  help: write the values in the kind of `type`"#]],
            "N2",
        ),
        (
            "{type: integer, enum: [a, b]}",
            expect![[r#"
            rewritten: t.yaml:12:23: `enum` lists values that are none of `integer`: any scalar is taken
              help: write the values in the kind of `type`"#]],
            "B",
        ),
        (
            "{type: string, enum: [1, true]}",
            expect![[r#"
                rewritten: t.yaml:12:22: `enum` lists values of another kind: read as `"1"`, `"true"`
                  help: write the values in the kind of `type`"#]],
            "N1",
        ),
        (
            "{type: array, items: {type: string}, enum: [a, b]}",
            expect![[r#"
                rewritten: t.yaml:12:44: `enum` of an array lists no arrays: read as that of its `items`
                  help: move it into `items`"#]],
            "types::S = Vec<SItem>",
        ),
    ] {
        let text = schema(authored);
        let client = client(&text);
        let notes: Vec<String> = client.notes().iter().map(ToString::to_string).collect();
        expected.assert_eq(&notes.join("\n"));
        assert!(client.listing().contains(listed), "{}", client.listing());
    }
}

#[test]
fn what_compositions_say_in_other_words_is_noted() {
    let (a, b) = (
        "{type: object, required: [k], properties: {k: {type: string}, a: {type: string}}}",
        "{type: object, required: [k], properties: {k: {type: string}, b: {type: string}}}",
    );
    let with = |authored: &str| format!("{}    A: {a}\n    B: {b}\n", schema(authored));
    let union = "oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]";
    let many: Vec<String> = (0..65)
        .map(|index| format!("{{type: object, properties: {{p{index}: {{type: string}}}}}}"))
        .collect();
    let many = many.join(", ");
    for (authored, expected, listed) in [
        (
            "{type: object, properties: {x: {type: string}, y: {type: string}}, anyOf: [{required: [x]}, {required: [y]}]}".to_owned(),
            expect!["rewritten 12:74 `anyOf` adds nothing: what its branches forbid is taken as well"],
            "types::S.x: Option<String>",
        ),
        (
            "{allOf: [{type: string}, {type: object, properties: {x: {type: string}}}, {type: array, items: {}}]}".to_owned(),
            expect!["rewritten 12:8 `allOf` of several types: read as `object`"],
            "types::S.x: Option<String>",
        ),
        (
            format!("{{type: object, properties: {{x: {{type: string}}}}, oneOf: [{many}]}}"),
            expect!["lost 12:55 `oneOf` of 65 schemas beside others: left out"],
            "types::S.x: Option<String>",
        ),
        (
            format!("{{{union}, discriminator: {{propertyName: kind}}}}"),
            expect!["rewritten 12:101 no branch has the property `kind`: the one that fits best is read"],
            "types::S::A(A)",
        ),
        (
            format!("{{{union}, discriminator: {{propertyName: k, mapping: {{a: '#/components/schemas/A', c: C}}}}}}"),
            expect!["lost 12:157 `c` is mapped to no branch: left out"],
            "types::S::A(A)",
        ),
        (
            "{type: object, required: [x, y], properties: {x: {type: string}}}".to_owned(),
            expect!["rewritten 12:22 `required` names `y`, which is no property: left out"],
            "types::S.x: String",
        ),
        (
            "{type: object, required: [x], properties: {x: {$ref: '#/components/schemas/T'}}}\n    T: {type: object, required: [s], properties: {s: {$ref: '#/components/schemas/S'}}}".to_owned(),
            expect!["rewritten 13:51 `s` requires one of its own kind, without an end: it may be missing"],
            "types::T.s: Option<::std::boxed::Box<S>>",
        ),
        (
            "{type: object, properties: {k: {type: string}}, discriminator: {propertyName: k, mapping: {a: A}}}".to_owned(),
            expect!["lost 12:98 `A` does not inherit from `S`: left out"],
            "types::S.k: Option<String>",
        ),
        (
            "{anyOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: integer}}}]}".to_owned(),
            expect!["rewritten 12:8 `anyOf` of objects that require nothing: read as one with the properties of all"],
            "types::S.b: Option<i64>",
        ),
        (
            "{anyOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, properties: {b: {type: integer}}}]}".to_owned(),
            expect![""],
            "types::S::WithA(SWithA)",
        ),
        (
            "{type: object, required: [x, owner], properties: {x: {type: string}}, additionalProperties: {type: integer}}".to_owned(),
            expect![""],
            "types::S.owner: i64",
        ),
        (
            "{type: object, required: [x, owner], properties: {x: {type: string}}}".to_owned(),
            expect!["rewritten 12:22 `required` names `owner`, which is no property: a field of any value, which may be missing"],
            "types::S.owner: Option<runtime::ext::serde_json::Value>",
        ),
        (
            "{type: object, properties: {x: {$ref: '#/components/schemas/Alias/properties/a'}}}\n    Alias: {$ref: '#/components/schemas/A'}".to_owned(),
            expect!["rewritten 12:39 `#/components/schemas/Alias/properties/a` leads through another `$ref`: read as `#/components/schemas/A/properties/a`"],
            "types::S.x: Option<Aa>",
        ),
    ] {
        check(&with(&authored), &expected, &[listed]);
    }
}

#[test]
fn what_is_read_of_paths_bodies_and_answers_is_noted() {
    let parts = |schema: &str| {
        format!(
            "requestBody: {{content: {{multipart/form-data: {{schema: {schema}}}}}}}\n      responses: {{'204': {{description: D}}}}"
        )
    };
    for (authored, expected) in [
        (
            "responses: {'200': {description: D, content: {json: {schema: {type: string}}}}}".to_owned(),
            expect!["rewritten 8:53 `json` is no media type: read as `application/json`"],
        ),
        (
            "responses: {'200': {description: D, content: {audio/ogg: {}, codecs=opus: {}}}}".to_owned(),
            expect!["lost 8:68 `codecs=opus` is no media type: left out"],
        ),
        (
            "responses: {'200': {description: D, content: {application/json: {schema: {type: object, deprecated: true}}, text/csv: {}}}}".to_owned(),
            expect!["rewritten 8:53 `application/json` is left to `text/csv`, which is offered too"],
        ),
        (
            "responses: {'200': {description: D, content: {text/event-stream: {}}}, '202': {description: D}}".to_owned(),
            expect!["rewritten 8:7 the stream of 200 is read whole, as there are other successes, and handed over as it comes by a method of its own"],
        ),
        (
            parts("{type: object, properties: {a: {type: string}}, additionalProperties: {type: string}}"),
            expect![[r#"
                rewritten 8:7 OpenAPI ignores a body of GET: sent as the document has it
                lost 8:109 parts that have no name in the document cannot be sent"#]],
        ),
        (
            parts("{type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {style: form, explode: false}}"),
            expect![[r#"
                rewritten 8:7 OpenAPI ignores a body of GET: sent as the document has it
                rewritten 8:147 OpenAPI ignores `style` of a part of `multipart/form-data`: left out
                rewritten 8:160 OpenAPI ignores `explode` of a part of `multipart/form-data`: left out"#]],
        ),
        (
            parts("{type: object, properties: {a: {type: string}}}, encoding: {a: {contentType: text/plain; charset=utf-16}}"),
            expect![[r#"
                rewritten 8:7 OpenAPI ignores a body of GET: sent as the document has it
                lost 8:125 texts are written in UTF-8, whatever the charset"#]],
        ),
        (
            parts("{oneOf: [{type: object, properties: {a: {type: string}}}, {type: object}]}"),
            expect![[r#"
                rewritten 8:7 OpenAPI ignores a body of GET: sent as the document has it
                rewritten 8:53 the schema of the parts is no object with properties: it makes no type"#]],
        ),
    ] {
        check(&operation(&format!("{ID}      {authored}\n")), &expected, &[]);
    }
    let text = operation(&format!(
        "{ID}      responses: {{'204': {{description: D}}}}\n"
    ));
    let text = text.replace("/a/{id}", "a/{id}?b=c#d");
    check(
        &text,
        &expect![[r#"
        rewritten 4:3 `#d` of the path is never sent: left out
        rewritten 4:3 `?b=c` in the path: read as query parameters
        rewritten 4:3 the path `a/{id}` begins with no slash: read as `/a/{id}`"#]],
        &[],
    );
    let text = text.replace("a/{id}?b=c#d", "/a/{id}");
    let servers =
        "servers: [{url: 'https://{region}.example.com', variables: {region: {default: eu}}}]";
    check(
        &format!("{text}{servers}\n"),
        &expect![
            "rewritten 9:49 the variables of a server have their defaults: `https://eu.example.com`"
        ],
        &[],
    );
}

#[test]
fn what_a_form_has_no_way_to_say_is_noted() {
    let form = "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}, encoding: {a: {allowReserved: true}}}}}";
    let text = operation(&format!(
        "{ID}      {form}\n      responses: {{'204': {{description: D}}}}\n"
    ));
    check(
        &text,
        &expect![[r#"
        rewritten 8:7 OpenAPI ignores a body of GET: sent as the document has it
        rewritten 8:139 `allowReserved`: reserved characters are percent-encoded"#]],
        &[],
    );
}

#[test]
fn what_no_type_holds_of_a_schema_of_3_1_is_noted() {
    let text = schema(
        "{type: object, properties: {a: {prefixItems: [{type: string}, {type: integer}]}, b: false, c: {type: array, contains: {type: string}}, e: {const: {a: 1}}}, \
         patternProperties: {'^x': {type: string}}, if: {required: [a]}, then: {properties: {d: {type: string}}}, else: {required: [c]}}",
    );
    check(
        &text.replace("3.0.3", "3.1.0"),
        &expect![[r#"
            rewritten 12:39 `prefixItems` of several types: read as a list of any values
            rewritten 12:88 `false` forbids any value: read as one that allows any
            rewritten 12:102 an array without `items`: read as one of any values
            rewritten 12:115 `contains` is no part of the type: what it forbids is taken as well
            rewritten 12:146 a `const` that is no scalar is no part of the type: any value is taken
            rewritten 12:163 `patternProperties`: read as properties of any name
            lost 12:227 `then` is no part of the type: its fields are left out
            rewritten 12:234 `type` is missing beside `properties`: read as `object`
            rewritten 12:268 `else` is no part of the type: what it forbids is taken as well"#]],
        &[],
    );
}

#[test]
fn faults_of_a_document_of_3_1_are_repaired_in_its_own_words() {
    let text = schema(
        "{type: object, required: 'a', properties: {a: {type: [string, 'null'], maxLength: '5'}, b: {type: str}, c: {type: Integer, nullable: true}, \
         d: {$ref: '#/components/schemas/S/$defs/D', maxLenght: 3}}, $defs: {D: {type: string}}, anyones: 1}",
    );
    check(
        &text.replace("3.0.3", "3.1.0"),
        &expect![[r#"
        rewritten 12:32 `required` is `a`, not a list of texts: read as `["a"]`
        rewritten 12:89 `maxLength` is `"5"`, not a whole number from 0: read as `5`
        rewritten 12:105 `type` is `str`, not one of its values: read as `"string"`
        rewritten 12:121 `type` is `Integer`, not one of its values: read as `"integer"`
        lost 12:191 `maxLenght` is no keyword of a schema: left out"#]],
        &[],
    );
}

#[test]
fn what_is_said_beside_calls_and_types_is_noted() {
    for (authored, expected) in [
        (
            "servers: [{url: https://other.example.com}]",
            expect![
                "rewritten 8:7 `servers` of its own: `GET /a/{id}` is called at `https://other.example.com` where the base URL is a documented one"
            ],
        ),
        (
            "callbacks: {done: {'{$request.query.url}': {post: {responses: {'200': {description: D}}}}}}",
            expect![
                "rewritten 8:7 `callbacks` are called by the provider: the client has their types alone"
            ],
        ),
        (
            "responses: {'204': {description: D, headers: {X-A: {schema: {type: string}}}, links: {next: {operationId: getA}}}}",
            expect![[r#"
                rewritten 8:43 headers of an answer are texts: `X-A`
                rewritten 8:85 `links` are no part of the client"#]],
        ),
        (
            "responses: {'200': {description: D, content: {application/xml: {schema: {type: object}}}}}",
            expect!["rewritten 8:71 `application/xml` is taken as bytes: its schema makes no type"],
        ),
        (
            "security: [{query: []}]",
            expect!["rewritten 12:5 the key `key` of the query is what the client is given"],
        ),
        (
            "security: [{header: []}]",
            expect![
                "rewritten 13:5 the key of `header` is the header `X-Key`, as the client is given it"
            ],
        ),
        (
            "security: [{basic: []}]",
            expect!["rewritten 14:5 credentials of the scheme `basic` are a header"],
        ),
        (
            "security: [{tls: []}]",
            expect!["rewritten 16:5 the certificate of `tls` is one of the HTTP client's"],
        ),
        ("security: [{bearer: []}]", expect![[r#""#]]),
        ("security: [{query: []}, {bearer: []}]", expect![[r#""#]]),
    ] {
        let answer = "      responses: {'204': {description: D}}\n";
        let answer = if authored.starts_with("responses") {
            ""
        } else {
            answer
        };
        let schemes = "components:
  securitySchemes:
    query: {type: apiKey, in: query, name: key}
    header: {type: apiKey, in: header, name: X-Key}
    basic: {type: http, scheme: basic}
    bearer: {type: http, scheme: bearer}
    tls: {type: mutualTLS}
";
        let security = if authored.starts_with("security") {
            ""
        } else {
            "      security: []\n"
        };
        let text = operation(&format!(
            "{ID}      {authored}\n{security}{answer}{schemes}"
        ));
        let text = text.replace("3.0.3", "3.1.0");
        check(&text, &expected, &[]);
    }
    let parameter = "      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: q, in: query, allowReserved: true, schema: {type: integer, default: ten}}]\n";
    let text = operation(&format!(
        "{parameter}      responses: {{'204': {{description: D}}}}\n"
    ));
    check(
        &text,
        &expect![[r#"
        rewritten 7:103 `allowReserved`: reserved characters are percent-encoded
        rewritten 7:148 the default `"ten"` is none of `integer`: left out"#]],
        &[],
    );
}

#[test]
fn webhooks_are_noted_with_what_the_client_has_of_them() {
    let webhook = |event: &str, schema: &str| {
        format!(
            "  {event}: {{post: {{requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}, responses: {{'200': {{description: D}}}}}}}}\n"
        )
    };
    let events = [
        webhook("named", "{$ref: '#/components/schemas/S'}"),
        webhook("inline", "{type: object, properties: {a: {type: string}}}"),
        webhook("untyped", "{}"),
    ];
    let text = format!("{}webhooks:\n{}", schema("{type: string}"), events.concat());
    check(
        &text.replace("3.0.3", "3.1.0"),
        &expect![[r#"
            rewritten 14:3 `named` is called by the provider: the client has the type of its payload alone, `S`
            rewritten 15:3 `inline` is called by the provider: the client has the type of its payload alone
            rewritten 16:3 `untyped` is called by the provider: the client has nothing of it"#]],
        &["types::S = String"],
    );
}

#[test]
fn keys_that_nothing_asks_for_are_noted() {
    let schemes = "components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    bearer: {type: http, scheme: bearer}
";
    for (security, expected) in [
        (
            "",
            expect!["rewritten 11:5 no `security` asks for `key`: nothing is sent unless given"],
        ),
        ("      security: []\n", expect![""]),
    ] {
        let answer = "      responses: {'204': {description: D}}\n";
        check(
            &operation(&format!("{ID}{security}{answer}{schemes}")),
            &expected,
            &[],
        );
    }
}

#[test]
fn types_that_exclude_one_another_in_a_composition_are_noted() {
    let branch = |kind: &str| format!("{{type: object, properties: {{a: {{type: {kind}}}}}}}");
    for (one, other, expected) in [
        (
            "string",
            "boolean",
            expect!["rewritten 12:7 `a` is of several types in `allOf`: the last one counts"],
        ),
        ("integer", "number", expect![[r#""#]]),
    ] {
        let text = schema(&format!("allOf: [{}, {}]", branch(one), branch(other)));
        check(&text, &expected, &[]);
    }
}
