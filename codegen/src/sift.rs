//! Which parts of a document the generator refuses, found by asking it for fewer and fewer of
//! them, so that the rest can be made and each refusal has its place.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::{
    Diagnostic, Document,
    normalize::{COMPONENTS, Lowered},
    plan::{Plan, Rule},
    refusal::Refusal,
};

/// A part that can be asked for alone, with all that it refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// By its index in the plan's types.
    Type(usize),
    /// By its index in the plan's operations.
    Operation(usize),
}

/// Takes out of a lowered document what keeps `attempt` from succeeding, and puts it with what is
/// refused; gives what is made of the rest.
///
/// `message` is what the whole was refused with; it is given back where nothing can be made.
pub(crate) fn sift<T>(
    document: &Document,
    lowered: &mut Lowered,
    message: &str,
    attempt: &dyn Fn(&Lowered) -> Result<T, String>,
) -> Result<T, Vec<Refusal>> {
    let reach = Reach::of(lowered);
    let mut parts: Vec<Part> = (0..lowered.plan.types.len()).map(Part::Type).collect();
    // What refers to the least comes first, so that a type is blamed before those that hold it.
    parts.sort_by_key(|part| (reach.of_part(*part).len(), *part));
    parts.extend((0..lowered.plan.operations.len()).map(Part::Operation));
    let mut sifting = Sifting {
        lowered,
        reach: &reach,
        attempt,
        good: Vec::new(),
        made: None,
        bad: Vec::new(),
    };
    sifting.add(&parts);
    let Sifting {
        made, bad, good, ..
    } = sifting;
    // A type is told of where no operation tells of it.
    let untold = |one: &&Bad| match one.part {
        Part::Operation(_) => true,
        part @ Part::Type(_) => {
            let mut blaming = bad.iter().filter(|other| other.culprit == part);
            one.culprit == part && !blaming.any(|other| matches!(other.part, Part::Operation(_)))
        }
    };
    let refused = bad.iter().filter(untold);
    let refused: Vec<Refusal> = refused.map(|bad| bad.refusal(document, lowered)).collect();
    let operations = good.iter().any(|part| matches!(part, Part::Operation(_)));
    match made {
        Some(made) if operations => {
            *lowered = subset(lowered, &reach, &good);
            lowered.refused.extend(refused);
            Ok(made)
        }
        _ if refused.is_empty() => Err(vec![Refusal {
            operation: None,
            diagnostics: vec![complaint(
                Diagnostic::new(document.name(), ""),
                "document",
                message,
            )],
        }]),
        _ => Err(refused),
    }
}

/// A part that is refused: why, and the part that is to blame.
#[derive(Debug)]
struct Bad {
    part: Part,
    culprit: Part,
    message: String,
}

impl Bad {
    fn refusal(&self, document: &Document, lowered: &Lowered) -> Refusal {
        let plan = &lowered.plan;
        let (place, name) = match self.culprit {
            Part::Type(index) => {
                let name = &plan.types[index].name;
                (lowered.places.get(name).cloned().unwrap_or_default(), name)
            }
            Part::Operation(index) => {
                let operation = &plan.operations[index];
                (operation.pointer.clone(), &operation.id)
            }
        };
        let operation = match self.part {
            Part::Operation(index) => Some(plan.operations[index].title()),
            Part::Type(_) => None,
        };
        let diagnostic = document.diagnostic(place.as_str(), "");
        Refusal {
            operation,
            diagnostics: vec![complaint(diagnostic, name, &self.message)],
        }
    }
}

fn complaint(mut diagnostic: Diagnostic, name: &str, message: &str) -> Diagnostic {
    let message = message.lines().next().unwrap_or_default();
    let message = message.trim_end_matches(['(', '{', ' ']);
    diagnostic.message = format!("the generator refuses `{name}`: {message}");
    diagnostic.help("this is a fault of bindery: please report it with the document")
}

struct Sifting<'a, T> {
    lowered: &'a Lowered,
    reach: &'a Reach,
    attempt: &'a dyn Fn(&Lowered) -> Result<T, String>,
    good: Vec<Part>,
    /// What was made of the good parts.
    made: Option<T>,
    bad: Vec<Bad>,
}

impl<T> Sifting<'_, T> {
    /// Adds parts to the good ones: all at once if the generator takes them so, else by halves.
    fn add(&mut self, parts: &[Part]) {
        let parts: Vec<Part> = parts
            .iter()
            .copied()
            .filter(|part| !self.blamed(*part))
            .collect();
        if parts.is_empty() {
            return;
        }
        let together: Vec<Part> = self.good.iter().chain(&parts).copied().collect();
        match (self.attempt)(&subset(self.lowered, self.reach, &together)) {
            Ok(made) => {
                self.good = together;
                self.made = Some(made);
            }
            Err(message) => match parts.as_slice() {
                [part] => self.bad.push(Bad {
                    part: *part,
                    culprit: *part,
                    message,
                }),
                parts => {
                    let (left, right) = parts.split_at(parts.len() / 2);
                    self.add(left);
                    self.add(right);
                }
            },
        }
    }

    /// Whether a part refers to a refused type, and is refused with it.
    fn blamed(&mut self, part: Part) -> bool {
        let reached = self.reach.of_part(part);
        let named = |bad: &&Bad| match bad.culprit {
            Part::Type(index) => reached.contains(&self.lowered.plan.types[index].name),
            Part::Operation(_) => false,
        };
        let blame = self.bad.iter().find(named).map(|bad| Bad {
            part,
            culprit: bad.culprit,
            message: bad.message.clone(),
        });
        let blamed = blame.is_some();
        self.bad.extend(blame);
        blamed
    }
}

/// The named schemas that each part of a lowered document refers to, itself included.
struct Reach {
    types: Vec<BTreeSet<String>>,
    operations: Vec<BTreeSet<String>>,
}

impl Reach {
    fn of(lowered: &Lowered) -> Self {
        let schemas = lowered.document["components"]["schemas"].as_object();
        let direct: BTreeMap<&str, Vec<&str>> = schemas
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.as_str(), references(schema)))
            .collect();
        let closure = |name: &str| {
            let mut reached = BTreeSet::new();
            let mut queue = vec![name];
            while let Some(name) = queue.pop() {
                if reached.insert(name.to_owned()) {
                    queue.extend(direct.get(name).into_iter().flatten());
                }
            }
            reached
        };
        let plan = &lowered.plan;
        Self {
            types: plan.types.iter().map(|one| closure(&one.name)).collect(),
            operations: plan
                .operations
                .iter()
                .map(|one| closure(&one.carrier))
                .collect(),
        }
    }

    fn of_part(&self, part: Part) -> &BTreeSet<String> {
        match part {
            Part::Type(index) => &self.types[index],
            Part::Operation(index) => &self.operations[index],
        }
    }
}

/// The names of the schemas that a schema refers to.
fn references(schema: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    let mut queue = vec![schema];
    while let Some(value) = queue.pop() {
        match value {
            Value::String(text) => found.extend(text.strip_prefix(COMPONENTS)),
            Value::Array(items) => queue.extend(items),
            Value::Object(entries) => queue.extend(entries.values()),
            _ => {}
        }
    }
    found
}

/// A lowered document with some of its parts alone, and all that they refer to.
fn subset(lowered: &Lowered, reach: &Reach, parts: &[Part]) -> Lowered {
    let names: BTreeSet<&String> = parts.iter().flat_map(|part| reach.of_part(*part)).collect();
    let kept: BTreeSet<Part> = parts.iter().copied().collect();
    let keep = |index: &usize| kept.contains(&Part::Operation(*index));
    let picked = |pointer: &str, keep: &dyn Fn(&String) -> bool| -> Map<String, Value> {
        let entries = lowered.document.pointer(pointer).and_then(Value::as_object);
        let entries = entries.into_iter().flatten();
        let entries = entries.filter(|(name, _)| keep(name));
        entries
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    let paths = picked("/paths", &|path| {
        let index = path.trim_start_matches('/').parse().ok();
        index.is_some_and(|index| keep(&index))
    });
    let mut document = lowered.document.clone();
    document["paths"] = Value::Object(paths);
    let schemas = picked("/components/schemas", &|name| names.contains(name));
    document["components"]["schemas"] = Value::Object(schemas);
    let plan = &lowered.plan;
    let operations = plan.operations.iter().enumerate();
    let operations = operations.filter(|(index, _)| keep(index));
    let types = plan.types.iter().filter(|one| names.contains(&one.name));
    let mut plan = Plan {
        operations: operations.map(|(_, operation)| operation.clone()).collect(),
        types: types.cloned().collect(),
        ..plan.clone()
    };
    plan.rules = rules(&plan);
    Lowered {
        document,
        plan,
        places: lowered.places.clone(),
        refused: lowered.refused.clone(),
    }
}

/// The named rules that the operations of a plan still mention.
fn rules(plan: &Plan) -> BTreeMap<String, Vec<Rule>> {
    let mut kept = BTreeMap::new();
    let mut queue: Vec<&Rule> = Vec::new();
    for operation in &plan.operations {
        queue.extend(
            operation
                .parameters
                .iter()
                .flat_map(|parameter| &parameter.rules),
        );
        queue.extend(operation.bodies().flat_map(|body| &body.rules));
    }
    while let Some(rule) = queue.pop() {
        rule.walk(&mut |rule| {
            if let Rule::Named(name) = rule
                && let Some(rules) = plan.rules.get(name)
                && kept.insert(name.clone(), rules.clone()).is_none()
            {
                queue.extend(rules);
            }
        });
    }
    kept
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{normalize, note::Notes};

    /// Three operations; the first two hold a `Leaf`, the first through a `Branch`.
    const TEXT: &str = "openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a: {get: {operationId: a, responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Branch'}}}}}}}
  /b: {get: {operationId: b, responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Leaf'}}}}}}}
  /c: {get: {operationId: c, responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Stone'}}}}}}}
components:
  schemas:
    Branch: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}}}
    Leaf: {type: object, properties: {green: {type: boolean}}}
    Stone: {type: object, properties: {grey: {type: boolean}}}
";

    /// No document is known that the generator refuses, so some of the schemas that it gets are
    /// spoilt here.
    #[track_caller]
    fn check(spoilt: &[&str], warnings: &[&str], made: Option<&[&str]>) {
        let document = Document::parse("t.yaml", TEXT).unwrap();
        let mut lowered = normalize::normalize(&document, &mut Notes::on(&document)).unwrap();
        for name in spoilt {
            lowered.document["components"]["schemas"][name] = json!({"not": {"type": "object"}});
        }
        let runtime = syn::parse_quote!(runtime);
        let attempt = |lowered: &Lowered| crate::generate::attempt(lowered, &runtime);
        let whole = attempt(&lowered).expect_err("the whole is refused");
        let result = sift(&document, &mut lowered, &whole, &attempt);
        let (source, refused) = match result {
            Ok(source) => (Some(source), lowered.refused),
            Err(refused) => (None, refused),
        };
        let said = refused.iter().flat_map(Refusal::warnings);
        let said: Vec<String> = said
            .map(|warning| format!("{}:{}", warning.position.unwrap(), warning.message))
            .collect();
        assert_eq!(said, warnings);
        assert_eq!(source.is_some(), made.is_some());
        for part in made.unwrap_or_default() {
            assert!(source.as_ref().unwrap().contains(part), "{part}");
        }
        for name in spoilt {
            let named = format!("pub struct {name}");
            assert!(
                !source.iter().any(|source| source.contains(&named)),
                "{name}"
            );
        }
    }

    const FAULTY: [(&str, &str); 2] = [
        (
            "Leaf",
            "10:5:the generator refuses `Leaf`: not yet implemented: unhandled not schema Object",
        ),
        (
            "Stone",
            "11:5:the generator refuses `Stone`: not yet implemented: unhandled not schema Object",
        ),
    ];

    #[test]
    fn a_refused_type_is_placed_and_takes_its_operations_along() {
        let [(leaf, said), _] = FAULTY;
        let a = format!("{said}, so `GET /a` is left out");
        let b = format!("{said}, so `GET /b` is left out");
        check(&[leaf], &[&a, &b], Some(&["Stone", "fn c(&self)"]));
    }

    #[test]
    fn where_every_operation_is_refused_nothing_is_made() {
        let [(leaf, said_leaf), (stone, said_stone)] = FAULTY;
        let expected = [(said_leaf, 'a'), (said_leaf, 'b'), (said_stone, 'c')];
        let expected = expected.map(|(said, path)| format!("{said}, so `GET /{path}` is left out"));
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(&[leaf, stone], &expected, None);
    }

    #[test]
    fn a_refused_operation_is_placed() {
        let said = "4:8:the generator refuses `a`: not yet implemented: unhandled not schema Object, so `GET /a` is left out";
        check(
            &["ACarrier"],
            &[said],
            Some(&["Leaf", "Branch", "fn b(&self)", "fn c(&self)"]),
        );
    }
}
