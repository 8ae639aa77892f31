//! The operations of a document by the segments of their paths, so that finding one takes as
//! long in a large document as in a small one.

use std::collections::HashMap;

use bindery_codegen::{Document, Operation};

use crate::matching;

/// A tree of path segments, base paths of servers included.
#[derive(Debug, Default)]
pub(super) struct Routes {
    literal: HashMap<String, Routes>,
    templated: Option<Box<Routes>>,
    operations: Vec<usize>,
}

impl Routes {
    pub(super) fn new(document: &Document, operations: &[Operation<'_>]) -> Self {
        let mut root = Self::default();
        for (index, operation) in operations.iter().enumerate() {
            for base in matching::bases(document, operation) {
                root.insert(&format!("{base}{}", operation.path), index);
            }
        }
        root
    }

    /// The operations whose path may fit, in document order; of any method.
    pub(super) fn candidates(&self, path: &str) -> Vec<usize> {
        let mut at = vec![self];
        for segment in segments(path) {
            let segment = matching::decoded(segment);
            let below = at.into_iter().flat_map(|node: &Self| {
                let literal = node.literal.get(&segment);
                literal.into_iter().chain(node.templated.as_deref())
            });
            at = below.collect();
        }
        let operations = at.iter().flat_map(|node| &node.operations);
        let mut operations: Vec<usize> = operations.copied().collect();
        operations.sort_unstable();
        operations.dedup();
        operations
    }

    fn insert(&mut self, path: &str, operation: usize) {
        let mut node = self;
        for segment in segments(path) {
            node = if segment.contains('{') {
                node.templated.get_or_insert_default()
            } else {
                node.literal.entry(matching::decoded(segment)).or_default()
            };
        }
        node.operations.push(operation);
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}
