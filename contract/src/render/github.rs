//! Reports as workflow commands of GitHub Actions, which annotate the lines of a change.

use super::printable;
use crate::{Finding, Report, Severity};

/// A command for each finding that nobody has accepted, at its place in the document.
pub fn github(reports: &[Report]) -> String {
    let findings = reports.iter().flat_map(Report::open);
    findings.map(command).collect()
}

fn command(finding: &Finding) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = &finding.document;
    let shown = finding.examples.iter();
    let shown = shown.map(|example| format!("{example}: {}", example.label));
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    let lines = std::iter::once(finding.message.clone())
        .chain(shown)
        .chain(help);
    let message: Vec<String> = lines.map(|line| printable(&line).into_owned()).collect();
    format!(
        "::{name} file={},line={},col={},title={}::{}\n",
        property(place.file.strip_prefix("./").unwrap_or(&place.file)),
        place.position.line,
        place.position.column,
        property(finding.kind.id()),
        data(&message.join("\n")),
    )
}

/// What ends a command is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What ends a property is escaped as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
