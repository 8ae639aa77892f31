//! `server-https`: credentials travel with each request.

use bindery_codegen::Pointer;

use super::{Breach, Survey, survey::Role};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let help = "write the URL of the provider's server, with https";
    let mut breaches = Vec::new();
    if survey.of(Role::Server).next().is_none() {
        let at = Pointer::from("/servers");
        breaches.push(Breach::new(&at, "the document names no server", help));
    }
    for server in survey.of(Role::Server) {
        if !server
            .text("url")
            .is_some_and(|url| url.starts_with("https://"))
        {
            let at = server.at.join("url");
            breaches.push(Breach::new(&at, "a server URL that is not https", help));
        }
    }
    breaches
}
