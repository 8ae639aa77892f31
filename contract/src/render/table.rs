//! The operations of a document with what witnesses them, as aligned text.

use super::printable;
use crate::{Alike, Report, Source, Verdict, Witnessed};

/// A line for each operation: its name, its method and path, its witnesses.
pub(super) fn operations(report: &Report) -> String {
    let rows: Vec<[String; 3]> = report
        .asked()
        .map(|operation| {
            let name = operation.id.clone().unwrap_or_else(|| "-".to_owned());
            let shown = |text: &str| printable(text).into_owned();
            [shown(&name), shown(&operation.title), witnesses(operation)]
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

fn witnesses(operation: &Witnessed) -> String {
    let mut parts = Vec::new();
    for source in [Source::Live, Source::Documentation, Source::Invented] {
        let of_source = operation.responses();
        let alike: Vec<&Alike> = of_source.filter(|alike| alike.source == source).collect();
        if !alike.is_empty() {
            parts.push(described(source, &alike));
        }
    }
    if parts.is_empty() {
        let mut exchanges = operation.exchanges.iter();
        return if exchanges.any(|alike| alike.verdict == Verdict::RequestOnly) {
            "none (request only)"
        } else {
            "none"
        }
        .to_owned();
    }
    parts.join("; ")
}

/// How many responses of one source there are, their statuses, and what they cannot witness.
fn described(source: Source, exchanges: &[&Alike]) -> String {
    let count: usize = exchanges.iter().map(|alike| alike.count).sum();
    let noun = match source {
        Source::Live => "live",
        Source::Documentation => "documented sample",
        Source::Invented => "made up",
    };
    let plural = if source == Source::Documentation && count > 1 {
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
    for alike in exchanges {
        let status = alike.status.unwrap_or_default();
        let assumed = if alike.status_witnessed {
            ""
        } else {
            ", status assumed"
        };
        remark(format!("{status}{assumed}"));
        if alike.generated {
            remark("values made by a tool: witnesses names only".to_owned());
        }
        if alike.verdict != Verdict::Valid {
            remark(alike.verdict.id().to_owned());
        }
    }
    format!("{count} {noun}{plural} ({})", remarks.join("; "))
}
