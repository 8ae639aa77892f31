//! The walk that finds the first rule a value breaks.

use std::{cmp::Ordering, collections::HashMap};

use serde_json::{Map, Value};

use super::{Rule, Rules};
use crate::runtime::decimal::{compare, is_multiple};

/// A broken rule: where, and how. It holds numbers and counts but no texts, which may be secret.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::runtime) struct Breach {
    /// A JSON pointer (RFC 6901), empty for the value as a whole.
    pointer: String,
    what: String,
}

impl Rules {
    /// Finds the first rule that the value breaks.
    pub(in crate::runtime) fn check(&self, value: &Value) -> Result<(), Breach> {
        self.0.iter().try_for_each(|rule| rule.check(value))
    }
}

impl Rule {
    fn check(&self, value: &Value) -> Result<(), Breach> {
        match value {
            Value::Number(number) => self.check_number(&number.to_string()),
            Value::String(text) => self.check_text(text),
            Value::Array(items) => self.check_items(items),
            Value::Object(entries) => self.check_properties(entries),
            Value::Null | Value::Bool(_) => Ok(()),
        }?;
        match self {
            Self::All(rules) => rules.check(value),
            _ => Ok(()),
        }
    }

    fn check_number(&self, number: &str) -> Result<(), Breach> {
        let (limit, broken, relation) = match self {
            Self::Minimum(limit) => (limit, compare(number, limit).is_lt(), "less than"),
            Self::ExclusiveMinimum(limit) => {
                (limit, compare(number, limit).is_le(), "not more than")
            }
            Self::Maximum(limit) => (limit, compare(number, limit).is_gt(), "more than"),
            Self::ExclusiveMaximum(limit) => {
                (limit, compare(number, limit).is_ge(), "not less than")
            }
            Self::MultipleOf(divisor) => (divisor, !is_multiple(number, divisor), "no multiple of"),
            _ => return Ok(()),
        };
        refuse_if(broken, || format!("is {number}, {relation} {limit}"))
    }

    fn check_text(&self, text: &str) -> Result<(), Breach> {
        let length = || text.chars().count();
        match self {
            Self::MinLength(least) => refuse_if(order(length(), *least).is_lt(), || {
                format!("is shorter than {}", counted(*least, "character"))
            }),
            Self::MaxLength(most) => refuse_if(order(length(), *most).is_gt(), || {
                format!("is longer than {}", counted(*most, "character"))
            }),
            Self::Pattern(pattern) => refuse_if(!pattern.is_in(text), || {
                format!("does not match `{pattern}`")
            }),
            _ => Ok(()),
        }
    }

    fn check_items(&self, items: &[Value]) -> Result<(), Breach> {
        match self {
            Self::MinItems(least) => too_few(items.len(), *least, "item"),
            Self::MaxItems(most) => too_many(items.len(), *most, "item"),
            Self::UniqueItems => match twins(items) {
                Some((first, second)) => {
                    refuse_if(true, || format!("has equal items at {first} and {second}"))
                }
                None => Ok(()),
            },
            Self::Items(rules) => items.iter().enumerate().try_for_each(|(index, item)| {
                let below = |breach: Breach| breach.below(&index.to_string());
                rules.check(item).map_err(below)
            }),
            _ => Ok(()),
        }
    }

    fn check_properties(&self, entries: &Map<String, Value>) -> Result<(), Breach> {
        match self {
            Self::MinProperties(least) => too_few(entries.len(), *least, "property"),
            Self::MaxProperties(most) => too_many(entries.len(), *most, "property"),
            Self::Property(name, rules) => match entries.get(*name) {
                Some(value) => rules.check(value).map_err(|breach| breach.below(name)),
                None => Ok(()),
            },
            Self::Others(but, rules) => entries
                .iter()
                .filter(|(name, _)| !but.contains(&name.as_str()))
                .try_for_each(|(name, value)| {
                    rules.check(value).map_err(|breach| breach.below(name))
                }),
            _ => Ok(()),
        }
    }
}

impl Breach {
    /// The breach as a sentence about a parameter.
    pub(in crate::runtime) fn of_parameter(&self, name: &str) -> String {
        let Self { pointer, what } = self;
        if pointer.is_empty() {
            format!("parameter `{name}` {what}")
        } else {
            format!("parameter `{name}` at `{pointer}` {what}")
        }
    }

    /// The breach as a sentence about the body.
    pub(in crate::runtime) fn of_body(&self) -> String {
        let Self { pointer, what } = self;
        if pointer.is_empty() {
            format!("the body {what}")
        } else {
            format!("body `{pointer}` {what}")
        }
    }

    /// The breach as seen from the owner of the value.
    fn below(mut self, key: &str) -> Self {
        // Names of maps are the caller's, and an error is one line.
        let key = key.replace(char::is_control, "\u{FFFD}");
        let key = key.replace('~', "~0").replace('/', "~1");
        self.pointer.insert_str(0, &format!("/{key}"));
        self
    }
}

fn refuse_if(broken: bool, what: impl FnOnce() -> String) -> Result<(), Breach> {
    if !broken {
        return Ok(());
    }
    Err(Breach {
        pointer: String::new(),
        what: what(),
    })
}

fn too_few(count: usize, least: u64, of: &str) -> Result<(), Breach> {
    refuse_if(order(count, least).is_lt(), || {
        format!("has {}, fewer than {least}", counted(count as u64, of))
    })
}

fn too_many(count: usize, most: u64, of: &str) -> Result<(), Breach> {
    refuse_if(order(count, most).is_gt(), || {
        format!("has {}, more than {most}", counted(count as u64, of))
    })
}

fn order(count: usize, limit: u64) -> Ordering {
    (count as u64).cmp(&limit)
}

/// `1 property`, `2 properties`.
fn counted(count: u64, of: &str) -> String {
    match (count, of.strip_suffix('y')) {
        (1, _) => format!("1 {of}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {of}s"),
    }
}

/// The places of the first two items that are equal.
fn twins(items: &[Value]) -> Option<(usize, usize)> {
    let mut seen = HashMap::new();
    items.iter().enumerate().find_map(|(index, item)| {
        let before = seen.insert(item, index);
        before.map(|before| (before, index))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::runtime::Pattern;

    static UPPER: Pattern = Pattern::new("^[A-Z]");
    static CAPITALIZED: &[Rule] = &[Rule::Pattern(&UPPER)];
    static TREE: Rules = Rules::new(&[
        Rule::Property("name", &Rules::new(&[Rule::MaxLength(3)])),
        Rule::Property("children", &Rules::new(&[Rule::Items(&TREE)])),
    ]);
    static FOREST: &[Rule] = &[Rule::Others(&["soil"], &TREE)];

    #[track_caller]
    fn check(rules: &'static [Rule], value: &Value, expected: &str) {
        let told = |breach: Breach| format!("{} {}", breach.pointer, breach.what);
        let broken = Rules::new(rules).check(value).map_err(told);
        let said = broken.map_or_else(|told| told.trim().to_owned(), |()| "kept".to_owned());
        assert_eq!(said, expected, "{rules:?} {value}");
    }

    #[test]
    fn numbers_keep_to_their_limits() {
        use Rule::{ExclusiveMaximum, ExclusiveMinimum, Maximum, Minimum, MultipleOf};
        check(&[Minimum("1")], &json!(1), "kept");
        check(&[Minimum("1")], &json!(0.5), "is 0.5, less than 1");
        check(&[ExclusiveMinimum("0")], &json!(0), "is 0, not more than 0");
        check(&[Maximum("200")], &json!(200), "kept");
        check(&[Maximum("200")], &json!(300), "is 300, more than 200");
        check(&[Maximum("200")], &json!("300"), "kept");
        check(&[Maximum("200")], &json!(null), "kept");
        check(&[ExclusiveMaximum("1")], &json!(1), "is 1, not less than 1");
        check(&[MultipleOf("0.01")], &json!(19.99), "kept");
        let odd = "is 19.995, no multiple of 0.01";
        check(&[MultipleOf("0.01")], &json!(19.995), odd);
    }

    #[test]
    fn texts_are_measured_in_characters_and_never_told() {
        use Rule::{MaxLength, MinLength};
        check(&[MaxLength(2)], &json!("é𝒳"), "kept");
        let long = "is longer than 1 character";
        check(&[MaxLength(1)], &json!("é𝒳"), long);
        let short = "is shorter than 3 characters";
        check(&[MinLength(3)], &json!("é𝒳"), short);
        check(&[MaxLength(1)], &json!(["longer"]), "kept");
        check(CAPITALIZED, &json!("Abc"), "kept");
        check(CAPITALIZED, &json!("abc"), "does not match `^[A-Z]`");
    }

    #[test]
    fn lists_and_objects_are_counted() {
        use Rule::{MaxItems, MaxProperties, MinItems, MinProperties, UniqueItems};
        check(&[MinItems(1)], &json!([]), "has 0 items, fewer than 1");
        check(&[MaxItems(1)], &json!([1, 2]), "has 2 items, more than 1");
        check(&[UniqueItems], &json!([1, 2, 3]), "kept");
        let twins = json!([{"a": 1}, 2, {"a": 1}]);
        check(&[UniqueItems], &twins, "has equal items at 0 and 2");
        let few = "has 1 property, fewer than 2";
        check(&[MinProperties(2)], &json!({"a": 1}), few);
        let many = "has 2 properties, more than 1";
        check(&[MaxProperties(1)], &json!({"a": 1, "b": 2}), many);
    }

    #[test]
    fn a_breach_is_told_with_its_place() {
        let grown = json!({"children": [{}, {"children": [{"name": "long"}]}]});
        let breach = TREE.check(&grown).unwrap_err();
        assert_eq!(
            breach.of_parameter("tree"),
            "parameter `tree` at `/children/1/children/0/name` is longer than 3 characters"
        );
        assert_eq!(
            breach.of_body(),
            "body `/children/1/children/0/name` is longer than 3 characters"
        );
        let soil = json!({"soil": {"name": "long"}, "oak": {"name": "oak"}});
        check(FOREST, &soil, "kept");
        let named = "/a~1b~0\u{FFFD}/name is longer than 3 characters";
        check(FOREST, &json!({"a/b~\n": {"name": "long"}}), named);
    }
}
