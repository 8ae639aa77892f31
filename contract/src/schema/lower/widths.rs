//! How many branches a value is held against: where branches hold branches that hold branches, and
//! several lead to one schema, their number doubles with each level, and with it time and memory.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// How many branches one value is held against.
const MOST: usize = 10_000;
/// How long a chain of references is followed, so that none is longer than the stack.
const LONGEST: usize = 500;

/// The definitions that hold a value against too many branches; of such that hold one another, the
/// innermost.
pub(super) fn too_wide(definitions: &Map<String, Value>) -> Vec<String> {
    let mut widths = Widths {
        definitions,
        known: BTreeMap::new(),
        depth: 0,
        found: Vec::new(),
    };
    for key in definitions.keys() {
        widths.definition(key);
    }
    widths.found
}

struct Widths<'a> {
    definitions: &'a Map<String, Value>,
    /// How wide each definition is; 1 for one that is being looked at.
    known: BTreeMap<&'a str, usize>,
    depth: usize,
    found: Vec<String>,
}

impl<'a> Widths<'a> {
    fn definition(&mut self, key: &str) -> usize {
        if let Some(width) = self.known.get(key) {
            return *width;
        }
        let entry = self.definitions.get_key_value(key);
        let Some((key, schema)) = entry.filter(|_| self.depth < LONGEST) else {
            return 1;
        };
        self.known.insert(key, 1);
        self.depth += 1;
        let mut width = self.schema(schema);
        self.depth -= 1;
        if width > MOST {
            self.found.push(key.clone());
            // Nothing of it will be left.
            width = 1;
        }
        self.known.insert(key, width);
        width
    }

    fn schema(&mut self, schema: &'a Value) -> usize {
        let Value::Object(keywords) = schema else {
            return 1;
        };
        let mut width = 1_usize;
        for (keyword, value) in keywords {
            let more = match (keyword.as_str(), value) {
                ("$ref", Value::String(reference)) => {
                    let key = reference.strip_prefix("#/definitions/");
                    key.map_or(0, |key| self.definition(key))
                }
                ("allOf" | "anyOf" | "oneOf", Value::Array(branches)) => {
                    branches.iter().fold(0, |sum: usize, branch| {
                        sum.saturating_add(self.schema(branch))
                    })
                }
                ("not" | "if" | "then" | "else", branch) => self.schema(branch),
                ("dependentSchemas", Value::Object(branches)) => {
                    branches.values().fold(0, |sum: usize, branch| {
                        sum.saturating_add(self.schema(branch))
                    })
                }
                _ => 0,
            };
            width = width.saturating_add(more);
        }
        width
    }
}
