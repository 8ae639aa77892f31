//! Gathers what the exchanges show into one finding for each claim of the document.

use std::{
    collections::{BTreeMap, HashSet},
    sync::{Arc, PoisonError, RwLock},
};

use bindery_codegen::Pointer;

use crate::{
    Exchange, Finding, Kind, Place,
    finding::EXAMPLES,
    patch::{Lesson, Seen},
};

/// What one exchange shows.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    known: Arc<Known>,
    sights: BTreeMap<(Kind, String), Sight>,
}

/// One sight of a disagreement.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) kind: Kind,
    /// What tells this disagreement from others of its kind: the place of the claim.
    pub(super) key: String,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) document: Place,
    /// Where an exchange shows it.
    pub(super) seen: Option<Place>,
}

/// One disagreement as one exchange shows it.
#[derive(Debug, Default)]
struct Sight {
    /// The finding that it is, unless that is known to have its examples.
    finding: Option<Finding>,
    count: usize,
    seen: Seen,
}

/// The findings that want no more examples.
///
/// What is in here was put in by exchanges before any that is being judged, so whether a place
/// is sought or not makes no difference to the outcome.
#[derive(Debug, Default)]
pub(super) struct Known(RwLock<BTreeMap<Kind, HashSet<String>>>);

impl Known {
    fn has(&self, kind: Kind, key: &str) -> bool {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.get(&kind).is_some_and(|keys| keys.contains(key))
    }

    fn insert(&self, kind: Kind, key: String) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(kind).or_default().insert(key);
    }
}

impl Gathered {
    pub(super) fn new(known: &Arc<Known>) -> Self {
        Self {
            known: Arc::clone(known),
            sights: BTreeMap::new(),
        }
    }

    pub(super) fn add(&mut self, shown: Shown) {
        let sight = self.sights.entry((shown.kind, shown.key)).or_default();
        let finding = sight.finding.get_or_insert_with(|| Finding {
            id: String::new(),
            kind: shown.kind,
            severity: shown.kind.severity(),
            message: shown.message,
            help: shown.help,
            document: shown.document,
            examples: Vec::new(),
            count: 0,
            accepted: None,
            seen: Seen::default(),
        });
        if let Some(place) = shown.seen {
            sight.count += 1;
            if finding.examples.len() < EXAMPLES {
                finding.examples.push(place);
            }
        }
    }

    /// Counts one more sight of a finding that has its examples; false where it wants another.
    ///
    /// Places are costly to find, so they are not sought for the thousandth item of a list.
    pub(super) fn again(&mut self, kind: Kind, key: &str) -> bool {
        let here = self.sights.get_mut(&(kind, key.to_owned()));
        match here {
            Some(sight) if sight.full() => sight.count += 1,
            None if self.known.has(kind, key) => {
                let sight = Sight {
                    count: 1,
                    ..Sight::default()
                };
                self.sights.insert((kind, key.to_owned()), sight);
            }
            _ => return false,
        }
        true
    }

    /// Keeps what a sight teaches, so that an edit can admit it.
    pub(super) fn learn(&mut self, kind: Kind, key: String, lesson: Lesson<'_>) {
        if let Some(sight) = self.sights.get_mut(&(kind, key)) {
            sight.seen.learn(lesson);
        }
    }

    /// What tells the findings so far from each other.
    pub(super) fn keys(&self) -> impl Iterator<Item = &(Kind, String)> {
        self.sights.keys()
    }

    /// Each kind of finding at each claim, with how many values show it.
    pub(super) fn tally(self) -> BTreeMap<(Kind, Pointer), usize> {
        let mut tally = BTreeMap::new();
        for ((kind, _), sight) in self.sights {
            if let Some(finding) = sight.finding {
                *tally.entry((kind, finding.document.pointer)).or_default() += sight.count;
            }
        }
        tally
    }
}

impl Sight {
    fn full(&self) -> bool {
        let examples = self.finding.as_ref().map(|finding| finding.examples.len());
        examples.is_none_or(|count| count == EXAMPLES)
    }
}

/// The findings of all exchanges so far, in the order in which they showed.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) known: Arc<Known>,
    numbers: BTreeMap<(Kind, String), usize>,
    found: Vec<Finding>,
}

impl Findings {
    /// Adds what the next exchange shows; gives the numbers of its findings.
    pub(super) fn add(&mut self, gathered: Gathered) -> Vec<usize> {
        let mut numbers = Vec::with_capacity(gathered.sights.len());
        for ((kind, key), sight) in gathered.sights {
            let number = match (self.numbers.get(&(kind, key.clone())), sight.finding) {
                (Some(number), None) => *number,
                (Some(number), Some(more)) => {
                    let examples = &mut self.found[*number].examples;
                    let wanted = EXAMPLES - examples.len();
                    examples.extend(more.examples.into_iter().take(wanted));
                    *number
                }
                (None, Some(mut finding)) => {
                    finding.id = finding.kind.fingerprint(&finding.document.file, &key);
                    self.numbers.insert((kind, key.clone()), self.found.len());
                    self.found.push(finding);
                    self.found.len() - 1
                }
                (None, None) => continue,
            };
            let finding = &mut self.found[number];
            finding.count += sight.count;
            finding.seen.merge(sight.seen);
            if finding.examples.len() == EXAMPLES {
                self.known.insert(kind, key);
            }
            numbers.push(number);
        }
        numbers
    }

    /// The findings in document order; each exchange learns which of them it shows.
    pub(super) fn settle(self, exchanges: &mut [Exchange]) -> Vec<Finding> {
        let mut findings: Vec<(usize, Finding)> = self.found.into_iter().enumerate().collect();
        findings.sort_by(|(_, a), (_, b)| {
            let order = |finding: &Finding| (finding.document.position, finding.kind);
            let key = |finding: &Finding| (finding.document.file.clone(), order(finding));
            key(a)
                .cmp(&key(b))
                .then_with(|| a.message.cmp(&b.message))
                .then_with(|| a.id.cmp(&b.id))
        });
        let mut places = vec![0; findings.len()];
        for (place, (number, _)) in findings.iter().enumerate() {
            places[*number] = place;
        }
        for exchange in exchanges {
            for number in &mut exchange.findings {
                *number = places[*number];
            }
            exchange.findings.sort_unstable();
        }
        findings.into_iter().map(|(_, finding)| finding).collect()
    }
}
