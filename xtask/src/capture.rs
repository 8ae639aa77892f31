//! What becomes of captured exchanges: redacted, brought to their operations, and stored.

mod store;
pub(crate) mod text;

use std::{
    collections::BTreeSet,
    io::{self, Write},
    path::{Path, PathBuf},
};

use bindery_contract::{Document, Recorded, Recording, Redaction, Source, check, redact};

use self::store::Stored;
use crate::exit::{Found, Refusal};

/// How captured exchanges are redacted.
#[derive(Debug, clap::Args)]
pub(crate) struct Privacy {
    /// Keeps names, addresses and whatever else the document marks with `x-personal`.
    #[arg(long)]
    keep_personal: bool,
    /// Replaces these values too: a name, or a JSON pointer into bodies with `*` for any step.
    #[arg(long, value_name = "NAME|POINTER")]
    redact: Vec<String>,
}

/// Exchanges as captured, and those that cannot be recordings.
#[derive(Default)]
pub(crate) struct Captured {
    pub(crate) recordings: Vec<Recording>,
    /// What was left out, and why; without any part of an exchange that may be secret.
    pub(crate) left_out: Vec<String>,
}

impl Privacy {
    /// The names that the caller wants replaced, which may be those of headers.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.redact.iter().map(String::as_str);
        names.filter(|name| !name.starts_with('/'))
    }

    fn redaction(&self) -> Redaction {
        let mut redaction = Redaction::default();
        redaction.keep_personal = self.keep_personal;
        redaction.also.clone_from(&self.redact);
        redaction
    }
}

/// Says something on stderr while the command goes on.
pub(crate) fn tell(text: &str) {
    // Whoever does not listen does not stop the work.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Redacts exchanges and writes each to `DIR/<operationId>/<status>-<number>.yaml`.
pub(crate) fn keep(
    privacy: &Privacy,
    document: &Document,
    captured: Captured,
    reference: &str,
    out: &Path,
) -> Result<Found, Refusal> {
    if privacy.keep_personal {
        tell("warning: personal data are stored as they are; do not publish these recordings");
    }
    let Captured {
        recordings,
        mut left_out,
    } = captured;
    let seen = recordings.len();
    let recordings = distinct(recordings);
    let repeated = seen - recordings.len();
    let redacted = redact(document, recordings, &privacy.redaction());
    left_out.extend(redacted.refused.iter().map(ToString::to_string));
    let recorded = Recorded {
        source: Source::Live,
        reference: reference.to_owned(),
        at: Some(chrono::Utc::now().format("%Y-%m-%d").to_string()),
        ..Recorded::default()
    };
    let mut stored = Stored::default();
    let report = check(document, &redacted.recordings);
    for (index, mut recording) in redacted.recordings.into_iter().enumerate() {
        let operation = report
            .operations
            .iter()
            .find(|operation| operation.exchanges.contains(&index));
        let Some(operation) = operation else {
            let request = &recording.request;
            left_out.push(format!(
                "no operation of `{}` is `{} {}`",
                document.name(),
                request.method,
                masked(&request.path)
            ));
            continue;
        };
        recording.recorded = recorded.clone();
        recording.keep_headers(document);
        let folder = match &operation.id {
            Some(id) => id.clone(),
            None => slug(&operation.title),
        };
        stored.put(&recording, &out.join(folder))?;
    }
    stored.skipped += repeated;
    Ok(summary(&stored, &left_out, redacted.replaced))
}

/// Where recordings of a provider are, unless the arguments say otherwise.
pub(crate) fn folder(out: Option<&PathBuf>, provider: &str) -> PathBuf {
    out.cloned()
        .unwrap_or_else(|| Path::new("tests/recordings").join(provider))
}

/// The first of each set of exchanges that are the same to the letter.
fn distinct(recordings: Vec<Recording>) -> Vec<Recording> {
    let mut known = BTreeSet::new();
    let is_new = |recording: &Recording| {
        let mut bare = recording.clone();
        bare.request.headers.clear();
        if let Some(response) = &mut bare.response {
            response
                .headers
                .retain(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        }
        known.insert(bare.to_yaml())
    };
    recordings.into_iter().filter(is_new).collect()
}

fn summary(stored: &Stored, left_out: &[String], replaced: usize) -> Found {
    let written = stored
        .written
        .iter()
        .map(|path| format!("wrote {}\n", path.display()));
    let reasons = left_out
        .iter()
        .map(|reason| format!("left out: {reason}\n"));
    let counts = format!(
        "{} written, {} known already, {} left out; {} replaced\n",
        counted(stored.written.len(), "exchange"),
        stored.skipped,
        left_out.len(),
        counted(replaced, "value"),
    );
    let text = written.chain(reasons).chain([counts]).collect();
    Found {
        text,
        failed: !left_out.is_empty(),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A path that no operation has, without what may tell of anybody: no schema says what it holds.
fn masked(path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        let plain = segment.len() <= 24
            && segment
                .chars()
                .all(|sign| sign.is_ascii_alphabetic() || "-_.".contains(sign));
        // `v1` and the like are no identifiers.
        let version = segment.len() <= 3 && segment.starts_with('v');
        if plain || version { segment } else { "…" }
    });
    segments.collect::<Vec<_>>().join("/")
}

/// A folder for an operation without a name: `get-cats-cat` for `GET /cats/{cat}`.
fn slug(title: &str) -> String {
    let words = title.split(|sign: char| !sign.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}
