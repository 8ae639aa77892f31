//! `path-parameter`: where template and declarations disagree, the URL cannot be built.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for operation in survey.document.operations() {
        let wanted = placeholders(operation.path);
        let mut declared = BTreeSet::new();
        for owner in [&operation.pointer, &operation.item] {
            for (listed, _, parameter) in survey.document.parameters(owner) {
                if parameter.get("in").is_none_or(|place| place != "path") {
                    continue;
                }
                let name = parameter
                    .get("name")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                if parameter.get("required") != Some(&Value::Bool(true)) {
                    breaches.push(Breach::new(
                        &listed,
                        format!("the path parameter `{name}` is not required"),
                        "add `required: true`",
                    ));
                }
                if !wanted.contains(name) {
                    breaches.push(Breach::new(
                        &listed,
                        format!("`{}` has no `{{{name}}}`", operation.path),
                        "correct the parameter's name or the path",
                    ));
                }
                declared.insert(name);
            }
        }
        for name in wanted.iter().filter(|name| !declared.contains(*name)) {
            breaches.push(Breach::new(
                &operation.pointer,
                format!("`{{{name}}}` of `{}` is not declared", operation.path),
                format!("add a parameter `{name}` with `in: path` and `required: true`"),
            ));
        }
    }
    // A parameter of a path item is met once with each of its operations.
    breaches.sort_by(|a, b| (&a.at, &a.message).cmp(&(&b.at, &b.message)));
    breaches.dedup_by(|a, b| a.at == b.at && a.message == b.message);
    breaches
}

fn placeholders(template: &str) -> BTreeSet<&str> {
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}
