//! What OpenAPI 3.1 has otherwise than 3.0: for each object that changed, what it needs, which
//! keywords came or changed, and which went. Schemas are those of JSON Schema 2020-12.

use std::ptr;

use super::{
    shape::{
        Need, Object,
        Shape::{
            self, Any, Choice, Count, Filled, Flag, FlagOr, Hinted, List, Map, Number,
            Object as One, OneOrList, Referable, Text,
        },
    },
    table,
};

/// An object of 3.0 as 3.1 has it.
#[derive(Debug)]
pub(super) struct Later {
    object: &'static Object,
    /// All that it needs.
    pub(super) needs: &'static [Need],
    /// Keywords that came, or whose shape changed.
    pub(super) keywords: &'static [(&'static str, Shape)],
    /// Keywords that are none any more.
    pub(super) gone: &'static [&'static str],
}

/// How an object changed, if it did.
pub(super) fn of(object: &Object) -> Option<&'static Later> {
    LATER.iter().find(|later| ptr::eq(later.object, object))
}

impl Later {
    pub(super) fn keyword(&self, key: &str) -> Option<&'static Shape> {
        let found = self.keywords.iter().find(|(keyword, _)| *keyword == key);
        found.map(|(_, shape)| shape)
    }
}

const SCHEMA: Shape = Referable(&table::SCHEMA);

static LATER: [Later; 7] = [
    Later {
        object: &table::DOCUMENT,
        needs: &[Need::Keyword("info")],
        keywords: &[
            ("webhooks", Map(&One(&table::PATH_ITEM))),
            ("jsonSchemaDialect", Text),
        ],
        gone: &[],
    },
    Later {
        object: &table::INFO,
        needs: table::INFO.needs,
        keywords: &[("summary", Text)],
        gone: &[],
    },
    Later {
        object: &table::LICENSE,
        needs: table::LICENSE.needs,
        keywords: &[("identifier", Text)],
        gone: &[],
    },
    Later {
        object: &table::COMPONENTS,
        needs: &[],
        keywords: &[("pathItems", Map(&One(&table::PATH_ITEM)))],
        gone: &[],
    },
    Later {
        object: &table::OPERATION,
        needs: &[],
        keywords: &[],
        gone: &[],
    },
    Later {
        object: &table::SECURITY_SCHEME,
        needs: table::SECURITY_SCHEME.needs,
        keywords: &[(
            "type",
            Choice(&["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]),
        )],
        gone: &[],
    },
    Later {
        object: &table::SCHEMA,
        needs: &[],
        keywords: SCHEMA_KEYWORDS,
        gone: &["nullable"],
    },
];

const TYPE: Shape = Choice(&[
    "array", "boolean", "integer", "null", "number", "object", "string",
]);

const SCHEMA_KEYWORDS: &[(&str, Shape)] = &[
    ("$schema", Text),
    ("$id", Text),
    ("$ref", Hinted(&Text, "write `#/components/…`")),
    ("$anchor", Text),
    ("$dynamicRef", Text),
    ("$dynamicAnchor", Text),
    ("$vocabulary", Map(&Flag)),
    ("$comment", Text),
    ("$defs", Map(&SCHEMA)),
    ("definitions", Map(&SCHEMA)),
    ("type", OneOrList(&TYPE)),
    ("const", Any),
    ("examples", List(&Any)),
    ("required", List(&Text)),
    ("additionalProperties", FlagOr(&SCHEMA)),
    ("patternProperties", Map(&SCHEMA)),
    ("propertyNames", SCHEMA),
    ("unevaluatedProperties", SCHEMA),
    ("dependentRequired", Map(&List(&Text))),
    ("dependentSchemas", Map(&SCHEMA)),
    ("prefixItems", Filled(&SCHEMA)),
    ("contains", SCHEMA),
    ("minContains", Count),
    ("maxContains", Count),
    ("unevaluatedItems", SCHEMA),
    (
        "exclusiveMinimum",
        Hinted(&Number, "write the number here, and drop `minimum`"),
    ),
    (
        "exclusiveMaximum",
        Hinted(&Number, "write the number here, and drop `maximum`"),
    ),
    ("if", SCHEMA),
    ("then", SCHEMA),
    ("else", SCHEMA),
    ("contentEncoding", Text),
    ("contentMediaType", Text),
    ("contentSchema", SCHEMA),
];
