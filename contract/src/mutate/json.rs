//! Mutants as JSON for programs.

use serde_json::{Value, json};

use super::{Listed, Mutation, OPERATORS};
use crate::Recording;

impl Mutation {
    /// The mutants as JSON: `document`, `summary`, `operators` with their scores, and the listed
    /// `mutants`, each with `operator`, `pointer`, `line`, `column`, `says`, `needs`, `killed` and
    /// `killedBy`, the recording that notices it, with the index of its exchange in that file.
    pub fn json(&self, recordings: &[Recording], listed: Listed) -> Value {
        let operators = OPERATORS.iter().map(|operator| {
            let mutants = self
                .mutants
                .iter()
                .filter(|mutant| mutant.operator == operator.id);
            let killed = mutants.clone().filter(|mutant| mutant.is_killed()).count();
            json!({
                "id": operator.id,
                "says": operator.says,
                "killedBy": operator.killed_by,
                "mutants": mutants.count(),
                "killed": killed,
            })
        });
        let mutants = self
            .mutants
            .iter()
            .filter(|mutant| listed.holds(mutant))
            .map(|mutant| {
                let by = mutant.killed_by.and_then(|index| recordings.get(index));
                json!({
                    "operator": mutant.operator,
                    "pointer": mutant.pointer.as_str(),
                    "line": mutant.position.line,
                    "column": mutant.position.column,
                    "says": mutant.says,
                    "needs": mutant.needs,
                    "killed": mutant.is_killed(),
                    "killedBy": by.map(|recording| &recording.name),
                    "killedByIndex": by.map(|recording| recording.index),
                })
            });
        json!({
            "document": self.document,
            "summary": {
                "mutants": self.mutants.len(),
                "killed": self.killed(),
                "score": self.score(),
            },
            "operators": operators.collect::<Vec<_>>(),
            "mutants": mutants.collect::<Vec<_>>(),
        })
    }
}
