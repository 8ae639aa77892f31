//! Of schemas: what is repaired, and what no type says.

use expect_test::expect;

use super::{check, client, schema};

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
