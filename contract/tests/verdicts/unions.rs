//! Unions: how many branches must fit, which one explains a failure, and what a discriminator says.

use bindery_contract::{Kind, Mode, Recording, Request, Response};

use crate::{VALID, answers, judged, parsed};

const ANIMALS: &str =
    "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}";
const TAGGED: &str = "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], \
                      discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Dog'}}}";
const MAPPED: &str = "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], \
                      discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: Dog}}}";
const IMPLICIT: &str = "{anyOf: [{$ref: '#/components/schemas/Name'}, {$ref: '#/components/schemas/Dog'}], \
                        discriminator: {propertyName: kind}}";

#[test]
#[rustfmt::skip] // One case, one line.
fn a_union_is_explained_by_its_nearest_branch() {
    answers(&[
        (ANIMALS, r#"{"kind": "dog", "bark": "woof"}"#, VALID, "the second branch fits"),
        (ANIMALS, r#"{"kind": "dog"}"#, "`bark` is required, but missing, in the nearest of the 2", "its tag makes it a dog"),
        (ANIMALS, r#"{"kind": "cat", "lives": "nine"}"#, "`lives`: expected `integer`", "its tag makes it a cat"),
        ("{oneOf: [{required: [meow], properties: {meow: {}}}, {properties: {bark: {type: boolean}}}]}", r#"{"bark": "loud"}"#, "`bark`: expected `boolean`", "it has a member of the second"),
        ("{oneOf: [{properties: {bark: {type: boolean}}}, {required: [meow], properties: {meow: {}}}]}", r#"{"bark": "loud"}"#, "`bark`: expected `boolean`", "whichever comes first"),
        (ANIMALS, "7", "fits none of the 2 branches of `oneOf`", "no branch is near"),
        ("{oneOf: [{type: integer}, {type: number}]}", "1", "fits more than one branch of `oneOf`", "an integer is a number"),
        ("{oneOf: [{type: integer}, {type: number}]}", "1.5", VALID, "one branch alone"),
        ("{oneOf: [{type: integer}, {type: string}]}", "true", "fits none of the 2 branches of `oneOf`", "no branch at all"),
        ("{anyOf: [{type: integer}, {type: number}]}", "1", VALID, "anyOf admits several"),
        ("{anyOf: [{type: string, enum: [a]}, {type: string}]}", r#""b""#, VALID, "an open enum"),
        ("{allOf: [{type: integer}, {minimum: 3}]}", "2", "contradicts `minimum: 3`", "allOf wants them all"),
        ("{oneOf: [{type: integer}]}", r#""a""#, "expected `integer`", "a union of one branch is that branch"),
        ("{not: {type: integer}}", "1", "fits the schema of `not`", "what not refuses"),
        ("{type: array, items: {oneOf: [{type: integer}, {type: string}]}}", r#"[1, "a", null]"#, "`null` fits none of the 2 branches", "in items"),
        ("{oneOf: [{oneOf: [{type: object, required: [a]}, {type: integer}]}, {type: boolean}]}", "{}", "`a` is required", "a union within a union"),
        ("{oneOf: [{type: integer, maximum: 18446744073709551616}, {type: string}]}", "100000000000000000000", "in the nearest of the 2", "a number too large to be held, in a branch"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_discriminator_decides_what_is_explained_and_no_verdict() {
    answers(&[
        (TAGGED, r#"{"kind": "cat", "lives": 9}"#, VALID, "a value that fits one branch fits, whatever the mapping says"),
        (TAGGED, r#"{"kind": "dog", "bark": "woof"}"#, VALID, "nor does a name that the mapping lacks matter"),
        (MAPPED, r#"{"kind": "dog"}"#, "`bark` is required, but missing, in the branch of `oneOf` that the discriminator names", "a mapping to a name"),
        (MAPPED, r#"{"kind": "cat"}"#, "`lives` is required, but missing, in the branch of `oneOf` that the discriminator names", "a mapping to a reference"),
        (MAPPED, r#"{"kind": "fish", "lives": 9}"#, "`kind`: `\"fish\"` is not a value of `enum`, in the nearest of the 2", "a value that names no branch"),
        (MAPPED, r#"{"lives": 9}"#, "`kind` is required, but missing, in the nearest of the 2", "no value at all"),
        (IMPLICIT, r#"{"kind": "Dog", "bark": "woof"}"#, "`kind`: `\"Dog\"` is not a value of `enum`, in the branch of `anyOf` that the discriminator names", "the name of a schema, unmapped"),
        ("{$ref: '#/components/schemas/Pet'}", r#"{"kind": "bird"}"#, VALID, "the base's discriminator does not require what its children do"),
        ("{$ref: '#/components/schemas/Bird'}", r#"{"kind": "bird"}"#, "`wings` is required", "the child does, whatever it is called"),
        ("{$ref: '#/components/schemas/Bird'}", r#"{"kind": "plane", "wings": 2}"#, VALID, "and a tag is no claim of its own"),
        ("{oneOf: [{type: object}, {type: object, properties: {kind: {type: string}}}], discriminator: {propertyName: kind}}", r#"{"kind": "x"}"#, "fits more than one branch", "branches that overlap stay so"),
    ]);
}

/// Each level leads to the one below it twice.
#[test]
fn branches_that_multiply_are_left_out_and_told_once() {
    for (keyword, levels, told) in [
        ("oneOf", 5, false),
        ("oneOf", 40, true),
        ("allOf", 40, true),
    ] {
        let schemas: Vec<String> = (1..=levels)
            .map(|level| {
                let below = format!("{{$ref: '#/components/schemas/S{}'}}", level - 1);
                format!("    S{level}: {{{keyword}: [{below}, {{allOf: [{below}, {{maxLength: 9}}]}}]}}\n")
            })
            .collect();
        let document = parsed(&format!(
            "openapi: 3.0.3
info: {{title: T, version: '1'}}
paths: {{/x: {{get: {{responses: {{'200': {{description: It., content: {{application/json: {{schema: {{$ref: '#/components/schemas/S{levels}'}}}}}}}}}}}}}}}}
components:
  schemas:
    S0: {{type: string}}
{}",
            schemas.concat()
        ));
        let response = Response::new(200).json("{}");
        let recording = Recording::invented("case", Request::new("GET", "/x"), Some(response));
        let report = judged(&document, &recording, Mode::Lenient);
        let unchecked = report.findings.iter();
        let unchecked = unchecked.filter(|finding| finding.kind == Kind::Unchecked);
        let count = unchecked.count();
        assert_eq!(count > 0, told, "{keyword} of {levels} levels");
        assert!(count < levels / 2, "{keyword} of {levels} levels: {count}");
    }
}
