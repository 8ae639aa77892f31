//! What is said of the credentials.

use crate::{
    plan::{Credential, Scheme},
    refine::docs,
};

/// Each of them, and how a client is given it.
pub(in crate::refine) fn of(credentials: &[Credential]) -> String {
    let mut listed: Vec<String> = credentials.iter().map(one).collect();
    listed.dedup();
    if listed.is_empty() {
        return String::new();
    }
    let about =
        "# Credentials\n\nThe builder of the runtime's client takes what the provider asks for:";
    format!("{about}\n\n{}", docs::list(listed))
}

fn one(credential: &Credential) -> String {
    let head = match &credential.kind {
        Scheme::Header(name) => format!("The header {}, by `header`", docs::code(name)),
        Scheme::Query(name) => format!("The key {} of the query, by `query_key`", docs::code(name)),
        Scheme::Cookie(name) => {
            format!(
                "The cookie {}, in the header `cookie` by `header`",
                docs::code(name)
            )
        }
        Scheme::Bearer => "A bearer token, by `bearer` or `token_provider`".to_owned(),
        Scheme::Authorization(scheme) => format!(
            "The header `authorization` in the scheme {}, by `header`",
            docs::code(scheme)
        ),
        Scheme::Certificate => "A certificate of its own, by `http_client`".to_owned(),
    };
    let scope = |(name, docs): &(String, String)| {
        docs::about(&format!("The scope {}", docs::code(name)), docs)
    };
    let urls = credential
        .urls
        .iter()
        .map(|(name, url)| format!("{}: {}", docs::code(name), docs::code(url)));
    let more = docs::list(urls.chain(credential.scopes.iter().map(scope)));
    let about = docs::about(&head, &credential.docs);
    if more.is_empty() {
        about
    } else {
        format!("{about}\n\n{more}")
    }
}
