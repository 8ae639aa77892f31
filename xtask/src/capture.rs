//! What becomes of captured exchanges: redacted, brought to their operations, and stored.

mod filing;
mod store;
pub(crate) mod text;

use std::path::{Path, PathBuf};

use bindery_contract::{Checker, Document, Learner, Options, Recording, Redaction};

use self::filing::Filing;
use crate::exit::{Found, Refusal, tell};

/// How captured exchanges are redacted.
#[derive(Debug, clap::Args)]
pub(crate) struct Privacy {
    /// Keeps names, addresses and whatever else the document marks with `x-personal`.
    #[arg(long)]
    keep_personal: bool,
    /// Replaces these values too: a name, or a JSON pointer into bodies with `*` for any step.
    #[arg(long, value_name = "NAME|POINTER")]
    redact: Vec<String>,
}

/// An exchange as captured; or why it cannot be a recording, without any part of it that may be
/// secret.
pub(crate) type Captured = Result<Recording, String>;

/// Where captured exchanges go.
#[derive(Debug)]
pub(crate) struct Session<'a> {
    pub(crate) privacy: &'a Privacy,
    pub(crate) document: &'a Document,
    /// The system that they come from.
    pub(crate) reference: &'a str,
    /// Below this folder, one for each operation.
    pub(crate) out: &'a Path,
}

impl Privacy {
    /// The names that the caller wants replaced, which may be those of headers.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.redact.iter().map(String::as_str);
        names.filter(|name| !name.starts_with('/'))
    }

    fn redaction(&self) -> Redaction {
        let mut redaction = Redaction::default();
        redaction.keep_personal = self.keep_personal;
        redaction.also.clone_from(&self.redact);
        redaction
    }
}

/// Redacts exchanges and writes each to `DIR/<operationId>/<status>-<number>.yaml`.
///
/// `each` hands on all of them, one after the other, as often as it is called: once to learn what
/// is to be replaced, and once to store them. Nothing is written unless all could be read.
pub(crate) fn keep(
    session: &Session<'_>,
    each: impl Fn(&mut dyn FnMut(Captured)) -> Result<(), Refusal>,
) -> Result<Found, Refusal> {
    if session.privacy.keep_personal {
        tell("warning: personal data are stored as they are; do not publish these recordings");
    }
    let checker = Checker::new(session.document, &Options::default());
    let mut learner = Learner::new(&checker, &session.privacy.redaction());
    each(&mut |captured| {
        if let Ok(recording) = captured
            && checker.operation_of(&recording).is_ok()
        {
            learner.learn(&recording);
        }
    })?;
    let redactor = learner.settle();
    for unused in redactor.unused() {
        tell(&format!(
            "warning: `--redact {unused}` fits nothing, and nothing is replaced by it"
        ));
    }
    let mut filing = Filing::new(session, &checker, &redactor);
    let mut filed = Ok(());
    each(&mut |captured| {
        if filed.is_ok() {
            filed = filing.file(captured);
        }
    })?;
    filed?;
    Ok(filing.summary())
}

/// Where recordings of a provider are, unless the arguments say otherwise.
pub(crate) fn folder(out: Option<&PathBuf>, provider: &str) -> PathBuf {
    out.cloned()
        .unwrap_or_else(|| Path::new("tests/recordings").join(provider))
}
