//! The edits that a validation proposes, or makes.

use bindery_codegen::{Class, File, compare};
use bindery_contract::{
    Document, Report,
    patch::{self, Settled, Suggestion},
};
use similar::TextDiff;

use crate::exit::{self, Refusal};

/// How many lines around an edit are shown.
const AROUND: usize = 2;

/// The edit for each finding that one can mend, and what it does to users.
pub(super) fn suggested(documents: &[Document], reports: &[Report]) -> String {
    let mut text = String::new();
    let (mut count, mut without) = (0, 0);
    for (document, report) in documents.iter().zip(reports) {
        let open: Vec<_> = report.open().cloned().collect();
        let before = count;
        for suggestion in patch::suggest(document, &open) {
            text += &shown(&suggestion);
            count += 1;
        }
        let claims = open
            .iter()
            .filter(|finding| finding.kind.is_about_a_claim());
        without += claims.count() - (count - before);
    }
    text + &closing(count, without, "suggested: `--fix` makes them")
}

/// Writes the files with the edits that were made.
pub(super) fn fixed(settled: &[Settled]) -> Result<String, Refusal> {
    let (mut count, mut without) = (0, 0);
    for settled in settled {
        for (file, draft) in &settled.drafts {
            exit::write(file.as_ref(), draft)?;
        }
        count += settled.made;
        let left = settled.left.iter();
        without += left
            .filter(|finding| finding.kind.is_about_a_claim())
            .count();
    }
    Ok(closing(count, without, "made"))
}

/// An edit as a diff, and what it does to users.
pub(super) fn shown(suggestion: &Suggestion) -> String {
    let Suggestion {
        finding,
        before,
        after,
        ..
    } = suggestion;
    let mut text = format!(
        "{}: {}\n  --> {}\n  {}\n",
        finding.kind,
        finding.message,
        finding.document,
        effect(suggestion)
    );
    for new in after.files() {
        let old = before.files().find(|old| old.name() == new.name());
        let old = old.map(File::text).unwrap_or_default();
        if old != new.text() {
            let diff = TextDiff::from_lines(old, new.text());
            let mut diff = diff.unified_diff();
            let diff = diff.context_radius(AROUND).header(new.name(), new.name());
            text += &diff.to_string();
        }
    }
    text + "\n"
}

/// What an edit does to those who use the client of the document.
fn effect(suggestion: &Suggestion) -> String {
    let [before, after] = suggestion.excerpts();
    match compare(&before, &after) {
        Ok(comparison) => match comparison.class() {
            Some(class @ Class::Breaking) => {
                let change = comparison
                    .changes
                    .iter()
                    .find(|change| change.class == class);
                let change = change.map(|change| format!(": `{}` {}", change.item, change.reason));
                format!(
                    "breaks users of the generated crate{}",
                    change.unwrap_or_default()
                )
            }
            Some(Class::Additive) => "adds to the generated crate, breaks nobody".to_owned(),
            Some(Class::Wire) | None => {
                "changes nothing for users of the generated crate".to_owned()
            }
        },
        Err(error) => format!("no client to compare: {error}"),
    }
}

fn closing(count: usize, without: usize, what: &str) -> String {
    let edits = if count == 1 { "edit" } else { "edits" };
    let rest = match without {
        0 => String::new(),
        1 => "; 1 finding needs its author".to_owned(),
        more => format!("; {more} findings need their author"),
    };
    format!("{count} {edits} {what}{rest}\n")
}
