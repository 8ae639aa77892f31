//! What a pass leaves at a schema for a later one: extensions that never leave normalization, and
//! mean nothing where a document has them.

use super::{Model, schema::walk};

/// At a union, the property that tells its branches apart.
pub(super) const TAG: &str = "x-tag";

/// At a branch, the values of the property that mean it.
pub(super) const VALUES: &str = "x-values";

/// At an enum, that other values may join it.
pub(super) const OPEN: &str = "x-open";

/// At an enum, that the branches of a union are told apart by it.
pub(super) const TELLING: &str = "x-telling";

/// At an enum, the names of its values, one for each.
pub(super) const NAMES: &str = "x-names";

/// At an enum, what its values mean, said of each.
pub(super) const DOCS: &str = "x-docs";

/// At an object, the names of its properties in their order.
pub(super) const ORDER: &str = "x-order";

/// At a schema that is made of parts, the title of one of them: a name, but no word on the whole.
pub(super) const CALLED: &str = "x-called";

const ALL: [&str; 8] = [TAG, VALUES, OPEN, TELLING, NAMES, DOCS, ORDER, CALLED];

/// Takes the document's own extensions of these names away.
pub(super) fn clear(model: &mut Model) {
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, _| {
            if let Some(entries) = schema.as_object_mut() {
                entries.retain(|key, _| !ALL.contains(&key.as_str()));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{Document, Settings, generate};

    fn client(extensions: &Value) -> String {
        let mut schema = json!({
            "type": "object",
            "properties": {
                "pet": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
                "kind": {"type": "string", "enum": ["cat"]},
            },
        });
        for place in [
            "",
            "/properties/pet",
            "/properties/pet/oneOf/0",
            "/properties/kind",
        ] {
            let entries = schema.pointer_mut(place).and_then(Value::as_object_mut);
            entries
                .expect("the place is an object")
                .extend(extensions.as_object().expect("a mapping").clone());
        }
        let document = json!({
            "openapi": "3.0.3",
            "info": {"title": "T", "version": "1"},
            "paths": {"/": {"post": {
                "operationId": "adopt",
                "requestBody": {"content": {"application/json": {"schema": schema}}},
                "responses": {"204": {"description": "Adopted."}},
            }}},
        });
        let document = Document::parse("t.json", document.to_string()).expect("a document");
        let client = generate(&document, &Settings::new()).expect("a client");
        client.source().to_owned()
    }

    #[test]
    fn what_a_document_calls_by_these_names_means_nothing() {
        let plain = client(&json!({}));
        for name in ALL {
            for value in [json!(true), json!("kind"), json!(["kind", "cat"])] {
                assert_eq!(client(&json!({ name: value })), plain, "{name}: {value}");
            }
        }
    }
}
