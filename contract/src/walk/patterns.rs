//! Patterns of names, each compiled once.

use std::{cell::RefCell, collections::BTreeMap};

use jsonschema::Validator;
use serde_json::{Value, json};

/// The patterns that were asked for so far; one that does not compile fits nothing.
#[derive(Debug, Default)]
pub(crate) struct Patterns(RefCell<BTreeMap<String, Option<Validator>>>);

impl Patterns {
    /// Whether a pattern is found in a name, as the check sees it.
    pub(crate) fn fits(&self, pattern: &str, name: &str) -> bool {
        let mut known = self.0.borrow_mut();
        let validator = known
            .entry(pattern.to_owned())
            .or_insert_with(|| jsonschema::validator_for(&json!({ "pattern": pattern })).ok());
        let name = Value::from(name);
        validator
            .as_ref()
            .is_some_and(|validator| validator.is_valid(&name))
    }
}
