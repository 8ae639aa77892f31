//! Which schemas of a document judge something that is sent or answered.

use std::collections::BTreeSet;

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

/// The schemas that some operations use, and those that these refer to: each with all below it.
pub(super) fn reached<'d>(
    document: &Document,
    operations: impl Iterator<Item = &'d Operation<'d>>,
) -> BTreeSet<Pointer> {
    let used = operations.flat_map(|operation| of(document, std::slice::from_ref(operation)));
    let mut queue: Vec<Pointer> = used.map(|(_, schema)| schema).collect();
    let mut reached = BTreeSet::new();
    while let Some(at) = queue.pop() {
        if let Some(schema) = document.get(at.as_str())
            && reached.insert(at)
        {
            references(schema, &mut queue);
        }
    }
    reached
}

fn references(value: &Value, found: &mut Vec<Pointer>) {
    match value {
        Value::Object(members) => {
            let target = members.get("$ref").and_then(Value::as_str);
            found.extend(target.and_then(Pointer::from_reference));
            members
                .values()
                .for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
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
