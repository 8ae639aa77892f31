//! `generate`: the client of a document, or what it offers, on stdout.

use std::path::PathBuf;

use bindery_codegen::{Document, Settings, generate};

use crate::exit::{Found, Refusal};

/// Prints the client that a document becomes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// An OpenAPI document, YAML or JSON.
    #[arg(long = "spec", value_name = "FILE")]
    spec: PathBuf,
    /// Prints the public items of the client instead, one a line.
    #[arg(long)]
    listing: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let client = generate(&Document::load(&arguments.spec)?, &Settings::new())?;
    let text = if arguments.listing {
        client.listing()
    } else {
        client.source()
    };
    Ok(Found {
        text: text.to_owned(),
        failed: false,
    })
}
