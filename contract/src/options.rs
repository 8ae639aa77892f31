//! How a check is made.

use std::num::NonZero;

use crate::{Kind, Severity};

/// How a document and its recordings are held against each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// How claims are read.
    pub mode: Mode,
    /// Whether what cannot be checked is as grave as a contradiction.
    pub deny_unchecked: bool,
    /// How many threads judge; without a number, one for each core. The report is the same.
    pub threads: Option<NonZero<usize>>,
}

/// How the claims of a document are read where the letter and the practice of OpenAPI differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// What providers mean: `nullable: true` admits null wherever it stands beside a schema.
    #[default]
    Lenient,
    /// The letter of OpenAPI 3.0.3: `nullable` has effect only beside `type` in the same schema
    /// object, and an enum admits null only if it lists it.
    Strict,
}

impl Options {
    /// How grave findings of a kind are.
    pub(crate) fn severity(&self, kind: Kind) -> Severity {
        if self.deny_unchecked && kind == Kind::Unchecked {
            Severity::Error
        } else {
            kind.severity()
        }
    }
}
