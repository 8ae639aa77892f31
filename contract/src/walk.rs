//! Follows recorded values along the schemas as authored: through references, `allOf`, unions,
//! properties, entries of lists and of maps.

mod inner;
mod patterns;

use std::collections::{BTreeSet, HashSet};

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

pub(crate) use self::{
    inner::{About, inner},
    patterns::Patterns,
};
use crate::schema::{Direction, Version, is_withheld};

/// The keywords that offer branches.
pub(crate) const UNIONS: [&str; 2] = ["oneOf", "anyOf"];

/// The schemas that hold for one value as a matter of course: one, what it refers to, and all
/// that their `allOf` adds.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// The schema that the others were reached from; a reference is not followed.
    pub(crate) entry: Pointer,
    /// All of them, references followed; what says nothing but where it refers to is left out.
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
        // Since 3.1 what stands beside a reference counts.
        let heeds_siblings = Version::of(document) == Version::V31;
        let mut known = BTreeSet::new();
        while let Some(at) = queue.pop() {
            let Some(schema) = document.get(at.as_str()) else {
                continue;
            };
            if !known.insert(at.clone()) {
                continue;
            }
            let reference = schema.get("$ref").and_then(Value::as_str);
            queue.extend(reference.and_then(Pointer::from_reference));
            if reference.is_some() && !heeds_siblings {
                continue;
            }
            let names = schema.get("required").and_then(Value::as_array);
            let names = names.into_iter().flatten().filter_map(Value::as_str);
            group.required.extend(names.map(str::to_owned));
            queue.extend(parts(schema, &at, "allOf").into_iter().rev());
            if reference.is_none() || schema.as_object().is_some_and(|schema| schema.len() > 1) {
                group.sites.push(at);
            }
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
    /// Whether a branch of a union, what a `not` excludes or what a list contains is followed for
    /// a value.
    fn follows(&mut self, branch: &Pointer, value: &'v Value, at: &Pointer) -> bool;
    /// Whether what counts where a condition holds, or does not, is followed for a value.
    fn concludes(
        &mut self,
        condition: &Pointer,
        holds: bool,
        value: &'v Value,
        at: &Pointer,
    ) -> bool;
    /// The patterns that were asked for so far.
    fn patterns(&self) -> &Patterns;
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
            let has = |name: &str| here.value.get(name).is_some();
            for (at, about) in inner(document, site, schema, &has) {
                self.step(&group, schema, &at, about, here);
            }
        }
    }

    /// Goes on to a schema inside one of a group, with each value that it is about.
    fn step(
        &mut self,
        group: &Group,
        schema: &Value,
        at: &Pointer,
        about: About<'_>,
        here: &Here<'v>,
    ) {
        if let Some(applies) = self.applies(at, about, here) {
            if applies {
                self.aside(group, at, here);
            }
            return;
        }
        match (about, here.value) {
            (About::Member(name), Value::Object(members)) => {
                if let Some(member) = members.get(name)
                    && !is_withheld(self.document, at, self.direction)
                {
                    self.below(at, here, name, member);
                }
            }
            (About::Pattern(pattern), Value::Object(members)) => {
                for (name, member) in members {
                    if self.walker.patterns().fits(pattern, name) {
                        self.below(at, here, name, member);
                    }
                }
            }
            (About::Others, Value::Object(members)) => {
                for (name, member) in members {
                    if !self.is_declared(schema, name) {
                        self.below(at, here, name, member);
                    }
                }
            }
            (About::Entry(index), Value::Array(items)) => {
                if let Some(item) = items.get(index) {
                    self.below(at, here, index, item);
                }
            }
            (About::Entries(first), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate().skip(first) {
                    self.below(at, here, index, item);
                }
            }
            (About::Contained, Value::Array(items)) => {
                let here = chosen(group, here);
                for (index, item) in items.iter().enumerate() {
                    if self.walker.follows(at, item, &here.at.join(index)) {
                        self.below(at, &here, index, item);
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether a schema that may be about the value itself is; `None` for one that is not.
    fn applies(&mut self, at: &Pointer, about: About<'_>, here: &Here<'v>) -> Option<bool> {
        let (value, place) = (here.value, &here.at);
        let is_new = !here.entered.contains(at);
        match about {
            About::Branch(_) | About::Not => Some(is_new && self.walker.follows(at, value, place)),
            About::Condition(holds) => {
                let condition = at.parent().unwrap_or_default().join("if");
                Some(is_new && self.walker.concludes(&condition, holds, value, place))
            }
            About::Dependent(name) => Some(is_new && value.get(name).is_some()),
            _ => None,
        }
    }

    /// Whether a name or a pattern of a schema declares a member.
    fn is_declared(&self, schema: &Value, name: &str) -> bool {
        let of = |keyword| schema.get(keyword).and_then(Value::as_object);
        let named = of("properties").is_some_and(|known| known.contains_key(name));
        let later = Version::of(self.document) == Version::V31;
        let mut patterns = of("patternProperties")
            .filter(|_| later)
            .into_iter()
            .flatten();
        named || patterns.any(|(pattern, _)| self.walker.patterns().fits(pattern, name))
    }

    /// Goes on to a schema that is about the same value, where a choice led to it.
    fn aside(&mut self, group: &Group, at: &Pointer, here: &Here<'v>) {
        let mut here = chosen(group, here);
        here.entered.push(at.clone());
        self.enter(at, &group.required, &here);
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

/// A value that a choice of a group was made about, unless one above it was.
fn chosen<'v>(group: &Group, here: &Here<'v>) -> Here<'v> {
    let mut here = here.clone();
    let chosen = || (group.entry.clone(), here.at.clone(), here.value);
    here.choice = Some(here.choice.clone().unwrap_or_else(chosen));
    here
}
