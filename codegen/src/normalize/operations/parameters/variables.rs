//! The variables of a path template and the parameters that fill them, one for the other.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    Operation, Pointer,
    normalize::Schema,
    note::Notes,
    plan::{Location, Parameter, Style},
};

/// Gives each variable its parameter, and drops path parameters without a variable.
pub(super) fn match_up(
    operation: &Operation<'_>,
    path: &str,
    parameters: &mut Vec<Parameter>,
    slots: &mut BTreeMap<String, Schema>,
    notes: &mut Notes<'_>,
) {
    let variables = variables(path);
    for variable in &variables {
        if in_path(parameters).any(|parameter| parameter.wire == *variable) {
            continue;
        }
        let stray = |parameter: &&mut Parameter| {
            parameter.location == Location::Path
                && !variables.contains(&parameter.wire.as_str())
                && plain(&parameter.wire) == plain(variable)
        };
        if let Some(parameter) = parameters.iter_mut().find(stray) {
            let message = format!(
                "the path has no `{{{}}}`: the parameter fills `{{{variable}}}`",
                parameter.wire
            );
            notes.rewritten(&operation.pointer, message, "spell both alike");
            (*variable).clone_into(&mut parameter.wire);
            continue;
        }
        let message = format!("`{{{variable}}}` of the path has no parameter: read as a text");
        let help = format!("add `{{name: {variable}, in: path, required: true, schema: …}}`");
        notes.rewritten(&operation.pointer, message, &help);
        let key = format!("v{}", parameters.len());
        slots.insert(
            key.clone(),
            Schema {
                pointer: operation.pointer.clone(),
                value: json!({ "type": "string" }),
            },
        );
        parameters.push(missing(variable, key, &operation.pointer));
    }
    parameters.retain(|parameter| {
        let fits =
            parameter.location != Location::Path || variables.contains(&parameter.wire.as_str());
        if !fits {
            let wire = &parameter.wire;
            let message =
                format!("the path has no `{{{wire}}}`: the parameter `{wire}` is left out");
            let help = "write it into the path, or drop the parameter";
            notes.lost(&operation.pointer, message, help);
            slots.remove(&parameter.key);
        }
        fits
    });
}

fn in_path(parameters: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    let path = |parameter: &&Parameter| parameter.location == Location::Path;
    parameters.iter().filter(path)
}

fn missing(variable: &str, key: String, at: &Pointer) -> Parameter {
    Parameter {
        wire: variable.to_owned(),
        pointer: at.clone(),
        key,
        location: Location::Path,
        required: true,
        nullable: false,
        style: Style::Simple { explode: false },
        description: String::new(),
        docs: String::new(),
        deprecated: false,
        default: None,
        rules: Vec::new(),
    }
}

/// A name without what is often spelled in other ways: `user_id`, `userId`.
fn plain(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// The names in the braces of a path template, each once.
fn variables(template: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in template.split('{').skip(1) {
        if let Some((name, _)) = piece.split_once('}')
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}
