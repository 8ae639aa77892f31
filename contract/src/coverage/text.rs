//! Coverage as text for people.

use std::fmt::Write as _;

use super::{Basis, Claim, Coverage, Covered, Kind};
use crate::{
    Source,
    columns::{columns, counted, percent},
    render::printable_lines,
};

impl Coverage {
    /// The coverage as text: a line for each operation and for each kind of claim, the claims
    /// that nothing witnesses, and where the document could say more.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{}: {} of {} witnessed ({})\n\n",
            self.document,
            self.witnessed(),
            counted(self.claims.len(), "claim"),
            percent(self.witnessed(), self.claims.len()),
        );
        text += &self.operations_table();
        text.push('\n');
        text += &self.kinds_table();
        text += &self.unwitnessed();
        text += &self.wide();
        text.push('\n');
        text += &self.closing();
        // Names and values are those of documents and recordings.
        printable_lines(&text).into_owned()
    }

    fn operations_table(&self) -> String {
        let header = [
            "operation",
            "",
            "claims",
            "witnessed",
            "share",
            "recordings",
            "newest",
        ];
        let mut rows = vec![header.map(str::to_owned).to_vec()];
        rows.extend(self.operations.iter().map(|operation| {
            let claims = operation.claims.iter().map(|index| &self.claims[*index]);
            let witnessed = claims.filter(|claim| self.is_witnessed(claim)).count();
            vec![
                operation.id.clone().unwrap_or_else(|| "-".to_owned()),
                operation.title.clone(),
                operation.claims.len().to_string(),
                witnessed.to_string(),
                percent(witnessed, operation.claims.len()),
                operation.recordings.to_string(),
                self.newest(operation),
            ]
        }));
        columns(&rows)
    }

    fn newest(&self, operation: &Covered) -> String {
        match (operation.days, self.today) {
            (Some((_, newest)), Some(today)) => {
                let age = usize::try_from((today - newest).num_days()).unwrap_or_default();
                format!("{newest}, {} ago", counted(age, "day"))
            }
            (Some((_, newest)), None) => newest.to_string(),
            (None, _) if operation.recordings > 0 => "undated".to_owned(),
            (None, _) => "-".to_owned(),
        }
    }

    fn kinds_table(&self) -> String {
        let mut header = vec!["claim", "claims", "witnessed", "share"];
        header.extend(Basis::ALL.map(Basis::id));
        let mut rows = vec![header.into_iter().map(str::to_owned).collect()];
        for kind in Kind::ALL {
            let claims: Vec<&Claim> = self
                .claims
                .iter()
                .filter(|claim| claim.kind == kind)
                .collect();
            if !claims.is_empty() {
                rows.push(self.row(kind.id(), &claims));
            }
        }
        rows.push(self.row("all", &self.claims.iter().collect::<Vec<_>>()));
        columns(&rows)
    }

    fn row(&self, name: &str, claims: &[&Claim]) -> Vec<String> {
        let witnessed = claims
            .iter()
            .filter(|claim| self.is_witnessed(claim))
            .count();
        let mut row = vec![
            name.to_owned(),
            claims.len().to_string(),
            witnessed.to_string(),
            percent(witnessed, claims.len()),
        ];
        row.extend(Basis::ALL.map(|basis| {
            claims
                .iter()
                .filter(|claim| claim.basis() == basis)
                .count()
                .to_string()
        }));
        row
    }

    fn unwitnessed(&self) -> String {
        let claims = self.claims.iter().enumerate();
        let claims: Vec<(usize, &Claim)> = claims
            .filter(|(_, claim)| !self.is_witnessed(claim))
            .collect();
        if claims.is_empty() {
            return String::new();
        }
        let header = ["at", "claim", "", "made by", "x-evidence"];
        let mut rows = vec![header.map(str::to_owned).to_vec()];
        rows.extend(claims.iter().map(|(index, claim)| {
            vec![
                format!("{}:{}", self.document, claim.position),
                claim.kind.id().to_owned(),
                claim.label.clone(),
                self.makers(*index),
                basis(claim),
            ]
        }));
        let wanted = match self.min_witnesses {
            1 => String::new(),
            least => format!(" by {least} recordings"),
        };
        format!("\nnot witnessed{wanted}:\n{}", columns(&rows))
    }

    /// The operation that makes a claim, or how many do.
    fn makers(&self, claim: usize) -> String {
        let makers = self.operations.iter();
        let makers: Vec<&Covered> = makers
            .filter(|operation| operation.claims.binary_search(&claim).is_ok())
            .collect();
        match makers.as_slice() {
            [only] => only.id.clone().unwrap_or_else(|| only.title.clone()),
            several => counted(several.len(), "operation"),
        }
    }

    fn wide(&self) -> String {
        if self.permissive.is_empty() {
            return String::new();
        }
        let rows: Vec<Vec<String>> = self
            .permissive
            .iter()
            .map(|wide| {
                let position = format!("{}:{}", self.document, wide.position);
                vec![
                    position,
                    wide.message.clone(),
                    format!("in {}", counted(wide.values, "value")),
                ]
            })
            .collect();
        format!("\nwider than the recordings show:\n{}", columns(&rows))
    }

    fn closing(&self) -> String {
        let mut text = format!(
            "{} on live traffic, {} on a printed sample, {} on a statement alone, {} on nothing\n",
            self.resting_on(Basis::Live),
            self.resting_on(Basis::Sample),
            self.resting_on(Basis::Statement),
            self.resting_on(Basis::Nothing),
        );
        let sources: Vec<String> = self
            .recordings
            .iter()
            .map(|(source, count)| match source {
                Source::Invented => format!("{count} made up"),
                _ => format!("{count} {}", source.id()),
            })
            .collect();
        match sources.as_slice() {
            [] => text += "no recording belongs to these operations\n",
            sources => {
                let _ = writeln!(text, "recordings: {}", sources.join(", "));
            }
        }
        if self.is_second_hand() {
            text += "no recording is live: all evidence is what the provider printed, not traffic that was seen\n";
        }
        text
    }
}

/// What an unwitnessed claim rests on, and how many recordings it has where that is too few.
fn basis(claim: &Claim) -> String {
    let mark = claim.evidence.map_or("no mark", super::Evidence::id);
    match claim.witnesses.total() {
        0 => mark.to_owned(),
        few => format!("{mark}, {}", counted(few, "recording")),
    }
}
