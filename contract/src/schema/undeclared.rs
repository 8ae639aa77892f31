//! Members of objects that no schema declares, where the schemas leave the object open unsaid.

use std::collections::BTreeSet;

use bindery_codegen::Pointer;
use serde_json::Value;

use super::Outline;

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

/// The members of a value that no branch of its schema declares.
///
/// An object is free-form where a branch has `additionalProperties` or its kin, and where none has
/// `properties`: there the document claims nothing about names.
pub(crate) fn undeclared(outline: &Outline<'_>, value: &Value) -> Vec<Undeclared> {
    let mut found = BTreeSet::new();
    walk(outline, value, &Pointer::default(), &mut found);
    found.into_iter().collect()
}

fn walk(outline: &Outline<'_>, value: &Value, at: &Pointer, found: &mut BTreeSet<Undeclared>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let inner = outline.item(index);
                if !inner.is_empty() {
                    walk(&inner, item, &at.join(index), found);
                }
            }
        }
        Value::Object(members) => {
            let open = outline.settles_others();
            let declaring = outline.declaring();
            for (name, member) in members {
                let (inner, here) = (outline.property(name), at.join(name));
                match &declaring {
                    Some(declaring) if inner.is_empty() && !open => {
                        found.insert(Undeclared {
                            site: declaring.clone(),
                            at: here,
                            name: name.clone(),
                        });
                    }
                    _ if inner.is_empty() => walk(&outline.others(), member, &here, found),
                    _ => walk(&inner, member, &here, found),
                }
            }
        }
        _ => {}
    }
}
