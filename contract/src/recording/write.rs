//! Writes a recording as the file that it is read from.

use super::{Assumed, Body, Recorded, Recording, Request, Response};
use crate::{
    matching,
    redact::tree::{Node, quoted},
};

pub(super) fn recording(recording: &Recording) -> String {
    let mut out = Out::default();
    heading(&mut out, &recording.recorded);
    request(&mut out, &recording.request);
    match &recording.response {
        Some(answer) => response(&mut out, answer),
        None => out.line(0, "then: {}"),
    }
    out.0
}

fn heading(out: &mut Out, recorded: &Recorded) {
    out.line(0, "recorded:");
    out.line(1, &format!("source: {}", recorded.source.id()));
    out.line(1, &format!("reference: {}", quoted(&recorded.reference)));
    if let Some(at) = &recorded.at {
        out.line(1, &format!("at: {}", quoted(at)));
    }
    let assumed = recorded.assumed.iter().map(|part| match part {
        Assumed::Status => "status",
        Assumed::Header => "header",
        Assumed::Path => "path",
    });
    out.list("assumed", assumed.map(str::to_owned));
    if recorded.generated {
        out.line(1, "generated: true");
    }
    for (key, locations) in [
        ("placeholders", &recorded.placeholders),
        ("elided", &recorded.elided),
    ] {
        let answered = locations.response.iter().map(|at| quoted(at.as_str()));
        let sent = locations
            .request
            .iter()
            .map(|at| quoted(&format!("request:{at}")));
        out.list(key, answered.chain(sent));
    }
}

fn request(out: &mut Out, request: &Request) {
    out.line(0, "when:");
    out.line(1, &format!("method: {}", request.method));
    out.line(1, &format!("path: {}", quoted(&request.path)));
    out.pairs("query_param", &request.query);
    out.pairs("header", &request.headers);
    match request
        .body
        .as_ref()
        .map(|body| (body, Node::parse(body.text())))
    {
        // A replay compares JSON as a value, and any other body to the letter.
        Some((body, Some(node))) if is_json(&request.headers, body) => {
            out.line(1, "json_body:");
            node.pretty().lines().for_each(|line| out.line(2, line));
        }
        Some((body, _)) => out.body(body.text()),
        None => {}
    }
}

fn response(out: &mut Out, response: &Response) {
    out.line(0, "then:");
    out.line(1, &format!("status: {}", response.status));
    out.pairs("header", &response.headers);
    if let Some(body) = &response.body {
        match Node::parse(body.text()).filter(|_| is_json(&response.headers, body)) {
            Some(node) => out.body(&node.pretty()),
            None => out.body(body.text()),
        }
    }
}

fn is_json(headers: &[(String, String)], body: &Body) -> bool {
    match super::header(headers, "content-type") {
        Some(kind) => matching::is_json(kind),
        None => body.text().trim_start().starts_with(['{', '[']),
    }
}

/// The text so far.
#[derive(Default)]
struct Out(String);

impl Out {
    fn line(&mut self, depth: usize, text: &str) {
        if !text.is_empty() {
            self.0.extend(std::iter::repeat_n("  ", depth));
        }
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn list(&mut self, key: &str, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        if !items.is_empty() {
            self.line(1, &format!("{key}: [{}]", items.join(", ")));
        }
    }

    fn pairs(&mut self, key: &str, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        self.line(1, &format!("{key}:"));
        for (name, value) in pairs {
            self.line(
                2,
                &format!("- {{ name: {}, value: {} }}", quoted(name), quoted(value)),
            );
        }
    }

    /// A text line by line where YAML gives it back as it is, else in quotes.
    fn body(&mut self, text: &str) {
        if !is_block(text) {
            self.line(1, &format!("body: {}", quoted(text)));
            return;
        }
        let (header, text) = match text.strip_suffix('\n') {
            Some(text) => ("body: |", text),
            None => ("body: |-", text),
        };
        self.line(1, header);
        text.split('\n').for_each(|line| self.line(2, line));
    }
}

fn is_block(text: &str) -> bool {
    // What needs six signs in quotes is written as its code there, and not at all here.
    let plain = |letter: char| {
        letter == '\n' || !letter.is_control() && quoted(&letter.to_string()).chars().count() <= 4
    };
    let lines = text.strip_suffix('\n').unwrap_or(text);
    !lines.is_empty()
        && !lines.starts_with([' ', '\n'])
        && !lines.ends_with('\n')
        && !lines.split('\n').any(|line| line.ends_with(' '))
        && text.chars().all(plain)
}
