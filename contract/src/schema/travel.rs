//! Which properties travel in which direction: `readOnly` and `writeOnly`.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value};

use super::{Dialect, Direction, dialect::Branches};
use crate::Mode;

/// Whether a property does not travel in a direction.
pub(crate) fn is_withheld(document: &Document, at: &Pointer, direction: Direction) -> bool {
    let dialect = Dialect::without_anchors(document, Mode::default());
    withholding(document, &dialect, at, direction).is_some()
}

/// The keyword that keeps a property from travelling in a direction.
pub(super) fn withholding(
    document: &Document,
    dialect: &Dialect,
    at: &Pointer,
    direction: Direction,
) -> Option<&'static str> {
    let keyword = match direction {
        Direction::Request => "readOnly",
        Direction::Response => "writeOnly",
        Direction::Either => return None,
    };
    marked(document, dialect, at, keyword).then_some(keyword)
}

fn marked(document: &Document, dialect: &Dialect, at: &Pointer, keyword: &str) -> bool {
    let is_marked = |at: &Pointer| {
        let schema = document.get(at.as_str());
        schema.and_then(|schema| schema.get(keyword)) == Some(&Value::Bool(true))
    };
    let there = dialect.resolve(document, at);
    there.as_ref().is_some_and(is_marked) || dialect.heeds_siblings() && is_marked(at)
}

/// The properties of a schema, and of all that its `allOf` adds, that do not travel.
pub(super) fn withheld(
    document: &Document,
    dialect: &Dialect,
    at: &Pointer,
    direction: Direction,
) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for part in dialect.parts(document, std::iter::once(at.clone()), Branches::All) {
        let properties = part.join("properties");
        let listed = document.get(properties.as_str()).and_then(Value::as_object);
        let listed = listed.into_iter().flat_map(Map::keys);
        let staying =
            listed.filter(|name| stays(document, dialect, &properties.join(name), direction));
        names.extend(staying.cloned());
    }
    names
}

/// Those of the names that a schema or a branch of it requires.
pub(super) fn required(
    document: &Document,
    dialect: &Dialect,
    at: &Pointer,
    mut names: BTreeSet<String>,
) -> BTreeSet<String> {
    if !names.is_empty() {
        let parts = dialect.parts(document, std::iter::once(at.clone()), Branches::Any);
        let required: BTreeSet<&str> = parts
            .iter()
            .filter_map(|part| document.get(part.as_str())?.get("required")?.as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        names.retain(|name| required.contains(name.as_str()));
    }
    names
}

/// Whether a property may be missing from a value of this direction though it is required.
fn stays(document: &Document, dialect: &Dialect, at: &Pointer, direction: Direction) -> bool {
    let marked = |keyword| marked(document, dialect, at, keyword);
    match direction {
        // An example is of one half or the other, so it may lack what either withholds.
        Direction::Either => marked("readOnly") || marked("writeOnly"),
        _ => withholding(document, dialect, at, direction).is_some(),
    }
}
