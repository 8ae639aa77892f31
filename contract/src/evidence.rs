//! How the author of a document knows its claims: by the mark `x-evidence`, inherited downwards.

use bindery_codegen::{Document, Pointer, Position, Trail};
use serde_json::Value;

/// The extension that says how a claim is known.
const MARK: &str = "x-evidence";

/// How the author knows a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The provider says so.
    Documented,
    /// Somebody else does.
    Reported,
    /// The author concluded it.
    Inferred,
}

impl Evidence {
    /// The word that documents and reports use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Reported => "reported",
            Self::Inferred => "inferred",
        }
    }
}

/// The nearest mark at or above a place, along the tree of the document.
pub(crate) fn of(document: &Document, at: &Pointer) -> Option<Evidence> {
    let mut value = document.value();
    let mut found = mark(value);
    for token in at.tokens() {
        let below = match value {
            Value::Array(items) => token.parse().ok().and_then(|index: usize| items.get(index)),
            value => value.get(token.as_ref()),
        };
        let Some(below) = below else {
            break;
        };
        value = below;
        found = mark(value).or(found);
    }
    found
}

fn mark(value: &Value) -> Option<Evidence> {
    match value.get(MARK)?.as_str()? {
        "documented" => Some(Evidence::Documented),
        "reported" => Some(Evidence::Reported),
        "inferred" => Some(Evidence::Inferred),
        _ => None,
    }
}

/// Where the document says `x-evidence: inferred`, in document order.
///
/// A recording of documentation cannot back such a claim: what a page stated would not be inferred.
pub(crate) fn inferred(document: &Document) -> Vec<Position> {
    let mut positions = Vec::new();
    let root = Pointer::default();
    walk(
        document,
        document.value(),
        &Trail::At(&root),
        &mut positions,
    );
    positions.sort();
    positions
}

fn walk(document: &Document, value: &Value, at: &Trail<'_>, positions: &mut Vec<Position>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let at = Trail::Member(at, key);
                if key == MARK && value == "inferred" {
                    positions.push(document.position(at.pointer().as_str()));
                } else {
                    walk(document, value, &at, positions);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(document, item, &Trail::Item(at, index), positions);
            }
        }
        _ => {}
    }
}
