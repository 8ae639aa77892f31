//! Which operation, response and media type of a document an exchange belongs to.

mod identifier;
mod media;
mod routes;
mod template;

use bindery_codegen::{Document, Operation, Pointer};

pub(crate) use self::{
    identifier::is_identifier,
    media::{essence, is_json, is_xml, media, parameter},
    routes::{Matched, Routes, Unmatched},
    template::decoded,
};

/// Where the response for a status stands: the exact status, its range, then `default`.
pub(crate) fn response(
    document: &Document,
    operation: &Operation<'_>,
    status: u16,
) -> Option<Pointer> {
    response_key(document, operation, status).map(|(at, _)| at)
}

/// Where the response for a status stands, and the key under which the operation lists it.
pub(crate) fn response_key(
    document: &Document,
    operation: &Operation<'_>,
    status: u16,
) -> Option<(Pointer, String)> {
    let responses = operation.value.get("responses")?.as_object()?;
    let class = status / 100;
    let wanted = [
        status.to_string(),
        format!("{class}XX"),
        format!("{class}xx"),
        "default".to_owned(),
    ];
    let key = wanted.into_iter().find(|key| responses.contains_key(key))?;
    let at = operation.pointer.join("responses").join(&key);
    document.resolve(at.as_str()).map(|(at, _)| (at, key))
}
