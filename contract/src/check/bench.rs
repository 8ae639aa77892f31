//! The exchange at hand, and how what it shows is put on record.

use bindery_codegen::Pointer;
use serde_json::Value;

use super::{
    Subject,
    gather::{Gathered, Shown},
};
use crate::{Kind, Place, Recording, patch::Lesson, recording::Part, schema::Fault};

/// The exchange at hand, and where its findings go.
pub(super) struct Bench<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) recording: &'a Recording,
    pub(super) gathered: &'a mut Gathered,
}

/// A disagreement, without the place that shows it.
#[derive(Debug)]
pub(super) struct Remark<'a> {
    pub(super) kind: Kind,
    /// The claim, or where one is missing.
    pub(super) at: Pointer,
    /// What tells it from others of its kind at the same place.
    pub(super) detail: &'a str,
    pub(super) message: String,
    pub(super) help: String,
}

impl Bench<'_> {
    /// Records a disagreement that a place of the recording shows.
    pub(super) fn show(&mut self, remark: Remark<'_>, seen: impl FnOnce() -> Place) {
        self.teach(remark, Lesson::default(), seen);
    }

    /// Records a disagreement, and what would have to be described for it to end.
    pub(super) fn teach(
        &mut self,
        remark: Remark<'_>,
        lesson: Lesson<'_>,
        seen: impl FnOnce() -> Place,
    ) {
        let Remark {
            kind,
            at,
            detail,
            message,
            help,
        } = remark;
        let key = key(&at, detail);
        if !self.gathered.again(kind, &key) {
            self.gathered.add(Shown {
                kind,
                key: key.clone(),
                message,
                help: Some(help),
                document: Place::of(self.subject.document, at.as_str()),
                seen: Some(seen()),
            });
        }
        self.gathered.learn(kind, &key, Lesson { detail, ..lesson });
    }

    /// Whether a disagreement is known to have its examples; it is counted then, and nobody need
    /// find words for it.
    pub(super) fn again(&mut self, kind: Kind, at: &Pointer, lesson: Lesson<'_>) -> bool {
        let key = key(at, lesson.detail);
        let known = self.gathered.again(kind, &key);
        if known {
            self.gathered.learn(kind, &key, lesson);
        }
        known
    }

    /// Whether the next fault of a site, of so many in one value, is to be an example.
    pub(super) fn wants(&self, site: &Pointer, undecided: bool, count: usize) -> bool {
        self.gathered.wants(of(undecided), site.as_str(), count)
    }

    /// Records that a value contradicts its schema.
    pub(super) fn mismatch(
        &mut self,
        fault: &Fault,
        whole: &Value,
        prefix: &str,
        seen: impl FnOnce() -> Place,
    ) {
        let (kind, key) = (of(fault.undecided), fault.site.as_str());
        if !self.gathered.again(kind, key) {
            let document = Place::of(self.subject.document, fault.site.as_str());
            let seen = seen().label(located(&fault.found, &fault.at));
            self.gathered.add(Shown {
                kind,
                key: key.to_owned(),
                message: format!("{prefix}{}", fault.message),
                help: fault.help.clone(),
                document: document.label(fault.claim.clone()),
                seen: Some(seen),
            });
        }
        // What lacks a member teaches nothing about that member.
        let lacks = fault.site.as_str().rsplit('/').nth(1) == Some("required");
        let lesson = Lesson {
            detail: fault.way,
            value: (!lacks).then(|| whole.pointer(fault.at.as_str())).flatten(),
            body: None,
        };
        self.gathered.learn(kind, key, lesson);
    }

    /// Records that a required part of a half, which begins at `half`, was not sent.
    pub(super) fn missing(&mut self, claim: Pointer, what: &str, half: Part) {
        if self.again(Kind::Mismatch, &claim, Lesson::default()) {
            return;
        }
        let remark = Remark {
            kind: Kind::Mismatch,
            at: claim,
            detail: "",
            message: format!("the {what} is required, but missing"),
            help: "if it may be left out, remove `required`".to_owned(),
        };
        let recording = self.recording;
        self.show(remark, || recording.place(half).label("not sent here"));
    }
}

/// What tells a disagreement from others of its kind.
fn key(at: &Pointer, detail: &str) -> String {
    [at.as_str(), " ", detail].concat()
}

/// The kind that a fault is of.
fn of(undecided: bool) -> Kind {
    if undecided {
        Kind::Unchecked
    } else {
        Kind::Mismatch
    }
}

/// What a value is, and where in its body.
pub(super) fn located(found: &str, at: &Pointer) -> String {
    if at.as_str().is_empty() {
        found.to_owned()
    } else {
        format!("{found} at `{at}`")
    }
}
