//! A recorded body, with the place of each of its values in the file that holds it.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use bindery_codegen::{Document, Pointer, Position};
use serde_json::Value;

use super::locate;
use crate::{Place, har::Held, json, place};

/// The text of a body and, if it is JSON, its value.
#[derive(Debug, Clone)]
pub struct Body {
    text: String,
    /// What the text says, once somebody asks.
    value: OnceLock<Result<Value, Broken>>,
    is_text: bool,
    origin: Origin,
}

/// Why and where a body is not JSON.
#[derive(Debug, Clone)]
struct Broken {
    message: String,
    offset: usize,
    /// Whether the body may well be JSON, and cannot be told.
    unread: bool,
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
    },
    /// As a value, or as a scalar in another style, whose lines are not those of the body.
    Value {
        file: Arc<Document>,
        at: Pointer,
        whole: bool,
    },
    /// As a string of an archive's entry, escaped, and perhaps encoded in base64.
    Held {
        entry: Arc<Held>,
        at: &'static str,
        encoded: bool,
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
            value: OnceLock::from(Ok(value)),
            is_text: true,
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
        let origin = Origin::Value {
            file: Arc::clone(file),
            at,
            whole: true,
        };
        Self::of(text.to_owned(), origin)
    }

    /// A body that is a string of an archive's entry, at a pointer into it.
    pub(crate) fn held(
        entry: Arc<Held>,
        at: &'static str,
        encoded: bool,
        text: Result<String, String>,
    ) -> Self {
        let origin = Origin::Held { entry, at, encoded };
        match text {
            Ok(text) => Self::of(text, origin),
            Err(message) => Self {
                text: String::new(),
                value: OnceLock::from(Err(Broken {
                    message,
                    offset: 0,
                    unread: false,
                })),
                is_text: false,
                origin,
            },
        }
    }

    /// A body of which an archive holds no more than that it was there.
    pub(crate) fn unread(entry: Arc<Held>, at: &'static str, message: String) -> Self {
        Self {
            text: String::new(),
            value: OnceLock::from(Err(Broken {
                message,
                offset: 0,
                unread: true,
            })),
            is_text: false,
            origin: Origin::Held {
                entry,
                at,
                encoded: true,
            },
        }
    }

    fn lines(file: String, text: String, first: usize, indent: usize) -> Self {
        let origin = Origin::Lines {
            file,
            first,
            indent,
        };
        Self::of(text, origin)
    }

    fn of(text: String, origin: Origin) -> Self {
        Self {
            text,
            value: OnceLock::new(),
            is_text: true,
            origin,
        }
    }

    /// Whether it is a text, and not bytes that are none.
    pub fn is_text(&self) -> bool {
        self.is_text
    }

    /// The text as sent or received; empty for bytes that are no text, of which nothing is held.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The value, if the text is JSON.
    pub fn value(&self) -> Option<&Value> {
        self.parsed().as_ref().ok()
    }

    /// The value, if the text is JSON, for whoever needs one of their own.
    pub(crate) fn to_value(&self) -> Option<Value> {
        match self.value.get() {
            Some(known) => known.clone().ok(),
            None => json::parse(&self.text).ok(),
        }
    }

    fn parsed(&self) -> &Result<Value, Broken> {
        self.value.get_or_init(|| parse(&self.text))
    }

    /// Why the text is not JSON, and where it stops being so.
    pub(crate) fn broken(&self) -> Option<(String, Place)> {
        let broken = self.parsed().as_ref().err()?;
        let place = self.at(&Pointer::default(), || broken.offset..self.text.len());
        Some((broken.message.clone(), place))
    }

    /// Whether nobody can say what it is, as far as that was looked at.
    pub(crate) fn is_unread(&self) -> bool {
        let known = self.value.get().and_then(|known| known.as_ref().err());
        known.is_some_and(|broken| broken.unread)
    }

    /// The place of one of the body's values.
    pub(crate) fn place(&self, pointer: &Pointer) -> Place {
        self.at(pointer, || {
            let spot = locate::spot(&self.text, pointer);
            spot.start..spot.end
        })
    }

    fn at(&self, pointer: &Pointer, meant: impl FnOnce() -> Range<usize>) -> Place {
        let mut place = match &self.origin {
            Origin::Lines {
                file,
                first,
                indent,
            } => {
                let inside = locate::position(&self.text, meant().start);
                let line = " ".repeat(*indent) + place::line(&self.text, inside.line);
                let position = Position {
                    line: first + inside.line - 1,
                    column: indent + inside.column,
                };
                Place {
                    file: file.clone(),
                    position,
                    pointer: Pointer::default(),
                    label: String::new(),
                    width: place::width(&line, position.column, None),
                    line,
                    from: 1,
                }
            }
            Origin::Value { file, at, whole } if *whole => Place::of(file, at.as_str()),
            Origin::Value { file, at, .. } => Place::of(file, &format!("{at}{pointer}")),
            Origin::Held { entry, at, encoded } if *encoded => entry.place(at),
            Origin::Held { entry, at, .. } => entry.inside(at, &self.text, meant()),
        };
        place.pointer = pointer.clone();
        place
    }
}

fn parse(text: &str) -> Result<Value, Broken> {
    json::parse(text).map_err(|error| {
        let unread = json::is_too_deep(&error);
        Broken {
            message: if unread {
                "nested deeper than is read".to_owned()
            } else {
                format!("not JSON: {}", locate::complaint(&error))
            },
            offset: locate::offset(text, &error),
            unread,
        }
    })
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
