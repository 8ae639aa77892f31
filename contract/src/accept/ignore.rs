//! Ignore entries: findings that a person accepts, each with a reason.

use std::path::Path;

use bindery_codegen::{Diagnostic, Document, Error, Pointer};
use serde_json::{Map, Value};

use crate::{Accepted, Finding, Kind, Place, Report, check, patch::Seen};

/// Findings that are no reason to fail, each with the reason why.
#[derive(Debug)]
pub struct Ignore {
    file: Document,
    entries: Vec<Entry>,
}

/// What one ignore entry accepts.
#[derive(Debug)]
struct Entry {
    at: Pointer,
    id: Option<String>,
    kind: Option<String>,
    pointer: Option<String>,
    reason: String,
}

impl Ignore {
    /// Reads ignore entries from a YAML or JSON file: a list `ignore`, each with the `id` of a
    /// finding, or a `kind`, a `pointer` or both, and a `reason`.
    ///
    /// # Errors
    /// When the file cannot be read, or an entry is not of that form, or has no reason.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::read(Document::load(path)?)
    }

    /// Reads ignore entries from a text.
    ///
    /// # Errors
    /// When an entry is not of the form that [`load`](Self::load) describes.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Error> {
        Self::read(Document::parse(name, text)?)
    }

    fn read(file: Document) -> Result<Self, Error> {
        let Some(listed) = file.get("/ignore").and_then(Value::as_array) else {
            let fault = file.diagnostic("/ignore", "no list `ignore`");
            return Err(fault.help("write `ignore: [{id: …, reason: …}]`").into());
        };
        let (mut entries, mut faults) = (Vec::new(), Vec::new());
        for (index, value) in listed.iter().enumerate() {
            match entry(&file, Pointer::from("/ignore").join(index), value) {
                Ok(entry) => entries.push(entry),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() {
            Ok(Self { file, entries })
        } else {
            Err(faults.into())
        }
    }

    /// Marks the findings that an entry fits.
    pub fn apply(&self, reports: &mut [Report]) {
        for finding in reports.iter_mut().flat_map(|report| &mut report.findings) {
            if let Some(entry) = self.entries.iter().find(|entry| entry.fits(finding)) {
                finding.accepted = Some(Accepted::Ignored {
                    reason: entry.reason.clone(),
                });
            }
        }
    }

    /// A finding for each entry that fits none.
    pub fn stale(&self, reports: &[Report]) -> Vec<Finding> {
        let fits = |entry: &&Entry| {
            let mut findings = reports.iter().flat_map(|report| &report.findings);
            findings.any(|finding| entry.fits(finding))
        };
        let stale = self.entries.iter().filter(|entry| !fits(entry));
        stale.map(|entry| self.finding(entry)).collect()
    }

    fn finding(&self, entry: &Entry) -> Finding {
        let kind = Kind::StaleIgnore;
        Finding {
            id: kind.fingerprint(&check::called(self.file.name()), &entry.told()),
            kind,
            severity: kind.severity(),
            message: format!("no finding is {}", entry.told()),
            help: Some("remove the entry".to_owned()),
            document: Place::of(&self.file, entry.at.as_str()),
            examples: Vec::new(),
            count: 0,
            accepted: None,
            seen: Seen::default(),
        }
    }
}

impl Entry {
    fn fits(&self, finding: &Finding) -> bool {
        let is = |wanted: &Option<String>, found: &str| {
            wanted.as_ref().is_none_or(|wanted| wanted == found)
        };
        let kinds = [finding.kind.id(), finding.kind.family()];
        let kind = self.kind.as_ref();
        is(&self.id, &finding.id)
            && is(&self.pointer, finding.document.pointer.as_str())
            && kind.is_none_or(|kind| kinds.contains(&kind.as_str()))
    }

    /// What it fits, in words.
    fn told(&self) -> String {
        let parts = [("", &self.id), ("a ", &self.kind), ("at ", &self.pointer)];
        let parts = parts.into_iter().filter_map(|(before, part)| {
            let part = part.as_ref()?;
            Some(format!("{before}`{part}`"))
        });
        parts.collect::<Vec<_>>().join(" ")
    }
}

fn entry(file: &Document, at: Pointer, value: &Value) -> Result<Entry, Diagnostic> {
    const KEYS: [&str; 4] = ["id", "kind", "pointer", "reason"];
    const HELP: &str = "write the `id` of a finding, or `kind` and `pointer`, and a `reason`";
    let fault =
        |at: &Pointer, message: String| Err(file.diagnostic(at.as_str(), message).help(HELP));
    let members: &Map<String, Value> = match value.as_object() {
        Some(members) => members,
        None => return fault(&at, "an entry that is not a mapping".to_owned()),
    };
    for (key, value) in members {
        if !KEYS.contains(&key.as_str()) {
            return fault(&at.join(key), format!("unknown key `{key}`"));
        }
        let fault = |what: &str| fault(&at.join(key), format!("`{key}` is {what}"));
        match value.as_str() {
            None => return fault("not a text"),
            Some(text) if text.trim().is_empty() => return fault("empty"),
            Some(_) => {}
        }
    }
    let text = |key: &str| members.get(key).and_then(Value::as_str).map(str::to_owned);
    let (id, kind, pointer) = (text("id"), text("kind"), text("pointer"));
    if id.is_none() && kind.is_none() && pointer.is_none() {
        return fault(&at, "an entry that ignores everything".to_owned());
    }
    let known = |kind: &String| {
        Kind::ALL
            .iter()
            .any(|known| [known.id(), known.family()].contains(&kind.as_str()))
    };
    if let Some(kind) = kind.as_ref().filter(|kind| !known(kind)) {
        return fault(&at.join("kind"), format!("unknown kind `{kind}`"));
    }
    let Some(reason) = text("reason") else {
        return fault(&at, "`reason` is missing".to_owned());
    };
    Ok(Entry {
        at,
        id,
        kind,
        pointer,
        reason,
    })
}
