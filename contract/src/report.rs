//! What a check found out: operation by operation, and the findings; and each exchange as it is
//! judged.

use std::{collections::BTreeMap, sync::Arc};

use crate::{Finding, OutOfScope, Position, Severity, Source};

/// What a document and its recordings say about each other.
///
/// It grows with the document, and not with the recordings: what became of each of them is told
/// while it is judged, by [`Checker::check_each`](crate::Checker::check_each).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The document.
    pub document: String,
    /// Its operations, in document order, with what witnesses them.
    pub operations: Vec<Witnessed>,
    /// How many recordings came to each verdict.
    pub verdicts: BTreeMap<Verdict, usize>,
    /// Where the two disagree, in document order; one per claim, however often it shows.
    pub findings: Vec<Finding>,
    /// Where the document says `x-evidence: inferred`: claims that no page states.
    pub inferred: Vec<Position>,
}

/// An operation and the recordings that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    /// `METHOD /path/{template}`.
    pub title: Arc<str>,
    /// The `operationId`, if there is one.
    pub id: Option<String>,
    /// Whether it was asked for, as all are unless a [`Selection`](crate::Selection) says
    /// otherwise.
    pub asked: bool,
    /// The recordings that belong to it, in the order in which one of their like came first.
    pub exchanges: Vec<Alike>,
}

/// Recordings of one operation that tell the same about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// Who recorded them.
    pub source: Source,
    /// The status that was answered, if responses were recorded.
    pub status: Option<u16>,
    /// Whether the status was printed by the provider; an assumed one witnesses nothing.
    pub status_witnessed: bool,
    /// Whether a documentation tool made them up, so that they witness names and types only.
    pub generated: bool,
    /// The verdict about the responses.
    pub verdict: Verdict,
    /// How many there are.
    pub count: usize,
}

/// What became of one recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The recording's file or name.
    pub recording: String,
    /// Which exchange of that file it is, from 0.
    pub index: usize,
    /// The method that was sent.
    pub method: String,
    /// The path that was sent.
    pub path: String,
    /// The operation that it belongs to, as [`Witnessed::title`], if the document has it.
    pub operation: Option<Arc<str>>,
    /// The status that was answered, if a response was recorded.
    pub status: Option<u16>,
    /// The verdict about the response.
    pub verdict: Verdict,
    /// The [`Finding::id`]s of what it shows, in either half, in the order of
    /// [`Report::findings`].
    pub findings: Vec<String>,
}

/// The verdict about a recorded response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The document describes it, and it contradicts nothing.
    Valid,
    /// It contradicts the document.
    Invalid,
    /// The document has no operation, status or media type for it.
    Undocumented,
    /// It has a body that cannot be checked, such as XML.
    Unchecked,
    /// Only the request was recorded.
    RequestOnly,
    /// The document means to say nothing about it.
    OutOfScope(OutOfScope),
}

impl Verdict {
    /// The word that reports use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Undocumented => "undocumented",
            Self::Unchecked => "unchecked",
            Self::RequestOnly => "request-only",
            Self::OutOfScope(_) => "out-of-scope",
        }
    }

    /// Why the document has nothing to say about the response, if it has nothing.
    pub fn out_of_scope(self) -> Option<OutOfScope> {
        match self {
            Self::OutOfScope(reason) => Some(reason),
            Self::RequestOnly => Some(OutOfScope::NoResponse),
            _ => None,
        }
    }
}

impl Report {
    /// How many findings of a severity nobody has accepted.
    pub fn count(&self, severity: Severity) -> usize {
        let grave = self.open().filter(|finding| finding.severity == severity);
        grave.count()
    }

    /// The operations that were asked for.
    pub fn asked(&self) -> impl Iterator<Item = &Witnessed> {
        self.operations.iter().filter(|operation| operation.asked)
    }

    /// The findings that nobody has accepted.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        let findings = self.findings.iter();
        findings.filter(|finding| finding.accepted.is_none())
    }

    /// How many exchanges are out of scope, by reason.
    pub fn out_of_scope(&self) -> BTreeMap<OutOfScope, usize> {
        let mut reasons = BTreeMap::new();
        for (verdict, count) in &self.verdicts {
            if let Some(reason) = verdict.out_of_scope() {
                *reasons.entry(reason).or_default() += count;
            }
        }
        reasons
    }

    /// How many exchanges were judged or found to be out of scope.
    pub fn exchanges(&self) -> usize {
        self.verdicts.values().sum()
    }

    /// How many operations have a recorded response of a source.
    pub fn witnessed_by(&self, source: Source) -> usize {
        self.having(|alike| alike.source == source)
    }

    /// How many operations have a recorded response of any source.
    pub fn witnessed(&self) -> usize {
        self.having(|_| true)
    }

    fn having(&self, wanted: impl Fn(&Alike) -> bool) -> usize {
        let operations = self.operations.iter();
        let having = operations.filter(|operation| operation.responses().any(&wanted));
        having.count()
    }
}

impl Witnessed {
    /// The recorded responses.
    pub fn responses(&self) -> impl Iterator<Item = &Alike> {
        let exchanges = self.exchanges.iter();
        exchanges.filter(|alike| alike.verdict.out_of_scope().is_none())
    }

    /// Counts one more recording.
    pub(crate) fn add(&mut self, one: Alike) {
        let like = |known: &&mut Alike| {
            Alike {
                count: one.count,
                ..**known
            } == one
        };
        match self.exchanges.iter_mut().find(like) {
            Some(known) => known.count += one.count,
            None => self.exchanges.push(one),
        }
    }
}
