//! `validate`: documents against recorded exchanges.

use bindery_contract::{Report, Severity, check, render};
use clap::ValueEnum;

use crate::{
    exit::{self, Found, Refusal},
    subject::Subject,
};

/// Holds documents against recorded exchanges.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
    /// The least grave finding that makes the exit code 1.
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    fail_on: Level,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Level {
    Error,
    Warning,
    Note,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let subject = arguments.subject.load()?;
    let reports: Vec<Report> = subject
        .iter()
        .map(|(document, recordings)| check(document, recordings))
        .collect();
    let least = match arguments.fail_on {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Note => Severity::Note,
    };
    let grave = |report: &Report| {
        let mut kinds = report.findings.iter().map(|finding| finding.kind);
        kinds.any(|kind| kind.severity() >= least)
    };
    Ok(Found {
        text: render::reports(&reports, exit::style()),
        failed: reports.iter().any(grave),
    })
}
