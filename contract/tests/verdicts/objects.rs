//! Members of objects: which are required, which travel, and which are declared at all.

use crate::{VALID, answers, requests};

#[test]
#[rustfmt::skip] // One case, one line.
fn what_does_not_travel_this_way_is_neither_required_nor_sent() {
    let direct = "{type: object, required: [id, name, secret], properties: {id: {type: string, readOnly: true}, \
                  name: {type: string}, secret: {type: string, writeOnly: true}}}";
    let composed = "{allOf: [{$ref: '#/components/schemas/Base'}, {required: [id, secret]}]}";
    let referring = "{allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Needs'}]}";
    let beside = "{required: [id, secret], allOf: [{$ref: '#/components/schemas/Base'}]}";
    let branch = "{properties: {id: {readOnly: true}, a: {}, b: {}}, anyOf: [{required: [id, a]}, {required: [b]}]}";
    let target = "{type: object, required: [id], properties: {id: {$ref: '#/components/schemas/Marked'}}}";
    let sibling = "{type: object, required: [id], properties: {id: {readOnly: true, $ref: '#/components/schemas/Name'}}}";
    let deep = "{type: object, properties: {inner: {type: object, required: [id], properties: {id: {readOnly: true}}}}}";
    answers(&[
        (direct, r#"{"id": "1", "name": "a"}"#, VALID, "a response lacks what is writeOnly"),
        (direct, r#"{"name": "a"}"#, "`id` is required", "but not what is readOnly"),
        (direct, r#"{"id": "1", "name": "a", "secret": "s"}"#, "`secret` is `writeOnly`, but the response has it", "it never comes back"),
        (composed, r#"{"id": "1"}"#, VALID, "allOf is one schema"),
        (composed, "{}", "`id` is required", "and still requires"),
        (referring, r#"{"id": "1"}"#, VALID, "though another part requires it"),
        (beside, r#"{"id": "1"}"#, VALID, "or the schema around it"),
        (deep, r#"{"inner": {}}"#, "`id` is required", "readOnly travels in responses at any depth"),
    ]);
    requests(&[
        (direct, r#"{"name": "a", "secret": "s"}"#, VALID, "a request lacks what is readOnly"),
        (direct, r#"{"name": "a"}"#, "`secret` is required", "but not what is writeOnly"),
        (direct, r#"{"id": "1", "name": "a", "secret": "s"}"#, "`id` is `readOnly`, but the request has it", "the provider sets it"),
        (composed, r#"{"secret": "s"}"#, VALID, "allOf is one schema"),
        (referring, r#"{"secret": "s"}"#, VALID, "though another part requires it"),
        (referring, "{}", "`secret` is required", "which is still required itself"),
        (beside, r#"{"secret": "s"}"#, VALID, "or the schema around it"),
        (branch, r#"{"a": 1}"#, VALID, "or a branch"),
        (target, "{}", VALID, "a reference leads to the mark"),
        (target, r#"{"id": "1"}"#, "`id` is `readOnly`", "and to what it forbids"),
        (sibling, "{}", "`id` is required", "a mark beside a reference is ignored, as all siblings are"),
        (deep, r#"{"inner": {}}"#, VALID, "at any depth"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn members_are_required_forbidden_and_judged() {
    answers(&[
        ("{type: object, required: [a], properties: {a: {}}}", r#"{"a": null}"#, VALID, "null is a value"),
        ("{type: object, required: [a], properties: {a: {}}}", "{}", "`a` is required, but missing", "absence is none"),
        ("{required: [a]}", "7", VALID, "`required` without type is about objects alone"),
        ("{required: [a]}", "{}", "`a` is required", "but about all of them"),
        ("{type: object, properties: {a: {}}, additionalProperties: false}", r#"{"b": 2}"#, "`b` is forbidden by `additionalProperties`", "closed by its own word"),
        ("{type: object, additionalProperties: {type: string}}", r#"{"b": 2}"#, "`b`: expected `string`", "a map of texts"),
        ("{allOf: [{type: object, properties: {a: {}}, additionalProperties: false}, {type: object, properties: {b: {}}}]}", r#"{"a": 1, "b": 2}"#, "`b` is forbidden", "a closed part of allOf knows its own properties only"),
        ("{type: object, properties: {'a/b~c%é ': {type: string}}}", r#"{"a/b~c%é ": 1}"#, "`a/b~c%é `: expected `string`", "names that a pointer escapes"),
        ("{type: object, properties: {'': {type: string}}}", r#"{"": 1}"#, "expected `string`", "a name that is empty"),
        ("{type: object}", "[]", "expected `object`", "a list is no object"),
        ("{type: array, items: {}}", "{}", "expected `array`", "nor the other way"),
        ("{type: boolean}", r#""true""#, "expected `boolean`", "a text is no flag"),
        ("{type: string}", "1", "expected `string`, found `1`", "a number is no text"),
        ("{items: {type: string}}", r#"{"a": 1}"#, VALID, "items without type are about lists alone"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn undeclared_members_are_reported_where_the_document_is_silent() {
    answers(&[
        ("{type: object, properties: {a: {}}}", r#"{"a": 1, "b": 2}"#, "no schema declares the response's property `b`", "silence is not consent"),
        ("{type: object, properties: {a: {}}, additionalProperties: true}", r#"{"b": 2}"#, VALID, "open by its own word"),
        ("{type: object, properties: {}, additionalProperties: {type: string}}", r#"{"b": "c"}"#, VALID, "a map"),
        ("{type: object}", r#"{"b": 2}"#, VALID, "an object of unknown form"),
        ("{allOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}", r#"{"a": 1, "b": 2}"#, VALID, "the parts of allOf declare together"),
        ("{anyOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}", r#"{"a": 1, "b": 2}"#, VALID, "so do the branches of anyOf"),
        ("{type: array, items: {type: object, properties: {a: {}}}}", r#"[{"a": 1}, {"b": 2}]"#, "property `b`", "in the items of an array"),
        ("{type: object, additionalProperties: {type: object, properties: {a: {}}}}", r#"{"x": {"b": 2}}"#, "property `b`", "in the values of a map"),
        ("{$ref: '#/components/schemas/Tree'}", r#"{"children": [{"children": [{"x": 1}]}]}"#, "property `x`", "in a schema that holds itself"),
        ("{$ref: '#/components/schemas/Bird'}", r#"{"kind": "bird", "wings": 2, "beak": 1}"#, "property `beak`", "behind references of allOf"),
    ]);
}
