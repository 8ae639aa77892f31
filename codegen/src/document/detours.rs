//! References whose pointers lead through other references: `#/components/schemas/User/properties/id`,
//! where `User` itself is a `$ref`. No value stands there, but it is plain which one is meant.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    MAX_DEPTH, Pointer,
    references::{self, Kind},
};

/// Makes direct the references that lead through others, and keeps how they were authored.
pub(super) fn straighten(root: &mut Value, authored: &mut BTreeMap<Pointer, String>) {
    let mut found = Vec::new();
    references::walk(root, &Pointer::default(), &mut |kind, at, value| {
        let Some(text) = value.as_str().filter(|_| kind != Kind::Mapping) else {
            return;
        };
        let target = Pointer::from_reference(text);
        let astray = target.filter(|target| root.pointer(target.as_str()).is_none());
        let direct = astray.and_then(|target| direct(root, &target));
        found.extend(direct.map(|direct| (at, text.to_owned(), direct)));
    });
    for (at, text, direct) in found {
        if let Some(reference) = root.pointer_mut(at.as_str()) {
            *reference = Value::String(direct.reference());
            authored.entry(at).or_insert(text);
        }
    }
}

/// The pointer to what a pointer means that leads through references.
fn direct(root: &Value, target: &Pointer) -> Option<Pointer> {
    let mut at = Pointer::default();
    for token in target.tokens() {
        for _ in 0..MAX_DEPTH {
            let value = root.pointer(at.as_str())?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) if value.get(&*token).is_none() => {
                    at = Pointer::from_reference(reference)?;
                }
                _ => break,
            }
        }
        at = at.join(token);
    }
    root.pointer(at.as_str()).map(|_| at)
}
