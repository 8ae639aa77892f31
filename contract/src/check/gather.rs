//! Gathers what the exchanges show into one finding for each claim of the document.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Exchange, Finding, Kind, Place, finding::EXAMPLES};

/// Findings so far, each with the exchanges that show it.
#[derive(Debug, Default)]
pub(super) struct Gathered(BTreeMap<(Kind, String), (Finding, BTreeSet<usize>)>);

/// One sight of a disagreement.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) kind: Kind,
    /// What tells this disagreement from others of its kind: the place of the claim.
    pub(super) key: String,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) document: Place,
    /// The exchange that shows it, and where.
    pub(super) seen: Option<(usize, Place)>,
}

impl Gathered {
    pub(super) fn add(&mut self, shown: Shown) {
        let (finding, exchanges) = self.0.entry((shown.kind, shown.key)).or_insert_with(|| {
            let finding = Finding {
                kind: shown.kind,
                message: shown.message,
                help: shown.help,
                document: shown.document,
                examples: Vec::new(),
                count: 0,
            };
            (finding, BTreeSet::new())
        });
        if let Some((exchange, place)) = shown.seen {
            exchanges.insert(exchange);
            finding.count += 1;
            if finding.examples.len() < EXAMPLES {
                finding.examples.push(place);
            }
        }
    }

    /// Counts one more sight of a finding that has its examples; false where it wants another.
    ///
    /// Places are costly to find, so they are not sought for the thousandth item of a list.
    pub(super) fn again(&mut self, kind: Kind, key: &str, exchange: usize) -> bool {
        let known = self.0.get_mut(&(kind, key.to_owned()));
        match known {
            Some((finding, exchanges)) if finding.examples.len() == EXAMPLES => {
                exchanges.insert(exchange);
                finding.count += 1;
                true
            }
            _ => false,
        }
    }

    /// The findings in document order; each exchange learns which of them it shows.
    pub(super) fn settle(self, exchanges: &mut [Exchange]) -> Vec<Finding> {
        let mut findings: Vec<_> = self.0.into_values().collect();
        findings.sort_by(|(a, _), (b, _)| {
            let order = |finding: &Finding| (finding.document.position, finding.kind);
            (&a.document.file, order(a), &a.message).cmp(&(&b.document.file, order(b), &b.message))
        });
        for (index, (_, shown_by)) in findings.iter().enumerate() {
            for exchange in shown_by {
                exchanges[*exchange].findings.push(index);
            }
        }
        findings.into_iter().map(|(finding, _)| finding).collect()
    }
}
