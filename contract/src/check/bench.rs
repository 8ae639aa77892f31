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
        let key = format!("{at} {detail}");
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
        self.gathered.learn(kind, key, Lesson { detail, ..lesson });
    }

    /// Records that a value contradicts its schema.
    pub(super) fn mismatch(
        &mut self,
        fault: &Fault,
        whole: &Value,
        prefix: &str,
        seen: impl FnOnce() -> Place,
    ) {
        let kind = if fault.undecided {
            Kind::Unchecked
        } else {
            Kind::Mismatch
        };
        let key = fault.site.to_string();
        if !self.gathered.again(kind, &key) {
            let document = Place::of(self.subject.document, fault.site.as_str());
            let seen = seen().label(located(&fault.found, &fault.at));
            self.gathered.add(Shown {
                kind,
                key: key.clone(),
                message: format!("{prefix}{}", fault.message),
                help: fault.help.clone(),
                document: document.label(fault.claim.clone()),
                seen: Some(seen),
            });
        }
        let lesson = Lesson {
            detail: fault.way,
            value: whole.pointer(fault.at.as_str()),
            body: None,
        };
        self.gathered.learn(kind, key, lesson);
    }

    /// Records that a required part of a half, which begins at `half`, was not sent.
    pub(super) fn missing(&mut self, claim: Pointer, what: &str, half: Part) {
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

/// What a value is, and where in its body.
pub(super) fn located(found: &str, at: &Pointer) -> String {
    if at.as_str().is_empty() {
        found.to_owned()
    } else {
        format!("{found} at `{at}`")
    }
}
