//! A recorded value that was held against a schema, for whoever asks what a recording shows.

use std::collections::BTreeSet;

use bindery_codegen::Pointer;
use serde_json::Value;

use super::{Allowances, Direction, Fault};

/// A recorded value, the schema it was held against, and what came of it.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) used: (Direction, Pointer),
    pub(crate) value: Value,
    /// Where in the value there is a complaint about it.
    pub(crate) faulty: BTreeSet<Pointer>,
    pub(crate) generated: bool,
    pub(crate) placeholders: Vec<Pointer>,
    pub(crate) elided: Vec<Pointer>,
}

impl Judged {
    pub(super) fn new(
        used: &(Direction, Pointer),
        value: &Value,
        allowances: &Allowances<'_>,
        faults: &[Fault],
    ) -> Self {
        Self {
            used: used.clone(),
            value: value.clone(),
            faulty: faults.iter().map(|fault| fault.at.clone()).collect(),
            generated: allowances.generated,
            placeholders: allowances.placeholders.to_vec(),
            elided: allowances.elided.to_vec(),
        }
    }

    pub(crate) fn allowances(&self) -> Allowances<'_> {
        Allowances {
            generated: self.generated,
            placeholders: &self.placeholders,
            elided: &self.elided,
        }
    }

    /// The part of this that stands at a place in the value, held against a schema of its own.
    pub(crate) fn part(&self, schema: Pointer, at: &Pointer, value: Value) -> Self {
        Self {
            used: (self.used.0, schema),
            value,
            faulty: below(self.faulty.iter(), at).collect(),
            generated: self.generated,
            placeholders: below(self.placeholders.iter(), at).collect(),
            elided: below(self.elided.iter(), at).collect(),
        }
    }
}

/// The pointers at or below a place, seen from there.
fn below<'a>(
    pointers: impl Iterator<Item = &'a Pointer>,
    at: &Pointer,
) -> impl Iterator<Item = Pointer> {
    pointers.filter_map(move |pointer| {
        let rest = pointer.as_str().strip_prefix(at.as_str())?;
        (rest.is_empty() || rest.starts_with('/')).then(|| Pointer::from(rest))
    })
}
