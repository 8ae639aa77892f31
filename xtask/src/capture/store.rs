//! Writes recordings as files: whole or not at all, and never over one that is there.

use std::{
    collections::BTreeMap,
    fs,
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
    /// What each folder holds, apart from the day.
    known: BTreeMap<PathBuf, Vec<String>>,
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
        let timeless = timeless(&text);
        if known.contains(&timeless) {
            self.skipped += 1;
            return Ok(());
        }
        known.push(timeless);
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
fn contents(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push(timeless(&fs::read_to_string(path)?));
        }
    }
    Ok(found)
}

/// A file without the line that says when it was recorded.
fn timeless(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("  at: "));
    lines.collect::<Vec<_>>().join("\n")
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
