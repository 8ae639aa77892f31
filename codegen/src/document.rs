//! An OpenAPI document as authored: its value, and the line and column of every part of it.

mod json;
mod operation;
mod pointer;
mod spot;
mod structure;
mod yaml;

use std::{fs, path::Path, sync::OnceLock};

use serde_json::Value;

use self::spot::{Lines, Spot};
#[cfg(feature = "generate")]
pub(crate) use self::structure::{Mend, Part};
pub use self::{operation::Operation, pointer::Pointer, structure::Misfit};
use crate::{Diagnostic, Error, Position};

/// The deepest nesting a document may have; every reader here stops there instead of overflowing.
pub(crate) const MAX_DEPTH: usize = 128;

/// A YAML or JSON document with the position of every value in it.
///
/// ```
/// use bindery_codegen::Document;
///
/// let text = "openapi: 3.0.3\ninfo:\n  title: Cats\n";
/// let document = Document::parse("cats.yaml", text)?;
/// assert_eq!(document.value()["info"]["title"], "Cats");
/// assert_eq!(document.position("/info/title").to_string(), "3:3");
/// # Ok::<(), bindery_codegen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    name: String,
    text: String,
    value: Value,
    lines: Lines,
    spots: OnceLock<Spot>,
}

impl Document {
    /// Reads a document from a file; its name in messages is the path as given.
    ///
    /// # Errors
    /// When the file cannot be read, is not UTF-8, or is neither YAML nor JSON.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let name = path.display().to_string();
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(name, text),
            Err(error) => Err(Diagnostic::new(name, format!("cannot read: {error}")).into()),
        }
    }

    /// Reads a document from its text. A text that begins with `{` is JSON, any other YAML.
    ///
    /// # Errors
    /// When the text is neither, with the place where it stops being so.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Error> {
        let (name, text) = (name.into(), text.into());
        let lines = Lines::of(&text);
        let spots = OnceLock::new();
        let parsed = if text
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('{')
        {
            json::parse(&text)
        } else {
            yaml::parse(&text).map(|(value, spot)| {
                // A fresh cell is empty, so this cannot fail.
                let _ = spots.set(spot);
                value
            })
        };
        match parsed {
            Ok(value) => Ok(Self {
                name,
                text,
                value,
                lines,
                spots,
            }),
            Err(fault) => {
                let mut diagnostic =
                    Diagnostic::new(name, fault.message).at(lines.position(&text, fault.offset));
                diagnostic.help = fault.help;
                Err(diagnostic.into())
            }
        }
    }

    /// The name under which messages speak of this document.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as authored.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The value at a JSON pointer (RFC 6901).
    pub fn get(&self, pointer: &str) -> Option<&Value> {
        self.value.pointer(pointer)
    }

    /// Follows `$ref`s from a pointer to the pointer of the value they lead to.
    ///
    /// `None` when a reference is not local, leads nowhere, or leads back to itself.
    pub fn resolve(&self, pointer: &str) -> Option<(Pointer, &Value)> {
        let mut at = Pointer::from(pointer);
        for _ in 0..MAX_DEPTH {
            let value = self.get(at.as_str())?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => at = Pointer::from_reference(reference)?,
                None => return Some((at, value)),
            }
        }
        None
    }

    /// The operations under `paths`, in path order, path-item `$ref`s followed.
    pub fn operations(&self) -> Vec<Operation<'_>> {
        operation::operations(self)
    }

    /// The parameters that a path item or an operation lists, references followed: where each is
    /// listed, where it stands, and what it is.
    ///
    /// A reference that leads nowhere is left out.
    pub fn parameters(&self, owner: &Pointer) -> Vec<(Pointer, Pointer, &Value)> {
        let list = owner.join("parameters");
        let listed = self.get(list.as_str()).and_then(Value::as_array);
        (0..listed.map_or(0, Vec::len))
            .filter_map(|index| {
                let listed = list.join(index);
                let (at, value) = self.resolve(listed.as_str())?;
                Some((listed, at, value))
            })
            .collect()
    }

    /// Where a value stands: its key in a mapping, itself in a sequence.
    ///
    /// A pointer to nothing gives the place of its nearest ancestor, so that
    /// a complaint about something missing still has a place.
    pub fn position(&self, pointer: &str) -> Position {
        self.lines.position(&self.text, self.spot(pointer).start)
    }

    /// Where a value itself stands, behind its key.
    pub fn value_position(&self, pointer: &str) -> Position {
        self.lines.position(&self.text, self.spot(pointer).value)
    }

    /// A complaint about the value at a pointer.
    pub fn diagnostic(&self, pointer: &str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&self.name, message).at(self.position(pointer))
    }

    /// Where the document is not shaped as OpenAPI 3.0.3 has it, in document order: unknown
    /// keywords, needed ones that are missing, and values of another kind.
    ///
    /// Empty for a document of another version. What stands in examples, defaults, enums and
    /// extensions is data and may have any shape.
    ///
    /// ```
    /// use bindery_codegen::Document;
    ///
    /// let text = "openapi: 3.0.3\ninfo: {titel: Cats, title: Cats, version: '1'}\npaths: {}\n";
    /// let faults = Document::parse("cats.yaml", text)?.faults();
    /// assert_eq!(
    ///     faults[0].to_string(),
    ///     "cats.yaml:2:8: `titel` is no keyword of the info object\n  help: write `title`"
    /// );
    /// # Ok::<(), bindery_codegen::Error>(())
    /// ```
    pub fn faults(&self) -> Vec<Diagnostic> {
        let misfits = self.misfits().into_iter();
        misfits.map(|misfit| misfit.diagnostic).collect()
    }

    /// The [`faults`](Self::faults), each with the pointer of the value that it is about.
    pub fn misfits(&self) -> Vec<Misfit> {
        self.structure().misfits
    }

    /// The document as the specification's table of objects sees it.
    pub(crate) fn structure(&self) -> structure::Structure {
        structure::structure(self)
    }

    /// The same text with another value, which keeps the places of what is still there.
    #[cfg(feature = "generate")]
    pub(crate) fn with_value(&self, value: Value) -> Self {
        Self {
            value,
            name: self.name.clone(),
            text: self.text.clone(),
            lines: self.lines.clone(),
            spots: self.spots.clone(),
        }
    }

    fn spot(&self, pointer: &str) -> &Spot {
        let root = self.spots.get_or_init(|| json::spots(&self.text));
        let mut spot = root;
        for token in Pointer::from(pointer).tokens() {
            match spot.child(&token) {
                Some(child) => spot = child,
                None => break,
            }
        }
        spot
    }
}

/// A text that is not a document: what, at which byte, and the mend if there is one.
#[derive(Debug)]
struct Fault {
    offset: usize,
    message: String,
    help: Option<String>,
}

impl Fault {
    fn new(offset: usize, message: impl Into<String>) -> Self {
        Self {
            offset,
            message: message.into(),
            help: None,
        }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
