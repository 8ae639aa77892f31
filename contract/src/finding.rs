//! One thing that a document and its recordings do not agree on.

use std::fmt;

use crate::Place;

/// How many places a finding names; it counts the rest.
pub(crate) const EXAMPLES: usize = 3;

/// One thing that a document and its recordings do not agree on, however often it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What sort of disagreement this is.
    pub kind: Kind,
    /// What is wrong, in one line.
    pub message: String,
    /// The smallest edit that would make both agree.
    pub help: Option<String>,
    /// The claim in the document, or the place where one is missing.
    pub document: Place,
    /// The first recorded values that show it, in the order of the recordings.
    pub examples: Vec<Place>,
    /// How many recorded values show it.
    pub count: usize,
}

/// What sort of disagreement a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A recording contradicts a claim.
    Mismatch,
    /// The document has no operation for a recorded method and path.
    UndocumentedOperation,
    /// The document has no answer for a recorded status.
    UndocumentedStatus,
    /// The document does not describe a body of a recorded media type.
    UndocumentedMediaType,
    /// The document does not describe a recorded query parameter.
    UndocumentedParameter,
    /// No schema declares a recorded member of an object.
    UndocumentedProperty,
    /// Something that cannot be checked: a faulty keyword of a schema, or a body that is not JSON.
    Unchecked,
    /// No recording holds a response of an operation.
    Unwitnessed,
}

/// How grave a finding is, from note to error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// The document says less than the recordings show.
    Warning,
    /// The document and a recording contradict each other.
    Error,
}

impl Kind {
    /// The name under which reports speak of this kind.
    pub fn id(self) -> &'static str {
        match self {
            Self::Mismatch => "mismatch",
            Self::UndocumentedOperation => "undocumented-operation",
            Self::UndocumentedStatus => "undocumented-status",
            Self::UndocumentedMediaType => "undocumented-media-type",
            Self::UndocumentedParameter => "undocumented-parameter",
            Self::UndocumentedProperty => "undocumented-property",
            Self::Unchecked => "unchecked",
            Self::Unwitnessed => "unwitnessed",
        }
    }

    /// How grave findings of this kind are.
    pub fn severity(self) -> Severity {
        match self {
            Self::Mismatch => Severity::Error,
            Self::Unwitnessed => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}
