//! Which documents are read at all.

use serde_json::Value;

use crate::{Diagnostic, Document};

/// Refuses what is not an OpenAPI 3.0 document.
pub(super) fn check(document: &Document) -> Result<(), Diagnostic> {
    let root = document.value();
    if root.get("swagger").is_some() {
        return Err(document
            .diagnostic("/swagger", "Swagger 2.0 is not OpenAPI 3.0")
            .help("convert the document, for example with `npx swagger2openapi`"));
    }
    match root.get("openapi").and_then(Value::as_str) {
        Some(version) if version.starts_with("3.0.") || version == "3.0" => {}
        Some(version) => {
            return Err(document
                .diagnostic("/openapi", format!("OpenAPI `{version}` is not read"))
                .help("write the document in OpenAPI 3.0.3"));
        }
        None => {
            return Err(document
                .diagnostic("", "not an OpenAPI document: `openapi` is missing")
                .help("begin with `openapi: 3.0.3`"));
        }
    }
    if !root.get("paths").is_some_and(Value::is_object) {
        return Err(document
            .diagnostic("/paths", "`paths` is missing or not a mapping")
            .help("add `paths:` with the operations below it"));
    }
    Ok(())
}
