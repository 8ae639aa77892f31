//! Of operations: what is repaired, and what no call says.

use expect_test::expect;

use super::{ID, check, operation, schema};

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
        (
            "security: [{cookie: []}]",
            expect![
                "rewritten 17:5 the key of `cookie` is the cookie `session`, as the client is given it"
            ],
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
    cookie: {type: apiKey, in: cookie, name: session}
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
