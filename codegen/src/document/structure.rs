//! Whether a document is shaped as OpenAPI 3.0.3 or 3.1 has it: keywords that exist, where they are
//! needed, with values of the right kind. The tables say what is right, one walker reads them.

mod later;
mod shape;
mod table;

use std::{
    collections::{BTreeMap, BTreeSet},
    ptr,
};

use serde_json::{Map, Value};

use self::shape::{Names, Need, Object, Shape};
use super::{Document, Pointer, references};
use crate::{Diagnostic, Position, spelling};

/// A complaint about the shape of a document, and the value that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// What has the wrong shape or name, or lacks something.
    pub at: Pointer,
    /// What is wrong with it.
    pub diagnostic: Diagnostic,
}

/// The misfits in document order; none where the document is of another version.
pub(super) fn misfits(document: &Document) -> Vec<Misfit> {
    let mut misfits = walk(document).map_or_else(Vec::new, |walker| walker.misfits);
    misfits.sort_by(|a, b| a.diagnostic.cmp(&b.diagnostic));
    misfits
}

/// The schemas of a document, each once.
#[cfg(feature = "generate")]
pub(super) fn schemas(document: &Document) -> Vec<Pointer> {
    let schemas = walk(document).map(|walker| walker.schemas);
    schemas.into_iter().flatten().collect()
}

fn walk(document: &Document) -> Option<Walker<'_>> {
    let version = document.value().get("openapi").and_then(Value::as_str)?;
    let is = |minor: &str| {
        let patch = version.strip_prefix(minor);
        patch.is_some_and(|patch| patch.is_empty() || patch.starts_with('.'))
    };
    let later = is("3.1");
    if !later && !is("3.0") {
        return None;
    }
    let mut walker = Walker {
        document,
        later,
        ids: BTreeMap::new(),
        followed: BTreeSet::new(),
        schemas: BTreeSet::new(),
        misfits: Vec::new(),
    };
    walker.object(&table::DOCUMENT, document.value(), &Pointer::default());
    Some(walker)
}

struct Walker<'d> {
    document: &'d Document,
    /// Whether the document is of OpenAPI 3.1.
    later: bool,
    /// Each `operationId`, and where it stood first.
    ids: BTreeMap<&'d str, Pointer>,
    /// The targets of references outside of the document's own structure, and as what each was
    /// read.
    followed: BTreeSet<(&'static str, Pointer)>,
    schemas: BTreeSet<Pointer>,
    misfits: Vec<Misfit>,
}

impl<'d> Walker<'d> {
    fn value(&mut self, shape: &'static Shape, value: &'d Value, at: &Pointer) {
        if self.later && value.is_boolean() && shape.is_of(&table::SCHEMA) {
            self.schemas.insert(at.clone());
            return;
        }
        if !shape.fits(value) {
            return self.unfit(shape, value, at);
        }
        match (shape, value) {
            (Shape::Object(object), value) => self.object(object, value, at),
            (Shape::Referable(object), value) => self.referable(object, value, at),
            (Shape::Filled(of), Value::Array(items)) if items.is_empty() => {
                let message = format!("{} is empty", self.operand(at));
                let help = format!("add {}, or remove it", of.title());
                self.complain(at, message, help);
            }
            (Shape::List(of) | Shape::Filled(of), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(of, item, &at.join(index));
                }
            }
            (Shape::Map(of), Value::Object(entries)) => {
                for (name, value) in entries {
                    self.value(of, value, &at.join(name));
                }
            }
            (Shape::OneOrList(of), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(of, item, &at.join(index));
                }
            }
            (Shape::FlagOr(shape), Value::Object(_))
            | (Shape::Hinted(shape, _) | Shape::OneOrList(shape), _) => {
                self.value(shape, value, at);
            }
            (Shape::Extension(shape), value) if shape.fits(value) => self.value(shape, value, at),
            _ => {}
        }
    }

    fn referable(&mut self, object: &'static Object, value: &'d Value, at: &Pointer) {
        let Some(reference) = value.get("$ref") else {
            return self.object(object, value, at);
        };
        self.value(&table::REFERENCE, reference, &at.join("$ref"));
        self.follow(object, reference);
        // Whatever stands beside a reference is ignored, but for schemas of 3.1.
        if self.later && ptr::eq(object, &raw const table::SCHEMA) {
            self.object(object, value, at);
        }
    }

    fn object(&mut self, object: &'static Object, value: &'d Value, at: &Pointer) {
        let Value::Object(entries) = value else {
            return;
        };
        if ptr::eq(object, &raw const table::SCHEMA) && !self.schemas.insert(at.clone()) {
            return;
        }
        self.needs(object, entries, at);
        if let (Some(reference), Some(_)) = (entries.get("$ref"), object.keyword("$ref")) {
            self.follow(object, reference);
        }
        for (key, value) in entries {
            let below = at.join(key);
            match (self.keyword(object, key), &object.names) {
                (Some(shape), _) => self.value(shape, value, &below),
                (None, _) if key.starts_with("x-") => {}
                (None, Some(names)) => self.named(names, key, value, &below),
                (None, None) => self.unknown(object, key, &below),
            }
        }
        if ptr::eq(object, &raw const table::OPERATION) {
            self.operation_id(entries, at);
        }
    }

    /// Reads what a reference leads to, where nothing but the reference says what it is: in another
    /// file or in an extension.
    fn follow(&mut self, object: &'static Object, reference: &Value) {
        let target = reference.as_str().and_then(Pointer::from_reference);
        let Some(target) = target.filter(references::is_in_data) else {
            return;
        };
        let Some(value) = self.document.get(target.as_str()) else {
            return;
        };
        if self.followed.insert((object.title, target.clone())) {
            let shape = Shape::Referable(object);
            if !shape.fits(value) {
                return self.unfit(&shape, value, &target);
            }
            self.referable(object, value, &target);
        }
    }

    fn unfit(&mut self, shape: &Shape, value: &Value, at: &Pointer) {
        let operand = self.operand(at);
        let message = format!("{operand} is {}, not {}", kind(value), shape.title());
        self.complain(at, message, shape.mend(value));
    }

    fn needs(&mut self, object: &Object, entries: &Map<String, Value>, at: &Pointer) {
        let has = |keyword: &str| entries.contains_key(keyword);
        let later = later::of(object).filter(|_| self.later);
        for need in later.map_or(object.needs, |later| later.needs) {
            match need {
                Need::Keyword(keyword) if !has(keyword) => {
                    let message = format!("{} without `{keyword}`", object.title);
                    self.complain_of(at, message, format!("add `{keyword}`"));
                }
                Need::Either(one, other) if !has(one) && !has(other) => {
                    let message = format!("{} without `{one}` or `{other}`", object.title);
                    self.complain_of(at, message, format!("add `{one}`"));
                }
                Need::When(key, value, keyword)
                    if !has(keyword) && entries.get(*key).is_some_and(|found| found == value) =>
                {
                    let message = format!("`{key}: {value}` without `{keyword}`");
                    self.complain_of(&at.join(key), message, format!("add `{keyword}`"));
                }
                _ => {}
            }
        }
        if matches!(object.names, Some(Names::Statuses(_)))
            && entries.keys().all(|key| key.starts_with("x-"))
        {
            let message = format!("{} is empty", self.operand(at));
            self.complain(at, message, "add a status with its response");
        }
    }

    fn named(&mut self, names: &'static Names, key: &str, value: &'d Value, at: &Pointer) {
        match names {
            Names::Any(shape) => self.value(shape, value, at),
            Names::Paths(shape) => {
                if !key.starts_with('/') {
                    let message = format!("`{key}` is no path");
                    self.complain_of(at, message, format!("write `/{key}`"));
                }
                self.value(shape, value, at);
            }
            Names::Statuses(shape) => {
                if !is_status(key) {
                    let message = format!("`{key}` is no status");
                    let help = "write `200`, `2XX` or `default`";
                    return self.complain_of(at, message, help);
                }
                self.value(shape, value, at);
            }
        }
    }

    fn keyword(&self, object: &'static Object, key: &str) -> Option<&'static Shape> {
        let later = later::of(object).filter(|_| self.later);
        match later.and_then(|later| later.keyword(key)) {
            Some(shape) => Some(shape),
            None if later.is_some_and(|later| later.gone.contains(&key)) => None,
            None => object.keyword(key),
        }
    }

    fn unknown(&mut self, object: &'static Object, key: &str, at: &Pointer) {
        let later = later::of(object).filter(|_| self.later);
        let known = object.keywords.iter();
        let known = known.chain(later.into_iter().flat_map(|later| later.keywords));
        let meant = spelling::meant(key, known.map(|(keyword, _)| *keyword));
        let open = self.later && ptr::eq(object, &raw const table::SCHEMA);
        let help = match meant {
            _ if open && key == "nullable" => "add `null` to the types in `type`".to_owned(),
            // A schema of JSON Schema may have keywords of anyone's.
            None if open => return,
            _ if key == "$ref" => "write here what it refers to".to_owned(),
            Some(keyword) => format!("write `{keyword}`"),
            None if object.keyword("schema").is_some() && table::SCHEMA.keyword(key).is_some() => {
                "move it into `schema`".to_owned()
            }
            None if key.starts_with('$') => "remove it".to_owned(),
            None => format!("remove it, or call it `x-{key}`"),
        };
        let message = format!("`{key}` is no keyword of {}", object.title);
        self.complain_of(at, message, help);
    }

    fn operation_id(&mut self, operation: &'d Map<String, Value>, at: &Pointer) {
        let Some(id) = operation.get("operationId").and_then(Value::as_str) else {
            return;
        };
        let at = at.join("operationId");
        if let Some(first) = self.ids.get(id) {
            let line = self.document.position(first.as_str()).line;
            let file = self.document.file(first.as_str()).name();
            let elsewhere = if file == self.document.file(at.as_str()).name() {
                String::new()
            } else {
                format!(" of `{file}`")
            };
            let message = format!(
                "`{id}` is also the `operationId` of the operation in line {line}{elsewhere}"
            );
            self.complain(
                &at,
                message,
                "give each operation an `operationId` of its own",
            );
        } else {
            self.ids.insert(id, at);
        }
    }

    /// How messages speak of a value: by its key, and of an entry of a list by the list's.
    fn operand(&self, at: &Pointer) -> String {
        let name = at.last().unwrap_or_default();
        let owner = at.parent().unwrap_or_default();
        match (self.document.get(owner.as_str()), owner.last()) {
            (Some(Value::Array(_)), Some(list)) => format!("`{list}[{name}]`"),
            _ => format!("`{name}`"),
        }
    }

    /// Complains of a value.
    fn complain(&mut self, at: &Pointer, message: String, help: impl Into<String>) {
        let position = self.document.value_position(at.as_str());
        self.push(at, position, message, help);
    }

    /// Complains of a key, or of something that a value lacks.
    fn complain_of(&mut self, at: &Pointer, message: String, help: impl Into<String>) {
        let position = self.document.position(at.as_str());
        self.push(at, position, message, help);
    }

    fn push(&mut self, at: &Pointer, position: Position, message: String, help: impl Into<String>) {
        let file = self.document.file(at.as_str()).name();
        let diagnostic = Diagnostic::new(file, message);
        self.misfits.push(Misfit {
            at: at.clone(),
            diagnostic: diagnostic.at(position).help(help),
        });
    }
}

/// `200`, `2XX`; `default` is a keyword.
fn is_status(key: &str) -> bool {
    let (class, rest) = key.split_at_checked(1).unwrap_or_default();
    matches!(class, "1" | "2" | "3" | "4" | "5")
        && (rest.eq_ignore_ascii_case("xx")
            || (rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_digit())))
}

/// What a value is, in words; a short one as it is.
fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) | Value::Number(_) => format!("`{value}`"),
        // A longer text, or one of several lines, would bury the message.
        Value::String(text) if text.len() > 40 || text.contains(['\n', '`']) => "a text".to_owned(),
        // Without its quotes it would look like what is asked for.
        Value::String(text) if text.is_empty() || serde_json::from_str::<Value>(text).is_ok() => {
            format!("`\"{text}\"`")
        }
        Value::String(text) => format!("`{text}`"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a mapping".to_owned(),
    }
}

/// Names in backticks, with a word before the last.
fn sentence(names: &[&str], word: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {word} {last}", others.join(", ")),
        None => String::new(),
    }
}
