//! The path template and the `operationId` of an operation that a document does not have yet.

use bindery_codegen::Document;
use serde_json::{Map, Value};

use crate::matching::is_identifier;

/// The template for a path as recorded, whose identifiers may be written `{}`: that of a path
/// item it fits, else itself with a parameter for each segment that looks like an identifier.
pub(super) fn template(document: &Document, path: &str) -> String {
    let path = below_server(document, path);
    let known = document.get("/paths").and_then(Value::as_object);
    let mut known = known.into_iter().flat_map(Map::keys);
    if let Some(template) = known.find(|template| fits(template, path)) {
        return template.clone();
    }
    let mut count = 0;
    let parts = segments(path).map(|segment| {
        // Either the mark that a finding has for one, or one as it was sent.
        if segment != "{}" && !is_identifier(segment) {
            return segment.to_owned();
        }
        count += 1;
        match count {
            1 => "{id}".to_owned(),
            count => format!("{{id{count}}}"),
        }
    });
    format!("/{}", parts.collect::<Vec<_>>().join("/"))
}

/// The names of a template's parameters.
pub(super) fn names(template: &str) -> impl Iterator<Item = &str> {
    let parts = template.split('{').skip(1);
    parts.filter_map(|part| Some(part.split_once('}')?.0))
}

/// An `operationId`: `getUsersById`.
pub(super) fn id(method: &str, template: &str) -> String {
    let mut id = method.to_owned();
    for part in segments(template) {
        if part.starts_with('{') {
            id += "By";
        }
        for word in part.split(|c: char| !c.is_ascii_alphanumeric()) {
            let mut letters = word.chars();
            id.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            id += letters.as_str();
        }
    }
    id
}

/// The path without the base path of a server.
fn below_server<'p>(document: &Document, path: &'p str) -> &'p str {
    let servers = document.get("/servers").and_then(Value::as_array);
    let mut bases: Vec<&str> = servers
        .into_iter()
        .flatten()
        .filter_map(|server| server.get("url")?.as_str())
        .map(|url| {
            let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
            rest.find('/').map_or("", |at| &rest[at..])
        })
        .map(|base| base.trim_end_matches('/'))
        .collect();
    bases.sort_by_key(|base| std::cmp::Reverse(base.len()));
    let mut below = bases.iter().filter_map(|base| path.strip_prefix(base));
    below.find(|rest| rest.starts_with('/')).unwrap_or(path)
}

fn fits(template: &str, path: &str) -> bool {
    let (wanted, given): (Vec<_>, Vec<_>) =
        (segments(template).collect(), segments(path).collect());
    let fits = |(wanted, given): (&&str, &&str)| wanted.contains('{') || wanted == given;
    wanted.len() == given.len() && wanted.iter().zip(&given).all(fits)
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}
