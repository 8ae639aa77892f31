//! The keywords that hold schemas: for members and entries, and for the value itself.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Lowering, Meaning, Part, Version, pattern::compiles};
use crate::schema::travel;

/// Keywords with one schema, in 3.0 and since 3.1.
const SINGLE_30: [&str; 3] = ["items", "not", "additionalProperties"];
const SINGLE_31: [&str; 10] = [
    "items",
    "not",
    "additionalProperties",
    "contains",
    "propertyNames",
    "if",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
];
/// Keywords with a list of schemas.
const LISTS_30: [&str; 3] = ["allOf", "anyOf", "oneOf"];
const LISTS_31: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];
/// Keywords with a mapping of schemas.
const MAPS_30: [&str; 1] = ["properties"];
const MAPS_31: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];
/// Keywords whose schemas judge the same value, and so inherit what does not travel.
const IN_PLACE: [&str; 6] = [
    "allOf",
    "anyOf",
    "oneOf",
    "then",
    "else",
    "dependentSchemas",
];

impl Lowering<'_> {
    pub(super) fn applicators(&mut self, part: &Part<'_>, out: &mut Map<String, Value>) {
        let mut withheld = part.withheld.clone();
        if self.marked {
            withheld.extend(travel::withheld(
                self.document,
                self.dialect,
                part.at,
                part.direction,
            ));
        }
        self.required(part, &withheld, out);
        let (singles, lists, maps): (&[_], &[_], &[_]) = match self.dialect.version {
            Version::V30 => (&SINGLE_30, &LISTS_30, &MAPS_30),
            Version::V31 => (&SINGLE_31, &LISTS_31, &MAPS_31),
        };
        let part = Part {
            withheld: &withheld,
            ..*part
        };
        for keyword in maps {
            self.map(&part, keyword, out);
        }
        for keyword in singles {
            self.single(&part, keyword, out);
        }
        for keyword in lists {
            self.list(&part, keyword, out);
        }
    }

    /// `required` without what does not travel, and `dependentRequired`.
    fn required(
        &mut self,
        part: &Part<'_>,
        withheld: &BTreeSet<String>,
        out: &mut Map<String, Value>,
    ) {
        let is_list = |value: &Value| {
            let names = value.as_array();
            names.is_some_and(|names| names.iter().all(Value::is_string))
        };
        if let Some(names) = self.taken(part, "required", is_list) {
            let listed = names.as_array().into_iter().flatten();
            let names: BTreeSet<&str> = listed
                .filter_map(Value::as_str)
                .filter(|name| !withheld.contains(*name))
                .collect();
            if !names.is_empty() {
                out.insert("required".to_owned(), json!(names));
            }
        }
        if self.dialect.version == Version::V31 {
            let is_map = |value: &Value| {
                let lists = value.as_object();
                lists.is_some_and(|lists| lists.values().all(is_list))
            };
            self.copy(part, "dependentRequired", is_map, out);
        }
    }

    fn map(&mut self, part: &Part<'_>, keyword: &str, out: &mut Map<String, Value>) {
        let Some(Value::Object(schemas)) = self.taken(part, keyword, Value::is_object) else {
            return;
        };
        let mut lowered = Map::new();
        for name in schemas.keys() {
            let at = part.at.join(keyword).join(name);
            let to = part.to.join(keyword).join(name);
            if keyword == "patternProperties" && !compiles(name) {
                self.unchecked(&at, &format!("the pattern `{name}` is not understood"));
                continue;
            }
            let withholding = match keyword {
                "properties" if self.marked => {
                    travel::withholding(self.document, self.dialect, &at, part.direction)
                }
                _ => None,
            };
            let schema = match withholding {
                Some(withholding) => {
                    self.site(&to, &at.join(withholding), Meaning::Keyword);
                    json!({ "not": {} })
                }
                None => self.schema(part.direction, &at, &to, &inherited(part, keyword)),
            };
            lowered.insert(name.clone(), schema);
        }
        out.insert(keyword.to_owned(), Value::Object(lowered));
    }

    fn single(&mut self, part: &Part<'_>, keyword: &str, out: &mut Map<String, Value>) {
        match part.schema.get(keyword) {
            Some(flag @ Value::Bool(_))
                if keyword == "additionalProperties" || self.dialect.version == Version::V31 =>
            {
                out.insert(keyword.to_owned(), flag.clone());
            }
            Some(Value::Object(_)) => {
                let (at, to) = (part.at.join(keyword), part.to.join(keyword));
                let lowered = self.schema(part.direction, &at, &to, &inherited(part, keyword));
                out.insert(keyword.to_owned(), lowered);
            }
            Some(_) => self.unchecked(&part.at.join(keyword), "not a schema"),
            None => {}
        }
    }

    fn list(&mut self, part: &Part<'_>, keyword: &str, out: &mut Map<String, Value>) {
        let Some(branches) = part.schema.get(keyword) else {
            return;
        };
        let count = branches.as_array().map_or(0, Vec::len);
        if count == 0 {
            self.unchecked(&part.at.join(keyword), "not a list of schemas");
            return;
        }
        let inherited = inherited(part, keyword);
        let lowered: Vec<Value> = (0..count)
            .map(|index| {
                let at = part.at.join(keyword).join(index);
                let to = part.to.join(keyword).join(index);
                self.schema(part.direction, &at, &to, &inherited)
            })
            .collect();
        out.insert(keyword.to_owned(), Value::Array(lowered));
    }
}

fn inherited(part: &Part<'_>, keyword: &str) -> BTreeSet<String> {
    if IN_PLACE.contains(&keyword) {
        part.withheld.clone()
    } else {
        BTreeSet::new()
    }
}
