//! Where a document is served: its own servers, and those that it has for some operations alone.

use serde_json::{Map, Value};

use super::super::{descriptions, schema::text};
use crate::{
    Document, Operation, Pointer,
    note::Notes,
    plan::{Server, Variable},
};

/// The servers of the document.
pub(super) fn of_document(document: &Document, notes: &mut Notes<'_>) -> Vec<Server> {
    listed(document, &Pointer::from("/servers"), notes)
}

/// The URLs of the servers that an operation, or else its path item, has for itself; none where
/// they are those of the document. They join those that are `known`.
pub(super) fn of_operation(
    document: &Document,
    operation: &Operation<'_>,
    known: &mut Vec<Server>,
    notes: &mut Notes<'_>,
) -> Vec<String> {
    let owners = [&operation.pointer, &operation.item];
    let places = owners.map(|owner| owner.join("servers"));
    let is_filled = |at: &&Pointer| {
        let list = document.get(at.as_str()).and_then(Value::as_array);
        list.is_some_and(|list| !list.is_empty())
    };
    let Some(at) = places.iter().find(is_filled) else {
        return Vec::new();
    };
    let usual = document.get("/servers").and_then(Value::as_array);
    let authored = document.get(at.as_str()).and_then(Value::as_array);
    if usual.map(|list| bare(list)) == authored.map(|list| bare(list)) {
        return Vec::new();
    }
    let own = listed(document, at, notes);
    let urls: Vec<String> = own.iter().map(|server| server.url.clone()).collect();
    if let Some(first) = urls.first() {
        let title = operation.title();
        let message = format!(
            "`servers` of its own: `{title}` is called at `{first}` where the base URL is a documented one"
        );
        let help = "give the builder another in its place by `server`";
        notes.rewritten(at, message, help);
    }
    for mut server in own {
        if known.iter().all(|known| known.url != server.url) {
            if server.docs.is_empty() {
                "For some operations alone.".clone_into(&mut server.docs);
            }
            known.push(server);
        }
    }
    urls
}

/// The URLs without what makes no difference: a slash at the end, and `http` for `https`.
fn bare(servers: &[Value]) -> Vec<&str> {
    let urls = servers.iter().map(|server| {
        let url = text(server, "url").unwrap_or_default();
        let url = url
            .strip_prefix("http:")
            .or(url.strip_prefix("https:"))
            .unwrap_or(url);
        url.trim_end_matches('/')
    });
    urls.collect()
}

fn listed(document: &Document, at: &Pointer, notes: &mut Notes<'_>) -> Vec<Server> {
    let servers = document.get(at.as_str()).and_then(Value::as_array);
    let servers = servers.into_iter().flatten().enumerate();
    let with_url = servers.filter_map(|(index, server)| {
        let url = filled(server, &at.join(index), notes)?;
        Some(Server {
            url,
            template: text(server, "url")?.trim().to_owned(),
            docs: descriptions::of(server),
            variables: variables(server).map(variable).collect(),
        })
    });
    with_url.collect()
}

fn variables(server: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let variables = server.get("variables").and_then(Value::as_object);
    variables.into_iter().flat_map(Map::iter)
}

fn variable((name, variable): (&String, &Value)) -> Variable {
    let values = variable.get("enum").and_then(Value::as_array);
    Variable {
        name: name.clone(),
        docs: descriptions::of(variable),
        values: values.cloned().unwrap_or_default(),
        default: variable.get("default").cloned(),
    }
}

/// The URL of a server with the defaults of its variables, and a scheme where it has a host.
fn filled(server: &Value, at: &Pointer, notes: &mut Notes<'_>) -> Option<String> {
    let authored = text(server, "url")?;
    let mut url = authored.trim().to_owned();
    for (name, variable) in variables(server) {
        // Without one, whoever calls has to say what it is.
        let Some(usual) = variable.get("default") else {
            continue;
        };
        let usual = usual
            .as_str()
            .map_or_else(|| usual.to_string(), str::to_owned);
        url = url.replace(&format!("{{{name}}}"), &usual);
    }
    if url != authored.trim() {
        let message = format!("the variables of a server have their defaults: `{url}`");
        notes.rewritten(
            &at.join("variables"),
            message,
            "give the builder another URL",
        );
    }
    if url.starts_with("//") {
        url.insert_str(0, "https:");
        let message = format!("a server without a scheme: read as `{url}`");
        notes.rewritten(&at.join("url"), message, "begin it with `https://`");
    }
    Some(url)
}
