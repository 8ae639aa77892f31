//! From an error of the validator to the faults that a reader of the document understands.

use std::collections::HashMap;

use bindery_codegen::{Document, Pointer};
use jsonschema::{ValidationError, error::ValidationErrorKind as Kind};
use serde_json::Value;

use super::{Allowances, Dialect, Fault, Meaning, Sites, authored, message};

/// What explaining errors needs to know.
pub(super) struct Explainer<'a, 'e> {
    document: &'a Document,
    dialect: &'a Dialect,
    sites: &'a Sites,
    allowances: &'a Allowances<'a>,
    /// The authored places that errors led to so far, by their lowered ones and by the name that
    /// is missing there.
    known: HashMap<(&'e str, &'e str), (Pointer, Option<Meaning>)>,
}

/// A fault that was found, without words.
pub(super) struct Found<'e> {
    error: &'e ValidationError<'e>,
    site: Pointer,
    at: Pointer,
    /// What tells it from others of its site and value: what is said of the branch it is in, and
    /// what it says itself where its keyword may have more to say than one thing.
    suffix: String,
    said: String,
}

impl Found<'_> {
    /// The keyword as authored.
    pub(super) fn site(&self) -> &Pointer {
        &self.site
    }

    /// Whether the keyword could not be decided about the value.
    pub(super) fn is_undecided(&self) -> bool {
        message::is_undecided(self.error.kind(), self.error.instance())
    }

    /// What two faults that are the same have in common.
    pub(super) fn key(&self) -> impl Ord {
        let kind = self.error.kind().keyword();
        (
            self.site.as_str(),
            self.at.as_str(),
            kind,
            &self.suffix,
            &self.said,
        )
    }

    /// The schema, and the value that it is about.
    pub(super) fn schema(&self) -> (&str, &str) {
        let schema = self.site.as_str().rsplit_once('/');
        (self.at.as_str(), schema.map_or("", |(schema, _)| schema))
    }

    pub(super) fn keyword(&self) -> &str {
        last(&self.site)
    }
}

impl<'a, 'e> Explainer<'a, 'e> {
    pub(super) fn new(
        document: &'a Document,
        dialect: &'a Dialect,
        sites: &'a Sites,
        allowances: &'a Allowances<'a>,
    ) -> Self {
        Self {
            document,
            dialect,
            sites,
            allowances,
            known: HashMap::new(),
        }
    }

    /// Finds the faults behind an error; none where what the recording is known not to witness
    /// explains it.
    ///
    /// Of a union whose branches all fail, only the branch that the discriminator names is
    /// reported, else the nearest.
    pub(super) fn explain(&mut self, error: &'e ValidationError<'e>, found: &mut Vec<Found<'e>>) {
        let (site, meaning) = self.authored(error);
        let at = unwrapped(error.instance_path().as_str());
        debug_assert!(meaning.is_some(), "every lowered schema has a site");
        let (Kind::AnyOf { context } | Kind::OneOfNotValid { context }) = error.kind() else {
            let missing = matches!(error.kind(), Kind::Required { .. });
            let keyword = if missing { "required" } else { last(&site) };
            if !self.allowances.forgive(&at, keyword) {
                found.push(self.found(site, at, error));
            }
            return;
        };
        let bridged = self.is_bridge(error);
        // The first branch of a bridge is the null that it leads to.
        let branches = context.get(usize::from(bridged)..).unwrap_or_default();
        let mut explained = Vec::with_capacity(branches.len());
        for branch in branches {
            let mut inner = Vec::new();
            for error in branch {
                self.explain(error, &mut inner);
            }
            explained.push(inner);
        }
        if explained.iter().any(Vec::is_empty) {
            return;
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
            Some((_, (_, faults))) if bridged || branches.len() == 1 => found.extend(faults),
            // A branch of another type altogether is nearer to nothing.
            Some((index, (distance, faults))) if named == Some(index) || !distance.other_type => {
                let suffix = message::branch(&site, branches.len(), named == Some(index));
                found.extend(faults.into_iter().map(|mut fault| {
                    fault.suffix += &suffix;
                    fault
                }));
            }
            _ if self.allowances.forgive(&at, "anyOf") => {}
            _ => found.push(self.found(site, at, error)),
        }
    }

    fn found(&self, site: Pointer, at: Pointer, error: &'e ValidationError<'e>) -> Found<'e> {
        let mut found = Found {
            error,
            site,
            at,
            suffix: String::new(),
            said: String::new(),
        };
        match error.kind() {
            Kind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                name.clone_into(&mut found.said);
            }
            kind if message::is_plain(kind) => {}
            _ => found.said = self.words(&found).message,
        }
        found
    }

    /// The fault that was found, with words if they are wanted.
    pub(super) fn fault(&self, found: Found<'e>, worded: bool) -> Fault {
        if worded {
            let mut fault = self.words(&found);
            fault.message += &found.suffix;
            return fault;
        }
        Fault {
            undecided: found.is_undecided(),
            way: message::way(found.error.kind()),
            site: found.site,
            at: found.at,
            message: String::new(),
            claim: String::new(),
            found: String::new(),
            help: None,
        }
    }

    fn words(&self, found: &Found<'e>) -> Fault {
        let (site, at) = (found.site.clone(), found.at.clone());
        let version = self.dialect.version;
        message::fault(
            self.document,
            version,
            site,
            at,
            found.error.kind(),
            found.error.instance(),
        )
    }

    /// The authored place of the keyword that failed: of a name that is missing, the name's.
    fn authored(&mut self, error: &'e ValidationError<'e>) -> (Pointer, Option<Meaning>) {
        let lowered = error.schema_path().as_str();
        let missing = match error.kind() {
            Kind::Required { property } => property.as_str(),
            _ => None,
        };
        let (document, sites) = (self.document, self.sites);
        let known = self.known.entry((lowered, missing.unwrap_or_default()));
        let known = known.or_insert_with(|| {
            let (site, meaning) = authored(sites, lowered);
            let name = missing.and_then(|name| message::listed(document, &site, name));
            (name.unwrap_or(site), meaning)
        });
        known.clone()
    }

    /// Whether an error is about the `anyOf` that adds null to a schema.
    fn is_bridge(&self, error: &ValidationError<'_>) -> bool {
        let parent = Pointer::from(error.schema_path().as_str()).parent();
        let site = parent.and_then(|parent| self.sites.get(&parent));
        site.is_some_and(|site| site.meaning == Meaning::Bridge)
    }
}

/// The last step of a pointer, which for a keyword needs no unescaping.
fn last(at: &Pointer) -> &str {
    at.as_str().rsplit_once('/').map_or("", |(_, last)| last)
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

/// How far a branch is from fitting: another type, then another tag, then the count of errors, then
/// how many of them miss a member, for a value of the branch has its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    other_type: bool,
    other_tag: bool,
    errors: usize,
    missing: usize,
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
        missing: branch
            .iter()
            .filter(|error| is(error, &["required"], 0))
            .count(),
    }
}

/// A pointer into the judged value, from one into the object that it was wrapped in.
fn unwrapped(path: &str) -> Pointer {
    let inside = path.strip_prefix('/').unwrap_or(path);
    Pointer::from(inside.find('/').map_or("", |at| &inside[at..]))
}
