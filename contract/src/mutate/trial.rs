//! Decides whether some recording notices a mutant, by holding against it what it touches and
//! nothing else.

use std::collections::{BTreeSet, HashSet};

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::Value;

use super::{
    operator::{Change, Edit, Touches},
    project::project,
    scene::{Anchor, Scene},
};
use crate::{
    Assumed, Kind, Mode, Recording, check, matching,
    schema::{self, Judged, Schemas},
};

/// The recordings as the document has them.
pub(super) struct Exhibit<'a> {
    pub(super) document: &'a Document,
    pub(super) mode: Mode,
    pub(super) operations: &'a [Operation<'a>],
    pub(super) schemas: &'a Schemas,
    pub(super) recordings: &'a [Recording],
    /// The values that were judged, each with the recording that holds it and its operation.
    pub(super) judged: Vec<Judged>,
    pub(super) held_by: Vec<(usize, usize)>,
    pub(super) scene: Scene,
    /// For each operation, the recordings of it with the key of their answer.
    pub(super) answered: Vec<Vec<(usize, String)>>,
}

/// A copy of the document that mutants are made in, one at a time.
pub(super) struct Bench<'a> {
    exhibit: &'a Exhibit<'a>,
    /// The whole document.
    whole: Document,
    /// A document whose value is the part that matters at an anchor.
    small: Document,
    /// For each anchor: that part, and what its values contradict in the original.
    prepared: Vec<Option<(Value, Vec<Faults>)>>,
}

/// What a value contradicts: the claim, and where in the value.
type Faults = BTreeSet<(Pointer, Pointer)>;

impl<'a> Bench<'a> {
    pub(super) fn new(exhibit: &'a Exhibit<'a>) -> Self {
        let prepared = exhibit.scene.anchors.iter().map(|_| None).collect();
        Self {
            exhibit,
            whole: exhibit.document.clone(),
            small: exhibit.document.clone(),
            prepared,
        }
    }

    /// The first recording that notices a change, by its index.
    pub(super) fn try_out(&mut self, change: &Change, operation: usize) -> Option<usize> {
        let exhibit = self.exhibit;
        match &change.touches {
            Touches::Status(key) => self.status(key, operation),
            Touches::Values(site) => self.values(change, site),
            Touches::Names(site, name) => {
                let name = name.as_deref();
                let others = site.join("additionalProperties");
                let others = exhibit.document.get(others.as_str());
                self.names(change, site, name).or_else(|| {
                    // A member that is not declared is held against what no value reached so far.
                    if others.is_some_and(Value::is_object) {
                        self.at_large(change, site)
                            .or_else(|| self.read_anew(change, site))
                    } else {
                        self.values(change, site)
                    }
                })
            }
            Touches::Union(site) => self
                .values(change, site)
                .or_else(|| self.names(change, site, None)),
        }
    }

    /// Whether a value that reached a schema no longer fits it.
    fn values(&mut self, change: &Change, site: &Pointer) -> Option<usize> {
        let scene = &self.exhibit.scene;
        let mut anchors = scene.at.get(site).into_iter().flatten().copied();
        let at_anchor = anchors.find_map(|anchor| self.at_anchor(change, site, anchor));
        at_anchor.or_else(|| self.read_anew(change, site))
    }

    /// Whether a value that is read by its schema, as a parameter is, is complained about when the
    /// recording that holds it is read anew.
    fn read_anew(&mut self, change: &Change, site: &Pointer) -> Option<usize> {
        let exhibit = self.exhibit;
        let reached = exhibit.scene.reached.get(site)?.iter().copied();
        let read = reached.filter(|index| !is_verbatim(exhibit.document, &exhibit.judged[*index]));
        let mut known = HashSet::new();
        let distinct = read.filter(|index| {
            let Judged { used, value, .. } = &exhibit.judged[*index];
            known.insert((&used.1, value))
        });
        let read: Vec<usize> = distinct.collect();
        if read.is_empty() {
            return None;
        }
        let undo: Vec<Edit> = change
            .edits
            .iter()
            .map(|edit| edit.make(&mut self.whole))
            .collect();
        let whole = &self.whole;
        let noticed = read
            .into_iter()
            .map(|index| (index, exhibit.held_by[index]))
            .find_map(|(index, (recording, operation))| {
                let used = exhibit.judged[index].used.clone();
                let schemas = schema::compile(whole, exhibit.mode, [used]);
                let authored = &exhibit.operations[operation];
                let mutated = [Operation {
                    value: whole.get(authored.pointer.as_str())?,
                    ..authored.clone()
                }];
                let recorded = &exhibit.recordings[recording];
                let after = check::complaints(whole, &mutated, &schemas, recorded);
                let authored = std::slice::from_ref(authored);
                let before =
                    check::complaints(exhibit.document, authored, exhibit.schemas, recorded);
                (!after.is_subset(&before)).then_some(recording)
            });
        for edit in undo.iter().rev() {
            edit.make(&mut self.whole);
        }
        noticed
    }

    fn at_anchor(&mut self, change: &Change, site: &Pointer, index: usize) -> Option<usize> {
        let exhibit = self.exhibit;
        let anchor = &exhibit.scene.anchors[index];
        let (part, before) = match self.prepared[index].take() {
            Some(prepared) => prepared,
            None => {
                let part = project(exhibit.document, &anchor.used.1, &anchor.visited);
                self.small.replace("", Some(part));
                let before = self.judge(anchor).collect();
                (self.small.replace("", None).unwrap_or_default(), before)
            }
        };
        self.small.replace("", Some(part));
        let undo: Vec<Edit> = change
            .edits
            .iter()
            .map(|edit| edit.make(&mut self.small))
            .collect();
        // Which branch is blamed for a value that fits none is a guess, so such a value is no witness.
        let by_choice = anchor.chosen.contains(site) || matches!(change.touches, Touches::Union(_));
        let noticed = self.judge(anchor).zip(&before).position(|(after, before)| {
            (!by_choice || before.is_empty()) && !after.is_subset(before)
        });
        for edit in undo.iter().rev() {
            edit.make(&mut self.small);
        }
        let part = self.small.replace("", None).unwrap_or_default();
        self.prepared[index] = Some((part, before));
        noticed.map(|seen| exhibit.held_by[anchor.seen[seen].judged].0)
    }

    /// What each value of an anchor contradicts in the small document, one after another.
    fn judge(&self, anchor: &'a Anchor) -> impl Iterator<Item = Faults> + use<'_, 'a> {
        let schemas = schema::compile(&self.small, self.exhibit.mode, [anchor.used.clone()]);
        anchor
            .seen
            .iter()
            .map(move |seen| contradicted(&self.small, &schemas, &seen.part))
    }

    /// Whether one of the judged values that reach a schema contradicts more, judged as a whole.
    fn at_large(&mut self, change: &Change, site: &Pointer) -> Option<usize> {
        let exhibit = self.exhibit;
        let reached = exhibit.scene.reached.get(site)?.iter().copied();
        let reached: Vec<usize> = reached
            .filter(|index| is_verbatim(exhibit.document, &exhibit.judged[*index]))
            .collect();
        let undo: Vec<Edit> = change
            .edits
            .iter()
            .map(|edit| edit.make(&mut self.whole))
            .collect();
        let uses = reached
            .iter()
            .map(|index| exhibit.judged[*index].used.clone());
        let schemas = schema::compile(&self.whole, exhibit.mode, uses);
        let noticed = reached.iter().copied().find(|index| {
            let judged = &exhibit.judged[*index];
            let before = contradicted(exhibit.document, exhibit.schemas, judged);
            !contradicted(&self.whole, &schemas, judged).is_subset(&before)
        });
        for edit in undo.iter().rev() {
            edit.make(&mut self.whole);
        }
        noticed.map(|index| exhibit.held_by[index].0)
    }

    /// Whether a body has a member that is no longer declared.
    fn names(&mut self, change: &Change, site: &Pointer, name: Option<&str>) -> Option<usize> {
        let exhibit = self.exhibit;
        let bodies = exhibit.scene.reached.get(site)?.iter().copied();
        let mut bodies: Vec<usize> = bodies
            .filter(|index| {
                let judged = &exhibit.judged[*index];
                is_body(exhibit.document, &judged.used.1)
                    && name.is_none_or(|name| has_member(&judged.value, name))
            })
            .collect();
        // The smallest body that notices is the cheapest.
        bodies.sort_by_cached_key(|index| size(&exhibit.judged[*index].value));
        let undo: Vec<Edit> = change
            .edits
            .iter()
            .map(|edit| edit.make(&mut self.whole))
            .collect();
        let noticed = bodies.into_iter().find(|index| {
            let judged = &exhibit.judged[*index];
            let unknown = |document| -> BTreeSet<Pointer> {
                let members = exhibit
                    .schemas
                    .undeclared_anew(document, &judged.used.1, &judged.value)
                    .into_iter();
                members
                    .map(|member| member.at)
                    .filter(|at| !judged.allowances().hides(at))
                    .collect()
            };
            let after = unknown(&self.whole);
            !after.is_empty() && !after.is_subset(&unknown(exhibit.document))
        });
        for edit in undo.iter().rev() {
            edit.make(&mut self.whole);
        }
        noticed.map(|index| exhibit.held_by[index].0)
    }

    /// Whether a recording of an operation is not described when an answer is missing.
    fn status(&self, key: &str, operation: usize) -> Option<usize> {
        let exhibit = self.exhibit;
        let authored = &exhibit.operations[operation];
        let mut value = authored.value.clone();
        if let Some(answers) = value.get_mut("responses").and_then(Value::as_object_mut) {
            answers.remove(key);
        }
        let mutated = [Operation {
            value: &value,
            ..authored.clone()
        }];
        let complaints = |operations: &[Operation<'_>], recording: &Recording| {
            check::complaints(exhibit.document, operations, exhibit.schemas, recording)
        };
        let answered = exhibit.answered[operation]
            .iter()
            .filter(|(_, answer)| answer == key);
        let mut recordings = answered.map(|(index, _)| *index);
        recordings.find(|index| {
            let recording = &exhibit.recordings[*index];
            // A status that nobody printed is no witness of an answer.
            if recording.assumes(Assumed::Status) {
                return false;
            }
            let before = complaints(std::slice::from_ref(authored), recording);
            let after = complaints(&mutated, recording);
            let is_sound = before.iter().all(|(kind, _)| *kind != Kind::Mismatch);
            is_sound && !after.is_subset(&before)
        })
    }
}

fn contradicted(document: &Document, schemas: &Schemas, judged: &Judged) -> Faults {
    let faults = schemas.judge(document, &judged.used, &judged.value, &judged.allowances());
    let faults = faults.unwrap_or_default().into_iter();
    faults.map(|fault| (fault.site, fault.at)).collect()
}

/// Whether a value was judged as it was recorded, and not read by its schema.
pub(super) fn is_verbatim(document: &Document, judged: &Judged) -> bool {
    let media_type = judged.used.1.parent();
    let media_type = media_type
        .as_ref()
        .and_then(Pointer::last)
        .unwrap_or_default();
    is_body(document, &judged.used.1) && matching::is_json(&media_type)
}

/// Whether a schema is of a body, and not of a parameter or a header.
fn is_body(document: &Document, schema: &Pointer) -> bool {
    let Some(content) = schema.parent().and_then(|media| media.parent()) else {
        return false;
    };
    let owner = content.parent().unwrap_or_default();
    let is_header = owner
        .parent()
        .is_some_and(|above| above.last().as_deref() == Some("headers"));
    let is_parameter = document
        .get(owner.as_str())
        .is_some_and(|owner| owner.get("in").is_some());
    content.last().as_deref() == Some("content") && !is_header && !is_parameter
}

fn has_member(value: &Value, name: &str) -> bool {
    match value {
        Value::Object(members) => {
            members.contains_key(name) || members.values().any(|member| has_member(member, name))
        }
        Value::Array(items) => items.iter().any(|item| has_member(item, name)),
        _ => false,
    }
}

/// How many values are in a value.
fn size(value: &Value) -> usize {
    match value {
        Value::Object(members) => 1 + members.values().map(size).sum::<usize>(),
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        _ => 1,
    }
}
