//! What a document says in vain is told once, at its place, and the rest is checked.

use bindery_contract::{Document, Kind, Recording, Request, Response, Verdict, check};

/// Holds what is told of a document that no recording is held against: line, message and help.
#[track_caller]
fn told(text: &str, expected: &[(usize, &str, &str)]) {
    let text = format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{text}");
    let document = Document::parse("case.yaml", text.as_str()).expect("the case is YAML");
    let report = check(&document, &[]);
    let unchecked = report.findings.iter();
    let unchecked = unchecked.filter(|finding| finding.kind == Kind::Unchecked);
    let found: Vec<(usize, &str, &str)> = unchecked
        .map(|finding| {
            let line = finding.document.position.line;
            (
                line,
                finding.message.as_str(),
                finding.help.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

const CORRECT: &str = "correct the reference, or define what it refers to";
const APART: &str = "refer to it from a property or from `items`";

#[test]
#[rustfmt::skip] // One case, one line.
fn a_document_without_flaws_is_told_nothing_of() {
    told("paths: {}", &[]);
    told("paths: {/a: {get: {responses: {'200': {description: D}}}}}\ncomponents: {schemas: {N: {properties: {n: {$ref: '#/components/schemas/N'}}}}}", &[]);
    // What is too much takes nothing away, and what is missing was not said.
    told("paths: {/a: {get: {colour: red, responses: {'200': {}}}}}", &[]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_reference_that_leads_to_nothing_is_told() {
    told("paths: {/a: {$ref: 'sub/a.yaml'}}", &[(3, "`sub/a.yaml` leads out of the document", "copy what it refers to into this document")]);
    told("paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}}", &[(3, "`#/components/responses/R` leads nowhere", CORRECT)]);
    told("paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/P'}], responses: {'200': {description: D}}}}}", &[(3, "`#/components/parameters/P` leads nowhere", CORRECT)]);
    told("paths: {/a: {post: {requestBody: {$ref: '#/components/requestBodies/B'}, responses: {'200': {description: D}}}}}", &[(3, "`#/components/requestBodies/B` leads nowhere", CORRECT)]);
    told("paths: {/a: {get: {responses: {'200': {description: D, headers: {H: {$ref: '#/components/headers/H'}}}}}}}", &[(3, "`#/components/headers/H` leads nowhere", CORRECT)]);
    told("paths: {}\ncomponents: {schemas: {N: {$ref: '#/components/schemas/N'}}}", &[(4, "`#/components/schemas/N` leads back to itself", CORRECT)]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn what_is_misspelt_or_of_another_kind_is_told() {
    told("paths: 3", &[(3, "`paths` is `3`, not a mapping of paths", "write a mapping of paths")]);
    told("paths: {/a: {get: {parameters: [{name: q, in: querry, schema: {}}], responses: {'200': {description: D}}}}}", &[(3, "`in` is `querry`, not one of its values", "write `query`")]);
    told("paths: {/a: {get: {responses: {20X: {description: D}}}}}", &[(3, "`20X` is no status", "write `200`, `2XX` or `default`")]);
    told("paths: {/a: {get: {responses: {'200': {description: D}}}}}\ncomponents: {schemas: {N: {proprties: {}}}}", &[(4, "`proprties` is no keyword of a schema", "write `properties`")]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn a_schema_that_is_made_of_itself_is_told() {
    told("paths: {}\ncomponents: {schemas: {N: {allOf: [{$ref: '#/components/schemas/N'}]}}}", &[(4, "`#/components/schemas/N` is made of itself, so it claims nothing here", APART)]);
    told("paths: {}\ncomponents: {schemas: {A: {oneOf: [{$ref: '#/components/schemas/B'}]}, B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]}}}", &[(4, "`#/components/schemas/A` is made of itself, so it claims nothing here", APART)]);
    told("paths: {}\ncomponents: {schemas: {A: {not: {$ref: '#/components/schemas/A'}}}}", &[(4, "`#/components/schemas/A` is made of itself, so it claims nothing here", APART)]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn the_rest_of_a_schema_that_is_made_of_itself_is_checked() {
    let mirror = "{allOf: [{$ref: '#/components/schemas/N'}, {type: string}]}";
    let cases = [
        (mirror, "\"a\"", Verdict::Valid, [Kind::Unchecked].as_slice()),
        (mirror, "1", Verdict::Invalid, &[Kind::Unchecked, Kind::Mismatch]),
        ("{$ref: '#/components/schemas/N'}", "1", Verdict::Valid, &[Kind::Unchecked, Kind::Unchecked]),
    ];
    for (schema, body, verdict, kinds) in cases {
        let text = format!("openapi: 3.0.3
info: {{title: T, version: '1'}}
paths: {{/x: {{get: {{responses: {{'200': {{description: D, content: {{application/json: {{schema: {{$ref: '#/components/schemas/N'}}}}}}}}}}}}}}}}
components: {{schemas: {{N: {schema}}}}}");
        let document = Document::parse("case.yaml", text).expect("the case is YAML");
        let request = Request::new("GET", "/x");
        let recording = Recording::invented("case", request, Some(Response::new(200).json(body)));
        let report = check(&document, &[recording]);
        assert!(report.verdicts.contains_key(&verdict), "{schema} with {body}");
        let found: Vec<Kind> = report.findings.iter().map(|finding| finding.kind).collect();
        assert_eq!(found, kinds, "{schema} with {body}");
    }
}
