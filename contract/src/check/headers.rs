//! The headers of a response: what the document has, and what was received as the schema sees it.

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::{
    bench::Bench,
    claim::{Claim, Sent},
};
use crate::{Assumed, Response, Verdict, recording::Part, schema::Direction};

/// A documented header of a response.
#[derive(Debug)]
pub(super) struct Header {
    name: String,
    at: Pointer,
    required: bool,
    pub(super) claim: Option<Claim>,
}

/// The headers that a response documents; `Content-Type` is none, by the specification.
pub(super) fn of(document: &Document, response: &Pointer) -> Vec<Header> {
    let Some((response, value)) = document.resolve(response.as_str()) else {
        return Vec::new();
    };
    let names = value.get("headers").and_then(Value::as_object);
    let names = names.into_iter().flat_map(|headers| headers.keys());
    names
        .filter(|name| !name.eq_ignore_ascii_case("content-type"))
        .filter_map(|name| {
            let listed = response.join("headers").join(name);
            let (at, header) = document.resolve(listed.as_str())?;
            Some(Header {
                name: name.clone(),
                required: header.get("required") == Some(&Value::Bool(true)),
                claim: Claim::of(document, &at, "header"),
                at,
            })
        })
        .collect()
}

/// Holds the headers of a response against the document.
///
/// Headers that the document does not have are no finding: every server sends some.
pub(super) fn judge(bench: &mut Bench<'_>, at: &Pointer, response: &Response) -> Verdict {
    if bench.recording.assumes(Assumed::Header) {
        return Verdict::Valid;
    }
    let mut verdict = Verdict::Valid;
    for header in of(bench.subject.document, at) {
        let received = values(&response.headers, &header.name);
        let Some((index, text)) = received else {
            if header.required {
                let what = format!("response header `{}`", header.name);
                bench.missing(header.at.join("required"), &what, Part::Status);
                verdict = Verdict::Invalid;
            }
            continue;
        };
        let Some(claim) = &header.claim else {
            continue;
        };
        let recording = bench.recording;
        let sent = Sent {
            what: &format!("response header `{}`", header.name),
            direction: Direction::Response,
            place: &|| recording.place(Part::AnswerHeader(index)),
        };
        if !claim.hold_text(bench, &header.name, &text, str::to_owned, sent) {
            verdict = Verdict::Invalid;
        }
    }
    verdict
}

/// The values of a header, joined as HTTP allows, and the place of the first.
///
/// Some archives join them by line breaks, which no value has.
pub(super) fn values(headers: &[(String, String)], wanted: &str) -> Option<(usize, String)> {
    let named = |(name, _): &(String, String)| name.eq_ignore_ascii_case(wanted);
    let first = headers.iter().position(named)?;
    let found = headers.iter().filter(|header| named(header));
    let lines = found.flat_map(|(_, value)| value.lines());
    let texts: Vec<&str> = lines.map(str::trim).collect();
    Some((first, texts.join(", ")))
}
