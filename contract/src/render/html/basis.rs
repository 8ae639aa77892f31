//! What a claim rests on: its words, its sign, its share of all claims.

use maud::{Markup, html};

use crate::coverage::{Basis, Coverage};

/// What each basis means, with how many claims rest on it.
pub(super) fn legend(coverage: &Coverage) -> Markup {
    let counts = Basis::ALL.map(|basis| (basis, coverage.resting_on(basis)));
    html! {
        p.legend {
            @for (basis, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                span class={ "chip " (basis.id()) } { (mark(basis)) " " (words(basis)) ": " (count) } " "
            }
        }
    }
}

/// What a claim rests on, as a person says it.
pub(super) fn words(basis: Basis) -> &'static str {
    match basis {
        Basis::Live => "live traffic",
        Basis::Sample => "an example that the provider printed",
        Basis::Invented => "an exchange made up in code",
        Basis::Statement => "a statement without a recording",
        Basis::Nothing => "nothing",
    }
}

/// A sign for what a claim rests on, so that colour is not the only one.
pub(super) fn mark(basis: Basis) -> &'static str {
    match basis {
        Basis::Live => "●",
        Basis::Sample => "◐",
        Basis::Invented => "◌",
        Basis::Statement => "○",
        Basis::Nothing => "✕",
    }
}
