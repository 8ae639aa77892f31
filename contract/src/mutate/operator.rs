//! The operators: in which ways one claim is contradicted, and what notices each.
//!
//! | operator | contradicts | killed by |
//! | --- | --- | --- |
//! | `type` | the type becomes another, of which no value is of the first | any value of the schema but null |
//! | `required` | an optional property becomes required | an object without it |
//! | `null` | null is forbidden where it was admitted | null |
//! | `enum` | a value is taken out of an enum | that value |
//! | `branch` | a branch is taken out of a union | a value that fits this branch and no other |
//! | `bound` | a bound or count moves one past the value at it, or excludes it | a value at the bound |
//! | `format` | an asserted format becomes another, `int64` becomes `int32` | any text of the format; an integer beyond 32 bits |
//! | `property` | the declaration of a property is dropped | an object that has it |
//! | `status` | an answer is dropped | an exchange with that status that no other answer describes |
//!
//! None of them loosens a document, since no recording can contradict what allows more than it
//! shows. So no mutant is made in a branch of `anyOf` that another branch admits as a whole (as
//! the texts of an open enum are), below `not` and `if`, of a property beside
//! `additionalProperties: true`, nor by widening a bound, a format or an enum.
//!
//! Not contradicted, and so not counted: `pattern`, `multipleOf`, `uniqueItems`, `required` itself
//! and `dependentRequired`, types of which there are several, formats that are not asserted, bounds
//! of `contains`, `discriminator`, operations, parameters, media types and headers as such, and
//! what only `propertyNames`, `unevaluatedProperties`, `unevaluatedItems`, `$dynamicRef` or the
//! name of an `$anchor` leads to.

mod presence;
mod shape;
mod value;

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::Value;

use crate::{Mode, reach::Node};

/// One way to contradict a claim.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Operator {
    /// Its name in reports.
    pub id: &'static str,
    /// What it does to a document.
    pub says: &'static str,
    /// What a recording shows that notices it.
    pub killed_by: &'static str,
    pub(super) make: Make,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Make {
    Schema(fn(&Site<'_>) -> Vec<Change>),
    Operation(fn(&Document, &Operation<'_>) -> Vec<Change>),
}

/// A schema that operators look at, and how it was reached.
#[derive(Debug)]
pub(super) struct Site<'a> {
    pub(super) document: &'a Document,
    pub(super) node: &'a Node,
    pub(super) at: &'a Pointer,
    pub(super) schema: &'a Value,
    pub(super) mode: Mode,
}

/// A contradiction of one claim.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// Where the claim stands.
    pub(super) claim: Pointer,
    /// What becomes of it.
    pub(super) says: String,
    /// What a recording would show that notices it.
    pub(super) needs: String,
    pub(super) edits: Vec<Edit>,
    /// What a recording has to be held against anew.
    pub(super) touches: Touches,
}

/// Another value for a place of a document; `None` takes the place out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) at: Pointer,
    pub(super) value: Option<Value>,
}

/// What a change bears upon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Touches {
    /// Which values a schema admits.
    Values(Pointer),
    /// That, and which names of members are declared: of one member, or of any.
    Names(Pointer, Option<String>),
    /// Which of the values at a schema fit a branch, and which names the branch declares.
    Union(Pointer),
    /// Which answer a status has, by its key.
    Status(String),
}

impl Edit {
    /// Makes the edit, and gives back the one that undoes it.
    pub(super) fn make(&self, document: &mut Document) -> Self {
        let before = document.replace(self.at.as_str(), self.value.clone());
        Self {
            at: self.at.clone(),
            value: before,
        }
    }
}

/// All operators, in the order of reports.
pub const OPERATORS: [Operator; 9] = [
    Operator {
        id: "type",
        says: "the type becomes another, of which no value is of the first",
        killed_by: "any value of the schema but null",
        make: Make::Schema(shape::other_type),
    },
    Operator {
        id: "required",
        says: "an optional property becomes required",
        killed_by: "an object without it",
        make: Make::Schema(presence::required),
    },
    Operator {
        id: "null",
        says: "null is forbidden where it was admitted",
        killed_by: "null",
        make: Make::Schema(presence::not_null),
    },
    Operator {
        id: "enum",
        says: "a value is taken out of an enum",
        killed_by: "that value",
        make: Make::Schema(value::enum_value),
    },
    Operator {
        id: "branch",
        says: "a branch is taken out of a union",
        killed_by: "a value that fits this branch and no other",
        make: Make::Schema(shape::branch),
    },
    Operator {
        id: "bound",
        says: "a bound or count moves one past the value at it, or excludes it",
        killed_by: "a value at the bound",
        make: Make::Schema(value::bound),
    },
    Operator {
        id: "format",
        says: "an asserted format becomes another, `int64` becomes `int32`",
        killed_by: "any text of the format; an integer beyond 32 bits",
        make: Make::Schema(value::format),
    },
    Operator {
        id: "property",
        says: "the declaration of a property is dropped",
        killed_by: "an object that has it",
        make: Make::Schema(presence::dropped),
    },
    Operator {
        id: "status",
        says: "an answer is dropped",
        killed_by: "an exchange with that status that no other answer describes",
        make: Make::Operation(shape::status),
    },
];

impl Site<'_> {
    /// A change of one keyword of this schema that bears on which values it admits.
    fn keyword(&self, keyword: &str, value: Value, says: String, needs: String) -> Change {
        let at = self.at.join(keyword);
        Change {
            claim: at.clone(),
            says,
            needs,
            edits: vec![Edit {
                at,
                value: Some(value),
            }],
            touches: Touches::Values(self.at.clone()),
        }
    }
}
