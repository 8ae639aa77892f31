//! What a report amounts to: the verdict in a sentence, where the evidence comes from, the counts.

use maud::{Markup, html};

use super::Chapter;
use crate::{
    Report, Severity, Source,
    columns::{counted, percent},
    coverage::Coverage,
};

/// A line for each document, which leads to its chapter.
pub(super) fn overview(chapters: &[Chapter<'_>]) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label="All documents" {
            table.figures {
                thead { tr {
                    th scope="col" { "document" }
                    th scope="col" { "errors" }
                    th scope="col" { "warnings" }
                    th scope="col" { "notes" }
                    th scope="col" { "operations" }
                    th scope="col" { "claims witnessed" }
                } }
                tbody { @for (index, chapter) in chapters.iter().enumerate() { tr {
                    @let Chapter { report, coverage, .. } = chapter;
                    th scope="row" { a href={ "#document-" (index) } { (chapter.title()) } }
                    @for severity in [Severity::Error, Severity::Warning, Severity::Note] {
                        td { (report.count(severity)) }
                    }
                    td { (report.asked().count()) }
                    td { (percent(coverage.witnessed(), coverage.claims.len())) }
                } } }
            }
        }
    }
}

/// What the findings that nobody accepted come to.
pub(super) fn verdict(report: &Report) -> Markup {
    let errors = report.count(Severity::Error);
    let warnings = report.count(Severity::Warning);
    let (class, text) = match (errors, warnings) {
        (0, 0) if report.witnessed() == 0 => (
            "fair",
            "Nothing was recorded that could contradict this document.".to_owned(),
        ),
        (0, 0) => ("good", "No recording contradicts this document.".to_owned()),
        (0, count) => (
            "fair",
            format!(
                "No recording contradicts this document, but {} it does not describe, or that could not be checked.",
                if count == 1 {
                    "there is one thing".to_owned()
                } else {
                    format!("there are {count} things")
                }
            ),
        ),
        (count, _) => (
            "bad",
            format!(
                "Recordings contradict this document in {}.",
                counted(count, "place")
            ),
        ),
    };
    html! { p.verdict.(class) { (text) } }
}

/// Where the recordings come from, said before any figure is.
pub(super) fn provenance(coverage: &Coverage) -> Markup {
    let of = |wanted: Source| {
        let counts = coverage.recordings.iter();
        let counts = counts.filter(|(source, _)| *source == wanted);
        counts.map(|(_, count)| count).sum::<usize>()
    };
    let sources = [
        (of(Source::Live), "captured from live traffic"),
        (
            of(Source::Documentation),
            "printed in the provider's documentation",
        ),
        (of(Source::Invented), "made up in code"),
    ];
    let parts: Vec<String> = sources
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, origin)| format!("{count} {origin}"))
        .collect();
    html! {
        p.note {
            @if parts.is_empty() {
                "There are no recordings of its operations, so nothing is witnessed."
            } @else {
                "Recordings: " (parts.join(", ")) "."
                @if coverage.is_second_hand() && of(Source::Invented) == 0 {
                    " None is live: all evidence is documentation, which shows what the provider says, not what it does."
                } @else if coverage.is_second_hand() {
                    " None is live, so none shows what the provider does."
                }
            }
        }
    }
}

pub(super) fn tiles(report: &Report, coverage: &Coverage) -> Markup {
    let of = |part: usize, whole: usize| format!("{part} of {whole}");
    let accepted = report.findings.len() - report.open().count();
    let tiles = [
        (
            of(report.witnessed(), report.asked().count()),
            "operations with a recorded answer",
        ),
        (
            of(coverage.witnessed(), coverage.claims.len()),
            "claims witnessed",
        ),
        (
            report.count(Severity::Error).to_string(),
            "errors: contradicted by a recording",
        ),
        (
            report.count(Severity::Warning).to_string(),
            "warnings: not described, or not checked",
        ),
        (
            report.count(Severity::Note).to_string(),
            "notes: worth knowing",
        ),
    ];
    let accepted = (accepted > 0).then(|| (accepted.to_string(), "accepted findings"));
    html! {
        dl.tiles {
            @for (value, what) in tiles.into_iter().chain(accepted) {
                div.tile { dt { (what) } dd { (value) } }
            }
        }
    }
}
