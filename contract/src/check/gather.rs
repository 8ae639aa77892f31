//! Gathers what the exchanges show into one finding for each claim of the document.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashSet},
    sync::{Arc, PoisonError, RwLock},
};

use bindery_codegen::Pointer;

use super::{
    crowd::{self, MANY},
    outcome::{Outcome, Outcomes, Taught},
};
use crate::{
    Finding, Kind, Place,
    finding::EXAMPLES,
    patch::{Lesson, Seen},
};

/// What one exchange shows, or a part of it.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    known: Arc<Known>,
    sights: BTreeMap<Kind, BTreeMap<String, Sight>>,
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
pub(super) struct Sight {
    /// The finding that it is, unless that is known to have its examples.
    pub(super) finding: Option<Finding>,
    pub(super) count: usize,
    pub(super) seen: Seen,
    /// What bodies taught that came before.
    lessons: Vec<Taught>,
}

/// The findings that want no more examples.
///
/// What is in here was put in by exchanges before any that is being judged, so whether a place
/// is sought or not makes no difference to the outcome.
#[derive(Debug, Default)]
pub(super) struct Known {
    full: RwLock<BTreeMap<Kind, HashSet<String>>>,
    outcomes: Outcomes,
}

impl Known {
    fn has(&self, kind: Kind, key: &str) -> bool {
        let known = self.full.read().unwrap_or_else(PoisonError::into_inner);
        known.get(&kind).is_some_and(|keys| keys.contains(key))
    }

    fn insert(&self, kind: Kind, key: String) {
        if !self.has(kind, &key) {
            let mut known = self.full.write().unwrap_or_else(PoisonError::into_inner);
            known.entry(kind).or_default().insert(key);
        }
    }
}

impl Gathered {
    pub(super) fn new(known: &Arc<Known>) -> Self {
        Self {
            known: Arc::clone(known),
            sights: BTreeMap::new(),
        }
    }

    /// Nothing so far, of a part of the same exchange.
    pub(super) fn apart(&self) -> Self {
        Self::new(&self.known)
    }

    /// The outcomes of earlier bodies.
    pub(super) fn outcomes(&self) -> &Outcomes {
        &self.known.outcomes
    }

    pub(super) fn add(&mut self, shown: Shown) {
        let sights = self.sights.entry(shown.kind).or_default();
        let sight = sights.entry(shown.key).or_default();
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
        if let Some(sight) = self.sight(kind, key) {
            let full = sight.full();
            sight.count += usize::from(full);
            return full;
        }
        let known = self.known.has(kind, key);
        if known {
            let sight = Sight {
                count: 1,
                ..Sight::default()
            };
            let sights = self.sights.entry(kind).or_default();
            sights.insert(key.to_owned(), sight);
        }
        known
    }

    /// Whether a finding wants the last of so many more examples.
    pub(super) fn wants(&self, kind: Kind, key: &str, more: usize) -> bool {
        match self.sights.get(&kind).and_then(|sights| sights.get(key)) {
            Some(Sight { finding, .. }) => finding
                .as_ref()
                .is_some_and(|finding| finding.examples.len() + more <= EXAMPLES),
            None => more <= EXAMPLES && !self.known.has(kind, key),
        }
    }

    /// Keeps what a sight teaches, so that an edit can admit it.
    pub(super) fn learn(&mut self, kind: Kind, key: &str, lesson: Lesson<'_>) {
        if let Some(sight) = self.sight(kind, key) {
            sight.seen.learn(lesson);
        }
    }

    fn sight(&mut self, kind: Kind, key: &str) -> Option<&mut Sight> {
        self.sights.get_mut(&kind)?.get_mut(key)
    }

    /// Adds what a body shows that may have come before; `place` finds the places of its values.
    pub(super) fn recall(&mut self, outcome: &Outcome, place: impl Fn(&Place) -> Place) {
        for echo in &outcome.echoes {
            let known = self.known.has(echo.kind, &echo.key);
            let sights = self.sights.entry(echo.kind).or_default();
            let sight = match sights.get_mut(&echo.key) {
                Some(sight) => sight,
                None => sights.entry(echo.key.clone()).or_default(),
            };
            sight.count += echo.count;
            sight.lessons.extend(echo.taught.clone());
            if let Some(finding) = echo.finding.as_ref().filter(|_| !known) {
                let mine = sight.finding.get_or_insert_with(|| Finding {
                    examples: Vec::new(),
                    ..finding.clone()
                });
                let wanted = EXAMPLES - mine.examples.len();
                let more = finding.examples.iter().take(wanted);
                mine.examples.extend(more.map(&place));
            }
        }
    }

    /// What tells the findings so far from each other.
    pub(super) fn keys(&self) -> impl Iterator<Item = (Kind, &String)> {
        let sights = self.sights.iter();
        sights.flat_map(|(kind, sights)| sights.keys().map(|key| (*kind, key)))
    }

    /// Each disagreement, by its kind and by what tells it from others of that kind.
    pub(super) fn into_sights(self) -> impl Iterator<Item = (Kind, String, Sight)> {
        let sights = self.sights.into_iter();
        sights.flat_map(|(kind, sights)| {
            let sights = sights.into_iter();
            sights.map(move |(key, sight)| (kind, key, sight))
        })
    }

    /// Each kind of finding at each claim, with how many values show it.
    pub(super) fn tally(self) -> BTreeMap<(Kind, Pointer), usize> {
        let mut tally = BTreeMap::new();
        for (kind, _, sight) in self.into_sights() {
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
    /// What the document is called in their names.
    called: String,
    numbers: BTreeMap<Kind, BTreeMap<String, usize>>,
    /// How many names are told one by one, by kind and place.
    named: BTreeMap<(Kind, Pointer), usize>,
    found: Vec<Finding>,
}

impl Findings {
    pub(super) fn of(called: &str) -> Self {
        Self {
            called: called.to_owned(),
            ..Self::default()
        }
    }

    /// Adds what the next exchange shows; gives the numbers of its findings.
    pub(super) fn add(&mut self, gathered: Gathered) -> Vec<usize> {
        let mut numbers = Vec::new();
        for (kind, mut key, mut sight) in gathered.into_sights() {
            if let Some(finding) = &mut sight.finding
                && self.joins(&key, finding)
            {
                crowd::join(finding);
                key = crowd::key(&finding.document.pointer);
                sight.seen.detail.clear();
            }
            let number = self
                .numbers
                .get(&kind)
                .and_then(|numbers| numbers.get(&key));
            let number = match (number, sight.finding.take()) {
                (Some(number), None) => *number,
                (Some(number), Some(more)) => {
                    let examples = &mut self.found[*number].examples;
                    let wanted = EXAMPLES - examples.len();
                    examples.extend(more.examples.into_iter().take(wanted));
                    *number
                }
                (None, Some(mut finding)) => {
                    finding.id = finding.kind.fingerprint(&self.called, &key);
                    let numbers = self.numbers.entry(kind).or_default();
                    numbers.insert(key.clone(), self.found.len());
                    self.found.push(finding);
                    self.found.len() - 1
                }
                (None, None) => continue,
            };
            let finding = &mut self.found[number];
            finding.count += sight.count;
            finding.seen.merge(sight.seen);
            for taught in sight.lessons {
                finding.seen.merge(taught.take());
            }
            if finding.examples.len() == EXAMPLES {
                self.known.insert(kind, key);
            }
            numbers.push(number);
        }
        numbers
    }

    /// Whether a finding about a name is one too many at its place to be told by itself.
    fn joins(&mut self, key: &str, finding: &Finding) -> bool {
        let kind = finding.kind;
        let known = self.numbers.get(&kind);
        let known = known.is_some_and(|known| known.contains_key(key));
        let together = key == crowd::key(&finding.document.pointer);
        if known || together || crowd::told(kind).is_none() {
            return false;
        }
        let place = (kind, finding.document.pointer.clone());
        let named = self.named.entry(place).or_default();
        *named += 1;
        *named > MANY
    }

    /// The names of findings, in document order.
    pub(super) fn ids(&self, mut numbers: Vec<usize>) -> Vec<String> {
        numbers.sort_by(|a, b| in_order(&self.found[*a], &self.found[*b]));
        let ids = numbers.iter().map(|number| self.found[*number].id.clone());
        ids.collect()
    }

    /// The findings in document order.
    pub(super) fn settle(self) -> Vec<Finding> {
        let mut found = self.found;
        found.sort_by(in_order);
        found
    }
}

/// How findings follow each other, which no later exchange has a say in.
fn in_order(a: &Finding, b: &Finding) -> Ordering {
    let order = |finding: &Finding| (finding.document.position, finding.kind);
    let places = a.document.file.cmp(&b.document.file);
    places
        .then_with(|| order(a).cmp(&order(b)))
        .then_with(|| a.message.cmp(&b.message))
        .then_with(|| a.id.cmp(&b.id))
}
