//! Which requests an expectation is about.

use std::fmt::{self, Write as _};

use bindery_contract::{Body, Request};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::form_urlencoded;

use crate::runtime::{Operation, Sent};

/// What a request has to be to fit.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// The operation, where it is known by a call.
    pub(super) operation: Option<&'static Operation>,
    /// What it was made from: a call, or a recording.
    pub(super) request: Request,
    /// Path template below the provider's server, which replaces all that is compared below.
    template: Option<String>,
    compares_body: bool,
}

impl Wanted {
    /// The request that a call sends to a server whose paths are below `base`.
    pub(super) fn call(base: &str, sent: Sent) -> Self {
        let Sent {
            operation,
            target,
            body,
        } = sent;
        let (path, query) = target.split_once('?').unwrap_or((target.as_str(), ""));
        let mut request = Request::new(operation.method(), format!("{base}{path}"));
        request.query = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        if let Some(body) = body {
            let text = String::from_utf8_lossy(&body).into_owned();
            request.headers.push(content_type());
            request.body = Some(Body::new("request body", text));
        }
        Self {
            operation: Some(operation),
            request,
            template: None,
            compares_body: true,
        }
    }

    /// A request that was recorded, whatever its body.
    pub(super) fn recorded(request: &Request) -> Self {
        Self {
            operation: None,
            request: request.clone(),
            template: None,
            compares_body: false,
        }
    }

    /// Any request of the operation, whatever its parameters and its body.
    pub(super) fn widened(mut self, base: &str) -> Self {
        self.template = self
            .operation
            .map(|operation| format!("{base}{}", operation.template()));
        self
    }

    pub(super) fn fits(&self, request: &Request) -> bool {
        if self.request.method != request.method {
            return false;
        }
        match &self.template {
            Some(template) => is_below(template, &request.path),
            None => {
                decoded(&self.request.path) == decoded(&request.path)
                    && sorted(&self.request.query) == sorted(&request.query)
                    && (!self.compares_body || same_body(&self.request, request))
            }
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.template {
            Some(template) => write!(f, "{} {template}", self.request.method),
            None if self.compares_body => f.write_str(&whole(&self.request)),
            None => f.write_str(&line(&self.request)),
        }
    }
}

/// A request in one line, with its body.
pub(super) fn whole(request: &Request) -> String {
    match &request.body {
        Some(body) => format!("{} with {}", line(request), body.text()),
        None => line(request),
    }
}

/// A request in one line, without its headers and its body.
pub(super) fn line(request: &Request) -> String {
    let mut line = format!("{} {}", request.method, request.path);
    for (index, (name, value)) in request.query.iter().enumerate() {
        line.push(if index == 0 { '?' } else { '&' });
        let _ = write!(line, "{name}={value}");
    }
    line
}

/// Whether a path is one of a template, each variable of which is a part of one segment.
fn is_below(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted.contains('{') => {
                let (before, rest) = wanted.split_once('{').unwrap_or((wanted, ""));
                let after = rest.rsplit('}').next().unwrap_or("");
                let rest = given.strip_prefix(before);
                if rest.is_none_or(|rest| rest.len() <= after.len() || !rest.ends_with(after)) {
                    return false;
                }
            }
            (Some(wanted), Some(given)) if decoded(wanted) == decoded(given) => {}
            _ => return false,
        }
    }
}

fn same_body(wanted: &Request, given: &Request) -> bool {
    let text = |request: &Request| request.body.as_ref().map(|body| body.text().to_owned());
    let (wanted, given) = (text(wanted), text(given));
    let json =
        |text: &Option<String>| -> Option<Value> { serde_json::from_str(text.as_ref()?).ok() };
    match (json(&wanted), json(&given)) {
        (Some(wanted), Some(given)) => wanted == given,
        _ => wanted == given,
    }
}

fn sorted(query: &[(String, String)]) -> Vec<&(String, String)> {
    let mut query: Vec<_> = query.iter().collect();
    query.sort();
    query
}

fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

fn content_type() -> (String, String) {
    ("content-type".to_owned(), "application/json".to_owned())
}
