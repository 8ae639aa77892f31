//! The command line: arguments in, a call into `bindery-contract` or `bindery-codegen`, text and an
//! exit code out.

mod capture;
mod coverage;
mod diff;
mod exit;
mod generate;
mod import;
mod lint;
mod mutate;
mod record;
mod subject;
mod survey;
mod validate;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks hand-written OpenAPI documents, and tries what they become.
///
/// Exits with 0 if there is nothing to complain about, with 1 if there is, and with 2 if it could
/// not find out.
#[derive(Debug, Parser)]
#[command(name = "bindery", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Coverage(coverage::Arguments),
    Diff(diff::Arguments),
    Generate(generate::Arguments),
    Import(import::Arguments),
    Lint(lint::Arguments),
    Mutate(mutate::Arguments),
    Record(record::Arguments),
    Survey(survey::Arguments),
    #[command(hide = true)]
    SurveyOne(survey::One),
    Validate(validate::Arguments),
}

fn main() -> ExitCode {
    // Bad arguments end here with 2, a call for help with 0.
    let outcome = match Arguments::parse().command {
        Command::Coverage(arguments) => coverage::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Mutate(arguments) => mutate::run(&arguments),
        Command::Record(arguments) => record::run(&arguments),
        Command::Survey(arguments) => survey::run(&arguments),
        Command::SurveyOne(arguments) => survey::run_one(&arguments),
        Command::Validate(arguments) => validate::run(&arguments),
    };
    exit::finish(outcome)
}
