//! The schemas of a document as one validator, and what they say about a value.

mod dialect;
mod explain;
mod forgive;
mod format;
mod judged;
mod lower;
mod message;
mod outline;
mod travel;
mod undeclared;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
};

use bindery_codegen::{Document, Pointer};
use jsonschema::Validator;
use serde_json::{Map, Value, json};

pub(crate) use self::{
    dialect::{Dialect, Version},
    forgive::Allowances,
    judged::Judged,
    outline::{Outline, type_of},
    travel::is_withheld,
    undeclared::Undeclared,
};
use self::{
    explain::{Explainer, Found},
    undeclared::Declared,
};
use crate::Mode;

/// Which way a value travels; `readOnly` and `writeOnly` depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Direction {
    Request,
    Response,
    /// An example, which may be of either half.
    Either,
}

/// Some schemas of a document, ready to judge values.
///
/// All of them are one validator, which has a property for each: schemas share most of their
/// parts, and a validator of its own for each would build those parts anew every time.
#[derive(Debug)]
pub(crate) struct Schemas {
    validator: Option<Validator>,
    dialect: Dialect,
    keys: BTreeMap<(Direction, Pointer), String>,
    sites: Sites,
    declared: BTreeMap<Pointer, Declared>,
    /// Faulty keywords, which the validator leaves out.
    pub(crate) unchecked: Vec<Unchecked>,
    /// What was judged since somebody last asked, if somebody wants to know.
    noted: Option<Mutex<Vec<Judged>>>,
}

/// A part of a schema that cannot be checked, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Unchecked {
    pub(crate) site: Pointer,
    pub(crate) message: String,
}

/// One way in which a value contradicts its schema.
///
/// Its words, which are all texts in it, are empty where nobody wanted them.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    /// The keyword as authored.
    pub(crate) site: Pointer,
    /// The value, from the root of the judged one.
    pub(crate) at: Pointer,
    pub(crate) message: String,
    /// What the document says, in a few words.
    pub(crate) claim: String,
    /// What the value is, in a few words.
    pub(crate) found: String,
    pub(crate) help: Option<String>,
    /// Whether the keyword could not be decided about the value, so that this is no contradiction.
    pub(crate) undecided: bool,
    /// Which way the keyword failed, where there is more than one.
    pub(crate) way: &'static str,
}

/// From places in the lowered schema to places in the document.
type Sites = BTreeMap<Pointer, Site>;

#[derive(Debug, Clone)]
struct Site {
    authored: Pointer,
    meaning: Meaning,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// A schema; its keywords stand below it in both.
    Schema,
    /// The `anyOf` that adds null to the schema in its second branch.
    Bridge,
    /// A keyword that was rewritten; what is below belongs to it.
    Keyword,
}

/// Makes a validator of the schemas at the given places.
pub(crate) fn compile(
    document: &Document,
    mode: Mode,
    uses: impl IntoIterator<Item = (Direction, Pointer)>,
) -> Schemas {
    let mut keys = BTreeMap::new();
    for used in uses {
        let key = keys.len().to_string();
        keys.entry(used).or_insert(key);
    }
    let dialect = Dialect::of(document, mode);
    let mut lowered = lower::lower(document, &dialect, keys.keys().cloned());
    let properties: Map<String, Value> = keys
        .iter()
        .map(|(used, key)| (key.clone(), json!({ "$ref": lowered.reference(used) })))
        .collect();
    // Moved in: `json!` would make a copy of all schemas.
    let mut root = Map::new();
    root.insert("properties".to_owned(), Value::Object(properties));
    let definitions = std::mem::take(&mut lowered.definitions);
    root.insert("definitions".to_owned(), Value::Object(definitions));
    let root = Value::Object(root);
    let options = jsonschema::options()
        .with_draft(dialect.draft())
        .should_validate_formats(true)
        .offline();
    let validator = match format::register(options).build(&root) {
        Ok(validator) => Some(validator),
        Err(error) => {
            let site = authored(&lowered.sites, error.instance_path().as_str()).0;
            let message = format!("the schemas cannot be checked: {error}");
            lowered.unchecked.push(Unchecked { site, message });
            None
        }
    };
    lowered.unchecked.sort();
    lowered.unchecked.dedup();
    let declared = keys.keys().map(|(_, schema)| {
        let declared = Declared::by(vec![schema.clone()]);
        (schema.clone(), declared)
    });
    Schemas {
        validator,
        dialect,
        declared: declared.collect(),
        keys,
        sites: lowered.sites,
        unchecked: lowered.unchecked,
        noted: None,
    }
}

impl Schemas {
    /// The same schemas, which keep note of each value that they judge.
    pub(crate) fn noting(self) -> Self {
        let noted = Some(Mutex::default());
        Self { noted, ..self }
    }

    /// Whether somebody wants to know each value that is judged.
    pub(crate) fn is_noting(&self) -> bool {
        self.noted.is_some()
    }

    /// The values judged since the last call, in order; none unless they were to be noted.
    pub(crate) fn noted(&self) -> Vec<Judged> {
        let noted = self.noted.as_ref().and_then(|noted| noted.lock().ok());
        noted.map_or_else(Vec::new, |mut noted| std::mem::take(&mut *noted))
    }

    /// Every way in which a value contradicts a compiled schema; `None` if it was not compiled.
    pub(crate) fn judge(
        &self,
        document: &Document,
        used: &(Direction, Pointer),
        value: &Value,
        allowances: &Allowances<'_>,
    ) -> Option<Vec<Fault>> {
        self.judge_own(
            document,
            used,
            &mut value.clone(),
            allowances,
            &mut |_, _| true,
        )
    }

    /// As [`judge`](Self::judge), of a value that is the caller's own: it is not copied, and is
    /// afterwards what it was.
    ///
    /// Most faults of a long log are known, and finding words takes longer than finding faults: so
    /// each fault, by its site and whether it is undecided, is asked whether it is to have any.
    pub(crate) fn judge_own(
        &self,
        document: &Document,
        used: &(Direction, Pointer),
        value: &mut Value,
        allowances: &Allowances<'_>,
        worded: &mut dyn FnMut(&Pointer, bool) -> bool,
    ) -> Option<Vec<Fault>> {
        let (validator, key) = (self.validator.as_ref()?, self.keys.get(used)?);
        let wrapped = std::iter::once((key.clone(), std::mem::take(value))).collect();
        let mut wrapped = Value::Object(wrapped);
        // Most values fit, and to find that out takes a tenth of what listing errors does.
        let faults = if validator.is_valid(&wrapped) {
            Vec::new()
        } else {
            self.faults(document, validator, &wrapped, allowances, worded)
        };
        *value = wrapped[key].take();
        Some(faults)
    }

    /// What the validator has against a value that is wrapped in an object, as is its schema.
    fn faults(
        &self,
        document: &Document,
        validator: &Validator,
        wrapped: &Value,
        allowances: &Allowances<'_>,
        worded: &mut dyn FnMut(&Pointer, bool) -> bool,
    ) -> Vec<Fault> {
        let errors: Vec<_> = validator.iter_errors(wrapped).collect();
        let mut explainer = Explainer::new(document, &self.dialect, &self.sites, allowances);
        let mut found = Vec::with_capacity(errors.len());
        for error in &errors {
            explainer.explain(error, &mut found);
        }
        let kept = distinct(&found);
        let found = found.into_iter().zip(kept);
        let found = found.filter_map(|(found, kept)| kept.then_some(found));
        let faults = found.map(|found| {
            let worded = worded(found.site(), found.is_undecided());
            explainer.fault(found, worded)
        });
        faults.collect()
    }

    /// Keeps what came of a value, for whoever asks what a recording shows.
    pub(crate) fn note(
        &self,
        used: &(Direction, Pointer),
        value: &Value,
        allowances: &Allowances<'_>,
        faults: &[Fault],
    ) {
        if let Some(Ok(mut noted)) = self.noted.as_ref().map(Mutex::lock) {
            noted.push(Judged::new(used, value, allowances, faults));
        }
    }

    /// What a schema says about the shape of its values.
    pub(crate) fn outline<'d>(&'d self, document: &'d Document, schema: &Pointer) -> Outline<'d> {
        Outline::of(document, &self.dialect, std::iter::once(schema.clone()))
    }

    /// The members of a value that no branch of a schema declares, in a document that says
    /// something else than the compiled one.
    pub(crate) fn undeclared_anew(
        &self,
        document: &Document,
        schema: &Pointer,
        value: &Value,
    ) -> BTreeSet<Undeclared> {
        Declared::by(vec![schema.clone()]).missing_in(document, &self.dialect, value)
    }

    /// The members of a value that no branch of its compiled schema declares.
    pub(crate) fn undeclared(
        &self,
        document: &Document,
        schema: &Pointer,
        value: &Value,
    ) -> BTreeSet<Undeclared> {
        let declared = self.declared.get(schema);
        declared.map_or_else(BTreeSet::new, |declared| {
            declared.missing_in(document, &self.dialect, value)
        })
    }
}

/// Which of some faults count: a schema that two branches share complains twice, and what it has
/// against a value of another type altogether is an echo.
fn distinct(found: &[Found<'_>]) -> Vec<bool> {
    let mut known = BTreeSet::new();
    let mut kept: Vec<bool> = found
        .iter()
        .map(|found| known.insert(found.key()))
        .collect();
    let mistyped = found.iter().filter(|found| found.keyword() == "type");
    let mistyped: BTreeSet<_> = mistyped.map(Found::schema).collect();
    if !mistyped.is_empty() {
        for (found, kept) in found.iter().zip(&mut kept) {
            *kept &= found.keyword() == "type" || !mistyped.contains(&found.schema());
        }
    }
    kept
}

/// The authored place of a place in the lowered schema, and what stands there.
fn authored(sites: &Sites, lowered: &str) -> (Pointer, Option<Meaning>) {
    let mut prefix = Pointer::from(lowered);
    let mut below = Vec::new();
    loop {
        if let Some(site) = sites.get(&prefix) {
            let at = match site.meaning {
                Meaning::Keyword => site.authored.clone(),
                _ => below
                    .iter()
                    .rev()
                    .fold(site.authored.clone(), |at, token| at.join(token)),
            };
            return (at, Some(site.meaning));
        }
        below.extend(prefix.last().map(std::borrow::Cow::into_owned));
        match prefix.parent() {
            Some(parent) => prefix = parent,
            None => return (Pointer::default(), None),
        }
    }
}
