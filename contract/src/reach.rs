//! Which schemas the operations of a document reach, each with what it is reached by.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::Value;

use crate::{
    check,
    schema::{Direction, is_withheld},
    walk::{About, Group, inner, parts},
};

/// The groups of schemas that operations reach, as a graph.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    pub(crate) nodes: Vec<Node>,
    /// For each operation, the nodes that its bodies and parameters enter by.
    pub(crate) roots: Vec<Vec<usize>>,
}

/// A group of schemas, reached in one direction.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) direction: Direction,
    pub(crate) group: Group,
    /// Where one goes from here, and whether a recording may tell that what is there holds.
    next: Vec<(usize, bool)>,
}

type Key = (Direction, Pointer, BTreeSet<String>);

impl Reach {
    /// All that the operations reach; what stands under `not` is left out.
    pub(crate) fn of(document: &Document, operations: &[Operation<'_>]) -> Self {
        let mut survey = Survey {
            document,
            index: BTreeMap::new(),
            queue: Vec::new(),
            reach: Self::default(),
        };
        for operation in operations {
            let uses = check::uses(document, std::slice::from_ref(operation));
            let roots = uses
                .into_iter()
                .map(|(direction, at)| survey.node(direction, &at, &BTreeSet::new()));
            let roots = roots.collect();
            survey.reach.roots.push(roots);
        }
        while let Some(node) = survey.queue.pop() {
            survey.edges(node);
        }
        survey.reach
    }

    /// The nodes that an operation reaches. With `telling`, only those where a recording may
    /// tell that a claim holds, which it cannot in a branch that another one admits anyway.
    pub(crate) fn from(&self, operation: usize, telling: bool) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let mut queue = self.roots[operation].clone();
        while let Some(next) = queue.pop() {
            if found.insert(next) {
                let edges = self.nodes[next].next.iter();
                queue.extend(
                    edges
                        .filter(|(_, tells)| *tells || !telling)
                        .map(|(to, _)| to),
                );
            }
        }
        found
    }
}

struct Survey<'d> {
    document: &'d Document,
    index: BTreeMap<Key, usize>,
    queue: Vec<usize>,
    reach: Reach,
}

impl Survey<'_> {
    fn node(&mut self, direction: Direction, at: &Pointer, required: &BTreeSet<String>) -> usize {
        let key = (direction, at.clone(), required.clone());
        if let Some(known) = self.index.get(&key) {
            return *known;
        }
        let node = self.reach.nodes.len();
        self.index.insert(key, node);
        self.queue.push(node);
        self.reach.nodes.push(Node {
            direction,
            group: Group::of(self.document, at, required),
            next: Vec::new(),
        });
        node
    }

    fn edges(&mut self, node: usize) {
        let Node {
            direction, group, ..
        } = &self.reach.nodes[node];
        let (direction, group) = (*direction, group.clone());
        let mut next = Vec::new();
        let (document, nothing) = (self.document, BTreeSet::new());
        for (site, schema) in group.schemas(document) {
            for (at, about) in inner(document, site, schema, &|_| true) {
                let (required, tells) = match about {
                    About::Not => continue,
                    About::Member(_) if is_withheld(document, &at, direction) => continue,
                    About::Branch(keyword) => {
                        let branches = parts(schema, site, keyword);
                        let tells = keyword == "oneOf" || !admitted(document, &at, &branches);
                        (&group.required, tells)
                    }
                    About::Condition(_) | About::Dependent(_) => (&group.required, true),
                    _ => (&nothing, true),
                };
                next.push((self.node(direction, &at, required), tells));
            }
        }
        self.reach.nodes[node].next = next;
    }
}

/// Whether a branch of `anyOf` says nothing, since another one admits all that it does: one
/// without a claim, or one that claims the same type and nothing else.
pub(crate) fn admitted(document: &Document, branch: &Pointer, branches: &[Pointer]) -> bool {
    let claims = |at: &Pointer| {
        let (_, schema) = document.resolve(at.as_str())?;
        let schema = schema.as_object()?;
        let annotation = |key: &str| {
            matches!(
                key,
                "title" | "description" | "example" | "default" | "deprecated"
            ) || key.starts_with("x-")
        };
        let claims = schema.iter().filter(|(key, _)| !annotation(key));
        Some(claims.collect::<Vec<_>>())
    };
    let own = claims(branch).unwrap_or_default();
    let admits_null = |claims: &[(&String, &Value)]| {
        claims.is_empty()
            || claims
                .iter()
                .any(|(key, value)| *key == "nullable" && **value == true)
    };
    branches
        .iter()
        .filter(|other| *other != branch)
        .any(|other| {
            let Some(claims) = claims(other) else {
                return false;
            };
            let holds = |claim: &(&String, &Value)| {
                claim.0 == "nullable" || claim.0 == "type" && own.contains(claim)
            };
            // Of two that say the same, the first one counts.
            claims.iter().all(holds)
                && (admits_null(&claims) || !admits_null(&own))
                && (claims.len() < own.len() || other < branch)
        })
}
