//! The two passes over a session: the first learns what is to be replaced, the second replaces it.

use std::fmt;

use bindery_codegen::{Diagnostic, Pointer};
use fastrand::Rng;

use super::{
    Redaction,
    ledger::{Ledger, Settled},
    marks::Mark,
    multipart,
    walk::{Kind, Map, Seen, Used},
};
use crate::{Checker, Recording, check::Shows};

/// Learns which values of a session's exchanges are to be replaced, from one after the other.
#[derive(Debug)]
pub struct Learner<'a> {
    checker: &'a Checker<'a>,
    settings: Redaction,
    used: Used,
    ledger: Ledger,
}

/// Replaces what was learned, in one exchange after the other.
#[derive(Debug)]
pub struct Redactor<'a> {
    checker: &'a Checker<'a>,
    settings: Redaction,
    used: Used,
    settled: Settled,
}

impl<'a> Learner<'a> {
    /// Learns nothing yet.
    pub fn new(checker: &'a Checker<'a>, settings: &Redaction) -> Self {
        Self {
            checker,
            settings: settings.clone(),
            used: Used::default(),
            ledger: Ledger::default(),
        }
    }

    /// Learns what an exchange holds that is to be replaced in all of them.
    pub fn learn(&mut self, recording: &Recording) {
        let map = Map::of(self.checker, &self.settings, &self.used);
        let ledger = &mut self.ledger;
        map.walk(&mut recording.clone(), &mut |seen| {
            if let Some(mark) = seen.mark
                && is_noted(map, seen)
                && seen.kind != Kind::Flag
            {
                ledger.note(seen, mark);
            }
            None
        });
    }

    /// Draws a stand-in for each value.
    pub fn settle(self) -> Redactor<'a> {
        let rng = self.settings.seed.map_or_else(Rng::new, Rng::with_seed);
        Redactor {
            settled: self.ledger.settle(self.checker.document(), rng),
            checker: self.checker,
            settings: self.settings,
            used: self.used,
        }
    }
}

impl Redactor<'_> {
    /// How many different values have a stand-in.
    pub fn replaced(&self) -> usize {
        self.settled.len()
    }

    /// The names and pointers of [`Redaction::also`] that no exchange had.
    pub fn unused(&self) -> Vec<&str> {
        let used = self.used.borrow();
        let also = self.settings.also.iter().enumerate();
        also.filter(|(number, _)| !used.contains(number))
            .map(|(_, also)| also.as_str())
            .collect()
    }

    /// A text without any value that is long enough to be looked for; `None` if there is none in
    /// it.
    pub fn scrub(&self, text: &str) -> Option<String> {
        self.settled.scrub(text)
    }

    /// An exchange that was learned from, with a stand-in for each value that is to be replaced.
    ///
    /// # Errors
    /// When a value has no stand-in, or the exchange would be judged otherwise with them; at the
    /// claim in the document, and without any of the exchange's values.
    pub fn redact(&self, recording: Recording) -> Result<Recording, Diagnostic> {
        if let Some(half) = multipart::closed(&recording) {
            let message =
                format!("the {half} body has parts that cannot be looked into for secrets");
            let refusal = Diagnostic::new(recording.cited(), message);
            return Err(refusal.help("have each part sent as a text"));
        }
        let before = self.checker.shows(&recording);
        let redacted = self.replace(recording, &before)?;
        let after = self.checker.shows(&redacted);
        if after == before {
            Ok(redacted)
        } else {
            Err(self.changed(&before, &after))
        }
    }

    fn replace(&self, recording: Recording, before: &Shows) -> Result<Recording, Diagnostic> {
        let map = Map::of(self.checker, &self.settings, &self.used);
        let mut refusal = None;
        // Without its file, which holds the exchange as it was.
        let mut now = recording.detached();
        map.walk(&mut now, &mut |seen| {
            let with = self.with(map, seen);
            if with.is_none() && is_noted(map, seen) && refusal.is_none() {
                refusal = Some(self.refusal(before, seen));
            }
            with
        });
        refusal.map_or(Ok(now), Err)
    }

    /// What takes the place of a value.
    fn with(&self, map: Map<'_>, seen: &Seen<'_>) -> Option<String> {
        let first = seen.applied.enumerated(map.document, seen.text);
        match (seen.mark, seen.kind, first) {
            (Some(Mark::Personal), _, Some(first)) => Some(first),
            (_, _, Some(_)) | (None, Kind::Flag, None) => None,
            (Some(_), Kind::Flag, None) => Some("false".to_owned()),
            (Some(_), ..) => self.settled.stand_in(seen.text).map(str::to_owned),
            (None, Kind::Text | Kind::Name, None) => self.settled.scrub(seen.text),
            (None, Kind::Number, None) => self.settled.number(seen.text).map(str::to_owned),
        }
    }

    /// The refusal of an exchange of which a value has no stand-in.
    fn refusal(&self, before: &Shows, seen: &Seen<'_>) -> Diagnostic {
        // A place is made of names, which may be somebody's too.
        let place = self.settled.scrub(seen.place);
        let message = format!(
            "nothing can stand for a value of `{}` in the {}",
            before.operation,
            place.as_deref().unwrap_or(seen.place)
        );
        self.fault(seen.applied.places().first().cloned(), message).help(
            "no other value of this form keeps to the schema: loosen it, or leave the exchange out",
        )
    }

    /// The refusal of an exchange that would be judged otherwise, at the claim that would be.
    fn changed(&self, before: &Shows, after: &Shows) -> Diagnostic {
        let message = format!(
            "a replaced value would change the verdict on `{}`",
            before.operation
        );
        self.fault(before.difference(after), message)
            .help("leave the exchange out, or say by the schema what other values there are")
    }

    fn fault(&self, at: Option<Pointer>, message: impl fmt::Display) -> Diagnostic {
        let at = at.unwrap_or_default();
        self.checker
            .document()
            .diagnostic(at.as_str(), message.to_string())
    }
}

/// Whether a value has to be replaced, so that there is no writing it without a stand-in.
fn is_noted(map: Map<'_>, seen: &Seen<'_>) -> bool {
    let listed = seen.applied.enumerated(map.document, seen.text).is_some();
    seen.mark.is_some() && !seen.text.is_empty() && !listed
}
