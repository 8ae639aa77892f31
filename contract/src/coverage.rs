//! Which claims of a document recorded exchanges witness, and what each claim rests on.
//!
//! [`coverage()`] lists every [`Claim`] of the operations: that an operation, a status, a media
//! type, a header, a parameter or a property exists; that an optional property may be present and
//! may be absent, a nullable value null and not, a list empty and not; each value of an enum and
//! each branch of a union. A claim in a shared component is one claim, however many operations
//! reach it. Of a document of 3.1, `type: [string, "null"]` is nullable, `const` an enum of one, and
//! what stands in `prefixItems`, `patternProperties`, `dependentSchemas`, `then`, `else` and
//! `contains`, or beside a `$ref`, counts where it applies.
//!
//! Types, formats, patterns, bounds and counts are no claims here, for one value says little of
//! them: [`mutate()`](crate::mutate()) contradicts all but patterns. Nothing is claimed by `not`
//! and `if`, and what only `propertyNames`, `unevaluatedProperties`, `unevaluatedItems`,
//! `$dynamicRef` or the name of an `$anchor` leads to is not looked at.
//!
//! An exchange **witnesses** a claim if it shows it in a value that the check accepts:
//!
//! - a value that there is a complaint about witnesses nothing but what its members show;
//! - a branch is witnessed by a value that fits it;
//! - a request witnesses claims about requests, unless it was refused; an answer those about answers;
//! - what `recorded.assumed` names witnesses nothing; below `elided` nothing is witnessed, nor
//!   the length of a list around it; a `placeholder` shows that there is a value and no more;
//!   a `generated` body shows the names that were printed and no more.
//!
//! The **share** is the number of witnessed claims by the number of claims. A claim counts as
//! witnessed from [`Settings::min_witnesses`] exchanges on.
//!
//! Where the document says less than it could, [`Permissive`] lists it, from
//! [`PERMISSIVE_FROM`] recorded values on: optional properties that are never absent, nullable
//! values that are never null, and texts without `enum`, `format` and `pattern` of which
//! [`TEXTS_FROM`] recorded values take at most [`FEW_TEXTS`] forms.

mod claim;
mod enumerate;
mod json;
mod permissive;
mod text;
mod witness;
mod words;

use std::{collections::BTreeSet, convert::Infallible};

use bindery_codegen::{Document, Operation};
use chrono::NaiveDate;

pub(crate) use self::words::{listed, null_at, plain, types};
pub use self::{
    claim::{Basis, Claim, Kind, Witnesses},
    permissive::{FEW_TEXTS, PERMISSIVE_FROM, Permissive, TEXTS_FROM, Width},
};
pub use crate::evidence::Evidence;
use crate::{
    Entry, Error, Options, Recording, Source, check, reach::Reach, schema, select::is_named,
};

/// What counts as witnessed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// How claims are read.
    pub options: Options,
    /// From how many exchanges on a claim is witnessed; 1 unless said otherwise.
    pub min_witnesses: usize,
    /// The `operationId`s or titles to look at; all where empty.
    pub operations: Vec<String>,
    /// The day from which the age of recordings is counted.
    pub today: Option<NaiveDate>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            options: Options::default(),
            min_witnesses: 1,
            operations: Vec::new(),
            today: None,
        }
    }
}

/// The claims of a document with what witnesses them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// The document.
    pub document: String,
    /// Its claims, in document order.
    pub claims: Vec<Claim>,
    /// Its operations, in document order.
    pub operations: Vec<Covered>,
    /// Where the document says less than the recordings show.
    pub permissive: Vec<Permissive>,
    /// How many recordings belong to an operation, by who recorded them.
    pub recordings: Vec<(Source, usize)>,
    /// From how many exchanges on a claim is witnessed.
    pub min_witnesses: usize,
    /// The day from which the age of recordings is counted.
    pub today: Option<NaiveDate>,
}

/// An operation and the claims that it makes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Covered {
    /// `METHOD /path/{template}`.
    pub title: String,
    /// The `operationId`, if there is one.
    pub id: Option<String>,
    /// Which of [`Coverage::claims`] it makes, shared ones included.
    pub claims: Vec<usize>,
    /// How many recordings belong to it.
    pub recordings: usize,
    /// The oldest and the newest day of its recordings, of those that have one.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// The claims of a document and how many recordings witness each.
pub fn coverage(document: &Document, recordings: &[Recording], settings: &Settings) -> Coverage {
    let Ok(covered) = run::<Infallible>(document, settings, |tally| {
        for recording in recordings {
            tally.add(recording);
        }
        Ok(())
    });
    covered
}

/// What [`coverage()`] does with exchanges as they are read, no more than one at a time in memory.
///
/// # Errors
/// As [`Entry::read_each`]; nothing is known then.
pub fn of_entries(
    document: &Document,
    entries: impl IntoIterator<Item = Result<Entry, Error>>,
    settings: &Settings,
) -> Result<Coverage, Error> {
    run(document, settings, |tally| {
        Entry::read_each(entries, |recording| tally.add(&recording))
    })
}

fn run<E>(
    document: &Document,
    settings: &Settings,
    feed: impl FnOnce(&mut witness::Tally<'_>) -> Result<(), E>,
) -> Result<Coverage, E> {
    let operations = document.operations();
    let selected = selected(&operations, &settings.operations);
    let mode = settings.options.mode;
    let reach = Reach::of(document, &operations);
    let mut claims = enumerate::claims(document, &operations, &selected, &reach, mode);
    let mut uses = check::uses(document, &operations);
    uses.extend(enumerate::deciding(document, &reach));
    let schemas = schema::compile(document, mode, uses).noting();
    let mut tally = witness::Tally::new(document, &operations, &selected, &schemas, &mut claims);
    feed(&mut tally)?;
    let tallied = tally.finish();
    let permissive = permissive::list(document, &claims, &tallied.texts);
    let (claims, operations) = claims.finish(tallied.covered);
    Ok(Coverage {
        document: document.name().to_owned(),
        claims,
        operations,
        permissive,
        recordings: tallied.sources.into_iter().collect(),
        min_witnesses: settings.min_witnesses.max(1),
        today: settings.today,
    })
}

/// The operations of the given `operationId`s or titles, by their index; all where none is given.
pub(crate) fn selected(operations: &[Operation<'_>], names: &[String]) -> BTreeSet<usize> {
    let wanted = |operation: &Operation<'_>| {
        names.is_empty() || names.iter().any(|name| is_named(operation, name))
    };
    let indexed = operations.iter().enumerate();
    indexed
        .filter(|(_, operation)| wanted(operation))
        .map(|(index, _)| index)
        .collect()
}

impl Coverage {
    /// Whether enough exchanges witness a claim.
    pub fn is_witnessed(&self, claim: &Claim) -> bool {
        claim.witnesses.total() >= self.min_witnesses
    }

    /// Witnessed claims by claims, from 0 to 1; 1 where there is no claim.
    #[expect(clippy::cast_precision_loss, reason = "no document has 2^52 claims")]
    pub fn share(&self) -> f64 {
        match self.claims.len() {
            0 => 1.0,
            claims => self.witnessed() as f64 / claims as f64,
        }
    }

    /// How many claims are witnessed.
    pub fn witnessed(&self) -> usize {
        self.claims
            .iter()
            .filter(|claim| self.is_witnessed(claim))
            .count()
    }

    /// How many claims rest on a basis.
    pub fn resting_on(&self, basis: Basis) -> usize {
        self.claims
            .iter()
            .filter(|claim| claim.basis() == basis)
            .count()
    }

    /// The days since a claim was last witnessed, where both days are known.
    pub fn age(&self, claim: &Claim) -> Option<i64> {
        Some((self.today? - claim.witnesses.newest?).num_days())
    }

    /// Whether there are recordings and none of them is of live traffic.
    pub fn is_second_hand(&self) -> bool {
        let of = |live: bool| {
            let counts = self.recordings.iter();
            counts
                .filter(|(source, _)| (*source == Source::Live) == live)
                .map(|(_, count)| count)
                .sum::<usize>()
        };
        of(true) == 0 && of(false) > 0
    }
}
