//! Edits that make a document agree with its recordings, as changes of its text.
//!
//! [`suggest`] looks at the findings of a check and proposes an edit for each that one can mend;
//! [`settle`] makes them and looks again, until nothing is left that an edit could mend. What the
//! edits add claims types and names only, and what they take away is the one claim that a
//! recording contradicts.

mod edit;
mod excerpt;
mod mend;
mod operation;
mod render;
mod seen;
mod shape;

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};

pub use self::edit::Edit;
pub(crate) use self::seen::{Lesson, Seen};
use crate::{Finding, Report};

/// How often a document is patched and looked at again.
const ROUNDS: usize = 12;

/// The texts of files, by their names.
pub type Drafts = BTreeMap<String, String>;

/// The edits that mend a finding.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// What they mend.
    pub finding: Finding,
    /// The edits, to be made one after the other.
    pub edits: Vec<Edit>,
    /// The document before them.
    pub before: Document,
    /// The document with them.
    pub after: Document,
}

/// What came of patching a document.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The document with all edits.
    pub document: Document,
    /// The texts of the files that the edits change.
    pub drafts: Drafts,
    /// How many edits there are.
    pub made: usize,
    /// The findings that no edit mends, of the patched document.
    pub left: Vec<Finding>,
}

/// One suggestion for each finding that an edit can mend, in the order of the findings.
///
/// Each holds the document twice, so they are made one at a time.
pub fn suggest<'a>(
    document: &'a Document,
    findings: &'a [Finding],
) -> impl Iterator<Item = Suggestion> + 'a {
    let findings = findings.iter();
    findings.filter_map(|finding| suggestion(document, finding, false))
}

impl Suggestion {
    /// The documents before and after, with no more operations than show what the edits do to a
    /// client, and with what these operations reach.
    pub fn excerpts(&self) -> [Document; 2] {
        let places = self.edits.iter().map(|edit| match edit {
            Edit::Insert { at, key, .. } => at.join(key),
            other => other.at().clone(),
        });
        excerpt::excerpts([&self.before, &self.after], &places.collect::<Vec<_>>())
    }
}

fn suggestion(document: &Document, finding: &Finding, again: bool) -> Option<Suggestion> {
    let edits = mend::mend(document, finding, again);
    let after = apply(document, &edits)?;
    // An edit that leaves the same document is none.
    (after.value() != document.value()).then(|| Suggestion {
        finding: finding.clone(),
        edits,
        before: document.clone(),
        after,
    })
}

/// Patches a document until `check` finds nothing that an edit could mend; `each` is told every
/// edit as it is made, whose documents hold those before it.
///
/// # Errors
/// When `check` fails.
pub fn settle<E>(
    document: &Document,
    mut check: impl FnMut(&Document) -> Result<Report, E>,
    mut each: impl FnMut(&Suggestion),
) -> Result<Settled, E> {
    let mut current = document.clone();
    let (mut made, mut tried) = (0, BTreeSet::<Pointer>::new());
    let mut left = Vec::new();
    for round in 0..=ROUNDS {
        let findings = check(&current)?.findings;
        let before = made;
        left.clear();
        // From the end, so that an item less in a list moves no other finding's place.
        for finding in findings.into_iter().rev() {
            let at = finding.document.pointer.clone();
            match suggestion(&current, &finding, tried.contains(&at)) {
                // Who looks for the last time only looks.
                Some(suggestion) if round < ROUNDS => {
                    each(&suggestion);
                    current = suggestion.after;
                    tried.insert(at);
                    made += 1;
                }
                _ => left.push(finding),
            }
        }
        if made == before {
            break;
        }
    }
    left.reverse();
    let changed = current.files().filter(|file| {
        let mut old = document.files();
        !old.any(|old| old.name() == file.name() && old.text() == file.text())
    });
    let drafts = changed.map(|file| (file.name().to_owned(), file.text().to_owned()));
    let drafts = drafts.collect();
    Ok(Settled {
        document: current,
        drafts,
        made,
        left,
    })
}

/// The document with some edits in it; `None` where one of them has no place, or leaves no
/// document.
///
/// Edits are made one after the other, so each sees what those before it left.
pub fn apply(document: &Document, edits: &[Edit]) -> Option<Document> {
    let mut current = document.clone();
    for edit in edits {
        let splice = edit::splice(&current, edit)?;
        let file = current.file(edit.at().as_str());
        let mut text = file.text().to_owned();
        text.replace_range(splice.range, &splice.text);
        let drafts = Drafts::from([(file.name().to_owned(), text)]);
        current = current.revised(&drafts).ok()?;
    }
    Some(current)
}
