//! The operations of a document with what witnesses them, as aligned text.

use super::printable;
use crate::{Exchange, Report, Source, Verdict, Witnessed};

/// A line for each operation: its name, its method and path, its witnesses.
pub(super) fn operations(report: &Report) -> String {
    let rows: Vec<[String; 3]> = report
        .asked()
        .map(|operation| {
            let name = operation.id.clone().unwrap_or_else(|| "-".to_owned());
            let shown = |text: &str| printable(text).into_owned();
            [
                shown(&name),
                shown(&operation.title),
                witnesses(report, operation),
            ]
        })
        .collect();
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let (names, titles) = (width(0), width(1));
    let mut lines = vec![format!("{}\n", report.document)];
    for [name, title, witnesses] in &rows {
        lines.push(format!("  {name:names$}  {title:titles$}  {witnesses}\n"));
    }
    if !report.inferred.is_empty() {
        let at: Vec<String> = report
            .inferred
            .iter()
            .map(|at| at.line.to_string())
            .collect();
        let plural = if at.len() == 1 { "" } else { "s" };
        lines.push(format!(
            "  inferred, and stated by no page: line{plural} {}\n",
            at.join(", "),
        ));
    }
    lines.concat()
}

fn witnesses(report: &Report, operation: &Witnessed) -> String {
    let mut parts = Vec::new();
    for source in [Source::Live, Source::Documentation, Source::Invented] {
        let of_source = report
            .responses(operation)
            .filter(|exchange| exchange.source == source);
        let exchanges: Vec<&Exchange> = of_source.collect();
        if !exchanges.is_empty() {
            parts.push(described(source, &exchanges));
        }
    }
    if parts.is_empty() {
        let mut exchanges = operation.exchanges.iter();
        let is_request = |index: &usize| report.exchanges[*index].verdict == Verdict::RequestOnly;
        return if exchanges.any(is_request) {
            "none (request only)"
        } else {
            "none"
        }
        .to_owned();
    }
    parts.join("; ")
}

/// How many responses of one source there are, their statuses, and what they cannot witness.
fn described(source: Source, exchanges: &[&Exchange]) -> String {
    let noun = match source {
        Source::Live => "live",
        Source::Documentation => "documented sample",
        Source::Invented => "made up",
    };
    let plural = if source == Source::Documentation && exchanges.len() > 1 {
        "s"
    } else {
        ""
    };
    let mut remarks: Vec<String> = Vec::new();
    let mut remark = |text: String| {
        if !remarks.contains(&text) {
            remarks.push(text);
        }
    };
    for exchange in exchanges {
        let status = exchange.status.unwrap_or_default();
        let assumed = if exchange.status_witnessed {
            ""
        } else {
            ", status assumed"
        };
        remark(format!("{status}{assumed}"));
        if exchange.generated {
            remark("values made by a tool: witnesses names only".to_owned());
        }
        if exchange.verdict != Verdict::Valid {
            remark(exchange.verdict.id().to_owned());
        }
    }
    format!(
        "{} {noun}{plural} ({})",
        exchanges.len(),
        remarks.join("; ")
    )
}
