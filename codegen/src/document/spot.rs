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

/// How many bytes of a line are counted again whenever a column is asked for.
const STRIDE: usize = 4096;

/// The byte at which each line of a text begins.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    starts: Vec<usize>,
    /// Bytes within long lines, and how many characters of the line stand before each: a machine
    /// may write all of a file on one line.
    within: Vec<(usize, usize)>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(breaks).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let mut within = Vec::new();
        for (start, end) in starts.iter().copied().zip(ends) {
            let (mut from, mut before) = (start, 0);
            while end - from > STRIDE {
                let next = (from + STRIDE..end).find(|at| text.is_char_boundary(*at));
                let next = next.unwrap_or(end);
                before += text[from..next].chars().count();
                within.push((next, before));
                from = next;
            }
        }
        Self { starts, within }
    }

    pub(crate) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let known = self.within.partition_point(|(byte, _)| *byte <= offset);
        let known = known.checked_sub(1).map(|index| self.within[index]);
        let start = self.starts[line];
        let known = known.filter(|(byte, _)| *byte > start);
        let (from, before) = known.unwrap_or((start, 0));
        let more = text.get(from..offset).unwrap_or_default().chars().count();
        Position {
            line: line + 1,
            column: before + more + 1,
        }
    }

    /// A line of the text, counted from 1, without its end.
    pub(crate) fn line<'t>(&self, text: &'t str, number: usize) -> &'t str {
        let start = number
            .checked_sub(1)
            .and_then(|index| self.starts.get(index));
        let end = self.starts.get(number).map_or(text.len(), |next| next - 1);
        let line = start.and_then(|start| text.get(*start..end));
        line.unwrap_or_default().trim_end_matches('\r')
    }

    /// The byte of a line and a column counted in bytes, as `serde_json` counts them.
    pub(crate) fn offset(&self, line: usize, column: usize) -> usize {
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        start + column.saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_long_line_is_counted_in_characters() {
        let text = format!(
            "a\n{}ü\r\n{}x\n",
            "é".repeat(STRIDE),
            "b".repeat(3 * STRIDE)
        );
        let lines = Lines::of(&text);
        let slow = |offset: usize| {
            let before = &text[..offset];
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            Position {
                line: before.matches('\n').count() + 1,
                column: before[start..].chars().count() + 1,
            }
        };
        for (offset, _) in text.char_indices() {
            assert_eq!(lines.position(&text, offset), slow(offset), "{offset}");
        }
        assert_eq!(lines.line(&text, 3).len(), 3 * STRIDE + 1);
    }
}
