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
        let last = match after.filter(|after| entries.contains_key(*after)) {
            Some(after) => Some(self.entry(&at.join(after))?),
            None => self.last(entries.keys().map(|key| at.join(key)))?,
        };
        let style = self.style(at);
        self.add(at, last, style, |block, indent| {
            render::entry(key, value, style, block, indent)
        })
    }

    fn append(&self, at: &Pointer, value: &Value) -> Option<Splice> {
        let count = self.document.get(at.as_str())?.as_array()?.len();
        let last = self.last((0..count).map(|index| at.join(index)))?;
        let style = self.style(at);
        self.add(at, last, style, |block, indent| match style {
            Style::Yaml(_) if block => {
                let text = render::value(value, style, true, &render::inner(indent, style));
                format!("- {}", text.trim_start())
            }
            _ => render::value(value, style, block, &render::inner(indent, style)),
        })
    }

    /// Writes an entry behind another one, or into an empty collection.
    ///
    /// `entry` is told whether it may have lines of its own, and what stands before each.
    fn add(
        &self,
        at: &Pointer,
        last: Option<Range<usize>>,
        style: Style,
        entry: impl Fn(bool, &str) -> String,
    ) -> Option<Splice> {
        let whole = self.document.value_span(at.as_str())?;
        let layout = self.layout(&whole);
        let Some(last) = last else {
            return self.fill(at, whole, style, entry);
        };
        match layout? {
            Layout::Flow => {
                let own_line = self.begins_line(last.start);
                let indent = self.indent(last.start);
                let gap = if own_line {
                    format!(",\n{indent}")
                } else {
                    ", ".to_owned()
                };
                let json = matches!(style, Style::Json(_));
                let text = format!("{gap}{}", entry(own_line && json, indent));
                Some(insertion(last.end, text))
            }
            Layout::Block => {
                let start = self.dash(at, last.start)?;
                let indent = " ".repeat(self.column(start));
                let text = format!("\n{indent}{}", entry(true, &indent));
                Some(insertion(self.line_end(last.end), text))
            }
        }
    }

    /// Writes the first entry of a collection: within its brackets, or in their place where it
    /// would make the line of its key too long.
    fn fill(
        &self,
        at: &Pointer,
        whole: Range<usize>,
        style: Style,
        entry: impl Fn(bool, &str) -> String,
    ) -> Option<Splice> {
        let (open, close) = match self.text.get(whole.clone())? {
            "{}" => ("{", "}"),
            "[]" => ("[", "]"),
            _ => return None,
        };
        let line = entry(false, "");
        let own = self.entry(at).filter(|own| self.begins_line(own.start));
        let ends = self.text[whole.end..].trim_start_matches([' ', ',', '\r']);
        let ends = ends.is_empty() || ends.starts_with('\n');
        let within = Splice {
            range: whole.clone(),
            text: format!("{open}{line}{close}"),
        };
        let Some(own) = own.filter(|_| ends && open == "{") else {
            return Some(within);
        };
        let indent = self.indent(own.start);
        let lines = entry(true, &render::inner(indent, style));
        if !lines.contains('\n') && line.len() <= render::WIDTH {
            return Some(within);
        }
        let inner = render::inner(indent, style);
        Some(match style {
            Style::Json(None) => within,
            Style::Json(Some(_)) => Splice {
                range: whole,
                text: format!("{{\n{inner}{lines}\n{indent}}}"),
            },
            Style::Yaml(_) => {
                let start = self.text[..whole.start].trim_end_matches(' ').len();
                Splice {
                    range: start..whole.end,
                    text: format!("\n{inner}{lines}"),
                }
            }
        })
    }

    fn replace(&self, at: &Pointer, value: &Value) -> Option<Splice> {
        let range = self.document.value_span(at.as_str())?;
        let text = render::flow(value, self.style(at));
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
            _ => (old.len(), render::key(key, self.style(at))),
        };
        Some(Splice {
            range: start..start + length,
            text,
        })
    }

    /// How what is added at a place is to look.
    fn style(&self, at: &Pointer) -> Style {
        let begin = self.text.trim_start_matches('\u{feff}').trim_start();
        if begin.starts_with('{') {
            return Style::Json(self.step());
        }
        // The quotes of a neighbour, else those of the first key or text of the document that has
        // some.
        let near = self.siblings(at).unwrap_or_default();
        let mut near = near.iter().filter_map(|entry| self.quote(entry.start));
        let key = || {
            let colons = self.text.match_indices(':');
            let mut before = colons.filter_map(|(at, _)| self.text[..at].chars().next_back());
            before.find(|sign| "'\"".contains(*sign))
        };
        let other = || self.text.chars().find(|sign| "'\"".contains(*sign));
        let quote = near.next().or_else(key).or_else(other);
        Style::Yaml(quote.unwrap_or('\''))
    }

    fn quote(&self, at: usize) -> Option<char> {
        let sign = self.text[at..].chars().next()?;
        "'\"".contains(sign).then_some(sign)
    }

    /// One step of the indent of JSON; nothing where it has none.
    fn step(&self) -> Option<&'static str> {
        const SPACES: &str = "        ";
        let (_, behind) = self.text.split_once('\n')?;
        let width = behind.len() - behind.trim_start_matches(' ').len();
        match behind.chars().next()? {
            '\t' => Some("\t"),
            ' ' => SPACES.get(..width),
            _ => None,
        }
    }

    /// What stands before a place on its line, if that is nothing but space.
    fn indent(&self, at: usize) -> &str {
        let line = &self.text[self.line_start(at)..at];
        &line[..line.len() - line.trim_start().len()]
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
