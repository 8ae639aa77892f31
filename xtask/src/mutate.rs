//! `mutate`: which contradictions of a document its recordings would notice.

use bindery_contract::{
    Entry,
    mutate::{Listed, Settings, mutate},
};
use clap::ValueEnum;

use crate::{
    coverage::{Format, judged, print, share, short},
    exit::{Found, Refusal},
    subject::Subject,
};

/// Contradicts one claim of a document at a time, and sees whether some recording notices.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
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
    let subject = &arguments.subject;
    let mut settings = Settings::default();
    settings.options = subject.options();
    let listed = match arguments.list {
        Which::Killed => Listed::Killed,
        Which::Survived => Listed::Survived,
        Which::All => Listed::All,
    };
    let documents = subject.documents()?;
    let selected = subject.selection().titles(&documents)?.into_iter();
    let tried = selected.map(|(document, titles)| {
        settings.operations = titles;
        let mut recordings = Vec::new();
        Entry::read_each(subject.entries(document)?, |recording| {
            recordings.push(recording);
        })?;
        Ok((mutate(document, &recordings, &settings), recordings))
    });
    let tried = tried.collect::<Result<Vec<_>, Refusal>>()?;
    let shares = tried
        .iter()
        .map(|(tried, _)| (tried.document.as_str(), tried.score()));
    let short = short(arguments.min, shares);
    let text = print(
        arguments.format,
        &tried,
        |(tried, recordings)| tried.text(recordings, listed),
        |(tried, recordings)| tried.json(recordings, listed),
    );
    Ok(judged(arguments.format, text, &short))
}
