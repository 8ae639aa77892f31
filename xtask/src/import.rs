//! `import`: exchanges that a browser or a proxy saved as an HTTP archive, as recordings.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use bindery_contract::{Document, Entries, Entry, Recording, load};

use crate::{
    capture::{self, Session},
    exit::{Found, Refusal},
    subject::{self, Progress},
};

/// Stores the exchanges of an HTTP archive as recordings, redacted.
///
/// The archive is read twice, one entry at a time: first to learn what is to be replaced. If an
/// entry is broken, nothing is stored.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The archive: HAR, or an entry of one on each line.
    file: PathBuf,
    /// An OpenAPI document; without any, those of the folder `specs`.
    #[arg(long = "spec", value_name = "FILE")]
    specs: Vec<PathBuf>,
    /// Where recordings are stored; without it, `tests/recordings/<name of the document>`.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Takes exchanges with servers too that the document does not name.
    #[arg(long)]
    any_server: bool,
    #[command(flatten)]
    privacy: capture::Privacy,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let specs = match arguments.specs.as_slice() {
        [] => subject::documents()?,
        specs => specs.to_vec(),
    };
    if specs.len() != 1 && (arguments.out.is_some() || arguments.any_server) {
        return Err(Refusal::new(
            format!("`--out` or `--any-server` with {} documents", specs.len()),
            "name the one document they belong to with `--spec FILE`",
        ));
    }
    let mut found = Found {
        text: String::new(),
        failed: false,
    };
    for spec in &specs {
        let one = import(arguments, spec)?;
        found.text.push_str(&one.text);
        found.failed |= one.failed;
    }
    Ok(found)
}

fn import(arguments: &Arguments, spec: &Path) -> Result<Found, Refusal> {
    let document = load(spec)?;
    let provider = spec.file_stem().unwrap_or_default().to_string_lossy();
    let reference = hosts(&document).into_iter().next();
    let reference = reference.map_or(provider.to_string(), |host| format!("https://{host}"));
    let session = Session {
        privacy: &arguments.privacy,
        document: &document,
        reference: &reference,
        out: &capture::folder(arguments.out.as_ref(), &provider),
    };
    capture::keep(&session, |take| {
        let entries = Entries::archived([&arguments.file])?;
        Entry::read_each(Progress::new(entries), |recording| {
            take(Ok(bare(recording, arguments.any_server)));
        })?;
        Ok(())
    })
}

/// An exchange without what the archive has undone, and without its server if any will do.
fn bare(mut recording: Recording, any_server: bool) -> Recording {
    // Pseudo-headers of HTTP/2 say what the request line says; bodies are unpacked already.
    let is_bare = |(name, _): &(String, String)| {
        !name.starts_with(':') && !name.eq_ignore_ascii_case("content-encoding")
    };
    recording.request.headers.retain(is_bare);
    if let Some(response) = &mut recording.response {
        response.headers.retain(is_bare);
    }
    if any_server {
        recording.request.origin = None;
    }
    recording
}

/// The hosts of a document's servers.
fn hosts(document: &Document) -> BTreeSet<String> {
    let operations = document.operations();
    let lists = operations.iter().flat_map(|operation| {
        [
            operation.pointer.join("servers"),
            operation.item.join("servers"),
        ]
    });
    let lists = lists
        .map(|list| list.to_string())
        .chain(["/servers".to_owned()]);
    let servers = lists.filter_map(|list| document.get(&list)?.as_array());
    let urls = servers
        .flatten()
        .filter_map(|server| server["url"].as_str());
    urls.filter_map(|url| Some(url.split_once("://")?.1))
        .map(|rest| rest.split('/').next().unwrap_or(rest).to_ascii_lowercase())
        .collect()
}
