//! `mutate`: which contradictions of a document its recordings would notice.

use bindery_contract::mutate::{Listed, Mutation, Settings, mutate};
use clap::ValueEnum;

use crate::{
    coverage::{Format, known, print, share},
    exit::{Found, Refusal},
    subject::Subject,
};

/// Contradicts one claim of a document at a time, and sees whether some recording notices.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
    /// Only claims of the operation of this `operationId` or `METHOD /path/{template}`.
    #[arg(long = "operation", value_name = "ID")]
    operations: Vec<String>,
    /// The share of killed mutants, such as `0.8` or `80%`, below which the exit code is 1.
    #[arg(long, value_name = "SCORE", value_parser = share)]
    min: Option<f64>,
    /// Which mutants are listed.
    #[arg(long, value_name = "WHICH", default_value = "survived")]
    list: Which,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    Killed,
    Survived,
    All,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let subject = arguments.subject.load()?;
    known(
        &arguments.operations,
        subject.iter().map(|(document, _)| document),
    )?;
    let mut settings = Settings::default();
    settings.operations.clone_from(&arguments.operations);
    let listed = match arguments.list {
        Which::Killed => Listed::Killed,
        Which::Survived => Listed::Survived,
        Which::All => Listed::All,
    };
    let tried = subject
        .iter()
        .map(|(document, recordings)| (mutate(document, recordings, &settings), recordings));
    let tried: Vec<_> = tried
        .filter(|(tried, _)| !tried.mutants.is_empty() || arguments.operations.is_empty())
        .collect();
    let below = |tried: &Mutation| arguments.min.is_some_and(|min| tried.score() < min);
    Ok(Found {
        text: print(
            arguments.format,
            &tried,
            |(tried, recordings)| tried.text(recordings, listed),
            |(tried, recordings)| tried.json(recordings, listed),
        ),
        failed: tried.iter().any(|(tried, _)| below(tried)),
    })
}
