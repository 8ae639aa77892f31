//! What of the findings is accepted: by ignore entries, and by the baseline.

use std::path::{Path, PathBuf};

use bindery_contract::{Baseline, Document, Ignore, Report};

use super::Arguments;
use crate::exit::{self, Refusal};

/// Marks what is ignored, and adds what no longer has to be.
pub(super) fn ignore(arguments: &Arguments, reports: &mut [Report]) -> Result<(), Refusal> {
    // Of a part of the operations nobody can say that an entry is good for nothing.
    let whole = arguments.subject.selection().is_all();
    let apply = |ignore: &Ignore, reports: &mut [Report]| {
        ignore.apply(reports);
        let stale = if whole {
            ignore.stale(reports)
        } else {
            Vec::new()
        };
        if let Some(first) = reports.first_mut() {
            first.findings.extend(stale);
        }
    };
    if let Some(path) = &arguments.ignore {
        apply(&Ignore::load(path)?, reports);
        return Ok(());
    }
    for report in reports {
        let path = beside(&report.document);
        if path.is_file() {
            apply(&Ignore::load(path)?, std::slice::from_mut(report));
        }
    }
    Ok(())
}

/// Marks what the baseline has, once it is written if it is to be; gives how many of its
/// findings are gone.
pub(super) fn baseline(
    arguments: &Arguments,
    documents: &[&Document],
    reports: &mut [Report],
) -> Result<usize, Refusal> {
    let Some(path) = &arguments.baseline else {
        return Ok(0);
    };
    // Of a part of the operations nobody can say that a finding is gone.
    let whole = arguments.subject.selection().is_all();
    let mut baseline = Baseline::default();
    if !arguments.update_baseline {
        baseline = Baseline::load(path)?;
    } else if path.exists() {
        baseline = Baseline::load(path).map_err(|_| not_ours(path))?;
    }
    if arguments.update_baseline {
        let earlier = std::mem::replace(
            &mut baseline,
            Baseline::of(documents.iter().copied(), reports),
        );
        if !whole {
            baseline.keep(earlier);
        }
        exit::write(path, &baseline.to_json())?;
    }
    let gone = baseline.apply(documents.iter().copied(), reports);
    Ok(if whole { gone } else { 0 })
}

/// Marks what the baseline has, of documents one of which is being patched.
pub(super) fn known(
    arguments: &Arguments,
    documents: &[&Document],
    reports: &mut [Report],
) -> Result<(), Refusal> {
    if let Some(path) = &arguments.baseline {
        Baseline::load(path)?.apply(documents.iter().copied(), reports);
    }
    Ok(())
}

fn not_ours(path: &Path) -> Refusal {
    Refusal::new(
        format!(
            "`{}` is no baseline, and would be overwritten",
            path.display()
        ),
        "name another file with `--baseline FILE`",
    )
}

/// The ignore file that counts without being named: the one beside the document.
pub(super) fn beside(document: &str) -> PathBuf {
    Path::new(document).with_extension("ignore.yaml")
}
