//! What the document forbids in requests: the constraints of parameters and bodies, which no
//! type keeps. They are read as authored, before compositions are merged and schemas move.

use std::collections::{BTreeMap, BTreeSet};

use regress::Regex;
use serde_json::Value;

use super::{
    Model,
    schema::{flag, referred, text, walk},
};
use crate::note::Notes;
use crate::plan::{Body, Content, Rule};

pub(super) fn collect(model: &mut Model, notes: &mut Notes<'_>) {
    broken_patterns(model, notes);
    let named = model.components.iter();
    let named: BTreeMap<String, Vec<Rule>> = named
        .map(|(name, schema)| (name.clone(), of(&schema.value)))
        .collect();
    let named: BTreeMap<String, Vec<Rule>> = named
        .iter()
        .map(|(name, rules)| (name.clone(), uncircled(name, rules, &named)))
        .collect();
    let forbidding = forbidding(&named);
    let mut reached = Vec::new();
    for (operation, slots) in model.plan.operations.iter_mut().zip(&model.slots) {
        let mut rules_at = |key: &str| {
            let schema = slots.get(key);
            let rules = kept(
                schema.map(|schema| of(&schema.value)).unwrap_or_default(),
                &forbidding,
            );
            reached.extend(mentioned(&rules));
            rules
        };
        for parameter in &mut operation.parameters {
            parameter.rules = rules_at(&parameter.key);
        }
        // An operation has one set of rules for what it sends as JSON or as a form.
        let bodies = operation.body.iter_mut().chain(&mut operation.others);
        let checked = |body: &&mut Body| matches!(body.content, Content::Json | Content::Form);
        let mut checked: Vec<&mut Body> = bodies.filter(checked).collect();
        if let [body] = checked.as_mut_slice()
            && let Some(key) = &body.key
        {
            body.rules = rules_at(key);
        }
    }
    while let Some(name) = reached.pop() {
        if let Some(rules) = named.get(&name)
            && !model.plan.rules.contains_key(&name)
        {
            let rules = kept(rules.clone(), &forbidding);
            reached.extend(mentioned(&rules));
            model.plan.rules.insert(name, rules);
        }
    }
}

/// The rules of a schema, those of schemas it refers to by name.
fn of(schema: &Value) -> Vec<Rule> {
    if let Some(name) = referred(schema) {
        return vec![Rule::Named(name.to_owned())];
    }
    let mut rules = own(schema);
    if let Some(items) = schema.get("items") {
        rules.push(Rule::Items(of(items)));
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        rules.push(Rule::Property(name.clone(), of(property)));
    }
    if let Some(others) = schema.get("additionalProperties") {
        let known = properties.into_iter().flatten();
        let known = known.map(|(name, _)| name.clone()).collect();
        rules.push(Rule::Others(known, of(others)));
    }
    // Every branch of `allOf` holds for the same value. The branches of `oneOf` and `anyOf` give
    // no rules: which of them a value was meant for, only the provider can tell.
    let branches = schema.get("allOf").and_then(Value::as_array);
    rules.extend(branches.into_iter().flatten().flat_map(of));
    rules
}

/// The constraints of the value itself.
fn own(schema: &Value) -> Vec<Rule> {
    const COUNTS: [(&str, &str); 6] = [
        ("minLength", "MinLength"),
        ("maxLength", "MaxLength"),
        ("minItems", "MinItems"),
        ("maxItems", "MaxItems"),
        ("minProperties", "MinProperties"),
        ("maxProperties", "MaxProperties"),
    ];
    let mut rules = Vec::new();
    let mut number = |key: &str, rule: &'static str| {
        // An error tells the number that breaks a limit, and a secret one must not be told.
        let told = text(schema, "format") != Some("password");
        let number = schema.get(key).filter(|value| value.is_number() && told);
        rules.extend(number.map(|number| Rule::Number(rule, number.to_string())));
    };
    let exclusive =
        |key: &str, rule: &'static str, otherwise| if flag(schema, key) { rule } else { otherwise };
    number(
        "minimum",
        exclusive("exclusiveMinimum", "ExclusiveMinimum", "Minimum"),
    );
    number(
        "maximum",
        exclusive("exclusiveMaximum", "ExclusiveMaximum", "Maximum"),
    );
    if schema["multipleOf"]
        .as_f64()
        .is_some_and(|divisor| divisor > 0.0)
    {
        number("multipleOf", "MultipleOf");
    }
    for (key, rule) in COUNTS {
        let count = schema.get(key).and_then(Value::as_u64);
        // Nothing is shorter or fewer than nothing.
        let count = count.filter(|count| *count > 0 || key.starts_with("max"));
        rules.extend(count.map(|count| Rule::Count(rule, count)));
    }
    if let Some(pattern) = text(schema, "pattern")
        && compiles(pattern)
    {
        rules.push(Rule::Pattern(pattern.to_owned()));
    }
    if flag(schema, "uniqueItems") {
        rules.push(Rule::UniqueItems);
    }
    rules
}

/// Patterns that forbid nothing, since nothing can be matched with them.
fn broken_patterns(model: &mut Model, notes: &mut Notes<'_>) {
    for schema in model.schemas_mut() {
        let pointer = schema.pointer.clone();
        walk(&mut schema.value, &pointer, &mut |schema, at| {
            if let Some(pattern) = text(schema, "pattern").filter(|pattern| !compiles(pattern)) {
                let message = format!("the pattern `{pattern}` does not compile: it is no rule");
                notes.lost(
                    &at.join("pattern"),
                    message,
                    "mend it: patterns are those of ECMA-262",
                );
            }
        });
    }
}

/// What is no pattern of ECMA-262 can be no rule; the runtime compiles patterns in the same ways.
fn compiles(pattern: &str) -> bool {
    Regex::with_flags(pattern, "u").is_ok() || Regex::new(pattern).is_ok()
}

/// The rules of a named schema, none of which leads back to it without leaving the value.
///
/// `allOf` may go in a circle, on which a walk would never end; the rules of all schemas on the
/// circle are laid out flat instead.
fn uncircled(name: &str, rules: &[Rule], named: &BTreeMap<String, Vec<Rule>>) -> Vec<Rule> {
    let mut met = BTreeSet::new();
    let (mut flat, mut circular) = (Vec::new(), false);
    let mut queue: Vec<&Rule> = rules.iter().collect();
    while let Some(rule) = queue.pop() {
        match rule {
            Rule::Named(next) => {
                circular |= next == name;
                if next != name && met.insert(next) {
                    queue.extend(named.get(next).into_iter().flatten());
                }
            }
            rule => flat.push(rule.clone()),
        }
    }
    if circular { flat } else { rules.to_vec() }
}

/// The named schemas that forbid something, be it through others.
fn forbidding(named: &BTreeMap<String, Vec<Rule>>) -> BTreeSet<String> {
    let mut holders: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for (name, rules) in named {
        for mentioned in mentioned(rules) {
            holders.entry(mentioned).or_default().push(name);
        }
    }
    let own = |rules: &[Rule]| !kept(rules.to_vec(), &BTreeSet::new()).is_empty();
    let forbids = named.iter().filter(|(_, rules)| own(rules));
    let mut queue: Vec<&String> = forbids.map(|(name, _)| name).collect();
    let mut forbidding = BTreeSet::new();
    while let Some(name) = queue.pop() {
        if forbidding.insert(name.clone()) {
            queue.extend(holders.get(name).into_iter().flatten());
        }
    }
    forbidding
}

/// The rules without those that lead to none.
fn kept(rules: Vec<Rule>, forbidding: &BTreeSet<String>) -> Vec<Rule> {
    let inner = |rules| Some(kept(rules, forbidding)).filter(|rules| !rules.is_empty());
    let rules = rules.into_iter().filter_map(|rule| match rule {
        Rule::Items(rules) => inner(rules).map(Rule::Items),
        Rule::Property(name, rules) => inner(rules).map(|rules| Rule::Property(name, rules)),
        Rule::Others(known, rules) => inner(rules).map(|rules| Rule::Others(known, rules)),
        Rule::Named(name) => forbidding.contains(&name).then_some(Rule::Named(name)),
        rule => Some(rule),
    });
    rules.collect()
}

/// The schemas whose rules these are.
fn mentioned(rules: &[Rule]) -> Vec<String> {
    let mut names = Vec::new();
    for rule in rules {
        rule.walk(&mut |rule| {
            if let Rule::Named(name) = rule {
                names.push(name.clone());
            }
        });
    }
    names
}
