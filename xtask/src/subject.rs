//! The documents and recordings that a subcommand looks at.

use std::path::{Path, PathBuf};

use bindery_contract::{Document, Recording};

use crate::{
    exit::Refusal,
    validate::{documents, load, recorded},
};

/// Which documents, and which recordings of each.
#[derive(Debug, clap::Args)]
pub(crate) struct Subject {
    /// An OpenAPI document; without any, those of the folder `specs`.
    #[arg(long = "spec", value_name = "FILE")]
    specs: Vec<PathBuf>,
    /// A recording or a folder of them; without any, `tests/recordings/<name of the document>`.
    #[arg(long, value_name = "PATH")]
    recordings: Vec<PathBuf>,
}

impl Subject {
    /// The documents, each with its recordings.
    pub(crate) fn load(&self) -> Result<Vec<(Document, Vec<Recording>)>, Refusal> {
        let specs = match self.specs.as_slice() {
            [] => documents()?,
            specs => specs.to_vec(),
        };
        if specs.len() != 1 && !self.recordings.is_empty() {
            return Err(Refusal::new(
                format!("`--recordings` with {} documents", specs.len()),
                "name the one document they belong to with `--spec FILE`",
            ));
        }
        let documents = load(&specs)?.into_iter().zip(&specs);
        documents
            .map(|(document, path)| Ok((document, self.recordings(path)?)))
            .collect()
    }

    fn recordings(&self, spec: &Path) -> Result<Vec<Recording>, Refusal> {
        let paths = match self.recordings.as_slice() {
            [] => Vec::from_iter(recorded(spec)),
            named => named.to_vec(),
        };
        let mut recordings = Vec::new();
        for path in paths {
            recordings.extend(Recording::load_all(path)?);
        }
        Ok(recordings)
    }
}
