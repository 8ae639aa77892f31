//! Generates the clients of the enabled providers: those documents whose feature is on.

use std::process::ExitCode;

#[cfg(feature = "generate")]
#[expect(
    clippy::disallowed_methods,
    reason = "a build script reads the folder of documents"
)]
fn main() -> ExitCode {
    use std::{env, fs, path::PathBuf};

    println!("cargo::rerun-if-changed=specs");
    let is_enabled = |path: &PathBuf| {
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        path.extension()
            .is_some_and(|extension| extension == "yaml")
            && env::var_os(format!("CARGO_FEATURE_{stem}")).is_some()
    };
    let entries = fs::read_dir("specs").into_iter().flatten().flatten();
    let mut documents: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(is_enabled)
        .collect();
    documents.sort();
    let settings = bindery_codegen::Settings::new().runtime("crate::runtime");
    bindery_codegen::build(&documents, &settings)
}

#[cfg(not(feature = "generate"))]
fn main() -> ExitCode {
    ExitCode::SUCCESS
}
