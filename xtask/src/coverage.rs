//! `coverage`: which claims of a document recordings witness.

use std::time::SystemTime;

use bindery_contract::{
    Document,
    coverage::{Coverage, Settings, coverage},
};
use chrono::{DateTime, NaiveDate, Utc};
use clap::ValueEnum;
use serde_json::Value;

use crate::{
    exit::{Found, Refusal},
    subject::Subject,
};

/// Lists the claims of documents, and which of them recorded exchanges witness.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
    /// Only the operation of this `operationId` or `METHOD /path/{template}`.
    #[arg(long = "operation", value_name = "ID")]
    operations: Vec<String>,
    /// The share of witnessed claims, such as `0.8` or `80%`, below which the exit code is 1.
    #[arg(long, value_name = "SHARE", value_parser = share)]
    min: Option<f64>,
    /// How many recordings it takes for a claim to be witnessed.
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    min_witnesses: usize,
    /// The day from which the age of recordings is counted; without it, the system's.
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The form in which a subcommand prints what it found.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let subject = arguments.subject.load()?;
    known(
        &arguments.operations,
        subject.iter().map(|(document, _)| document),
    )?;
    let mut settings = Settings::default();
    settings.min_witnesses = arguments.min_witnesses;
    settings.operations.clone_from(&arguments.operations);
    let system = || DateTime::<Utc>::from(SystemTime::now()).date_naive();
    settings.today = Some(arguments.today.unwrap_or_else(system));
    let covered: Vec<Coverage> = subject
        .iter()
        .map(|(document, recordings)| coverage(document, recordings, &settings))
        .filter(|covered| !covered.operations.is_empty() || arguments.operations.is_empty())
        .collect();
    let below = |covered: &Coverage| arguments.min.is_some_and(|min| covered.share() < min);
    Ok(Found {
        text: print(arguments.format, &covered, Coverage::text, Coverage::json),
        failed: covered.iter().any(below),
    })
}

/// The findings of several documents in one form.
pub(crate) fn print<T>(
    format: Format,
    found: &[T],
    text: impl Fn(&T) -> String,
    json: impl Fn(&T) -> Value,
) -> String {
    match format {
        Format::Text => found.iter().map(text).collect::<Vec<_>>().join("\n"),
        Format::Json => {
            let documents: Vec<Value> = found.iter().map(json).collect();
            format!("{:#}\n", serde_json::json!({ "documents": documents }))
        }
    }
}

/// Refuses an operation that no document has.
pub(crate) fn known<'a>(
    names: &[String],
    documents: impl Iterator<Item = &'a Document>,
) -> Result<(), Refusal> {
    let operations: Vec<(Option<String>, String)> = documents
        .flat_map(Document::operations)
        .map(|operation| (operation.id().map(str::to_owned), operation.title()))
        .collect();
    let is_known = |name: &&String| {
        let mut known = operations.iter();
        known.any(|(id, title)| id.as_ref() == Some(name) || title == *name)
    };
    let Some(unknown) = names.iter().find(|name| !is_known(name)) else {
        return Ok(());
    };
    let ids: Vec<String> = operations
        .into_iter()
        .map(|(id, title)| id.unwrap_or(title))
        .collect();
    Err(Refusal::new(
        format!("no document has the operation `{unknown}`"),
        format!("the operations are `{}`", ids.join("`, `")),
    ))
}

/// A share from 0 to 1, as a fraction or in percent.
pub(crate) fn share(text: &str) -> Result<f64, String> {
    let (number, whole) = match text.strip_suffix('%') {
        Some(percent) => (percent.trim_end(), 100.0),
        None => (text, 1.0),
    };
    let share = number.parse::<f64>().map(|number| number / whole);
    match share {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("write a share from 0 to 1, or from 0% to 100%".to_owned()),
    }
}
