//! Goes through every value of an exchange, with what is known of its privacy.

use base64::{Engine, engine::general_purpose::STANDARD};
use bindery_codegen::{Document, Operation};

use super::{
    Redaction, body,
    marks::{Applied, Mark},
    name, scan,
    view::percent,
};
use crate::{
    Recording,
    check::parameters,
    matching::{self, Matched, Routes},
    recording,
};

/// A value on the way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) text: &'a str,
    pub(super) kind: Kind,
    pub(super) mark: Option<Mark>,
    pub(super) applied: &'a Applied,
    /// Where it is, for messages: `query parameter` and the like.
    pub(super) place: &'a str,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Text,
    Number,
    Flag,
    /// The name of a member that no schema declares.
    Name,
}

/// Is shown each value, and says what to put in its place.
pub(super) type Visit<'v> = dyn FnMut(&Seen<'_>) -> Option<String> + 'v;

/// What the walk needs to know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Map<'a> {
    pub(super) document: &'a Document,
    pub(super) operations: &'a [Operation<'a>],
    pub(super) routes: &'a Routes<'a>,
    pub(super) settings: &'a Redaction,
}

impl Map<'_> {
    /// Shows every value of an exchange, in the same order each time.
    pub(super) fn walk(self, recording: &mut Recording, visit: &mut Visit<'_>) {
        let request = &recording.request;
        let (method, path) = (request.method.clone(), request.path.clone());
        let found = self.routes.find(self.operations, &method, &path);
        let matched = found.ok();
        let request = &mut recording.request;
        request.path = self.path(&path, matched.as_ref(), visit);
        for (name, value) in &mut request.query {
            let applied = self.parameter(matched.as_ref(), name, "query");
            let mark = self.mark(&applied, name, true);
            let place = format!("query parameter `{name}`");
            self.parameter_value(value, mark, &applied, &place, visit);
        }
        for (name, value) in &mut request.headers {
            let applied = self.parameter(matched.as_ref(), name, "header");
            self.header(name, value, &applied, visit);
        }
        let operation = matched.as_ref().map(|matched| matched.operation);
        if let Some(sent) = &mut request.body {
            let owner = operation.map(|operation| operation.pointer.join("requestBody"));
            let owner = owner.and_then(|owner| self.document.resolve(owner.as_str()));
            let kind = recording::header(&request.headers, "content-type");
            *sent = body::walk(self, sent, owner.map(|(at, _)| at), kind, visit);
        }
        if let Some(response) = &mut recording.response {
            let owner = operation.and_then(|operation| {
                matching::response(self.document, operation, response.status)
            });
            for (name, value) in &mut response.headers {
                let at = owner
                    .as_ref()
                    .map(|owner| owner.join("headers").join(&*name).join("schema"));
                let applied = Applied::of(self.document, at);
                self.header(name, value, &applied, visit);
            }
            if let Some(answered) = &mut response.body {
                let kind = recording::header(&response.headers, "content-type");
                *answered = body::walk(self, answered, owner, kind, visit);
            }
        }
    }

    /// What a value's schemas, its name and the caller say of it.
    pub(super) fn mark(self, applied: &Applied, name: &str, in_passing: bool) -> Option<Mark> {
        let secret = name::is_secret(name) || in_passing && name::is_secret_in_passing(name);
        let named = if secret {
            Some(Mark::Secret)
        } else {
            self.settings.names(name).then_some(Mark::Personal)
        };
        named.max(applied.mark(self.document, self.settings.keep_personal))
    }

    /// Shows a text outside any mark: as JSON if it is some, else with the secrets that it names.
    pub(super) fn text(
        self,
        text: &str,
        applied: &Applied,
        place: &str,
        visit: &mut Visit<'_>,
    ) -> Option<String> {
        let nothing = Applied::default();
        if let Some(inner) = body::nested(self, text, visit) {
            return Some(inner);
        }
        let scanned = scan::replace(text, |secret| {
            visit(&Seen {
                text: secret,
                kind: Kind::Text,
                mark: Some(Mark::Secret),
                applied: &nothing,
                place,
            })
        });
        let seen = Seen {
            text: scanned.as_deref().unwrap_or(text),
            kind: Kind::Text,
            mark: None,
            applied,
            place,
        };
        visit(&seen).or(scanned)
    }

    fn parameter(self, matched: Option<&Matched<'_>>, name: &str, place: &str) -> Applied {
        let Some(matched) = matched else {
            return Applied::default();
        };
        let known = parameters(self.document, matched.operation).into_iter();
        let same = |known: &str| match place {
            "header" => known.eq_ignore_ascii_case(name),
            _ => known == name,
        };
        let known = known.filter(|known| known.place == place && same(&known.name));
        let claims = known.filter_map(|known| known.claim);
        Applied::of(self.document, claims.map(|claim| claim.schema))
    }

    /// The path with the values of its template replaced; what did not change stays as sent.
    fn path(self, path: &str, matched: Option<&Matched<'_>>, visit: &mut Visit<'_>) -> String {
        let Some(matched) = matched else {
            let nothing = Applied::default();
            let segments = path.split('/');
            let shown = segments.map(|segment| {
                self.text(segment, &nothing, "path", visit)
                    .unwrap_or_else(|| segment.to_owned())
            });
            return shown.collect::<Vec<_>>().join("/");
        };
        let template: Vec<&str> = matched.operation.path.split('/').skip(1).collect();
        let mut segments: Vec<String> = path.split('/').map(str::to_owned).collect();
        let base = segments.len().saturating_sub(template.len());
        let mut values = matched.parameters.iter();
        for (segment, template) in segments[base..].iter_mut().zip(template) {
            let count = template.matches('{').count();
            let values: Vec<_> = values.by_ref().take(count).collect();
            self.segment(segment, template, &values, matched, visit);
        }
        segments.join("/")
    }

    fn segment(
        self,
        segment: &mut String,
        template: &str,
        values: &[&(String, String)],
        matched: &Matched<'_>,
        visit: &mut Visit<'_>,
    ) {
        let mut filled = template.to_owned();
        let mut changed = false;
        for (name, value) in values {
            let applied = self.parameter(Some(matched), name, "path");
            let mark = self.mark(&applied, name, false);
            let place = format!("path parameter `{name}`");
            let sent = matching::decoded(value);
            let mut now = sent.clone();
            self.parameter_value(&mut now, mark, &applied, &place, visit);
            changed |= now != sent;
            filled = filled.replace(&format!("{{{name}}}"), &percent(&now));
        }
        if changed {
            *segment = filled;
        }
    }

    /// The value of a parameter; of a list joined by commas, each of its values.
    fn parameter_value(
        self,
        value: &mut String,
        mark: Option<Mark>,
        applied: &Applied,
        place: &str,
        visit: &mut Visit<'_>,
    ) {
        let items = applied.items(self.document);
        let is_list = !items.places().is_empty();
        let applied = if is_list { &items } else { applied };
        let mark = mark.max(applied.mark(self.document, self.settings.keep_personal));
        let parts = if is_list {
            value.split(',').collect()
        } else {
            vec![value.as_str()]
        };
        let number = applied.any(self.document, |schema| {
            matches!(schema["type"].as_str(), Some("integer" | "number"))
        });
        let shown = parts.into_iter().map(|part| {
            let number = number && part.parse::<serde_json::Number>().is_ok();
            let seen = Seen {
                text: part,
                kind: if number { Kind::Number } else { Kind::Text },
                mark,
                applied,
                place,
            };
            let now = match mark {
                None if !number => self.text(part, applied, place, visit),
                _ => visit(&seen),
            };
            now.unwrap_or_else(|| part.to_owned())
        });
        *value = shown.collect::<Vec<_>>().join(",");
    }

    fn header(self, name: &str, value: &mut String, applied: &Applied, visit: &mut Visit<'_>) {
        let place = format!("header `{name}`");
        let nothing = Applied::default();
        let mut secret = |text: &str| {
            visit(&Seen {
                text,
                kind: Kind::Text,
                mark: Some(Mark::Secret),
                applied: &nothing,
                place: &place,
            })
        };
        let now = match name.to_ascii_lowercase().as_str() {
            "authorization" | "proxy-authorization" => credential(value, &mut secret),
            "cookie" => Some(cookies(value, &mut secret)),
            "set-cookie" => {
                let (cookie, attributes) = value.split_at(value.find(';').unwrap_or(value.len()));
                Some(cookies(cookie, &mut secret) + attributes)
            }
            _ => match self.mark(applied, name, true) {
                Some(_) if is_scheme(value) => credential(value, &mut secret),
                Some(mark) => visit(&Seen {
                    text: value,
                    kind: Kind::Text,
                    mark: Some(mark),
                    applied,
                    place: &place,
                }),
                None => self.text(value, applied, &place, visit),
            },
        };
        if let Some(now) = now {
            *value = now;
        }
    }
}

fn is_scheme(value: &str) -> bool {
    let scheme = value
        .split_once(' ')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| ["basic", "bearer", "token", "digest"].contains(&scheme.as_str()))
}

/// A credential behind the name of its scheme; of basic authentication both of its parts.
fn credential(value: &str, secret: &mut impl FnMut(&str) -> Option<String>) -> Option<String> {
    let Some((scheme, credential)) = value.split_once(' ') else {
        return secret(value);
    };
    let decoded = STANDARD
        .decode(credential)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let pair = decoded
        .as_deref()
        .and_then(|decoded| decoded.split_once(':'));
    if scheme.eq_ignore_ascii_case("basic")
        && let Some((user, password)) = pair
    {
        let mut part = |text: &str| secret(text).unwrap_or_else(|| text.to_owned());
        let pair = format!("{}:{}", part(user), part(password));
        return Some(format!("{scheme} {}", STANDARD.encode(pair)));
    }
    Some(format!("{scheme} {}", secret(credential)?))
}

/// Cookies with their names and without their values.
fn cookies(value: &str, secret: &mut impl FnMut(&str) -> Option<String>) -> String {
    let cookies = value.split(';').map(|cookie| match cookie.split_once('=') {
        Some((name, value)) => {
            let now = secret(value).unwrap_or_else(|| value.to_owned());
            format!("{name}={now}")
        }
        None => secret(cookie).unwrap_or_else(|| cookie.to_owned()),
    });
    cookies.collect::<Vec<_>>().join(";")
}
