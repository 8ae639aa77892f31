//! Goes through the parts of a body, each by what its name and its schema say of it.

use super::{
    body,
    marks::Applied,
    walk::{Kind, Map, Seen, Visit},
};
use crate::{
    Recording, matching,
    multipart::{Part, parts},
    recording,
};

/// How a part may be encoded whose content is a text as it stands.
const PLAIN: [&str; 3] = ["7bit", "8bit", "binary"];

/// Whether a body of this media type has parts.
pub(super) fn is(essence: &str) -> bool {
    essence.starts_with("multipart/")
}

/// The half of an exchange that has parts which cannot be looked into, if one has.
pub(super) fn closed(recording: &Recording) -> Option<&'static str> {
    let (request, response) = (&recording.request, recording.response.as_ref());
    let answered = response.map(|response| (&response.headers, response.body.as_ref()));
    let halves = [
        ("request", Some((&request.headers, request.body.as_ref()))),
        ("response", answered),
    ];
    let mut closed = halves.into_iter().filter(|(_, half)| {
        let Some((headers, Some(body))) = half else {
            return false;
        };
        let kind = recording::header(headers, "content-type").unwrap_or_default();
        is(&matching::essence(kind)) && !open(kind, body.text())
    });
    closed.next().map(|(half, _)| half)
}

/// Whether all parts are texts as they stand.
fn open(kind: &str, text: &str) -> bool {
    let plain = |part: &Part<'_>| {
        let within = part.media_type().map(matching::essence);
        let encoding = part.encoding().map(str::to_ascii_lowercase);
        let encoding = encoding.as_deref();
        !within.is_some_and(|within| is(&within))
            && encoding.is_none_or(|known| PLAIN.contains(&known))
    };
    taken_apart(kind, text).is_some_and(|parts| parts.iter().all(plain))
}

fn taken_apart<'a>(kind: &str, text: &'a str) -> Option<Vec<Part<'a>>> {
    parts(&matching::parameter(kind, "boundary")?, text)
}

/// Shows every part; what stands between them is looked at as running text.
pub(super) fn walk(
    map: Map<'_>,
    kind: &str,
    text: &str,
    applied: &Applied,
    visit: &mut Visit<'_>,
) -> Option<String> {
    let Some(parts) = taken_apart(kind, text) else {
        return map.text(text, applied, "body", visit);
    };
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for part in parts {
        let (applied, declared) = applied.member(map.document, &part.name);
        let headers = headers(&part, declared, visit);
        let content = body::one(map, &part.name, part.content, &applied, visit);
        for (was, now) in [(part.headers, headers), (part.content, content)] {
            // Both are slices of the text, so the distance of their addresses is the offset.
            let start = was.as_ptr() as usize - text.as_ptr() as usize;
            out += &between(&text[done..start], visit);
            out += now.as_deref().unwrap_or(was);
            done = start + was.len();
        }
    }
    out += &between(&text[done..], visit);
    (out != text).then_some(out)
}

/// The lines before a part, in which stand its name, which a document may have, and that of a file.
fn headers(part: &Part<'_>, declared: bool, visit: &mut Visit<'_>) -> Option<String> {
    let text = part.headers;
    let name = format!("name=\"{}\"", part.name);
    match text.split_once(&name).filter(|_| declared) {
        Some((before, after)) => {
            let now = between(before, visit) + &name + &between(after, visit);
            (now != text).then_some(now)
        }
        None => scrubbed(text, visit),
    }
}

/// A text that belongs to no value.
fn between(text: &str, visit: &mut Visit<'_>) -> String {
    scrubbed(text, visit).unwrap_or_else(|| text.to_owned())
}

fn scrubbed(text: &str, visit: &mut Visit<'_>) -> Option<String> {
    let applied = Applied::default();
    visit(&Seen {
        text,
        kind: Kind::Text,
        mark: None,
        applied: &applied,
        place: "part",
    })
}
