//! Reads a file as an OpenAPI document, or says why it is none.

use std::path::Path;

use bindery_codegen::{Document, Error};

/// Reads an OpenAPI 3 document from a file.
///
/// # Errors
/// When the file cannot be read, is neither YAML nor JSON, or does not say `openapi: 3.…`.
pub fn load(path: impl AsRef<Path>) -> Result<Document, Error> {
    let document = Document::load(path)?;
    let fault = match document.version() {
        Some(version) if version.starts_with("3.") => return Ok(document),
        Some(version) => format!("`openapi: {version}` is not version 3"),
        None if document.get("/openapi").is_some() => "`openapi` is not a text".to_owned(),
        None => "not an OpenAPI document: it has no `openapi`".to_owned(),
    };
    Err(document
        .diagnostic("/openapi", fault)
        .help("begin with `openapi: 3.0.3`")
        .into())
}
