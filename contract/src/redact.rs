//! Takes secrets and what is personal out of recorded exchanges, without changing any verdict.

mod body;
mod ledger;
mod marks;
mod name;
mod scan;
mod scrub;
mod stand_in;
pub(crate) mod tree;
mod view;
mod walk;

use bindery_codegen::{Diagnostic, Document, Pointer};
use fastrand::Rng;

use self::{
    ledger::{Ledger, Settled},
    marks::Mark,
    walk::{Kind, Map, Seen},
};
use crate::{
    Options, Recording,
    check::{self, Shows},
    matching::Routes,
};

/// What to take out besides secrets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Redaction {
    /// Leaves what the document marks with `x-personal` as it is.
    pub keep_personal: bool,
    /// Further values to replace: names of properties, fields, parameters, headers, or JSON
    /// pointers into bodies, in which `*` stands for any name or index.
    pub also: Vec<String>,
    /// Where the drawing of stand-ins begins, so that a test can repeat it; at random unless set.
    pub seed: Option<u64>,
}

/// What redaction left.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Redacted {
    /// The exchanges, in the order given, without those that were refused.
    pub recordings: Vec<Recording>,
    /// Why an exchange could not be redacted without a leak or another verdict.
    pub refused: Vec<Diagnostic>,
    /// How many different values were replaced.
    pub replaced: usize,
}

/// Replaces secrets and what is personal, throughout all exchanges of a session.
///
/// A value is secret by `format: password`, by its header, or by the name it goes under; it is
/// personal by `x-personal: true`, which all values below inherit. Each value has one stand-in,
/// drawn at random in its shape, which every schema judges as it judges the value; wherever else
/// the value occurs, in other fields, in paths, in running text, percent-encoded, escaped or in
/// base64, the stand-in takes its place. An exchange for which that is not possible is refused.
///
/// Values of enums are words of the document, and no secrets; where they are personal, the first
/// one of the enum takes their place, as `false` takes that of flags.
///
/// ```
/// use bindery_contract::{Document, Recording, Redaction, Request, Response, redact};
///
/// let document = Document::parse("cats.yaml", "openapi: 3.0.3\npaths: {}\n")?;
/// let request = Request::new("GET", "/cats").query("api_key", "k1tt3n-key");
/// let response = Response::new(403).json(r#"{"reason": "k1tt3n-key is worn out"}"#);
/// let recording = Recording::invented("example", request, Some(response));
///
/// let redacted = redact(&document, vec![recording], &Redaction::default());
/// let file = redacted.recordings[0].to_yaml();
/// assert!(file.contains("redacted-1 is worn out") && !file.contains("k1tt3n"));
/// # Ok::<(), bindery_contract::Error>(())
/// ```
pub fn redact(document: &Document, recordings: Vec<Recording>, settings: &Redaction) -> Redacted {
    let operations = document.operations();
    let routes = Routes::new(document, &operations);
    let map = Map {
        document,
        operations: &operations,
        routes: &routes,
        settings,
    };
    let mut ledger = Ledger::default();
    for recording in &recordings {
        learn(map, recording.clone(), &mut ledger);
    }
    let rng = settings.seed.map_or_else(Rng::new, Rng::with_seed);
    let settled = ledger.settle(document, rng);
    let mut redacted = Redacted {
        replaced: settled.len(),
        ..Redacted::default()
    };
    check::with_subject(document, &Options::default(), |subject| {
        for recording in recordings {
            let before = check::shows(subject, &recording);
            match replace(map, recording, &settled, &before.operation) {
                Ok(recording) => {
                    let after = check::shows(subject, &recording);
                    if after == before {
                        redacted.recordings.push(recording);
                    } else {
                        redacted.refused.push(changed(document, &before, &after));
                    }
                }
                Err(refusal) => redacted.refused.push(refusal.diagnostic(map)),
            }
        }
    });
    redacted
}

fn learn(map: Map<'_>, mut recording: Recording, ledger: &mut Ledger) {
    map.walk(&mut recording, &mut |seen| {
        let listed = seen.applied.enumerated(map.document, seen.text).is_some();
        if let Some(mark) = seen.mark
            && !seen.text.is_empty()
            && !listed
            && matches!(seen.kind, Kind::Text | Kind::Number)
        {
            ledger.note(seen, mark);
        }
        None
    });
}

/// Why an exchange cannot be redacted.
struct Refusal {
    exchange: String,
    place: String,
    schema: Option<Pointer>,
}

fn replace(
    map: Map<'_>,
    recording: Recording,
    settled: &Settled,
    exchange: &str,
) -> Result<Recording, Refusal> {
    let mut refusal = None;
    // Without its file, which holds the exchange as it was.
    let mut now = recording.detached();
    map.walk(&mut now, &mut |seen| {
        let with = with(map, settled, seen);
        if with.is_none() && is_noted(map, seen) && refusal.is_none() {
            refusal = Some(Refusal {
                exchange: exchange.to_owned(),
                // A place is made of names, which may be somebody's too.
                place: settled
                    .scrub(seen.place)
                    .unwrap_or_else(|| seen.place.to_owned()),
                schema: seen.applied.places().first().cloned(),
            });
        }
        with
    });
    refusal.map_or(Ok(now), Err)
}

/// What takes the place of a value.
fn with(map: Map<'_>, settled: &Settled, seen: &Seen<'_>) -> Option<String> {
    let first = seen.applied.enumerated(map.document, seen.text);
    match (seen.mark, seen.kind, first) {
        (Some(Mark::Personal), _, Some(first)) => Some(first),
        (_, _, Some(_)) | (None, Kind::Flag, None) => None,
        (Some(_), Kind::Flag, None) => Some("false".to_owned()),
        (Some(_), ..) => settled.stand_in(seen.text).map(str::to_owned),
        (None, Kind::Text | Kind::Name, None) => settled.scrub(seen.text),
        (None, Kind::Number, None) => settled.number(seen.text).map(str::to_owned),
    }
}

/// Whether a value has to be replaced, so that there is no writing it without a stand-in.
fn is_noted(map: Map<'_>, seen: &Seen<'_>) -> bool {
    let listed = seen.applied.enumerated(map.document, seen.text).is_some();
    seen.mark.is_some() && !seen.text.is_empty() && !listed
}

impl Refusal {
    fn diagnostic(self, map: Map<'_>) -> Diagnostic {
        let at = self.schema.unwrap_or_default();
        let message = format!(
            "nothing can stand for a value of `{}` in the {}",
            self.exchange, self.place
        );
        map.document.diagnostic(at.as_str(), message).help(
            "no other value of this form keeps to the schema: loosen it, or leave the exchange out",
        )
    }
}

/// The refusal of an exchange that would be judged otherwise, at the claim that would be.
fn changed(document: &Document, before: &Shows, after: &Shows) -> Diagnostic {
    let at = before.difference(after).unwrap_or_default();
    let message = format!(
        "a replaced value would change the verdict on `{}`",
        before.operation
    );
    document
        .diagnostic(at.as_str(), message)
        .help("leave the exchange out, or say by the schema what other values there are")
}

impl Redaction {
    /// Whether the caller named this property, field, parameter or header.
    fn names(&self, name: &str) -> bool {
        self.also.iter().any(|also| also.eq_ignore_ascii_case(name))
    }

    /// Whether the caller pointed at this place of a body.
    fn points_at(&self, at: &Pointer) -> bool {
        self.also
            .iter()
            .filter(|also| also.starts_with('/'))
            .any(|also| {
                let also = Pointer::from(also.as_str());
                also.tokens().count() == at.tokens().count()
                    && also
                        .tokens()
                        .zip(at.tokens())
                        .all(|(wanted, token)| wanted == "*" || wanted == token)
            })
    }
}
