//! `generate`: the client of a document, or what it offers, on stdout.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use bindery_codegen::{Document, Note, NoteKind, Settings, generate};

use crate::exit::{Found, Refusal};

/// Prints the client that a document becomes.
///
/// Operations that no client can be made of are left out, with a warning for each.
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
        client.listing()
    } else {
        client.source().to_owned()
    };
    warn(client.refused());
    Ok(Found {
        text,
        failed: !client.refused().is_empty(),
    })
}

/// Says on stderr what the client is made without.
fn warn(refused: &[bindery_codegen::Refusal]) {
    let warnings = refused.iter().flat_map(bindery_codegen::Refusal::warnings);
    let mut stderr = io::stderr().lock();
    for warning in warnings {
        // Without a stderr nobody listens.
        let _ = writeln!(stderr, "warning: {warning}");
    }
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
