//! OpenAPI 3.1, whose schemas are those of JSON Schema 2020-12.

use crate::{VALID, in_both};

/// Holds response bodies against schemas of 3.1 in both modes.
#[track_caller]
fn later(cases: &[(&str, &str, &str, &str)]) {
    for (schema, body, expected, because) in cases {
        in_both("3.1.0", schema, body, [expected, expected], because);
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn types_and_values_are_those_of_2020_12() {
    later(&[
        ("{type: [string, 'null']}", "null", VALID, "null is a type"),
        ("{type: [string, 'null']}", "1", "expected `string`", "the list is all"),
        ("{type: 'null'}", "null", VALID, "alone as well"),
        ("{type: string}", "null", "expected `string`, found `null`", "and by itself it is not admitted"),
        ("{type: [string, 'null'], enum: [a]}", "null", "not a value of `enum`", "an enum must list it"),
        ("{anyOf: [{$ref: '#/components/schemas/Name'}, {type: 'null'}]}", "null", VALID, "a branch of its own"),
        ("{const: 7}", "7.0", VALID, "const compares by value"),
        ("{const: 7}", "8", "`8` is not `7`", "and refuses the rest"),
        ("{const: null}", "null", VALID, "null may be the value"),
        ("{type: integer}", "1.0", VALID, "1.0 is an integer here"),
        ("{type: integer}", "1e3", VALID, "so is 1e3"),
        ("{type: integer}", "1.5", "expected `integer`", "a fraction is none"),
        ("{type: integer, format: int64}", "9223372036854775808", "out of the range of `int64`", "formats are asserted"),
        ("{type: string, format: date}", r#""2023-02-29""#, "not of the format `date`", "as in 3.0"),
        ("{type: number, exclusiveMaximum: 10}", "10", "contradicts `exclusiveMaximum: 10`", "an exclusive bound is a number"),
        ("{type: number, exclusiveMinimum: 0}", "0.1", VALID, "which may be passed by little"),
        ("{type: number, maximum: 10, exclusiveMaximum: true}", "10", "`exclusiveMaximum: true` is not understood", "a flag is no bound"),
        ("{type: number, multipleOf: 0.01}", "19.99", VALID, "decimals"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn schemas_apply_as_2020_12_has_it() {
    let unevaluated = "{allOf: [{type: object, properties: {a: {}}}], unevaluatedProperties: false}";
    later(&[
        ("true", "7", VALID, "true admits all"),
        ("false", "7", "forbidden by a schema that is `false`", "false nothing"),
        ("{type: object, properties: {a: false}}", r#"{"a": 1}"#, "forbidden by a schema that is `false`", "in a property"),
        ("{type: array, prefixItems: [{type: string}, {type: integer}]}", r#"["a", "b"]"#, "expected `integer`", "a tuple"),
        ("{type: array, prefixItems: [{type: string}], items: false}", r#"["a", "b"]"#, "forbidden by a schema that is `false`", "with an end"),
        ("{type: array, prefixItems: [{type: string}], items: {type: integer}}", r#"["a", 1, 2]"#, VALID, "or with a tail"),
        ("{type: array, contains: {type: integer}}", r#"["a"]"#, "too few or too many entries fit `contains`", "one entry at least"),
        ("{type: array, contains: {type: integer}, maxContains: 1}", "[1, 2]", "contains", "or a number of them"),
        ("{type: array, contains: {type: integer}, minContains: 0}", "[]", VALID, "or none"),
        ("{type: object, patternProperties: {'^x': {type: string}}}", r#"{"x1": 1}"#, "`x1`: expected `string`", "names by pattern"),
        ("{type: object, patternProperties: {'(': {type: string}}}", r#"{"x1": 1}"#, "the pattern `(` is not understood", "that compile"),
        ("{type: object, propertyNames: {maxLength: 2}}", r#"{"abc": 1}"#, "the name `\"abc\"` does not fit `propertyNames`", "names are values too"),
        ("{type: object, dependentRequired: {a: [b]}}", r#"{"a": 1}"#, "`b` is required, but missing", "one member asks for another"),
        ("{type: object, dependentRequired: {a: [b]}}", "{}", VALID, "when it is there"),
        ("{type: object, dependentSchemas: {a: {required: [b]}}}", r#"{"a": 1}"#, "`b` is required, but missing", "or for a schema"),
        ("{if: {type: string}, then: {maxLength: 1}, else: {minimum: 5}}", r#""ab""#, "contradicts `maxLength: 1`", "what fits `if` must fit `then`"),
        ("{if: {type: string}, then: {maxLength: 1}, else: {minimum: 5}}", "4", "contradicts `minimum: 5`", "what does not must fit `else`"),
        ("{if: {type: string}}", "4", VALID, "alone, `if` claims nothing"),
        (unevaluated, r#"{"b": 1}"#, "`b` is forbidden by `unevaluatedProperties`", "closed across allOf"),
        (unevaluated, r#"{"a": 1}"#, VALID, "which an allOf declares"),
        ("{anyOf: [{properties: {a: {}}, required: [a]}, {properties: {b: {}}, required: [b]}], unevaluatedProperties: false}", r#"{"a": 1, "b": 2}"#, VALID, "which all branches that fit declare"),
        ("{if: {required: [a]}, then: {properties: {a: {}}}, unevaluatedProperties: false}", r#"{"a": 1}"#, VALID, "or what follows from a condition"),
        ("{$ref: '#/components/schemas/Tree', unevaluatedProperties: false}", r#"{"trunk": 1}"#, "`trunk` is forbidden by `unevaluatedProperties`", "or a reference beside"),
        ("{type: array, prefixItems: [{}], unevaluatedItems: false}", "[1, 2]", "contradicts", "entries likewise"),
        ("{contains: {type: integer}, minContains: 0}", r#"["a"]"#, VALID, "none at least"),
        ("{minContains: 2}", "[1]", VALID, "a count of nothing says nothing"),
        ("{type: object, properties: {a: {}}}", r#"{"a": 1, "b": 2}"#, "no schema declares the response's property `b`", "silence is not consent here either"),
        ("{dependencies: {a: [b]}}", "{}", "`dependencies` is no keyword of OpenAPI 3.1", "a keyword of earlier drafts"),
        ("{type: object, properties: {a: {type: string, contentMediaType: text/html}}}", r#"{"a": "x"}"#, VALID, "a content type is a remark"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn references_have_siblings_and_names() {
    later(&[
        ("{$ref: '#/components/schemas/Name', maxLength: 1}", r#""ab""#, "contradicts `maxLength: 1`", "what stands beside a reference counts"),
        ("{$ref: '#/components/schemas/Name', maxLength: 1}", "1", "expected `string`", "and so does the reference"),
        ("{$defs: {n: {$anchor: name, type: string}}, $ref: '#name'}", "1", "expected `string`", "an anchor"),
        ("{$defs: {n: {$dynamicAnchor: name, type: string}}, $dynamicRef: '#name'}", "1", "expected `string`", "a dynamic one that is alone is a plain one"),
        ("{$defs: {n: {$dynamicAnchor: t, type: string}, m: {$dynamicAnchor: t}}, $dynamicRef: '#t'}", "1", "a reference that leads nowhere", "one of two is not decided"),
        ("{$defs: {n: {$id: 'https://x.example/n', type: string}}, $ref: 'https://x.example/n'}", "1", "expected `string`", "a schema by its identity"),
        ("{$defs: {n: {$id: 'https://x.example/n', $defs: {m: {$anchor: m, type: string}}}}, $ref: 'https://x.example/n#m'}", "1", "expected `string`", "an anchor of that schema"),
        ("{$defs: {n: {$id: 'https://x.example/n', $defs: {m: {type: string}}}}, $ref: 'https://x.example/n#/$defs/m'}", "1", "expected `string`", "or a pointer into it"),
        ("{$defs: {n: {$id: 'https://x.example/v1/n', $ref: m}, m: {$id: 'https://x.example/v1/m', type: string}}, $ref: 'https://x.example/v1/n'}", "1", "expected `string`", "its neighbour, as seen from it"),
        ("{$defs: {n: {$id: 'https://x.example/v1/n', $ref: ../v2/m}, m: {$id: 'https://x.example/v2/m', type: string}}, $ref: 'https://x.example/v1/n'}", "1", "expected `string`", "one further off"),
        ("{$defs: {n: {$id: 'https://x.example/n', $ref: '#t', $defs: {t: {$anchor: t, type: string}}}, m: {$id: 'https://x.example/m', $defs: {t: {$anchor: t}}}}, $ref: 'https://x.example/n'}", "1", "expected `string`", "an anchor is that of the schema around"),
        ("{$ref: '#missing'}", "1", "a reference that leads nowhere: `#missing` names no place", "an anchor that nobody sets"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn nullable_is_no_keyword_but_providers_still_write_it() {
    for (schema, body, lenient, strict, because) in [
        ("{type: string, nullable: true}", "null", VALID, "expected `string`", "a leftover of 3.0 is meant as there"),
        ("{$ref: '#/components/schemas/Name', nullable: true}", "null", VALID, "expected `string`", "beside a reference"),
        ("{$ref: '#/components/schemas/Note'}", "null", VALID, "expected `string`", "behind one"),
        ("{const: a, nullable: true}", "null", VALID, "`null` is not `\"a\"`", "beside const"),
        ("{type: string, nullable: true}", r#""a""#, VALID, VALID, "the type counts in both"),
    ] {
        in_both("3.1.0", schema, body, [lenient, strict], because);
    }
}
