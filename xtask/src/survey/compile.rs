//! Compiles emitted clients in batches, and brings each error to its document.

use std::{fs, path::Path, process::Command};

use super::{Outcome, Surveyed};
use crate::exit::Refusal;

/// How much source is compiled as one crate, in bytes: enough clients to share its cost, few enough
/// for the compiler's memory, which is about 200 times as much.
const BATCH: u64 = 8_000_000;

/// Marks the documents whose clients do not compile.
pub(super) fn check(surveyed: &mut [Surveyed], scratch: &Path) -> Result<(), Refusal> {
    fs::create_dir_all(scratch.join("src")).map_err(|error| unable(&error))?;
    fs::write(scratch.join("Cargo.toml"), manifest()).map_err(|error| unable(&error))?;
    let mut batch = Vec::new();
    let mut bytes = 0;
    for document in surveyed {
        if !matches!(document.outcome, Outcome::Bound | Outcome::Partial) {
            continue;
        }
        let client = document
            .client
            .canonicalize()
            .map_err(|error| unable(&error))?;
        bytes += client.metadata().map_err(|error| unable(&error))?.len();
        batch.push((document, client.display().to_string()));
        if bytes > BATCH {
            compile(std::mem::take(&mut batch), scratch)?;
            bytes = 0;
        }
    }
    compile(batch, scratch)
}

/// Compiles clients as modules of one crate, without those that were found wanting until the rest
/// compiles: one broken client may keep the compiler from looking at the others.
fn compile(mut batch: Vec<(&mut Surveyed, String)>, scratch: &Path) -> Result<(), Refusal> {
    while !batch.is_empty() {
        let modules = batch.iter().enumerate();
        let modules = modules
            .map(|(index, (_, client))| format!("pub mod m{index} {{ include!({client:?}); }}\n"));
        let allowed = "#![allow(warnings, reason = \"only errors matter here\")]\n".to_owned();
        let library: String = std::iter::once(allowed).chain(modules).collect();
        fs::write(scratch.join("src/lib.rs"), library).map_err(|error| unable(&error))?;
        let output = Command::new("cargo")
            .args(["check", "--quiet", "--message-format", "short"])
            .current_dir(scratch)
            .output()
            .map_err(|error| unable(&error))?;
        if output.status.success() {
            break;
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let errors: Vec<&str> = said.lines().filter(|line| line.contains("error")).collect();
        let together = batch.len();
        batch.retain_mut(|(document, client)| {
            let error = errors.iter().find(|line| line.starts_with(client.as_str()));
            if let Some(error) = error {
                document.outcome = Outcome::Uncompilable;
                document.refusal = Some((*error).to_owned());
            }
            error.is_none()
        });
        if batch.len() == together {
            let first = errors.first().unwrap_or(&"cargo failed");
            return Err(Refusal::new(
                format!("cannot compile the clients: {first}"),
                "run it in bindery's repository",
            ));
        }
    }
    Ok(())
}

fn unable(error: &std::io::Error) -> Refusal {
    Refusal::new(format!("cannot compile: {error}"), "is `cargo` there?")
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
