//! Which operations of a document are asked for.

use bindery_codegen::{Diagnostic, Document, Error, Operation, meant};
use glob::{MatchOptions, Pattern};

/// A part of a document's operations: those that are named, and those whose path fits a pattern.
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
    /// Which operations are selected; `None` for all.
    pub(crate) fn of(
        &self,
        document: &Document,
        operations: &[Operation<'_>],
    ) -> Result<Option<Vec<bool>>, Error> {
        if self.operations.is_empty() && self.paths.is_empty() {
            return Ok(None);
        }
        for wanted in &self.operations {
            known(document, operations, wanted)?;
        }
        let patterns = self.patterns(document)?;
        let whole = MatchOptions {
            require_literal_separator: true,
            ..MatchOptions::default()
        };
        let selected = operations.iter().map(|operation| {
            let id = operation.id();
            let named = id.is_some_and(|id| self.operations.iter().any(|wanted| wanted == id));
            let mut patterns = patterns.iter();
            named || patterns.any(|pattern| pattern.matches_with(operation.path, whole))
        });
        let selected: Vec<bool> = selected.collect();
        if selected.contains(&true) {
            return Ok(Some(selected));
        }
        let patterns = self.paths.join("`, `");
        Err(
            Diagnostic::new(document.name(), format!("no path fits `{patterns}`"))
                .help("`*` is within a segment, `**` any number of segments")
                .into(),
        )
    }

    fn patterns(&self, document: &Document) -> Result<Vec<Pattern>, Error> {
        let patterns = self.paths.iter().map(|path| {
            Pattern::new(path).map_err(|error| {
                let message = format!("`{path}` is no pattern: {}", error.msg);
                Diagnostic::new(document.name(), message)
                    .help("`*` is within a segment, `**` any number of segments")
                    .into()
            })
        });
        patterns.collect()
    }
}

/// Refuses a name that no operation has.
fn known(document: &Document, operations: &[Operation<'_>], wanted: &str) -> Result<(), Error> {
    let ids: Vec<&str> = operations.iter().filter_map(Operation::id).collect();
    if ids.contains(&wanted) {
        return Ok(());
    }
    let help = match meant(wanted, ids) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "name an `operationId` of the document".to_owned(),
    };
    let fault = Diagnostic::new(document.name(), format!("no operation is named `{wanted}`"));
    Err(fault.help(help).into())
}
