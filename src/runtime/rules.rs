//! What a document forbids in requests, as data that generated code declares.
//!
//! Rules hold for requests alone: an answer is read whatever it is.

mod check;

use std::fmt;

use super::Pattern;

/// The rules of one schema, all of which hold. Schemas may refer to each other, and to themselves.
pub struct Rules(&'static [Rule]);

/// One rule. As in JSON Schema, a rule about texts says nothing of numbers, and no rule
/// says anything of null.
///
/// Limits of numbers are texts, as the document writes them, so that none is rounded.
#[derive(Debug)]
#[non_exhaustive]
pub enum Rule {
    /// `minimum`.
    Minimum(&'static str),
    /// `minimum` under `exclusiveMinimum: true`.
    ExclusiveMinimum(&'static str),
    /// `maximum`.
    Maximum(&'static str),
    /// `maximum` under `exclusiveMaximum: true`.
    ExclusiveMaximum(&'static str),
    /// `multipleOf`.
    MultipleOf(&'static str),
    /// `minLength`, in characters.
    MinLength(u64),
    /// `maxLength`, in characters.
    MaxLength(u64),
    /// `pattern`.
    Pattern(&'static Pattern),
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems: true`.
    UniqueItems,
    /// The rules of every item.
    Items(&'static Rules),
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
    /// The rules of the property of this name.
    Property(&'static str, &'static Rules),
    /// The rules of every property but those of these names.
    Others(&'static [&'static str], &'static Rules),
    /// The rules of another schema, for the same value.
    All(&'static Rules),
}

impl Rules {
    /// The rules of a schema.
    pub const fn new(rules: &'static [Rule]) -> Self {
        Self(rules)
    }
}

/// Without the rules themselves, which may lead back to where they begin.
impl fmt::Debug for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rules").finish_non_exhaustive()
    }
}
