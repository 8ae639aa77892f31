//! Reports as JSON, in the shape that `report.schema.json` describes.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Accepted, Exchange, Finding, Place, Report, Severity, Verdict};

/// The JSON Schema of what [`json`] writes, as text.
pub const SCHEMA: &str = include_str!("../../report.schema.json");

/// Reports as one JSON object with a summary, a line for each exchange and one for each finding.
///
/// Findings are named by their `id`, which stays the same from run to run.
pub fn json(reports: &[Report]) -> String {
    let mut text = String::from("{\n\"summary\": ");
    text += &line(&Summary::of(reports));
    text += ",\n\"exchanges\": [";
    let exchanges = reports.iter().flat_map(|report| {
        let exchanges = report.exchanges.iter();
        exchanges.map(move |exchange| line(&ExchangeRow::of(report, exchange)))
    });
    rows(&mut text, exchanges);
    text += "],\n\"findings\": [";
    let findings = reports.iter().flat_map(|report| &report.findings);
    rows(
        &mut text,
        findings.map(|finding| line(&FindingRow::of(finding))),
    );
    text + "]\n}\n"
}

fn rows(text: &mut String, rows: impl Iterator<Item = String>) {
    for (index, row) in rows.enumerate() {
        *text += if index == 0 { "\n" } else { ",\n" };
        *text += &row;
    }
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
                let exchanges = report.exchanges.iter();
                let alike = exchanges.filter(|exchange| verdict(exchange.verdict) == word);
                alike.count()
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
            exchanges: sum(&|report| report.exchanges.len()),
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
    findings: Vec<&'a str>,
}

impl<'a> ExchangeRow<'a> {
    fn of(report: &'a Report, exchange: &'a Exchange) -> Self {
        let operation = exchange.operation.map(|index| &report.operations[index]);
        let findings = exchange.findings.iter();
        Self {
            source: &exchange.recording,
            index: exchange.index,
            operation: operation.map(|operation| operation.title.as_str()),
            method: &exchange.method,
            path: &exchange.path,
            status: exchange.status,
            verdict: verdict(exchange.verdict),
            reason: exchange.verdict.out_of_scope().map(crate::OutOfScope::id),
            findings: findings
                .map(|index| report.findings[*index].id.as_str())
                .collect(),
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
