//! `known-extension`: a misspelt extension would be silently without effect.

use serde_json::Value;

use super::{
    Breach, Survey,
    survey::{Node, Role},
};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for node in &survey.nodes {
        let entries = node.value.as_object().into_iter().flatten();
        for (key, value) in entries.filter(|(key, _)| key.starts_with("x-")) {
            if let Some((message, help)) = fault(survey, node, key, value) {
                breaches.push(Breach::new(&node.at.join(key), message, help));
            }
        }
    }
    breaches
}

/// What is wrong with an extension, and the mend.
fn fault(
    survey: &Survey<'_>,
    node: &Node<'_>,
    key: &str,
    value: &Value,
) -> Option<(String, String)> {
    let (role, place, shape) = match key {
        // Its values are the business of the rule on evidence.
        "x-evidence" => return None,
        // The other files of the document, which its author did not write here.
        "x-files" if node.role == Role::Root && survey.document.paths().count() > 1 => return None,
        "x-idempotent" => (Role::Operation, "an operation", "`true`"),
        "x-exclusive" => (
            Role::Operation,
            "an operation",
            "a list of lists of names of query parameters",
        ),
        "x-pagination" => (
            Role::Operation,
            "an operation",
            "`style: cursor`, `items`, maybe `limit`, `after` and maybe `before`, each `{parameter, next}`",
        ),
        "x-request-id" => (Role::Root, "the root", "the name of a header"),
        "x-failure" => (Role::Response, "a response", "`true`"),
        "x-personal" => (Role::Schema, "a schema", "`true`"),
        "x-webhooks" => (
            Role::Root,
            "the root",
            "names of events, each with a path item",
        ),
        _ => {
            let help = "correct its name, or say it in `description`".to_owned();
            return Some((format!("the extension `{key}` is unknown"), help));
        }
    };
    if node.role != role {
        let message = format!("`{key}` has no effect here");
        return Some((message, format!("put it on {place}, or remove it")));
    }
    let fits = match key {
        "x-exclusive" => is_exclusive(survey, node, value),
        "x-pagination" => is_pagination(survey, node, value),
        "x-request-id" => value.as_str().is_some_and(|name| !name.is_empty()),
        "x-webhooks" => value
            .as_object()
            .is_some_and(|events| events.values().all(Value::is_object)),
        _ => value == &Value::Bool(true),
    };
    (!fits).then(|| {
        (
            format!("`{key}` has another shape"),
            format!("write {shape}"),
        )
    })
}

fn is_exclusive(survey: &Survey<'_>, node: &Node<'_>, value: &Value) -> bool {
    let known = query_parameters(survey, node);
    let is_group = |group: &Value| {
        let names = group.as_array();
        names.is_some_and(|names| {
            let known = |name: &Value| name.as_str().is_some_and(|name| known.contains(&name));
            names.len() > 1 && names.iter().all(known)
        })
    };
    value
        .as_array()
        .is_some_and(|groups| !groups.is_empty() && groups.iter().all(is_group))
}

fn is_pagination(survey: &Survey<'_>, node: &Node<'_>, value: &Value) -> bool {
    let known = query_parameters(survey, node);
    let Some(entries) = value.as_object() else {
        return false;
    };
    let is_chain = |chain: &Value| {
        let parameter = chain.get("parameter").and_then(Value::as_str);
        parameter.is_some_and(|name| known.contains(&name))
            && chain.get("next").is_some_and(Value::is_string)
    };
    entries.contains_key("after")
        && entries.iter().all(|(key, value)| match key.as_str() {
            "style" => value == "cursor",
            "items" => value.is_string(),
            "limit" => value.as_str().is_some_and(|name| known.contains(&name)),
            "after" | "before" => is_chain(value),
            _ => false,
        })
        && ["style", "items"]
            .iter()
            .all(|key| entries.contains_key(*key))
}

/// The names of an operation's query parameters, those of its path item included.
fn query_parameters<'d>(survey: &Survey<'d>, operation: &Node<'d>) -> Vec<&'d str> {
    let item = operation.at.parent().unwrap_or_default();
    let owners = [&operation.at, &item].into_iter();
    let listed = owners.flat_map(|owner| survey.document.parameters(owner));
    let query = listed.filter(|(_, _, parameter)| parameter["in"] == "query");
    query
        .filter_map(|(_, _, parameter)| parameter.get("name")?.as_str())
        .collect()
}
