//! What a document says and its client does not say, or says in other words.

#[cfg(feature = "generate")]
use std::collections::BTreeSet;
use std::fmt;

use crate::Diagnostic;
#[cfg(feature = "generate")]
use crate::{Document, Pointer, document::Renames};

/// Something that the client of a document does not take as it is written.
///
/// Prints as `lost: specs/gigs.yaml:42:7: message`, with a `help:` line where there is a mend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// What, where, and how to mend it.
    pub diagnostic: Diagnostic,
    /// Whether anything is missing from the client.
    pub kind: NoteKind,
}

/// How much a [`Note`] weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// Read in other words than the document's, with the same meaning.
    Rewritten,
    /// Not in the client: it takes, sends or tells less than the document says.
    Lost,
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rewritten => "rewritten",
            Self::Lost => "lost",
        })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.diagnostic)
    }
}

/// The notes on one document: each once, in document order.
#[derive(Debug)]
#[cfg(feature = "generate")]
pub(crate) struct Notes<'d> {
    document: &'d Document,
    /// The keys that are mended in what the passes read.
    renames: Renames,
    taken: BTreeSet<Note>,
}

#[cfg(feature = "generate")]
impl<'d> Notes<'d> {
    pub(crate) fn on(document: &'d Document) -> Self {
        Self {
            document,
            renames: Renames::default(),
            taken: BTreeSet::new(),
        }
    }

    /// Takes pointers from now on for those of a mended document.
    pub(crate) fn follow(&mut self, mended: &Document) {
        self.renames = mended.renames().clone();
    }

    /// Notes what is read in other words.
    pub(crate) fn rewritten(&mut self, at: &Pointer, message: impl Into<String>, help: &str) {
        self.take(NoteKind::Rewritten, at, message.into(), help);
    }

    /// Notes what the client lacks.
    pub(crate) fn lost(&mut self, at: &Pointer, message: impl Into<String>, help: &str) {
        self.take(NoteKind::Lost, at, message.into(), help);
    }

    /// Notes what is read in other words or lacks, as the kind says.
    pub(crate) fn take(&mut self, kind: NoteKind, at: &Pointer, message: String, help: &str) {
        let at = self.renames.authored(at.as_str());
        let diagnostic = self.document.diagnostic(&at, message);
        self.add(kind, diagnostic.help(help));
    }

    /// A note whose place is known already.
    pub(crate) fn add(&mut self, kind: NoteKind, diagnostic: Diagnostic) {
        self.taken.insert(Note { diagnostic, kind });
    }

    pub(crate) fn into_vec(self) -> Vec<Note> {
        self.taken.into_iter().collect()
    }
}
