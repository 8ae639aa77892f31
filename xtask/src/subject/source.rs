//! Where documents and recordings are, unless the arguments name some.

use std::{
    fs,
    path::{Path, PathBuf},
};

use bindery_contract::Document;

use crate::exit::Refusal;

/// Where documents are.
const SPECS: &str = "specs";
/// Where recordings are: below it, a folder for each document.
const RECORDINGS: &str = "tests/recordings";

/// The documents of the folder `specs`, sorted.
pub(crate) fn documents() -> Result<Vec<PathBuf>, Refusal> {
    let help = "run it where `specs` is, or name the documents";
    let entries = fs::read_dir(SPECS)
        .map_err(|error| Refusal::new(format!("cannot read `{SPECS}`: {error}"), help))?;
    let is_document = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let ignores = stem.is_some_and(|stem| stem.ends_with(".ignore"));
        matches!(ending, Some("yaml" | "yml" | "json")) && !ignores
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut documents: Vec<PathBuf> = paths.filter(is_document).collect();
    documents.sort();
    if documents.is_empty() {
        return Err(Refusal::new(format!("`{SPECS}` holds no document"), help));
    }
    Ok(documents)
}

/// All documents, or every reason why one is none.
pub(crate) fn load(files: &[PathBuf]) -> Result<Vec<Document>, Refusal> {
    let (mut documents, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        match bindery_contract::load(file) {
            Ok(document) => documents.push(document),
            Err(error) => faults.push(Refusal::from(error).to_string()),
        }
    }
    if faults.is_empty() {
        Ok(documents)
    } else {
        Err(Refusal(faults.join("\n")))
    }
}

/// The folder of what was recorded for a document; none where nothing was.
pub(super) fn recorded(spec: &Path) -> Option<PathBuf> {
    // A document may be written before anything is recorded: nothing is witnessed then.
    Some(folder(spec)).filter(|folder| folder.is_dir())
}

/// Where what is recorded for a document has its place.
pub(super) fn folder(spec: &Path) -> PathBuf {
    Path::new(RECORDINGS).join(spec.file_stem().unwrap_or_default())
}
