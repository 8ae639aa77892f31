//! Where a report may be written: not over what it is made of.

use std::{
    fs,
    path::{Path, PathBuf},
};

use bindery_contract::Document;

use super::{Arguments, accepted};
use crate::exit::Refusal;

/// Refuses a file for the report that is one of those that are read.
pub(super) fn spare(
    arguments: &Arguments,
    output: &Path,
    documents: &[Document],
) -> Result<(), Refusal> {
    // What is not there cannot be overwritten.
    let Ok(real) = fs::canonicalize(output) else {
        return Ok(());
    };
    let inputs = inputs(arguments, documents)?;
    let mut inputs = inputs
        .iter()
        .filter_map(|input| fs::canonicalize(input).ok());
    if inputs.any(|input| input == real) {
        return Err(Refusal::new(
            format!("`{}` is read, and would be overwritten", output.display()),
            "name another file with `--output FILE`",
        ));
    }
    Ok(())
}

/// Every file that is read.
fn inputs(arguments: &Arguments, documents: &[Document]) -> Result<Vec<PathBuf>, Refusal> {
    let mut files = Vec::new();
    for document in documents {
        files.extend(document.files().map(|file| PathBuf::from(file.name())));
        files.push(accepted::beside(document.name()));
        files.extend(arguments.subject.recorded(document)?);
    }
    files.extend(arguments.ignore.clone());
    files.extend(arguments.baseline.clone());
    Ok(files)
}
