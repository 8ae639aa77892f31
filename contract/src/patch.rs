//! Edits that make a document agree with its recordings, as changes of its text.

mod edit;
mod render;
pub(crate) mod shape;

pub use self::edit::Edit;
use bindery_codegen::Document;

/// The text of a document with some edits in it; `None` where one of them has no place.
///
/// Edits are made one after the other, so each sees what those before it left.
pub fn apply(document: &Document, edits: &[Edit]) -> Option<String> {
    let mut text = document.text().to_owned();
    for (index, edit) in edits.iter().enumerate() {
        let splice = if index == 0 {
            edit::splice(document, edit)
        } else {
            edit::splice(&Document::parse(document.name(), text.as_str()).ok()?, edit)
        };
        let splice = splice?;
        text.replace_range(splice.range, &splice.text);
    }
    Some(text)
}
