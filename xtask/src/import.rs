//! `import`: exchanges that a browser or a proxy saved as a HAR file, as recordings.

mod har;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use bindery_contract::{Document, load};

use crate::{
    capture,
    exit::{Found, Refusal},
    validate,
};

/// Stores the exchanges of a HAR file as recordings, redacted.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The HAR file.
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
        [] => validate::documents()?,
        specs => specs.to_vec(),
    };
    if specs.len() != 1 && (arguments.out.is_some() || arguments.any_server) {
        return Err(Refusal::new(
            format!("`--out` or `--any-server` with {} documents", specs.len()),
            "name the one document they belong to with `--spec FILE`",
        ));
    }
    let text = fs::read_to_string(&arguments.file).map_err(|error| {
        Refusal::new(
            format!("cannot read `{}`: {error}", arguments.file.display()),
            "name a file that a browser or a proxy saved as HAR",
        )
    })?;
    let name = arguments.file.display().to_string();
    let mut found = Found {
        text: String::new(),
        failed: false,
    };
    for spec in &specs {
        let one = import(arguments, spec, &name, &text)?;
        found.text.push_str(&one.text);
        found.failed |= one.failed;
    }
    Ok(found)
}

fn import(arguments: &Arguments, spec: &Path, name: &str, text: &str) -> Result<Found, Refusal> {
    let document = load(spec)?;
    let servers = (!arguments.any_server).then(|| hosts(&document));
    let wanted = |host: &str| servers.as_ref().is_none_or(|hosts| hosts.contains(host));
    let captured = har::read(name, text, wanted)?;
    let provider = spec.file_stem().unwrap_or_default().to_string_lossy();
    let out = capture::folder(arguments.out.as_ref(), &provider);
    let reference = hosts(&document).into_iter().next();
    let reference = reference.map_or(provider.to_string(), |host| format!("https://{host}"));
    capture::keep(&arguments.privacy, &document, captured, &reference, &out)
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
