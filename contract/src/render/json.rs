//! Reports as JSON, in the shape that `report.schema.json` describes.

use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
};

use serde::Serialize;

use crate::{Accepted, Exchange, Finding, Place, Report, Severity, Verdict};

/// The JSON Schema of what [`json`] writes, as text.
pub const SCHEMA: &str = include_str!("../../report.schema.json");

/// What a report has to say of each exchange, written as the exchanges are judged.
///
/// There are as many lines as exchanges, so they are written to where there is room for them, such
/// as a file, and taken from there by [`json`].
///
/// ```
/// use bindery_contract::{Checker, Document, Entry, Options, Recording, Request, Response};
/// use bindery_contract::render::{Lines, json};
///
/// let document = Document::parse("cats.yaml", "openapi: 3.0.3\npaths: {}\n")?;
/// let request = Request::new("GET", "/cats");
/// let recording = Recording::invented("log", request, Some(Response::new(204)));
///
/// let mut lines = Lines::new(Vec::new());
/// let checker = Checker::new(&document, &Options::default());
/// let report = checker.check_each(&[], [Ok(Entry::from(recording))], |exchange| {
///     lines.add(exchange).expect("memory takes all that there is to write");
///     Ok(())
/// })?;
/// let mut text = Vec::new();
/// json(&[report], lines.into_inner().as_slice(), &mut text).expect("so it does here");
/// # Ok::<(), bindery_contract::Error>(())
/// ```
#[derive(Debug)]
pub struct Lines<W> {
    out: W,
    begun: bool,
}

impl<W: Write> Lines<W> {
    /// No lines so far.
    pub fn new(out: W) -> Self {
        Self { out, begun: false }
    }

    /// Writes the line of an exchange.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, exchange: &Exchange) -> io::Result<()> {
        let before = if self.begun { ",\n" } else { "\n" };
        self.begun = true;
        self.out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut self.out, &ExchangeRow::of(exchange))?;
        Ok(())
    }

    /// What the lines were written to.
    pub fn into_inner(self) -> W {
        self.out
    }
}

/// Writes reports as one JSON object with a summary, a line for each exchange, which [`Lines`]
/// wrote, and one for each finding.
///
/// Findings are named by their `id`, which stays the same from run to run.
///
/// # Errors
/// When the lines cannot be read, or the report not be written.
pub fn json(reports: &[Report], mut lines: impl Read, mut out: impl Write) -> io::Result<()> {
    let summary = line(&Summary::of(reports));
    write!(out, "{{\n\"summary\": {summary},\n\"exchanges\": [")?;
    io::copy(&mut lines, &mut out)?;
    out.write_all(b"],\n\"findings\": [")?;
    let findings = reports.iter().flat_map(|report| &report.findings);
    for (index, finding) in findings.enumerate() {
        let before = if index == 0 { "\n" } else { ",\n" };
        write!(out, "{before}{}", line(&FindingRow::of(finding)))?;
    }
    out.write_all(b"]\n}\n")
}

/// A row of texts and numbers always has a form as JSON.
fn line(row: &impl Serialize) -> String {
    serde_json::to_string(row).unwrap_or_default()
}

#[derive(Serialize)]
struct Summary<'a> {
    documents: Vec<&'a str>,
    operations: usize,
    witnessed: usize,
    exchanges: usize,
    valid: usize,
    invalid: usize,
    undocumented: usize,
    out_of_scope: usize,
    out_of_scope_reasons: BTreeMap<&'static str, usize>,
    errors: usize,
    warnings: usize,
    notes: usize,
    accepted: usize,
    ignored: usize,
}

impl<'a> Summary<'a> {
    fn of(reports: &'a [Report]) -> Self {
        let sum = |count: &dyn Fn(&Report) -> usize| reports.iter().map(count).sum::<usize>();
        let verdicts = |word: &'static str| {
            sum(&|report| {
                let verdicts = report.verdicts.iter();
                let alike = verdicts.filter(|(known, _)| verdict(**known) == word);
                alike.map(|(_, count)| count).sum()
            })
        };
        let accepted = |baseline: bool| {
            let findings = reports.iter().flat_map(|report| &report.findings);
            let accepted = findings.filter_map(|finding| finding.accepted.as_ref());
            accepted
                .filter(|accepted| (**accepted == Accepted::Baseline) == baseline)
                .count()
        };
        let mut reasons = BTreeMap::new();
        for (reason, count) in reports.iter().flat_map(Report::out_of_scope) {
            *reasons.entry(reason.id()).or_default() += count;
        }
        Self {
            documents: reports
                .iter()
                .map(|report| report.document.as_str())
                .collect(),
            operations: sum(&|report| report.asked().count()),
            witnessed: sum(&Report::witnessed),
            exchanges: sum(&Report::exchanges),
            valid: verdicts("valid"),
            invalid: verdicts("invalid"),
            undocumented: verdicts("undocumented"),
            out_of_scope: verdicts("out-of-scope"),
            out_of_scope_reasons: reasons,
            errors: sum(&|report| report.count(Severity::Error)),
            warnings: sum(&|report| report.count(Severity::Warning)),
            notes: sum(&|report| report.count(Severity::Note)),
            accepted: accepted(true),
            ignored: accepted(false),
        }
    }
}

#[derive(Serialize)]
struct ExchangeRow<'a> {
    source: &'a str,
    index: usize,
    operation: Option<&'a str>,
    method: &'a str,
    path: &'a str,
    status: Option<u16>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    findings: &'a [String],
}

impl<'a> ExchangeRow<'a> {
    fn of(exchange: &'a Exchange) -> Self {
        Self {
            source: &exchange.recording,
            index: exchange.index,
            operation: exchange.operation.as_deref(),
            method: &exchange.method,
            path: &exchange.path,
            status: exchange.status,
            verdict: verdict(exchange.verdict),
            reason: exchange.verdict.out_of_scope().map(crate::OutOfScope::id),
            findings: &exchange.findings,
        }
    }
}

/// One of four words: what cannot be read contradicts nothing and has a finding that says so,
/// and where nothing was answered there is no response to judge.
fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => Verdict::Valid.id(),
        Verdict::RequestOnly | Verdict::OutOfScope(_) => "out-of-scope",
        other => other.id(),
    }
}

#[derive(Serialize)]
struct FindingRow<'a> {
    id: &'a str,
    kind: &'static str,
    rule: &'static str,
    severity: String,
    message: &'a str,
    document: At<'a>,
    recording: Option<Seen<'a>>,
    count: usize,
    help: Option<&'a str>,
    examples: Vec<Seen<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<&'a str>,
}

#[derive(Serialize)]
struct At<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    pointer: &'a str,
}

#[derive(Serialize)]
struct Seen<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    path: String,
}

impl<'a> FindingRow<'a> {
    fn of(finding: &'a Finding) -> Self {
        let document = &finding.document;
        Self {
            id: &finding.id,
            kind: finding.kind.family(),
            rule: finding.kind.id(),
            severity: finding.severity.to_string(),
            message: &finding.message,
            document: At {
                file: &document.file,
                line: document.position.line,
                column: document.position.column,
                pointer: document.pointer.as_str(),
            },
            recording: finding.examples.first().map(Seen::of),
            count: finding.count,
            help: finding.help.as_deref(),
            examples: finding.examples.iter().map(Seen::of).collect(),
            accepted: finding.accepted.as_ref().map(|accepted| match accepted {
                Accepted::Baseline => "baseline",
                Accepted::Ignored { reason } => reason,
            }),
        }
    }
}

impl<'a> Seen<'a> {
    fn of(place: &'a Place) -> Self {
        Self {
            file: &place.file,
            line: place.position.line,
            column: place.position.column,
            path: path(place),
        }
    }
}

/// A JSON path (RFC 9535), such as `$.cats[0].name`.
fn path(place: &Place) -> String {
    let steps = place.pointer.tokens().map(|token| {
        let mut bytes = token.bytes();
        let index = !token.is_empty() && bytes.clone().all(|byte| byte.is_ascii_digit());
        let letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
        let begins = bytes.next().is_some_and(letter);
        if index {
            format!("[{token}]")
        } else if begins && bytes.all(|byte| letter(byte) || byte.is_ascii_digit()) {
            format!(".{token}")
        } else {
            let quoted = token.replace('\\', "\\\\").replace('\'', "\\'");
            format!("['{quoted}']")
        }
    });
    std::iter::once("$".to_owned()).chain(steps).collect()
}

#[cfg(test)]
mod tests {
    use bindery_codegen::Pointer;

    use super::*;

    #[test]
    fn a_pointer_becomes_a_path() {
        let cases = [
            ("", "$"),
            ("/cats/0/name", "$.cats[0].name"),
            ("/a-b/c~1d/it's", "$['a-b']['c/d']['it\\'s']"),
        ];
        for (pointer, expected) in cases {
            let document = crate::Document::parse("x", "{}").expect("JSON");
            let mut place = Place::of(&document, "");
            place.pointer = Pointer::from(pointer);
            assert_eq!(path(&place), expected);
        }
    }
}
