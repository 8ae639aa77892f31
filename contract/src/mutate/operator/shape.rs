//! Operators on types, unions and answers.

use bindery_codegen::{Document, Operation};
use serde_json::{Value, json};

use super::{Change, Edit, Site, Touches};
use crate::{
    label::subject,
    reach::admitted,
    walk::{UNIONS, parts},
};

pub(super) fn other_type(site: &Site<'_>) -> Vec<Change> {
    let Some(claimed) = site.schema.get("type") else {
        return Vec::new();
    };
    let (name, value) = match claimed {
        Value::String(name) => (name.as_str(), Value::from(other(name))),
        Value::Array(names) => {
            let is_null = |name: &&Value| **name == "null";
            let [name] = names
                .iter()
                .filter(|name| !is_null(name))
                .collect::<Vec<_>>()[..]
            else {
                return Vec::new();
            };
            let name = name.as_str().unwrap_or_default();
            let null = names.iter().find(is_null).cloned();
            let others = std::iter::once(Value::from(other(name))).chain(null);
            (name, others.collect())
        }
        _ => return Vec::new(),
    };
    if name == "null" {
        return Vec::new();
    }
    let says = format!("`type: {name}` becomes `{}`", other(name));
    let needs = format!("{} has a value", subject(site.at));
    vec![site.keyword("type", value, says, needs)]
}

/// A type of which no value is of the given one, nor any text of a parameter read as both.
fn other(name: &str) -> &'static str {
    match name {
        "string" | "boolean" => "integer",
        _ => "boolean",
    }
}

pub(super) fn branch(site: &Site<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for keyword in UNIONS {
        let branches = parts(site.schema, site.at, keyword);
        for (index, branch) in branches.iter().enumerate() {
            if keyword == "anyOf" && admitted(site.document, branch, &branches) {
                continue;
            }
            let number = index + 1;
            changes.push(Change {
                claim: branch.clone(),
                says: format!("branch {number} of `{keyword}` is dropped"),
                needs: format!(
                    "{} fits branch {number} of `{keyword}` and no other",
                    subject(site.at)
                ),
                // In its place stands what no value fits, so that the others keep theirs.
                edits: vec![Edit {
                    at: branch.clone(),
                    value: Some(json!({ "not": {} })),
                }],
                touches: Touches::Union(site.at.clone()),
            });
        }
    }
    changes
}

pub(super) fn status(_: &Document, operation: &Operation<'_>) -> Vec<Change> {
    let answers = operation.value.get("responses").and_then(Value::as_object);
    let keys = answers.into_iter().flat_map(|answers| answers.keys());
    let change = |key: &String| {
        let at = operation.pointer.join("responses").join(key);
        Change {
            claim: at.clone(),
            says: format!("the answer `{key}` is dropped"),
            needs: format!("the answer is `{key}`"),
            edits: vec![Edit { at, value: None }],
            touches: Touches::Status(key.clone()),
        }
    };
    keys.filter(|key| !key.starts_with("x-"))
        .map(change)
        .collect()
}
