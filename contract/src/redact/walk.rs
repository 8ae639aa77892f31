//! Goes through every value of an exchange, with what is known of its privacy.

use std::{cell::RefCell, collections::BTreeSet};

use bindery_codegen::{Document, Operation, Pointer};

use super::{
    Redaction, body, header,
    marks::{Applied, Mark},
    name, scan,
    view::percent,
};
use crate::{
    Checker, Recording,
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
    /// Which of the caller's names and pointers have led to something.
    used: &'a Used,
}

/// The numbers of the names and pointers that have led to something.
pub(super) type Used = RefCell<BTreeSet<usize>>;

impl<'a> Map<'a> {
    pub(super) fn of(checker: &'a Checker<'a>, settings: &'a Redaction, used: &'a Used) -> Self {
        Self {
            document: checker.document(),
            operations: &checker.operations,
            routes: &checker.routes,
            settings,
            used,
        }
    }

    /// Shows every value of an exchange, in the same order each time.
    pub(super) fn walk(self, recording: &mut Recording, visit: &mut Visit<'_>) {
        let request = &recording.request;
        let (method, path) = (request.method.clone(), request.path.clone());
        let origin = request.origin.as_deref().unwrap_or_default();
        let target = format!("{origin}{path}");
        let matched = self.routes.find(self.operations, &method, &target).ok();
        let request = &mut recording.request;
        request.path = self.path(&path, matched.as_ref(), visit);
        for (name, value) in &mut request.query {
            let applied = self.query(matched.as_ref(), name);
            let mark = self.mark(&applied, name, true);
            let place = format!("query parameter `{name}`");
            self.parameter_value(value, mark, &applied, &place, visit);
            show_name(name, &applied, "query", visit);
        }
        for (name, value) in &mut request.headers {
            let applied = self.parameter(matched.as_ref(), name, "header");
            let cookie = |name: &str| self.parameter(matched.as_ref(), name, "cookie");
            header::show(self, name, value, &applied, cookie, visit);
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
                let applied = self.answered(owner.as_ref(), name);
                let unknown = |_: &str| Applied::default();
                header::show(self, name, value, &applied, unknown, visit);
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
            self.asked(self.settings.named(name))
        };
        named.max(applied.mark(self.document, self.settings.keep_personal))
    }

    /// What the caller says of a place of a body.
    pub(super) fn pointed(self, at: &Pointer) -> Option<Mark> {
        self.asked(self.settings.pointed(at))
    }

    fn asked(self, also: Option<usize>) -> Option<Mark> {
        let number = also?;
        self.used.borrow_mut().insert(number);
        Some(Mark::Personal)
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

    /// What applies to a pair of the query: a parameter, a member of one that is spelled
    /// `name[member]`, or a member of one whose members are pairs of their own.
    fn query(self, matched: Option<&Matched<'_>>, name: &str) -> Applied {
        let whole = self.parameter(matched, name, "query");
        let Some(matched) = matched.filter(|_| whole.places().is_empty()) else {
            return whole;
        };
        if let Some((owner, members)) = name.split_once('[') {
            let owner = self.parameter(Some(matched), owner, "query");
            let members = members
                .split('[')
                .map(|member| member.trim_end_matches(']'));
            return members.fold(owner, |owner, member| {
                let (applied, declared) = owner.member(self.document, member);
                if declared {
                    applied
                } else {
                    owner.items(self.document)
                }
            });
        }
        let known = parameters(self.document, matched.operation).into_iter();
        let known = known.filter(|known| known.place == "query");
        let claims = known.filter_map(|known| known.claim);
        let owners = Applied::of(self.document, claims.map(|claim| claim.schema));
        let (applied, declared) = owners.member(self.document, name);
        if declared { applied } else { whole }
    }

    /// What applies to a header of an answer, whose name may be in any case.
    fn answered(self, owner: Option<&Pointer>, name: &str) -> Applied {
        let listed = owner.map(|owner| owner.join("headers"));
        let headers = listed
            .as_ref()
            .and_then(|listed| self.document.get(listed.as_str())?.as_object());
        let known = headers
            .into_iter()
            .flat_map(|headers| headers.keys())
            .find(|known| known.eq_ignore_ascii_case(name));
        let at = listed.zip(known).map(|(listed, known)| listed.join(known));
        let at = at.and_then(|at| Some(self.document.resolve(at.as_str())?.0));
        Applied::of(self.document, at.map(|at| at.join("schema")))
    }

    /// The path with the values of its template replaced; what did not change stays as sent.
    fn path(self, path: &str, matched: Option<&Matched<'_>>, visit: &mut Visit<'_>) -> String {
        let Some(matched) = matched else {
            let segments = path.split('/');
            let shown = segments.map(|segment| self.literal(segment, visit));
            return shown.collect::<Vec<_>>().join("/");
        };
        let template: Vec<&str> = matched.operation.path.split('/').skip(1).collect();
        let mut segments: Vec<String> = path.split('/').map(str::to_owned).collect();
        let base = segments.len().saturating_sub(template.len());
        for segment in &mut segments[..base] {
            *segment = self.literal(segment, visit);
        }
        let mut values = matched.parameters.iter();
        for (segment, template) in segments[base..].iter_mut().zip(template) {
            let count = template.matches('{').count();
            let values: Vec<_> = values.by_ref().take(count).collect();
            self.segment(segment, template, &values, matched, visit);
        }
        segments.join("/")
    }

    /// A segment that is no parameter; one that does not change stays as sent.
    fn literal(self, segment: &str, visit: &mut Visit<'_>) -> String {
        let meant = matching::decoded(segment);
        let now = self.text(&meant, &Applied::default(), "path", visit);
        now.map_or_else(|| segment.to_owned(), |now| percent(&now))
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
    pub(super) fn parameter_value(
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
        let shown = parts.into_iter().map(|part| {
            let now = self.scalar(part, mark, applied, place, visit);
            now.unwrap_or_else(|| part.to_owned())
        });
        *value = shown.collect::<Vec<_>>().join(",");
    }

    /// Shows a text that is one value, and a number where a schema says so.
    pub(super) fn scalar(
        self,
        text: &str,
        mark: Option<Mark>,
        applied: &Applied,
        place: &str,
        visit: &mut Visit<'_>,
    ) -> Option<String> {
        let number = applied.any(self.document, |schema| {
            matches!(schema["type"].as_str(), Some("integer" | "number"))
        });
        let number = number && text.parse::<serde_json::Number>().is_ok();
        if mark.is_none() && !number {
            return self.text(text, applied, place, visit);
        }
        visit(&Seen {
            text,
            kind: if number { Kind::Number } else { Kind::Text },
            mark,
            applied,
            place,
        })
    }
}

/// Shows the name of something that was sent, unless the document has it.
pub(super) fn show_name(name: &mut String, applied: &Applied, place: &str, visit: &mut Visit<'_>) {
    if applied.places().is_empty()
        && let Some(now) = visit(&Seen {
            text: name,
            kind: Kind::Name,
            mark: None,
            applied,
            place,
        })
    {
        *name = now;
    }
}
