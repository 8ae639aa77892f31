//! One claim of a document, what witnesses it, and what it rests on.

use bindery_codegen::{Pointer, Position};
use chrono::NaiveDate;

use crate::{Source, evidence::Evidence};

/// One thing that a document says about the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// What sort of claim it is.
    pub kind: Kind,
    /// Where the document makes it.
    pub pointer: Pointer,
    /// The same place as line and column.
    pub position: Position,
    /// What a recording shows that witnesses it, in a few words.
    pub label: String,
    /// How the author knows it, where that is marked.
    pub evidence: Option<Evidence>,
    /// What witnesses it.
    pub witnesses: Witnesses,
}

/// What sort of claim one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An operation exists.
    Operation,
    /// It takes a parameter.
    Parameter,
    /// It answers with a status, a range of them or `default`.
    Status,
    /// A body is of a media type.
    MediaType,
    /// An answer has a header.
    Header,
    /// An object may have a property.
    Property,
    /// An optional property may be absent.
    Absent,
    /// A nullable value may be null.
    Null,
    /// A nullable value may be something else.
    NotNull,
    /// An enum has a value.
    EnumValue,
    /// A union has a branch.
    Branch,
    /// A list may be empty.
    Empty,
    /// A list may have entries.
    Filled,
}

/// How many exchanges witness a claim, and since when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Witnesses {
    /// Exchanges captured from the provider.
    pub live: usize,
    /// Exchanges that the provider printed.
    pub documentation: usize,
    /// Exchanges made up in code.
    pub invented: usize,
    /// How many of all these a tool generated.
    pub generated: usize,
    /// How many recorded values show it.
    pub values: usize,
    /// The oldest dated witness.
    pub oldest: Option<NaiveDate>,
    /// The newest dated witness.
    pub newest: Option<NaiveDate>,
}

/// What a claim rests on, from the best to the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Recorded live traffic.
    Live,
    /// An exchange that the provider printed.
    Sample,
    /// An exchange made up in code, and nothing better.
    Invented,
    /// The word of a page or a reporter, by `x-evidence`; no recording shows it.
    Statement,
    /// Nothing: no recording shows it, and it is inferred or not marked.
    Nothing,
}

impl Kind {
    /// All kinds, in the order of reports.
    pub const ALL: [Self; 13] = [
        Self::Operation,
        Self::Parameter,
        Self::Status,
        Self::MediaType,
        Self::Header,
        Self::Property,
        Self::Absent,
        Self::Null,
        Self::NotNull,
        Self::EnumValue,
        Self::Branch,
        Self::Empty,
        Self::Filled,
    ];

    /// The name under which reports speak of this kind.
    pub fn id(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Parameter => "parameter",
            Self::Status => "status",
            Self::MediaType => "media-type",
            Self::Header => "header",
            Self::Property => "property",
            Self::Absent => "absent",
            Self::Null => "null",
            Self::NotNull => "not-null",
            Self::EnumValue => "enum-value",
            Self::Branch => "branch",
            Self::Empty => "empty",
            Self::Filled => "filled",
        }
    }
}

impl Basis {
    /// All bases, from the best to the least.
    pub const ALL: [Self; 5] = [
        Self::Live,
        Self::Sample,
        Self::Invented,
        Self::Statement,
        Self::Nothing,
    ];

    /// The name under which reports speak of this basis.
    pub fn id(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Sample => "sample",
            Self::Invented => "invented",
            Self::Statement => "statement",
            Self::Nothing => "nothing",
        }
    }
}

impl Witnesses {
    /// How many exchanges witness it, whoever recorded them.
    pub fn total(&self) -> usize {
        self.live + self.documentation + self.invented
    }

    /// Counts one more exchange.
    pub(super) fn add(&mut self, source: Source, generated: bool, day: Option<NaiveDate>) {
        match source {
            Source::Live => self.live += 1,
            Source::Documentation => self.documentation += 1,
            Source::Invented => self.invented += 1,
        }
        self.generated += usize::from(generated);
        if let Some(day) = day {
            self.oldest = Some(self.oldest.map_or(day, |oldest| oldest.min(day)));
            self.newest = Some(self.newest.map_or(day, |newest| newest.max(day)));
        }
    }
}

impl Claim {
    /// The best thing that the claim rests on.
    pub fn basis(&self) -> Basis {
        let Witnesses {
            live,
            documentation,
            invented,
            ..
        } = self.witnesses;
        match self.evidence {
            _ if live > 0 => Basis::Live,
            _ if documentation > 0 => Basis::Sample,
            _ if invented > 0 => Basis::Invented,
            Some(Evidence::Documented | Evidence::Reported) => Basis::Statement,
            Some(Evidence::Inferred) | None => Basis::Nothing,
        }
    }
}
