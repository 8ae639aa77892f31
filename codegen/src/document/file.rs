//! One file of a document: its text, and where in it each value stands.

use std::sync::OnceLock;

use serde_json::Value;

use super::{
    Pointer, json,
    spot::{Lines, Spot},
    yaml,
};
use crate::{Diagnostic, Position};

/// One file of a document, as authored.
#[derive(Debug)]
pub struct File {
    name: String,
    text: String,
    lines: Lines,
    spots: OnceLock<Spot>,
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
                let _ = spots.set(spot);
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

    /// The spot of a value, or of its nearest ancestor.
    pub(super) fn spot(&self, pointer: &str) -> &Spot {
        let mut spot = self.spots.get_or_init(|| json::spots(&self.text));
        for token in Pointer::from(pointer).tokens() {
            match spot.child(&token) {
                Some(child) => spot = child,
                None => break,
            }
        }
        spot
    }
}
