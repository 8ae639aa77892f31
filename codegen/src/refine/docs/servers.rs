//! What is said of the servers.

use crate::{plan::Server, refine::docs};

/// Each server, by its URL.
pub(in crate::refine) fn of(servers: &[Server]) -> String {
    let listed = servers
        .iter()
        .map(|server| docs::about(&docs::code(&server.url), &server.docs));
    let about = "The servers that the document names.";
    match docs::list(listed) {
        listed if listed.is_empty() => about.to_owned(),
        listed => format!("{about}\n\n{listed}"),
    }
}
