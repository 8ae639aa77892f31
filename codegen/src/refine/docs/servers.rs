//! What is said of the servers.

use crate::{
    plan::{Server, Variable},
    refine::docs,
};

/// Each server by its URL, with what may be chosen of it.
pub(in crate::refine) fn of(servers: &[Server]) -> String {
    let listed = servers.iter().map(|server| {
        let mut about = docs::about(&docs::code(&server.url), &server.docs);
        if server.url.starts_with('/') {
            about.push_str("\n\nA path on the provider's host: give the client the whole URL.");
        }
        if server.variables.is_empty() {
            return about;
        }
        let named = format!("Variables of {}:", docs::code(&server.template));
        let variables = docs::list(server.variables.iter().map(variable));
        format!("{about}\n\n{named}\n{variables}")
    });
    let about = "The servers that the document names.";
    match docs::list(listed) {
        listed if listed.is_empty() => about.to_owned(),
        listed => format!("{about}\n\n{listed}"),
    }
}

fn variable(variable: &Variable) -> String {
    let spelled = |value| docs::code(&docs::spelled(value));
    let values = variable.values.iter().map(spelled).collect::<Vec<_>>();
    let values = match values.as_slice() {
        [] => String::new(),
        values => format!("One of {}.", values.join(", ")),
    };
    let default = variable.default.as_ref().map(docs::default);
    let said = docs::joined([&variable.docs, &values, &default.unwrap_or_default()]);
    docs::about(&docs::code(&variable.name), &said)
}
