//! The keywords that judge a value by themselves: types, values, bounds, counts and formats.

use serde_json::{Map, Value, json};

use super::{Lowering, Meaning, Mode, Part, Version, pattern};
use crate::schema::format::{ASSERTED, RANGE, Range};

const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];
const COUNTS: [&str; 8] = [
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minContains",
    "maxContains",
];

impl Lowering<'_> {
    /// `type`, `enum` and `const`, with null where the schema is nullable.
    pub(super) fn values(&mut self, part: &Part<'_>, nullable: bool, out: &mut Map<String, Value>) {
        if let Some(found) = part.schema.get("type") {
            let listed = found
                .as_array()
                .map_or_else(|| vec![found], |list| list.iter().collect());
            let mut types: Vec<&str> = listed.iter().filter_map(|name| name.as_str()).collect();
            let known = types.iter().all(|name| TYPES.contains(name));
            if types.len() != listed.len() || types.is_empty() || !known {
                self.unchecked(&part.at.join("type"), "not a type");
            } else {
                if nullable {
                    types.push("null");
                }
                types.sort_unstable();
                types.dedup();
                out.insert("type".to_owned(), json!(types));
            }
        }
        if let Some(found) = part.schema.get("enum") {
            let mut values: Vec<Value> = Vec::new();
            for value in found.as_array().into_iter().flatten() {
                if !values.contains(value) {
                    values.push(value.clone());
                }
            }
            if values.is_empty() {
                self.unchecked(&part.at.join("enum"), "not a list of values");
            } else {
                // By the letter, null must be listed even where `nullable` adds it to the type.
                let lenient = self.dialect.mode == Mode::Lenient;
                if nullable && lenient && !values.contains(&Value::Null) {
                    values.push(Value::Null);
                }
                out.insert("enum".to_owned(), Value::Array(values));
            }
        }
        if let Some(value) = part.schema.get("const")
            && self.dialect.version == Version::V31
        {
            out.insert("const".to_owned(), value.clone());
        }
    }

    /// Bounds, counts, `multipleOf`, `uniqueItems` and `pattern`.
    pub(super) fn numbers(&mut self, part: &Part<'_>, out: &mut Map<String, Value>) {
        for (bound, exclusive) in [
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ] {
            self.copy(part, bound, Value::is_number, out);
            match self.dialect.version {
                Version::V31 => self.copy(part, exclusive, Value::is_number, out),
                Version::V30 => {
                    let flag = self.taken(part, exclusive, Value::is_boolean);
                    if flag == Some(Value::Bool(true)) && out.contains_key(bound) {
                        out.insert(exclusive.to_owned(), Value::Bool(true));
                    }
                }
            }
        }
        for keyword in COUNTS {
            if self.dialect.version == Version::V31 || !keyword.ends_with("Contains") {
                self.copy(part, keyword, Value::is_u64, out);
            }
        }
        let positive = |value: &Value| value.as_f64().is_some_and(|value| value > 0.0);
        self.copy(part, "multipleOf", positive, out);
        self.copy(part, "uniqueItems", Value::is_boolean, out);
        self.pattern(part, out);
    }

    fn pattern(&mut self, part: &Part<'_>, out: &mut Map<String, Value>) {
        let Some(value) = part.schema.get("pattern") else {
            return;
        };
        match value.as_str().and_then(pattern::understood) {
            Some(pattern) => drop(out.insert("pattern".to_owned(), Value::String(pattern))),
            None => self.not_understood(part, "pattern", value),
        }
    }

    /// Formats of texts stay formats; those of numbers become ranges.
    pub(super) fn format(&mut self, part: &Part<'_>, out: &mut Map<String, Value>) {
        let Some(Value::String(name)) = self.taken(part, "format", Value::is_string) else {
            return;
        };
        if Range::of(&name).is_some() {
            let (to, at) = (part.to.join(RANGE), part.at.join("format"));
            self.site(&to, &at, Meaning::Keyword);
            out.insert(RANGE.to_owned(), Value::String(name));
        } else if ASSERTED.contains(&name.as_str()) {
            out.insert("format".to_owned(), Value::String(name));
        }
    }

    /// Takes a keyword over if it is well formed.
    pub(super) fn copy(
        &mut self,
        part: &Part<'_>,
        keyword: &str,
        well_formed: impl Fn(&Value) -> bool,
        out: &mut Map<String, Value>,
    ) {
        if let Some(value) = self.taken(part, keyword, well_formed) {
            out.insert(keyword.to_owned(), value);
        }
    }

    /// A keyword's value if it is well formed; else the keyword is reported as unchecked.
    pub(super) fn taken(
        &mut self,
        part: &Part<'_>,
        keyword: &str,
        well_formed: impl Fn(&Value) -> bool,
    ) -> Option<Value> {
        let value = part.schema.get(keyword)?;
        if well_formed(value) {
            return Some(value.clone());
        }
        self.not_understood(part, keyword, value);
        None
    }

    fn not_understood(&mut self, part: &Part<'_>, keyword: &str, value: &Value) {
        self.unchecked(
            &part.at.join(keyword),
            &format!("`{keyword}: {value}` is not understood"),
        );
    }
}
