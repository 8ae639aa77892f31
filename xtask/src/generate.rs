//! `generate`: the client of a document, or what it offers, on stdout.

use std::path::PathBuf;

use bindery_codegen::{Document, Note, NoteKind, Settings, generate};

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
    /// Prints what of the document the client does not say, or says in other words.
    #[arg(long, conflicts_with = "listing")]
    notes: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let client = generate(&Document::load(&arguments.spec)?, &Settings::new())?;
    let text = if arguments.notes {
        listed(client.notes())
    } else if arguments.listing {
        client.listing().to_owned()
    } else {
        client.source().to_owned()
    };
    Ok(Found {
        text,
        failed: false,
    })
}

/// A line or two for each note, and how many there are.
fn listed(notes: &[Note]) -> String {
    let lost = notes.iter().filter(|note| note.kind == NoteKind::Lost);
    let lost = lost.count();
    let lines: Vec<String> = notes.iter().map(|note| format!("{note}\n")).collect();
    let lines = lines.concat();
    let noun = if notes.len() == 1 { "note" } else { "notes" };
    let rewritten = notes.len() - lost;
    format!(
        "{lines}{} {noun}: {rewritten} rewritten, {lost} lost\n",
        notes.len()
    )
}
