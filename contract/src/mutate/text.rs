//! Mutants as text for people.

use std::fmt::Write as _;

use super::{Mutant, Mutation, OPERATORS};
use crate::{
    Recording,
    columns::{columns, counted, percent},
};

/// Which mutants are listed one by one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Listed {
    /// Those that no recording notices.
    #[default]
    Survived,
    /// Those that some recording notices.
    Killed,
    /// All.
    All,
}

impl Listed {
    /// Whether a mutant is among them.
    pub fn holds(self, mutant: &Mutant) -> bool {
        match self {
            Self::All => true,
            Self::Killed => mutant.is_killed(),
            Self::Survived => !mutant.is_killed(),
        }
    }
}

impl Mutation {
    /// The mutants as text: the score of each operator, and the listed mutants with the recording
    /// that notices them or would.
    pub fn text(&self, recordings: &[Recording], listed: Listed) -> String {
        let (killed, all) = (self.killed(), self.mutants.len());
        let mut text = format!(
            "{}: {killed} of {} killed ({})\n\n",
            self.document,
            counted(all, "mutant"),
            percent(killed, all),
        );
        text += &self.scores();
        for (title, is_killed) in [("survived", false), ("killed", true)] {
            let mutants = self.mutants.iter().filter(|mutant| listed.holds(mutant));
            let rows: Vec<Vec<String>> = mutants
                .filter(|mutant| mutant.is_killed() == is_killed)
                .map(|mutant| self.row(mutant, recordings))
                .collect();
            if !rows.is_empty() {
                let _ = write!(text, "\n{title}:\n{}", columns(&rows));
            }
        }
        text
    }

    fn scores(&self) -> String {
        let header = ["operator", "mutants", "killed", "score", "killed by"];
        let mut rows = vec![header.map(str::to_owned).to_vec()];
        for operator in &OPERATORS {
            let mutants = || {
                self.mutants
                    .iter()
                    .filter(|mutant| mutant.operator == operator.id)
            };
            let killed = mutants().filter(|mutant| mutant.is_killed()).count();
            rows.push(vec![
                operator.id.to_owned(),
                mutants().count().to_string(),
                killed.to_string(),
                percent(killed, mutants().count()),
                operator.killed_by.to_owned(),
            ]);
        }
        columns(&rows)
    }

    fn row(&self, mutant: &Mutant, recordings: &[Recording]) -> Vec<String> {
        let by = mutant.killed_by.and_then(|index| recordings.get(index));
        vec![
            format!("{}:{}", self.document, mutant.position),
            mutant.operator.to_owned(),
            mutant.says.clone(),
            match by {
                Some(recording) => format!("noticed by {}", recording.cited()),
                None => format!("needs {}", mutant.needs),
            },
        ]
    }
}
