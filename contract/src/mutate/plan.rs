//! Lists the mutants of a document: every contradiction of a claim of its operations, each once.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Operation, Pointer};

use super::{
    OPERATORS,
    operator::{Change, Make, Site},
};
use crate::{
    Mode,
    reach::{Node, Reach},
};

/// A mutant to be tried out.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) operator: &'static str,
    /// The first operation that makes the claim.
    pub(super) operation: usize,
    pub(super) change: Change,
}

/// The mutants by place, operator and what becomes of the claim.
type Plan = BTreeMap<(Pointer, usize, String), Planned>;

/// Every contradiction of a claim of the selected operations, each once.
pub(super) fn plan(
    document: &Document,
    operations: &[Operation<'_>],
    selected: &BTreeSet<usize>,
    mode: Mode,
) -> Vec<Planned> {
    let reach = Reach::of(document, operations);
    let mut plan = Plan::new();
    let mut known = BTreeSet::new();
    for operation in selected {
        for (index, operator) in OPERATORS.iter().enumerate() {
            if let Make::Operation(make) = operator.make {
                let changes = make(document, &operations[*operation]);
                add(&mut plan, index, *operation, changes);
            }
        }
        for node in reach.from(*operation, true) {
            if known.insert(node) {
                of_node(document, &reach.nodes[node], mode, *operation, &mut plan);
            }
        }
    }
    plan.into_values().collect()
}

fn of_node(document: &Document, node: &Node, mode: Mode, operation: usize, plan: &mut Plan) {
    for (at, schema) in node.group.schemas(document) {
        let site = Site {
            document,
            node,
            at,
            schema,
            mode,
        };
        for (index, operator) in OPERATORS.iter().enumerate() {
            if let Make::Schema(make) = operator.make {
                add(plan, index, operation, make(&site));
            }
        }
    }
}

fn add(plan: &mut Plan, operator: usize, operation: usize, changes: Vec<Change>) {
    for change in changes {
        let key = (change.claim.clone(), operator, change.says.clone());
        plan.entry(key).or_insert(Planned {
            operator: OPERATORS[operator].id,
            operation,
            change,
        });
    }
}
