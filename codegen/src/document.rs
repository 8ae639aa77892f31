//! An OpenAPI document as authored: its value, and the line and column of every part of it.

mod detours;
mod file;
mod files;
mod identity;
mod index;
mod json;
mod operation;
mod pointer;
pub(crate) mod references;
mod renames;
mod spot;
mod structure;
mod trail;
mod yaml;

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::Value;

pub(crate) use self::renames::Renames;
#[cfg(feature = "generate")]
pub(crate) use self::structure::{Mend, Part};
pub use self::{
    file::File, operation::Operation, pointer::Pointer, structure::Misfit, trail::Trail,
};
use self::{files::Files, references::Kind};
use crate::{Diagnostic, Error, Position};

/// The deepest nesting a document may have; every reader here stops there instead of overflowing.
pub(crate) const MAX_DEPTH: usize = 128;

/// A YAML or JSON document with the position of every value in it.
///
/// A document of several files is one value: each file that a `$ref` leads to is mounted once
/// below `/x-files`, under its path from the folder of the document, and every `$ref` is a local
/// one. Positions are those of the files as authored.
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
    files: Arc<Files>,
    /// Where the document's own file is; nothing for a text.
    path: Option<PathBuf>,
    value: Value,
    /// The keys that are mended.
    renames: Renames,
    /// Whether its schemas are in the words of OpenAPI 3.0, though it is of 3.1.
    lowered: bool,
}

impl Document {
    /// Reads a document from a file, and from those that it refers to; its name in messages is
    /// the path as given.
    ///
    /// A `$ref` to a file that cannot be read is left as it is.
    ///
    /// # Errors
    /// When the file cannot be read, is not UTF-8, or is neither YAML nor JSON.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let name = path.display().to_string();
        match fs::read_to_string(path) {
            Ok(text) => Self::gather(name, text, Some(path), &BTreeMap::new()),
            Err(error) => Err(Diagnostic::new(name, format!("cannot read: {error}")).into()),
        }
    }

    /// Reads a document from its text. A text that begins with `{` is JSON, any other YAML.
    ///
    /// A `$ref` to another file leads nowhere: a text stands in no folder.
    ///
    /// # Errors
    /// When the text is neither, with the place where it stops being so.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Error> {
        Self::gather(name.into(), text.into(), None, &BTreeMap::new())
    }

    /// The files that the document is read from, its own first.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.read()
    }

    /// The document as it would be with other texts for some of its files, by their names.
    ///
    /// # Errors
    /// When the text of its own file is neither YAML nor JSON.
    pub fn revised(&self, drafts: &BTreeMap<String, String>) -> Result<Self, Error> {
        let texts = self.files.read();
        let texts = texts.map(|file| (file.name().to_owned(), file.text().to_owned()));
        let mut all: BTreeMap<String, String> = texts.collect();
        all.extend(drafts.clone());
        let own = all.remove(self.name()).unwrap_or_default();
        Self::gather(self.name().to_owned(), own, self.path.as_deref(), &all)
    }

    fn gather(
        name: String,
        text: String,
        path: Option<&Path>,
        drafts: &BTreeMap<String, String>,
    ) -> Result<Self, Error> {
        let (root, value) = File::parse(name, text)?;
        let (files, value) = files::gather(root, value, path, drafts)?;
        Ok(Self {
            path: path.map(Path::to_owned),
            files: Arc::new(files),
            value,
            renames: Renames::default(),
            lowered: false,
        })
    }

    /// The name under which messages speak of this document.
    pub fn name(&self) -> &str {
        self.files.root.name()
    }

    /// The text of the document's own file, as authored.
    pub fn text(&self) -> &str {
        self.files.root.text()
    }

    /// The file that a value stands in.
    pub fn file(&self, pointer: &str) -> &File {
        self.files.of(pointer).0
    }

    /// The path of each file that was read or sought: the document's own, then those that it
    /// refers to. A build is stale when one of them changes.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.paths()
    }

    /// The version of OpenAPI that the document is of. One without quotes is read as a number, and
    /// meant as it is written.
    pub fn version(&self) -> Option<Cow<'_, str>> {
        match self.value.get("openapi")? {
            Value::String(version) => Some(version.into()),
            Value::Number(version) => Some(version.to_string().into()),
            _ => None,
        }
    }

    /// Whether the document is of a version, be it with a third number.
    pub(crate) fn is_of(&self, minor: &str) -> bool {
        let version = self.version().unwrap_or_default();
        let patch = version.strip_prefix(minor);
        patch.is_some_and(|patch| patch.is_empty() || patch.starts_with('.'))
    }

    /// The whole value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The value at a JSON pointer (RFC 6901).
    pub fn get(&self, pointer: &str) -> Option<&Value> {
        let Some(steps) = pointer.strip_prefix('/') else {
            return self.value.pointer(pointer);
        };
        // A step without an escape is a part of the pointer, and has not to be copied.
        steps
            .split('/')
            .try_fold(&self.value, |value, step| match value {
                Value::Object(members) => members.get(&*pointer::unescaped(step)),
                // An index has its rules, which are the library's.
                Value::Array(_) => value.pointer(&format!("/{step}")),
                _ => None,
            })
    }

    /// Puts a value in the place of another, or takes it out with `None`, and gives back what stood
    /// there; a key that is new is added. The text and its positions stay as authored.
    ///
    /// ```
    /// use bindery_codegen::Document;
    ///
    /// let mut document = Document::parse("cats.yaml", "info: {title: Cats}")?;
    /// let title = document.replace("/info/title", Some("Dogs".into()));
    /// assert_eq!(title, Some("Cats".into()));
    /// assert_eq!(document.replace("/info/title", None), Some("Dogs".into()));
    /// assert_eq!(document.get("/info/title"), None);
    /// # Ok::<(), bindery_codegen::Error>(())
    /// ```
    pub fn replace(&mut self, pointer: &str, value: Option<Value>) -> Option<Value> {
        let at = Pointer::from(pointer);
        let Some((parent, key)) = at.parent().zip(at.last()) else {
            return Some(std::mem::replace(
                &mut self.value,
                value.unwrap_or_default(),
            ));
        };
        match (self.value.pointer_mut(parent.as_str())?, value) {
            (Value::Object(entries), Some(value)) => entries.insert(key.into_owned(), value),
            (Value::Object(entries), None) => entries.remove(key.as_ref()),
            (Value::Array(items), value) => {
                let item = items.get_mut(key.parse::<usize>().ok()?)?;
                Some(std::mem::replace(item, value.unwrap_or_default()))
            }
            _ => None,
        }
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

    /// The reference at a pointer as authored, be it to another file; the pointer is that of the
    /// `$ref` itself.
    pub fn reference(&self, pointer: &Pointer) -> Option<&str> {
        match self.files.authored.get(pointer) {
            Some(authored) => Some(authored),
            None => self.get(pointer.as_str())?.as_str(),
        }
    }

    /// Why the `$ref` at a pointer leads to no file of the document, if that is so.
    pub fn astray(&self, pointer: &Pointer) -> Option<&Diagnostic> {
        self.files.astray.get(pointer)
    }

    /// Where a value stands in its [`file`](Self::file): its key in a mapping, itself in a
    /// sequence.
    ///
    /// A pointer to nothing gives the place of its nearest ancestor, so that
    /// a complaint about something missing still has a place.
    pub fn position(&self, pointer: &str) -> Position {
        let authored = self.renames.authored(pointer);
        let (file, inside) = self.files.of(&authored);
        file.position(file.extent(inside).start)
    }

    /// The keys of a mapping in the order of the text; none where the text has no mapping there.
    pub fn keys(&self, pointer: &str) -> Vec<String> {
        let authored = self.renames.authored(pointer);
        let (file, inside) = self.files.of(&authored);
        file.keys(inside)
    }

    /// Where a value itself stands, behind its key.
    pub fn value_position(&self, pointer: &str) -> Position {
        let (file, inside) = self.files.of(pointer);
        file.position(file.extent(inside).value)
    }

    /// The pointer of a value within its [`file`](Self::file).
    pub fn inside<'p>(&self, pointer: &'p str) -> &'p str {
        self.files.of(pointer).1
    }

    /// What [`entry_span`](Self::entry_span) gives, or that of the nearest ancestor where the pointer
    /// leads to nothing.
    pub fn span(&self, pointer: &str) -> Range<usize> {
        let authored = self.renames.authored(pointer);
        let (file, inside) = self.files.of(&authored);
        let found = file.extent(inside);
        found.start..found.end
    }

    /// The bytes of an entry in its [`file`](Self::file): from its key in a mapping, from itself in
    /// a sequence, to the end of its value.
    ///
    /// `None` where the pointer leads to nothing.
    pub fn entry_span(&self, pointer: &str) -> Option<Range<usize>> {
        self.get(pointer).map(|_| self.span(pointer))
    }

    /// The bytes of a value in its [`file`](Self::file), without its key.
    ///
    /// `None` where the pointer leads to nothing.
    pub fn value_span(&self, pointer: &str) -> Option<Range<usize>> {
        self.get(pointer)?;
        let (file, inside) = self.files.of(pointer);
        let found = file.extent(inside);
        Some(found.value..found.end)
    }

    /// A complaint about the value at a pointer.
    pub fn diagnostic(&self, pointer: &str, message: impl Into<String>) -> Diagnostic {
        let file = self.file(pointer).name();
        Diagnostic::new(file, message).at(self.position(pointer))
    }

    /// Where the document is not shaped as OpenAPI 3.0.3 or 3.1 has it, whichever it is of, in
    /// document order: unknown keywords, needed ones that are missing, and values of another kind.
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

    /// The references that lead to nothing, each with the pointer of its `$ref`, and why.
    ///
    /// ```
    /// use bindery_codegen::Document;
    ///
    /// let text = "paths: {/cats: {$ref: 'cats.yaml'}}";
    /// let document = Document::parse("api.yaml", text)?;
    /// let (at, why) = &document.strays()[0];
    /// assert_eq!(at.as_str(), "/paths/~1cats/$ref");
    /// assert_eq!(why.message, "`cats.yaml` leads out of the document");
    /// # Ok::<(), bindery_codegen::Error>(())
    /// ```
    pub fn strays(&self) -> Vec<(Pointer, Diagnostic)> {
        let mut strays = Vec::new();
        references::walk(&self.value, &Pointer::default(), &mut |kind, at, value| {
            let owner = at.parent().unwrap_or_default();
            let (Kind::Reference | Kind::Aside, Some(text)) = (kind, value.as_str()) else {
                return;
            };
            if self.resolve(owner.as_str()).is_some() {
                return;
            }
            let astray = self.astray(&at).cloned();
            let why = astray.unwrap_or_else(|| {
                let text = self.reference(&at).unwrap_or(text);
                let target = Pointer::from_reference(text);
                let there = target.is_some_and(|target| self.get(target.as_str()).is_some());
                let end = if there { "back to itself" } else { "nowhere" };
                self.diagnostic(at.as_str(), format!("`{text}` leads {end}"))
                    .help("correct the reference, or define what it refers to")
            });
            strays.push((at, why));
        });
        strays
    }

    /// The document as the specification's table of objects sees it.
    pub(crate) fn structure(&self) -> structure::Structure {
        structure::structure(self)
    }

    /// The same files with another value, which keeps the places of what is still there.
    #[cfg(feature = "generate")]
    pub(crate) fn with_value(&self, value: Value) -> Self {
        Self {
            value,
            path: self.path.clone(),
            files: Arc::clone(&self.files),
            renames: self.renames.clone(),
            lowered: self.lowered,
        }
    }

    /// The same document, of which some keys were other ones.
    #[cfg(feature = "generate")]
    pub(crate) fn renamed(mut self, renames: Renames) -> Self {
        self.renames = renames;
        self
    }

    /// The keys that are mended.
    #[cfg(feature = "generate")]
    pub(crate) fn renames(&self) -> &Renames {
        &self.renames
    }

    /// The same document of OpenAPI 3.1 with its schemas in the words of 3.0.
    #[cfg(feature = "generate")]
    pub(crate) fn lowered_to(&self, value: Value) -> Self {
        Self {
            lowered: true,
            ..self.with_value(value)
        }
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
