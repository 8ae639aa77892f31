//! The documents and the exchanges that a subcommand looks at, and how it reads them.

mod progress;
mod source;

use std::{
    cell::RefCell,
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use bindery_contract::{Document, Entries, Mode, Options, Selection};
use clap::ValueEnum;

pub(crate) use self::{
    progress::Progress,
    source::{documents, load},
};
use crate::exit::{Refusal, tell};

/// Which documents, which exchanges, which operations, and how claims are read.
#[derive(Debug, clap::Args)]
pub(crate) struct Subject {
    /// An OpenAPI document; without any, those of the folder `specs`.
    #[arg(long = "spec", value_name = "FILE")]
    specs: Vec<PathBuf>,
    /// A recording, an HTTP archive (`.har`, or `.ndjson` with an entry on each line), or a
    /// folder of them; without any, `tests/recordings/<name of the document>`.
    #[arg(long, value_name = "PATH")]
    recordings: Vec<PathBuf>,
    /// What providers mean, or the letter of OpenAPI.
    #[arg(long, value_name = "MODE", default_value = "lenient")]
    mode: Reading,
    /// Only operations of this `operationId` or `METHOD /path/{template}`.
    #[arg(long = "operation", value_name = "ID")]
    operations: Vec<String>,
    /// Only operations whose path fits, such as `/users/**`.
    #[arg(long = "path", value_name = "GLOB")]
    paths: Vec<String>,
    /// What has been said of the recordings, which may be read several times.
    #[arg(skip)]
    told: RefCell<BTreeSet<String>>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Reading {
    Lenient,
    Strict,
}

impl Subject {
    /// The documents.
    pub(crate) fn documents(&self) -> Result<Vec<Document>, Refusal> {
        match self.specs.as_slice() {
            [] => load(&documents()?),
            specs => load(specs),
        }
    }

    /// The operations that are asked for.
    pub(crate) fn selection(&self) -> Selection {
        Selection {
            operations: self.operations.clone(),
            paths: self.paths.clone(),
        }
    }

    /// How claims are read.
    pub(crate) fn options(&self) -> Options {
        let mut options = Options::default();
        options.mode = match self.mode {
            Reading::Lenient => Mode::Lenient,
            Reading::Strict => Mode::Strict,
        };
        options
    }

    /// Whether the arguments name exchanges, which are those of all documents then.
    pub(crate) fn is_shared(&self) -> bool {
        !self.recordings.is_empty()
    }

    /// The exchanges that a document is held against; where there are none, stderr says so.
    pub(crate) fn entries(&self, document: &Document) -> Result<Progress, Refusal> {
        let entries = self.open(document)?;
        if !self.is_shared() && entries.files().next().is_none() {
            let folder = source::folder(Path::new(document.name()));
            self.tell(format!("warning: no recording at `{}`", folder.display()));
        }
        for path in entries.empty().iter().filter(|_| self.is_shared()) {
            self.tell(format!("warning: no recording at `{}`", path.display()));
        }
        let over = match entries.passed_over() {
            0 => return Ok(Progress::new(entries)),
            1 => "1 file is".to_owned(),
            more => format!("{more} files are"),
        };
        let endings = "ends with `.yaml`, `.yml`, `.har`, `.ndjson` or `.jsonl`";
        self.tell(format!("note: {over} passed over: a recording {endings}"));
        Ok(Progress::new(entries))
    }

    /// The files that hold these exchanges.
    pub(crate) fn recorded(&self, document: &Document) -> Result<Vec<PathBuf>, Refusal> {
        let entries = self.open(document)?;
        Ok(entries.files().map(Path::to_owned).collect())
    }

    fn open(&self, document: &Document) -> Result<Entries, Refusal> {
        Ok(if self.is_shared() {
            Entries::open(&self.recordings)?
        } else {
            Entries::open(source::recorded(Path::new(document.name())))?
        })
    }

    fn tell(&self, text: String) {
        if !self.told.borrow().contains(&text) {
            tell(&text);
            self.told.borrow_mut().insert(text);
        }
    }
}
