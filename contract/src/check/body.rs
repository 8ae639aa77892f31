//! Judges a body: by media type, as what it holds, by its schema, and for members that no schema declares.

use bindery_codegen::Pointer;
use serde_json::Value;

use super::{
    bench::{Bench, Remark, located},
    claim, content,
    crowd::{self, MANY},
};
use crate::{
    Assumed, Body, Kind, Place, Verdict, matching,
    patch::Lesson,
    recording::Part,
    schema::{Allowances, Direction},
};

/// Holds a body against the `content` of its owner, a response or a request body.
pub(super) fn judge(
    bench: &mut Bench<'_>,
    owner: Pointer,
    direction: Direction,
    body: &Body,
) -> Verdict {
    let document = bench.subject.document;
    let empty = body.text().is_empty() && body.is_text();
    if empty && may_be_none(bench, &owner, direction) {
        return Verdict::Valid;
    }
    let sent = media_type(bench, direction);
    let printed = direction == Direction::Request || !bench.recording.assumes(Assumed::Header);
    let sent = sent.filter(|_| printed);
    let Some(media) = matching::media(document, &owner, sent) else {
        unknown(bench, owner, direction, body);
        return Verdict::Undocumented;
    };
    let key = media.last().unwrap_or_default().into_owned();
    // Where no type was printed and the document has a range of them, the body itself tells.
    let tells = sent.is_none() && key.ends_with("/*") && body.value().is_some();
    let named = sent.unwrap_or(&key);
    let schema = media.join("schema");
    let claimed = document.get(schema.as_str()).is_some();
    if !tells && !matching::is_json(named) {
        // A media type without a schema claims nothing about its bodies.
        if !claimed {
            return Verdict::Valid;
        }
        if body.is_unread() {
            return broken(bench, media, direction, body);
        }
        let outline = bench.subject.schemas.outline(document, &schema);
        if !body.is_text() && content::takes_bytes(&outline, named) {
            return Verdict::Valid;
        }
        let readings = content::read(document, &media, &outline, named, body);
        if readings.is_empty() {
            unread(bench, media, named, body);
            return Verdict::Unchecked;
        }
        return against_schema(bench, &(direction, schema), body, readings);
    }
    let used = (direction, schema);
    if claimed && is_plain(bench, direction) {
        return once(bench, media, &used, body);
    }
    let Some(value) = body.to_value() else {
        return broken(bench, media, direction, body);
    };
    if claimed {
        against_schema(bench, &used, body, vec![value])
    } else {
        Verdict::Valid
    }
}

/// Whether a body is taken at its word, and nobody wants to know what was judged: only then is one
/// like the other.
fn is_plain(bench: &Bench<'_>, direction: Direction) -> bool {
    let recorded = &bench.recording.recorded;
    let taken = recorded.placeholders.of(direction).is_empty();
    let whole = recorded.elided.of(direction).is_empty();
    taken && whole && !recorded.generated && !bench.subject.schemas.is_noting()
}

/// Judges a body, unless the same has been judged before.
fn once(
    bench: &mut Bench<'_>,
    media: Pointer,
    used: &(Direction, Pointer),
    body: &Body,
) -> Verdict {
    let mark = bench.gathered.outcomes().mark(used, body.text());
    if let Some(outcome) = bench.gathered.outcomes().get(&mark) {
        let place = |seen: &Place| body.place(&seen.pointer).label(&*seen.label);
        bench.gathered.recall(&outcome, place);
        return outcome.verdict;
    }
    let Some(value) = body.to_value() else {
        return broken(bench, media, used.0, body);
    };
    let mut apart = bench.gathered.apart();
    let mut inner = Bench {
        subject: bench.subject,
        recording: bench.recording,
        gathered: &mut apart,
    };
    let verdict = against_schema(&mut inner, used, body, vec![value]);
    let outcome = bench.gathered.outcomes().keep(mark, verdict, apart);
    bench.gathered.recall(&outcome, Place::clone);
    verdict
}

/// Records a body that is not the JSON that it should be, or of which that cannot be told.
fn broken(bench: &mut Bench<'_>, media: Pointer, direction: Direction, body: &Body) -> Verdict {
    let Some((message, place)) = body.broken() else {
        return Verdict::Valid;
    };
    let (kind, verdict, help, label) = if body.is_unread() {
        let help = "correct the recording; until then nothing is known of the body";
        (Kind::Unchecked, Verdict::Unchecked, help, "not read")
    } else {
        let help = "correct the recording, or the media type in the document";
        (
            Kind::Mismatch,
            Verdict::Invalid,
            help,
            "stops being JSON here",
        )
    };
    let remark = Remark {
        kind,
        at: media,
        detail: &message,
        message: format!("the {} body is {message}", half(direction)),
        help: help.to_owned(),
    };
    bench.show(remark, || place.label(label));
    verdict
}

/// Whether an empty text may be no body at all: where none is documented, where a request need
/// not have one, and where the status or the method says that a response has none.
fn may_be_none(bench: &Bench<'_>, owner: &Pointer, direction: Direction) -> bool {
    let (document, recording) = (bench.subject.document, bench.recording);
    let says = |keyword| document.get(owner.join(keyword).as_str());
    let status = recording.response.as_ref().map(|response| response.status);
    let bodiless = match direction {
        Direction::Request => says("required") != Some(&Value::Bool(true)),
        _ => {
            recording.request.method == "HEAD"
                || matches!(status, Some(100..=199 | 204 | 205 | 304))
        }
    };
    bodiless || says("content").is_none()
}

/// Records a body that is not read.
fn unread(bench: &mut Bench<'_>, media: Pointer, named: &str, body: &Body) {
    let essence = matching::essence(named);
    let remark = Remark {
        kind: Kind::Unchecked,
        at: media,
        detail: "",
        message: format!("a body of `{essence}` is not checked"),
        help: "only JSON, forms and plain texts are read".to_owned(),
    };
    bench.show(remark, || {
        body.place(&Pointer::default()).label("recorded here")
    });
}

/// Records a body that the document does not describe.
pub(super) fn unknown(bench: &mut Bench<'_>, at: Pointer, direction: Direction, body: &Body) {
    let media_type = media_type(bench, direction);
    let place = match direction {
        Direction::Response if media_type.is_some() => bench.recording.place(Part::ContentType),
        _ => body.place(&Pointer::default()),
    };
    let essence = media_type.map(matching::essence).unwrap_or_default();
    let of = if essence.is_empty() {
        String::new()
    } else {
        format!(" of `{essence}`")
    };
    let remark = Remark {
        kind: Kind::UndocumentedMediaType,
        at,
        detail: &essence,
        message: format!("the document describes no {} body{of}", half(direction)),
        help: "add the media type to `content`".to_owned(),
    };
    let lesson = Lesson {
        body: Some(named(body, &essence)),
        ..Lesson::default()
    };
    bench.teach(remark, lesson, || place.label("recorded here"));
}

/// A body that is not described: its media type as recorded, else what it looks like, and its
/// value if it is JSON.
pub(super) fn named<'b>(body: &'b Body, essence: &str) -> (String, Option<&'b Value>) {
    let value = body.value();
    let named = match (essence, value) {
        ("", Some(_)) => "application/json",
        ("", None) => "text/plain",
        _ => essence,
    };
    (named.to_owned(), value)
}

/// Holds the value of a body, of which there may be several readings, against its schema.
fn against_schema(
    bench: &mut Bench<'_>,
    used: &(Direction, Pointer),
    body: &Body,
    readings: Vec<Value>,
) -> Verdict {
    let direction = used.0;
    let recorded = &bench.recording.recorded;
    let allowances = Allowances {
        generated: recorded.generated,
        placeholders: recorded.placeholders.of(direction),
        elided: recorded.elided.of(direction),
    };
    let (value, faults) = claim::best(bench, used, readings, &allowances);
    for fault in &faults {
        bench.mismatch(fault, &value, "", || body.place(&fault.at));
    }
    undeclared(bench, used, body, &value, &allowances);
    if faults.iter().any(|fault| !fault.undecided) {
        Verdict::Invalid
    } else if faults.is_empty() {
        Verdict::Valid
    } else {
        Verdict::Unchecked
    }
}

/// Records the members of a value that no schema declares.
fn undeclared(
    bench: &mut Bench<'_>,
    (direction, schema): &(Direction, Pointer),
    body: &Body,
    value: &Value,
    allowances: &Allowances<'_>,
) {
    const KIND: Kind = Kind::UndocumentedProperty;
    let document = bench.subject.document;
    // They come by site, so that one count is enough.
    let (mut place, mut count) = (Pointer::default(), 0);
    for member in bench.subject.schemas.undeclared(document, schema, value) {
        if allowances.hides(&member.at) {
            continue;
        }
        if member.site != place {
            (place, count) = (member.site.clone(), 0);
        }
        count += 1;
        let together = crowd::told(KIND).filter(|_| count > MANY);
        let name = &member.name;
        let detail = if together.is_some() { "" } else { name };
        let lesson = || Lesson {
            detail,
            value: value.pointer(member.at.as_str()),
            body: None,
        };
        if bench.again(KIND, &member.site, lesson()) {
            continue;
        }
        let (message, help) = match together {
            Some((message, help)) => (message.to_owned(), help.to_owned()),
            None => (
                format!(
                    "no schema declares the {}'s property `{name}`",
                    half(*direction)
                ),
                format!("add `{name}` to `properties`"),
            ),
        };
        let remark = Remark {
            kind: KIND,
            at: member.site,
            detail,
            message,
            help,
        };
        let place = || {
            body.place(&member.at)
                .label(located("recorded", &member.at))
        };
        bench.teach(remark, lesson(), place);
    }
}

/// The media type of a half, as recorded.
fn media_type<'a>(bench: &Bench<'a>, direction: Direction) -> Option<&'a str> {
    let recording = bench.recording;
    match direction {
        Direction::Request => recording.request.content_type(),
        _ => recording.response.as_ref()?.content_type(),
    }
}

fn half(direction: Direction) -> &'static str {
    if direction == Direction::Request {
        "request"
    } else {
        "response"
    }
}
