//! What came of a body, so that traffic that repeats itself is judged once.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use bindery_codegen::Pointer;

use super::gather::Gathered;
use crate::{Finding, Kind, Verdict, patch::Seen, schema::Direction};

/// How many outcomes are held; beyond them, all are forgotten and gathered anew.
const HELD: usize = 4096;

/// What came of the bodies so far.
///
/// A body is told from others by a hash of 128 bits of its text and schema, whose seeds nobody knows.
#[derive(Debug, Default)]
pub(super) struct Outcomes {
    seeds: [RandomState; 2],
    held: RwLock<HashMap<Mark, Arc<Outcome>>>,
}

/// What tells one body under one schema from others.
pub(super) type Mark = [u64; 2];

/// What judging a body came to.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) verdict: Verdict,
    pub(super) echoes: Vec<Echo>,
}

/// One disagreement that the body shows wherever it comes.
#[derive(Debug)]
pub(super) struct Echo {
    pub(super) kind: Kind,
    pub(super) key: String,
    pub(super) count: usize,
    /// The finding with its first examples, unless it had enough of them.
    pub(super) finding: Option<Finding>,
    pub(super) taught: Option<Taught>,
}

/// What the values of a body teach, which is learned from the first exchange that has it.
///
/// To see the same values twice is to see them once.
#[derive(Debug, Clone)]
pub(super) struct Taught(Arc<Mutex<Seen>>);

impl Outcomes {
    pub(super) fn mark(&self, used: &(Direction, Pointer), text: &str) -> Mark {
        let hash = |seed: &RandomState| seed.hash_one((used, text));
        self.seeds.each_ref().map(hash)
    }

    pub(super) fn get(&self, mark: &Mark) -> Option<Arc<Outcome>> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.get(mark).cloned()
    }

    /// Keeps what came of a body.
    pub(super) fn keep(&self, mark: Mark, verdict: Verdict, shown: Gathered) -> Arc<Outcome> {
        let echoes = shown.into_sights().map(|(kind, key, sight)| Echo {
            kind,
            key,
            count: sight.count,
            finding: sight.finding,
            taught: (sight.seen != Seen::default()).then(|| Taught::new(sight.seen)),
        });
        let echoes = echoes.collect();
        let outcome = Arc::new(Outcome { verdict, echoes });
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= HELD {
            held.clear();
        }
        held.insert(mark, Arc::clone(&outcome));
        outcome
    }
}

impl Taught {
    fn new(seen: Seen) -> Self {
        Self(Arc::new(Mutex::new(seen)))
    }

    /// What is to be learned; nothing where it has been.
    pub(super) fn take(&self) -> Seen {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *seen)
    }
}
