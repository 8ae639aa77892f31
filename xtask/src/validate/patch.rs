//! The edits that a validation proposes, or makes.

use std::collections::BTreeMap;

use bindery_codegen::{Class, Error, File, compare};
use bindery_contract::{
    Document,
    patch::{References, Settled, apply, excerpts},
    render::printable_lines,
};

use super::diff;
use crate::exit::{self, Refusal};

/// Whether edits are shown or made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Suggest,
    Fix,
}

/// Writes the files that edits change.
pub(super) fn write(settled: &[Settled]) -> Result<(), Refusal> {
    for (file, draft) in settled.iter().flat_map(|settled| &settled.drafts) {
        exit::write(file.as_ref(), draft)?;
    }
    Ok(())
}

/// What each edit ends and does to users, what all of them together do to the files, and how many
/// there are.
pub(super) fn told(documents: &[Document], settled: &[Settled], way: Way) -> String {
    let mut text = String::new();
    let (mut count, mut without) = (0, 0);
    for (document, settled) in documents.iter().zip(settled) {
        text += &mended(document, settled);
        for new in settled.document.files() {
            if settled.drafts.contains_key(new.name()) {
                let old = document.files().find(|old| old.name() == new.name());
                let old = old.map(File::text).unwrap_or_default();
                text += &diff::unified(new.name(), old, new.text());
                text += "\n";
            }
        }
        count += settled.made.len();
        let left = settled.left.iter();
        without += left
            .filter(|finding| finding.kind.is_about_a_claim())
            .count();
    }
    printable_lines(&text).into_owned() + &closing(count, without, way)
}

/// The findings that edits end, in document order, each with what that does to users.
fn mended(document: &Document, settled: &Settled) -> String {
    let mut effects = BTreeMap::<&str, Effect>::new();
    for made in settled.made.iter().filter(|made| made.first) {
        effects.insert(&made.finding.id, Effect::default());
    }
    let mut before = document.clone();
    for made in &settled.made {
        let Some(after) = apply(&before, &made.edits) else {
            break;
        };
        if let Some(effect) = effects.get_mut(made.finding.id.as_str()) {
            let [old, new] = excerpts([&before, &after], &made.edits);
            effect.add(&old, &new);
        }
        before = after;
    }
    let mut first: Vec<_> = settled.made.iter().filter(|made| made.first).collect();
    first.sort_by_key(|made| {
        let place = &made.finding.document;
        (place.file.clone(), place.position)
    });
    let references = References::of(document);
    let blocks = first.into_iter().map(|made| {
        let finding = &made.finding;
        let effect = effects.get(finding.id.as_str());
        let shared = references.shared(&finding.document.pointer);
        let shared = shared.map(|(part, count)| {
            let part = part.reference();
            format!("  changes `{part}` for all of the {count} places that refer to it\n")
        });
        format!(
            "{}: {}\n  --> {}\n  {}\n{}\n",
            finding.kind,
            finding.message,
            finding.document,
            effect.map(Effect::told).unwrap_or_default(),
            shared.unwrap_or_default(),
        )
    });
    blocks.collect()
}

/// What edits do to those who use the client of the document.
#[derive(Debug, Default)]
struct Effect {
    class: Option<Class>,
    breaks: Option<String>,
    fault: Option<Error>,
}

impl Effect {
    fn add(&mut self, before: &Document, after: &Document) {
        match compare(before, after) {
            Ok(comparison) => {
                self.class = self.class.max(comparison.class());
                let mut changes = comparison.changes.into_iter();
                let breaking = changes.find(|change| change.class == Class::Breaking);
                let said = breaking.map(|change| format!("`{}` {}", change.item, change.reason));
                self.breaks = self.breaks.take().or(said);
            }
            Err(error) => self.fault = Some(error),
        }
    }

    fn told(&self) -> String {
        match (&self.fault, self.class, &self.breaks) {
            (Some(error), ..) => format!("no client to compare: {error}"),
            (_, Some(Class::Breaking), Some(what)) => {
                format!("breaks users of the generated crate: {what}")
            }
            (_, Some(Class::Breaking), None) => "breaks users of the generated crate".to_owned(),
            (_, Some(Class::Additive), _) => {
                "adds to the generated crate, breaks nobody".to_owned()
            }
            (_, Some(Class::Wire) | None, _) => {
                "changes nothing for users of the generated crate".to_owned()
            }
        }
    }
}

fn closing(count: usize, without: usize, way: Way) -> String {
    let edits = if count == 1 { "edit" } else { "edits" };
    let what = match way {
        Way::Fix => "made",
        Way::Suggest if count == 0 => "suggested",
        Way::Suggest if count == 1 => "suggested: `--fix` makes it",
        Way::Suggest => "suggested: `--fix` makes them",
    };
    let rest = match without {
        0 => String::new(),
        1 => "; 1 finding needs its author".to_owned(),
        more => format!("; {more} findings need their author"),
    };
    format!("{count} {edits} {what}{rest}\n")
}
