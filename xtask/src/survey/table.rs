//! The survey as text: a line a document that is not bound, the reasons by count, the totals.

use std::collections::BTreeMap;

use super::{Outcome, Surveyed};

/// Documents and operations, all and bound.
pub(super) struct Totals {
    pub(super) documents: usize,
    pub(super) bound: usize,
    pub(super) operations: usize,
    pub(super) operations_bound: usize,
    pub(super) notes: usize,
    /// Notes of what the clients lack.
    pub(super) lost: usize,
}

impl Totals {
    pub(super) fn of(surveyed: &[Surveyed]) -> Self {
        Self {
            documents: surveyed.len(),
            bound: surveyed
                .iter()
                .filter(|one| one.outcome == Outcome::Bound)
                .count(),
            operations: surveyed.iter().map(|one| one.operations).sum(),
            operations_bound: surveyed.iter().map(Surveyed::bound).sum(),
            notes: surveyed.iter().map(|one| one.notes.len()).sum(),
            lost: surveyed.iter().map(Surveyed::lost).sum(),
        }
    }
}

pub(super) fn render(surveyed: &[Surveyed]) -> String {
    let names: Vec<String> = surveyed
        .iter()
        .map(|one| one.file.display().to_string())
        .collect();
    let width = names
        .iter()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0);
    let mut lines = vec![format!(
        "{:width$}  outcome       operations   bound  notes  seconds",
        "document"
    )];
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for (one, name) in surveyed.iter().zip(&names) {
        lines.push(format!(
            "{name:width$}  {:12}  {:>10}  {:>6}  {:>5}  {:>7.2}",
            one.outcome.id(),
            one.operations,
            one.bound(),
            one.notes.len(),
            one.seconds,
        ));
        if let Some(refusal) = &one.refusal {
            lines.extend(refusal.lines().take(4).map(|line| format!("    {line}")));
            *reasons.entry(reason(refusal)).or_default() += 1;
        }
    }
    lines.push(String::new());
    let mut reasons: Vec<(usize, String)> = reasons
        .into_iter()
        .map(|(reason, count)| (count, reason))
        .collect();
    reasons.sort_by(|(one, a), (other, b)| other.cmp(one).then(a.cmp(b)));
    lines.extend(
        reasons
            .iter()
            .map(|(count, reason)| format!("{count:>5}  {reason}")),
    );
    let totals = Totals::of(surveyed);
    lines.push(format!(
        "{} of {} documents bound, {} of {} operations; {} notes, {} of them losses",
        totals.bound,
        totals.documents,
        totals.operations_bound,
        totals.operations,
        totals.notes,
        totals.lost,
    ));
    lines.join("\n") + "\n"
}

/// A refusal without its place and its operands, so that equal ones count together.
fn reason(refusal: &str) -> String {
    let line = refusal.lines().next().unwrap_or_default();
    let message = line
        .split(": ")
        .filter(|part| !part.contains(".json:") && !part.contains(".yaml:"));
    let message = message.collect::<Vec<_>>().join(": ");
    let pieces = message.split('`').enumerate();
    let pieces = pieces.map(|(index, piece)| if index % 2 == 1 { "…" } else { piece });
    pieces.collect::<Vec<_>>().join("`")
}
