//! Turns reports and lint findings into text and pages for people, and reports into JSON, SARIF
//! and workflow commands for machines.

mod github;
mod html;
mod json;
mod printable;
mod sarif;
mod snippet;
mod table;

use std::collections::BTreeMap;

use annotate_snippets::{Level, Renderer};

use self::snippet::Block;
pub use self::{
    github::github,
    html::{Chapter, html},
    json::{Lines, SCHEMA, json},
    printable::{printable, printable_lines},
    sarif::sarif,
};
use crate::{
    Accepted, Finding, OutOfScope, Report, Severity, Source,
    lint::{self, RULES},
};

/// How text is made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// With the escape sequences of a terminal.
    pub colored: bool,
}

/// Reports as text: each finding with the lines of document and recording, then for each
/// document its operations with their witnesses, then one closing count.
///
/// Operations that nothing witnesses have their place in the table, not a block of their own.
pub fn reports(reports: &[Report], style: Style) -> String {
    let renderer = renderer(style);
    let mut text = String::new();
    for report in reports {
        for finding in report.open() {
            if finding.severity > Severity::Note {
                text += &block(finding).render(&renderer);
                text += "\n\n";
            }
        }
    }
    for report in reports {
        text += &table::operations(report);
        text += "\n";
    }
    text + &closing(reports)
}

/// One finding as text, without a closing line end.
pub fn finding(finding: &Finding, style: Style) -> String {
    block(finding).render(&renderer(style))
}

/// Findings of the lint as text, with one closing count over all documents.
pub fn lint(findings: &[lint::Finding], documents: usize, style: Style) -> String {
    let renderer = renderer(style);
    let mut text = String::new();
    for finding in findings {
        let block = Block {
            level: Level::ERROR,
            id: finding.rule,
            message: &finding.message,
            places: vec![&finding.place],
            note: None,
            help: Some(&finding.help),
            name: None,
        };
        text += &block.render(&renderer);
        text += "\n\n";
    }
    let rules = RULES.len();
    text + &format!(
        "{}, {rules} rules: {}\n",
        counted(documents, "document"),
        counted(findings.len(), "error"),
    )
}

fn renderer(style: Style) -> Renderer {
    if style.colored {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
}

fn block(finding: &Finding) -> Block<'_> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let shown = finding.examples.len();
    let note = (finding.count > shown).then(|| {
        format!(
            "{} recorded values show this; {} are printed",
            finding.count,
            if shown == 1 {
                "one".to_owned()
            } else {
                format!("the first {shown}")
            },
        )
    });
    Block {
        level,
        id: finding.kind.id(),
        message: &finding.message,
        places: std::iter::once(&finding.document)
            .chain(&finding.examples)
            .collect(),
        note,
        help: finding.help.as_deref(),
        name: Some(&finding.id),
    }
}

/// What all reports amount to, in one line, and plainly how much of it is first hand.
fn closing(reports: &[Report]) -> String {
    let sum = |count: &dyn Fn(&Report) -> usize| reports.iter().map(count).sum::<usize>();
    let operations = sum(&|report| report.asked().count());
    let witnessed = sum(&Report::witnessed);
    let live = sum(&|report| report.witnessed_by(Source::Live));
    let documented = sum(&|report| report.witnessed_by(Source::Documentation));
    let mut text = format!(
        "{}, {}: {witnessed} with a recorded response ({live} live, {documented} from documentation), {} without; {}, {}, {}\n",
        counted(reports.len(), "document"),
        counted(operations, "operation"),
        operations - witnessed,
        counted(sum(&|report| report.count(Severity::Error)), "error"),
        counted(sum(&|report| report.count(Severity::Warning)), "warning"),
        counted(sum(&|report| report.count(Severity::Note)), "note"),
    );
    text += &beyond(reports);
    let inferred = sum(&|report| report.inferred.len());
    if inferred > 0 {
        text += &is_are(inferred);
        text += " inferred: concluded by the document's author, stated by no page\n";
    }
    if witnessed > 0 && live == 0 {
        text += "no recording is live: each is an example that the provider printed, not traffic that was seen\n";
    }
    text
}

/// What was left aside, if anything was: exchanges by reason, and findings that are accepted.
fn beyond(reports: &[Report]) -> String {
    let mut reasons = BTreeMap::new();
    let counts = reports.iter().flat_map(Report::out_of_scope);
    for (reason, count) in counts.filter(|(reason, _)| *reason != OutOfScope::NoResponse) {
        *reasons.entry(reason).or_insert(0) += count;
    }
    let exchanges = reports.iter().map(Report::exchanges).sum();
    let parts = reasons
        .iter()
        .map(|(reason, count)| format!("{count} {reason}"));
    let parts = parts.collect::<Vec<_>>().join(", ");
    let findings = reports.iter().flat_map(|report| &report.findings);
    let accepted = findings.filter_map(|finding| finding.accepted.as_ref());
    let (known, ignored): (Vec<_>, Vec<_>) =
        accepted.partition(|accepted| **accepted == Accepted::Baseline);
    let lines = [
        (
            reasons.values().sum(),
            format!(
                "of {} out of scope: {parts}\n",
                counted(exchanges, "exchange")
            ),
        ),
        (known.len(), "of the findings in the baseline\n".to_owned()),
        (
            ignored.len(),
            "of the findings ignored, each for a reason\n".to_owned(),
        ),
    ];
    let lines = lines.into_iter().filter(|(count, _)| *count > 0);
    let lines: Vec<String> = lines
        .map(|(count, text)| format!("{count} {text}"))
        .collect();
    lines.concat()
}

fn is_are(count: usize) -> String {
    let verb = if count == 1 { "is" } else { "are" };
    format!("{} {verb}", counted(count, "claim"))
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
