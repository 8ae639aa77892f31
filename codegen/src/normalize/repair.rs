//! Small faults of documents, read as what was meant: keywords in other letters, values of another
//! kind, types that are none, and what earlier versions of OpenAPI wrote elsewhere.
//!
//! Every repair is noted. What may have been meant in several ways is left to the pass that reads it.

mod operations;
mod schemas;
mod types;

use std::{borrow::Cow, cmp::Reverse};

use serde_json::{Map, Value, json};

use crate::{
    Document, Misfit, NoteKind, Pointer,
    document::{Mend, Part},
    note::Notes,
};

/// How often a mended document is looked at again: a mend shows what it was hiding, and few faults
/// hide more than one other.
const ROUNDS: usize = 4;

/// The document with what is merely written in other ways; itself where nothing is.
pub(super) fn spell<'d>(document: &'d Document, notes: &mut Notes<'_>) -> Cow<'d, Document> {
    mend(Cow::Borrowed(document), is_doubtless, notes)
}

/// The document without its faults; itself where it has none.
pub(super) fn repair(document: &Document, notes: &mut Notes<'_>) -> Document {
    let mut value = document.value().clone();
    for (part, at) in document.structure().parts {
        let Some(Value::Object(entries)) = value.pointer_mut(at.as_str()) else {
            continue;
        };
        let mut object = Object {
            at,
            entries,
            document,
            notes,
        };
        match part {
            Part::Schema => schemas::repair(&mut object),
            Part::Parameter => operations::parameter(&mut object),
            Part::Response => operations::response(&mut object),
            Part::Operation => operations::operation(&mut object),
        }
    }
    let repaired = Cow::Owned(document.with_value(value));
    mend(repaired, |_| true, notes).into_owned()
}

/// An object of the document under repair.
struct Object<'a, 'd> {
    at: Pointer,
    entries: &'a mut Map<String, Value>,
    /// The document before this repair.
    document: &'a Document,
    notes: &'a mut Notes<'d>,
}

impl Object<'_, '_> {
    fn get(&self, key: &str) -> Option<&Value> {
        self.entries.get(key)
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_str()
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    fn set(&mut self, key: &str, value: Value) {
        self.entries.insert(key.to_owned(), value);
    }

    fn take(&mut self, key: &str) -> Option<Value> {
        self.entries.remove(key)
    }

    /// Notes that the value of a key is read in other words.
    fn rewritten(&mut self, key: &str, message: impl Into<String>, help: &str) {
        self.notes.rewritten(&self.at.join(key), message, help);
    }
}

/// Whether the mend takes nothing away that a repair of a whole object may still need.
fn is_doubtless(mend: &Mend) -> bool {
    matches!(mend, Mend::Rename(_) | Mend::Write(_))
}

/// The document with those mends that are wanted.
fn mend<'d>(
    mut document: Cow<'d, Document>,
    wanted: fn(&Mend) -> bool,
    notes: &mut Notes<'_>,
) -> Cow<'d, Document> {
    for _ in 0..ROUNDS {
        let mut misfits = document.misfits();
        misfits.retain(|misfit| {
            let mend = misfit.mend.as_ref();
            // What a reference means is the business of those who follow it.
            mend.is_some_and(|mend| wanted(mend) && *mend != Mend::Leave)
                && misfit.at.last().is_none_or(|key| key != "$ref")
        });
        if misfits.is_empty() {
            break;
        }
        let mut value = document.value().clone();
        let mut renames = document.renames().clone();
        // The last entries of a list first, so that the others keep their places.
        misfits.sort_by_key(|misfit| Reverse(steps(&misfit.at)));
        for misfit in misfits {
            if let (Some(Mend::Rename(key)), Some(owner)) = (&misfit.mend, misfit.at.parent()) {
                renames.add(owner.join(key), misfit.at.clone());
            }
            apply(&mut value, misfit, notes);
        }
        document = Cow::Owned(document.with_value(value).renamed(renames));
    }
    document
}

/// The steps of a pointer, numbers in the order of numbers.
fn steps(at: &Pointer) -> Vec<(usize, String)> {
    let steps = at.tokens();
    steps
        .map(|step| (step.parse().unwrap_or(0), step.into_owned()))
        .collect()
}

fn apply(root: &mut Value, misfit: Misfit, notes: &mut Notes<'_>) {
    let (Some(owner), Some(key)) = (misfit.at.parent(), misfit.at.last()) else {
        return;
    };
    let (Some(owner), Some(mend)) = (root.pointer_mut(owner.as_str()), misfit.mend) else {
        return;
    };
    let (kind, outcome) = match mend {
        Mend::Rename(keyword) => {
            if let Value::Object(entries) = owner
                && let Some(value) = entries.remove(&*key)
            {
                entries.insert(keyword.clone(), value);
            }
            (NoteKind::Rewritten, format!("read as `{keyword}`"))
        }
        Mend::Write(value) => {
            let outcome = format!("read as `{value}`");
            write(owner, &key, value);
            (NoteKind::Rewritten, outcome)
        }
        Mend::Empty => {
            write(owner, &key, json!({}));
            (NoteKind::Lost, "read as any value".to_owned())
        }
        Mend::Ignore => {
            remove(owner, &key);
            (NoteKind::Rewritten, "left out".to_owned())
        }
        Mend::Remove => {
            let removed = remove(owner, &key);
            let kind = if removed.is_none_or(|value| is_nothing(&value)) {
                NoteKind::Rewritten
            } else {
                NoteKind::Lost
            };
            (kind, "left out".to_owned())
        }
        Mend::Leave => return,
    };
    let mut diagnostic = misfit.diagnostic;
    diagnostic.message = format!("{}: {outcome}", diagnostic.message);
    notes.add(kind, diagnostic);
}

fn write(owner: &mut Value, key: &str, value: Value) {
    let place = match owner {
        Value::Object(entries) => entries.get_mut(key),
        Value::Array(items) => key
            .parse()
            .ok()
            .and_then(|index: usize| items.get_mut(index)),
        _ => None,
    };
    if let Some(place) = place {
        *place = value;
    }
}

fn remove(owner: &mut Value, key: &str) -> Option<Value> {
    match owner {
        Value::Object(entries) => entries.remove(key),
        Value::Array(items) => {
            let index = key.parse().ok().filter(|index| *index < items.len())?;
            Some(items.remove(index))
        }
        _ => None,
    }
}

/// Whether a value says nothing anyway.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    }
}
