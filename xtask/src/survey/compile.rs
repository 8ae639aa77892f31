//! Compiles emitted clients in batches, and brings each error to its document.

use std::{fs, path::Path, process::Command};

use super::{Outcome, Surveyed, client_path};
use crate::exit::Refusal;

/// How many clients are compiled as one crate: enough to share its cost, few enough for its memory.
const BATCH: usize = 40;

/// Marks the documents whose clients do not compile.
pub(super) fn check(surveyed: &mut [Surveyed], emit: &Path, scratch: &Path) -> Result<(), Refusal> {
    let unable = |error: std::io::Error| {
        Refusal::new(format!("cannot compile: {error}"), "is `cargo` there?")
    };
    let emit = emit.canonicalize().map_err(unable)?;
    fs::create_dir_all(scratch.join("src")).map_err(unable)?;
    fs::write(scratch.join("Cargo.toml"), manifest()).map_err(unable)?;
    let bound: Vec<&mut Surveyed> = surveyed
        .iter_mut()
        .filter(|document| matches!(document.outcome, Outcome::Bound | Outcome::Partial))
        .collect();
    let mut rest = bound.into_iter().peekable();
    while rest.peek().is_some() {
        let mut batch: Vec<&mut Surveyed> = rest.by_ref().take(BATCH).collect();
        let modules = batch.iter().enumerate().map(|(index, document)| {
            let path = client_path(&emit, &document.file).display().to_string();
            format!("pub mod m{index} {{ include!({path:?}); }}\n")
        });
        let allowed = "#![allow(warnings, reason = \"only errors matter here\")]\n".to_owned();
        let library: String = std::iter::once(allowed).chain(modules).collect();
        fs::write(scratch.join("src/lib.rs"), library).map_err(unable)?;
        let output = Command::new("cargo")
            .args(["check", "--quiet", "--message-format", "short"])
            .current_dir(scratch)
            .output()
            .map_err(unable)?;
        let said = String::from_utf8_lossy(&output.stderr);
        for document in &mut batch {
            let path = client_path(&emit, &document.file).display().to_string();
            let error = said
                .lines()
                .find(|line| line.starts_with(&path) && line.contains("error"));
            if let Some(error) = error {
                document.outcome = Outcome::Uncompilable;
                document.refusal = Some(error.to_owned());
            }
        }
        let blamed = batch
            .iter()
            .any(|document| document.outcome == Outcome::Uncompilable);
        if !output.status.success() && !blamed {
            let first = said
                .lines()
                .find(|line| line.contains("error"))
                .unwrap_or("cargo failed");
            return Err(Refusal::new(
                format!("cannot compile the clients: {first}"),
                "run it in bindery's repository",
            ));
        }
    }
    Ok(())
}

/// A crate that depends on the `bindery` this program was built beside, or else on its release.
fn manifest() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let bindery = if root.join("src/runtime.rs").exists() {
        format!(
            "{{ path = {:?}, default-features = false }}",
            root.display().to_string()
        )
    } else {
        format!(
            "{{ version = {:?}, default-features = false }}",
            env!("CARGO_PKG_VERSION")
        )
    };
    format!(
        "[package]\nname = \"survey\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\nbindery = {bindery}\n\n\
         [profile.dev]\ndebug = false\n\n[workspace]\n"
    )
}
