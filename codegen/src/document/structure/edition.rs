//! Which version of OpenAPI a document is held against, and what each knows of an object.

use super::{
    later::{self, Later},
    shape::{Object, Shape},
};
use crate::Document;

/// Which of the tables a document is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edition {
    Earlier,
    /// OpenAPI 3.1.
    Later,
    /// OpenAPI 3.1, with schemas in the words of 3.0.
    Lowered,
}

impl Edition {
    pub(super) fn of(document: &Document) -> Option<Self> {
        match (
            document.is_of("3.0"),
            document.is_of("3.1"),
            document.lowered,
        ) {
            (true, ..) => Some(Self::Earlier),
            (_, true, true) => Some(Self::Lowered),
            (_, true, false) => Some(Self::Later),
            _ => None,
        }
    }

    /// What 3.1 has otherwise of an object, if it applies.
    pub(super) fn later(self, object: &Object) -> Option<&'static Later> {
        later::of(object).filter(|_| self != Self::Earlier)
    }

    pub(super) fn keyword(self, object: &'static Object, key: &str) -> Option<&'static Shape> {
        let later = self.later(object);
        let new = later.and_then(|later| later.keyword(key));
        match (self, object.keyword(key)) {
            (Self::Later, _) if new.is_some() => new,
            (Self::Later, _) if later.is_some_and(|later| later.gone.contains(&key)) => None,
            (_, old) => old.or(new),
        }
    }
}
