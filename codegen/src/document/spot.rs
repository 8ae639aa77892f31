//! Byte offsets of a document's parts, and how they become lines and columns.

use std::collections::BTreeMap;

use crate::Position;

/// The bytes of a value and of the entry that holds it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// Where the entry begins: the key in a mapping, the value elsewhere.
    pub(crate) start: usize,
    /// Where the value itself begins.
    pub(crate) value: usize,
    /// Behind the value; a block of YAML ends with its last entry.
    pub(crate) end: usize,
}

/// Where one value stands, and what is inside of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spot {
    /// Byte where its entry begins: the key in a mapping, the value elsewhere.
    pub(crate) start: usize,
    /// Byte where the value itself begins.
    pub(crate) value: usize,
    /// Byte behind the value; a block of YAML ends with its last entry.
    pub(crate) end: usize,
    pub(crate) children: Children,
}

#[derive(Debug, Clone, Default)]
pub(crate) enum Children {
    #[default]
    None,
    Sequence(Vec<Spot>),
    Mapping(BTreeMap<String, Spot>),
}

impl Spot {
    pub(crate) fn of(value: std::ops::Range<usize>) -> Self {
        Self {
            start: value.start,
            value: value.start,
            end: value.end,
            children: Children::None,
        }
    }

    /// The extent of the value that some steps lead to, or of its nearest ancestor.
    pub(super) fn extent<T: AsRef<str>>(&self, steps: impl Iterator<Item = T>) -> Extent {
        let mut spot = self;
        for step in steps {
            match spot.child(step.as_ref()) {
                Some(child) => spot = child,
                None => break,
            }
        }
        let Self {
            start, value, end, ..
        } = *spot;
        Extent { start, value, end }
    }

    /// The keys of the mapping that some steps lead to, in the order in which they stand.
    pub(super) fn keys<T: AsRef<str>>(&self, mut steps: impl Iterator<Item = T>) -> Vec<String> {
        let found = steps.try_fold(self, |spot, step| spot.child(step.as_ref()));
        let Some(Children::Mapping(entries)) = found.map(|spot| &spot.children) else {
            return Vec::new();
        };
        let mut keys: Vec<(&String, &Spot)> = entries.iter().collect();
        keys.sort_by_key(|(_, spot)| spot.start);
        keys.into_iter().map(|(key, _)| key.clone()).collect()
    }

    pub(crate) fn child(&self, token: &str) -> Option<&Spot> {
        match &self.children {
            Children::None => None,
            Children::Sequence(items) => items.get(token.parse::<usize>().ok()?),
            Children::Mapping(entries) => entries.get(token),
        }
    }
}

/// The byte at which each line of a text begins.
#[derive(Debug, Clone)]
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(
            std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
        )
    }

    pub(crate) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.0.partition_point(|start| *start <= offset) - 1;
        let before = text.get(self.0[line]..offset).unwrap_or_default();
        Position {
            line: line + 1,
            column: before.chars().count() + 1,
        }
    }

    /// A line of the text, counted from 1, without its end.
    pub(crate) fn line<'t>(&self, text: &'t str, number: usize) -> &'t str {
        let start = number.checked_sub(1).and_then(|index| self.0.get(index));
        let end = self.0.get(number).map_or(text.len(), |next| next - 1);
        let line = start.and_then(|start| text.get(*start..end));
        line.unwrap_or_default().trim_end_matches('\r')
    }

    /// The byte of a line and a column counted in bytes, as `serde_json` counts them.
    pub(crate) fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.0.get(line.saturating_sub(1)).copied().unwrap_or(0);
        start + column.saturating_sub(1)
    }
}
