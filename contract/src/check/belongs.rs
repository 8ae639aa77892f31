//! Which operation an exchange belongs to, for whoever files it.

use bindery_codegen::Operation;

use super::{Checker, OutOfScope};
use crate::{Recording, Verdict};

impl<'d> Checker<'d> {
    /// The operation that an exchange belongs to; `None` where the document lacks it.
    ///
    /// # Errors
    /// When the document means to say nothing about the exchange, with the reason.
    pub fn operation_of(
        &self,
        recording: &Recording,
    ) -> Result<Option<&Operation<'d>>, OutOfScope> {
        let subject = self.subject(&[]);
        let found = subject.operation(&recording.request);
        let index = found.map(|matched| matched.index);
        let verdict = subject.out_of_scope(recording, index);
        match verdict.and_then(Verdict::out_of_scope) {
            Some(reason) => Err(reason),
            None => Ok(index.ok().map(|index| &self.operations[index])),
        }
    }
}
