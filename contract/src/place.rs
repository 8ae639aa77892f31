//! Where a claim or a recorded value stands, with the line that a report shows.

use std::fmt;

use bindery_codegen::{Document, Pointer, Position};
use serde_json::Value;

/// The longest line that is shown as it stands; a longer one was written by a machine.
const LONG: usize = 1000;
/// How many characters of a machine's line are shown.
const SHOWN: usize = 80;

/// A place in a file, with the text of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as the caller named it.
    pub file: String,
    /// Line and column in the file.
    pub position: Position,
    /// The value meant: in a document from its root, in a recording from the root of the body.
    pub pointer: Pointer,
    /// What stands here, in a few words.
    pub label: String,
    /// The text of the line, or of the part of it that is meant where the line is a machine's.
    pub line: String,
    /// The column at which `line` begins: 1 unless it is a part.
    pub from: usize,
    /// How many characters of the line are meant, from the column on.
    pub width: usize,
}

impl Place {
    /// The same place with a label.
    #[must_use]
    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The place of a value in a document: its key in a mapping, itself in a sequence.
    pub(crate) fn of(document: &Document, pointer: &str) -> Self {
        let position = document.position(pointer);
        let file = document.file(pointer);
        let line = file.line(position.line);
        if line.len() > LONG {
            let meant = file.text().get(document.span(pointer));
            let excerpt = Self::excerpt(file.name(), position, meant.unwrap_or_default());
            let pointer = Pointer::from(pointer);
            return Self { pointer, ..excerpt };
        }
        // A scalar of a sequence may share its line with others; any other entry owns the rest.
        let keyed = position != document.value_position(pointer);
        let scalar = document.get(pointer).filter(|_| !keyed).map(text_of);
        let width = width(line, position.column, scalar.as_deref());
        Self {
            file: file.name().to_owned(),
            position,
            pointer: Pointer::from(pointer),
            label: String::new(),
            line: line.to_owned(),
            from: 1,
            width,
        }
    }

    /// What is meant of a machine's line, and nothing else: what stands beside it is no concern.
    pub(crate) fn excerpt(file: &str, position: Position, meant: &str) -> Self {
        let first = meant.split('\n').next().unwrap_or_default();
        let first = first.split("\\n").next().unwrap_or_default();
        let line: String = first.chars().take(SHOWN).collect();
        Self {
            file: file.to_owned(),
            position,
            pointer: Pointer::default(),
            label: String::new(),
            width: line.chars().count(),
            line,
            from: position.column,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.position)
    }
}

/// How many characters from a column on are meant: a text that stands there, else the rest of
/// the entry, which ends with the line unless it is one of several between brackets.
pub(crate) fn width(line: &str, column: usize, text: Option<&str>) -> usize {
    let rest: String = line.chars().skip(column - 1).collect();
    match text {
        Some(text) if !text.is_empty() && rest.starts_with(text) => text.chars().count(),
        _ if entry(line.chars().take(column - 1)).1 > 0 => entry(rest.chars()).0,
        _ => rest.trim_end().trim_end_matches(',').chars().count(),
    }
}

/// How many characters come before the comma or bracket that ends an entry, and how many
/// brackets are open there.
fn entry(text: impl Iterator<Item = char>) -> (usize, usize) {
    let (mut count, mut depth, mut quoted) = (0, 0_usize, false);
    for c in text {
        match c {
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' | ',' if !quoted && depth == 0 => break,
            '}' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        count += 1;
    }
    (count, depth)
}

/// A line of a text, counted from 1; empty beyond its end.
pub(crate) fn line(text: &str, number: usize) -> &str {
    text.split('\n')
        .nth(number - 1)
        .unwrap_or_default()
        .trim_end_matches('\r')
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(_) | Value::Object(_) => String::new(),
        other => other.to_string(),
    }
}
