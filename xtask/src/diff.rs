//! `diff`: what a changed document does to the users of its client.

use std::path::PathBuf;

use bindery_codegen::{Change, Class, Comparison, compare};
use clap::ValueEnum;
use serde_json::json;

use crate::exit::{Found, Refusal};

/// Compares two documents by the clients that they become.
///
/// Each change is breaking, additive, or only on the wire, and asks for a step of the version.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The document as it was.
    old: PathBuf,
    /// The document as it is.
    new: PathBuf,
    /// How the result is printed.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// The least grave change that makes the exit code 1.
    #[arg(long, value_name = "CLASS", default_value = "breaking")]
    fail_on: Least,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Least {
    Breaking,
    Additive,
    Wire,
    Never,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Found, Refusal> {
    let old = bindery_contract::load(&arguments.old)?;
    let new = bindery_contract::load(&arguments.new)?;
    let comparison = compare(&old, &new)?;
    let least = match arguments.fail_on {
        Least::Breaking => Some(Class::Breaking),
        Least::Additive => Some(Class::Additive),
        Least::Wire => Some(Class::Wire),
        Least::Never => None,
    };
    let failed = least.is_some_and(|least| comparison.class().is_some_and(|class| class >= least));
    let text = match arguments.format {
        Format::Text => render(&comparison),
        Format::Json => format!("{:#}\n", report(&comparison)),
    };
    Ok(Found { text, failed })
}

fn render(comparison: &Comparison) -> String {
    let changes = comparison.changes.iter().map(|change| {
        let Change {
            class,
            item,
            reason,
            file,
            position,
            ..
        } = change;
        let signed = |sign: &str, text: &Option<String>| {
            text.as_ref()
                .map_or(String::new(), |text| format!("  {sign} {text}\n"))
        };
        format!(
            "{class}: `{item}` {reason}\n  --> {file}:{position}\n{}{}",
            signed("-", &change.old),
            signed("+", &change.new)
        )
    });
    let step = match comparison.class() {
        Some(class) => format!(
            "before 1.0 a {} version, from 1.0 on a {} one",
            class.step(false),
            class.step(true)
        ),
        None => "no new version".to_owned(),
    };
    let count = |class| format!("{} {class}", comparison.count(class));
    let counts = [Class::Breaking, Class::Additive, Class::Wire]
        .map(count)
        .join(", ");
    changes.chain([format!("{counts}: {step}\n")]).collect()
}

fn report(comparison: &Comparison) -> serde_json::Value {
    let changes = comparison.changes.iter().map(|change| {
        json!({
            "class": change.class.id(),
            "item": change.item,
            "reason": change.reason,
            "old": change.old,
            "new": change.new,
            "file": change.file,
            "line": change.position.line,
            "column": change.position.column,
        })
    });
    let step = |stable| comparison.class().map(|class| class.step(stable));
    json!({
        "class": comparison.class().map(Class::id),
        "step": { "before_1_0": step(false), "from_1_0": step(true) },
        "changes": changes.collect::<Vec<_>>(),
    })
}
