//! What a check found out: exchange by exchange, operation by operation, and the findings.

use std::{collections::BTreeMap, sync::Arc};

use crate::{Finding, OutOfScope, Position, Severity, Source};

/// What a document and its recordings say about each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The document.
    pub document: String,
    /// Its operations, in document order, with what witnesses them.
    pub operations: Vec<Witnessed>,
    /// The recordings, in the order given.
    pub exchanges: Vec<Exchange>,
    /// Where the two disagree, in document order; one per claim, however often it shows.
    pub findings: Vec<Finding>,
    /// Where the document says `x-evidence: inferred`: claims that no page states.
    pub inferred: Vec<Position>,
}

/// An operation and the recordings that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    /// `METHOD /path/{template}`.
    pub title: String,
    /// The `operationId`, if there is one.
    pub id: Option<String>,
    /// Whether it was asked for, as all are unless a [`Selection`](crate::Selection) says
    /// otherwise.
    pub asked: bool,
    /// Which of [`Report::exchanges`] belong to it.
    pub exchanges: Vec<usize>,
}

/// What became of one recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The recording's file or name.
    pub recording: Arc<str>,
    /// Which exchange of that file it is, from 0.
    pub index: usize,
    /// The method that was sent.
    pub method: String,
    /// The path that was sent.
    pub path: String,
    /// Which of [`Report::operations`] it belongs to, if the document has it.
    pub operation: Option<usize>,
    /// The status that was answered, if a response was recorded.
    pub status: Option<u16>,
    /// Whether the status was printed by the provider; an assumed one witnesses nothing.
    pub status_witnessed: bool,
    /// Who recorded it.
    pub source: Source,
    /// Whether a documentation tool made it up, so that it witnesses names and types only.
    pub generated: bool,
    /// The verdict about the response.
    pub verdict: Verdict,
    /// Which of [`Report::findings`] it shows, in either half.
    pub findings: Vec<usize>,
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
        let verdicts = self.exchanges.iter().map(|exchange| exchange.verdict);
        for reason in verdicts.filter_map(Verdict::out_of_scope) {
            *reasons.entry(reason).or_default() += 1;
        }
        reasons
    }

    /// How many operations have a recorded response of a source.
    pub fn witnessed_by(&self, source: Source) -> usize {
        self.operations
            .iter()
            .filter(|operation| {
                self.responses(operation)
                    .any(|exchange| exchange.source == source)
            })
            .count()
    }

    /// How many operations have a recorded response of any source.
    pub fn witnessed(&self) -> usize {
        self.operations
            .iter()
            .filter(|operation| self.responses(operation).next().is_some())
            .count()
    }

    /// The recorded responses of an operation.
    pub fn responses<'a>(&'a self, operation: &'a Witnessed) -> impl Iterator<Item = &'a Exchange> {
        let exchanges = operation
            .exchanges
            .iter()
            .map(|index| &self.exchanges[*index]);
        exchanges.filter(|exchange| exchange.verdict.out_of_scope().is_none())
    }
}
