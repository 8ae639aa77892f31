//! What the same call says on the wire, before and after.

use std::collections::BTreeMap;

use super::{Change, Class, Side, items};
use crate::{
    Pointer, names,
    plan::{Answer, Operation, Plan, Rule, Shape},
};

/// An item, and which of its aspects is meant.
type Aspect = (String, String);

pub(super) fn compare(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let (before, after) = (facts(&old.plan), facts(&new.plan));
    let mut changes = Vec::new();
    for (aspect, (is, at)) in &after {
        if let Some((was, _)) = before.get(aspect).filter(|(was, _)| was != is) {
            let (item, what) = aspect;
            let reason = format!("{what} was {} and is {}", worded(was), worded(is));
            changes.push(new.change(Class::Wire, item, reason, at));
        }
    }
    changes
}

fn worded(text: &str) -> String {
    if text.is_empty() {
        "nothing".to_owned()
    } else {
        format!("`{text}`")
    }
}

/// What a client says that no type of it shows, each with its place in the document.
fn facts(plan: &Plan) -> BTreeMap<Aspect, (String, Pointer)> {
    let mut facts = BTreeMap::new();
    for operation in &plan.operations {
        let item = format!("Client::{}", operation.name);
        for (what, text, at) in of_operation(operation) {
            facts.insert((item.clone(), what), (text, at));
        }
    }
    for of_type in &plan.types {
        let Shape::Object { fields } = &of_type.shape else {
            continue;
        };
        for field in fields {
            let item = format!("types::{}.{}", of_type.name, names::value_name(&field.wire));
            let at = items::place(plan, &item);
            facts.insert((item, "the name".to_owned()), (field.wire.clone(), at));
        }
    }
    for (name, rules) in &plan.rules {
        let item = format!("types::{}", names::type_name(name));
        let at = Pointer::from("/components/schemas").join(name);
        facts.insert(
            (item, "what it has to keep to".to_owned()),
            (kept(rules), at),
        );
    }
    let urls: Vec<&str> = plan
        .servers
        .iter()
        .map(|server| server.url.as_str())
        .collect();
    let servers = ("SERVERS".to_owned(), "the list".to_owned());
    facts.insert(servers, (urls.join(", "), Pointer::from("/servers")));
    facts
}

fn of_operation(operation: &Operation) -> Vec<(String, String, Pointer)> {
    let at = &operation.pointer;
    let flag = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
    let mut facts = vec![
        (
            "the request",
            format!("{} {}", operation.method, operation.template),
            at.clone(),
        ),
        (
            "the servers of its own",
            operation.servers.join(", "),
            at.join("servers"),
        ),
        (
            "a success",
            statuses(&operation.success),
            at.join("responses"),
        ),
        (
            "a failure",
            statuses(&operation.failure),
            at.join("responses"),
        ),
        (
            "sending it without credentials",
            flag(operation.anonymous),
            at.join("security"),
        ),
        (
            "sending it again",
            flag(operation.idempotent),
            at.join("x-idempotent"),
        ),
    ];
    if operation.body.is_some() {
        let at = at.join("requestBody");
        let media_types = operation.bodies().map(|body| body.media_type.as_str());
        let media_types = media_types.collect::<Vec<_>>().join(", ");
        facts.push(("the body", media_types, at.clone()));
        let rules = operation.bodies().map(|body| kept(&body.rules)).collect();
        facts.push(("what the body has to keep to", rules, at));
    }
    if !operation.fixed.is_empty() {
        let pairs = operation.fixed.iter();
        let pairs = pairs.map(|(name, value)| format!("{name}={value}"));
        let pairs = pairs.collect::<Vec<_>>().join("&");
        facts.push(("the query of every request", pairs, at.clone()));
    }
    let mut facts: Vec<_> = facts
        .into_iter()
        .map(|(what, text, at)| (what.to_owned(), text, at))
        .collect();
    for parameter in &operation.parameters {
        let name = names::value_name(&parameter.wire);
        let written = format!(
            "{} in the {} as {:?}",
            parameter.wire,
            parameter.location.place(),
            parameter.style
        );
        let at = at.join("parameters");
        facts.push((format!("the parameter `{name}`"), written, at.clone()));
        facts.push((
            format!("what `{name}` has to keep to"),
            kept(&parameter.rules),
            at,
        ));
    }
    facts
}

fn statuses(answers: &[Answer]) -> String {
    let answers = answers.iter().map(|answer| match &answer.media_type {
        Some(media_type) => format!("{} {media_type}", answer.status),
        None => answer.status.to_string(),
    });
    answers.collect::<Vec<_>>().join(", ")
}

/// Rules in the words of the document.
fn kept(rules: &[Rule]) -> String {
    let texts = rules.iter().map(|rule| match rule {
        Rule::Number(name, number) => format!("{}: {number}", keyword(name)),
        Rule::Count(name, count) => format!("{}: {count}", keyword(name)),
        Rule::Pattern(pattern) => format!("pattern: {pattern}"),
        Rule::UniqueItems => "uniqueItems: true".to_owned(),
        Rule::Items(rules) => format!("items: {{{}}}", kept(rules)),
        Rule::Property(name, rules) => format!("{name}: {{{}}}", kept(rules)),
        Rule::Others(_, rules) => format!("additionalProperties: {{{}}}", kept(rules)),
        Rule::Named(name) => name.clone(),
    });
    texts.collect::<Vec<_>>().join(", ")
}

/// `MaxLength` as the document writes it.
fn keyword(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
