//! Judges a body: by media type, as JSON, by its schema, and for members that no schema declares.

use bindery_codegen::Pointer;

use super::bench::{Bench, Remark, located};
use crate::{
    Assumed, Body, Kind, Verdict, matching,
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
    let sent = media_type(bench, direction);
    let printed = direction == Direction::Request || !bench.recording.assumes(Assumed::Header);
    let sent = sent.filter(|_| printed);
    let Some(media) = matching::media(bench.subject.document, &owner, sent) else {
        unknown(bench, owner, direction, body);
        return Verdict::Undocumented;
    };
    let key = media.last().unwrap_or_default().into_owned();
    // Where no type was printed and the document has a range of them, the body itself tells.
    let tells = sent.is_none() && key.ends_with("/*") && body.value().is_some();
    let named = sent.unwrap_or(&key);
    if !tells && !matching::is_json(named) {
        let essence = matching::essence(named);
        let remark = Remark {
            kind: Kind::Unchecked,
            at: media,
            detail: "",
            message: format!("a body of `{essence}` is not checked"),
            help: "only JSON bodies are checked".to_owned(),
        };
        bench.show(remark, || {
            body.place(&Pointer::default()).label("recorded here")
        });
        return Verdict::Unchecked;
    }
    if let Some((message, place)) = body.broken() {
        let remark = Remark {
            kind: Kind::Mismatch,
            at: media,
            detail: &message,
            message: format!("the {} body is {message}", half(direction)),
            help: "correct the recording, or the media type in the document".to_owned(),
        };
        bench.show(remark, || place.label("stops being JSON here"));
        return Verdict::Invalid;
    }
    against_schema(bench, media.join("schema"), direction, body)
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
    bench.show(remark, || place.label("recorded here"));
}

fn against_schema(
    bench: &mut Bench<'_>,
    schema: Pointer,
    direction: Direction,
    body: &Body,
) -> Verdict {
    let document = bench.subject.document;
    let Some(value) = body.value() else {
        return Verdict::Unchecked;
    };
    // A media type without a schema claims nothing about its bodies.
    if document.get(schema.as_str()).is_none() {
        return Verdict::Valid;
    }
    let recording = bench.recording;
    let recorded = &recording.recorded;
    let allowances = Allowances {
        generated: recorded.generated,
        placeholders: recorded.placeholders.of(direction),
        elided: recorded.elided.of(direction),
    };
    let used = (direction, schema);
    let judged = bench
        .subject
        .schemas
        .judge(document, &used, value, &allowances);
    let Some(faults) = judged else {
        return Verdict::Unchecked;
    };
    for fault in &faults {
        bench.mismatch(fault, "", || body.place(&fault.at));
    }
    for member in bench.subject.schemas.undeclared(document, &used.1, value) {
        if allowances.hides(&member.at) {
            continue;
        }
        let name = &member.name;
        let remark = Remark {
            kind: Kind::UndocumentedProperty,
            at: member.site,
            detail: name,
            message: format!(
                "no schema declares the {}'s property `{name}`",
                half(direction)
            ),
            help: format!("add `{name}` to `properties`"),
        };
        let place = || {
            body.place(&member.at)
                .label(located("recorded", &member.at))
        };
        bench.show(remark, place);
    }
    if faults.is_empty() {
        Verdict::Valid
    } else {
        Verdict::Invalid
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
