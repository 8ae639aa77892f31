//! Follows recorded values along the schemas as authored: through references, `allOf`, unions,
//! properties, entries of lists and of maps.

use std::collections::{BTreeSet, HashSet};

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value};

use crate::schema::{Direction, is_withheld};

/// The keywords that offer branches.
pub(crate) const UNIONS: [&str; 2] = ["oneOf", "anyOf"];

/// The schemas that hold for one value as a matter of course: one, what it refers to, and all
/// that their `allOf` adds.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// The schema that the others were reached from; a reference is not followed.
    pub(crate) entry: Pointer,
    /// All of them, references followed.
    pub(crate) sites: Vec<Pointer>,
    /// The members that any of them, or a schema around a union, requires.
    pub(crate) required: BTreeSet<String>,
}

impl Group {
    /// The group of a schema, where schemas around it require the given members.
    pub(crate) fn of(document: &Document, entry: &Pointer, required: &BTreeSet<String>) -> Self {
        let mut group = Self {
            entry: entry.clone(),
            sites: Vec::new(),
            required: required.clone(),
        };
        let mut queue = vec![entry.clone()];
        while let Some(next) = queue.pop() {
            let Some((at, schema)) = document.resolve(next.as_str()) else {
                continue;
            };
            if group.sites.contains(&at) {
                continue;
            }
            let names = schema.get("required").and_then(Value::as_array);
            let names = names.into_iter().flatten().filter_map(Value::as_str);
            group.required.extend(names.map(str::to_owned));
            queue.extend(parts(schema, &at, "allOf").into_iter().rev());
            group.sites.push(at);
        }
        group
    }

    /// The sites with their schemas.
    pub(crate) fn schemas<'a>(
        &'a self,
        document: &'a Document,
    ) -> impl Iterator<Item = (&'a Pointer, &'a Value)> {
        let found = |at| Some((at, document.get(Pointer::as_str(at))?));
        self.sites.iter().filter_map(found)
    }
}

/// The schemas in a list of them.
pub(crate) fn parts(schema: &Value, at: &Pointer, keyword: &str) -> Vec<Pointer> {
    let count = schema
        .get(keyword)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let list = at.join(keyword);
    (0..count).map(|index| list.join(index)).collect()
}

/// A value at a group of schemas.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit<'v, 'g> {
    pub(crate) group: &'g Group,
    pub(crate) value: &'v Value,
    /// The value's place, from the root of the judged one.
    pub(crate) at: &'g Pointer,
    /// Where a choice made above decides whether these schemas hold at all: the schema in which
    /// the outermost one is made, and the value it is made about.
    pub(crate) choice: Option<(&'g Pointer, &'g Pointer, &'v Value)>,
}

/// What is asked and told on the way.
pub(crate) trait Walker<'v> {
    /// Whether a branch of a union, or what a `not` excludes, is followed for a value.
    fn follows(&mut self, branch: &Pointer, value: &'v Value, at: &Pointer) -> bool;
    /// Whether what stands below a value is known not to be checked.
    fn hides(&self, at: &Pointer) -> bool;
    fn visit(&mut self, visit: Visit<'v, '_>);
}

/// Follows a value along a schema.
pub(crate) fn walk<'v>(
    document: &Document,
    used: &(Direction, Pointer),
    value: &'v Value,
    walker: &mut dyn Walker<'v>,
) {
    let mut way = Way {
        document,
        direction: used.0,
        walker,
        known: HashSet::new(),
    };
    let here = Here {
        value,
        at: Pointer::default(),
        choice: None,
        entered: vec![used.1.clone()],
    };
    way.enter(&used.1, &BTreeSet::new(), &here);
}

/// A schema, and the place of a value that is held against it.
type Step = (Pointer, Pointer);

struct Way<'d, 'w, 'v> {
    document: &'d Document,
    direction: Direction,
    walker: &'w mut dyn Walker<'v>,
    /// Where the way has been: schema, value, and the choice that led there. Two branches that
    /// have a schema in common lead to it twice, and at every level of a tree that doubles.
    known: HashSet<(Step, Option<Step>)>,
}

/// A value on the way, and how it was come to.
#[derive(Clone)]
struct Here<'v> {
    value: &'v Value,
    at: Pointer,
    choice: Option<(Pointer, Pointer, &'v Value)>,
    /// The schemas entered for this very value, since branches may lead back.
    entered: Vec<Pointer>,
}

impl<'v> Way<'_, '_, 'v> {
    fn enter(&mut self, entry: &Pointer, required: &BTreeSet<String>, here: &Here<'v>) {
        if self.walker.hides(&here.at) {
            return;
        }
        let choice = here.choice.as_ref();
        let led = choice.map(|(schema, at, _)| (schema.clone(), at.clone()));
        if !self.known.insert(((entry.clone(), here.at.clone()), led)) {
            return;
        }
        let group = Group::of(self.document, entry, required);
        self.walker.visit(Visit {
            group: &group,
            value: here.value,
            at: &here.at,
            choice: choice.map(|(schema, at, value)| (schema, at, *value)),
        });
        let document = self.document;
        for (site, schema) in group.schemas(document) {
            self.branches(&group, site, schema, here);
            match here.value {
                Value::Array(items) => self.items(site, schema, items, here),
                Value::Object(members) => self.members(site, schema, members, here),
                _ => {}
            }
        }
    }

    fn branches(&mut self, group: &Group, site: &Pointer, schema: &Value, here: &Here<'v>) {
        let branches = UNIONS
            .into_iter()
            .flat_map(|keyword| parts(schema, site, keyword));
        let not = schema.get("not").map(|_| site.join("not"));
        for branch in branches.chain(not) {
            if here.entered.contains(&branch) || !self.walker.follows(&branch, here.value, &here.at)
            {
                continue;
            }
            let mut here = here.clone();
            here.entered.push(branch.clone());
            let chosen = || (group.entry.clone(), here.at.clone(), here.value);
            here.choice = Some(here.choice.clone().unwrap_or_else(chosen));
            self.enter(&branch, &group.required, &here);
        }
    }

    fn items(&mut self, site: &Pointer, schema: &Value, items: &'v [Value], here: &Here<'v>) {
        if !schema.get("items").is_some_and(Value::is_object) {
            return;
        }
        let inner = site.join("items");
        for (index, item) in items.iter().enumerate() {
            self.below(&inner, here, index, item);
        }
    }

    fn members(
        &mut self,
        site: &Pointer,
        schema: &Value,
        members: &'v Map<String, Value>,
        here: &Here<'v>,
    ) {
        let others = schema
            .get("additionalProperties")
            .is_some_and(Value::is_object);
        for (name, member) in members {
            let declared = schema.get("properties").and_then(|known| known.get(name));
            let inner = match declared {
                Some(_) => site.join("properties").join(name),
                None if others => site.join("additionalProperties"),
                None => continue,
            };
            if !is_withheld(self.document, &inner, self.direction) {
                self.below(&inner, here, name, member);
            }
        }
    }

    fn below(
        &mut self,
        schema: &Pointer,
        here: &Here<'v>,
        step: impl std::fmt::Display,
        value: &'v Value,
    ) {
        let here = Here {
            value,
            at: here.at.join(step),
            choice: here.choice.clone(),
            entered: vec![schema.clone()],
        };
        self.enter(schema, &BTreeSet::new(), &here);
    }
}
