//! The way to a value while a tree is walked, which is spelled only where somebody asks.

use super::Pointer;

/// The way from some place to a value, one step at a time.
///
/// ```
/// use bindery_codegen::{Trail, Pointer};
///
/// let root = Pointer::from("/paths");
/// let cats = Trail::At(&root);
/// let cats = Trail::Member(&cats, "/cats");
/// assert_eq!(Trail::Item(&cats, 3).pointer().as_str(), "/paths/~1cats/3");
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Trail<'a> {
    /// Where the walk begins.
    At(&'a Pointer),
    /// A member of an object.
    Member(&'a Trail<'a>, &'a str),
    /// An item of a list.
    Item(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    /// The way as a pointer.
    pub fn pointer(&self) -> Pointer {
        match self {
            Self::At(start) => (*start).clone(),
            Self::Member(above, name) => above.pointer().into_joined(name),
            Self::Item(above, index) => above.pointer().into_joined(index),
        }
    }
}
