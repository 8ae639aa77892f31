//! Judges one exchange: finds what it belongs to, and holds both halves against it.

use bindery_codegen::{Operation, Pointer};
use serde_json::Value;

use super::{
    Subject,
    bench::{Bench, Remark},
    body,
    gather::Gathered,
    headers, parameters, scope,
};
use crate::{
    Kind, OutOfScope, Recording, Request, Response, Verdict,
    matching::{self, Matched},
    patch::Lesson,
    recording::Part,
    schema::Direction,
};

/// The operation that a recording belongs to, by its index, and the verdict; what it shows is
/// gathered.
pub(super) fn judge(
    subject: &Subject<'_>,
    recording: &Recording,
    gathered: &mut Gathered,
) -> (Option<usize>, Verdict) {
    let matched = subject.operation(&recording.request);
    let found = matched
        .as_ref()
        .map(|matched| matched.index)
        .map_err(|why| *why);
    let mut bench = Bench {
        subject,
        recording,
        gathered,
    };
    let verdict = match (subject.out_of_scope(recording, found), matched) {
        (Some(verdict), _) => verdict,
        (None, Ok(matched)) => both(&mut bench, &matched),
        (None, Err(_)) => {
            unknown_operation(&mut bench);
            Verdict::Undocumented
        }
    };
    (found.ok(), verdict)
}

/// Holds both halves against an operation; the verdict is about the response.
fn both(bench: &mut Bench<'_>, matched: &Matched<'_>) -> Verdict {
    let response = bench.recording.response.as_ref();
    let refused = response.is_some_and(|response| (400..500).contains(&response.status));
    if !refused {
        parameters::judge(bench, matched);
        request_body(bench, matched.operation);
    }
    match response {
        Some(response) => answer(bench, matched.operation, response),
        None => Verdict::RequestOnly,
    }
}

fn unknown_operation(bench: &mut Bench<'_>) {
    let Request { method, path, .. } = &bench.recording.request;
    let remark = Remark {
        kind: Kind::UndocumentedOperation,
        at: Pointer::from("/paths"),
        detail: &format!("{method} {}", generic(path)),
        message: format!("no operation of the document is `{method} {path}`"),
        help: "add the operation, or correct its path, method or servers".to_owned(),
    };
    let recording = bench.recording;
    bench.show(remark, || {
        recording.place(Part::Path).label("recorded here")
    });
}

/// A path with a mark for each segment that looks like an identifier, so that one operation that
/// is missing is missing once.
fn generic(path: &str) -> String {
    let segments = path.split('/');
    let segments = segments.map(|segment| {
        if matching::is_identifier(segment) {
            "{}"
        } else {
            segment
        }
    });
    segments.collect::<Vec<_>>().join("/")
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
            let required = value.get("required") == Some(&Value::Bool(true));
            if required && !bench.recording.left_out(Direction::Request) {
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
        if status == scope::SWITCHED {
            return Verdict::OutOfScope(OutOfScope::Asset);
        }
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
        let essence = response.content_type().map(matching::essence);
        let essence = essence.unwrap_or_default();
        let body = response.body.as_ref();
        let lesson = Lesson {
            body: body.map(|body| body::named(body, &essence)),
            ..Lesson::default()
        };
        let recording = bench.recording;
        bench.teach(remark, lesson, || {
            recording.place(Part::Status).label("recorded here")
        });
        return Verdict::Undocumented;
    };
    let headers = headers::judge(bench, &at, response);
    let body = match &response.body {
        // The specification has no way to say that a response must have a body.
        None if bench.recording.left_out(Direction::Response) => {
            Verdict::OutOfScope(OutOfScope::BodyLeftOut)
        }
        None => Verdict::Valid,
        Some(body) => body::judge(bench, at, Direction::Response, body),
    };
    match body {
        Verdict::Undocumented => body,
        _ if headers == Verdict::Invalid => headers,
        _ => body,
    }
}
