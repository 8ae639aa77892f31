//! `description`: descriptions become the documentation of the client, and a thing that nobody
//! described was not understood.

use super::{
    Breach, Survey,
    survey::{Node, Role},
};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for node in survey
        .nodes
        .iter()
        .filter(|node| node.reference().is_none())
    {
        let Some(what) = described(node) else {
            continue;
        };
        let keys = if node.role == Role::Operation {
            &["summary", "description"][..]
        } else {
            &["description"]
        };
        for key in keys {
            if node.text(key).is_none_or(|text| text.trim().is_empty()) {
                breaches.push(Breach::new(
                    &node.at,
                    format!("{what} has no `{key}`"),
                    format!("say in `{key}` what it is, from the provider's page"),
                ));
            }
        }
    }
    breaches
}

/// What a part is called, if it has to be described.
fn described(node: &Node<'_>) -> Option<String> {
    let last = node.at.last().unwrap_or_default();
    let noun = match node.role {
        Role::Info => return Some("`info`".to_owned()),
        Role::Operation => return Some(format!("the operation `{}`", node.name())),
        Role::Parameter => {
            return Some(format!(
                "the parameter `{}`",
                node.text("name").unwrap_or(&last)
            ));
        }
        Role::RequestBody => return Some("the request body".to_owned()),
        Role::Response => "response",
        // The schema of a parameter is described by the parameter.
        Role::Schema if matches!(node.parent, Role::Parameter | Role::Header) => return None,
        Role::Schema => "schema",
        _ => return None,
    };
    Some(format!("the {noun} `{last}`"))
}
