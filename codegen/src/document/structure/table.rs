//! The objects of OpenAPI 3.0.3, section 4.7, and what each of their keywords holds.
//!
//! What the specification asks for but no reader trips over is not here: the letters of component
//! names, a `schema` beside `content`, `required: true` on path parameters.

use super::shape::{
    Names, Need, Object,
    Shape::{
        self, Any, Choice, Count, Extension, Filled, Flag, FlagOr, Hinted, List, Map, Number,
        Object as One, Referable, Text,
    },
};

pub(super) static DOCUMENT: Object = Object {
    title: "a document",
    needs: &[Need::Keyword("info"), Need::Keyword("paths")],
    keywords: &[
        ("openapi", Text),
        ("info", One(&INFO)),
        ("servers", List(&One(&SERVER))),
        ("paths", One(&PATHS)),
        ("components", One(&COMPONENTS)),
        ("security", List(&SECURITY)),
        ("tags", List(&One(&TAG))),
        ("externalDocs", One(&EXTERNAL_DOCS)),
        ("x-webhooks", Extension(&Map(&One(&PATH_ITEM)))),
    ],
    names: None,
};

pub(super) static REFERENCE: Shape = Hinted(&Text, "write `#/components/…`");

pub(super) static INFO: Object = Object {
    title: "the info object",
    needs: &[Need::Keyword("title"), Need::Keyword("version")],
    keywords: &[
        ("title", Text),
        ("description", Text),
        ("termsOfService", Text),
        ("contact", One(&CONTACT)),
        ("license", One(&LICENSE)),
        ("version", Text),
    ],
    names: None,
};

static CONTACT: Object = Object {
    title: "a contact",
    needs: &[],
    keywords: &[("name", Text), ("url", Text), ("email", Text)],
    names: None,
};

pub(super) static LICENSE: Object = Object {
    title: "a license",
    needs: &[Need::Keyword("name")],
    keywords: &[("name", Text), ("url", Text)],
    names: None,
};

static SERVER: Object = Object {
    title: "a server",
    needs: &[Need::Keyword("url")],
    keywords: &[
        ("url", Text),
        ("description", Text),
        ("variables", Map(&One(&SERVER_VARIABLE))),
    ],
    names: None,
};

static SERVER_VARIABLE: Object = Object {
    title: "a server variable",
    needs: &[Need::Keyword("default")],
    keywords: &[
        ("enum", Filled(&Text)),
        ("default", Text),
        ("description", Text),
    ],
    names: None,
};

pub(super) static COMPONENTS: Object = Object {
    title: "a mapping of components",
    needs: &[],
    keywords: &[
        ("schemas", Map(&Referable(&SCHEMA))),
        ("responses", Map(&Referable(&RESPONSE))),
        ("parameters", Map(&Referable(&PARAMETER))),
        ("examples", Map(&Referable(&EXAMPLE))),
        ("requestBodies", Map(&Referable(&REQUEST_BODY))),
        ("headers", Map(&Referable(&HEADER))),
        ("securitySchemes", Map(&Referable(&SECURITY_SCHEME))),
        ("links", Map(&Referable(&LINK))),
        ("callbacks", Map(&Referable(&CALLBACK))),
    ],
    names: None,
};

static PATHS: Object = Object {
    title: "a mapping of paths",
    needs: &[],
    keywords: &[],
    names: Some(Names::Paths(One(&PATH_ITEM))),
};

pub(super) static PATH_ITEM: Object = Object {
    title: "a path item",
    needs: &[],
    keywords: &[
        ("get", One(&OPERATION)),
        ("put", One(&OPERATION)),
        ("post", One(&OPERATION)),
        ("delete", One(&OPERATION)),
        ("options", One(&OPERATION)),
        ("head", One(&OPERATION)),
        ("patch", One(&OPERATION)),
        ("trace", One(&OPERATION)),
        ("$ref", Hinted(&Text, "write `#/paths/…`")),
        ("summary", Text),
        ("description", Text),
        ("servers", List(&One(&SERVER))),
        ("parameters", PARAMETERS),
    ],
    names: None,
};

pub(super) static OPERATION: Object = Object {
    title: "an operation",
    needs: &[Need::Keyword("responses")],
    keywords: &[
        ("tags", List(&Text)),
        ("summary", Text),
        ("description", Text),
        ("externalDocs", One(&EXTERNAL_DOCS)),
        ("operationId", Text),
        ("parameters", PARAMETERS),
        ("requestBody", Referable(&REQUEST_BODY)),
        ("responses", One(&RESPONSES)),
        ("callbacks", Map(&Referable(&CALLBACK))),
        ("deprecated", Flag),
        ("security", List(&SECURITY)),
        ("servers", List(&One(&SERVER))),
    ],
    names: None,
};

const PARAMETERS: Shape = List(&Referable(&PARAMETER));

/// A security requirement: names of schemes, each with its scopes.
const SECURITY: Shape = Map(&List(&Text));

static EXTERNAL_DOCS: Object = Object {
    title: "a link to documentation",
    needs: &[Need::Keyword("url")],
    keywords: &[("description", Text), ("url", Text)],
    names: None,
};

const STYLES: Shape = Choice(&[
    "matrix",
    "label",
    "form",
    "simple",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
]);

pub(super) static PARAMETER: Object = Object {
    title: "a parameter",
    needs: &[
        Need::Keyword("name"),
        Need::Keyword("in"),
        Need::Either("schema", "content"),
    ],
    keywords: &[
        ("name", Text),
        ("in", Choice(&["path", "query", "header", "cookie"])),
        ("description", Text),
        ("required", Flag),
        ("deprecated", Flag),
        ("allowEmptyValue", Flag),
        ("style", STYLES),
        ("explode", Flag),
        ("allowReserved", Flag),
        ("schema", Referable(&SCHEMA)),
        ("example", Any),
        ("examples", Map(&Referable(&EXAMPLE))),
        ("content", Map(&One(&MEDIA_TYPE))),
    ],
    names: None,
};

static HEADER: Object = Object {
    title: "a header",
    needs: &[Need::Either("schema", "content")],
    keywords: &[
        ("description", Text),
        ("required", Flag),
        ("deprecated", Flag),
        ("allowEmptyValue", Flag),
        ("style", Choice(&["simple"])),
        ("explode", Flag),
        ("allowReserved", Flag),
        ("schema", Referable(&SCHEMA)),
        ("example", Any),
        ("examples", Map(&Referable(&EXAMPLE))),
        ("content", Map(&One(&MEDIA_TYPE))),
    ],
    names: None,
};

static REQUEST_BODY: Object = Object {
    title: "a request body",
    needs: &[Need::Keyword("content")],
    keywords: &[
        ("description", Text),
        ("content", Map(&One(&MEDIA_TYPE))),
        ("required", Flag),
    ],
    names: None,
};

static MEDIA_TYPE: Object = Object {
    title: "a media type",
    needs: &[],
    keywords: &[
        ("schema", Referable(&SCHEMA)),
        ("example", Any),
        ("examples", Map(&Referable(&EXAMPLE))),
        ("encoding", Map(&One(&ENCODING))),
    ],
    names: None,
};

static ENCODING: Object = Object {
    title: "an encoding",
    needs: &[],
    keywords: &[
        ("contentType", Text),
        ("headers", Map(&Referable(&HEADER))),
        ("style", STYLES),
        ("explode", Flag),
        ("allowReserved", Flag),
    ],
    names: None,
};

static RESPONSES: Object = Object {
    title: "a mapping of statuses to responses",
    needs: &[],
    keywords: &[("default", Referable(&RESPONSE))],
    names: Some(Names::Statuses(Referable(&RESPONSE))),
};

pub(super) static RESPONSE: Object = Object {
    title: "a response",
    needs: &[Need::Keyword("description")],
    keywords: &[
        ("description", Text),
        ("headers", Map(&Referable(&HEADER))),
        ("content", Map(&One(&MEDIA_TYPE))),
        ("links", Map(&Referable(&LINK))),
    ],
    names: None,
};

static CALLBACK: Object = Object {
    title: "a callback",
    needs: &[],
    keywords: &[],
    names: Some(Names::Any(One(&PATH_ITEM))),
};

static EXAMPLE: Object = Object {
    title: "an example",
    needs: &[],
    keywords: &[
        ("value", Any),
        ("summary", Text),
        ("description", Text),
        ("externalValue", Text),
    ],
    names: None,
};

static LINK: Object = Object {
    title: "a link",
    needs: &[],
    keywords: &[
        ("operationId", Text),
        ("operationRef", Text),
        ("parameters", Map(&Any)),
        ("requestBody", Any),
        ("description", Text),
        ("server", One(&SERVER)),
    ],
    names: None,
};

static TAG: Object = Object {
    title: "a tag",
    needs: &[Need::Keyword("name")],
    keywords: &[
        ("name", Text),
        ("description", Text),
        ("externalDocs", One(&EXTERNAL_DOCS)),
    ],
    names: None,
};

pub(super) static SCHEMA: Object = Object {
    title: "a schema",
    needs: &[Need::When("type", "array", "items")],
    keywords: &[
        (
            "type",
            Choice(&["array", "boolean", "integer", "number", "object", "string"]),
        ),
        ("format", Text),
        ("title", Text),
        ("description", Text),
        ("enum", Filled(&Any)),
        ("default", Any),
        ("example", Any),
        ("nullable", Flag),
        ("deprecated", Flag),
        ("readOnly", Flag),
        ("writeOnly", Flag),
        ("properties", Map(&Referable(&SCHEMA))),
        (
            "required",
            Hinted(
                &Filled(&Text),
                "list the names of required properties in the schema that has `properties`",
            ),
        ),
        ("additionalProperties", FlagOr(&Referable(&SCHEMA))),
        ("minProperties", Count),
        ("maxProperties", Count),
        ("items", Referable(&SCHEMA)),
        ("minItems", Count),
        ("maxItems", Count),
        ("uniqueItems", Flag),
        ("minLength", Count),
        ("maxLength", Count),
        ("pattern", Text),
        ("minimum", Number),
        ("maximum", Number),
        (
            "exclusiveMinimum",
            Hinted(&Flag, "write `minimum` with the number, and `true` here"),
        ),
        (
            "exclusiveMaximum",
            Hinted(&Flag, "write `maximum` with the number, and `true` here"),
        ),
        ("multipleOf", Number),
        ("allOf", Filled(&Referable(&SCHEMA))),
        ("anyOf", Filled(&Referable(&SCHEMA))),
        ("oneOf", Filled(&Referable(&SCHEMA))),
        ("not", Referable(&SCHEMA)),
        ("discriminator", One(&DISCRIMINATOR)),
        ("xml", One(&XML)),
        ("externalDocs", One(&EXTERNAL_DOCS)),
    ],
    names: None,
};

static DISCRIMINATOR: Object = Object {
    title: "a discriminator",
    needs: &[Need::Keyword("propertyName")],
    keywords: &[("propertyName", Text), ("mapping", Map(&Text))],
    names: None,
};

static XML: Object = Object {
    title: "an XML object",
    needs: &[],
    keywords: &[
        ("name", Text),
        ("namespace", Text),
        ("prefix", Text),
        ("attribute", Flag),
        ("wrapped", Flag),
    ],
    names: None,
};

pub(super) static SECURITY_SCHEME: Object = Object {
    title: "a security scheme",
    needs: &[
        Need::Keyword("type"),
        Need::When("type", "apiKey", "name"),
        Need::When("type", "apiKey", "in"),
        Need::When("type", "http", "scheme"),
        Need::When("type", "oauth2", "flows"),
        Need::When("type", "openIdConnect", "openIdConnectUrl"),
    ],
    keywords: &[
        (
            "type",
            Choice(&["apiKey", "http", "oauth2", "openIdConnect"]),
        ),
        ("description", Text),
        ("name", Text),
        ("in", Choice(&["query", "header", "cookie"])),
        ("scheme", Text),
        ("bearerFormat", Text),
        ("flows", One(&FLOWS)),
        ("openIdConnectUrl", Text),
    ],
    names: None,
};

static FLOWS: Object = Object {
    title: "a mapping of flows",
    needs: &[],
    keywords: &[
        ("implicit", One(&IMPLICIT)),
        ("password", One(&TOKEN_FLOW)),
        ("clientCredentials", One(&TOKEN_FLOW)),
        ("authorizationCode", One(&CODE_FLOW)),
    ],
    names: None,
};

static IMPLICIT: Object = Object {
    title: "an implicit flow",
    needs: &[Need::Keyword("authorizationUrl"), Need::Keyword("scopes")],
    keywords: FLOW,
    names: None,
};

static TOKEN_FLOW: Object = Object {
    title: "a flow",
    needs: &[Need::Keyword("tokenUrl"), Need::Keyword("scopes")],
    keywords: FLOW,
    names: None,
};

static CODE_FLOW: Object = Object {
    title: "a flow with authorization codes",
    needs: &[
        Need::Keyword("authorizationUrl"),
        Need::Keyword("tokenUrl"),
        Need::Keyword("scopes"),
    ],
    keywords: FLOW,
    names: None,
};

const FLOW: &[(&str, Shape)] = &[
    ("authorizationUrl", Text),
    ("tokenUrl", Text),
    ("refreshUrl", Text),
    ("scopes", Map(&Text)),
];
