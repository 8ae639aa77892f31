//! Where `nullable` admits null: wherever it stands in lenient mode, beside `type` in strict mode.

use crate::{VALID, answers, disputed};

#[test]
#[rustfmt::skip] // One case, one line.
fn nullable_beside_a_type_admits_null_and_nothing_else() {
    answers(&[
        ("{type: string}", "null", "expected `string`, found `null`", "null is a type of its own"),
        ("{type: string, nullable: false}", "null", "expected `string`, found `null`", "false is the default"),
        ("{type: string, nullable: true}", "null", VALID, "the plain case"),
        ("{type: string, nullable: true}", r#""a""#, VALID, "the type still counts"),
        ("{type: string, nullable: true}", "1", "expected `string`", "null is all it adds"),
        ("{type: object, nullable: true, required: [a]}", "null", VALID, "`required` is about objects"),
        ("{type: array, nullable: true, items: {type: string}, minItems: 1}", "null", VALID, "counts are about arrays"),
        ("{type: string, nullable: true, minLength: 3, pattern: '^a'}", "null", VALID, "lengths and patterns are about texts"),
        ("{type: integer, nullable: true, minimum: 3}", "null", VALID, "bounds are about numbers"),
        ("{type: integer, nullable: true, format: int32}", "null", VALID, "a range is about numbers"),
        ("{type: string, nullable: true, format: uri}", "null", VALID, "a format is about texts"),
        ("{type: array, items: {type: string, nullable: true}}", r#"["a", null]"#, VALID, "in the items of an array"),
        ("{type: array, items: {type: string}}", r#"["a", null]"#, "expected `string`", "items are not nullable by themselves"),
        ("{type: array, nullable: true, items: {type: string}}", "[null]", "expected `string`", "a nullable list has no nullable items"),
        ("{type: object, additionalProperties: {type: string, nullable: true}}", r#"{"a": null}"#, VALID, "in the values of a map"),
        ("{type: object, nullable: true, additionalProperties: false}", "null", VALID, "closed to members, not to null"),
        ("{type: object, properties: {a: {type: string, nullable: true}}, required: [a]}", r#"{"a": null}"#, VALID, "null is there, so `required` is met"),
        ("{type: object, properties: {a: {type: string, nullable: true}}, required: [a]}", "{}", "`a` is required", "nullable is not optional"),
        ("{$ref: '#/components/schemas/Note'}", "null", VALID, "in the target of a reference"),
        ("{oneOf: [{$ref: '#/components/schemas/Note'}, {type: integer}]}", "null", VALID, "in one branch of a union"),
        ("{oneOf: [{type: string, nullable: true}, {type: integer, nullable: true}]}", "null", "fits more than one branch of `oneOf`", "in two branches, null fits both"),
        ("{anyOf: [{type: string, nullable: true}, {type: integer, nullable: true}]}", "null", VALID, "which anyOf allows"),
        ("{allOf: [{type: string, nullable: true}, {type: string}]}", "null", "expected `string`", "all parts of allOf must admit null"),
        ("{allOf: [{type: string, nullable: true}, {maxLength: 3}]}", "null", VALID, "a part without type admits null"),
        ("{allOf: [{type: string}, {nullable: true}]}", "null", "expected `string`", "nullable in one part does not speak for another"),
        ("{type: string, nullable: true, enum: [a, null]}", "null", VALID, "an enum may list null itself"),
        ("{type: string, nullable: true, enum: [a]}", r#""b""#, "not a value of `enum`", "the enum still holds"),
        ("{type: string, enum: [a]}", "null", "`null`", "an enum alone does not admit null"),
        ("{type: string, enum: [a, null]}", "null", "expected `string`", "the type still refuses what the enum lists"),
        ("{description: Unknown.}", "null", VALID, "a schema without type claims nothing"),
        ("{nullable: false}", "null", VALID, "and false takes nothing away"),
        ("{$ref: '#/components/schemas/Untyped'}", "null", VALID, "properties are claims about objects only"),
        ("{not: {type: string, nullable: true}}", "null", "fits the schema of `not`", "what not refuses includes null"),
        ("{not: {type: string}}", "null", VALID, "null is no string"),
        ("{type: object, nullable: true, allOf: [{$ref: '#/components/schemas/Untyped'}]}", "null", VALID, "allOf without types refuses nothing"),
        ("{type: string, nullable: 'true'}", r#""a""#, "`nullable: \"true\"` is not understood", "a text is no flag"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn nullable_elsewhere_is_what_providers_mean_or_by_the_letter_nothing() {
    let name = "$ref: '#/components/schemas/Name'";
    let beside = |keywords: &str| format!("{{nullable: true, {keywords}}}");
    let reference = beside(name);
    let [all, any, one] = ["allOf", "anyOf", "oneOf"].map(|keyword| beside(&format!("{keyword}: [{{{name}}}]")));
    let member = format!("{{type: object, properties: {{a: {reference}}}}}");
    let items = format!("{{type: array, items: {all}}}");
    disputed(&[
        ("{type: string, nullable: true, enum: [a]}", "null", VALID, "`null` is not a value of `enum`", "by the letter, an enum must list null"),
        ("{nullable: true, enum: [a]}", "null", VALID, "`null` is not a value of `enum`", "without type, nullable is inert as well"),
        ("{nullable: true, enum: [a, null], not: {enum: [null]}}", "null", VALID, "fits the schema of `not`", "lenient admits null past `not`"),
        (&reference, "null", VALID, "expected `string`", "by the letter, siblings of a reference are ignored"),
        (&all, "null", VALID, "expected `string`", "beside allOf, without type"),
        (&any, "null", VALID, "expected `string`", "beside anyOf, without type"),
        (&one, "null", VALID, "expected `string`", "beside oneOf, without type"),
        (&member, r#"{"a": null}"#, VALID, "`a`: expected `string`", "in a property"),
        (&items, "[null]", VALID, "expected `string`", "in items"),
        ("{type: string, nullable: true, allOf: [{$ref: '#/components/schemas/Name'}]}", "null", VALID, "expected `string`", "nullable widens `type` alone, and allOf still refuses null"),
        ("{type: object, nullable: true, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}", "null", VALID, "fits none of the 2 branches", "as do the branches of oneOf"),
        ("{type: object, nullable: true, anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}", "null", VALID, "fits none of the 2 branches", "and those of anyOf"),
        ("{nullable: true, oneOf: [{type: string}, {type: integer}]}", "null", VALID, "fits none of the 2 branches", "a union of scalars"),
        ("{$ref: '#/components/schemas/Inert'}", "null", VALID, "expected `string`", "in the target of a reference"),
        ("{oneOf: [{$ref: '#/components/schemas/Inert'}, {type: integer}]}", "null", VALID, "fits none of the 2 branches", "in a branch of a union"),
        ("{type: object, additionalProperties: {nullable: true, $ref: '#/components/schemas/Name'}}", r#"{"a": null}"#, VALID, "`a`: expected `string`", "in the values of a map"),
        ("{nullable: true, not: {nullable: true}}", "null", VALID, "fits the schema of `not`", "beside not"),
        ("{oneOf: [{nullable: true, allOf: [{type: string}]}, {nullable: true, allOf: [{type: integer}]}]}", "null", "fits more than one branch", "fits none of the 2 branches", "what lenient reads in two branches fits both"),
    ]);
    answers(&[
        (&reference, "1", "expected `string`", "the reference still holds"),
        (&all, "1", "expected `string`", "the allOf still holds"),
        (&one, "true", "expected `string`", "the oneOf still holds"),
        ("{nullable: true, oneOf: [{type: string}, {type: integer}]}", "true", "fits none of the 2 branches", "the union still holds"),
        (&all, r#""a""#, VALID, "what fits the allOf fits"),
    ]);
}
