//! `example-fits`: an example is the first thing a reader copies.

use bindery_codegen::Pointer;
use serde_json::Value;

use super::{
    Breach, Survey,
    survey::{Node, Role},
};
use crate::{
    Mode,
    schema::{self, Allowances, Direction},
};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let examples = examples(survey);
    let uses = examples.iter().map(|example| example.used.clone());
    let schemas = schema::compile(survey.document, Mode::default(), uses);
    let mut breaches = Vec::new();
    for Example { at, value, used } in &examples {
        let faults = schemas.judge(survey.document, used, value, &Allowances::default());
        for fault in faults.unwrap_or_default() {
            let line = survey.document.position(fault.site.as_str()).line;
            let key = at.last().unwrap_or_default();
            breaches.push(Breach::new(
                // The pointer below the example is that of the value at fault.
                &Pointer::from(format!("{at}{}", fault.at).as_str()),
                format!("the `{key}` does not fit its schema: {}", fault.message),
                format!("correct the example, or the claim in line {line}"),
            ));
        }
    }
    breaches
}

/// A value that a document gives for one of its schemas.
struct Example<'d> {
    at: Pointer,
    value: &'d Value,
    used: (Direction, Pointer),
}

fn examples<'d>(survey: &Survey<'d>) -> Vec<Example<'d>> {
    let mut examples = Vec::new();
    for node in survey
        .nodes
        .iter()
        .filter(|node| node.reference().is_none())
    {
        let schema = match node.role {
            Role::Schema => node.at.clone(),
            Role::Media | Role::Parameter | Role::Header => node.at.join("schema"),
            _ => continue,
        };
        if survey.document.get(schema.as_str()).is_none() {
            continue;
        }
        let used = (direction(node), schema);
        for key in ["example", "default"] {
            if let Some(value) = node.value.get(key) {
                let at = node.at.join(key);
                examples.push(Example {
                    at,
                    value,
                    used: used.clone(),
                });
            }
        }
        let named = node.value.get("examples").and_then(Value::as_object);
        for name in named.into_iter().flat_map(|named| named.keys()) {
            let listed = node.at.join("examples").join(name);
            if let Some((at, example)) = survey.document.resolve(listed.as_str())
                && let Some(value) = example.get("value")
            {
                let at = at.join("value");
                examples.push(Example {
                    at,
                    value,
                    used: used.clone(),
                });
            }
        }
    }
    examples
}

/// Which way the example of a part travels.
fn direction(node: &Node<'_>) -> Direction {
    match (node.role, node.parent) {
        (Role::Media, Role::RequestBody) => Direction::Request,
        (Role::Media, Role::Response) => Direction::Response,
        _ => Direction::Either,
    }
}
