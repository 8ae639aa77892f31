//! Keys that were mended, so that what is below them keeps its place in the text.

use super::Pointer;

/// The keys that are spelled otherwise than in the text, in the order in which they were mended.
#[derive(Debug, Clone, Default)]
pub(crate) struct Renames(Vec<(Pointer, Pointer)>);

impl Renames {
    /// Adds a key: its pointer as it is now, and as it was.
    #[cfg(feature = "generate")]
    pub(crate) fn add(&mut self, now: Pointer, was: Pointer) {
        self.0.push((now, was));
    }

    /// The pointer of a value as the text has it.
    pub(crate) fn authored(&self, pointer: &str) -> String {
        let mut pointer = pointer.to_owned();
        for (now, was) in self.0.iter().rev() {
            let below = pointer.strip_prefix(now.as_str());
            if let Some(below) = below.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
                pointer = format!("{was}{below}");
            }
        }
        pointer
    }
}
