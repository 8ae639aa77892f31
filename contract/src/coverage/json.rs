//! Coverage as JSON for programs.

use serde_json::{Map, Value, json};

use super::{Basis, Claim, Coverage, Covered};

impl Coverage {
    /// The coverage as JSON: `document`, `summary`, `operations`, `claims` and `permissive`.
    ///
    /// A claim has `kind`, `pointer`, `line`, `column`, `label`, `evidence`, `basis`, `witnessed`,
    /// and under `witnesses` the exchanges by source, with the days of the oldest and newest and
    /// the age in days. The `claims` of an operation are indexes into the list of all.
    pub fn json(&self) -> Value {
        let on = Basis::ALL.map(|basis| (basis.id().to_owned(), json!(self.resting_on(basis))));
        let sources = self.recordings.iter();
        let sources = sources.map(|(source, count)| (source.id().to_owned(), json!(count)));
        json!({
            "document": self.document,
            "summary": {
                "claims": self.claims.len(),
                "witnessed": self.witnessed(),
                "share": self.share(),
                "minWitnesses": self.min_witnesses,
                "basis": on.into_iter().collect::<Map<_, _>>(),
                "recordings": sources.collect::<Map<_, _>>(),
                "today": self.today.map(|day| day.to_string()),
            },
            "operations": self.operations.iter().map(operation).collect::<Vec<_>>(),
            "claims": self.claims.iter().map(|claim| self.claim(claim)).collect::<Vec<_>>(),
            "permissive": self.permissive.iter().map(|wide| json!({
                "kind": wide.width.id(),
                "pointer": wide.pointer.as_str(),
                "line": wide.position.line,
                "column": wide.position.column,
                "message": wide.message,
                "values": wide.values,
            })).collect::<Vec<_>>(),
        })
    }

    fn claim(&self, claim: &Claim) -> Value {
        let witnesses = &claim.witnesses;
        json!({
            "kind": claim.kind.id(),
            "pointer": claim.pointer.as_str(),
            "line": claim.position.line,
            "column": claim.position.column,
            "label": claim.label,
            "evidence": claim.evidence.map(super::Evidence::id),
            "basis": claim.basis().id(),
            "witnessed": self.is_witnessed(claim),
            "witnesses": {
                "live": witnesses.live,
                "documentation": witnesses.documentation,
                "invented": witnesses.invented,
                "generated": witnesses.generated,
                "values": witnesses.values,
                "oldest": witnesses.oldest.map(|day| day.to_string()),
                "newest": witnesses.newest.map(|day| day.to_string()),
                "ageInDays": self.age(claim),
            },
        })
    }
}

fn operation(operation: &Covered) -> Value {
    json!({
        "title": operation.title,
        "id": operation.id,
        "claims": operation.claims,
        "recordings": operation.recordings,
        "oldest": operation.days.map(|(oldest, _)| oldest.to_string()),
        "newest": operation.days.map(|(_, newest)| newest.to_string()),
    })
}
