//! Reads a recording from its file: httpmock's `when` and `then`, under our own `recorded`.

use std::sync::Arc;

use bindery_codegen::{Diagnostic, Document, Error, Pointer};
use serde_json::{Map, Value};

use super::{Assumed, Body, Locations, Recorded, Recording, Request, Response, Source};

const TOP: [&str; 3] = ["recorded", "when", "then"];
const RECORDED: [&str; 7] = [
    "source",
    "reference",
    "at",
    "assumed",
    "generated",
    "placeholders",
    "elided",
];
/// Of httpmock's many matchers, those that say what was sent rather than what would match.
const WHEN: [&str; 6] = [
    "method",
    "path",
    "query_param",
    "header",
    "body",
    "json_body",
];
const THEN: [&str; 4] = ["status", "header", "body", "json_body"];

pub(super) fn recording(document: Document) -> Result<Recording, Error> {
    let file = Arc::new(document);
    let mut reader = Reader {
        file: Arc::clone(&file),
        faults: Vec::new(),
    };
    reader.keys("", &TOP);
    let recorded = reader.recorded();
    let request = reader.request();
    let response = reader.response();
    if reader.faults.is_empty() {
        Ok(Recording {
            name: file.name().to_owned(),
            index: 0,
            recorded,
            request,
            response,
            file: Some(file),
            archived: None,
        })
    } else {
        Err(reader.faults.into())
    }
}

/// The file at hand, and what is wrong with it so far.
struct Reader {
    file: Arc<Document>,
    faults: Vec<Diagnostic>,
}

impl Reader {
    fn recorded(&mut self) -> Recorded {
        let at = "/recorded";
        self.keys(at, &RECORDED);
        let source = match self.text(at, "source").as_deref() {
            Some("documentation") => Source::Documentation,
            Some("live") => Source::Live,
            Some(other) => {
                self.fault(
                    "/recorded/source",
                    format!("`source: {other}` is unknown"),
                    "write `documentation` or `live`",
                );
                Source::default()
            }
            None => {
                self.missing(
                    at,
                    "source",
                    "write `source: documentation` or `source: live`",
                );
                Source::default()
            }
        };
        let reference = self.text(at, "reference");
        if reference.is_none() {
            self.missing(
                at,
                "reference",
                "name the page or system the exchange comes from",
            );
        }
        Recorded {
            source,
            reference: reference.unwrap_or_default(),
            at: self.text(at, "at"),
            assumed: self.assumed(),
            generated: self.flag("/recorded/generated"),
            placeholders: self.locations("/recorded/placeholders"),
            elided: self.locations("/recorded/elided"),
        }
    }

    fn request(&mut self) -> Request {
        let at = "/when";
        self.keys(at, &WHEN);
        let method = self.text(at, "method");
        if method.is_none() {
            self.missing(
                at,
                "method",
                "write the method that was sent, such as `method: GET`",
            );
        }
        let path = self.text(at, "path");
        if path.is_none() {
            self.missing(
                at,
                "path",
                "write the path that was sent, without its query",
            );
        }
        if path.as_deref().is_some_and(|path| path.contains('?')) {
            self.fault(
                "/when/path",
                "the path holds a query",
                "list the query parameters under `query_param`",
            );
        }
        Request {
            method: method.unwrap_or_default().to_uppercase(),
            path: path.unwrap_or_default(),
            origin: None,
            query: self.pairs("/when/query_param"),
            headers: self.pairs("/when/header"),
            body: self.body(at),
        }
    }

    fn response(&mut self) -> Option<Response> {
        let at = "/then";
        self.keys(at, &THEN);
        let headers = self.pairs("/then/header");
        let body = self.body(at);
        let Some(status) = self.file.get("/then/status").cloned() else {
            if body.is_some() || !headers.is_empty() {
                self.missing(
                    at,
                    "status",
                    "write the status, or `then: {}` where no response is known",
                );
            }
            return None;
        };
        let status = status
            .as_u64()
            .and_then(|status| u16::try_from(status).ok());
        let Some(status) = status.filter(|status| (100..600).contains(status)) else {
            self.fault(
                "/then/status",
                "`status` is no HTTP status",
                "write a number from 100 to 599",
            );
            return None;
        };
        Some(Response {
            status,
            headers,
            body,
        })
    }

    fn body(&mut self, half: &str) -> Option<Body> {
        let (text_at, value_at) = (format!("{half}/body"), format!("{half}/json_body"));
        let text = self.file.get(&text_at).cloned();
        let value = self.file.get(&value_at).cloned();
        match (text, value) {
            (Some(_), Some(_)) => {
                self.fault(
                    &value_at,
                    "both `body` and `json_body`",
                    "keep `body`, which is served as it stands",
                );
                None
            }
            (Some(Value::String(text)), None) => {
                let at = Pointer::from(text_at.as_str());
                Some(Body::of_text(&self.file, at, &text))
            }
            (Some(_), None) => {
                self.fault(&text_at, "`body` is not a text", "begin it with `body: |-`");
                None
            }
            (None, Some(value)) => {
                let at = Pointer::from(value_at.as_str());
                Some(Body::of_value(&self.file, at, value))
            }
            (None, None) => None,
        }
    }

    fn assumed(&mut self) -> Vec<Assumed> {
        let mut assumed = Vec::new();
        for (at, part) in self.texts("/recorded/assumed") {
            match part.as_str() {
                "status" => assumed.push(Assumed::Status),
                "header" => assumed.push(Assumed::Header),
                "path" => assumed.push(Assumed::Path),
                _ => self.fault(
                    &at,
                    format!("`{part}` cannot be assumed"),
                    "the parts are `status`, `header` and `path`",
                ),
            }
        }
        assumed.sort();
        assumed
    }

    fn locations(&mut self, at: &str) -> Locations {
        let mut locations = Locations::default();
        for (at, text) in self.texts(at) {
            let (list, pointer) = match text.strip_prefix("request:") {
                Some(pointer) => (&mut locations.request, pointer),
                None => (&mut locations.response, text.as_str()),
            };
            if pointer.is_empty() || pointer.starts_with('/') {
                list.push(Pointer::from(pointer));
            } else {
                self.fault(
                    &at,
                    format!("`{text}` is no JSON pointer"),
                    "begin it with `/`, or with `request:/` for the request body",
                );
            }
        }
        locations
    }

    fn pairs(&mut self, at: &str) -> Vec<(String, String)> {
        let Some(value) = self.file.get(at).cloned() else {
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            let text = |key| item.get(key).and_then(Value::as_str).map(str::to_owned);
            match (text("name"), text("value"), item.as_object().map(Map::len)) {
                (Some(name), Some(value), Some(2)) => pairs.push((name, value)),
                _ => self.fault(
                    &format!("{at}/{index}"),
                    "not a name and a value",
                    "write `{ name: …, value: \"…\" }`, both as texts",
                ),
            }
        }
        if !value.is_array() {
            self.fault(
                at,
                "not a list",
                "write a list of `{ name: …, value: \"…\" }`",
            );
        }
        pairs
    }

    fn texts(&mut self, at: &str) -> Vec<(String, String)> {
        let Some(value) = self.file.get(at).cloned() else {
            return Vec::new();
        };
        let items = value
            .as_array()
            .filter(|items| items.iter().all(Value::is_string));
        let Some(items) = items else {
            self.fault(at, "not a list of texts", "write `[first, second]`");
            return Vec::new();
        };
        let texts = items.iter().filter_map(Value::as_str).enumerate();
        texts
            .map(|(index, text)| (format!("{at}/{index}"), text.to_owned()))
            .collect()
    }

    fn text(&mut self, parent: &str, key: &str) -> Option<String> {
        let at = format!("{parent}/{key}");
        match self.file.get(&at).cloned()? {
            Value::String(text) if !text.is_empty() => Some(text),
            _ => {
                self.fault(&at, format!("`{key}` is not a text"), "put it in quotes");
                Some(String::new())
            }
        }
    }

    fn flag(&mut self, at: &str) -> bool {
        match self.file.get(at).cloned() {
            None => false,
            Some(Value::Bool(flag)) => flag,
            Some(_) => {
                self.fault(
                    at,
                    "neither true nor false",
                    "write `true`, or leave it out",
                );
                false
            }
        }
    }

    /// Faults a mapping that is missing or none, and every key of it that is not known.
    fn keys(&mut self, at: &str, known: &[&str]) {
        let name = Pointer::from(at)
            .last()
            .map_or("a recording".to_owned(), |key| format!("`{key}`"));
        let Some(value) = self.file.get(at).cloned() else {
            self.fault(
                at,
                format!("{name} is missing"),
                "write `recorded`, `when` and `then`",
            );
            return;
        };
        let Some(entries) = value.as_object() else {
            self.fault(
                at,
                format!("{name} is not a mapping"),
                format!("its keys are {}", list(known)),
            );
            return;
        };
        for key in entries.keys().filter(|key| !known.contains(&key.as_str())) {
            let pointer = Pointer::from(at).join(key);
            self.fault(
                pointer.as_str(),
                format!("unknown key `{key}`"),
                format!("the keys of {name} are {}", list(known)),
            );
        }
    }

    fn missing(&mut self, parent: &str, key: &str, help: &str) {
        // Where the whole mapping is missing, that has been said.
        if self.file.get(parent).is_some_and(Value::is_object) {
            self.fault(parent, format!("`{key}` is missing"), help);
        }
    }

    fn fault(&mut self, at: &str, message: impl Into<String>, help: impl Into<String>) {
        self.faults
            .push(self.file.diagnostic(at, message).help(help));
    }
}

fn list(keys: &[&str]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    quoted.join(", ")
}
