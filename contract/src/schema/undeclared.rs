//! Members of objects that no schema declares, where the schemas leave the object open unsaid.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use bindery_codegen::{Document, Pointer, Trail};
use serde_json::Value;

use super::{Dialect, Outline};

/// A member of an object that no schema declares.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Undeclared {
    /// The `properties` that it could stand in.
    pub(crate) site: Pointer,
    /// Its place in the judged value.
    pub(crate) at: Pointer,
    /// Its name.
    pub(crate) name: String,
}

/// What some schemas of one value declare, worked out where a value first asks for it, so that
/// the thousandth entry of a list costs a look-up.
#[derive(Debug)]
pub(super) struct Declared {
    schemas: Vec<Pointer>,
    inner: OnceLock<Inner>,
}

#[derive(Debug)]
struct Inner {
    /// The first `properties`; nothing where no schema claims anything about names.
    declaring: Option<Pointer>,
    /// Whether a schema says which other members there may be.
    settled: bool,
    properties: BTreeMap<String, Declared>,
    others: Box<Declared>,
    /// The entries of a tuple, and those behind them.
    first: Vec<Declared>,
    rest: Box<Declared>,
}

impl Declared {
    pub(super) fn by(schemas: Vec<Pointer>) -> Self {
        Self {
            schemas,
            inner: OnceLock::new(),
        }
    }

    /// The members of a value that no branch of its schemas declares.
    ///
    /// An object is free-form where a branch has `additionalProperties` or its kin, and where none
    /// has `properties`: there the document claims nothing about names.
    pub(super) fn missing_in(
        &self,
        document: &Document,
        dialect: &Dialect,
        value: &Value,
    ) -> BTreeSet<Undeclared> {
        let mut walk = Walk {
            document,
            dialect,
            found: BTreeSet::new(),
        };
        let root = Pointer::default();
        walk.value(self, value, &Trail::At(&root));
        walk.found
    }

    fn inner(&self, document: &Document, dialect: &Dialect) -> &Inner {
        self.inner.get_or_init(|| {
            let outline = Outline::of(document, dialect, self.schemas.iter().cloned());
            let by = |outline: Outline<'_>| Self::by(outline.into_parts());
            let names = outline.names().into_iter();
            let first = outline.all("prefixItems").filter_map(Value::as_array);
            let first = first.map(Vec::len).max().unwrap_or_default();
            Inner {
                declaring: outline.declaring(),
                settled: outline.settles_others(),
                properties: names
                    .map(|name| (name.to_owned(), by(outline.property(name))))
                    .collect(),
                others: Box::new(by(outline.others())),
                first: (0..first).map(|index| by(outline.item(index))).collect(),
                rest: Box::new(by(outline.item(first))),
            }
        })
    }
}

struct Walk<'a> {
    document: &'a Document,
    dialect: &'a Dialect,
    found: BTreeSet<Undeclared>,
}

impl Walk<'_> {
    fn value(&mut self, declared: &Declared, value: &Value, at: &Trail<'_>) {
        // Where no schema speaks, nothing can be missing.
        if declared.schemas.is_empty() || !(value.is_array() || value.is_object()) {
            return;
        }
        let inner = declared.inner(self.document, self.dialect);
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            let declared = inner.first.get(index).unwrap_or(&inner.rest);
            self.value(declared, item, &Trail::Item(at, index));
        }
        for (name, member) in value.as_object().into_iter().flatten() {
            let here = Trail::Member(at, name);
            match (inner.properties.get(name), &inner.declaring) {
                (Some(declared), _) => self.value(declared, member, &here),
                (None, Some(declaring)) if !inner.settled => {
                    self.found.insert(Undeclared {
                        site: declaring.clone(),
                        at: here.pointer(),
                        name: name.clone(),
                    });
                }
                (None, _) => self.value(&inner.others, member, &here),
            }
        }
    }
}
