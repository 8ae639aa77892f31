//! Names that are data: what is keyed by identifiers has no end of them, and a finding for each would
//! tell nothing.

use bindery_codegen::Pointer;

use crate::{Finding, Kind};

/// How many names that the document lacks are told one by one at a place; those beyond are told
/// together.
pub(super) const MANY: usize = 20;

/// What is said of the names that are told together, and the mend; nothing of a kind that is not
/// about names.
pub(super) fn told(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::UndocumentedProperty => Some((
            "no schema declares these properties, of which there are too many to list",
            "if their names are data, describe what they hold by `additionalProperties`",
        )),
        Kind::UndocumentedParameter => Some((
            "the document does not have these query parameters, of which there are too many to list",
            "if their names are data, describe them as one parameter of the type `object`",
        )),
        _ => None,
    }
}

/// What tells the names that are told together from other findings of their kind.
pub(super) fn key(site: &Pointer) -> String {
    format!("{site} ")
}

/// Makes of a finding about one name one about all that are told together.
pub(super) fn join(finding: &mut Finding) {
    if let Some((message, help)) = told(finding.kind) {
        message.clone_into(&mut finding.message);
        finding.help = Some(help.to_owned());
    }
}
