//! The dialect of a document's schemas: its version, how it is read, and where references lead.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};
use jsonschema::Draft;
use serde_json::{Map, Value};

use crate::Mode;

/// How long a chain of references may be.
const MAX_CHAIN: usize = 128;
/// How many parts of one schema are looked at.
const MAX_PARTS: usize = 64;

/// The keywords whose branches judge the same value as the schema that has them.
const BRANCHES: [&str; 6] = ["oneOf", "anyOf", "allOf", "if", "then", "else"];

/// Which line of OpenAPI a document follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// 3.0: an extended subset of JSON Schema's draft 5, whose assertions are those of draft 4.
    V30,
    /// 3.1 and later: JSON Schema 2020-12.
    V31,
}

/// How the schemas of a document are read.
#[derive(Debug)]
pub(crate) struct Dialect {
    pub(crate) version: Version,
    pub(crate) mode: Mode,
    /// What `$anchor`, `$dynamicAnchor` and `$id` name; nothing where two share the name.
    anchors: BTreeMap<String, Option<Pointer>>,
}

impl Version {
    /// What `openapi` says; 3.0 where it says nothing.
    pub(crate) fn of(document: &Document) -> Self {
        let version = document.get("/openapi").and_then(Value::as_str);
        let old = version.is_none_or(|version| version.starts_with("3.0"));
        if old { Self::V30 } else { Self::V31 }
    }
}

impl Dialect {
    pub(crate) fn of(document: &Document, mode: Mode) -> Self {
        let version = Version::of(document);
        let mut anchors = BTreeMap::new();
        if version == Version::V31 {
            collect(document.value(), &Pointer::default(), &mut anchors);
        }
        Self {
            version,
            mode,
            anchors,
        }
    }

    /// The dialect of a document whose anchors are not asked for, which cost a walk.
    pub(super) fn without_anchors(document: &Document, mode: Mode) -> Self {
        Self {
            version: Version::of(document),
            mode,
            anchors: BTreeMap::new(),
        }
    }

    pub(super) fn draft(&self) -> Draft {
        match self.version {
            Version::V30 => Draft::Draft4,
            Version::V31 => Draft::Draft202012,
        }
    }

    /// Whether keywords beside a `$ref` count.
    pub(super) fn heeds_siblings(&self) -> bool {
        self.version == Version::V31
    }

    /// Where a reference leads, whether or not something stands there.
    pub(super) fn target(&self, reference: &str) -> Option<Pointer> {
        let named = || self.anchors.get(reference).cloned().flatten();
        Pointer::from_reference(reference).or_else(named)
    }

    /// Where the chain of references from a place ends; `None` if it ends nowhere.
    pub(super) fn resolve(&self, document: &Document, at: &Pointer) -> Option<Pointer> {
        let mut at = at.clone();
        for _ in 0..MAX_CHAIN {
            let value = document.get(at.as_str())?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => at = self.target(reference)?,
                None => return Some(at),
            }
        }
        None
    }

    /// The given schemas with references followed, and all branches that judge the same value.
    pub(super) fn parts(
        &self,
        document: &Document,
        schemas: impl DoubleEndedIterator<Item = Pointer>,
        branches: Branches,
    ) -> Vec<Pointer> {
        let (mut found, mut known) = (Vec::new(), BTreeSet::new());
        let mut queue: Vec<Pointer> = schemas.rev().collect();
        while let Some(at) = queue.pop() {
            let Some(schema) = document.get(at.as_str()) else {
                continue;
            };
            if found.len() >= MAX_PARTS || !known.insert(at.clone()) {
                continue;
            }
            let reference = schema.get("$ref").and_then(Value::as_str);
            if reference.is_none() || self.heeds_siblings() {
                queue.extend(inside(schema, &at, branches).into_iter().rev());
                found.push(at);
            }
            queue.extend(reference.and_then(|reference| self.target(reference)));
        }
        found
    }
}

/// Which branches of a schema are parts of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Branches {
    /// Those of `allOf`, which all apply.
    All,
    /// Those of every keyword, of which some may apply.
    Any,
}

fn inside(schema: &Value, at: &Pointer, branches: Branches) -> Vec<Pointer> {
    let keywords: &[&str] = match branches {
        Branches::All => &["allOf"],
        Branches::Any => &BRANCHES,
    };
    let mut places = Vec::new();
    for keyword in keywords {
        match schema.get(keyword) {
            Some(Value::Array(list)) => {
                places.extend((0..list.len()).map(|index| at.join(keyword).join(index)));
            }
            Some(Value::Object(_)) => places.push(at.join(keyword)),
            _ => {}
        }
    }
    let dependent = schema.get("dependentSchemas").and_then(Value::as_object);
    if branches == Branches::Any {
        let names = dependent.into_iter().flat_map(Map::keys);
        places.extend(names.map(|name| at.join("dependentSchemas").join(name)));
    }
    places
}

fn collect(value: &Value, at: &Pointer, anchors: &mut BTreeMap<String, Option<Pointer>>) {
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries {
                let name = match (key.as_str(), inner) {
                    ("$anchor" | "$dynamicAnchor", Value::String(name)) => format!("#{name}"),
                    ("$id", Value::String(id)) => id.clone(),
                    _ => {
                        collect(inner, &at.join(key), anchors);
                        continue;
                    }
                };
                let known = anchors.insert(name.clone(), Some(at.clone()));
                if known.is_some_and(|known| known.as_ref() != Some(at)) {
                    anchors.insert(name, None);
                }
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                collect(inner, &at.join(index), anchors);
            }
        }
        _ => {}
    }
}
