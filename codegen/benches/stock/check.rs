//! How long `cargo check` takes for the clients, once their dependencies are built.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use super::{KINDS, Subject};

/// How often each crate is checked; the fastest counts.
const ROUNDS: usize = 3;

/// What the clients of stock progenitor name.
const STOCK: &str = r#"bytes = "1"
chrono = { version = "0.4", default-features = false, features = ["serde"] }
futures-core = "0.3"
progenitor-client = "=0.15.1"
rand = "0.10"
regress = "0.12"
reqwest = { version = "0.13", default-features = false, features = ["json", "stream"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
serde_urlencoded = "0.7"
uuid = { version = "1", features = ["serde", "v4"] }
"#;

/// Seconds to check the clients of all three, of those documents whose stock clients compile.
pub(super) fn seconds(subjects: &mut Vec<Subject>) -> [f64; 3] {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stock");
    let crates = KINDS.map(|kind| scratch.join(kind));
    for (kind, place) in crates.iter().enumerate() {
        fs::create_dir_all(place.join("src")).expect("the folder can be made");
        fs::write(place.join("Cargo.toml"), manifest(kind)).expect("the manifest can be written");
    }
    // What does not compile says nothing about time.
    loop {
        let mut failed = Vec::new();
        for (kind, place) in crates.iter().enumerate() {
            write(place, kind, subjects);
            failed.extend(broken(place));
        }
        if failed.is_empty() {
            break;
        }
        println!(
            "not compared, since a client does not compile: {}",
            failed.join(", ")
        );
        subjects.retain(|subject| !failed.contains(&subject.name));
    }
    println!("\nchecked: {} documents", subjects.len());
    let mut seconds = [f64::MAX; 3];
    for _ in 0..ROUNDS {
        for (best, place) in seconds.iter_mut().zip(&crates) {
            let library = place.join("src/lib.rs");
            let text = fs::read_to_string(&library).expect("the library is there");
            fs::write(&library, text).expect("the library can be touched");
            let start = Instant::now();
            assert!(cargo(place).status.success());
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    for (kind, seconds) in KINDS.iter().zip(seconds) {
        println!("{kind:12} {seconds:.2} s");
    }
    seconds
}

fn write(place: &Path, kind: usize, subjects: &[Subject]) {
    let mut library = "#![allow(warnings, reason = \"only time matters here\")]\n".to_owned();
    for (index, subject) in subjects.iter().enumerate() {
        library.extend(["pub mod m", &index.to_string(), ";\n"]);
        let module = place.join(format!("src/m{index}.rs"));
        let source = format!("// {}\n{}", subject.name, subject.sources[kind]);
        fs::write(module, source).expect("the module can be written");
    }
    fs::write(place.join("src/lib.rs"), library).expect("the library can be written");
}

/// The documents whose modules have errors.
fn broken(place: &Path) -> Vec<String> {
    let output = cargo(place);
    if output.status.success() {
        return Vec::new();
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let mut modules: Vec<PathBuf> = said
        .lines()
        .filter(|line| line.contains(": error"))
        .filter_map(|line| Some(place.join(line.split(':').next()?)))
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect();
    modules.sort();
    modules.dedup();
    assert!(!modules.is_empty(), "cargo check failed:\n{said}");
    let name = |module: &PathBuf| {
        let source = fs::read_to_string(module).expect("the module is there");
        source
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("// ")
            .to_owned()
    };
    modules.iter().map(name).collect()
}

fn cargo(place: &Path) -> std::process::Output {
    Command::new("cargo")
        .args(["check", "--quiet", "--message-format", "short"])
        .current_dir(place)
        .env("CARGO_TARGET_DIR", place.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .output()
        .expect("cargo can be run")
}

fn manifest(kind: usize) -> String {
    let name = KINDS[kind];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let dependencies = if kind == 0 {
        format!(
            "bindery = {{ path = {:?}, default-features = false }}\n",
            root.display().to_string()
        )
    } else {
        STOCK.to_owned()
    };
    format!(
        "[package]\nname = \"{name}-clients\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n\
         [profile.dev]\ndebug = false\n\n[workspace]\n"
    )
}
