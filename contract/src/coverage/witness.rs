//! Counts which claims each recording witnesses.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Operation, Pointer};
use chrono::NaiveDate;
use serde_json::Value;

use super::{
    Covered, Kind,
    enumerate::{Claims, Key},
    permissive::Texts,
    words::{is_list, listed, null_at},
};
use crate::{
    Assumed, Mode, Recording, Source, check,
    check::Trace,
    matching::Routes,
    schema::{Judged, Schemas},
    walk::{Patterns, UNIONS, Visit, Walker, parts, walk},
};

/// What all recordings together show, apart from the claims.
pub(super) struct Tallied {
    /// The selected operations, by their index in the document.
    pub(super) covered: BTreeMap<usize, Covered>,
    /// How many recordings belong to them, by who recorded them.
    pub(super) sources: BTreeMap<Source, usize>,
    pub(super) texts: Texts,
}

/// What the recordings so far witness.
pub(super) struct Tally<'a> {
    document: &'a Document,
    operations: &'a [Operation<'a>],
    routes: Routes<'a>,
    schemas: &'a Schemas,
    claims: &'a mut Claims,
    covered: BTreeMap<usize, Covered>,
    sources: BTreeMap<Source, usize>,
    texts: Texts,
    patterns: Patterns,
}

impl<'a> Tally<'a> {
    pub(super) fn new(
        document: &'a Document,
        operations: &'a [Operation<'a>],
        selected: &BTreeSet<usize>,
        schemas: &'a Schemas,
        claims: &'a mut Claims,
    ) -> Self {
        let covered = |index: &usize| {
            let operation = &operations[*index];
            let covered = Covered {
                title: operation.title(),
                id: operation.id().map(str::to_owned),
                claims: Vec::new(),
                recordings: 0,
                days: None,
            };
            (*index, covered)
        };
        Self {
            document,
            operations,
            routes: Routes::new(document, operations),
            schemas,
            claims,
            covered: selected.iter().map(covered).collect(),
            sources: BTreeMap::new(),
            texts: Texts::default(),
            patterns: Patterns::default(),
        }
    }

    /// Counts what one more recording witnesses.
    pub(super) fn add(&mut self, recording: &Recording) {
        let trace = check::trace(
            self.document,
            self.operations,
            &self.routes,
            self.schemas,
            recording,
        );
        let Some(trace) = trace else {
            return;
        };
        let Some(covered) = self.covered.get_mut(&trace.operation) else {
            return;
        };
        let recorded = &recording.recorded;
        let day = recorded.at.as_deref().and_then(day);
        covered.recordings += 1;
        covered.days = covered
            .days
            .into_iter()
            .chain(day.map(|day| (day, day)))
            .reduce(|(oldest, newest), (day, _)| (oldest.min(day), newest.max(day)));
        *self.sources.entry(recorded.source).or_default() += 1;
        let mut shown = self.outside_bodies(recording, &trace);
        for judged in &trace.judged {
            let mut eye = Eye {
                document: self.document,
                schemas: self.schemas,
                judged,
                shown: &mut shown,
                texts: &mut self.texts,
                patterns: &self.patterns,
            };
            walk(self.document, &judged.used, &judged.value, &mut eye);
        }
        for (key, values) in shown {
            if let Some(claim) = self.claims.get_mut(&key) {
                claim.witnesses.values += values;
                claim
                    .witnesses
                    .add(recorded.source, recorded.generated, day);
            }
        }
    }

    pub(super) fn finish(self) -> Tallied {
        Tallied {
            covered: self.covered,
            sources: self.sources,
            texts: self.texts,
        }
    }

    /// What a recording shows of the operation, its parameters, statuses, media types and headers.
    fn outside_bodies(&self, recording: &Recording, trace: &Trace) -> BTreeMap<Key, usize> {
        let operation = &self.operations[trace.operation];
        let mut shown = BTreeMap::from([((operation.pointer.clone(), Kind::Operation), 1)]);
        let mut show = |at: Pointer, kind| shown.insert((at, kind), 1);
        for judged in trace
            .judged
            .iter()
            .filter(|judged| judged.faulty.is_empty())
        {
            // A parameter stands right above its schema; for anything else there is no such claim.
            if let Some(parameter) = judged.used.1.parent() {
                show(parameter, Kind::Parameter);
            }
        }
        for media in &trace.media {
            show(media.clone(), Kind::MediaType);
        }
        if let (Some(answer), Some(response)) = (&trace.answer, &recording.response) {
            if !recording.assumes(Assumed::Status) {
                let listed = operation.pointer.join("responses").join(&answer.key);
                show(listed, Kind::Status);
            }
            if !recording.assumes(Assumed::Header) {
                let headers = answer.at.join("headers");
                let known = self
                    .document
                    .get(headers.as_str())
                    .and_then(Value::as_object);
                for name in known.into_iter().flat_map(|known| known.keys()) {
                    let mut sent = response.headers.iter();
                    if sent.any(|(sent, _)| sent.eq_ignore_ascii_case(name)) {
                        show(headers.join(name), Kind::Header);
                    }
                }
            }
        }
        shown
    }
}

/// The day of a date or an instant; none for any other text.
fn day(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}

/// Sees what one judged value shows.
struct Eye<'a> {
    document: &'a Document,
    schemas: &'a Schemas,
    judged: &'a Judged,
    shown: &'a mut BTreeMap<Key, usize>,
    texts: &'a mut Texts,
    patterns: &'a Patterns,
}

impl<'v> Walker<'v> for Eye<'_> {
    fn follows(&mut self, branch: &Pointer, value: &'v Value, at: &Pointer) -> bool {
        // What a `not` excludes is in no value, and a placeholder would fit any branch.
        if branch.last().is_some_and(|last| last == "not") || self.is_vague(at) {
            return false;
        }
        let fits = self.fits(branch, value, at);
        if fits && !self.judged.generated && !self.judged.faulty.contains(at) {
            self.show(branch.clone(), Kind::Branch);
        }
        fits
    }

    fn concludes(
        &mut self,
        condition: &Pointer,
        holds: bool,
        value: &'v Value,
        at: &Pointer,
    ) -> bool {
        !self.is_vague(at) && self.fits(condition, value, at) == holds
    }

    fn patterns(&self) -> &Patterns {
        self.patterns
    }

    fn hides(&self, at: &Pointer) -> bool {
        self.judged.allowances().hides(at)
    }

    fn visit(&mut self, visit: Visit<'v, '_>) {
        if self.judged.faulty.contains(visit.at) {
            return;
        }
        for (site, schema) in visit.group.schemas(self.document) {
            if let Value::Object(members) = visit.value {
                let known = schema.get("properties").and_then(Value::as_object);
                for name in known.into_iter().flat_map(|known| known.keys()) {
                    let property = site.join("properties").join(name);
                    let member = visit.at.join(name);
                    let sound = !self.judged.faulty.contains(&member) && !self.hides(&member);
                    if members.contains_key(name) && sound {
                        self.show(property, Kind::Property);
                    } else if !members.contains_key(name) && !self.is_bare(visit.at) {
                        self.show(property, Kind::Absent);
                    }
                }
            }
            if !self.judged.generated {
                self.value(site, schema, visit);
            }
        }
    }
}

impl Eye<'_> {
    fn fits(&self, schema: &Pointer, value: &Value, at: &Pointer) -> bool {
        let part = self.judged.part(schema.clone(), at, value.clone());
        let faults = self
            .schemas
            .judge(self.document, &part.used, value, &part.allowances());
        faults.is_some_and(|faults| faults.is_empty())
    }

    fn show(&mut self, at: Pointer, kind: Kind) {
        *self.shown.entry((at, kind)).or_default() += 1;
    }

    /// Whether a value stands for another, of which only the type is known.
    fn is_vague(&self, at: &Pointer) -> bool {
        self.judged.placeholders.contains(at) || self.judged.elided.contains(at)
    }

    /// Whether what is missing from an object says nothing.
    fn is_bare(&self, at: &Pointer) -> bool {
        self.judged.generated || self.is_vague(at)
    }

    /// What a value itself shows of one of its schemas.
    fn value(&mut self, site: &Pointer, schema: &Value, visit: Visit<'_, '_>) {
        let nullable = null_at(self.document, site, schema, Mode::Lenient);
        if let Some(at) = &nullable {
            let kind = if visit.value.is_null() {
                Kind::Null
            } else {
                Kind::NotNull
            };
            self.show(at.clone(), kind);
        }
        if self.is_vague(visit.at) {
            return;
        }
        let mut listed = listed(self.document, site, schema, nullable.is_some()).into_iter();
        if let Some((at, _)) = listed.find(|(_, value)| *value == visit.value) {
            self.show(at, Kind::EnumValue);
        }
        if let (Value::Array(items), true) = (visit.value, is_list(schema)) {
            let entries = visit.at;
            let length_means_nothing = self
                .judged
                .elided
                .iter()
                .any(|at| at.parent().as_ref() == Some(entries));
            if items.is_empty() {
                self.show(site.clone(), Kind::Empty);
            } else if !length_means_nothing {
                self.show(site.clone(), Kind::Filled);
            }
        }
        let free = UNIONS
            .iter()
            .all(|keyword| parts(schema, site, keyword).is_empty());
        if let (Value::String(text), true) = (visit.value, free && visit.choice.is_none()) {
            self.texts.add(site, text);
        }
    }
}
