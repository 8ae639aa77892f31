//! One thing that a document and its recordings do not agree on.

use std::fmt;

use crate::{Place, patch::Seen};

/// How many places a finding names; it counts the rest.
pub(crate) const EXAMPLES: usize = 3;

/// One thing that a document and its recordings do not agree on, however often it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The same for as long as the claim stands where it does, whatever the recordings show.
    pub id: String,
    /// What sort of disagreement this is.
    pub kind: Kind,
    /// How grave it is.
    pub severity: Severity,
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
    /// Why it is no reason to fail, if it is none.
    pub accepted: Option<Accepted>,
    /// What the recorded values are like.
    pub(crate) seen: Seen,
}

/// Why a finding is no reason to fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accepted {
    /// It was there before, as the baseline says.
    Baseline,
    /// An ignore entry says why.
    Ignored {
        /// The reason that the entry gives.
        reason: String,
    },
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
    /// An ignore entry matches no finding.
    StaleIgnore,
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
            Self::StaleIgnore => "stale-ignore",
        }
    }

    /// The kinds there are.
    pub const ALL: [Self; 9] = [
        Self::Mismatch,
        Self::UndocumentedOperation,
        Self::UndocumentedStatus,
        Self::UndocumentedMediaType,
        Self::UndocumentedParameter,
        Self::UndocumentedProperty,
        Self::Unchecked,
        Self::Unwitnessed,
        Self::StaleIgnore,
    ];

    /// The word for what it has in common with its kin: `undocumented` for whatever is missing.
    pub fn family(self) -> &'static str {
        match self {
            Self::UndocumentedOperation
            | Self::UndocumentedStatus
            | Self::UndocumentedMediaType
            | Self::UndocumentedParameter
            | Self::UndocumentedProperty => "undocumented",
            other => other.id(),
        }
    }

    /// What findings of this kind say, in one sentence.
    pub fn says(self) -> &'static str {
        match self {
            Self::Mismatch => "a recording contradicts a claim of the document",
            Self::UndocumentedOperation => "the document has no operation for a recorded request",
            Self::UndocumentedStatus => "the document has no answer for a recorded status",
            Self::UndocumentedMediaType => {
                "the document describes no body of a recorded media type"
            }
            Self::UndocumentedParameter => "the document does not describe a recorded parameter",
            Self::UndocumentedProperty => "no schema declares a recorded property",
            Self::Unchecked => "something of the document or a recording could not be checked",
            Self::Unwitnessed => "no recording holds a response of an operation",
            Self::StaleIgnore => "an ignore entry matches no finding",
        }
    }

    /// The name of a finding of this kind: a hash of what its document is called and of what tells
    /// it from others there.
    pub(crate) fn fingerprint(self, called: &str, key: &str) -> String {
        format!("{:016x}", fnv([called, "\0", self.id(), "\0", key]))
    }

    /// Whether an edit of the document could end it, as none ends what is not checked or recorded.
    pub fn is_about_a_claim(self) -> bool {
        !matches!(
            self,
            Self::Unchecked | Self::Unwitnessed | Self::StaleIgnore
        )
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

/// A hash that is the same everywhere and for good: FNV-1a of 64 bits.
pub(crate) fn fnv<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let bytes = parts.into_iter().flat_map(str::bytes);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
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
