//! Claims that the author concluded rather than read, by their mark.

use bindery_codegen::{Document, Pointer, Position};
use serde_json::Value;

/// Where the document says `x-evidence: inferred`, in document order.
///
/// A recording of documentation cannot back such a claim: what a page stated would not be inferred.
pub(crate) fn inferred(document: &Document) -> Vec<Position> {
    let mut positions = Vec::new();
    walk(
        document,
        document.value(),
        &Pointer::default(),
        &mut positions,
    );
    positions.sort();
    positions
}

fn walk(document: &Document, value: &Value, at: &Pointer, positions: &mut Vec<Position>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let at = at.join(key);
                if key == "x-evidence" && value == "inferred" {
                    positions.push(document.position(at.as_str()));
                } else {
                    walk(document, value, &at, positions);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(document, item, &at.join(index), positions);
            }
        }
        _ => {}
    }
}
