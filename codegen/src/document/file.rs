//! One file of a document: its text, and where in it each value stands.

use std::sync::OnceLock;

use serde_json::Value;

use super::{
    Pointer,
    index::Index,
    json,
    spot::{Extent, Lines, Spot},
    yaml,
};
use crate::{Diagnostic, Position};

/// One file of a document, as authored.
#[derive(Debug)]
pub struct File {
    name: String,
    text: String,
    lines: Lines,
    spots: OnceLock<Spots>,
}

/// Where the values of a file stand: YAML says so as it is read, JSON is asked when needed.
#[derive(Debug)]
enum Spots {
    Yaml(Spot),
    Json(Index),
}

impl File {
    /// Reads a text that begins with `{` as JSON, any other as YAML.
    pub(super) fn parse(name: String, text: String) -> Result<(Self, Value), Diagnostic> {
        let lines = Lines::of(&text);
        let spots = OnceLock::new();
        let begin = text.trim_start_matches('\u{feff}').trim_start();
        let parsed = if begin.starts_with('{') {
            json::parse(&text)
        } else {
            yaml::parse(&text).map(|(value, spot)| {
                // A fresh cell is empty, so this cannot fail.
                let _ = spots.set(Spots::Yaml(spot));
                value
            })
        };
        match parsed {
            Ok(value) => {
                let file = Self {
                    name,
                    text,
                    lines,
                    spots,
                };
                Ok((file, value))
            }
            Err(fault) => {
                let mut diagnostic =
                    Diagnostic::new(name, fault.message).at(lines.position(&text, fault.offset));
                diagnostic.help = fault.help;
                Err(diagnostic)
            }
        }
    }

    /// The name under which messages speak of this file: its path, where it was loaded from one.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as authored.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A line of the text, counted from 1, without its end; empty beyond the last.
    pub fn line(&self, number: usize) -> &str {
        self.lines.line(&self.text, number)
    }

    /// The position of a byte of the text.
    pub(super) fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// The extent of a value, or of its nearest ancestor.
    pub(super) fn extent(&self, pointer: &str) -> Extent {
        let pointer = Pointer::from(pointer);
        match self.spots() {
            Spots::Yaml(root) => root.extent(pointer.tokens()),
            Spots::Json(index) => index.extent(&self.text, pointer.tokens()),
        }
    }

    /// The keys of a mapping in the order in which they stand; none of what is no mapping.
    pub(super) fn keys(&self, pointer: &str) -> Vec<String> {
        let pointer = Pointer::from(pointer);
        match self.spots() {
            Spots::Yaml(root) => root.keys(pointer.tokens()),
            Spots::Json(index) => index.keys(&self.text, pointer.tokens()),
        }
    }

    fn spots(&self) -> &Spots {
        let indexed = || Spots::Json(Index::of(&self.text));
        self.spots.get_or_init(indexed)
    }
}
