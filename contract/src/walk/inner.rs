//! The schemas inside a schema, by the values that they are about.

use bindery_codegen::{Document, Pointer};
use serde_json::{Map, Value};

use super::{UNIONS, parts};
use crate::schema::Version;

/// Which values a schema inside another one is about, seen from a value of the outer one.
///
/// What `$dynamicRef`, `propertyNames`, `unevaluatedItems` and `unevaluatedProperties` lead to is
/// not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About<'d> {
    /// The value itself, if it fits: a branch of a union, by the union's keyword.
    Branch(&'static str),
    /// The value itself, if it fits, which it must not.
    Not,
    /// The value itself, if the condition of this keyword holds, or does not.
    Condition(bool),
    /// The value itself, if it has the member.
    Dependent(&'d str),
    /// A member.
    Member(&'d str),
    /// The members whose names fit a pattern.
    Pattern(&'d str),
    /// The members that no name and no pattern declares.
    Others,
    /// An entry of a list.
    Entry(usize),
    /// The entries of a list, from an index on.
    Entries(usize),
    /// An entry of a list, if it fits.
    Contained,
}

/// The schemas inside a schema, in the order of the keywords here; of those about a member or its
/// presence, the ones whose member is `wanted`.
pub(crate) fn inner<'d>(
    document: &Document,
    site: &Pointer,
    schema: &'d Value,
    wanted: &dyn Fn(&str) -> bool,
) -> Vec<(Pointer, About<'d>)> {
    let mut found = Vec::new();
    for keyword in UNIONS {
        let branches = parts(schema, site, keyword).into_iter();
        found.extend(branches.map(|at| (at, About::Branch(keyword))));
    }
    let later = Version::of(document) == Version::V31;
    let mut first = 0;
    if later {
        let entries = parts(schema, site, "prefixItems");
        first = entries.len();
        let entries = entries.into_iter().enumerate();
        found.extend(entries.map(|(index, at)| (at, About::Entry(index))));
        let all = |_: &str| true;
        found.extend(named(
            schema,
            site,
            "dependentSchemas",
            About::Dependent,
            wanted,
        ));
        found.extend(named(
            schema,
            site,
            "patternProperties",
            About::Pattern,
            &all,
        ));
    }
    found.extend(named(schema, site, "properties", About::Member, wanted));
    let conditional = later && schema.get("if").is_some();
    let single = [
        ("not", About::Not, true),
        ("items", About::Entries(first), true),
        ("additionalProperties", About::Others, true),
        ("then", About::Condition(true), conditional),
        ("else", About::Condition(false), conditional),
        ("contains", About::Contained, later),
    ];
    for (keyword, about, counts) in single {
        if counts && schema.get(keyword).is_some_and(Value::is_object) {
            found.push((site.join(keyword), about));
        }
    }
    found
}

fn named<'d>(
    schema: &'d Value,
    site: &Pointer,
    keyword: &str,
    make: fn(&'d str) -> About<'d>,
    wanted: &dyn Fn(&str) -> bool,
) -> Vec<(Pointer, About<'d>)> {
    let schemas = schema.get(keyword).and_then(Value::as_object);
    let names = schemas.into_iter().flat_map(Map::keys);
    let list = site.join(keyword);
    let wanted = names.filter(|name| wanted(name));
    wanted.map(|name| (list.join(name), make(name))).collect()
}
