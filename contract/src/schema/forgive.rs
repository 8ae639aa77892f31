//! What a recording is known not to witness, and which complaints that rules out.

use bindery_codegen::Pointer;

/// The values of one body that are not taken at their word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Allowances<'a> {
    /// A documentation tool made the values: formats and patterns mean nothing.
    pub(crate) generated: bool,
    /// Texts that stand for others: only their type is checked.
    pub(crate) placeholders: &'a [Pointer],
    /// Objects and arrays printed without their contents: only their type is checked.
    pub(crate) elided: &'a [Pointer],
}

impl Allowances<'_> {
    /// Whether a complaint about the value at `at` by the authored `keyword` is ruled out.
    pub(super) fn forgive(&self, at: &Pointer, keyword: &str) -> bool {
        if keyword == "type" {
            return self.hides(at);
        }
        self.generated && matches!(keyword, "format" | "pattern")
            || self.placeholders.contains(at)
            || self
                .elided
                .iter()
                .any(|elided| at == elided || below(at, elided))
            || matches!(keyword, "minItems" | "maxItems" | "uniqueItems") && self.holds_elided(at)
    }

    /// Whether a value stands where nothing is checked.
    pub(crate) fn hides(&self, at: &Pointer) -> bool {
        self.elided.iter().any(|elided| below(at, elided))
    }

    /// Whether an entry of the list at `at` was elided, so that its length means nothing.
    fn holds_elided(&self, at: &Pointer) -> bool {
        let mut parents = self.elided.iter().filter_map(Pointer::parent);
        parents.any(|parent| parent == *at)
    }
}

fn below(at: &Pointer, above: &Pointer) -> bool {
    let rest = at.as_str().strip_prefix(above.as_str());
    rest.is_some_and(|rest| rest.starts_with('/'))
}
