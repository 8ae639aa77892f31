//! Edits of a document's text that leave its comments and its layout alone.

use std::ops::Range;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use super::render::{self, Style};

/// One change of a document, by the pointer of what it changes.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A new entry of a mapping: behind the entry `after`, or the last one.
    Insert {
        /// The mapping.
        at: Pointer,
        /// The key of the new entry.
        key: String,
        /// Its value.
        value: Value,
        /// The entry to stand behind.
        after: Option<String>,
    },
    /// A new last item of a sequence.
    Append {
        /// The sequence.
        at: Pointer,
        /// The item.
        value: Value,
    },
    /// Another value in the place of one.
    Replace {
        /// The value.
        at: Pointer,
        /// What stands there instead.
        value: Value,
    },
    /// An entry less, or an item.
    Remove {
        /// The entry or the item.
        at: Pointer,
    },
    /// Another key for an entry.
    Rename {
        /// The entry.
        at: Pointer,
        /// Its new key.
        key: String,
    },
}

impl Edit {
    /// The value that is changed.
    pub fn at(&self) -> &Pointer {
        match self {
            Self::Insert { at, .. }
            | Self::Append { at, .. }
            | Self::Replace { at, .. }
            | Self::Remove { at }
            | Self::Rename { at, .. } => at,
        }
    }
}

/// Some bytes of the text of a file, and what comes in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

/// What an edit does to the text of its file; `None` where the text has no such place, or one that an edit
/// cannot keep in shape, such as an alias.
pub(super) fn splice(document: &Document, edit: &Edit) -> Option<Splice> {
    let page = Page {
        document,
        text: document.file(edit.at().as_str()).text(),
    };
    match edit {
        Edit::Insert {
            at,
            key,
            value,
            after,
        } => page.insert(at, key, value, after.as_deref()),
        Edit::Append { at, value } => page.append(at, value),
        Edit::Replace { at, value } => page.replace(at, value),
        Edit::Remove { at } => page.remove(at),
        Edit::Rename { at, key } => page.rename(at, key),
    }
}

/// How the entries of a collection stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Between brackets.
    Flow,
    /// Line by line.
    Block,
}

struct Page<'d> {
    document: &'d Document,
    text: &'d str,
}

impl Page<'_> {
    fn insert(
        &self,
        at: &Pointer,
        key: &str,
        value: &Value,
        after: Option<&str>,
    ) -> Option<Splice> {
        let entries = self.document.get(at.as_str())?.as_object()?;
        let style = self.style();
        let last = match after.filter(|after| entries.contains_key(*after)) {
            Some(after) => Some(self.entry(&at.join(after))?),
            None => self.last(entries.keys().map(|key| at.join(key)))?,
        };
        self.add(at, last, |layout, indent| {
            render::entry(key, value, style, layout == Layout::Block, indent)
        })
    }

    fn append(&self, at: &Pointer, value: &Value) -> Option<Splice> {
        let count = self.document.get(at.as_str())?.as_array()?.len();
        let style = self.style();
        let last = self.last((0..count).map(|index| at.join(index)))?;
        self.add(at, last, |layout, indent| match layout {
            Layout::Flow => render::flow(value, style),
            Layout::Block => {
                let text = render::value(value, style, true, indent + 2);
                format!("- {}", text.trim_start())
            }
        })
    }

    /// Writes an entry behind another one, or into an empty collection.
    fn add(
        &self,
        at: &Pointer,
        last: Option<Range<usize>>,
        entry: impl Fn(Layout, usize) -> String,
    ) -> Option<Splice> {
        let whole = self.document.value_span(at.as_str())?;
        let layout = self.layout(&whole);
        let Some(last) = last else {
            let (open, close) = match self.text.get(whole.clone())? {
                "{}" => ("{", "}"),
                "[]" => ("[", "]"),
                _ => return None,
            };
            let text = format!("{open}{}{close}", entry(Layout::Flow, 0));
            return Some(Splice { range: whole, text });
        };
        match layout? {
            Layout::Flow => {
                let own_line = self.begins_line(last.start);
                let indent = self.column(last.start);
                let gap = if own_line {
                    format!(",\n{:indent$}", "")
                } else {
                    ", ".to_owned()
                };
                let text = format!("{gap}{}", entry(Layout::Flow, indent));
                Some(insertion(last.end, text))
            }
            Layout::Block => {
                let start = self.dash(at, last.start)?;
                let indent = self.column(start);
                let text = format!("\n{:indent$}{}", "", entry(Layout::Block, indent));
                Some(insertion(self.line_end(last.end), text))
            }
        }
    }

    fn replace(&self, at: &Pointer, value: &Value) -> Option<Splice> {
        let range = self.document.value_span(at.as_str())?;
        let text = render::flow(value, self.style());
        Some(Splice { range, text })
    }

    fn remove(&self, at: &Pointer) -> Option<Splice> {
        let parent = at.parent()?;
        let whole = self.document.value_span(parent.as_str())?;
        let layout = self.layout(&whole)?;
        let own = self.entry(at)?;
        let mut siblings = self.siblings(&parent)?;
        siblings.sort_by_key(|sibling| sibling.start);
        let index = siblings.iter().position(|sibling| *sibling == own)?;
        if siblings.len() == 1 {
            let (open, close) = match self.document.get(parent.as_str())? {
                Value::Array(_) => ("[", "]"),
                _ => ("{", "}"),
            };
            let start = self.dash(&parent, whole.start)?;
            let text = format!("{open}{close}");
            return Some(Splice {
                range: start..whole.end,
                text,
            });
        }
        let next = siblings.get(index + 1);
        let range = match (layout, next) {
            (Layout::Flow, Some(next)) => own.start..next.start,
            (Layout::Flow, None) => siblings.get(index.checked_sub(1)?)?.end..own.end,
            (Layout::Block, _) => {
                let start = self.dash(&parent, own.start)?;
                match next {
                    // What stands behind the dash of a list cannot go with its line.
                    Some(next) if !self.begins_line(start) => start..next.start,
                    _ => self.line_start(start)..self.line_end(own.end) + 1,
                }
            }
        };
        Some(Splice {
            range: range.start..range.end.min(self.text.len()),
            text: String::new(),
        })
    }

    fn rename(&self, at: &Pointer, key: &str) -> Option<Splice> {
        let start = self.document.entry_span(at.as_str())?.start;
        let old = at.last()?;
        let rest = self.text.get(start..)?;
        // In quotes again where it was: behind them the colon needs no space.
        let (length, text) = match rest.bytes().next()? {
            b'"' => (
                Value::from(&*old).to_string().len(),
                Value::from(key).to_string(),
            ),
            b'\'' => (old.len() + 2, format!("'{key}'")),
            _ => (old.len(), render::key(key, self.style())),
        };
        Some(Splice {
            range: start..start + length,
            text,
        })
    }

    fn style(&self) -> Style {
        if self
            .text
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('{')
        {
            Style::Json
        } else {
            Style::Yaml
        }
    }

    fn layout(&self, whole: &Range<usize>) -> Option<Layout> {
        match self.text.as_bytes().get(whole.start)? {
            b'{' | b'[' => Some(Layout::Flow),
            // What an alias, an anchor or a tag stands before is not edited.
            b'*' | b'&' | b'!' => None,
            _ => Some(Layout::Block),
        }
    }

    fn entry(&self, at: &Pointer) -> Option<Range<usize>> {
        let span = self.document.entry_span(at.as_str())?;
        let text = self.text.get(span.clone())?;
        Some(span.start..span.start + text.trim_end().len())
    }

    fn siblings(&self, at: &Pointer) -> Option<Vec<Range<usize>>> {
        let entries: Vec<Pointer> = match self.document.get(at.as_str())? {
            Value::Array(items) => (0..items.len()).map(|index| at.join(index)).collect(),
            Value::Object(entries) => entries.keys().map(|key| at.join(key)).collect(),
            _ => return None,
        };
        entries.iter().map(|entry| self.entry(entry)).collect()
    }

    /// The entry that stands last in the text; the inner `None` of an empty collection.
    #[expect(
        clippy::option_option,
        reason = "a place that cannot be edited is not an empty one"
    )]
    fn last(&self, entries: impl Iterator<Item = Pointer>) -> Option<Option<Range<usize>>> {
        let mut last: Option<Range<usize>> = None;
        for entry in entries {
            let span = self.entry(&entry)?;
            if last.as_ref().is_none_or(|last| last.start < span.start) {
                last = Some(span);
            }
        }
        Some(last)
    }

    /// Where an entry of a block begins: at the dash of an item, else at its key.
    fn dash(&self, collection: &Pointer, start: usize) -> Option<usize> {
        if !self.document.get(collection.as_str())?.is_array() {
            return Some(start);
        }
        let line = self.line_start(start);
        let before = self.text.get(line..start)?;
        match before.rfind('-') {
            Some(dash) if before[dash + 1..].trim().is_empty() => Some(line + dash),
            _ => Some(start),
        }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    /// The end of the line that a byte is in, behind a comment but before the break.
    fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let end = rest
            .find('\n')
            .map_or(self.text.len(), |length| at + length);
        if self.text[..end].ends_with('\r') {
            end - 1
        } else {
            end
        }
    }

    fn begins_line(&self, at: usize) -> bool {
        self.text[self.line_start(at)..at].trim().is_empty()
    }

    fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }
}

fn insertion(offset: usize, text: String) -> Splice {
    Splice {
        range: offset..offset,
        text,
    }
}
