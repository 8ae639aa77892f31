//! Which operations of the documents are asked for.

use bindery_codegen::{Diagnostic, Document, Error, Operation, meant};
use glob::{MatchOptions, Pattern};

use crate::Checker;

/// What a pattern is, for whoever wrote one that is none or fits nothing.
const PATTERNS: &str = "`*` is within a segment, `**` any number of segments";

/// How many operations are few enough to be listed.
const FEW: usize = 8;

/// A part of the operations: those that are named, and those whose path fits a pattern.
///
/// Without anything in it, all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Values of `operationId`, or titles such as `GET /users/{user}`.
    pub operations: Vec<String>,
    /// Patterns of path templates, such as `/users/**`: `*` is within a segment, `**` any number
    /// of segments.
    pub paths: Vec<String>,
}

impl Selection {
    /// Whether it leaves nothing out.
    pub fn is_all(&self) -> bool {
        self.operations.is_empty() && self.paths.is_empty()
    }

    /// Narrows checkers to the selection; those without any operation of it are left out.
    /// Exchanges of other operations are out of scope.
    ///
    /// # Errors
    /// When no document has an operation of a given name, with the name that was probably meant;
    /// when a pattern is none, or fits no path.
    pub fn apply<'d>(&self, checkers: Vec<Checker<'d>>) -> Result<Vec<Checker<'d>>, Error> {
        if self.is_all() {
            return Ok(checkers);
        }
        let lists: Vec<&[Operation<'_>]> = checkers
            .iter()
            .map(|checker| checker.operations.as_slice())
            .collect();
        let selected = self.selected(&lists)?;
        let narrowed = checkers.into_iter().zip(selected);
        let narrowed = narrowed.filter_map(|(mut checker, selected)| {
            let any = selected.contains(&true);
            checker.selected = Some(selected);
            any.then_some(checker)
        });
        Ok(narrowed.collect())
    }

    /// The documents that have an operation of the selection, each with the titles of these.
    ///
    /// # Errors
    /// As [`apply`](Self::apply).
    pub fn titles<'d>(
        &self,
        documents: &'d [Document],
    ) -> Result<Vec<(&'d Document, Vec<String>)>, Error> {
        let lists: Vec<Vec<Operation<'_>>> = documents.iter().map(Document::operations).collect();
        let selected = self.selected(&lists.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
        let titles = lists.iter().zip(selected).map(|(list, selected)| {
            let chosen = list.iter().zip(selected).filter(|(_, selected)| *selected);
            chosen.map(|(operation, _)| operation.title()).collect()
        });
        let documents = documents.iter().zip(titles);
        let has_any = |(_, titles): &(_, Vec<String>)| self.is_all() || !titles.is_empty();
        Ok(documents.filter(has_any).collect())
    }

    /// Which operations of each list are selected.
    fn selected(&self, lists: &[&[Operation<'_>]]) -> Result<Vec<Vec<bool>>, Error> {
        let all: Vec<&Operation<'_>> = lists.iter().copied().flatten().collect();
        for wanted in &self.operations {
            known(&all, wanted)?;
        }
        let patterns = self.patterns(&all)?;
        let is_selected = |operation: &Operation<'_>| {
            let named = |wanted: &String| is_named(operation, wanted);
            let fits = |pattern| fits(pattern, operation);
            self.is_all() || self.operations.iter().any(named) || patterns.iter().any(fits)
        };
        let lists = lists.iter();
        Ok(lists
            .map(|list| list.iter().map(is_selected).collect())
            .collect())
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

/// Whether an operation is meant by its `operationId` or its title.
pub(crate) fn is_named(operation: &Operation<'_>, name: &str) -> bool {
    operation.id() == Some(name) || operation.title() == name
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
    if operations
        .iter()
        .any(|operation| is_named(operation, wanted))
    {
        return Ok(());
    }
    let titles: Vec<String> = operations
        .iter()
        .map(|operation| operation.title())
        .collect();
    let ids = operations.iter().filter_map(|operation| operation.id());
    let names: Vec<&str> = ids.chain(titles.iter().map(String::as_str)).collect();
    let help = match meant(wanted, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if operations.len() <= FEW => {
            let listed = operations.iter().zip(&titles);
            let listed = listed.map(|(operation, title)| operation.id().unwrap_or(title));
            let listed: Vec<String> = listed.map(|name| format!("`{name}`")).collect();
            format!("the operations are {}", listed.join(", "))
        }
        None => {
            "name an `operationId`, or `METHOD /path/{template}` as the document has it".to_owned()
        }
    };
    let fault = Diagnostic::new("--operation", format!("no operation is named `{wanted}`"));
    Err(fault.help(help).into())
}
