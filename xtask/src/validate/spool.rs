//! The lines of a report's exchanges, kept outside of memory until all have been judged.

use std::{
    env,
    fs::{self, File, OpenOptions},
    io::{self, BufReader, BufWriter, Seek},
    path::{Path, PathBuf},
};

use bindery_contract::{Diagnostic, Error, Exchange, render::Lines};

use crate::exit::Refusal;

/// A file without a name, so that nothing of it is left however the program ends.
#[derive(Debug)]
pub(super) struct Spool {
    lines: Lines<BufWriter<File>>,
    folder: PathBuf,
}

impl Spool {
    /// A file beside the report that it will be a part of, else among the system's temporary ones.
    pub(super) fn beside(report: Option<&Path>) -> Result<Self, Refusal> {
        // Beside a pipe or a device there is no place.
        let file = report.filter(|path| fs::metadata(path).map_or(true, |data| data.is_file()));
        let folder = file.map_or_else(env::temp_dir, |file| match file.parent() {
            Some(folder) if folder != Path::new("") => folder.to_owned(),
            _ => PathBuf::from("."),
        });
        let file = nameless(&folder).map_err(|error| {
            let message = format!("cannot write into `{}`: {error}", folder.display());
            let help = match report {
                Some(_) => "name a file in a folder that can be written",
                None => "name a file for the report by `--output`",
            };
            Refusal::new(message, help)
        })?;
        Ok(Self {
            lines: Lines::new(BufWriter::new(file)),
            folder,
        })
    }

    /// Keeps the line of an exchange.
    pub(super) fn add(&mut self, exchange: &Exchange) -> Result<(), Error> {
        self.lines.add(exchange).map_err(|error| {
            let folder = self.folder.display().to_string();
            let fault = Diagnostic::new(folder, format!("cannot write into it: {error}"));
            fault.help("make room for a line of each exchange").into()
        })
    }

    /// All lines from the first one on.
    pub(super) fn read(self) -> io::Result<BufReader<File>> {
        let mut file = self.lines.into_inner().into_inner()?;
        file.rewind()?;
        Ok(BufReader::new(file))
    }
}

/// A new file that is for its owner's eyes, and whose name is gone as soon as it is open.
fn nameless(folder: &Path) -> io::Result<File> {
    let path = folder.join(format!(".bindery.{}.part", std::process::id()));
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path)?;
    fs::remove_file(path)?;
    Ok(file)
}
