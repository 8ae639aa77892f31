//! Where each value of a JSON text stands, found in one pass and kept in one list.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use serde::Deserialize;

use super::spot::Extent;

/// The values of a text in the order in which they begin: each before what is inside of it.
#[derive(Debug, Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    /// The members of the objects that somebody has asked for, by the number of the object.
    members: Mutex<HashMap<usize, Members>>,
}

/// The numbers of some values, by their keys.
type Members = HashMap<String, usize>;

#[derive(Debug, Clone)]
struct Entry {
    extent: Extent,
    /// The number of the first value behind this one and what is inside of it.
    next: usize,
}

impl Index {
    /// The values of a text that is known to be JSON.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut entries, mut open) = (Vec::<Entry>::new(), Vec::<usize>::new());
        let mut key = None;
        let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
        while let Some(byte) = bytes.get(at) {
            let value = at;
            at = match byte {
                b'"' => behind_string(bytes, at),
                b'{' | b'[' => at + 1,
                b'}' | b']' => {
                    at += 1;
                    if let Some(closed) = open.pop() {
                        entries[closed].extent.end = at;
                        entries[closed].next = entries.len();
                    }
                    continue;
                }
                byte if is_between(*byte) => {
                    at += 1;
                    continue;
                }
                _ => behind_word(bytes, at),
            };
            let around = open.last().map(|around| entries[*around].extent.value);
            if key.is_none() && around.is_some_and(|around| bytes[around] == b'{') {
                key = Some(value);
                continue;
            }
            if matches!(byte, b'{' | b'[') {
                open.push(entries.len());
            }
            let start = key.take().unwrap_or(value);
            entries.push(Entry {
                extent: Extent {
                    start,
                    value,
                    end: at,
                },
                next: entries.len() + 1,
            });
        }
        Self {
            entries,
            members: Mutex::default(),
        }
    }

    /// The extent of the value that some steps lead to, or of its nearest ancestor.
    pub(super) fn extent<T: AsRef<str>>(
        &self,
        text: &str,
        steps: impl Iterator<Item = T>,
    ) -> Extent {
        let mut at = 0;
        for step in steps {
            match self.child(text, at, step.as_ref()) {
                Some(child) => at = child,
                None => break,
            }
        }
        let found = self.entries.get(at);
        found.map_or_else(Extent::default, |entry| entry.extent)
    }

    /// The keys of the object that some steps lead to, in the order in which they stand.
    pub(super) fn keys<T: AsRef<str>>(
        &self,
        text: &str,
        mut steps: impl Iterator<Item = T>,
    ) -> Vec<String> {
        let found = steps.try_fold(0, |at, step| self.child(text, at, step.as_ref()));
        let is_object = |at: &usize| {
            let entry = self.entries.get(*at);
            entry.is_some_and(|entry| text.as_bytes()[entry.extent.value] == b'{')
        };
        let members = found.filter(is_object).map(|object| self.inside(object));
        members
            .into_iter()
            .flatten()
            .map(|child| key(&text[self.entries[child].extent.start..]))
            .collect()
    }

    fn child(&self, text: &str, parent: usize, step: &str) -> Option<usize> {
        match text
            .as_bytes()
            .get(self.entries.get(parent)?.extent.value)?
        {
            b'{' => self.member(text, parent, step),
            _ => self.inside(parent).nth(step.parse().ok()?),
        }
    }

    fn member(&self, text: &str, object: usize, name: &str) -> Option<usize> {
        let mut known = self.members.lock().unwrap_or_else(PoisonError::into_inner);
        let members = known.entry(object).or_insert_with(|| {
            let key = |child: usize| key(&text[self.entries[child].extent.start..]);
            let members = self.inside(object);
            members.map(|child| (key(child), child)).collect()
        });
        members.get(name).copied()
    }

    /// The numbers of the values that stand directly in another one.
    fn inside(&self, parent: usize) -> impl Iterator<Item = usize> {
        let end = self.entries.get(parent).map_or(0, |parent| parent.next);
        let within = move |child: &usize| *child < end;
        let next = move |child: &usize| Some(self.entries[*child].next).filter(within);
        std::iter::successors(Some(parent + 1).filter(within), next)
    }
}

/// The key that a text begins with.
fn key(text: &str) -> String {
    let raw = &text[1..behind_string(text.as_bytes(), 0).max(2) - 1];
    if !raw.contains('\\') {
        return raw.to_owned();
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    String::deserialize(&mut reader).unwrap_or_default()
}

/// Whether a byte separates values.
fn is_between(byte: u8) -> bool {
    byte == b',' || byte == b':' || byte.is_ascii_whitespace()
}

/// The byte behind a string.
fn behind_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(next) = bytes.get(at..).and_then(ends_or_escapes) {
        at += next + 1;
        if bytes[at - 1] == b'"' {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

fn ends_or_escapes(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| matches!(byte, b'"' | b'\\'))
}

/// The byte behind a number, `true`, `false` or `null`.
fn behind_word(bytes: &[u8], start: usize) -> usize {
    let ends = |byte: &u8| is_between(*byte) || matches!(byte, b'}' | b']');
    let length = bytes[start..].iter().position(ends);
    length.map_or(bytes.len(), |length| start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip] // One case, one line.
    fn a_value_is_found_by_its_steps() {
        let text = "\u{feff} {\"a\" : [1, {\"b/\\u0063\\\"\": null}, \"x\\\\\"], \"\": {\"ab\": -1e5}, \"e\": [], \"é\": true}";
        let cases: [(&[&str], _, _); 12] = [
            (&[], "{", "}"),
            (&["a"], "\"a\" : [1", "\"x\\\\\"]"),
            (&["a", "0"], "1", "1"),
            (&["a", "1", "b/c\""], "\"b/\\u0063\\\"\": null", "null"),
            (&["a", "2"], "\"x\\\\\"", "\"x\\\\\""),
            (&["a", "3"], "\"a\"", "]"),
            (&["", "ab"], "\"ab\": -1e5", "-1e5"),
            (&["", "a"], "\"\": {", "}"),
            (&["e"], "\"e\": []", "[]"),
            (&["e", "0"], "\"e\": []", "[]"),
            (&["é"], "\"é\": true", "true"),
            (&["a", "0", "x"], "1", "1"),
        ];
        let index = Index::of(text);
        for (steps, begins, ends) in cases {
            let found = index.extent(text, steps.iter());
            let shown = &text[found.start..found.end];
            assert!(shown.starts_with(begins) && shown.ends_with(ends), "{steps:?}: {shown}");
        }
    }
}
