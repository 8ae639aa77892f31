//! Judges one exchange: finds what it belongs to, and holds both halves against it.

use bindery_codegen::{Operation, Pointer};
use serde_json::Value;

use super::{
    Subject,
    bench::{Bench, Remark},
    body,
    gather::Gathered,
    headers, parameters,
};
use crate::{
    Assumed, Exchange, Kind, Recording, Response, Verdict,
    matching::{self, Unmatched},
    recording::Part,
    schema::Direction,
};

/// The verdict about a recording, and the index of its operation; what it shows is gathered.
pub(super) fn judge(
    subject: &Subject<'_>,
    index: usize,
    recording: &Recording,
    gathered: &mut Gathered,
) -> (Exchange, Option<usize>) {
    let response = recording.response.as_ref();
    let mut exchange = Exchange {
        recording: recording.name.clone(),
        operation: None,
        status: response.map(|response| response.status),
        status_witnessed: response.is_some() && !recording.assumes(Assumed::Status),
        source: recording.recorded.source,
        generated: recording.recorded.generated,
        verdict: Verdict::Undocumented,
        findings: Vec::new(),
    };
    let mut bench = Bench {
        subject,
        index,
        recording,
        gathered,
    };
    let request = &recording.request;
    let matched = match subject.routes.find(&request.method, &request.path) {
        Ok(matched) => matched,
        Err(unmatched) => {
            unknown_operation(&mut bench, unmatched);
            return (exchange, None);
        }
    };
    let operation = matched.operation;
    exchange.operation = Some(operation.title());
    let refused = response.is_some_and(|response| (400..500).contains(&response.status));
    if !refused {
        parameters::judge(&mut bench, &matched);
        request_body(&mut bench, operation);
    }
    exchange.verdict = match response {
        Some(response) => answer(&mut bench, operation, response),
        None => Verdict::RequestOnly,
    };
    (exchange, Some(matched.index))
}

fn unknown_operation(bench: &mut Bench<'_>, unmatched: Unmatched) {
    let request = &bench.recording.request;
    let name = format!("{} {}", request.method, request.path);
    let remark = Remark {
        kind: Kind::UndocumentedOperation,
        at: Pointer::from("/paths"),
        detail: &name,
        message: format!("no operation of the document is `{name}`"),
        help: match unmatched {
            Unmatched::Host => "no server has this host: correct `servers`".to_owned(),
            Unmatched::Operation => {
                "add the operation, or correct its path, method or servers".to_owned()
            }
        },
    };
    let recording = bench.recording;
    bench.show(remark, || {
        recording.place(Part::Path).label("recorded here")
    });
}

fn request_body(bench: &mut Bench<'_>, operation: &Operation<'_>) {
    let owner = operation.pointer.join("requestBody");
    let documented = bench.subject.document.resolve(owner.as_str());
    match (documented, &bench.recording.request.body) {
        (None, None) => {}
        (None, Some(sent)) => {
            body::unknown(bench, operation.pointer.clone(), Direction::Request, sent);
        }
        (Some((at, value)), None) => {
            if value.get("required") == Some(&Value::Bool(true)) {
                bench.missing(at.join("required"), "request body", Part::Request);
            }
        }
        (Some((at, _)), Some(sent)) => {
            body::judge(bench, at, Direction::Request, sent);
        }
    }
}

fn answer(bench: &mut Bench<'_>, operation: &Operation<'_>, response: &Response) -> Verdict {
    let status = response.status;
    let Some(at) = matching::response(bench.subject.document, operation, status) else {
        let remark = Remark {
            kind: Kind::UndocumentedStatus,
            at: operation.pointer.join("responses"),
            detail: &status.to_string(),
            message: format!(
                "`{}` has no answer for the status {status}",
                operation.title()
            ),
            help: format!("add `\"{status}\"` to `responses`"),
        };
        let recording = bench.recording;
        bench.show(remark, || {
            recording.place(Part::Status).label("recorded here")
        });
        return Verdict::Undocumented;
    };
    let headers = headers::judge(bench, &at, response);
    let body = match &response.body {
        // The specification has no way to say that a response must have a body.
        None => Verdict::Valid,
        Some(body) => body::judge(bench, at, Direction::Response, body),
    };
    match body {
        Verdict::Undocumented => body,
        _ if headers == Verdict::Invalid => headers,
        _ => body,
    }
}
