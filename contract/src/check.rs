//! Holds a document against recordings: `(document, recordings)` to a [`Report`].

mod bench;
mod body;
mod claim;
mod content;
mod decode;
mod exchange;
mod gather;
mod headers;
mod parameters;
mod uses;

use bindery_codegen::{Document, Operation};

use self::gather::{Gathered, Shown};
use crate::{
    Kind, Options, Place, Recording, Report, Witnessed, evidence,
    matching::Routes,
    schema::{self, Schemas},
};

/// A document with all that judging an exchange needs.
pub(crate) struct Subject<'a> {
    pub(crate) document: &'a Document,
    pub(crate) operations: &'a [Operation<'a>],
    pub(crate) routes: Routes<'a>,
    pub(crate) schemas: &'a Schemas,
}

/// Holds every claim that a document makes about the recorded exchanges against them.
///
/// Responses are found by method, path template, status and media type, and their bodies judged
/// by the schemas as authored, as are its headers. So are request bodies and parameters, unless the
/// provider refused the request. What `recorded` says is no witness is not taken for one.
pub fn check(document: &Document, recordings: &[Recording]) -> Report {
    check_with(document, recordings, &Options::default())
}

/// What [`check`] does, in a way of the caller's choice.
pub fn check_with(document: &Document, recordings: &[Recording], options: &Options) -> Report {
    let operations = document.operations();
    let schemas = schema::compile(document, options.mode, uses::of(document, &operations));
    let subject = Subject {
        document,
        operations: &operations,
        routes: Routes::new(document, &operations),
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
