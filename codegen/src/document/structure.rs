//! Whether a document is shaped as OpenAPI 3.0.3 or 3.1 has it: keywords that exist, where they are
//! needed, with values of the right kind. The tables say what is right, one walker reads them.

mod edition;
mod later;
mod mend;
mod shape;
mod table;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    ptr,
};

use serde_json::{Map, Value};

pub(crate) use self::mend::Mend;
use self::{
    edition::Edition,
    shape::{Names, Need, Object, Shape},
    words::kind,
};
use super::{Document, Pointer, references};
use crate::{Diagnostic, Position, spelling};

/// A complaint about the shape of a document, and the value that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// What has the wrong shape or name, or lacks something.
    pub at: Pointer,
    /// What is wrong with it.
    pub diagnostic: Diagnostic,
    /// What makes it fit, where something does.
    pub(crate) mend: Option<Mend>,
}

impl Misfit {
    /// Whether what was meant is not there as it stands: the keyword is misspelt, or the value is
    /// of another kind. What is merely too much or missing takes nothing away from the rest.
    pub fn hides_something(&self) -> bool {
        !matches!(self.mend, None | Some(Mend::Ignore))
    }
}

/// The objects of a document that are read on their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Operation,
    Parameter,
    Response,
    Schema,
}

/// A walk over a document: what does not fit, and its parts, each once and before those inside it.
#[derive(Debug, Default)]
pub(crate) struct Structure {
    pub(crate) misfits: Vec<Misfit>,
    pub(crate) parts: Vec<(Part, Pointer)>,
}

/// The structure, with misfits in document order; empty where the document is of another version.
pub(super) fn structure(document: &Document) -> Structure {
    let Some(edition) = Edition::of(document) else {
        return Structure::default();
    };
    let mut walker = Walker {
        document,
        edition,
        ids: BTreeMap::new(),
        followed: BTreeSet::new(),
        queue: Vec::new(),
        parts: BTreeSet::new(),
        found: Structure::default(),
    };
    walker.object(&table::DOCUMENT, document.value(), &Pointer::default());
    while let Some((object, value, at)) = walker.queue.pop() {
        walker.followed(object, value, &at);
    }
    let mut found = walker.found;
    found
        .misfits
        .sort_by(|a, b| a.diagnostic.cmp(&b.diagnostic));
    found
}

struct Walker<'d> {
    document: &'d Document,
    edition: Edition,
    /// Each `operationId`, and where it stood first.
    ids: BTreeMap<&'d str, Pointer>,
    /// The targets of references outside of the document's own structure, and as what each was
    /// read.
    followed: BTreeSet<(&'static str, Pointer)>,
    /// Those that are still to be read.
    queue: Vec<(&'static Object, &'d Value, Pointer)>,
    parts: BTreeSet<(Part, Pointer)>,
    found: Structure,
}

impl<'d> Walker<'d> {
    fn value(&mut self, shape: &'static Shape, value: &'d Value, at: &Pointer) {
        if self.is_boolean_schema(shape, value) {
            self.part(Part::Schema, at);
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
                self.complain(at, message, help, Some(Mend::Remove));
            }
            (Shape::List(of) | Shape::Filled(of) | Shape::OneOrList(of), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(of, item, &at.join(index));
                }
            }
            (Shape::Map(of), Value::Object(entries)) => {
                for (name, value) in entries {
                    self.value(of, value, &at.join(name));
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
        if self.edition == Edition::Later && ptr::eq(object, &raw const table::SCHEMA) {
            self.object(object, value, at);
        }
    }

    fn object(&mut self, object: &'static Object, value: &'d Value, at: &Pointer) {
        let Value::Object(entries) = value else {
            return;
        };
        if part(object).is_some_and(|part| !self.part(part, at)) {
            return;
        }
        self.needs(object, entries, at);
        if let (Some(reference), Some(_)) = (entries.get("$ref"), object.keyword("$ref")) {
            self.follow(object, reference);
        }
        for (key, value) in entries {
            let below = at.join(key);
            match (self.edition.keyword(object, key), &object.names) {
                (Some(shape), _) => self.value(shape, value, &below),
                (None, _) if key.starts_with("x-") => {}
                (None, Some(names)) => self.named(names, key, value, &below),
                (None, None) => self.unknown(object, entries, key, &below),
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
            self.queue.push((object, value, target));
        }
    }

    fn followed(&mut self, object: &'static Object, value: &'d Value, at: &Pointer) {
        let shape = Shape::Referable(object);
        if self.is_boolean_schema(&shape, value) {
            self.part(Part::Schema, at);
        } else if shape.fits(value) {
            self.referable(object, value, at);
        } else {
            self.unfit(&shape, value, at);
        }
    }

    fn unfit(&mut self, shape: &Shape, value: &Value, at: &Pointer) {
        let operand = self.operand(at);
        let message = format!("{operand} is {}, not {}", kind(value), shape.title());
        self.complain(at, message, shape.mend(value), Some(shape.mended(value)));
    }

    /// Takes a part down, unless it was met before.
    fn part(&mut self, part: Part, at: &Pointer) -> bool {
        let fresh = self.parts.insert((part, at.clone()));
        if fresh {
            self.found.parts.push((part, at.clone()));
        }
        fresh
    }

    /// `true` and `false` are schemas in OpenAPI 3.1.
    fn is_boolean_schema(&self, shape: &Shape, value: &Value) -> bool {
        self.edition == Edition::Later && value.is_boolean() && shape.is_of(&table::SCHEMA)
    }

    fn needs(&mut self, object: &Object, entries: &Map<String, Value>, at: &Pointer) {
        let has = |keyword: &str| entries.contains_key(keyword);
        let later = self.edition.later(object);
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
            self.complain(at, message, "add a status with its response", None);
        }
    }

    fn named(&mut self, names: &'static Names, key: &str, value: &'d Value, at: &Pointer) {
        match names {
            Names::Any(shape) => self.value(shape, value, at),
            Names::Paths(shape) => {
                if !key.starts_with('/') {
                    let message = format!("`{key}` is no path");
                    self.misnamed(at, message, format!("write `/{key}`"));
                }
                self.value(shape, value, at);
            }
            Names::Statuses(shape) => {
                if !is_status(key) {
                    let message = format!("`{key}` is no status");
                    let help = "write `200`, `2XX` or `default`";
                    return self.misnamed(at, message, help);
                }
                self.value(shape, value, at);
            }
        }
    }

    /// Complains of a name that the author chose; whoever reads it decides what it means.
    fn misnamed(&mut self, at: &Pointer, message: String, help: impl Into<String>) {
        let position = self.document.position(at.as_str());
        self.push(at, position, message, help, Some(Mend::Leave));
    }

    fn unknown(
        &mut self,
        object: &'static Object,
        entries: &Map<String, Value>,
        key: &str,
        at: &Pointer,
    ) {
        let later = self.edition.later(object);
        let known = object.keywords.iter();
        let known = known.chain(later.into_iter().flat_map(|later| later.keywords));
        let meant = spelling::meant(key, known.map(|(keyword, _)| *keyword));
        let open = self.edition != Edition::Earlier && ptr::eq(object, &raw const table::SCHEMA);
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
        let position = self.document.position(at.as_str());
        let mend = Mend::of_key(object, entries, key, meant);
        self.push(at, position, message, help, Some(mend));
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
                None,
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
    fn complain(
        &mut self,
        at: &Pointer,
        message: String,
        help: impl Into<String>,
        mend: Option<Mend>,
    ) {
        let position = self.document.value_position(at.as_str());
        self.push(at, position, message, help, mend);
    }

    /// Complains of a key, or of something that a value lacks.
    fn complain_of(&mut self, at: &Pointer, message: String, help: impl Into<String>) {
        let position = self.document.position(at.as_str());
        self.push(at, position, message, help, None);
    }

    fn push(
        &mut self,
        at: &Pointer,
        position: Position,
        message: String,
        help: impl Into<String>,
        mend: Option<Mend>,
    ) {
        let file = self.document.file(at.as_str()).name();
        let diagnostic = Diagnostic::new(file, message);
        self.found.misfits.push(Misfit {
            at: at.clone(),
            diagnostic: diagnostic.at(position).help(help),
            mend,
        });
    }
}

fn part(object: &'static Object) -> Option<Part> {
    let parts = [
        (&raw const table::OPERATION, Part::Operation),
        (&raw const table::PARAMETER, Part::Parameter),
        (&raw const table::RESPONSE, Part::Response),
        (&raw const table::SCHEMA, Part::Schema),
    ];
    let found = parts.iter().find(|(known, _)| ptr::eq(object, *known));
    found.map(|(_, part)| *part)
}

/// `200`, `2XX`; `default` is a keyword.
fn is_status(key: &str) -> bool {
    let (class, rest) = key.split_at_checked(1).unwrap_or_default();
    matches!(class, "1" | "2" | "3" | "4" | "5")
        && (rest.eq_ignore_ascii_case("xx")
            || (rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_digit())))
}
