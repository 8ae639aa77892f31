//! The references that cannot be followed, and the operations and schemas that depend on one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    Diagnostic, Document, Pointer,
    document::references::{self, Kind},
    spelling,
};

/// How many names a help offers: more than three are no longer read.
const SHOWN: usize = 3;

/// The broken references of a document.
#[derive(Debug)]
pub(super) struct Broken<'d> {
    document: &'d Document,
    /// What is wrong with each, by the pointer of the `$ref`.
    faults: BTreeMap<Pointer, Diagnostic>,
    /// The references at or below a place: where each stands, and where it leads.
    edges: BTreeMap<Pointer, Vec<(Pointer, Option<Pointer>)>>,
}

impl<'d> Broken<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut faults = BTreeMap::new();
        references::each(document.value(), &mut |kind, at, value| {
            if kind == Kind::Reference || kind == Kind::Aside {
                let fault = fault(document, &at, value);
                faults.extend(fault.map(|fault| (at, fault)));
            }
        });
        Self {
            document,
            faults,
            edges: BTreeMap::new(),
        }
    }

    /// What is wrong with references that the given places depend on, be it through others.
    pub(super) fn below(&mut self, places: impl IntoIterator<Item = Pointer>) -> Vec<Diagnostic> {
        if self.faults.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Pointer> = Vec::new();
        let mut queue: Vec<Pointer> = places.into_iter().collect();
        let mut met = BTreeSet::new();
        while let Some(place) = queue.pop() {
            if met.insert(place.clone()) {
                for (at, target) in self.edges(&place) {
                    queue.extend(target.clone());
                    found.push(at.clone());
                }
            }
        }
        found.sort();
        found.dedup();
        let faults = found.iter().filter_map(|at| self.faults.get(at));
        faults.cloned().collect()
    }

    /// What is wrong with any reference.
    pub(super) fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        self.faults.values()
    }

    fn edges(&mut self, place: &Pointer) -> &[(Pointer, Option<Pointer>)] {
        let document = self.document;
        self.edges.entry(place.clone()).or_insert_with(|| {
            let mut edges = Vec::new();
            if let Some(value) = document.get(place.as_str()) {
                references::walk(value, place, &mut |kind, at, value| {
                    if kind == Kind::Reference {
                        edges.push((at, value.as_str().and_then(Pointer::from_reference)));
                    }
                });
            }
            edges
        })
    }
}

/// Why a `$ref` cannot be followed, if it cannot.
fn fault(document: &Document, at: &Pointer, value: &Value) -> Option<Diagnostic> {
    let complaint = |message: String| document.diagnostic(at.as_str(), message);
    let Some(text) = value.as_str() else {
        let complaint = complaint("a `$ref` that is no text".to_owned());
        return Some(complaint.help("write `#/components/…`"));
    };
    if let Some(astray) = document.astray(at) {
        return Some(astray.clone());
    }
    let authored = document.reference(at).unwrap_or(text);
    let target = Pointer::from_reference(text)?;
    if document.get(target.as_str()).is_none() {
        let nearest = nearest(document, &target);
        let complaint = complaint(format!("`{authored}` leads nowhere"));
        return Some(complaint.help(format!("define it, or mend the name: {nearest}")));
    }
    document.resolve(target.as_str()).is_none().then(|| {
        complaint(format!("`{authored}` leads back to itself"))
            .help("write in its place what is meant")
    })
}

/// The likest of what stands where the target should.
fn nearest(document: &Document, target: &Pointer) -> String {
    let mut missing = target.clone();
    while let (Some(pointer), Some(name)) = (missing.parent(), missing.last()) {
        if let Some(Value::Object(entries)) = document.get(pointer.as_str()) {
            let names = spelling::nearest(&name, entries.keys().map(String::as_str), SHOWN);
            let owner = match document.inside(pointer.as_str()) {
                "" if pointer.as_str().is_empty() => "the document".to_owned(),
                "" => format!("`{}`", document.file(pointer.as_str()).name()),
                inside => format!("`{inside}`"),
            };
            return format!("{owner} has `{}`", names.join("`, `"));
        }
        missing = pointer;
    }
    "the document is empty".to_owned()
}
