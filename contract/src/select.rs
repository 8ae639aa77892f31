//! Which operations of the documents are asked for.

use bindery_codegen::{Diagnostic, Error, Operation, meant};
use glob::{MatchOptions, Pattern};

use crate::Checker;

/// What a pattern is, for whoever wrote one that is none or fits nothing.
const PATTERNS: &str = "`*` is within a segment, `**` any number of segments";

/// A part of the operations: those that are named, and those whose path fits a pattern.
///
/// Without anything in it, all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Values of `operationId`.
    pub operations: Vec<String>,
    /// Patterns of path templates, such as `/users/**`: `*` is within a segment, `**` any number
    /// of segments.
    pub paths: Vec<String>,
}

impl Selection {
    /// Narrows checkers to the selection; those without any operation of it are left out.
    /// Exchanges of other operations are out of scope.
    ///
    /// # Errors
    /// When no document has an operation of a given name, with the name that was probably meant;
    /// when a pattern is none, or fits no path.
    pub fn apply<'d>(&self, checkers: Vec<Checker<'d>>) -> Result<Vec<Checker<'d>>, Error> {
        if self.operations.is_empty() && self.paths.is_empty() {
            return Ok(checkers);
        }
        let operations: Vec<&Operation<'_>> = checkers
            .iter()
            .flat_map(|checker| &checker.operations)
            .collect();
        for wanted in &self.operations {
            known(&operations, wanted)?;
        }
        let patterns = self.patterns(&operations)?;
        let narrowed = checkers.into_iter().filter_map(|mut checker| {
            let selected = checker.operations.iter().map(|operation| {
                let wanted = |id| self.operations.iter().any(|wanted| wanted == id);
                let fits = |pattern| fits(pattern, operation);
                operation.id().is_some_and(wanted) || patterns.iter().any(fits)
            });
            let selected: Vec<bool> = selected.collect();
            let any = selected.contains(&true);
            checker.selected = Some(selected);
            any.then_some(checker)
        });
        Ok(narrowed.collect())
    }

    fn patterns(&self, operations: &[&Operation<'_>]) -> Result<Vec<Pattern>, Error> {
        let patterns = self.paths.iter().map(|path| {
            let refusal = |message| Error::from(Diagnostic::new("--path", message).help(PATTERNS));
            let pattern = Pattern::new(path)
                .map_err(|error| refusal(format!("`{path}` is no pattern: {}", error.msg)))?;
            if operations.iter().any(|operation| fits(&pattern, operation)) {
                Ok(pattern)
            } else {
                Err(refusal(format!("no path fits `{path}`")))
            }
        });
        patterns.collect()
    }
}

fn fits(pattern: &Pattern, operation: &Operation<'_>) -> bool {
    let segments = MatchOptions {
        require_literal_separator: true,
        ..MatchOptions::default()
    };
    pattern.matches_with(operation.path, segments)
}

/// Refuses a name that no operation has.
fn known(operations: &[&Operation<'_>], wanted: &str) -> Result<(), Error> {
    let ids = || operations.iter().filter_map(|operation| operation.id());
    if ids().any(|id| id == wanted) {
        return Ok(());
    }
    let help = match meant(wanted, ids()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name an `operationId` of the document".to_owned(),
    };
    let fault = Diagnostic::new("--operation", format!("no operation is named `{wanted}`"));
    Err(fault.help(help).into())
}
