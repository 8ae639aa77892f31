//! What a `build.rs` needs: generate into `OUT_DIR`, tell cargo when to do it again, and fail legibly.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    Diagnostic, Document, Error, Generated, NoteKind, Position, Refusal, Settings, generate,
};

/// Generates `$OUT_DIR/<stem>.rs` from each document.
///
/// The whole of a `build.rs`:
///
/// ```no_run
/// use std::process::ExitCode;
///
/// fn main() -> ExitCode {
///     bindery_codegen::build(&["specs/cats.yaml"], &bindery_codegen::Settings::new())
/// }
/// ```
///
/// The crate then has `mod cats { include!(concat!(env!("OUT_DIR"), "/cats.rs")); }`.
///
/// A document that cannot be bound fails the build: each complaint is printed as an error of
/// cargo's, with file, line, column and help. One that is bound in spite of its
/// [`faults`](Document::faults) is built with a warning for each, and one of which some operations
/// cannot be bound, without these and with a warning for each; so is what its client
/// [lacks](NoteKind::Lost). A file whose text would not change is not written.
#[must_use = "the exit code is what fails the build"]
pub fn build(documents: &[impl AsRef<Path>], settings: &Settings) -> ExitCode {
    let mut failed = false;
    for document in documents {
        let document = document.as_ref();
        let loaded = Document::load(document);
        match &loaded {
            Ok(loaded) => loaded.paths().for_each(rerun_if_changed),
            Err(_) => rerun_if_changed(&document.display().to_string()),
        }
        let faults = loaded.as_ref().map(Document::faults).unwrap_or_default();
        let built = loaded.and_then(|loaded| build_one(&loaded, document, settings));
        failed |= built.is_err();
        let (errors, lacks) = match &built {
            Ok(client) => (&[][..], lacks(client)),
            Err(error) => (error.diagnostics(), BTreeSet::new()),
        };
        // What an error or a lack says already is not said again.
        let told: BTreeSet<_> = errors.iter().chain(&lacks).map(place).collect();
        for fault in faults.iter().filter(|fault| !told.contains(&place(fault))) {
            tell("warning", fault);
        }
        for lack in &lacks {
            tell("warning", lack);
        }
        for error in errors {
            tell("error", error);
        }
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn build_one(document: &Document, path: &Path, settings: &Settings) -> Result<Generated, Error> {
    let unusable = |message: String| Diagnostic::new(path.display().to_string(), message);
    let directory = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| {
        unusable("`OUT_DIR` is not set".to_owned()).help("call this from a build.rs")
    })?;
    let stem = path
        .file_stem()
        .ok_or_else(|| unusable("the path names no file".to_owned()))?;
    let target = directory.join(stem).with_extension("rs");
    let client = generate(document, settings)?;
    if fs::read_to_string(&target).is_ok_and(|current| current == client.source()) {
        return Ok(client);
    }
    fs::write(&target, client.source())
        .map_err(|error| unusable(format!("cannot write `{}`: {error}", target.display())))?;
    Ok(client)
}

/// What a client is made without, each once: operations, and what others lack.
fn lacks(client: &Generated) -> BTreeSet<Diagnostic> {
    let refused = client.refused().iter().flat_map(Refusal::warnings);
    let notes = client.notes().iter();
    let lost = notes.filter(|note| note.kind == NoteKind::Lost);
    refused
        .chain(lost.map(|note| note.diagnostic.clone()))
        .collect()
}

/// Where a complaint stands: its file, and the position in it.
fn place(diagnostic: &Diagnostic) -> (&str, Option<Position>) {
    (&diagnostic.file, diagnostic.position)
}

fn rerun_if_changed(path: &str) {
    instruct(&format!("rerun-if-changed={path}"));
}

/// One instruction is one line, so the help goes behind the message.
fn tell(kind: &str, diagnostic: &Diagnostic) {
    let line = diagnostic.to_string().replace("\n  ", "; ");
    instruct(&format!("{kind}={line}"));
}

#[expect(
    clippy::print_stdout,
    reason = "cargo reads a build script's instructions from its output"
)]
fn instruct(instruction: &str) {
    println!("cargo::{instruction}");
}
