//! What a `build.rs` needs: generate into `OUT_DIR`, tell cargo when to do it again, and fail legibly.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{Diagnostic, Document, Error, Note, NoteKind, Settings, generate};

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
/// [`faults`](Document::faults) is built with a warning for each, and so is what its client
/// [lacks](NoteKind::Lost). A file whose text would not change is not written.
#[must_use = "the exit code is what fails the build"]
pub fn build(documents: &[impl AsRef<Path>], settings: &Settings) -> ExitCode {
    let mut failed = false;
    for document in documents {
        let document = document.as_ref();
        instruct(&format!("rerun-if-changed={}", document.display()));
        let loaded = Document::load(document);
        let faults = loaded.as_ref().map(Document::faults).unwrap_or_default();
        let built = loaded.and_then(|loaded| build_one(&loaded, document, settings));
        failed |= built.is_err();
        let (errors, notes) = match &built {
            Ok(notes) => (&[][..], notes.as_slice()),
            Err(error) => (error.diagnostics(), &[][..]),
        };
        // What an error says already is not said again, nor a fault by a note.
        let said = |by: &[Diagnostic], of: &Diagnostic| {
            by.iter().any(|other| other.position == of.position)
        };
        for fault in faults.iter().filter(|fault| !said(errors, fault)) {
            tell("warning", fault);
        }
        let lost = notes.iter().filter(|note| note.kind == NoteKind::Lost);
        for note in lost.filter(|note| !said(&faults, &note.diagnostic)) {
            tell("warning", &note.diagnostic);
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

fn build_one(document: &Document, path: &Path, settings: &Settings) -> Result<Vec<Note>, Error> {
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
        return Ok(client.notes().to_vec());
    }
    fs::write(&target, client.source())
        .map_err(|error| unusable(format!("cannot write `{}`: {error}", target.display())))?;
    Ok(client.notes().to_vec())
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
