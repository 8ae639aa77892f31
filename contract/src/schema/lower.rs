//! From the schemas of OpenAPI 3.0 as authored to JSON Schema draft 4, with a map back.
//!
//! Only the keywords of the dialect are taken over, so that nothing else in a schema object can
//! be mistaken for one. `nullable: true` admits null wherever it stands beside a schema.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value, json};

use super::{Direction, Meaning, Site, Sites, Unchecked, format, travel};
use crate::Mode;

const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];
const COUNTS: [&str; 6] = [
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
];
const COMBINATORS: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// Schemas in the dialect of the validator.
#[derive(Debug)]
pub(super) struct Lowered {
    pub(super) definitions: Map<String, Value>,
    pub(super) sites: Sites,
    pub(super) unchecked: Vec<Unchecked>,
    index: BTreeMap<(Direction, Pointer), usize>,
}

/// Lowers the given schemas and all that they refer to.
pub(super) fn lower(
    document: &Document,
    mode: Mode,
    uses: impl IntoIterator<Item = (Direction, Pointer)>,
) -> Lowered {
    let mut lowering = Lowering {
        document,
        mode,
        queue: Vec::new(),
        lowered: Lowered {
            definitions: Map::new(),
            sites: Sites::new(),
            unchecked: Vec::new(),
            index: BTreeMap::new(),
        },
    };
    for used in uses {
        lowering.define(used);
    }
    while let Some((direction, at)) = lowering.queue.pop() {
        let key = lowering.define((direction, at.clone()));
        let to = Pointer::from("/definitions").join(key);
        let schema = lowering.schema(direction, &at, &to, &BTreeSet::new());
        lowering.lowered.definitions.insert(key.to_string(), schema);
    }
    lowering.lowered
}

impl Lowered {
    /// The reference to a lowered schema.
    pub(super) fn reference(&self, used: &(Direction, Pointer)) -> String {
        self.index
            .get(used)
            .map_or(String::new(), |key| format!("#/definitions/{key}"))
    }
}

struct Lowering<'d> {
    document: &'d Document,
    mode: Mode,
    queue: Vec<(Direction, Pointer)>,
    lowered: Lowered,
}

impl Lowering<'_> {
    /// The number of a schema's definition, which is queued when it is new.
    fn define(&mut self, used: (Direction, Pointer)) -> usize {
        let next = self.lowered.index.len();
        *self.lowered.index.entry(used).or_insert_with_key(|used| {
            self.queue.push(used.clone());
            next
        })
    }

    /// Lowers the schema at `at` to the place `to`; `withheld` are the properties that an
    /// enclosing `allOf` says do not travel in this direction.
    fn schema(
        &mut self,
        direction: Direction,
        at: &Pointer,
        to: &Pointer,
        withheld: &BTreeSet<String>,
    ) -> Value {
        self.site(to, at, Meaning::Schema);
        let Some(schema) = self.document.get(at.as_str()).and_then(Value::as_object) else {
            self.unchecked(at, "a schema that is not a mapping");
            return json!({});
        };
        let strict = self.mode == Mode::Strict;
        let nullable = schema.get("nullable") == Some(&Value::Bool(true))
            && (!strict || schema.contains_key("type"));
        let foldable = schema.contains_key("type")
            && !["$ref", "not", "allOf", "anyOf", "oneOf"]
                .iter()
                .any(|key| schema.contains_key(*key));
        if !nullable || foldable {
            return self.body(direction, at, to, withheld, nullable);
        }
        let inner = to.join("anyOf").join(1);
        self.site(to, at, Meaning::Bridge);
        self.site(&inner, at, Meaning::Schema);
        let body = self.body(direction, at, &inner, withheld, false);
        json!({ "anyOf": [{ "enum": [null] }, body] })
    }

    fn body(
        &mut self,
        direction: Direction,
        at: &Pointer,
        to: &Pointer,
        withheld: &BTreeSet<String>,
        nullable: bool,
    ) -> Value {
        let schema = self.document.get(at.as_str()).and_then(Value::as_object);
        let Some(schema) = schema else {
            return json!({});
        };
        if let Some(reference) = schema.get("$ref") {
            return self.reference(direction, at, reference);
        }
        let mut out = Map::new();
        self.values(schema, at, nullable, &mut out);
        self.numbers(schema, at, &mut out);
        self.format(schema, at, to, &mut out);

        let mut withheld = withheld.clone();
        withheld.extend(travel::withheld(self.document, at, direction));
        if let Some(names) = schema.get("required").and_then(Value::as_array) {
            let mut names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
            names.retain(|name| !withheld.contains(*name));
            names.sort_unstable();
            names.dedup();
            if !names.is_empty() {
                out.insert("required".to_owned(), json!(names));
            }
        }
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            let (at, to) = (at.join("properties"), to.join("properties"));
            let lowered: Map<String, Value> = properties
                .keys()
                .map(|name| {
                    let (at, to) = (at.join(name), to.join(name));
                    (name.clone(), self.property(direction, &at, &to))
                })
                .collect();
            out.insert("properties".to_owned(), Value::Object(lowered));
        }
        for keyword in ["items", "not", "additionalProperties"] {
            match schema.get(keyword) {
                Some(Value::Object(_)) => {
                    let (at, to) = (at.join(keyword), to.join(keyword));
                    let lowered = self.schema(direction, &at, &to, &BTreeSet::new());
                    out.insert(keyword.to_owned(), lowered);
                }
                Some(flag @ Value::Bool(_)) if keyword == "additionalProperties" => {
                    out.insert(keyword.to_owned(), flag.clone());
                }
                Some(_) => self.unchecked(&at.join(keyword), "not a schema"),
                None => {}
            }
        }
        for keyword in COMBINATORS {
            let Some(branches) = schema.get(keyword) else {
                continue;
            };
            let count = branches.as_array().map_or(0, Vec::len);
            if count == 0 {
                self.unchecked(&at.join(keyword), "not a list of schemas");
                continue;
            }
            let inherited = if keyword == "allOf" {
                withheld.clone()
            } else {
                BTreeSet::new()
            };
            let mut lowered: Vec<Value> = (0..count)
                .map(|index| {
                    let (at, to) = (at.join(keyword).join(index), to.join(keyword).join(index));
                    self.schema(direction, &at, &to, &inherited)
                })
                .collect();
            // The range of an integer format, which stands behind the authored branches.
            if let Some(Value::Array(range)) = out.remove(keyword) {
                lowered.extend(range);
            }
            out.insert(keyword.to_owned(), Value::Array(lowered));
        }
        Value::Object(out)
    }

    fn reference(&mut self, direction: Direction, at: &Pointer, reference: &Value) -> Value {
        let target = reference.as_str().and_then(Pointer::from_reference);
        match target {
            // Only a chain that ends somewhere may become one: the validator follows it blindly.
            Some(target) if self.document.resolve(at.as_str()).is_some() => {
                let key = self.define((direction, target));
                json!({ "$ref": format!("#/definitions/{key}") })
            }
            _ => {
                self.unchecked(&at.join("$ref"), "a reference that leads nowhere");
                json!({})
            }
        }
    }

    fn property(&mut self, direction: Direction, at: &Pointer, to: &Pointer) -> Value {
        match travel::withholding(self.document, at, direction) {
            Some(keyword) => {
                self.site(to, &at.join(keyword), Meaning::Keyword);
                json!({ "not": {} })
            }
            None => self.schema(direction, at, to, &BTreeSet::new()),
        }
    }

    /// `type` and `enum`, with null where the schema is nullable.
    fn values(
        &mut self,
        schema: &Map<String, Value>,
        at: &Pointer,
        nullable: bool,
        out: &mut Map<String, Value>,
    ) {
        if let Some(found) = schema.get("type") {
            let listed = found
                .as_array()
                .map_or_else(|| vec![found], |list| list.iter().collect());
            let mut types: Vec<&str> = listed.iter().filter_map(|name| name.as_str()).collect();
            if types.len() != listed.len() || types.iter().any(|name| !TYPES.contains(name)) {
                self.unchecked(&at.join("type"), "not a type");
            } else {
                if nullable {
                    types.push("null");
                }
                types.sort_unstable();
                types.dedup();
                out.insert("type".to_owned(), json!(types));
            }
        }
        if let Some(found) = schema.get("enum") {
            let mut values: Vec<Value> = Vec::new();
            for value in found.as_array().into_iter().flatten() {
                if !values.contains(value) {
                    values.push(value.clone());
                }
            }
            if values.is_empty() {
                self.unchecked(&at.join("enum"), "not a list of values");
            } else {
                let listless = self.mode == Mode::Lenient && !values.contains(&Value::Null);
                if nullable && listless {
                    values.push(Value::Null);
                }
                out.insert("enum".to_owned(), Value::Array(values));
            }
        }
    }

    /// Bounds, counts, `multipleOf`, `uniqueItems` and `pattern`.
    fn numbers(&mut self, schema: &Map<String, Value>, at: &Pointer, out: &mut Map<String, Value>) {
        for (bound, exclusive) in [
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ] {
            if let Some(limit) = self.taken(schema, at, bound, Value::is_number) {
                out.insert(bound.to_owned(), limit);
            }
            let flag = self.taken(schema, at, exclusive, Value::is_boolean);
            if flag == Some(Value::Bool(true)) && out.contains_key(bound) {
                out.insert(exclusive.to_owned(), Value::Bool(true));
            }
        }
        for keyword in COUNTS {
            if let Some(count) = self.taken(schema, at, keyword, Value::is_u64) {
                out.insert(keyword.to_owned(), count);
            }
        }
        let positive = |value: &Value| value.as_f64().is_some_and(|value| value > 0.0);
        let compiles = |value: &Value| {
            let pattern = json!({ "pattern": value });
            value.is_string() && jsonschema::draft4::new(&pattern).is_ok()
        };
        if let Some(divisor) = self.taken(schema, at, "multipleOf", positive) {
            out.insert("multipleOf".to_owned(), divisor);
        }
        if let Some(flag) = self.taken(schema, at, "uniqueItems", Value::is_boolean) {
            out.insert("uniqueItems".to_owned(), flag);
        }
        if let Some(pattern) = self.taken(schema, at, "pattern", compiles) {
            out.insert("pattern".to_owned(), pattern);
        }
    }

    /// Formats of texts stay formats; those of integers become bounds.
    fn format(
        &mut self,
        schema: &Map<String, Value>,
        at: &Pointer,
        to: &Pointer,
        out: &mut Map<String, Value>,
    ) {
        let Some(name) = schema.get("format").and_then(Value::as_str) else {
            return;
        };
        if format::ASSERTED.contains(&name) {
            out.insert("format".to_owned(), json!(name));
        }
        if let Some((minimum, maximum)) = format::bounds(name) {
            // In a branch of its own, behind those of the document, it hides no authored bound.
            let branches = schema
                .get("allOf")
                .and_then(Value::as_array)
                .map_or(0, Vec::len);
            let to = to.join("allOf").join(branches);
            self.site(&to, &at.join("format"), Meaning::Keyword);
            let bounds = json!([{ "minimum": minimum, "maximum": maximum }]);
            out.insert("allOf".to_owned(), bounds);
        }
    }

    /// A keyword's value if it is well formed; else the keyword is reported as unchecked.
    fn taken(
        &mut self,
        schema: &Map<String, Value>,
        at: &Pointer,
        keyword: &str,
        well_formed: impl Fn(&Value) -> bool,
    ) -> Option<Value> {
        let value = schema.get(keyword)?;
        if well_formed(value) {
            return Some(value.clone());
        }
        self.unchecked(
            &at.join(keyword),
            &format!("`{keyword}: {value}` is not understood"),
        );
        None
    }

    fn site(&mut self, to: &Pointer, at: &Pointer, meaning: Meaning) {
        let authored = at.clone();
        self.lowered
            .sites
            .insert(to.clone(), Site { authored, meaning });
    }

    fn unchecked(&mut self, site: &Pointer, message: &str) {
        let (site, message) = (site.clone(), message.to_owned());
        self.lowered.unchecked.push(Unchecked { site, message });
    }
}
