//! Which properties travel in which direction: `readOnly` and `writeOnly`.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value};

use super::Direction;

/// The keyword that keeps a property from travelling in a direction.
pub(crate) fn withholding(
    document: &Document,
    at: &Pointer,
    direction: Direction,
) -> Option<&'static str> {
    let keyword = match direction {
        Direction::Request => "readOnly",
        Direction::Response => "writeOnly",
        Direction::Either => return None,
    };
    marked(document, at, keyword).then_some(keyword)
}

fn marked(document: &Document, at: &Pointer, keyword: &str) -> bool {
    let here = document.get(at.as_str());
    let there = document.resolve(at.as_str()).map(|(_, value)| value);
    let is_marked = |schema: &Value| schema.get(keyword) == Some(&Value::Bool(true));
    here.into_iter().chain(there).any(is_marked)
}

/// The properties of a schema, and of all that its `allOf` adds, that do not travel.
pub(super) fn withheld(
    document: &Document,
    at: &Pointer,
    direction: Direction,
) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut known = BTreeSet::new();
    let mut queue = vec![at.clone()];
    while let Some(next) = queue.pop() {
        let Some((at, schema)) = document.resolve(next.as_str()) else {
            continue;
        };
        if !known.insert(at.clone()) {
            continue;
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        let properties = properties.into_iter().flat_map(Map::keys);
        names.extend(
            properties
                .filter(|name| stays(document, &at.join("properties").join(name), direction))
                .cloned(),
        );
        let parts = schema
            .get("allOf")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        queue.extend((0..parts).map(|index| at.join("allOf").join(index)));
    }
    names
}

/// Whether a property may be missing from a value of this direction though it is required.
fn stays(document: &Document, at: &Pointer, direction: Direction) -> bool {
    match direction {
        // An example is of one half or the other, so it may lack what either withholds.
        Direction::Either => marked(document, at, "readOnly") || marked(document, at, "writeOnly"),
        _ => withholding(document, at, direction).is_some(),
    }
}
