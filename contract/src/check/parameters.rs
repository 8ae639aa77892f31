//! Parameters: what the document has, and what was sent as the schema sees it.

use std::{borrow::Cow, collections::BTreeSet};

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::Value;

use super::{
    bench::{Bench, Remark},
    claim::{Claim, Sent},
    decode::form,
    headers,
};
use crate::{
    Assumed, Kind, Recording, Source,
    matching::{Matched, decoded},
    recording::Part,
    schema::Direction,
};

/// Headers that are described elsewhere, so that a parameter of their name says nothing.
const IGNORED: [&str; 3] = ["accept", "content-type", "authorization"];

/// A parameter of an operation.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: String,
    required: bool,
    /// Whether it may be sent without a value.
    empty: bool,
    pub(crate) at: Pointer,
    pub(crate) claim: Option<Claim>,
}

/// What was sent for a parameter.
enum Found {
    /// Pairs of a query or cookie, and the place of the first.
    Pairs(Vec<(String, String)>, Part),
    /// The text of a path segment or header.
    Text(String, Part),
    Missing,
    /// Nobody knows.
    Unwitnessed,
}

/// The parameters of an operation; its own hide those of its path item.
pub(crate) fn of(document: &Document, operation: &Operation<'_>) -> Vec<Parameter> {
    let mut known = BTreeSet::new();
    let mut parameters = Vec::new();
    for owner in [&operation.pointer, &operation.item] {
        for (_, at, value) in document.parameters(owner) {
            let text = |key| value.get(key).and_then(Value::as_str).map(str::to_owned);
            let flag = |key| value.get(key) == Some(&Value::Bool(true));
            let (Some(name), Some(place)) = (text("name"), text("in")) else {
                continue;
            };
            let ignored = IGNORED
                .iter()
                .any(|ignored| name.eq_ignore_ascii_case(ignored));
            if place == "header" && ignored || !known.insert((name.clone(), place.clone())) {
                continue;
            }
            parameters.push(Parameter {
                required: flag("required"),
                empty: place == "query" && flag("allowEmptyValue"),
                claim: Claim::of(document, &at, &place),
                name,
                place,
                at,
            });
        }
    }
    parameters
}

/// Holds the parameters of a request against the document.
pub(super) fn judge(bench: &mut Bench<'_>, matched: &Matched<'_>) {
    let subject = bench.subject;
    let known = match subject.parameters {
        Some(known) => Cow::Borrowed(known[matched.index].as_slice()),
        None => Cow::Owned(of(subject.document, matched.operation)),
    };
    for parameter in known.iter() {
        let found = find(bench, matched, &known, parameter);
        one(bench, parameter, found);
    }
    for (index, (name, _)) in bench.recording.request.query.iter().enumerate() {
        if !is_known(bench, &known, name) {
            let remark = Remark {
                kind: Kind::UndocumentedParameter,
                at: matched.operation.pointer.clone(),
                detail: name,
                message: format!("the document does not have the query parameter `{name}`"),
                help: "add it to `parameters`".to_owned(),
            };
            let recording = bench.recording;
            bench.show(remark, || {
                recording.place(Part::Query(index)).label("recorded here")
            });
        }
    }
}

fn one(bench: &mut Bench<'_>, parameter: &Parameter, found: Found) {
    let Parameter { name, claim, .. } = parameter;
    let recording = bench.recording;
    let what = format!("parameter `{name}`");
    let sent = |place| Sent {
        what: &what,
        direction: Direction::Request,
        place,
    };
    match (found, claim) {
        (Found::Missing, _) if parameter.required => {
            let what = format!("{} parameter `{name}`", parameter.place);
            bench.missing(parameter.at.clone(), &what, Part::Request);
        }
        (Found::Missing | Found::Unwitnessed, _) | (_, None) => {}
        (Found::Pairs(pairs, _), _)
            if parameter.empty && pairs.iter().all(|(_, value)| value.is_empty()) => {}
        (Found::Pairs(pairs, part), Some(claim)) if claim.is_content() => {
            let place = || recording.place(part);
            let text = pairs.first().map_or("", |(_, value)| value.as_str());
            claim.hold_text(bench, name, text, str::to_owned, sent(&place));
        }
        (Found::Pairs(pairs, part), Some(claim)) => {
            let place = || recording.place(part);
            let outline = claim.outline(bench);
            let raws = match joined(recording, claim, part) {
                Some(text) => claim.style.parse(name, &outline, &text, form::decoded),
                None => claim.style.gather(name, &outline, &pairs),
            };
            claim.hold(bench, &raws, sent(&place));
        }
        (Found::Text(text, part), Some(claim)) => {
            let place = || recording.place(part);
            let decode = if parameter.place == "path" {
                decoded
            } else {
                str::to_owned
            };
            claim.hold_text(bench, name, &text, decode, sent(&place));
        }
    }
}

/// What was sent in one piece, not decoded, where commas show what separates: those that were
/// encoded then separate nothing.
fn joined(recording: &Recording, claim: &Claim, part: Part) -> Option<String> {
    match part {
        Part::Query(index) if claim.style.is_joined() => recording
            .query_as_sent(index)
            .filter(|text| text.contains(',')),
        _ => None,
    }
}

fn find(
    bench: &Bench<'_>,
    matched: &Matched<'_>,
    known: &[Parameter],
    parameter: &Parameter,
) -> Found {
    let request = &bench.recording.request;
    // Pages print requests without the headers that every request has.
    let printed = bench.recording.recorded.source != Source::Documentation;
    match parameter.place.as_str() {
        // A value that nobody printed says nothing about its parameter.
        "path" if bench.recording.assumes(Assumed::Path) => Found::Unwitnessed,
        "path" => {
            let mut values = matched.parameters.iter();
            let value = values.find(|(name, _)| *name == parameter.name);
            value.map_or(Found::Unwitnessed, |(_, text)| {
                Found::Text(text.clone(), Part::Path)
            })
        }
        "query" => {
            // What has a parameter of its own is no member of an object that stands open.
            let is_other = |name: &str| {
                let mut others = known.iter().filter(|other| other.name != parameter.name);
                others.any(|other| other.place == "query" && other.name == name)
            };
            let claims = |name: &str| claims(bench, parameter, name) && !is_other(name);
            let first = request.query.iter().position(|(name, _)| claims(name));
            let pairs = request.query.iter().filter(|(name, _)| claims(name));
            first.map_or(Found::Missing, |first| {
                Found::Pairs(pairs.cloned().collect(), Part::Query(first))
            })
        }
        "header" => match headers::values(&request.headers, &parameter.name) {
            Some((index, text)) => Found::Text(text, Part::Header(index)),
            None if printed => Found::Missing,
            None => Found::Unwitnessed,
        },
        "cookie" => match headers::values(&request.headers, "cookie") {
            None if !printed => Found::Unwitnessed,
            found => {
                let (index, text) = found.unwrap_or_default();
                let pairs = text
                    .split(';')
                    .filter_map(|pair| pair.trim().split_once('='));
                let pairs: Vec<_> = pairs
                    .filter(|(name, _)| claims(bench, parameter, name))
                    .map(|(name, value)| (name.to_owned(), decoded(value)))
                    .collect();
                if pairs.is_empty() {
                    Found::Missing
                } else {
                    Found::Pairs(pairs, Part::Header(index))
                }
            }
        },
        _ => Found::Unwitnessed,
    }
}

/// Whether a name in a query or cookie belongs to a parameter.
fn claims(bench: &Bench<'_>, parameter: &Parameter, name: &str) -> bool {
    match &parameter.claim {
        Some(claim) if !claim.is_content() => {
            let outline = claim.outline(bench);
            claim.style.claims(&parameter.name, &outline, name)
        }
        _ => parameter.name == name,
    }
}

/// Whether the document has a query parameter, as one or as a key of a security scheme.
fn is_known(bench: &Bench<'_>, known: &[Parameter], name: &str) -> bool {
    let mut query = known.iter().filter(|known| known.place == "query");
    let schemes = bench.subject.document.get("/components/securitySchemes");
    let schemes = schemes.and_then(Value::as_object);
    let is_key = |scheme: &Value| {
        let says = |key, wanted: &str| scheme.get(key).is_some_and(|value| value == wanted);
        says("type", "apiKey") && says("in", "query") && says("name", name)
    };
    query.any(|known| claims(bench, known, name))
        || schemes.is_some_and(|schemes| schemes.values().any(is_key))
}
