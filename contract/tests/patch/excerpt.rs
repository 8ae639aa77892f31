//! What an edit bears upon: its place, and the part of a document that shows what it does.

use bindery_codegen::Operation;
use bindery_contract::{
    Document, Pointer,
    patch::{Edit, excerpts},
};
use serde_json::Value;

const HOUSE: &str = "openapi: 3.0.3
paths:
  /cats:
    parameters: [{$ref: '#/components/parameters/Page'}]
    get: {responses: {'200': {description: Cats., content: {application/json: {schema: {$ref: '#/components/schemas/Cats'}}}}}}
    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}, responses: {}}
  /dogs: {get: {responses: {'200': {$ref: '#/components/responses/Dog'}}}}
  /pets: {get: {responses: {'200': {description: Pets., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
components:
  parameters:
    Page: {name: page, in: query, schema: {type: integer}}
  responses:
    Dog: {description: A dog., content: {application/json: {schema: {$ref: '#/components/schemas/Dog'}}}}
  schemas:
    Cat: {type: object, properties: {name: {type: string}}}
    Cats: {type: array, items: {$ref: '#/components/schemas/Cat'}}
    Dog: {type: object, properties: {name: {type: string}}}
    Pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
    Fish: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {fins: {type: integer}}}]}
  securitySchemes:
    Key: {type: apiKey, in: header, name: key}
";

/// The place of an edit, and the operations and schemas that show what it does.
#[test]
#[rustfmt::skip] // One case, one line.
fn an_excerpt_holds_what_an_edit_bears_upon_and_nothing_else() {
    let cases = [
        ("/components/schemas/Cat/properties/name", "GET /cats, POST /cats", "Cat, Cats", "a schema that two operations reach"),
        ("/components/schemas/Cats", "GET /cats", "Cat, Cats", "one that one does, and what it needs"),
        ("/components/schemas/Dog/properties", "GET /dogs", "Dog", "one behind a shared response"),
        ("/components/schemas/Fish/allOf/1/properties/fins", "GET /pets", "Fish, Pet", "an heir, which only its base leads to"),
        ("/components/parameters/Page/schema", "GET /cats, POST /cats", "Cat, Cats", "a parameter of a whole path"),
        ("/paths/~1dogs/get/responses", "GET /dogs", "Dog", "a part of an operation"),
        ("/paths/~1birds", "GET /cats, POST /cats, GET /dogs, GET /pets", "Cat, Cats, Dog, Fish, Pet", "all where no operation shows it"),
    ];
    let document = Document::parse("house.yaml", HOUSE).expect("the document is good");
    for (place, operations, schemas, because) in cases {
        let edits = vec![Edit::Remove { at: Pointer::from(place) }];
        let [before, after] = excerpts([&document, &document], &edits);
        assert_eq!(before.value(), after.value(), "{because}");
        let titles: Vec<String> = before.operations().iter().map(Operation::title).collect();
        assert_eq!(titles.join(", "), operations, "{because}");
        let kept = before.get("/components/schemas").and_then(Value::as_object);
        let kept: Vec<&str> = kept.into_iter().flat_map(|kept| kept.keys()).map(String::as_str).collect();
        assert_eq!(kept.join(", "), schemas, "{because}");
        assert!(before.get("/components/securitySchemes/Key").is_some(), "{because}");
    }
}
