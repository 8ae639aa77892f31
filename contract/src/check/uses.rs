//! Which schemas of a document judge something that is sent or answered.

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::Value;

use super::{
    headers,
    parameters::{self, Parameter},
};
use crate::schema::Direction;

/// Every schema that an operation has for a body, a parameter or a header, with its direction.
pub(crate) fn of(document: &Document, operations: &[Operation<'_>]) -> Vec<(Direction, Pointer)> {
    let parameters = operations.iter();
    let parameters = parameters.map(|operation| parameters::of(document, operation));
    with_parameters(document, operations, &parameters.collect::<Vec<_>>())
}

/// As [`of`], of operations whose parameters are known, in their order.
pub(super) fn with_parameters(
    document: &Document,
    operations: &[Operation<'_>],
    parameters: &[Vec<Parameter>],
) -> Vec<(Direction, Pointer)> {
    let mut uses = Vec::new();
    for (operation, parameters) in operations.iter().zip(parameters) {
        for claim in parameters.iter().filter_map(|known| known.claim.as_ref()) {
            uses.push((Direction::Request, claim.schema.clone()));
        }
        let body = operation.pointer.join("requestBody");
        contents(document, &body, Direction::Request, &mut uses);
        let responses = operation.value.get("responses").and_then(Value::as_object);
        for status in responses.into_iter().flat_map(|responses| responses.keys()) {
            let response = operation.pointer.join("responses").join(status);
            contents(document, &response, Direction::Response, &mut uses);
            for header in headers::of(document, &response) {
                let schema = header.claim.map(|claim| claim.schema);
                uses.extend(schema.map(|schema| (Direction::Response, schema)));
            }
        }
    }
    uses
}

fn contents(
    document: &Document,
    owner: &Pointer,
    direction: Direction,
    uses: &mut Vec<(Direction, Pointer)>,
) {
    let Some((owner, value)) = document.resolve(owner.as_str()) else {
        return;
    };
    let content = value.get("content").and_then(Value::as_object);
    for (media_type, media) in content.into_iter().flatten() {
        if media.get("schema").is_some() {
            let schema = owner.join("content").join(media_type).join("schema");
            uses.push((direction, schema));
        }
    }
}
