//! Edits that make a document agree with its recordings, as changes of its text.
//!
//! [`settle`] makes an edit for each finding of a check that one can mend and looks again, until
//! nothing is left that an edit could mend. What the edits add claims types and names only, and
//! what they take away is the one claim that a recording contradicts.

mod edit;
mod excerpt;
mod mend;
mod operation;
mod render;
mod seen;
mod shape;
mod shared;

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer};

pub(crate) use self::seen::{Lesson, Seen};
pub use self::{edit::Edit, shared::References};
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
    /// Whether the document had the finding before any edit.
    pub first: bool,
}

/// What came of patching a document.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The document with all edits.
    pub document: Document,
    /// The texts of the files that the edits change.
    pub drafts: Drafts,
    /// The edits, in the order they were made; each is one of the document that those before it
    /// left.
    pub made: Vec<Suggestion>,
    /// The findings that no edit mends, of the patched document.
    pub left: Vec<Finding>,
}

/// Two states of a document with no more operations than show what the edits between them do to a
/// client, and with what these operations reach.
pub fn excerpts(documents: [&Document; 2], edits: &[Edit]) -> [Document; 2] {
    let places = edits.iter().map(|edit| match edit {
        Edit::Insert { at, key, .. } => at.join(key),
        other => other.at().clone(),
    });
    excerpt::excerpts(documents, &places.collect::<Vec<_>>())
}

/// The edits for a finding, and the document with them.
fn suggestion(
    document: &Document,
    finding: &Finding,
    again: bool,
) -> Option<(Vec<Edit>, Document)> {
    let edits = mend::mend(document, finding, again);
    if edits.is_empty() {
        return None;
    }
    let after = apply(document, &edits)?;
    // An edit that leaves the same document is none.
    (after.value() != document.value()).then_some((edits, after))
}

/// Findings from the end of the document, so that an item less in a list moves no other one's
/// place; those at one place in their order, as what they add is to stand.
fn from_the_end(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.reverse();
    let together = |a: &Finding, b: &Finding| a.document.pointer == b.document.pointer;
    findings
        .chunk_by_mut(together)
        .for_each(<[Finding]>::reverse);
    findings
}

/// Patches a document until `check` finds nothing that an edit could mend.
///
/// # Errors
/// When `check` fails.
pub fn settle<E>(
    document: &Document,
    mut check: impl FnMut(&Document) -> Result<Report, E>,
) -> Result<Settled, E> {
    let mut current = document.clone();
    let (mut made, mut tried) = (Vec::new(), BTreeSet::<Pointer>::new());
    let mut left = Vec::new();
    for round in 0..=ROUNDS {
        let findings = check(&current)?.findings;
        let before = made.len();
        left.clear();
        for finding in from_the_end(findings) {
            let at = finding.document.pointer.clone();
            match suggestion(&current, &finding, tried.contains(&at)) {
                // Who looks for the last time only looks.
                Some((edits, after)) if round < ROUNDS => {
                    current = after;
                    tried.insert(at);
                    made.push(Suggestion {
                        finding,
                        edits,
                        first: round == 0,
                    });
                }
                _ => left.push(finding),
            }
        }
        if made.len() == before {
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
