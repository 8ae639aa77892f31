//! What a document says about the value of a parameter or header, and holding a value against it.

use std::collections::HashMap;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::{
    bench::{Bench, Remark},
    decode::{self, Raw, Style},
};
use crate::{
    Kind, Place, json, matching,
    schema::{Allowances, Direction, Fault, Outline},
};

/// The schema of a parameter or header, and how its value is spelled.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) schema: Pointer,
    pub(super) style: Style,
    /// The media type of a value that is spelled as one.
    media: Option<String>,
}

/// A value that was sent, in a few words and by its place.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a> {
    /// Such as ``parameter `page` ``.
    pub(super) what: &'a str,
    pub(super) direction: Direction,
    pub(super) place: &'a dyn Fn() -> Place,
}

impl Claim {
    /// What an object says by `schema`, or by the one entry of `content`.
    pub(super) fn of(document: &Document, at: &Pointer, place: &str) -> Option<Self> {
        let owner = document.get(at.as_str())?;
        let style = Style::of(Some(owner), place);
        if owner.get("schema").is_some() {
            return Some(Self {
                schema: at.join("schema"),
                style,
                media: None,
            });
        }
        let (media, entry) = owner.get("content")?.as_object()?.iter().next()?;
        entry.get("schema")?;
        Some(Self {
            schema: at.join("content").join(media).join("schema"),
            style,
            media: Some(media.clone()),
        })
    }

    pub(super) fn outline<'a>(&self, bench: &Bench<'a>) -> Outline<'a> {
        let subject = bench.subject;
        subject.schemas.outline(subject.document, &self.schema)
    }

    /// Holds a text against the claim; whether nothing contradicts it.
    pub(super) fn hold_text(
        &self,
        bench: &mut Bench<'_>,
        name: &str,
        text: &str,
        decode: fn(&str) -> String,
        sent: Sent<'_>,
    ) -> bool {
        let Some(media) = &self.media else {
            let raws = self.style.parse(name, &self.outline(bench), text, decode);
            return self.hold(bench, &raws, sent);
        };
        if !matching::is_json(media) {
            let raws = [Raw::Text(decode(text))];
            return self.hold(bench, &raws, sent);
        }
        match json::parse(&decode(text)) {
            Ok(value) => self.hold(bench, &[Raw::Value(value)], sent),
            Err(_) => {
                let remark = Remark {
                    kind: Kind::Mismatch,
                    at: self.schema.parent().unwrap_or_default(),
                    detail: "",
                    message: format!("{} is not JSON", sent.what),
                    help: "correct the media type in the document".to_owned(),
                };
                bench.show(remark, || (sent.place)().label("recorded here"));
                false
            }
        }
    }

    /// Whether the value is spelled as a media type, in one piece.
    pub(super) fn is_content(&self) -> bool {
        self.media.is_some()
    }

    /// Holds what was sent against the claim; whether nothing contradicts it.
    pub(super) fn hold(&self, bench: &mut Bench<'_>, raws: &[Raw], sent: Sent<'_>) -> bool {
        let used = (sent.direction, self.schema.clone());
        let readings = decode::readings(&self.outline(bench), raws);
        let (reading, faults) = best(bench, &used, readings, &Allowances::default());
        for fault in &faults {
            bench.mismatch(fault, &reading, &format!("{}: ", sent.what), sent.place);
        }
        faults.is_empty()
    }
}

/// The reading that nothing contradicts, else the first, with what contradicts it.
pub(super) fn best(
    bench: &Bench<'_>,
    used: &(Direction, Pointer),
    readings: Vec<Value>,
    allowances: &Allowances<'_>,
) -> (Value, Vec<Fault>) {
    let subject = bench.subject;
    let mut first = None;
    // Which of several readings is the one to speak of shows only in the end.
    let alone = readings.len() == 1;
    for mut reading in readings {
        let mut worded = HashMap::<_, usize>::new();
        let mut worded = |site: &Pointer, undecided| {
            let count = worded.entry((site.clone(), undecided)).or_default();
            *count += 1;
            !alone || bench.wants(site, undecided, *count)
        };
        let faults = subject
            .schemas
            .judge_own(
                subject.document,
                used,
                &mut reading,
                allowances,
                &mut worded,
            )
            .unwrap_or_default();
        if faults.is_empty() {
            first = Some((reading, faults));
            break;
        }
        first = first.or(Some((reading, faults)));
    }
    let (reading, faults) = first.unwrap_or_default();
    subject.schemas.note(used, &reading, allowances, &faults);
    (reading, faults)
}
