//! `unused-component`: a leftover is a claim that nothing can check.

use std::collections::BTreeSet;

use bindery_codegen::Pointer;
use serde_json::Value;

use super::{Breach, Survey, survey::Role};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let components = Pointer::from("/components");
    let mut used: BTreeSet<Pointer> = BTreeSet::new();
    // What stands outside of `components` is in use; what it refers to is, and so on.
    let mut queue: Vec<Pointer> = survey
        .nodes
        .iter()
        .filter(|node| node.component().is_none())
        .flat_map(|node| references(node.value))
        .collect();
    while let Some(component) = queue.pop() {
        if used.insert(component.clone()) {
            let inside = survey
                .nodes
                .iter()
                .filter(|node| node.component().as_ref() == Some(&component));
            queue.extend(inside.flat_map(|node| references(node.value)));
        }
    }
    let declared = survey.nodes.iter().filter(|node| {
        let group = node.at.parent().and_then(|group| group.parent());
        node.parent == Role::Components && group.as_ref() == Some(&components)
    });
    declared
        .filter(|node| !used.contains(&node.at))
        .map(|node| {
            let name = node.at.last().unwrap_or_default();
            Breach::new(
                &node.at,
                format!("nothing refers to `{name}`"),
                "remove it, or refer to it",
            )
        })
        .collect()
}

impl super::survey::Node<'_> {
    /// The component that the part is, or stands in.
    fn component(&self) -> Option<Pointer> {
        let mut tokens = self.at.tokens();
        let inside = tokens.next().is_some_and(|first| first == "components");
        let (group, name) = (tokens.next()?, tokens.next()?);
        inside.then(|| Pointer::from("/components").join(group).join(name))
    }
}

/// The components that a part names itself: by `$ref`, as a security scheme, in a discriminator.
fn references(value: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut add = |reference: &str| {
        let pointer = Pointer::from_reference(reference);
        let pointer = pointer.map(|pointer| {
            // A reference into a component refers to the component.
            let tokens: Vec<String> = pointer
                .tokens()
                .take(3)
                .map(std::borrow::Cow::into_owned)
                .collect();
            tokens
                .iter()
                .fold(Pointer::default(), |at, token| at.join(token))
        });
        found.extend(pointer);
    };
    if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
        add(reference);
    }
    for requirement in value
        .get("security")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        for name in requirement
            .as_object()
            .into_iter()
            .flat_map(|schemes| schemes.keys())
        {
            add(&format!("#/components/securitySchemes/{name}"));
        }
    }
    let mapping = value
        .pointer("/discriminator/mapping")
        .and_then(Value::as_object);
    for target in mapping
        .into_iter()
        .flat_map(|mapping| mapping.values())
        .filter_map(Value::as_str)
    {
        // A mapping holds references or bare names of schemas.
        if target.contains('/') {
            add(target);
        } else {
            add(&format!("#/components/schemas/{target}"));
        }
    }
    found
}
