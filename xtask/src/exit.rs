//! How every subcommand ends: what it prints where, and its exit code.

use std::{
    fmt,
    fs::{self, File},
    io::{self, BufWriter, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

use bindery_contract::{
    Error,
    render::{Style, printable_lines},
};

/// What a subcommand found.
#[derive(Debug)]
pub(crate) struct Found {
    /// For stdout.
    pub(crate) text: String,
    /// Whether it is enough to fail.
    pub(crate) failed: bool,
}

/// Why a subcommand could not run: one line and, below it, a help.
#[derive(Debug)]
pub(crate) struct Refusal(pub(crate) String);

/// Prints what was found and says how it went: 0 clean, 1 findings, 2 could not run.
pub(crate) fn finish(outcome: Result<Found, Refusal>) -> ExitCode {
    let code = match &outcome {
        Ok(found) if !found.failed => 0,
        Ok(_) => 1,
        Err(_) => 2,
    };
    let printed = match outcome {
        Ok(found) => print(|out| out.write_all(found.text.as_bytes())),
        Err(refusal) => writeln!(io::stderr().lock(), "{refusal}"),
    };
    match printed {
        Err(_) => ExitCode::from(2),
        Ok(()) => ExitCode::from(code),
    }
}

/// Writes to stdout, whose reader may have seen enough before the end, as `head` does.
pub(crate) fn print(text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = text(&mut out).and_then(|()| out.flush());
    printed.or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}

/// Says something on stderr while the command goes on.
pub(crate) fn tell(text: &str) {
    // Whoever does not listen does not stop the work.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Writes a file whole or not at all: beside its place first, then in it.
///
/// A link stays one, and what is no file, as a terminal or `/dev/null`, is written to as it is.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Refusal> {
    write_by(path, |out| out.write_all(text.as_bytes()))
}

/// What [`write`] does with a text that need not fit into memory.
pub(crate) fn write_by(
    path: &Path,
    text: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Refusal> {
    let into = |path: &Path| {
        let mut out = BufWriter::new(File::create(path)?);
        text(&mut out).and_then(|()| out.flush())
    };
    let is_special = fs::metadata(path).is_ok_and(|data| !data.is_file());
    let written = if is_special {
        into(path)
    } else {
        let real = fs::canonicalize(path);
        replace(real.as_deref().unwrap_or(path), into)
    };
    written.map_err(|error| {
        Refusal::new(
            format!("cannot write `{}`: {error}", path.display()),
            "name a file in a folder that can be written",
        )
    })
}

fn replace(path: &Path, into: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = into(&beside).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What is left of the attempt; that there was none is no second fault.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Colours for a terminal, none for a file or where `NO_COLOR` is set.
pub(crate) fn style() -> Style {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    Style {
        colored: io::stdout().is_terminal() && !refused,
    }
}

impl Refusal {
    /// A refusal with its mend.
    pub(crate) fn new(message: impl fmt::Display, help: impl fmt::Display) -> Self {
        Self(format!("error: {message}\n  help: {help}"))
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let lines = error.diagnostics().iter();
        Self(
            lines
                .map(|line| format!("error: {}", printable_lines(&line.to_string())))
                .collect::<Vec<_>>()
                .join("\n"),
        )
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
