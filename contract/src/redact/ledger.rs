//! The values that are to be replaced, and what stands for each of them throughout.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use aho_corasick::AhoCorasick;
use bindery_codegen::{Document, Pointer};
use fastrand::Rng;
use serde_json::{Number, Value};

use super::{
    marks::Mark,
    parts,
    scrub::{Known, Scrubber},
    stand_in,
    walk::{Kind, Seen},
};
use crate::{
    Mode,
    schema::{self, Allowances, Direction, Schemas},
};

/// How long a secret must be to be looked for anywhere inside other texts.
const LONG_SECRET: usize = 6;
/// How long a value must be to be looked for as a word of other texts.
const LONG_WORD: usize = 4;
/// Between these numbers a stand-in is sought where a schema has one bound or none.
const WIDE: i64 = 1_000_000_000;

/// The values to replace, in the order they were first seen.
#[derive(Default)]
pub(super) struct Ledger {
    entries: BTreeMap<String, Entry>,
    order: Vec<String>,
}

struct Entry {
    mark: Mark,
    /// The schemas that a stand-in has to suit as the value does, each with how it sees the value.
    claims: BTreeSet<(Pointer, Kind)>,
    number: bool,
}

/// The ledger with a stand-in for each value that has one.
pub(super) struct Settled {
    stand_ins: BTreeMap<String, String>,
    scrubber: Scrubber,
    /// How many values were noted.
    noted: usize,
}

impl Ledger {
    /// Notes a value that is to be replaced.
    pub(super) fn note(&mut self, seen: &Seen<'_>, mark: Mark) {
        let entry = self.entries.entry(seen.text.to_owned()).or_insert_with(|| {
            self.order.push(seen.text.to_owned());
            Entry {
                mark,
                claims: BTreeSet::new(),
                number: false,
            }
        });
        entry.mark = entry.mark.max(mark);
        entry.number |= seen.kind == Kind::Number;
        let places = seen.applied.places().iter();
        entry
            .claims
            .extend(places.map(|at| (at.clone(), seen.kind)));
    }

    /// Chooses the stand-ins.
    pub(super) fn settle(mut self, document: &Document, mut rng: Rng) -> Settled {
        let noted = self.order.len();
        self.take_apart();
        let places = self.entries.values().flat_map(|entry| &entry.claims);
        let uses = places.map(|(at, _)| (Direction::Either, at.clone()));
        let schemas = schema::compile(document, Mode::Lenient, uses);
        let names = self.names();
        let telling = |text: &String| names.as_ref().is_some_and(|names| names.is_match(text));
        let mut stand_ins = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for (index, text) in self.order.iter().enumerate() {
            let entry = &self.entries[text];
            let composed = composed(text, &stand_ins, &mut rng);
            let drawn = entry.candidates(document, text, index + 1, &mut rng);
            let mut candidates: Vec<String> = composed.into_iter().chain(drawn).collect();
            // By chance a short name may come back; another candidate is the better one.
            candidates.sort_by_cached_key(telling);
            let chosen = candidates.into_iter().find(|candidate| {
                !self.entries.contains_key(candidate)
                    && !taken.contains(candidate)
                    && entry.suits(document, &schemas, text, candidate)
            });
            if let Some(chosen) = chosen {
                taken.insert(chosen.clone());
                stand_ins.insert(text.clone(), chosen);
            }
        }
        let scrubber = Scrubber::new(self.known(&stand_ins));
        Settled {
            stand_ins,
            scrubber,
            noted,
        }
    }

    /// What finds in any letters the values that would be looked for in other texts.
    fn names(&self) -> Option<AhoCorasick> {
        let entries = self.entries.iter();
        let sought = entries.filter(|(text, entry)| sought(entry.mark, text).is_some());
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(sought.map(|(text, _)| text))
            .ok()
    }

    /// Adds the names in values of several words, which may stand alone elsewhere; they come
    /// first, so that the whole is made of their stand-ins.
    fn take_apart(&mut self) {
        let personal = |text: &&String| self.entries[*text].mark == Mark::Personal;
        let parts = self.order.iter().filter(personal);
        let parts: Vec<String> = parts
            .flat_map(|text| parts::names(text))
            .map(str::to_owned)
            .collect();
        for part in parts {
            self.entries.entry(part).or_insert_with_key(|part| {
                self.order.push(part.clone());
                Entry {
                    mark: Mark::Personal,
                    claims: BTreeSet::new(),
                    number: false,
                }
            });
        }
        self.order
            .sort_by_key(|text| !parts::names(text).is_empty());
    }

    /// The values that are long enough to be looked for in other texts.
    fn known(&self, stand_ins: &BTreeMap<String, String>) -> Vec<Known> {
        let mut known = Vec::new();
        for (text, stand_in) in stand_ins {
            let mark = self.entries[text].mark;
            let Some(word) = sought(mark, text) else {
                continue;
            };
            let mut add = |value: String, stand_in: String| {
                known.push(Known {
                    value,
                    stand_in,
                    word,
                    any_case: text.contains('@'),
                });
            };
            add(text.clone(), stand_in.clone());
            // One word in small letters may be any word, so only what is more is respelled.
            if !(word && text.chars().all(char::is_alphabetic)) {
                let spellings = parts::spellings(text, stand_in).into_iter();
                for (spelling, stand_in) in
                    spellings.filter(|(spelling, _)| !self.entries.contains_key(spelling))
                {
                    add(spelling, stand_in);
                }
            }
            if mark == Mark::Personal
                && let (Some(user), Some(other)) = (parts::mailbox(text), stand_in.split_once('@'))
            {
                add(user.to_owned(), other.0.to_owned());
            }
        }
        known
    }
}

/// Whether a value is long enough to be looked for in other texts, and whether only as a word of
/// its own.
fn sought(mark: Mark, text: &str) -> Option<bool> {
    let count = text.chars().count();
    let has = |such: fn(char) -> bool| text.contains(such);
    match mark {
        Mark::Secret if count >= LONG_SECRET => Some(false),
        // A short word or number may be anything.
        Mark::Secret if has(char::is_alphabetic) && has(char::is_numeric) => {
            (count >= LONG_WORD).then_some(true)
        }
        Mark::Secret => None,
        Mark::Personal => (count >= LONG_WORD || parts::is_name(text)).then_some(true),
    }
}

/// A value of several names, made of their stand-ins.
fn composed(text: &str, stand_ins: &BTreeMap<String, String>, rng: &mut Rng) -> Option<String> {
    let is_known = |name: &&str| stand_ins.contains_key(*name);
    parts::names(text).iter().any(is_known).then(|| {
        parts::reworded(text, |word| match stand_ins.get(word) {
            Some(stand_in) => stand_in.clone(),
            None => stand_in::same_shape(word, rng),
        })
    })
}

impl Entry {
    fn candidates(
        &self,
        document: &Document,
        text: &str,
        number: usize,
        rng: &mut Rng,
    ) -> Vec<String> {
        let formats = self.claims.iter().filter_map(|(at, _)| {
            let schema = document.get(at.as_str())?;
            schema.get("format")?.as_str()
        });
        let formats: Vec<&str> = formats.collect::<BTreeSet<_>>().into_iter().collect();
        let mut found = match self.mark {
            Mark::Secret => stand_in::for_secret(text, &formats, number, rng),
            Mark::Personal => stand_in::for_personal(text, &formats, number, rng),
        };
        if self.number {
            let of = |keyword: &str| {
                let mut places = self.claims.iter();
                places.find_map(|(at, _)| document.get(at.as_str())?.get(keyword)?.as_i64())
            };
            let minimum = of("minimum")
                .unwrap_or_else(|| of("maximum").map_or(0, |most| most.saturating_sub(WIDE)));
            let maximum = of("maximum").unwrap_or_else(|| minimum.saturating_add(WIDE));
            let step = of("multipleOf").unwrap_or(1);
            found.extend(stand_in::between(minimum, maximum, step, rng));
            found.retain(|candidate| candidate.parse::<Number>().is_ok());
        }
        found
    }

    /// Whether each schema has the same to say about a stand-in as about the value.
    fn suits(&self, document: &Document, schemas: &Schemas, text: &str, candidate: &str) -> bool {
        self.claims.iter().all(|(at, kind)| {
            let used = (Direction::Either, at.clone());
            let faults = |text: &str| {
                let value = kind.value(text);
                let judged = schemas.judge(document, &used, &value, &Allowances::default());
                let sites = judged
                    .unwrap_or_default()
                    .into_iter()
                    .map(|fault| fault.site);
                sites.collect::<BTreeSet<Pointer>>()
            };
            faults(text) == faults(candidate)
        })
    }
}

impl Kind {
    /// A text as a value of this kind.
    fn value(self, text: &str) -> Value {
        match self {
            Self::Number => text.parse().map_or(Value::Null, Value::Number),
            _ => Value::from(text),
        }
    }
}

impl Settled {
    /// What stands for a value that was noted; `None` where nothing suits.
    pub(super) fn stand_in(&self, text: &str) -> Option<&str> {
        self.stand_ins.get(text).map(String::as_str)
    }

    /// A text without any of the values that are long enough to be looked for.
    pub(super) fn scrub(&self, text: &str) -> Option<String> {
        self.scrubber.scrub(text)
    }

    /// What stands for a number outside any mark, which is replaced as a whole or not at all.
    pub(super) fn number(&self, text: &str) -> Option<&str> {
        let stand_in = self.stand_in(text).filter(|_| text.len() >= LONG_SECRET)?;
        stand_in.parse::<Number>().is_ok().then_some(stand_in)
    }

    /// How many values were to be replaced.
    pub(super) fn len(&self) -> usize {
        self.noted
    }
}

// What is in a ledger is not to be seen.
impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ledger({} values)", self.order.len())
    }
}

impl fmt::Debug for Settled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Settled({} values)", self.len())
    }
}
