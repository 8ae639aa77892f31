//! From an error of the validator to the faults that a reader of the document understands.

use bindery_codegen::{Document, Pointer};
use jsonschema::{ValidationError, error::ValidationErrorKind as Kind};
use serde_json::Value;

use super::{Allowances, Dialect, Fault, Meaning, Sites, authored, message};

/// What explaining an error needs to know.
#[derive(Clone, Copy)]
pub(super) struct Explainer<'a> {
    pub(super) document: &'a Document,
    pub(super) dialect: &'a Dialect,
    pub(super) sites: &'a Sites,
    pub(super) allowances: &'a Allowances<'a>,
}

impl Explainer<'_> {
    /// The faults behind an error; none where what the recording is known not to witness explains
    /// it.
    ///
    /// Of a union whose branches all fail, only the branch that the discriminator names is
    /// reported, else the nearest.
    pub(super) fn explain(&self, error: &ValidationError<'_>) -> Vec<Fault> {
        let (site, meaning) = authored(self.sites, error.schema_path().as_str());
        let at = unwrapped(error.instance_path().as_str());
        debug_assert!(meaning.is_some(), "every lowered schema has a site");
        let (Kind::AnyOf { context } | Kind::OneOfNotValid { context }) = error.kind() else {
            let keyword = site.last().unwrap_or_default().into_owned();
            return if self.allowances.forgive(&at, &keyword) {
                Vec::new()
            } else {
                vec![self.fault(site, at, error)]
            };
        };
        let bridged = self.is_bridge(error);
        // The first branch of a bridge is the null that it leads to.
        let branches = context.get(usize::from(bridged)..).unwrap_or_default();
        let explained: Vec<Vec<Fault>> = branches
            .iter()
            .map(|branch| {
                branch
                    .iter()
                    .flat_map(|error| self.explain(error))
                    .collect()
            })
            .collect();
        if explained.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        let union = error.instance_path().as_str();
        let named = named_branch(self.document, self.dialect, &site, error.instance());
        let nearest = branches
            .iter()
            .map(|branch| distance(branch, union))
            .zip(explained)
            .enumerate()
            .min_by_key(|(index, (distance, _))| (named != Some(*index), *distance));
        match nearest {
            Some((_, (_, faults))) if bridged || branches.len() == 1 => faults,
            // A branch of another type altogether is nearer to nothing.
            Some((index, (distance, faults))) if named == Some(index) || !distance.other_type => {
                let suffix = message::branch(&site, branches.len(), named == Some(index));
                let suffixed = faults.into_iter().map(|mut fault| {
                    fault.message += &suffix;
                    fault
                });
                suffixed.collect()
            }
            _ if self.allowances.forgive(&at, "anyOf") => Vec::new(),
            _ => vec![self.fault(site, at, error)],
        }
    }

    fn fault(&self, site: Pointer, at: Pointer, error: &ValidationError<'_>) -> Fault {
        let version = self.dialect.version;
        message::fault(
            self.document,
            version,
            site,
            at,
            error.kind(),
            error.instance(),
        )
    }

    /// Whether an error is about the `anyOf` that adds null to a schema.
    fn is_bridge(&self, error: &ValidationError<'_>) -> bool {
        let parent = Pointer::from(error.schema_path().as_str()).parent();
        let site = parent.and_then(|parent| self.sites.get(&parent));
        site.is_some_and(|site| site.meaning == Meaning::Bridge)
    }
}

/// The branch that the discriminator beside a union names for a value.
///
/// It decides which branch explains a failure, never whether there is one.
fn named_branch(
    document: &Document,
    dialect: &Dialect,
    union: &Pointer,
    value: &Value,
) -> Option<usize> {
    let schema = document.get(union.parent()?.as_str())?;
    let discriminator = schema.get("discriminator")?;
    let name = value
        .get(discriminator.get("propertyName")?.as_str()?)?
        .as_str()?;
    let mapped = discriminator
        .get("mapping")
        .and_then(|mapping| mapping.get(name));
    let mapped = mapped.and_then(Value::as_str).unwrap_or(name);
    let named = || Pointer::from("/components/schemas").join(mapped);
    let wanted = dialect.target(mapped).unwrap_or_else(named);
    let branches = document.get(union.as_str())?.as_array()?;
    branches.iter().position(|branch| {
        let reference = branch.get("$ref").and_then(Value::as_str);
        reference.and_then(|reference| dialect.target(reference)) == Some(wanted.clone())
    })
}

/// How far a branch is from fitting: another type, then another tag, then the count of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    other_type: bool,
    other_tag: bool,
    errors: usize,
}

fn distance(branch: &[ValidationError<'_>], union: &str) -> Distance {
    let depth = union.split('/').count();
    let is = |error: &ValidationError<'_>, keywords: &[&str], below: usize| {
        let at = error.instance_path().as_str().split('/').count();
        keywords.contains(&error.kind().keyword()) && at == depth + below
    };
    Distance {
        other_type: branch
            .iter()
            .any(|error| is(error, &["type", "enum", "const"], 0)),
        other_tag: branch.iter().any(|error| is(error, &["enum", "const"], 1)),
        errors: branch.len(),
    }
}

/// A pointer into the judged value, from one into the object that it was wrapped in.
fn unwrapped(path: &str) -> Pointer {
    let inside = path.strip_prefix('/').unwrap_or(path);
    Pointer::from(inside.find('/').map_or("", |at| &inside[at..]))
}
