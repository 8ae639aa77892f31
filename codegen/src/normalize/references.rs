//! The references that cannot be followed, and the operations and schemas that depend on one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    Diagnostic, Document, Pointer,
    document::{
        MAX_DEPTH,
        references::{self, Kind},
    },
    note::Notes,
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
    pub(super) fn of(document: &'d Document, notes: &mut Notes<'_>) -> Self {
        let mut faults = BTreeMap::new();
        let mut grounded = Grounded::of(document);
        references::each(document.value(), &mut |kind, at, value| {
            if kind == Kind::Reference || kind == Kind::Aside {
                detour(document, &at, value, notes);
                let fault = fault(document, &at, value, &mut grounded);
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

/// Notes a `$ref` that leads through another.
fn detour(document: &Document, at: &Pointer, value: &Value, notes: &mut Notes<'_>) {
    let target = value.as_str().and_then(Pointer::from_reference);
    let authored = document.reference(at).filter(|text| text.starts_with("#/"));
    let (Some(target), Some(authored)) = (target, authored) else {
        return;
    };
    let direct = document.inside(target.as_str());
    let pointer = Pointer::from_reference(authored).unwrap_or_default();
    // Below an `$id` a pointer starts from there.
    if pointer.as_str() != direct && !direct.ends_with(pointer.as_str()) {
        let message = format!("`{authored}` leads through another `$ref`: read as `#{direct}`");
        notes.rewritten(at, message, "refer to the place itself");
    }
}

/// Why a `$ref` cannot be followed, if it cannot.
fn fault(
    document: &Document,
    at: &Pointer,
    value: &Value,
    grounded: &mut Grounded<'_>,
) -> Option<Diagnostic> {
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
    if document.resolve(target.as_str()).is_some() {
        let is_ringed = !grounded.has(&target) && is_part_of_itself(document, at, target);
        return is_ringed.then(|| {
            complaint(format!("`{authored}` makes a schema a part of itself"))
                .help("take it out of `allOf`")
        });
    }
    let complaint = if circles(document, target) {
        complaint(format!("`{authored}` leads back to itself"))
    } else {
        complaint(format!(
            "`{authored}` leads through more than {MAX_DEPTH} references"
        ))
    };
    Some(complaint.help("write in its place what is meant"))
}

/// Whether the schema that has the `$ref` in its `allOf` is met again by way of `allOf`s alone.
fn is_part_of_itself(document: &Document, at: &Pointer, target: Pointer) -> bool {
    let mut owner = at.parent().unwrap_or_default();
    let branch = owner.clone();
    while let Some(list) = owner
        .parent()
        .filter(|list| list.last().is_some_and(|key| key == "allOf"))
    {
        owner = list.parent().unwrap_or_default();
    }
    if owner == branch {
        return false;
    }
    let mut met = BTreeSet::new();
    let mut queue = vec![target];
    while let Some(at) = queue.pop() {
        if at == owner {
            return true;
        }
        if met.insert(at.clone()) {
            queue.extend(parts(document, &at));
        }
    }
    false
}

/// What a schema is made of: what it refers to, and the members of its `allOf`.
fn parts(document: &Document, at: &Pointer) -> Vec<Pointer> {
    let Some(value) = document.get(at.as_str()) else {
        return Vec::new();
    };
    let reference = value.get("$ref").and_then(Value::as_str);
    let mut parts: Vec<Pointer> = reference
        .and_then(Pointer::from_reference)
        .into_iter()
        .collect();
    let members = value.get("allOf").and_then(Value::as_array);
    let members = 0..members.map_or(0, Vec::len);
    parts.extend(members.map(|index| at.join("allOf").join(index)));
    parts
}

/// The schemas whose parts, and theirs, come to an end: none of them is a part of itself. Most are,
/// and each is looked at once, however many are made of it.
struct Grounded<'d> {
    document: &'d Document,
    /// Whether each that was met is one; not yet, while its parts are looked at.
    met: BTreeMap<Pointer, bool>,
}

impl<'d> Grounded<'d> {
    fn of(document: &'d Document) -> Self {
        Self {
            document,
            met: BTreeMap::new(),
        }
    }

    fn has(&mut self, at: &Pointer) -> bool {
        if let Some(known) = self.met.get(at) {
            return *known;
        }
        self.met.insert(at.clone(), false);
        let parts = parts(self.document, at);
        let ends = parts.iter().all(|part| self.has(part));
        self.met.insert(at.clone(), ends);
        ends
    }
}

fn circles(document: &Document, from: Pointer) -> bool {
    let mut met = BTreeSet::new();
    let mut next = Some(from);
    while let Some(at) = next {
        let reference = document
            .get(at.as_str())
            .and_then(|value| value.get("$ref"));
        let target = reference.and_then(Value::as_str);
        next = target.and_then(Pointer::from_reference);
        if !met.insert(at) {
            return true;
        }
    }
    false
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
