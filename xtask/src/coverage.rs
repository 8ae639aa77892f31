//! `coverage`: which claims of a document recordings witness.

use std::time::SystemTime;

use bindery_contract::coverage::{self, Coverage, Settings};
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
    let subject = &arguments.subject;
    let mut settings = Settings::default();
    settings.options = subject.options();
    settings.min_witnesses = arguments.min_witnesses;
    let system = || DateTime::<Utc>::from(SystemTime::now()).date_naive();
    settings.today = Some(arguments.today.unwrap_or_else(system));
    let documents = subject.documents()?;
    let selected = subject.selection().titles(&documents)?.into_iter();
    let covered = selected.map(|(document, titles)| {
        settings.operations = titles;
        let entries = subject.entries(document)?;
        Ok(coverage::of_entries(document, entries, &settings)?)
    });
    let covered = covered.collect::<Result<Vec<Coverage>, Refusal>>()?;
    let shares = covered
        .iter()
        .map(|covered| (covered.document.as_str(), covered.share()));
    let short = short(arguments.min, shares);
    let text = print(arguments.format, &covered, Coverage::text, Coverage::json);
    Ok(judged(arguments.format, text, &short))
}

/// A line for each document whose share is below the one that is asked for.
pub(crate) fn short<'a>(
    min: Option<f64>,
    shares: impl Iterator<Item = (&'a str, f64)>,
) -> Vec<String> {
    let Some(min) = min else {
        return Vec::new();
    };
    let short = shares.filter(|(_, share)| *share < min);
    // Rounded down, so that what is short does not look as if it were not.
    let percent = |share: f64| (share * 1000.0).floor() / 10.0;
    let line = |(document, share)| {
        let (has, asked) = (percent(share), min * 100.0);
        format!("{document}: {has:.1} % is below the {asked:.1} % of `--min`\n")
    };
    short.map(line).collect()
}

/// What was found, and whether a document falls short.
pub(crate) fn judged(format: Format, mut text: String, short: &[String]) -> Found {
    if matches!(format, Format::Text) && !short.is_empty() {
        text += "\n";
        text += &short.concat();
    }
    Found {
        text,
        failed: !short.is_empty(),
    }
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
