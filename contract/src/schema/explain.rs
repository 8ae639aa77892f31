//! From an error of the validator to the faults that a reader of the document understands.

use bindery_codegen::{Document, Pointer};
use jsonschema::{ValidationError, error::ValidationErrorKind};

use super::{Allowances, Fault, Meaning, Sites, authored, message};

/// The faults behind an error; none where what the recording is known not to witness explains it.
///
/// Of a union whose branches all fail, only the nearest branch is reported.
pub(super) fn explain(
    document: &Document,
    sites: &Sites,
    error: &ValidationError<'_>,
    allowances: &Allowances<'_>,
) -> Vec<Fault> {
    let (site, meaning) = authored(sites, error.schema_path().as_str());
    let at = unwrapped(error.instance_path().as_str());
    let branches = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context
        }
        kind => {
            let keyword = site.last().unwrap_or_default().into_owned();
            if allowances.forgive(&at, &keyword) {
                return Vec::new();
            }
            return vec![message::fault(document, site, at, kind, error.instance())];
        }
    };
    let parent = Pointer::from(error.schema_path().as_str())
        .parent()
        .unwrap_or_default();
    let bridged = sites
        .get(&parent)
        .is_some_and(|site| site.meaning == Meaning::Bridge);
    let mut nearest: Option<(Distance, Vec<Fault>)> = None;
    for branch in context_of(branches, bridged) {
        let faults: Vec<Fault> = branch
            .iter()
            .flat_map(|error| explain(document, sites, error, allowances))
            .collect();
        if faults.is_empty() {
            return faults;
        }
        let distance = distance(branch, error.instance_path().as_str());
        if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
            nearest = Some((distance, faults));
        }
    }
    debug_assert!(meaning.is_some(), "every lowered schema has a site");
    match nearest {
        Some((_, faults)) if bridged || branches.len() == 1 => faults,
        // A branch of another type altogether is nearer to nothing.
        Some((distance, mut faults)) if !distance.other_type => {
            for fault in &mut faults {
                fault.message += &message::union(&site, branches.len());
            }
            faults
        }
        _ if allowances.forgive(&at, "anyOf") => Vec::new(),
        _ => vec![message::fault(
            document,
            site,
            at,
            error.kind(),
            error.instance(),
        )],
    }
}

/// How far a branch is from fitting: another type, then another tag, then the count of errors.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    other_type: bool,
    other_tag: bool,
    errors: usize,
}

fn distance(branch: &[ValidationError<'_>], union: &str) -> Distance {
    let depth = union.split('/').count();
    let is = |error: &ValidationError<'_>, keyword: &str, below: usize| {
        let at = error.instance_path().as_str().split('/').count();
        error.kind().keyword() == keyword && at == depth + below
    };
    Distance {
        other_type: branch
            .iter()
            .any(|error| is(error, "type", 0) || is(error, "enum", 0)),
        other_tag: branch.iter().any(|error| is(error, "enum", 1)),
        errors: branch.len(),
    }
}

/// The branches to choose from; of a bridge to null, only the schema it bridges.
fn context_of<'e>(
    branches: &'e [Vec<ValidationError<'static>>],
    bridged: bool,
) -> &'e [Vec<ValidationError<'static>>] {
    if bridged {
        branches.get(1..).unwrap_or_default()
    } else {
        branches
    }
}

/// A pointer into the judged value, from one into the object that it was wrapped in.
fn unwrapped(path: &str) -> Pointer {
    let inside = path.strip_prefix('/').unwrap_or(path);
    Pointer::from(inside.find('/').map_or("", |at| &inside[at..]))
}
