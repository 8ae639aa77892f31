//! Event streams that are offered beside other answers: each is a call of its own, whose bytes are
//! handed over as they come.

use super::Model;
use crate::{
    names::Scope,
    plan::{Answer, Content, Operation},
};

const EVENTS: &str = "text/event-stream";

/// Adds the calls, each behind the one that it is a variant of.
pub(super) fn offer(model: &mut Model) {
    let mut methods = Scope::default();
    let mut types = Scope::default();
    for name in model.components.keys() {
        types.claim(name);
    }
    for operation in &model.plan.operations {
        methods.claim(&operation.name);
        let pages = operation.pagination.as_ref();
        pages.map(|pages| methods.claim(&pages.method));
        let own = [&operation.carrier].into_iter();
        let own = own.chain(&operation.answers).chain(&operation.bodies);
        for name in own {
            types.claim(name);
        }
    }
    for index in (0..model.plan.operations.len()).rev() {
        let operation = &model.plan.operations[index];
        if !operation.success.iter().any(|answer| answer.streamed) {
            continue;
        }
        let mut streamed = streamed(operation);
        streamed.name = methods.claim(&streamed.name);
        streamed.carrier = types.claim_type(&format!("{} stream carrier", operation.id));
        let mut slots = model.slots[index].clone();
        let answered = operation
            .success
            .iter()
            .filter_map(|answer| answer.key.as_ref());
        for key in answered {
            slots.remove(key);
        }
        model.plan.operations.insert(index + 1, streamed);
        model.slots.insert(index + 1, slots);
    }
}

/// The call of the same operation that asks for events.
fn streamed(operation: &Operation) -> Operation {
    let about = format!(
        "The events in place of the answer of [`Self::{}`].",
        operation.name
    );
    let docs = [operation.docs.clone(), about];
    let docs = docs.into_iter().filter(|part| !part.is_empty());
    let success = operation.success.iter().filter(|answer| answer.streamed);
    let success = success.map(|answer| Answer {
        key: None,
        content: Content::Stream,
        media_type: Some(EVENTS.to_owned()),
        ..answer.clone()
    });
    Operation {
        name: format!("{}_stream", operation.name),
        docs: docs.collect::<Vec<_>>().join("\n\n"),
        pagination: None,
        answers: None,
        success: success.take(1).collect(),
        ..operation.clone()
    }
}
