//! Operations by the share of their claims that is witnessed.

use maud::{Markup, html};

use super::MANY;
use crate::coverage::{Coverage, Covered, Kind};

/// The columns behind the first ones: what they are called, and the kinds of claims in them.
const COLUMNS: [(&str, &[Kind]); 8] = [
    ("answers", &[Kind::Status, Kind::MediaType, Kind::Header]),
    ("parameters", &[Kind::Parameter]),
    ("properties", &[Kind::Property]),
    ("left out", &[Kind::Absent]),
    ("null or not", &[Kind::Null, Kind::NotNull]),
    ("enum values", &[Kind::EnumValue]),
    ("branches", &[Kind::Branch]),
    ("lists", &[Kind::Empty, Kind::Filled]),
];

/// A line for each operation, a cell for each kind of claim. Many operations are squares first,
/// each of which leads to its line.
pub(super) fn map(chapter: usize, coverage: &Coverage) -> Markup {
    let many = coverage.operations.len() >= MANY;
    html! {
        @if many {
            p.note { "Each square is an operation, and leads to its line below; the fuller its colour, the more is witnessed." }
            (squares(chapter, coverage))
        }
        details.group open[!many] {
            summary { "By operation and kind of claim" }
            div.wide tabindex="0" role="region" aria-label="Operations by witnessed share" {
                table.figures {
                    thead { tr {
                        th scope="col" { "operation" }
                        th scope="col" { "recordings" }
                        th scope="col" { "all claims" }
                        @for (name, _) in COLUMNS { th scope="col" { (name) } }
                    } }
                    tbody { @for (index, operation) in coverage.operations.iter().enumerate() {
                        tr id={ "operation-" (chapter) "-" (index) } { (row(coverage, operation)) }
                    } }
                }
            }
        }
    }
}

fn squares(chapter: usize, coverage: &Coverage) -> Markup {
    html! {
        p.squares { @for (index, operation) in coverage.operations.iter().enumerate() {
            @let (seen, all) = share(coverage, operation, &Kind::ALL);
            @let title = format!("{}: {seen} of {all}", operation.title);
            a.warm href={ "#operation-" (chapter) "-" (index) } style=(warmth(seen, all)) title=(title) aria-label=(title) {}
        } }
    }
}

fn row(coverage: &Coverage, operation: &Covered) -> Markup {
    html! {
        th scope="row" { code { (operation.title) } }
        td { (operation.recordings) }
        (cell(coverage, operation, &Kind::ALL))
        @for (_, kinds) in COLUMNS { (cell(coverage, operation, kinds)) }
    }
}

fn cell(coverage: &Coverage, operation: &Covered, kinds: &[Kind]) -> Markup {
    let (seen, all) = share(coverage, operation, kinds);
    html! {
        @if all == 0 { td.none { "–" } }
        @else { td.warm style=(warmth(seen, all)) { (seen) "/" (all) } }
    }
}

/// How many of an operation's claims of some kinds are witnessed, and how many there are.
fn share(coverage: &Coverage, operation: &Covered, kinds: &[Kind]) -> (usize, usize) {
    let claims = operation
        .claims
        .iter()
        .map(|index| &coverage.claims[*index]);
    let claims = claims.filter(|claim| kinds.contains(&claim.kind));
    claims.fold((0, 0), |(seen, all), claim| {
        (seen + usize::from(coverage.is_witnessed(claim)), all + 1)
    })
}

/// The share as the style sheet reads it.
fn warmth(seen: usize, all: usize) -> String {
    format!("--share:{}%", (seen * 100).checked_div(all).unwrap_or(0))
}
