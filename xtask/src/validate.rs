//! `validate`: documents against recorded exchanges.

mod accepted;
mod diff;
mod patch;
mod spool;
mod target;

use std::{io::Write, path::PathBuf};

use bindery_contract::{
    Checker, Document, Error, Exchange, Options, Report, Severity,
    coverage::{self, Coverage, Settings},
    patch::{Settled, settle as settle_by},
    render::{self, Chapter, Style},
};
use clap::ValueEnum;

use self::{patch::Way, spool::Spool};
use crate::{
    exit::{self, Found, Refusal},
    subject::Subject,
};

/// Holds documents against recorded exchanges.
#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
    /// How the report is written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Where the report is written, instead of stdout; whole or not at all.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The least grave finding that makes the exit code 1.
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    fail_on: Level,
    /// Findings of an earlier run, which are accepted as far as they showed then.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the baseline anew, with what is found now.
    #[arg(long, requires = "baseline")]
    update_baseline: bool,
    /// Findings that are ignored, each for a reason; without it, `<document>.ignore.yaml`. A list
    /// `ignore` of entries with the `id` of a finding, or its `kind` and `pointer`, and a `reason`.
    #[arg(long, value_name = "FILE")]
    ignore: Option<PathBuf>,
    /// Whether what cannot be checked is an error.
    #[arg(long)]
    deny_unchecked: bool,
    /// Show the edits that would end findings, and what each does to users.
    #[arg(long, conflicts_with_all = ["fix", "output", "update_baseline"])]
    suggest: bool,
    /// Make these edits in the documents, and look again until there are none.
    #[arg(long, conflicts_with_all = ["output", "baseline"])]
    fix: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Level {
    Error,
    Warning,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
    Github,
    Html,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    if (arguments.suggest || arguments.fix) && arguments.format != Format::Text {
        return Err(Refusal::new(
            "`--suggest` and `--fix` write text only",
            "leave `--format` out",
        ));
    }
    let mut documents = arguments.subject.documents()?;
    if let Some(output) = &arguments.output {
        target::spare(arguments, output, &documents)?;
    }
    let mut edits = None;
    if arguments.suggest || arguments.fix {
        let settled = (0..documents.len()).map(|index| settle(arguments, &documents, index));
        let settled = settled.collect::<Result<Vec<_>, _>>()?;
        let way = if arguments.fix {
            Way::Fix
        } else {
            Way::Suggest
        };
        edits = Some((way, patch::told(&documents, &settled, way)));
        if arguments.fix {
            patch::write(&settled)?;
            let patched = settled.into_iter().map(|settled| settled.document);
            documents = patched.collect();
        }
    }
    let checkers = checkers(arguments, &documents)?;
    let mut spool = match arguments.format {
        Format::Json => Some(Spool::beside(arguments.output.as_deref())?),
        _ => None,
    };
    let mut reports = check(arguments, &checkers, |exchange| match &mut spool {
        Some(spool) => spool.add(exchange),
        None => Ok(()),
    })?;
    accepted::ignore(arguments, &mut reports)?;
    let judged: Vec<&Document> = checkers.iter().map(Checker::document).collect();
    let gone = accepted::baseline(arguments, &judged, &mut reports)?;
    let mut text = rendered(arguments, &checkers, &reports)?;
    match edits {
        Some((Way::Fix, edits)) => text.insert_str(0, &edits),
        Some((Way::Suggest, edits)) => {
            text.push('\n');
            text += &edits;
        }
        None => {}
    }
    if gone > 0 && arguments.format == Format::Text {
        text += &gone.to_string();
        text += " of the baseline no longer found: `--update-baseline` takes them out\n";
    }
    if let Some(spool) = spool {
        listed(arguments, &reports, spool)?;
    } else if let Some(path) = &arguments.output {
        exit::write(path, &text)?;
        text = String::new();
    }
    let least = match arguments.fail_on {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Note => Severity::Note,
    };
    let mut open = reports.iter().flat_map(Report::open);
    let failed = open.any(|finding| finding.severity >= least);
    // The program ends next, and the system takes back a large document faster than its parts
    // could be given back one by one.
    std::mem::forget(checkers);
    std::mem::forget(documents);
    Ok(Found { text, failed })
}

/// The documents that have an operation that is asked for, ready to judge.
fn checkers<'d>(
    arguments: &Arguments,
    documents: &'d [Document],
) -> Result<Vec<Checker<'d>>, Refusal> {
    let options = options(arguments);
    let checkers = Checker::of_each(documents, &options);
    Ok(arguments.subject.selection().apply(checkers)?)
}

fn options(arguments: &Arguments) -> Options {
    let mut options = arguments.subject.options();
    options.deny_unchecked = arguments.deny_unchecked;
    options
}

/// Each document against its recordings, or against all that the arguments name.
fn check(
    arguments: &Arguments,
    checkers: &[Checker<'_>],
    mut each: impl FnMut(&Exchange) -> Result<(), Error>,
) -> Result<Vec<Report>, Refusal> {
    let others = if arguments.subject.is_shared() {
        checkers
    } else {
        &[]
    };
    let reports = checkers.iter().map(|checker| {
        let entries = arguments.subject.entries(checker.document())?;
        Ok(checker.check_each(others, entries, &mut each)?)
    });
    reports.collect()
}

/// Edits one of the documents until no edit could end another finding that is not ignored; the others
/// are judged along with it, since what is theirs is none of its own.
fn settle(arguments: &Arguments, documents: &[Document], index: usize) -> Result<Settled, Refusal> {
    let mut all = documents.to_vec();
    settle_by(&documents[index], |document| {
        all[index] = document.clone();
        let checkers = checkers(arguments, &all)?;
        let mut reports = check(arguments, &checkers, |_| Ok(()))?;
        accepted::ignore(arguments, &mut reports)?;
        let judged: Vec<&Document> = checkers.iter().map(Checker::document).collect();
        accepted::known(arguments, &judged, &mut reports)?;
        let mut judged = judged.into_iter();
        // Of a document without any operation that was asked for there is no report.
        let own = judged.position(|judged| std::ptr::eq(judged, &raw const all[index]));
        let mut report = own.map_or_else(Report::default, |own| reports.swap_remove(own));
        report.findings.retain(|finding| finding.accepted.is_none());
        Ok(report)
    })
}

fn rendered(
    arguments: &Arguments,
    checkers: &[Checker<'_>],
    reports: &[Report],
) -> Result<String, Refusal> {
    let style = match &arguments.output {
        Some(_) => Style::default(),
        None => exit::style(),
    };
    Ok(match arguments.format {
        Format::Text => render::reports(reports, style),
        // As long as the log is, so it is never a text in memory.
        Format::Json => String::new(),
        Format::Sarif => render::sarif(reports),
        Format::Github => render::github(reports),
        Format::Html => page(arguments, checkers, reports)?,
    })
}

/// Writes the form that has a line for each exchange.
fn listed(arguments: &Arguments, reports: &[Report], spool: Spool) -> Result<(), Refusal> {
    let text = |out: &mut dyn Write| render::json(reports, spool.read()?, out);
    match &arguments.output {
        Some(path) => exit::write_by(path, text),
        None => exit::print(text).map_err(|error| {
            let help = "see what stdout is, or name a file by `--output`";
            Refusal::new(format!("cannot write the report: {error}"), help)
        }),
    }
}

/// The page, which also says what recordings witness, for which they are read once more.
fn page(
    arguments: &Arguments,
    checkers: &[Checker<'_>],
    reports: &[Report],
) -> Result<String, Refusal> {
    let covered = checkers.iter().map(|checker| witnessed(arguments, checker));
    let covered = covered.collect::<Result<Vec<Coverage>, Refusal>>()?;
    let shown = checkers.iter().zip(reports).zip(&covered);
    let chapters = shown.map(|((checker, report), coverage)| Chapter {
        document: checker.document(),
        report,
        coverage,
    });
    Ok(render::html(&chapters.collect::<Vec<_>>()))
}

/// Which claims the recordings witness, of the operations that are asked for.
fn witnessed(arguments: &Arguments, checker: &Checker<'_>) -> Result<Coverage, Refusal> {
    let mut settings = Settings::default();
    settings.options = options(arguments);
    settings.operations = checker.asked().collect();
    let document = checker.document();
    let entries = arguments.subject.entries(document)?;
    Ok(coverage::of_entries(document, entries, &settings)?)
}
