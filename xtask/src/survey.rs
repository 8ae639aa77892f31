//! `survey`: how many of many documents become clients, each tried in a process of its own.

mod compile;
mod process;
mod table;

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::exit::{Found, Refusal};

pub(crate) use self::process::{Arguments as One, run as run_one};

/// Tries the generator on every document below a folder.
///
/// A document that crashes or hangs the generator takes nothing else with it: each has a process
/// with limits of time and memory.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A document, or a folder of them.
    path: PathBuf,
    /// Writes each client to `DIR/<name of the document>.rs`.
    #[arg(long, value_name = "DIR")]
    emit: Option<PathBuf>,
    /// Compiles the clients too, against `bindery` without features.
    #[arg(long)]
    check: bool,
    /// How the result is printed.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What became of one document.
#[derive(Debug)]
struct Surveyed {
    file: PathBuf,
    /// Where its client is written.
    client: PathBuf,
    outcome: Outcome,
    operations: usize,
    /// Operations that its client is made without.
    left_out: usize,
    bytes: u64,
    seconds: f64,
    /// What its client lacks or says in other words, as JSON.
    notes: Vec<Value>,
    /// Why it is not bound, or not all of it.
    refusal: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Bound,
    /// Bound but for some operations.
    Partial,
    Refused,
    Crashed,
    /// Generated, but the compiler refuses it.
    Uncompilable,
}

impl Outcome {
    fn id(self) -> &'static str {
        match self {
            Self::Bound => "bound",
            Self::Partial => "partial",
            Self::Refused => "refused",
            Self::Crashed => "crashed",
            Self::Uncompilable => "uncompilable",
        }
    }
}

impl Surveyed {
    /// Operations that have a method which compiles, as far as that was tried.
    fn bound(&self) -> usize {
        match self.outcome {
            Outcome::Bound | Outcome::Partial => self.operations - self.left_out,
            Outcome::Refused | Outcome::Crashed | Outcome::Uncompilable => 0,
        }
    }

    /// How many of the notes tell a loss.
    fn lost(&self) -> usize {
        let lost = self.notes.iter().filter(|note| note["kind"] == "lost");
        lost.count()
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let mut files = Vec::new();
    collect(&arguments.path, &mut files).map_err(|error| {
        Refusal::new(
            format!("cannot read `{}`: {error}", arguments.path.display()),
            "name a document or a folder",
        )
    })?;
    let scratch = std::env::temp_dir().join(format!("bindery-survey-{}", std::process::id()));
    let emit = match &arguments.emit {
        Some(folder) => folder.clone(),
        None => scratch.join("clients"),
    };
    let unable = |error: std::io::Error| {
        Refusal::new(
            format!("cannot write: {error}"),
            "give another folder by `--emit`",
        )
    };
    fs::create_dir_all(&emit).map_err(unable)?;
    let mut surveyed = all(&files, &clients(&arguments.path, &files, &emit))?;
    if surveyed.is_empty() {
        let message = format!("`{}` holds no document", arguments.path.display());
        return Err(Refusal::new(
            message,
            "documents end in `.yaml`, `.yml` or `.json`, and begin with `openapi`",
        ));
    }
    if arguments.check {
        compile::check(&mut surveyed, &scratch.join("check"))?;
    }
    // What is left of a scratch folder that cannot be removed is the system's to clear.
    let _ = fs::remove_dir_all(&scratch);
    let failed = surveyed
        .iter()
        .any(|document| document.outcome != Outcome::Bound);
    let text = match arguments.format {
        Format::Text => table::render(&surveyed),
        Format::Json => format!("{:#}\n", report(&surveyed)),
    };
    Ok(Found { text, failed })
}

/// Every document, as many at a time as there are processors, in the order of the files.
fn all(files: &[PathBuf], clients: &[PathBuf]) -> Result<Vec<Surveyed>, Refusal> {
    let next = AtomicUsize::new(0);
    let surveyed: Mutex<Vec<(usize, Surveyed)>> = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let (Some(file), Some(client)) = (files.get(index), clients.get(index)) else {
                        break;
                    };
                    let one = process::bind(file, client);
                    if let (Some(one), Ok(mut surveyed)) = (one, surveyed.lock()) {
                        surveyed.push((index, one));
                    }
                }
            });
        }
    });
    let mut surveyed = surveyed
        .into_inner()
        .map_err(|_| Refusal::new("a worker of the survey broke down", "try again"))?;
    surveyed.sort_by_key(|(index, _)| *index);
    Ok(surveyed.into_iter().map(|(_, one)| one).collect())
}

/// Where each client is written: by the name of its document, or by the whole path below the folder
/// where documents share a name.
fn clients(folder: &Path, files: &[PathBuf], emit: &Path) -> Vec<PathBuf> {
    let mut named: BTreeMap<&OsStr, usize> = BTreeMap::new();
    for file in files {
        *named
            .entry(file.file_stem().unwrap_or_default())
            .or_default() += 1;
    }
    let client = |file: &PathBuf| {
        let stem = file.file_stem().unwrap_or_default();
        let below = file.strip_prefix(folder).unwrap_or(file);
        let mut name = match named.get(stem) {
            Some(1) => stem.to_owned(),
            _ => below.iter().collect::<Vec<_>>().join(OsStr::new("_")),
        };
        name.push(".rs");
        emit.join(name)
    };
    files.iter().map(client).collect()
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| collect(entry, files));
    }
    fs::metadata(path)?;
    let ending = path.extension().and_then(|ending| ending.to_str());
    if matches!(ending, Some("yaml" | "yml" | "json")) {
        files.push(path.to_owned());
    }
    Ok(())
}

fn report(surveyed: &[Surveyed]) -> Value {
    let documents: Vec<Value> = surveyed
        .iter()
        .map(|document| {
            json!({
                "file": document.file.display().to_string(),
                "outcome": document.outcome.id(),
                "operations": document.operations,
                "bound": document.bound(),
                "bytes": document.bytes,
                "seconds": document.seconds,
                "notes": document.notes,
                "refusal": document.refusal.as_ref().map(|message| json!({ "message": message })),
            })
        })
        .collect();
    let totals = table::Totals::of(surveyed);
    json!({
        "documents": documents,
        "totals": {
            "documents": totals.documents,
            "bound": totals.bound,
            "operations": totals.operations,
            "operations_bound": totals.operations_bound,
            "notes": totals.notes,
            "lost": totals.lost,
        },
    })
}
