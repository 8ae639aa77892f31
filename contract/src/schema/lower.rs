//! From schemas as authored to the JSON Schema draft that they build on, with a map back.
//!
//! Only the keywords of the dialect are taken over, so that nothing else in a schema object can
//! be mistaken for one. Where `nullable` means something, it is put into `type` and `enum`, or the
//! schema becomes one of two branches, of which the other admits null.

mod applicators;
mod assertions;
mod directed;
mod pattern;
mod widths;

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value, json};

use super::{Dialect, Direction, Meaning, Site, Sites, Unchecked, dialect::Version, travel};
use crate::Mode;

/// Keywords that may refuse null whatever `type` says.
const REFUSING: [&str; 8] = [
    "$ref",
    "$dynamicRef",
    "not",
    "allOf",
    "anyOf",
    "oneOf",
    "if",
    "const",
];

/// Keywords of other drafts, which look like claims and are none.
const FOREIGN_TO_30: [&str; 18] = [
    "additionalItems",
    "const",
    "contains",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "maxContains",
    "minContains",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
    "$dynamicRef",
    "$recursiveRef",
];
const FOREIGN_TO_31: [&str; 3] = ["additionalItems", "dependencies", "$recursiveRef"];

/// Schemas in the dialect of the validator.
#[derive(Debug)]
pub(super) struct Lowered {
    pub(super) definitions: Map<String, Value>,
    pub(super) sites: Sites,
    pub(super) unchecked: Vec<Unchecked>,
    index: BTreeMap<Used, usize>,
    /// The schemas that mean something else in each direction.
    directed: BTreeSet<Pointer>,
}

/// A schema as used: in a direction, if that makes a difference, below schemas that say what does
/// not travel.
type Used = (Direction, Pointer, BTreeSet<String>);

/// Lowers the given schemas and all that they refer to.
pub(super) fn lower(
    document: &Document,
    dialect: &Dialect,
    uses: impl IntoIterator<Item = (Direction, Pointer)>,
) -> Lowered {
    let uses: Vec<_> = uses.into_iter().collect();
    let schemas = uses.iter().map(|(_, at)| at.clone());
    let mut lowering = Lowering {
        document,
        dialect,
        queue: Vec::new(),
        marked: false,
        lowered: Lowered {
            definitions: Map::new(),
            sites: Sites::new(),
            unchecked: Vec::new(),
            index: BTreeMap::new(),
            directed: directed::directed(document, dialect, schemas),
        },
    };
    for (direction, at) in uses {
        lowering.define((direction, at, BTreeSet::new()));
    }
    while let Some(used) = lowering.queue.pop() {
        let key = lowering.define(used.clone());
        let (direction, at, withheld) = used;
        lowering.marked = lowering.lowered.directed.contains(&at);
        let to = Pointer::from("/definitions").join(key);
        lowering.site(&to, &at, Meaning::Schema);
        let schema = lowering.schema(direction, &at, &to, &withheld);
        lowering.lowered.definitions.insert(key.to_string(), schema);
    }
    lowering.narrow();
    lowering.lowered
}

impl Lowered {
    /// The reference to a lowered schema.
    pub(super) fn reference(&self, (direction, at): &(Direction, Pointer)) -> String {
        let used = self.used((*direction, at.clone(), BTreeSet::new()));
        self.index
            .get(&used)
            .map_or(String::new(), |key| format!("#/definitions/{key}"))
    }

    /// A schema as used, without a direction that makes no difference.
    fn used(&self, (direction, at, withheld): Used) -> Used {
        let directed = self.directed.contains(&at);
        let direction = if directed {
            direction
        } else {
            Direction::Either
        };
        (direction, at, withheld)
    }
}

struct Lowering<'d> {
    document: &'d Document,
    dialect: &'d Dialect,
    queue: Vec<Used>,
    /// Whether the definition at hand means something else in each direction.
    marked: bool,
    lowered: Lowered,
}

/// A schema object that is being lowered.
struct Part<'a> {
    schema: &'a Map<String, Value>,
    direction: Direction,
    at: &'a Pointer,
    to: &'a Pointer,
    /// The properties that an enclosing schema of the same value says do not travel.
    withheld: &'a BTreeSet<String>,
}

impl<'d> Lowering<'d> {
    /// The number of a schema's definition, which is queued when it is new.
    fn define(&mut self, used: Used) -> usize {
        let used = self.lowered.used(used);
        let next = self.lowered.index.len();
        *self.lowered.index.entry(used).or_insert_with_key(|used| {
            self.queue.push(used.clone());
            next
        })
    }

    /// Lowers the schema at `at` to the place `to`.
    ///
    /// What stands below a schema stands alike below the lowered one, so that only the outermost
    /// has a site of its own.
    fn schema(
        &mut self,
        direction: Direction,
        at: &Pointer,
        to: &Pointer,
        withheld: &BTreeSet<String>,
    ) -> Value {
        let document: &'d Document = self.document;
        let schema = match document.get(at.as_str()) {
            Some(Value::Object(schema)) => schema,
            Some(flag @ Value::Bool(_)) if self.dialect.version == Version::V31 => {
                return flag.clone();
            }
            _ => {
                self.unchecked(at, "a schema that is not a mapping");
                return json!({});
            }
        };
        let part = |to| Part {
            schema,
            direction,
            at,
            to,
            withheld,
        };
        let nullable = self.nullable(schema, at);
        let refusing = REFUSING.iter().any(|keyword| schema.contains_key(*keyword));
        if !nullable || !refusing || self.dialect.mode == Mode::Strict {
            return self.body(&part(to), nullable);
        }
        let inner = to.join("anyOf").join(1);
        self.site(to, at, Meaning::Bridge);
        self.site(&inner, at, Meaning::Schema);
        let body = self.body(&part(&inner), false);
        json!({ "anyOf": [{ "enum": [null] }, body] })
    }

    /// Whether `nullable` means something here.
    fn nullable(&mut self, schema: &Map<String, Value>, at: &Pointer) -> bool {
        let flag = match schema.get("nullable") {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(other) => {
                let message = format!("`nullable: {other}` is not understood");
                self.unchecked(&at.join("nullable"), &message);
                false
            }
        };
        flag && match (self.dialect.mode, self.dialect.version) {
            (Mode::Lenient, _) => true,
            (Mode::Strict, Version::V30) => schema.contains_key("type"),
            (Mode::Strict, Version::V31) => false,
        }
    }

    fn body(&mut self, part: &Part<'_>, nullable: bool) -> Value {
        let mut out = Map::new();
        if let Some(reference) = part.schema.get("$ref") {
            self.reference(part, "$ref", reference, &mut out);
            if !self.dialect.heeds_siblings() {
                return Value::Object(out);
            }
        } else if let Some(reference) = part.schema.get("$dynamicRef")
            && self.dialect.version == Version::V31
        {
            self.reference(part, "$dynamicRef", reference, &mut out);
        }
        self.foreign(part);
        self.values(part, nullable, &mut out);
        self.numbers(part, &mut out);
        self.format(part, &mut out);
        self.applicators(part, &mut out);
        Value::Object(out)
    }

    /// A reference; a dynamic one is a plain one where its anchor has one place.
    fn reference(
        &mut self,
        part: &Part<'_>,
        keyword: &str,
        reference: &Value,
        out: &mut Map<String, Value>,
    ) {
        let (document, dialect) = (self.document, self.dialect);
        let target = reference.as_str().and_then(|text| dialect.target(text));
        // Only a chain that ends somewhere may become one: the validator follows it blindly.
        let ends = |target: &Pointer| dialect.resolve(document, target).is_some();
        match target.filter(ends) {
            Some(target) => {
                let mut withheld = part.withheld.clone();
                if dialect.heeds_siblings() && self.marked {
                    withheld.extend(travel::withheld(document, dialect, part.at, part.direction));
                }
                let withheld = travel::required(document, dialect, &target, withheld);
                let key = self.define((part.direction, target, withheld));
                let reference = format!("#/definitions/{key}");
                out.insert("$ref".to_owned(), Value::String(reference));
            }
            _ => {
                let at = part.at.join(keyword);
                let why = document.astray(&at);
                let why = why.map_or_else(String::new, |fault| format!(": {}", fault.message));
                self.unchecked(&at, &format!("a reference that leads nowhere{why}"));
            }
        }
    }

    /// Reports what another draft would take for a claim.
    fn foreign(&mut self, part: &Part<'_>) {
        let (keywords, version): (&[&str], _) = match self.dialect.version {
            Version::V30 => (&FOREIGN_TO_30, "3.0"),
            Version::V31 => (&FOREIGN_TO_31, "3.1"),
        };
        for keyword in keywords {
            if part.schema.contains_key(*keyword) {
                let message = format!("`{keyword}` is no keyword of OpenAPI {version}");
                self.unchecked(&part.at.join(keyword), &message);
            }
        }
    }

    /// Leaves out the schemas that would take too long.
    fn narrow(&mut self) {
        for key in widths::too_wide(&self.lowered.definitions) {
            let to = Pointer::from("/definitions").join(&key);
            if let Some(site) = self.lowered.sites.get(&to) {
                let at = site.authored.clone();
                self.unchecked(&at, "a schema with too many branches within branches");
                self.lowered.definitions.insert(key, json!({}));
            }
        }
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
