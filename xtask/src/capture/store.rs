//! Writes recordings as files: whole or not at all, and never over one that is there.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Write},
    path::{Path, PathBuf},
};

use bindery_contract::Recording;

use crate::exit::Refusal;

/// What was stored.
#[derive(Debug, Default)]
pub(super) struct Stored {
    pub(super) written: Vec<PathBuf>,
    /// How many exchanges were there already, to the letter.
    pub(super) skipped: usize,
    /// What each folder holds, apart from the day, as hashes.
    known: BTreeMap<PathBuf, HashSet<u64>>,
}

impl Stored {
    /// Stores an exchange in a folder under the next number of its status.
    pub(super) fn put(&mut self, recording: &Recording, folder: &Path) -> Result<(), Refusal> {
        let text = recording.to_yaml();
        let known = match self.known.get_mut(folder) {
            Some(known) => known,
            None => {
                let found = contents(folder).map_err(|error| refusal(folder, &error))?;
                self.known.entry(folder.to_owned()).or_insert(found)
            }
        };
        if !known.insert(timeless(&text)) {
            self.skipped += 1;
            return Ok(());
        }
        let status = recording
            .response
            .as_ref()
            .map_or("request".to_owned(), |response| response.status.to_string());
        let path = create(folder, &status, &text).map_err(|error| refusal(folder, &error))?;
        self.written.push(path);
        Ok(())
    }
}

/// The recordings of a folder, apart from the day.
fn contents(folder: &Path) -> io::Result<HashSet<u64>> {
    let mut found = HashSet::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "yaml") {
            found.insert(timeless(&fs::read_to_string(path)?));
        }
    }
    Ok(found)
}

/// A file without the line that says when it was recorded, as a hash.
fn timeless(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for line in text.lines().filter(|line| !line.starts_with("  at: ")) {
        line.hash(&mut hasher);
    }
    hasher.finish()
}

/// Writes a new file beside, and gives it the first free name of the folder.
fn create(folder: &Path, status: &str, text: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".{status}-{}.draft", std::process::id()));
    let written = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&draft)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
    let named = written.and_then(|()| name(&draft, folder, status));
    // The draft goes whether or not it got its name.
    let removed = fs::remove_file(&draft);
    let path = named?;
    removed.map(|()| path)
}

fn name(draft: &Path, folder: &Path, status: &str) -> io::Result<PathBuf> {
    for number in 1_usize.. {
        let path = folder.join(format!("{status}-{number}.yaml"));
        // A second name is refused where there is such a file, which renaming would replace.
        match fs::hard_link(draft, &path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("no number is free"))
}

fn refusal(folder: &Path, error: &io::Error) -> Refusal {
    Refusal::new(
        format!("cannot store in `{}`: {error}", folder.display()),
        "name another folder with `--out DIR`",
    )
}
