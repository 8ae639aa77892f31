//! A recorded body, with the place of each of its values in the file that holds it.

use std::sync::Arc;

use bindery_codegen::{Document, Pointer, Position};
use serde_json::Value;

use crate::{Place, place};

/// What stands before and behind a body while its positions are sought: as the one member of an
/// object it is JSON to every reader, whatever it begins with.
const WRAP: (&str, &str) = ("{\"\":", "}");

/// The text of a body and, if it is JSON, its value.
#[derive(Debug, Clone)]
pub struct Body {
    text: String,
    value: Result<Value, Broken>,
    origin: Origin,
}

/// Why and where a body is not JSON.
#[derive(Debug, Clone)]
struct Broken {
    message: String,
    position: Position,
}

/// Where a body stands.
#[derive(Debug, Clone)]
enum Origin {
    /// As text, line by line: alone, or as the block scalar of a file.
    Lines {
        file: String,
        /// The line of the file that the body's first line is.
        first: usize,
        /// How many spaces stand before each line.
        indent: usize,
        positions: Option<Arc<Document>>,
    },
    /// As a value, or as a scalar in another style, whose lines are not those of the body.
    Value {
        file: Arc<Document>,
        at: Pointer,
        whole: bool,
    },
}

impl Body {
    /// A body that stands in no file.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::lines(name.into(), text.into(), 1, 0)
    }

    /// A body that is a value of a file.
    pub(super) fn of_value(file: &Arc<Document>, at: Pointer, value: Value) -> Self {
        Self {
            text: value.to_string(),
            value: Ok(value),
            origin: Origin::Value {
                file: Arc::clone(file),
                at,
                whole: false,
            },
        }
    }

    /// A body that is a text of a file.
    pub(super) fn of_text(file: &Arc<Document>, at: Pointer, text: &str) -> Self {
        if let Some((first, indent)) = block(file, &at, text) {
            return Self::lines(file.name().to_owned(), text.to_owned(), first, indent);
        }
        let mut body = Self::lines(String::new(), text.to_owned(), 1, 0);
        body.origin = Origin::Value {
            file: Arc::clone(file),
            at,
            whole: true,
        };
        body
    }

    fn lines(file: String, text: String, first: usize, indent: usize) -> Self {
        let wrapped = Document::parse("", format!("{}{text}{}", WRAP.0, WRAP.1));
        let (value, positions) = match wrapped {
            Ok(document) => {
                let value = document.get("/").cloned().unwrap_or_default();
                (Ok(value), Some(Arc::new(document)))
            }
            Err(error) => {
                let found = error.diagnostics().first();
                let message = found.map_or(String::new(), |found| found.message.clone());
                let position = found.and_then(|found| found.position);
                let position = unwrapped(position.unwrap_or(Position { line: 1, column: 1 }));
                (Err(Broken { message, position }), None)
            }
        };
        let origin = Origin::Lines {
            file,
            first,
            indent,
            positions,
        };
        Self {
            text,
            value,
            origin,
        }
    }

    /// The text as sent or received.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value, if the text is JSON.
    pub fn value(&self) -> Option<&Value> {
        self.value.as_ref().ok()
    }

    /// Why the text is not JSON, and where it stops being so.
    pub(crate) fn broken(&self) -> Option<(String, Place)> {
        let broken = self.value.as_ref().err()?;
        Some((
            broken.message.clone(),
            self.at(&Pointer::default(), broken.position),
        ))
    }

    /// The place of one of the body's values.
    pub(crate) fn place(&self, pointer: &Pointer) -> Place {
        let position = match &self.origin {
            Origin::Lines {
                positions: Some(positions),
                ..
            } => unwrapped(positions.position(&format!("/{pointer}"))),
            _ => Position { line: 1, column: 1 },
        };
        self.at(pointer, position)
    }

    fn at(&self, pointer: &Pointer, inside: Position) -> Place {
        match &self.origin {
            Origin::Lines {
                file,
                first,
                indent,
                ..
            } => {
                let line = " ".repeat(*indent) + place::line(&self.text, inside.line);
                let position = Position {
                    line: first + inside.line - 1,
                    column: indent + inside.column,
                };
                Place {
                    file: file.clone(),
                    position,
                    pointer: pointer.clone(),
                    label: String::new(),
                    width: place::width(&line, position.column, None),
                    line,
                }
            }
            Origin::Value { file, at, whole } => {
                let within = if *whole {
                    at.to_string()
                } else {
                    format!("{at}{pointer}")
                };
                let mut place = Place::of(file, &within);
                place.pointer = pointer.clone();
                place
            }
        }
    }
}

/// A position in the body, from one in the wrapped body.
fn unwrapped(position: Position) -> Position {
    let shift = if position.line == 1 { WRAP.0.len() } else { 0 };
    Position {
        line: position.line,
        column: position.column.saturating_sub(shift).max(1),
    }
}

/// The first line and the indentation of a literal block scalar; `None` for other styles.
fn block(file: &Document, at: &Pointer, text: &str) -> Option<(usize, usize)> {
    let key = file.position(at.as_str());
    let header = place::line(file.text(), key.line);
    let header = header.split(" #").next().unwrap_or(header).trim_end();
    let (_, indicator) = header.rsplit_once(' ')?;
    if !indicator.starts_with('|') {
        return None;
    }
    let first = key.line + 1;
    let filled = text.lines().position(|line| !line.trim().is_empty())?;
    let shown = place::line(file.text(), first + filled);
    let indent = shown.strip_suffix(text.lines().nth(filled)?)?;
    Some((first, indent.chars().count()))
}
