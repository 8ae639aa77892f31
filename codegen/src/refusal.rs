//! What a document says that no client can be made of, while the rest of it can.

use crate::Diagnostic;

/// A part of a document that its client is made without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The operation that is left out, as `GET /users/{user}`; none where no operation depends on
    /// what is wrong.
    pub operation: Option<String>,
    /// What is wrong, at least one complaint.
    pub diagnostics: Vec<Diagnostic>,
}

impl Refusal {
    /// The complaints, each with what it costs.
    pub fn warnings(&self) -> impl Iterator<Item = Diagnostic> {
        self.diagnostics.iter().cloned().map(|mut diagnostic| {
            if let Some(operation) = &self.operation {
                diagnostic.message += &format!(", so `{operation}` is left out");
            }
            diagnostic
        })
    }
}
