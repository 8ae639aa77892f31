//! Beside stock progenitor, in one run: time to generate, lines, and with `--check` time to check.
//!
//! `cargo bench -p bindery-codegen --bench stock -- [--check] [FILE|FOLDER]...` takes the documents
//! that progenitor can do, of those named, or of the repository's own. For each it prints what an
//! operation costs, and at the end the ratios over all.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a benchmark reads files, prints, and may fail by panicking"
)]

mod check;

use std::{
    fs,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use bindery_codegen::{Document, Settings, generate};
use progenitor::{GenerationSettings, Generator, InterfaceStyle};

/// How often each client is generated; the fastest counts.
const ROUNDS: usize = 5;

/// The three that are compared.
const KINDS: [&str; 3] = ["bindery", "positional", "builder"];

/// One document, bound by all three.
struct Subject {
    name: String,
    operations: usize,
    /// Seconds, of the fastest round.
    seconds: [f64; 3],
    sources: [String; 3],
}

fn main() {
    let (flags, paths): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.starts_with("--"));
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if paths.is_empty() {
        collect(&root.join("../specs"), &mut files);
        collect(&root.join("tests/constructs"), &mut files);
    }
    for path in &paths {
        collect(Path::new(path), &mut files);
    }
    files.sort();
    let seen = panic::take_hook();
    // progenitor refuses many documents by panicking.
    panic::set_hook(Box::new(|_| {}));
    let mut subjects: Vec<Subject> = files.iter().filter_map(|file| measure(file)).collect();
    panic::set_hook(seen);
    println!(
        "{} of {} documents are bound by stock progenitor in both styles\n",
        subjects.len(),
        files.len()
    );
    println!(
        "{:32} {:>5}  {:>26}  {:>23}",
        "", "", "ms an operation", "lines an operation"
    );
    println!(
        "{:32} {:>5}  {:>8} {:>8} {:>8}  {:>7} {:>7} {:>7}",
        "document", "ops", "bindery", "posit.", "builder", "bindery", "posit.", "builder"
    );
    for subject in &subjects {
        row(
            &subject.name,
            subject.operations,
            subject.seconds,
            lines(subject),
        );
    }
    let operations = subjects.iter().map(|subject| subject.operations).sum();
    let seconds = sum(subjects.iter().map(|subject| subject.seconds));
    let lines = sum(subjects.iter().map(lines));
    row("all", operations, seconds, lines);
    ratios("time to generate", seconds);
    ratios("lines", lines);
    if flags.iter().any(|flag| flag == "--check") {
        ratios("time of cargo check", check::seconds(&mut subjects));
    }
}

/// Every document below a path.
fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("the folder can be read") {
            collect(&entry.expect("the folder can be read").path(), files);
        }
    } else if matches!(
        path.extension().and_then(|ending| ending.to_str()),
        Some("yaml" | "yml" | "json")
    ) {
        files.push(path.to_owned());
    }
}

/// Generates by all three; `None` where one of them cannot.
fn measure(file: &Path) -> Option<Subject> {
    let document = Document::load(file).ok()?;
    let operations = document.operations().len();
    if operations == 0 {
        return None;
    }
    let mut seconds = [f64::MAX; 3];
    let mut sources = [const { String::new() }; 3];
    for _ in 0..ROUNDS {
        let runs: [&dyn Fn() -> Option<String>; 3] = [
            &|| {
                Some(
                    generate(&document, &Settings::new())
                        .ok()?
                        .source()
                        .to_owned(),
                )
            },
            &|| stock(&document, InterfaceStyle::Positional),
            &|| stock(&document, InterfaceStyle::Builder),
        ];
        for (index, run) in runs.iter().enumerate() {
            let (source, time) = timed(run);
            sources[index] = source?;
            seconds[index] = seconds[index].min(time.as_secs_f64());
        }
    }
    Some(Subject {
        name: file.file_name()?.to_string_lossy().into_owned(),
        operations,
        seconds,
        sources,
    })
}

fn timed(run: &dyn Fn() -> Option<String>) -> (Option<String>, Duration) {
    let start = Instant::now();
    let source = panic::catch_unwind(AssertUnwindSafe(run)).ok().flatten();
    (source, start.elapsed())
}

/// What stock progenitor makes of a document, formatted as it is from a build script.
fn stock(document: &Document, style: InterfaceStyle) -> Option<String> {
    let spec: openapiv3::OpenAPI = serde_json::from_value(document.value().clone()).ok()?;
    let mut settings = GenerationSettings::default();
    settings.with_interface(style);
    let tokens = Generator::new(&settings).generate_tokens(&spec).ok()?;
    Some(prettyplease::unparse(&syn::parse2(tokens).ok()?))
}

/// Lines of code: what is no comment and not empty.
fn lines(subject: &Subject) -> [f64; 3] {
    let code = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with("//");
    std::array::from_fn(|index| {
        let count = subject.sources[index].lines().filter(code).count();
        f64::from(u32::try_from(count).expect("a client is no longer"))
    })
}

fn sum(values: impl Iterator<Item = [f64; 3]>) -> [f64; 3] {
    values.fold([0.0; 3], |sum, value| {
        std::array::from_fn(|index| sum[index] + value[index])
    })
}

fn row(name: &str, operations: usize, seconds: [f64; 3], lines: [f64; 3]) {
    let each = f64::from(u32::try_from(operations).expect("a document has no more"));
    let times = seconds.map(|seconds| format!("{:>8.2}", 1e3 * seconds / each));
    let lengths = lines.map(|lines| format!("{:>7.0}", lines / each));
    let name: String = name.chars().take(32).collect();
    println!(
        "{name:32} {operations:>5}  {}  {}",
        times.join(" "),
        lengths.join(" ")
    );
}

fn ratios(what: &str, values: [f64; 3]) {
    let [ours, positional, builder] = values;
    println!(
        "\n{what}: bindery is {:.2} of positional, {:.2} of builder",
        ours / positional,
        ours / builder
    );
}
