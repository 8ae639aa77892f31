//! The baseline: the findings of an earlier run, each with what contradicted the document then.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use bindery_codegen::{Document, Error, Pointer};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::{Accepted, Finding, Kind, Report, finding::fnv};

/// The findings of an earlier run, by their `id`.
///
/// Of each it has what was seen: the types that were not admitted, and digests of the values that
/// an enum lacks or of the names that an object forbids. What it has not is a new finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<String, Known>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Known {
    /// What is found where, for whoever reads the file.
    says: String,
    /// What was seen; nothing in the files of earlier versions, which accept whatever comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<BTreeSet<String>>,
}

impl Baseline {
    /// The baseline that accepts what is open in the reports on some documents, and what an
    /// earlier one accepted.
    pub fn of<'d>(documents: impl IntoIterator<Item = &'d Document>, reports: &[Report]) -> Self {
        let mut known = BTreeMap::new();
        for (document, report) in documents.into_iter().zip(reports) {
            let taken = report.findings.iter().filter(|finding| {
                !matches!(finding.accepted, Some(Accepted::Ignored { .. }))
                    && finding.kind != Kind::StaleIgnore
            });
            for finding in taken {
                let entry = Known {
                    says: format!("{} at `{}`", finding.kind, finding.document.pointer),
                    seen: Some(seen(document, finding)),
                };
                known.insert(finding.id.clone(), entry);
            }
        }
        Self { known }
    }

    /// Reads a baseline from a file.
    ///
    /// # Errors
    /// When the file cannot be read, or is not what [`to_json`](Self::to_json) writes.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let file = Document::load(path)?;
        let fault = |at: &str, message: &str| {
            let fault = file.diagnostic(at, format!("not a baseline: {message}"));
            Error::from(fault.help("name a file that `--update-baseline` wrote"))
        };
        let findings = match file.get("/findings") {
            Some(Value::Object(findings)) => findings,
            Some(_) => return Err(fault("/findings", "its `findings` are not a mapping")),
            None => return Err(fault("", "it has no `findings`")),
        };
        let mut known = BTreeMap::new();
        for (id, value) in findings {
            let Some(entry) = Known::read(value) else {
                let at = Pointer::from("/findings").join(id);
                return Err(fault(at.as_str(), "a finding without `says` and `seen`"));
            };
            known.insert(id.clone(), entry);
        }
        Ok(Self { known })
    }

    /// The baseline as the text of a file.
    pub fn to_json(&self) -> String {
        format!("{:#}\n", json!({"findings": self.known}))
    }

    /// Takes over what an earlier baseline has, as where only a part of the operations was looked
    /// at.
    pub fn keep(&mut self, earlier: Self) {
        for (id, old) in earlier.known {
            match self.known.get_mut(&id) {
                Some(known) => {
                    known.seen = known.seen.take().zip(old.seen).map(|(mut seen, old)| {
                        seen.extend(old);
                        seen
                    });
                }
                None => {
                    self.known.insert(id, old);
                }
            }
        }
    }

    /// Marks the findings that it has; gives how many of its own are no longer found.
    ///
    /// A finding of which more is seen than it has stays open, and says what is new.
    pub fn apply<'d>(
        &self,
        documents: impl IntoIterator<Item = &'d Document>,
        reports: &mut [Report],
    ) -> usize {
        let mut gone: BTreeSet<&String> = self.known.keys().collect();
        for (document, report) in documents.into_iter().zip(reports) {
            for finding in &mut report.findings {
                let Some(known) = self.known.get(&finding.id) else {
                    continue;
                };
                gone.remove(&finding.id);
                let had = known.seen.as_ref();
                let now = seen(document, finding);
                let new: Vec<&String> = now
                    .iter()
                    .filter(|word| had.is_some_and(|had| !had.contains(*word)))
                    .collect();
                if new.is_empty() {
                    finding.accepted.get_or_insert(Accepted::Baseline);
                } else {
                    finding.message += "; new since the baseline: ";
                    finding.message += &told(&new);
                }
            }
        }
        gone.len()
    }
}

impl Known {
    fn read(value: &Value) -> Option<Self> {
        if let Some(says) = value.as_str() {
            let says = says.to_owned();
            return Some(Self { says, seen: None });
        }
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let seen = match value.get("seen") {
            Some(seen) => Some(seen.as_array()?.iter().map(text).collect::<Option<_>>()?),
            None => None,
        };
        let says = text(value.get("says")?)?;
        Some(Self { says, seen })
    }
}

/// What marks a value or a name that is kept as a digest only.
const DIGEST: char = '#';

/// The sorts of contradictions behind a finding, without any recorded value.
///
/// Of most claims there is one sort: a value past a bound is past it, whichever it is.
fn seen(document: &Document, finding: &Finding) -> BTreeSet<String> {
    let (at, shape) = (&finding.document.pointer, &finding.seen.shape);
    if finding.kind != Kind::Mismatch {
        return BTreeSet::new();
    }
    let types = || shape.types.iter().copied();
    let digested = |sort: &str, text: &str| {
        // So short that many texts share it: nobody can tell from it which one was recorded.
        let digest = fnv([finding.id.as_str(), "\0", text]) & 0x00ff_ffff;
        format!("{sort}{DIGEST}{digest:06x}")
    };
    match at.last().as_deref() {
        Some("type" | "oneOf" | "anyOf" | "not") => types().map(str::to_owned).collect(),
        Some("enum" | "const") => {
            let whole = types().filter(|name| ["null", "array", "object"].contains(name));
            let scalars = shape.scalars.keys().map(|text| digested("value", text));
            let more = shape.many.then(|| "many".to_owned());
            whole
                .map(str::to_owned)
                .chain(scalars)
                .chain(more)
                .collect()
        }
        Some("additionalProperties" | "unevaluatedProperties") => {
            let declared = at.parent().unwrap_or_default().join("properties");
            let declared = document.get(declared.as_str()).and_then(Value::as_object);
            let is_declared = |name: &String| {
                declared.is_some_and(|declared: &Map<_, _>| declared.contains_key(name))
            };
            let names = shape.members.keys().filter(|name| !is_declared(name));
            names.map(|name| digested("name", name)).collect()
        }
        _ => BTreeSet::new(),
    }
}

/// What is new, in words: types by their names, of digests how many.
fn told(new: &[&String]) -> String {
    let mut counts = BTreeMap::<&str, usize>::new();
    let mut words = Vec::new();
    for word in new {
        match word.split_once(DIGEST) {
            Some((sort, _)) => *counts.entry(sort).or_default() += 1,
            None if *word == "many" => words.push("more values than are told apart".to_owned()),
            None => words.push(format!("`{word}`")),
        }
    }
    let counts = counts.into_iter().map(|(sort, count)| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} {sort}{plural}")
    });
    words.extend(counts);
    words.join(", ")
}
