//! Reports as SARIF 2.1.0, with the claim and the values that show it as regions of their files.

use serde_json::{Value, json};

use crate::{Accepted, Finding, Kind, Place, Report, Severity};

/// Reports as one SARIF log with one run.
///
/// The location of a result is the claim in the document; the recorded values that show it are
/// related locations. Findings that somebody accepted are suppressed.
pub fn sarif(reports: &[Report]) -> String {
    let rules: Vec<Value> = Kind::ALL.into_iter().map(rule).collect();
    let findings = reports.iter().flat_map(|report| &report.findings);
    let results: Vec<Value> = findings.map(result).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "bindery",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(kind: Kind) -> Value {
    json!({
        "id": kind.id(),
        "shortDescription": {"text": kind.says()},
        "defaultConfiguration": {"level": level(kind.severity())},
    })
}

fn result(finding: &Finding) -> Value {
    let rule = Kind::ALL.iter().position(|kind| *kind == finding.kind);
    let help = finding.help.iter().map(|help| format!("\nhelp: {help}"));
    let message = finding.message.clone() + &help.collect::<String>();
    let mut result = json!({
        "ruleId": finding.kind.id(),
        "ruleIndex": rule.unwrap_or_default(),
        "level": level(finding.severity),
        "message": {"text": message},
        "locations": [location(&finding.document)],
        "partialFingerprints": {"findingId/v1": finding.id},
    });
    if !finding.examples.is_empty() {
        let shown = finding.examples.iter().enumerate().map(|(index, place)| {
            let mut location = location(place);
            location["id"] = json!(index);
            location["message"] = json!({"text": said(place)});
            location
        });
        result["relatedLocations"] = shown.collect();
        result["occurrenceCount"] = json!(finding.count);
    }
    if let Some(accepted) = &finding.accepted {
        let reason = match accepted {
            Accepted::Baseline => "the baseline has it",
            Accepted::Ignored { reason } => reason,
        };
        result["suppressions"] = json!([{"kind": "external", "justification": reason}]);
    }
    result
}

/// What a place shows; a message may not be empty.
fn said(place: &Place) -> &str {
    match place.label.as_str() {
        "" => "recorded here",
        label => label,
    }
}

fn location(place: &Place) -> Value {
    let start = place.position.column;
    json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(&place.file)},
            "region": {
                "startLine": place.position.line,
                "startColumn": start,
                "endColumn": start + place.width.max(1),
            },
        },
        "logicalLocations": [{"fullyQualifiedName": place.pointer.as_str(), "kind": "member"}],
    })
}

/// A path as a URI reference: relative where the path is.
fn uri(path: &str) -> String {
    use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
    const KEPT_OUT: &AsciiSet = &CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'%')
        .add(b'<')
        .add(b'>')
        .add(b'?')
        .add(b'[')
        .add(b']')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    let path = path.strip_prefix("./").unwrap_or(path).replace('\\', "/");
    let encoded = utf8_percent_encode(&path, KEPT_OUT).to_string();
    let first = encoded.split('/').next().unwrap_or_default();
    if encoded.starts_with('/') {
        format!("file://{encoded}")
    } else if first.contains(':') {
        // What stands before a colon would be taken for a scheme.
        format!("./{encoded}")
    } else {
        encoded
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
