//! The findings, each beside the document's text.

use bindery_codegen::Document;
use maud::{Markup, html};

use super::{MANY, prose};
use crate::{Accepted, Finding, Place, Report, Severity, columns::counted};

/// How many lines of the document stand above and below the one that is meant.
const AROUND: usize = 3;

/// The findings of a chapter, the gravest first, then those that somebody accepted.
pub(super) fn list(chapter: usize, document: &Document, report: &Report) -> Markup {
    let groups = [
        ("error", Severity::Error),
        ("warning", Severity::Warning),
        ("note", Severity::Note),
    ];
    let accepted: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| finding.accepted.is_some())
        .collect();
    html! {
        @if report.findings.is_empty() { p { "None." } }
        @for (noun, severity) in groups {
            @let found: Vec<&Finding> = report.open().filter(|finding| finding.severity == severity).collect();
            @let shown = severity == Severity::Error || severity == Severity::Warning && found.len() < MANY;
            (group(chapter, document, &counted(found.len(), noun), &found, shown))
        }
        (group(chapter, document, &format!("{} accepted", accepted.len()), &accepted, false))
    }
}

fn group(
    chapter: usize,
    document: &Document,
    title: &str,
    findings: &[&Finding],
    open: bool,
) -> Markup {
    html! {
        @if !findings.is_empty() {
            details.group open[open] {
                summary { (title) }
                @for finding in findings { (card(chapter, document, finding)) }
            }
        }
    }
}

fn card(chapter: usize, document: &Document, finding: &Finding) -> Markup {
    let severity = finding.severity;
    html! {
        div class={ "finding " (severity) } id={ "finding-" (chapter) "-" (finding.id) } {
            div.said {
                p.badge { (severity) ": " (finding.kind.says()) }
                p.message { (prose(&finding.message)) }
                @for place in &finding.examples { (example(place)) }
                @if finding.count > finding.examples.len() && !finding.examples.is_empty() {
                    p.note { "and " (counted(finding.count - finding.examples.len(), "more recorded value")) }
                }
                @if let Some(help) = &finding.help { p { b { "Mend: " } (prose(help)) } }
                @match &finding.accepted {
                    Some(Accepted::Ignored { reason }) => p.note { "Accepted: " (reason) },
                    Some(Accepted::Baseline) => p.note { "Accepted: the baseline has it" },
                    None => {}
                }
            }
            (excerpt(document, &finding.document))
        }
    }
}

/// A recorded value that shows the finding.
fn example(place: &Place) -> Markup {
    html! {
        figure {
            figcaption { "In the recording, " code { (place) } @if !place.label.is_empty() { ": " (prose(&place.label)) } }
            (lines([(place.position.line, place.line.as_str())], place.position.line))
        }
    }
}

/// The claim, with the lines around it.
fn excerpt(document: &Document, place: &Place) -> Markup {
    let meant = place.position.line;
    let file = document.file(place.pointer.as_str());
    // What is blamed may be an entry of another file, of which no more than the line is known.
    let known = file.name() == place.file;
    let last = if known {
        file.text().lines().count()
    } else {
        meant
    };
    let around = if known { AROUND } else { 0 };
    let shown = meant.saturating_sub(around).max(1)..=(meant + around).min(last);
    let text = |number| {
        if number == meant {
            place.line.as_str()
        } else {
            file.line(number)
        }
    };
    html! {
        figure {
            figcaption { @if known { "In the document, " } code { (place) } }
            (lines(shown.map(|number| (number, text(number))), meant))
        }
    }
}

fn lines<'a>(lines: impl IntoIterator<Item = (usize, &'a str)>, meant: usize) -> Markup {
    html! {
        pre tabindex="0" { @for (number, line) in lines {
            span.line.meant[number == meant] { i { (number) } (line) "\n" }
        } }
    }
}
