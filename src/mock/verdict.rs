//! Holds requests and answers against the provider's document.

use bindery_contract::{
    Document, Finding, Kind, Recording, Request, Response, Severity, check,
    render::{self, Style},
};
use http::StatusCode;

use super::wanted;
use crate::runtime::Operation;

/// Why the document forbids some of these requests.
pub(super) fn of_requests(document: &Document, requests: Vec<Request>) -> Vec<String> {
    let recordings: Vec<Recording> = requests
        .into_iter()
        .map(|request| Recording::invented(wanted::line(&request), request, None))
        .collect();
    faults(document, &recordings, |finding| {
        finding.kind.severity() > Severity::Note && finding.kind != Kind::Unchecked
    })
}

/// Why the document contradicts this answer to this request.
///
/// A status that it does not know is no contradiction: providers have outages.
pub(super) fn of_answer(document: &Document, request: Request, response: Response) -> Vec<String> {
    let recording = Recording::invented("mock", request, Some(response));
    faults(document, &[recording], |finding| {
        finding.kind.severity() == Severity::Error
    })
}

/// The first success that the document has for an operation; 200 where it has none.
pub(super) fn success_of(document: &Document, operation: &Operation) -> u16 {
    let operations = document.operations();
    let authored = operations
        .iter()
        .find(|one| one.id() == Some(operation.id()));
    let responses = authored.and_then(|authored| authored.value.get("responses")?.as_object());
    let statuses = responses.into_iter().flatten().map(|(status, _)| status);
    let successes = statuses
        .filter_map(|status| status.parse().ok())
        .filter(|status: &StatusCode| operation.is_success(*status));
    successes.min().map_or(200, |status| status.as_u16())
}

fn faults(
    document: &Document,
    recordings: &[Recording],
    is_fault: impl Fn(&Finding) -> bool,
) -> Vec<String> {
    if recordings.is_empty() {
        return Vec::new();
    }
    let report = check(document, recordings);
    let faults = report.findings.iter().filter(|finding| is_fault(finding));
    let mut faults: Vec<Finding> = faults.cloned().collect();
    for fault in &mut faults {
        // Help is for those who write the document.
        fault.help = None;
    }
    faults
        .iter()
        .map(|finding| render::finding(finding, Style::default()))
        .collect()
}
