//! Holds a document against recordings: `(document, recordings)` to a [`Report`].

mod belongs;
mod bench;
mod body;
mod claim;
mod content;
mod crowd;
mod decode;
mod exchange;
mod flaws;
mod gather;
mod headers;
mod named;
mod outcome;
mod parameters;
mod pool;
mod scope;
mod shows;
mod trace;
mod uses;

use std::{
    borrow::Cow,
    iter,
    num::NonZero,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use bindery_codegen::{Diagnostic, Document, Error, Operation, Pointer};

pub use self::scope::OutOfScope;
use self::{
    flaws::Flaw,
    gather::{Findings, Gathered, Shown},
    parameters::Parameter,
};
pub(crate) use self::{
    named::called,
    parameters::of as parameters,
    shows::Shows,
    trace::{Trace, complaints, trace},
    uses::of as uses,
};
use crate::{
    Alike, Assumed, Entry, Exchange, Kind, Options, Place, Recording, Report, Request, Verdict,
    Witnessed, evidence,
    matching::{Matched, Routes, Unmatched},
    schema::{self, Schemas},
};

/// How many faults of a log are listed before the rest of it is given up.
pub(crate) const MAX_FAULTS: usize = 20;

/// A document with all that judging an exchange needs.
pub(crate) struct Subject<'a> {
    pub(crate) document: &'a Document,
    pub(crate) operations: &'a [Operation<'a>],
    pub(crate) schemas: &'a Schemas,
    routes: &'a Routes<'a>,
    /// The parameters of each operation, if they have been gathered.
    parameters: Option<&'a [Vec<Parameter>]>,
    selected: Option<&'a [bool]>,
    others: &'a [Checker<'a>],
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
    Checker::new(document, options).check(recordings)
}

/// A document made ready once to judge any number of exchanges.
///
/// ```
/// use bindery_contract::{Checker, Document, Entry, Options, Recording, Request, Response};
///
/// let document = Document::parse("cats.yaml", "
/// openapi: 3.0.3
/// paths: {/cats: {get: {responses: {'204': {description: None.}}}}}
/// ")?;
/// let checker = Checker::new(&document, &Options::default());
/// // What comes one by one, from a log that need not fit into memory.
/// let log = (0..1000).map(|number| {
///     let request = Request::new("GET", "/cats");
///     let recording = Recording::invented("log", request, Some(Response::new(204)));
///     Ok(Entry::from(recording))
/// });
/// let report = checker.check_entries(log)?;
/// assert_eq!(report.exchanges(), 1000);
/// # Ok::<(), bindery_contract::Error>(())
/// ```
#[derive(Debug)]
pub struct Checker<'d> {
    document: &'d Document,
    pub(crate) operations: Vec<Operation<'d>>,
    schemas: Schemas,
    pub(crate) routes: Routes<'d>,
    /// The parameters of each operation.
    parameters: Vec<Vec<Parameter>>,
    flaws: Vec<Flaw>,
    /// Which of the operations are asked for; without it, all.
    pub(crate) selected: Option<Vec<bool>>,
    options: Options,
    /// What the document is called in the names of its findings.
    called: String,
}

impl<'d> Checker<'d> {
    /// Reads the operations of a document and compiles their schemas.
    pub fn new(document: &'d Document, options: &Options) -> Self {
        let operations = document.operations();
        let parameters = operations.iter();
        let parameters = parameters.map(|operation| parameters::of(document, operation));
        let parameters: Vec<_> = parameters.collect();
        let uses = uses::with_parameters(document, &operations, &parameters);
        let schemas = schema::compile(document, options.mode, uses);
        Self {
            document,
            flaws: flaws::of(document, &schemas.unchecked),
            schemas,
            routes: Routes::new(document, &operations),
            parameters,
            selected: None,
            options: options.clone(),
            called: called(document.name()),
            operations,
        }
    }

    /// As [`new`](Self::new) for each of several documents, no two of which have findings of one
    /// name.
    pub fn of_each(documents: &'d [Document], options: &Options) -> Vec<Self> {
        let names: Vec<&str> = documents.iter().map(Document::name).collect();
        let called = documents.iter().zip(named::apart(&names));
        let checkers = called.map(|(document, called)| Self {
            called,
            ..Self::new(document, options)
        });
        checkers.collect()
    }

    /// The document.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// The operations that are asked for, as `METHOD /path/{template}`.
    pub fn asked(&self) -> impl Iterator<Item = String> {
        let operations = self.operations.iter().enumerate();
        let asked = operations.filter(|(index, _)| match &self.selected {
            Some(selected) => selected[*index],
            None => true,
        });
        asked.map(|(_, operation)| operation.title())
    }

    /// Judges recordings that are in memory.
    pub fn check(&self, recordings: &[Recording]) -> Report {
        let read = recordings
            .iter()
            .map(|recording| Ok(Cow::Borrowed(recording)));
        // Nothing is read here, so nothing can fail to be.
        self.run(&[], read, |recording| recording, |_| Ok(()))
            .unwrap_or_default()
    }

    /// Judges exchanges as they come, and holds a few of them at a time.
    ///
    /// # Errors
    /// When an exchange cannot be read: the faults of all exchanges, up to twenty.
    pub fn check_entries(
        &self,
        entries: impl IntoIterator<Item = Result<Entry, Error>, IntoIter: Send>,
    ) -> Result<Report, Error> {
        self.check_each(&[], entries, |_| Ok(()))
    }

    /// Judges exchanges as they come, and tells what became of each, in their order.
    ///
    /// The exchanges may be those of several documents: one of an operation that only `others`
    /// have is out of this one's scope. `others` may hold this one too.
    ///
    /// # Errors
    /// As [`check_entries`](Self::check_entries); what `each` fails with ends the check too. What
    /// was told until then is no report.
    pub fn check_each(
        &self,
        others: &[Checker<'_>],
        entries: impl IntoIterator<Item = Result<Entry, Error>, IntoIter: Send>,
        each: impl FnMut(&Exchange) -> Result<(), Error>,
    ) -> Result<Report, Error> {
        self.run(
            others,
            entries,
            |entry| Ok(Cow::Owned(entry?.read()?)),
            each,
        )
    }

    /// Whether a request is one of the document's operations.
    fn has(&self, request: &Request) -> bool {
        self.subject(&[]).operation(request).is_ok()
    }

    fn run<'r, T>(
        &self,
        others: &[Checker<'_>],
        items: impl IntoIterator<Item = T, IntoIter: Send>,
        read: impl Fn(T) -> Result<Cow<'r, Recording>, Error> + Sync,
        mut each: impl FnMut(&Exchange) -> Result<(), Error>,
    ) -> Result<Report, Error> {
        let subject = self.subject(others);
        let mut findings = Findings::of(&self.called);
        let known = Arc::clone(&findings.known);
        let (mut report, mut faults) = (self.report(), Vec::<Diagnostic>::new());
        let failed = AtomicUsize::new(0);
        let items = items.into_iter();
        let items = items.take_while(|_| failed.load(Ordering::Relaxed) < MAX_FAULTS);
        let judge = |item: T| {
            let recording = read(item).inspect_err(|_| {
                failed.fetch_add(1, Ordering::Relaxed);
            })?;
            let mut gathered = Gathered::new(&known);
            let (operation, verdict) = exchange::judge(&subject, &recording, &mut gathered);
            let alike = alike(&recording, verdict);
            Ok::<_, Error>((operation, alike, told(&recording, &alike), gathered))
        };
        pool::ordered(self.threads(), items, judge, |judged| {
            let told = judged.and_then(|(operation, alike, mut exchange, gathered)| {
                let shown = findings.add(gathered);
                exchange.findings = findings.ids(shown);
                exchange.operation = put(&mut report, operation, alike);
                if !faults.is_empty() {
                    return Ok(());
                }
                let told = each(&exchange);
                told.inspect_err(|_| failed.store(MAX_FAULTS, Ordering::Relaxed))
            });
            if let Err(error) = told {
                faults.extend_from_slice(error.diagnostics());
            }
        });
        if !faults.is_empty() {
            faults.truncate(MAX_FAULTS);
            return Err(faults.into());
        }
        let mut rest = Gathered::new(&known);
        unchecked(&subject, &self.flaws, &mut rest);
        unwitnessed(&subject, &report, &mut rest);
        findings.add(rest);
        report.findings = findings.settle();
        for finding in &mut report.findings {
            finding.severity = self.options.severity(finding.kind);
        }
        Ok(report)
    }

    fn subject<'a>(&'a self, others: &'a [Checker<'a>]) -> Subject<'a> {
        Subject {
            document: self.document,
            operations: &self.operations,
            schemas: &self.schemas,
            routes: &self.routes,
            parameters: Some(&self.parameters),
            selected: self.selected.as_deref(),
            others,
        }
    }

    fn threads(&self) -> NonZero<usize> {
        let cores = || std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        self.options.threads.unwrap_or_else(cores)
    }

    /// A report without exchanges.
    fn report(&self) -> Report {
        let mut selected = self.selected.iter().flatten().copied();
        let operations = self.operations.iter().map(|operation| Witnessed {
            title: Arc::from(operation.title()),
            id: operation.id().map(str::to_owned),
            asked: selected.next().unwrap_or(true),
            exchanges: Vec::new(),
        });
        Report {
            document: self.document.name().to_owned(),
            operations: operations.collect(),
            inferred: evidence::inferred(self.document),
            ..Report::default()
        }
    }
}

/// What a recording has in common with others of its operation.
fn alike(recording: &Recording, verdict: Verdict) -> Alike {
    let response = recording.response.as_ref();
    Alike {
        source: recording.recorded.source,
        status: response.map(|response| response.status),
        status_witnessed: response.is_some() && !recording.assumes(Assumed::Status),
        generated: recording.recorded.generated,
        verdict,
        count: 1,
    }
}

/// What is told of a recording, as far as it is known where it is judged.
fn told(recording: &Recording, alike: &Alike) -> Exchange {
    Exchange {
        recording: recording.name.clone(),
        index: recording.index,
        method: recording.request.method.clone(),
        path: recording.request.path.clone(),
        operation: None,
        status: alike.status,
        verdict: alike.verdict,
        findings: Vec::new(),
    }
}

/// Counts a recording; gives the title of its operation.
fn put(report: &mut Report, operation: Option<usize>, alike: Alike) -> Option<Arc<str>> {
    *report.verdicts.entry(alike.verdict).or_default() += 1;
    let operation = &mut report.operations[operation?];
    operation.add(alike);
    Some(Arc::clone(&operation.title))
}

/// One finding for each place that is left out of the check, of what was asked for.
fn unchecked(subject: &Subject<'_>, flaws: &[Flaw], gathered: &mut Gathered) {
    const HELP: &str = "mend the keyword; until then it is left out of the check";
    let asked = subject.selected.map(|selected| {
        let operations = subject.operations.iter().zip(selected);
        let asked = operations.filter(|(_, asked)| **asked);
        uses::reached(subject.document, asked.map(|(operation, _)| operation))
    });
    let is_asked = |site: &Pointer| match &asked {
        Some(asked) => {
            let mut above = iter::successors(Some(site.clone()), Pointer::parent);
            above.any(|above| asked.contains(&above))
        }
        None => true,
    };
    let schemas = subject.schemas.unchecked.iter();
    let schemas = schemas.map(|one| (&one.site, &one.message, Some(HELP)));
    let flaws = flaws.iter();
    let flaws = flaws.map(|flaw| (&flaw.site, &flaw.message, flaw.help.as_deref()));
    let faults = schemas.chain(flaws);
    for (site, message, help) in faults.filter(|(site, ..)| is_asked(site)) {
        gathered.add(Shown {
            kind: Kind::Unchecked,
            key: format!("{site} {message}"),
            message: message.clone(),
            help: help.map(str::to_owned),
            document: Place::of(subject.document, site.as_str()),
            seen: None,
        });
    }
}

/// One note for each operation that no recorded response witnesses.
fn unwitnessed(subject: &Subject<'_>, report: &Report, gathered: &mut Gathered) {
    for (index, operation) in subject.operations.iter().enumerate() {
        let mut responses = report.operations[index].responses();
        if subject.selects(index) && responses.next().is_none() {
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

impl<'a> Subject<'a> {
    /// The operation that a request belongs to.
    fn operation(&self, request: &Request) -> Result<Matched<'a>, Unmatched> {
        let Request { method, path, .. } = request;
        match &request.origin {
            Some(origin) => {
                let target = format!("{origin}{path}");
                self.routes.find(self.operations, method, &target)
            }
            None => self.routes.find(self.operations, method, path),
        }
    }

    /// Whether an operation was asked for.
    fn selects(&self, operation: usize) -> bool {
        self.selected.is_none_or(|selected| selected[operation])
    }

    /// Why an exchange is out of scope, as far as that shows before its answer is looked for.
    fn out_of_scope(
        &self,
        recording: &Recording,
        operation: Result<usize, Unmatched>,
    ) -> Option<Verdict> {
        let reason = scope::of(recording, operation).or_else(|| {
            let operation = operation.ok();
            let selected = match operation {
                Some(operation) => self.selects(operation),
                None => self.selected.is_none(),
            };
            let mut others = self.others.iter();
            if operation.is_none() && others.any(|other| other.has(&recording.request)) {
                return Some(OutOfScope::OtherDocument);
            }
            (!selected).then_some(OutOfScope::NotSelected)
        });
        reason.map(Verdict::OutOfScope)
    }
}
