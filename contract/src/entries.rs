//! Exchanges as they stand in files and folders, one after the other.

use std::{
    collections::VecDeque,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use bindery_codegen::{Diagnostic, Error};

use crate::{
    Recording,
    check::MAX_FAULTS,
    har::{self, Raw, Shape, Stream},
};

/// How many bytes of an archive are buffered.
const BUFFER: usize = 256 << 10;

/// The endings of the files that are read below a folder.
const ENDINGS: [&str; 5] = ["yaml", "yml", "har", "ndjson", "jsonl"];

/// An exchange that has been found and is still to be read.
///
/// Reading is what costs time, so it is left to whoever judges.
#[derive(Debug)]
pub struct Entry(Found);

#[derive(Debug)]
enum Found {
    File(PathBuf),
    Archived(Raw),
    Read(Box<Recording>),
}

/// The exchanges of files and folders, in order, with no more than one of a file in memory.
///
/// A folder is walked by name, and what ends with `.yaml`, `.yml`, `.har`, `.ndjson` or `.jsonl`
/// is read. A file of any other name is read as what it begins like.
#[derive(Debug)]
pub struct Entries {
    files: VecDeque<PathBuf>,
    /// The paths that hold nothing.
    empty: Vec<PathBuf>,
    passed_over: usize,
    current: Option<Stream<BufReader<Counted>>>,
    total: u64,
    read: Arc<AtomicU64>,
    /// Whether a file that is no archive is a fault.
    archived: bool,
}

impl Entry {
    /// Reads the exchange.
    ///
    /// # Errors
    /// When a file cannot be read or is no recording, or an entry is none of an archive; with
    /// file, line and column.
    pub fn read(self) -> Result<Recording, Error> {
        match self.0 {
            Found::File(path) => Recording::load(path),
            Found::Archived(raw) => har::recording(raw),
            Found::Read(recording) => Ok(*recording),
        }
    }

    /// Reads exchanges one after the other, and hands on each while all before it could be read.
    ///
    /// # Errors
    /// When one cannot be read: the faults of all of them, up to twenty.
    pub fn read_each(
        entries: impl IntoIterator<Item = Result<Self, Error>>,
        mut take: impl FnMut(Recording),
    ) -> Result<(), Error> {
        let mut faults = Vec::<Diagnostic>::new();
        for entry in entries {
            match entry.and_then(Self::read) {
                Ok(recording) if faults.is_empty() => take(recording),
                Ok(_) => {}
                Err(error) => faults.extend_from_slice(error.diagnostics()),
            }
            if faults.len() >= MAX_FAULTS {
                break;
            }
        }
        faults.truncate(MAX_FAULTS);
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults.into())
        }
    }
}

impl From<Recording> for Entry {
    fn from(recording: Recording) -> Self {
        Self(Found::Read(Box::new(recording)))
    }
}

impl Entries {
    /// Finds the files of all paths; their contents are read as the exchanges are asked for.
    ///
    /// # Errors
    /// When a path or a folder below it cannot be read.
    pub fn open<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, Error> {
        let (mut found, mut empty) = (Collected::default(), Vec::new());
        for path in paths {
            let before = found.files.len();
            found.path(path.as_ref(), &mut Vec::new())?;
            if found.files.len() == before {
                empty.push(path.as_ref().to_owned());
            }
        }
        Ok(Self {
            files: found.files,
            empty,
            passed_over: found.passed_over,
            current: None,
            total: found.total,
            read: Arc::default(),
            archived: false,
        })
    }

    /// The entries of HTTP archives, whatever the names of their files end with.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn archived<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, Error> {
        let entries = Self::open(paths)?;
        Ok(Self {
            archived: true,
            ..entries
        })
    }

    /// The files that are still to be read.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(PathBuf::as_path)
    }

    /// The given paths that are folders without anything to read.
    pub fn empty(&self) -> &[PathBuf] {
        &self.empty
    }

    /// How many files of the folders are not read, because their names end otherwise.
    pub fn passed_over(&self) -> usize {
        self.passed_over
    }

    /// How many bytes have been read, and how many there are.
    pub fn progress(&self) -> (u64, u64) {
        (self.read.load(Ordering::Relaxed), self.total)
    }

    /// Opens a file: the stream of an archive, or the one recording that it is.
    fn start(&mut self, path: PathBuf) -> Result<Option<Entry>, Diagnostic> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let shape = match ending.unwrap_or_default() {
            "yaml" | "yml" if !self.archived => {
                let length = fs::metadata(&path).map_or(0, |data| data.len());
                self.read.fetch_add(length, Ordering::Relaxed);
                return Ok(Some(Entry(Found::File(path))));
            }
            "har" => Some(Shape::Archive),
            "ndjson" | "jsonl" => Some(Shape::Lines),
            _ => None,
        };
        let file = File::open(&path).map_err(|error| unreadable(&path, &error))?;
        let counted = Counted {
            file,
            read: Arc::clone(&self.read),
        };
        let mut reader = BufReader::with_capacity(BUFFER, counted);
        let shape = match shape {
            Some(shape) => shape,
            None => {
                let begin = reader
                    .fill_buf()
                    .map_err(|error| unreadable(&path, &error))?;
                match sniffed(begin) {
                    Some(shape) => shape,
                    None if self.archived => return Err(no_archive(&path)),
                    None => return Ok(Some(Entry(Found::File(path)))),
                }
            }
        };
        self.current = Some(Stream::new(&path.display().to_string(), reader, shape));
        Ok(None)
    }
}

impl Iterator for Entries {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(stream) = &mut self.current {
                match stream.next() {
                    Some(Ok(raw)) => return Some(Ok(Entry(Found::Archived(raw)))),
                    Some(Err(fault)) => return Some(Err(fault.into())),
                    None => self.current = None,
                }
            }
            let path = self.files.pop_front()?;
            match self.start(path) {
                Ok(Some(entry)) => return Some(Ok(entry)),
                Ok(None) => {}
                Err(fault) => return Some(Err(fault.into())),
            }
        }
    }
}

/// What a file begins like: an archive, an entry, or else a recording.
fn sniffed(begin: &[u8]) -> Option<Shape> {
    let begin = String::from_utf8_lossy(&begin[..begin.len().min(256)]);
    let inside = begin
        .trim_start_matches('\u{feff}')
        .trim_start()
        .strip_prefix('{')?;
    let key = inside.trim_start().strip_prefix('"')?.split('"').next()?;
    match key {
        "log" => Some(Shape::Archive),
        "recorded" | "when" | "then" => None,
        _ => Some(Shape::Lines),
    }
}

/// A file that counts what is read of it.
#[derive(Debug)]
struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// The files of some paths, and how many bytes they have.
#[derive(Default)]
struct Collected {
    files: VecDeque<PathBuf>,
    total: u64,
    passed_over: usize,
}

impl Collected {
    /// Finds the files of a path; `above` are the folders that it was reached through.
    fn path(&mut self, path: &Path, above: &mut Vec<PathBuf>) -> Result<(), Error> {
        let data = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
        if !data.is_dir() {
            self.files.push_back(path.to_owned());
            self.total += data.len();
            return Ok(());
        }
        let real = fs::canonicalize(path).map_err(|error| unreadable(path, &error))?;
        // A link that leads back up would be followed for as long as paths may be.
        if above.contains(&real) {
            return Ok(());
        }
        let mut entries = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
            entries.push(entry.map_err(|error| unreadable(path, &error))?.path());
        }
        entries.sort();
        above.push(real);
        for entry in entries {
            let ending = entry.extension().and_then(|ending| ending.to_str());
            let hidden = entry
                .file_name()
                .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            if entry.is_dir() || ending.is_some_and(|ending| ENDINGS.contains(&ending)) {
                self.path(&entry, above)?;
            } else if !hidden {
                self.passed_over += 1;
            }
        }
        above.pop();
        Ok(())
    }
}

fn no_archive(path: &Path) -> Diagnostic {
    let fault = Diagnostic::new(path.display().to_string(), "not an HTTP archive");
    fault.help("save the traffic as HAR, or write one entry of an archive on each line")
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(path.display().to_string(), format!("cannot read: {error}"))
}
