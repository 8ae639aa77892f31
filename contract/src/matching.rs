//! Which operation, response and media type of a document an exchange belongs to.

mod media;
mod routes;
mod template;

use bindery_codegen::{Document, Operation, Pointer};

pub(crate) use self::{
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
    let responses = operation.value.get("responses")?.as_object()?;
    let class = status / 100;
    let wanted = [
        status.to_string(),
        format!("{class}XX"),
        format!("{class}xx"),
        "default".to_owned(),
    ];
    let key = wanted.iter().find(|key| responses.contains_key(*key))?;
    let at = operation.pointer.join("responses").join(key);
    document.resolve(at.as_str()).map(|(at, _)| at)
}
