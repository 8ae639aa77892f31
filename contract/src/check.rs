//! Holds a document against recordings: `(document, recordings)` to a [`Report`].

mod bench;
mod body;
mod exchange;
mod gather;
mod parameters;
mod trace;

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::Value;

use self::gather::{Gathered, Shown};
pub(crate) use self::{
    parameters::of as parameters,
    trace::{Trace, complaints, trace},
};
use crate::{
    Kind, Options, Place, Recording, Report, Witnessed, evidence,
    schema::{self, Direction, Schemas},
};

/// A document with all that judging an exchange needs.
pub(crate) struct Subject<'a> {
    pub(crate) document: &'a Document,
    pub(crate) operations: &'a [Operation<'a>],
    pub(crate) schemas: &'a Schemas,
}

/// Holds every claim that a document makes about the recorded exchanges against them.
///
/// Responses are found by method, path template, status and media type, and their bodies judged
/// by the schemas as authored. So are request bodies, path and query parameters, unless the
/// provider refused the request. What `recorded` says is no witness is not taken for one.
pub fn check(document: &Document, recordings: &[Recording]) -> Report {
    check_with(document, recordings, &Options::default())
}

/// What [`check`] does, in a way of the caller's choice.
pub fn check_with(document: &Document, recordings: &[Recording], options: &Options) -> Report {
    let operations = document.operations();
    let schemas = schema::compile(document, options.mode, uses(document, &operations));
    let subject = Subject {
        document,
        operations: &operations,
        schemas: &schemas,
    };
    let mut witnessed: Vec<Witnessed> = operations
        .iter()
        .map(|operation| Witnessed {
            title: operation.title(),
            id: operation.id().map(str::to_owned),
            exchanges: Vec::new(),
        })
        .collect();
    let mut gathered = Gathered::default();
    let mut exchanges = Vec::new();
    for (index, recording) in recordings.iter().enumerate() {
        let (exchange, operation) = exchange::judge(&subject, index, recording, &mut gathered);
        exchanges.push(exchange);
        if let Some(operation) = operation {
            witnessed[operation].exchanges.push(index);
        }
    }
    let mut report = Report {
        document: document.name().to_owned(),
        operations: witnessed,
        exchanges,
        findings: Vec::new(),
        inferred: evidence::inferred(document),
    };
    unchecked(&subject, &mut gathered);
    unwitnessed(&subject, &report, &mut gathered);
    report.findings = gathered.settle(&mut report.exchanges);
    report
}

/// Every schema that an operation has for a body or a parameter, with its direction.
pub(crate) fn uses(document: &Document, operations: &[Operation<'_>]) -> Vec<(Direction, Pointer)> {
    let mut uses = Vec::new();
    for operation in operations {
        for parameter in parameters::of(document, operation) {
            uses.push((Direction::Request, parameter.schema));
        }
        let body = operation.pointer.join("requestBody");
        contents(document, &body, Direction::Request, &mut uses);
        let responses = operation.value.get("responses").and_then(Value::as_object);
        for status in responses.into_iter().flat_map(|responses| responses.keys()) {
            let response = operation.pointer.join("responses").join(status);
            contents(document, &response, Direction::Response, &mut uses);
        }
    }
    uses
}

fn contents(
    document: &Document,
    owner: &Pointer,
    direction: Direction,
    uses: &mut Vec<(Direction, Pointer)>,
) {
    let Some((owner, value)) = document.resolve(owner.as_str()) else {
        return;
    };
    let content = value.get("content").and_then(Value::as_object);
    for (media_type, media) in content.into_iter().flatten() {
        if media.get("schema").is_some() {
            let schema = owner.join("content").join(media_type).join("schema");
            uses.push((direction, schema));
        }
    }
}

/// One finding for each faulty keyword that the validator had to leave out.
fn unchecked(subject: &Subject<'_>, gathered: &mut Gathered) {
    for unchecked in &subject.schemas.unchecked {
        gathered.add(Shown {
            kind: Kind::Unchecked,
            key: format!("{} {}", unchecked.site, unchecked.message),
            message: unchecked.message.clone(),
            help: Some("mend the keyword; until then it is left out of the check".to_owned()),
            document: Place::of(subject.document, unchecked.site.as_str()),
            seen: None,
        });
    }
}

/// One note for each operation that no recorded response witnesses.
fn unwitnessed(subject: &Subject<'_>, report: &Report, gathered: &mut Gathered) {
    for (operation, witnessed) in subject.operations.iter().zip(&report.operations) {
        if report.responses(witnessed).next().is_none() {
            gathered.add(Shown {
                kind: Kind::Unwitnessed,
                key: operation.pointer.to_string(),
                message: format!("no recording holds a response of `{}`", operation.title()),
                help: None,
                document: Place::of(subject.document, operation.pointer.as_str()),
                seen: None,
            });
        }
    }
}
