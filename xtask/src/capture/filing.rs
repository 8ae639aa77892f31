//! The storing of a session's exchanges, and what is said of it.

use std::{
    collections::{BTreeMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use bindery_contract::{Checker, Kept, OutOfScope, Recording, Redactor, Source};

use super::{Captured, Session, store::Stored, text};
use crate::exit::{Found, Refusal};

/// The storing of a session's exchanges.
pub(super) struct Filing<'a> {
    session: &'a Session<'a>,
    checker: &'a Checker<'a>,
    redactor: &'a Redactor<'a>,
    kept: Kept,
    day: String,
    /// What was captured so far, as hashes.
    known: HashSet<u64>,
    stored: Stored,
    /// Why exchanges were left out, each reason with its number and how many there are.
    left_out: BTreeMap<String, (usize, usize)>,
    out_of_scope: BTreeMap<OutOfScope, usize>,
}

impl<'a> Filing<'a> {
    pub(super) fn new(
        session: &'a Session<'a>,
        checker: &'a Checker<'a>,
        redactor: &'a Redactor<'a>,
    ) -> Self {
        Self {
            session,
            checker,
            redactor,
            kept: Kept::of(session.document),
            day: chrono::Utc::now().format("%Y-%m-%d").to_string(),
            known: HashSet::new(),
            stored: Stored::default(),
            left_out: BTreeMap::new(),
            out_of_scope: BTreeMap::new(),
        }
    }

    pub(super) fn file(&mut self, captured: Captured) -> Result<(), Refusal> {
        match self.prepared(captured) {
            Ok(Some((recording, folder))) => {
                self.stored.put(&recording, &self.session.out.join(folder))
            }
            Ok(None) => Ok(()),
            Err(reason) => {
                let place = self.left_out.len();
                let (_, count) = self.left_out.entry(reason).or_insert((place, 0));
                *count += 1;
                Ok(())
            }
        }
    }

    /// An exchange as it is stored, and the folder of its operation; nothing where there is no
    /// need to store it, or why it is left out.
    fn prepared(&mut self, captured: Captured) -> Result<Option<(Recording, String)>, String> {
        let recording = captured?;
        let operation = match self.checker.operation_of(&recording) {
            Ok(operation) => operation,
            Err(reason) => {
                *self.out_of_scope.entry(reason).or_default() += 1;
                return Ok(None);
            }
        };
        let operation = operation.ok_or_else(|| self.unknown(&recording))?;
        if let Some(reason) = text::unusable(&recording) {
            return Err(format!("{}: {reason}", recording.cited()));
        }
        let folder = operation.id().map(str::to_owned);
        let folder = folder.unwrap_or_else(|| slug(&operation.title()));
        if !self.known.insert(essence(&recording)) {
            self.stored.skipped += 1;
            return Ok(None);
        }
        let redacted = self.redactor.redact(recording);
        let mut recording = redacted.map_err(|refusal| refusal.to_string())?;
        let recorded = &mut recording.recorded;
        recorded.source = Source::Live;
        self.session.reference.clone_into(&mut recorded.reference);
        // An archive may be older than its import.
        recorded.at.get_or_insert_with(|| self.day.clone());
        self.kept.keep(&mut recording);
        Ok(Some((recording, folder)))
    }

    fn unknown(&self, recording: &Recording) -> String {
        let path = masked(&recording.request.path);
        format!(
            "no operation of `{}` is `{} {}`",
            self.session.document.name(),
            recording.request.method,
            self.redactor.scrub(&path).unwrap_or(path)
        )
    }

    /// What was stored and what was not, in words.
    pub(super) fn summary(&self) -> Found {
        let written = self.stored.written.iter();
        let written = written.map(|path| format!("wrote {}\n", path.display()));
        let mut left_out: Vec<_> = self.left_out.iter().collect();
        left_out.sort_by_key(|(_, (place, _))| *place);
        let left_out = left_out
            .into_iter()
            .map(|(reason, (_, count))| match count {
                1 => format!("left out: {reason}\n"),
                count => format!("left out: {reason} ({count} times)\n"),
            });
        let of_scope = self.out_of_scope.iter();
        let of_scope: Vec<String> = of_scope
            .map(|(reason, count)| format!("{count} {reason}"))
            .collect();
        let of_scope = match of_scope.as_slice() {
            [] => String::new(),
            reasons => format!("out of scope: {}\n", reasons.join(", ")),
        };
        let counts = format!(
            "{} written, {} known already, {} left out; {} replaced\n",
            counted(self.stored.written.len(), "exchange"),
            self.stored.skipped,
            self.left_out
                .values()
                .map(|(_, count)| count)
                .sum::<usize>(),
            counted(self.redactor.replaced(), "value"),
        );
        Found {
            text: written.chain(left_out).chain([of_scope, counts]).collect(),
            failed: !self.left_out.is_empty(),
        }
    }
}

/// What two exchanges have in common that are the same to the letter, but for headers that vary.
fn essence(recording: &Recording) -> u64 {
    let mut bare = recording.clone();
    bare.recorded.at = None;
    bare.request.headers.clear();
    if let Some(response) = &mut bare.response {
        response
            .headers
            .retain(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    }
    let mut hasher = DefaultHasher::new();
    bare.to_yaml().hash(&mut hasher);
    hasher.finish()
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A path that no operation has, without what may tell of anybody: no schema says what it holds.
fn masked(path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        let plain = segment.len() <= 24
            && segment
                .chars()
                .all(|sign| sign.is_ascii_alphabetic() || "-_.".contains(sign));
        // `v1` and the like are no identifiers.
        let version = segment.len() <= 3 && segment.starts_with('v');
        if plain || version { segment } else { "…" }
    });
    segments.collect::<Vec<_>>().join("/")
}

/// A folder for an operation without a name: `get-cats-cat` for `GET /cats/{cat}`.
fn slug(title: &str) -> String {
    let words = title.split(|sign: char| !sign.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}
