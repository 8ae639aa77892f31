//! `lint`: documents against the authoring rules.

use std::path::PathBuf;

use bindery_contract::render;

use crate::{
    exit::{self, Found, Refusal},
    subject,
};

/// Holds documents against the authoring rules, without any recording.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// OpenAPI documents, YAML or JSON; without any, those of the folder `specs`.
    files: Vec<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let files = match arguments.files.as_slice() {
        [] => subject::documents()?,
        files => files.to_vec(),
    };
    let mut findings = Vec::new();
    for document in subject::load(&files)? {
        findings.extend(bindery_contract::lint(&document));
    }
    Ok(Found {
        text: render::lint(&findings, files.len(), exit::style()),
        failed: !findings.is_empty(),
    })
}
