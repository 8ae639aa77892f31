//! What a single exchange shows, in a form that two exchanges can be compared by.

use std::collections::BTreeMap;

use bindery_codegen::Pointer;

use super::{Checker, exchange, gather::Gathered};
use crate::{Kind, Recording, Verdict};

/// The verdict on one exchange, and how often it contradicts which claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shows {
    /// `METHOD /path/{template}`, or the method alone where the document has no such operation.
    pub(crate) operation: String,
    verdict: Verdict,
    findings: BTreeMap<(Kind, Pointer), usize>,
}

impl Checker<'_> {
    /// Judges one exchange alone.
    pub(crate) fn shows(&self, recording: &Recording) -> Shows {
        let mut gathered = Gathered::default();
        let subject = self.subject(&[]);
        let (operation, verdict) = exchange::judge(&subject, recording, &mut gathered);
        let operation = operation.map(|index| self.operations[index].title());
        Shows {
            operation: operation.unwrap_or_else(|| recording.request.method.clone()),
            verdict,
            findings: gathered.tally(),
        }
    }
}

impl Shows {
    /// The first claim about which the two differ.
    pub(crate) fn difference(&self, other: &Self) -> Option<Pointer> {
        let differ = |one: &Self, two: &Self| {
            let mut findings = one.findings.iter();
            let found = findings.find(|(key, count)| two.findings.get(key) != Some(count))?;
            Some(found.0.1.clone())
        };
        differ(self, other).or_else(|| differ(other, self))
    }
}
