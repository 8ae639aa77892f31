//! Which documents are read at all, and how those of OpenAPI 3.1 become what the other passes read.

mod claims;
mod dialect;

use std::borrow::Cow;

use serde_json::Value;

use crate::{Diagnostic, Document, Pointer, document::Part, note::Notes};

/// The document with its schemas in the dialect of OpenAPI 3.0, if they are in another. Whatever
/// has no counterpart there (conditions, dependencies, patterns of names) is no part of a type.
///
/// Schemas stay where they are, so that pointers into one document are pointers into the other.
pub(super) fn lower<'d>(document: &'d Document, notes: &mut Notes<'_>) -> Cow<'d, Document> {
    if !document.is_of("3.1") {
        return Cow::Borrowed(document);
    }
    let parts = document.structure().parts.into_iter();
    let schemas = parts.filter(|(part, _)| *part == Part::Schema);
    let schemas = schemas.map(|(_, at)| at);
    // There, `false` is no schema of a value, but says that there are no others.
    let is_none = |at: &Pointer| {
        at.last().is_some_and(|key| key == "unevaluatedProperties")
            && document.get(at.as_str()) == Some(&Value::Bool(false))
    };
    let mut schemas: Vec<Pointer> = schemas.filter(|at| !is_none(at)).collect();
    // What is deeper is lowered first, for a schema may move what is below it.
    schemas.sort_by_cached_key(|at| std::cmp::Reverse(at.tokens().count()));
    let mut value = document.value().clone();
    for at in schemas {
        if let Some(schema) = value.pointer_mut(at.as_str()) {
            if let Some(authored) = document.get(at.as_str()) {
                claims::note(authored, &at, notes);
            }
            dialect::lower(schema);
        }
    }
    Cow::Owned(document.lowered_to(value))
}

/// Refuses what is not an OpenAPI 3.0 or 3.1 document.
pub(super) fn check(document: &Document) -> Result<(), Diagnostic> {
    let root = document.value();
    if root.get("swagger").is_some() {
        return Err(document
            .diagnostic("/swagger", "Swagger 2.0 is not OpenAPI 3.0")
            .help("convert the document, for example with `npx swagger2openapi`"));
    }
    let version = document.version();
    match version.as_deref() {
        Some(_) if document.is_of("3.0") || document.is_of("3.1") => {}
        Some(version) => {
            return Err(document
                .diagnostic("/openapi", format!("OpenAPI `{version}` is not read"))
                .help("write the document in OpenAPI 3.0.3 or 3.1"));
        }
        None if root.get("openapi").is_some() => {
            return Err(document
                .diagnostic("/openapi", "`openapi` is no text")
                .help("write the version in quotes, with all three numbers: `\"3.0.3\"`"));
        }
        None => {
            return Err(document
                .diagnostic("", "not an OpenAPI document: `openapi` is missing")
                .help("begin with `openapi: 3.0.3`"));
        }
    }
    let others = ["components", "webhooks"];
    match root.get("paths") {
        Some(Value::Object(_)) => Ok(()),
        None | Some(Value::Null) if others.iter().any(|key| root.get(key).is_some()) => Ok(()),
        _ => Err(document
            .diagnostic("/paths", "`paths` is missing or not a mapping")
            .help("add `paths:` with the operations below it")),
    }
}
