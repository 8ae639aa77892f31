//! The files of a document as one value: each file that a reference leads to is mounted once below
//! [`MOUNT`], and the references to it become local ones.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    fs,
    path::{Component, Path, PathBuf},
};

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::{
    File, Pointer, detours, identity,
    references::{self, Kind},
};
use crate::Diagnostic;

/// The key of the root below which the other files of a document are mounted, each under its path
/// from the folder of the document.
pub(crate) const MOUNT: &str = "x-files";

/// The files of a document, and what its references were before they became local.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) root: File,
    mounted: BTreeMap<String, File>,
    /// The paths of files that could not be read.
    unread: Vec<String>,
    /// The rewritten references as authored, each by the pointer of its `$ref`.
    pub(super) authored: BTreeMap<Pointer, String>,
    /// Why a reference leads out of the document to nothing, by the pointer of its `$ref`.
    pub(super) astray: BTreeMap<Pointer, Diagnostic>,
}

impl Files {
    /// The file that a value stands in, and the value's pointer in there.
    pub(super) fn of<'p>(&self, pointer: &'p str) -> (&File, &'p str) {
        let mounted = || {
            let rest = pointer.strip_prefix('/')?.strip_prefix(MOUNT)?;
            let rest = rest.strip_prefix('/')?;
            let (token, inside) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let path = token.replace("~1", "/").replace("~0", "~");
            Some((self.mounted.get(&path)?, inside))
        };
        mounted().unwrap_or((&self.root, pointer))
    }

    /// Each file that was read, the document's own first.
    pub(super) fn read(&self) -> impl Iterator<Item = &File> {
        std::iter::once(&self.root).chain(self.mounted.values())
    }

    /// The path of each file that was read or sought, the document's own first.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let mounted = self.mounted.values().map(File::name);
        let unread = self.unread.iter().map(String::as_str);
        std::iter::once(self.root.name())
            .chain(mounted)
            .chain(unread)
    }
}

/// Follows the references of a document from file to file.
///
/// `path` is that of the document; without one, no other file is sought. `drafts` are the texts of
/// files that are not read, by their names.
pub(super) fn gather(
    root: File,
    value: Value,
    path: Option<&Path>,
    drafts: &BTreeMap<String, String>,
) -> Result<(Files, Value), Diagnostic> {
    let own = path.and_then(Path::file_name).unwrap_or_default();
    let mut gathering = Gathering {
        drafts,
        folder: path.map(|path| path.parent().unwrap_or(Path::new(""))),
        sources: vec![Source {
            key: own.to_string_lossy().into_owned(),
            file: root,
            value,
        }],
        faults: BTreeMap::new(),
        unread: Vec::new(),
        queue: vec![(0, Pointer::default())],
        met: BTreeSet::new(),
        local: BTreeMap::new(),
        astray: BTreeMap::new(),
        detours: false,
    };
    while let Some((source, at)) = gathering.queue.pop() {
        gathering.part(source, &at);
    }
    gathering.mount()
}

/// One file while its references are followed.
#[derive(Debug)]
struct Source {
    /// Its path from the folder of the document.
    key: String,
    file: File,
    value: Value,
}

/// A value in one of the sources, by the number of the source.
type Spot = (usize, Pointer);

struct Gathering<'p> {
    drafts: &'p BTreeMap<String, String>,
    folder: Option<&'p Path>,
    sources: Vec<Source>,
    /// Why files could not be read, by their keys.
    faults: BTreeMap<String, Fault>,
    unread: Vec<String>,
    /// Parts whose references are still to be followed.
    queue: Vec<Spot>,
    met: BTreeSet<Spot>,
    /// The references that become local ones: as authored, and where they lead.
    local: BTreeMap<Spot, (String, Spot)>,
    astray: BTreeMap<Spot, Diagnostic>,
    /// Whether a reference leads to no value, as one does that leads through another.
    detours: bool,
}

/// Why a reference leads to no file.
#[derive(Debug, Clone)]
enum Fault {
    /// What is wrong with the reference, and the mend.
    Reference(String, String),
    /// What is wrong with the file that it leads to.
    File(Diagnostic),
}

impl Fault {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Reference(message.into(), help.into())
    }
}

impl Gathering<'_> {
    /// Follows the references of a part.
    fn part(&mut self, source: usize, at: &Pointer) {
        let mut found = Vec::new();
        if let Some(value) = self.sources[source].value.pointer(at.as_str()) {
            references::walk(value, at, &mut |kind, at, value| {
                let text = value.as_str().map(str::to_owned);
                found.extend(text.map(|text| (kind, at, text)));
            });
        }
        for (kind, at, text) in found {
            match self.target(source, &at, kind, &text) {
                Ok(None) => {}
                Ok(Some(target)) => {
                    let value = &self.sources[target.0].value;
                    self.detours |= value.pointer(target.1.as_str()).is_none();
                    if target.0 != 0 || references::is_in_data(&target.1) {
                        self.meet(target.clone());
                    }
                    let plain = Pointer::from_reference(&text).as_ref() == Some(&target.1);
                    if source != 0 || target.0 != 0 || !plain {
                        self.local.insert((source, at), (text, target));
                    }
                }
                // A mapping may hold words that only look like references.
                Err(_) if kind == Kind::Mapping => {}
                Err(fault) => {
                    let diagnostic = self.complaint(source, &at, fault);
                    self.astray.insert((source, at), diagnostic);
                }
            }
        }
    }

    fn meet(&mut self, part: Spot) {
        if self.met.insert(part.clone()) {
            self.queue.push(part);
        }
    }

    fn complaint(&self, source: usize, at: &Pointer, fault: Fault) -> Diagnostic {
        let file = &self.sources[source].file;
        match fault {
            Fault::File(diagnostic) => diagnostic,
            Fault::Reference(message, help) => Diagnostic::new(file.name(), message)
                .at(file.position(file.extent(at.as_str()).start))
                .help(help),
        }
    }

    /// Where a reference leads; none where it names no place at all.
    fn target(
        &mut self,
        source: usize,
        at: &Pointer,
        kind: Kind,
        text: &str,
    ) -> Result<Option<Spot>, Fault> {
        if kind == Kind::Mapping && !is_reference(text) {
            let named = Pointer::from("/components/schemas").join(text);
            let here = self.sources[source].value.pointer(named.as_str());
            return Ok((source != 0 && here.is_some()).then_some((source, named)));
        }
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let file = match path {
            "" => source,
            _ => match self.identified(source, at, path) {
                Some((file, schema)) => {
                    let inside = identity::inside(&self.sources[file].value, &schema, fragment);
                    return Ok(inside.map(|inside| (file, inside)));
                }
                None if is_url(path) => {
                    let message =
                        format!("`{text}` is a URL, and nothing is read from the network");
                    let help = "save what it refers to beside the document, and refer to the file";
                    return Err(Fault::new(message, help));
                }
                None => self.file(source, path, text)?,
            },
        };
        match Pointer::from_reference(&format!("#{fragment}")) {
            Some(inside) => Ok(Some((file, self.based(file, source, at, inside)))),
            None => match self.anchored(file, source, at, fragment) {
                Some(inside) => Ok(Some((file, inside))),
                None => {
                    let message = format!("`{text}` names no place");
                    Err(Fault::new(message, "write the place as `#/…`"))
                }
            },
        }
    }

    /// A pointer that leads nowhere from the root of its file may lead somewhere from the schema
    /// around the reference that has an `$id` (JSON Schema 2020-12, section 8.2.1).
    fn based(&self, file: usize, source: usize, at: &Pointer, inside: Pointer) -> Pointer {
        let value = &self.sources[file].value;
        if file != source || value.pointer(inside.as_str()).is_some() {
            return inside;
        }
        let around = identity::around(value, at).into_iter();
        let mut based = around.map(|schema| schema.append(&inside));
        let based = based.find(|based| value.pointer(based.as_str()).is_some());
        based.unwrap_or(inside)
    }

    /// Where an anchor is: in the nearest schema around the reference that has an `$id` and the
    /// anchor, else in the file.
    fn anchored(&self, file: usize, source: usize, at: &Pointer, name: &str) -> Option<Pointer> {
        let value = &self.sources[file].value;
        let around = (file == source).then(|| identity::around(value, at));
        let mut around = around.into_iter().flatten();
        let near = around.find_map(|schema| identity::anchor(value, &schema, name));
        near.or_else(|| identity::anchor(value, &Pointer::default(), name))
    }

    /// The schema of any file whose `$id` is a URL, or what a path is as seen from the `$id` of a
    /// schema around it.
    fn identified(&self, source: usize, at: &Pointer, path: &str) -> Option<Spot> {
        if is_url(path) {
            return self.named("$id", path);
        }
        let value = &self.sources[source].value;
        let around = identity::around(value, at).into_iter();
        let mut bases = around.filter_map(|schema| value.pointer(schema.as_str())?["$id"].as_str());
        bases.find_map(|base| self.named("$id", &identity::joined(base, path)?))
    }

    /// The schema of any file with a keyword of this text.
    fn named(&self, keyword: &str, text: &str) -> Option<Spot> {
        let mut sources = self.sources.iter().enumerate();
        sources.find_map(|(index, source)| {
            Some((index, identity::find(&source.value, keyword, text)?))
        })
    }

    /// The file that a path in another file names, read when it is first met.
    fn file(&mut self, from: usize, path: &str, text: &str) -> Result<usize, Fault> {
        let Some(folder) = self.folder else {
            let message = format!("`{text}` leads out of the document");
            return Err(Fault::new(
                message,
                "copy what it refers to into this document",
            ));
        };
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let around = Path::new(&self.sources[from].key).parent();
        let sought = around.unwrap_or(Path::new("")).join(&*decoded);
        let path = from_folder(folder, &sought);
        let key = slashed(&path);
        if let Some(known) = self.sources.iter().position(|source| source.key == key) {
            return Ok(known);
        }
        if let Entry::Vacant(unknown) = self.faults.entry(key.clone()) {
            let whole = lexical(&folder.join(&path));
            match read(
                &whole,
                &decoded,
                self.sources[from].file.name(),
                self.drafts,
            ) {
                Ok((file, value)) => {
                    self.sources.push(Source { key, file, value });
                    return Ok(self.sources.len() - 1);
                }
                Err(fault) => {
                    unknown.insert(fault);
                    self.unread.push(whole.display().to_string());
                }
            }
        }
        Err(self.faults[&key].clone())
    }

    /// All sources as one value, with the references between them rewritten.
    fn mount(mut self) -> Result<(Files, Value), Diagnostic> {
        let mounts: Vec<Pointer> = self.sources.iter().map(Source::mount).collect();
        let place = |(source, at): &Spot| match source {
            0 => at.clone(),
            source => mounts[*source].append(at),
        };
        let mut authored = BTreeMap::new();
        for (spot, (text, target)) in self.local {
            let value = &mut self.sources[spot.0].value;
            if let Some(reference) = value.pointer_mut(spot.1.as_str()) {
                *reference = Value::String(place(&target).reference());
                authored.insert(place(&spot), text);
            }
        }
        let astray = self.astray.into_iter();
        let astray = astray.map(|(spot, diagnostic)| (place(&spot), diagnostic));
        let astray = astray.collect();
        let Source {
            file: root,
            mut value,
            ..
        } = self.sources.remove(0);
        let (mut mounted, mut values) = (BTreeMap::new(), Map::new());
        for source in self.sources {
            mounted.insert(source.key.clone(), source.file);
            values.insert(source.key, source.value);
        }
        if let (Value::Object(entries), false) = (&mut value, values.is_empty()) {
            if entries.contains_key(MOUNT) {
                let at = root.position(root.extent(&format!("/{MOUNT}")).start);
                let message = format!("`{MOUNT}` is where the other files of a document are put");
                let complaint = Diagnostic::new(root.name(), message).at(at);
                return Err(complaint.help("give it another name"));
            }
            entries.insert(MOUNT.to_owned(), Value::Object(values));
        }
        if self.detours {
            detours::straighten(&mut value, &mut authored);
        }
        let files = Files {
            root,
            mounted,
            unread: self.unread,
            authored,
            astray,
        };
        Ok((files, value))
    }
}

impl Source {
    fn mount(&self) -> Pointer {
        Pointer::default().join(MOUNT).join(&self.key)
    }
}

/// Reads a file that a reference in the file `from` names by `text`.
fn read(
    path: &Path,
    text: &str,
    from: &str,
    drafts: &BTreeMap<String, String>,
) -> Result<(File, Value), Fault> {
    let name = path.display().to_string();
    let content = match drafts.get(&name) {
        Some(draft) => draft.clone(),
        // A device or a pipe may have no end.
        None if path.exists() && !path.is_file() => {
            let message = format!("`{text}` is no file");
            return Err(Fault::new(message, "refer to a YAML or JSON file"));
        }
        None => fs::read_to_string(path).map_err(|error| {
            let message = format!("cannot read `{text}`: {error}");
            Fault::new(message, format!("paths start from the folder of `{from}`"))
        })?,
    };
    File::parse(name, content).map_err(Fault::File)
}

/// Whether a value of a discriminator's mapping is a reference rather than the name of a schema.
fn is_reference(text: &str) -> bool {
    let ending = Path::new(text)
        .extension()
        .and_then(|ending| ending.to_str());
    text.contains(['#', '/']) || matches!(ending, Some("yaml" | "yml" | "json"))
}

fn is_url(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    first.contains(':') || path.starts_with("//")
}

/// A path that starts from a folder, without detours: `../api/b.yaml` from `api` is `b.yaml`.
fn from_folder(folder: &Path, path: &Path) -> PathBuf {
    // Without a current directory, the folder is as good as absolute.
    let absolute = |path: &Path| lexical(&std::path::absolute(path).unwrap_or(path.to_owned()));
    let (folder, path) = (absolute(&folder.join(".")), absolute(&folder.join(path)));
    let shared = folder.components().zip(path.components());
    let shared = shared.take_while(|(one, other)| one == other).count();
    let up = folder
        .components()
        .skip(shared)
        .map(|_| Component::ParentDir);
    up.chain(path.components().skip(shared)).collect()
}

/// The path without `.`, and without `..` wherever there is a folder to leave.
fn lexical(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        let leaves = matches!(plain.components().next_back(), Some(Component::Normal(_)));
        match component {
            Component::CurDir => {}
            Component::ParentDir if leaves => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

fn slashed(path: &Path) -> String {
    let parts = path.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
