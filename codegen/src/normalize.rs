//! From the authored document to one the generator accepts, and a [`Plan`] of what that loses.
//!
//! Each pass lives in a file of its own and is pure: values in, values and complaints out.

mod carriers;
mod compositions;
mod descriptions;
mod directions;
mod discriminators;
mod enums;
mod fields;
mod hoist;
mod inheritance;
mod operations;
mod options;
mod pages;
mod references;
mod repair;
mod rules;
mod schema;
mod version;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Diagnostic, Document, Error, Pointer, note::Notes, plan::Plan};

/// A document in the form the generator takes, and the plan for refining what it makes of it.
#[derive(Debug)]
pub(crate) struct Lowered {
    pub(crate) document: Value,
    pub(crate) plan: Plan,
}

/// What the passes hand to each other.
#[derive(Debug, Default)]
struct Model {
    plan: Plan,
    /// Per operation, in the plan's order: the schemas of its carrier's properties.
    slots: Vec<BTreeMap<String, Schema>>,
    /// The named schemas.
    components: BTreeMap<String, Schema>,
}

/// A schema and where it was authored.
#[derive(Debug, Clone)]
struct Schema {
    pointer: Pointer,
    value: Value,
}

pub(crate) fn normalize(document: &Document, notes: &mut Notes<'_>) -> Result<Lowered, Error> {
    version::check(document)?;
    let document = &repair::repair(document, notes);
    complain(references::check(document))?;
    let mut model = operations::read(document, notes);
    let shared = inheritance::lower(&mut model, notes);
    discriminators::lower(&mut model);
    directions::split(&mut model, notes);
    rules::collect(&mut model, notes);
    enums::lower(&mut model, notes);
    compositions::lower(&mut model, notes);
    inheritance::forget(&mut model, &shared);
    options::gather(&mut model);
    hoist::hoist(&mut model);
    fields::plan(&mut model);
    complain(pages::plan(document, &mut model))?;
    let lowered = carriers::lower(&model);
    Ok(Lowered {
        document: lowered,
        plan: model.plan,
    })
}

fn complain(diagnostics: Vec<Diagnostic>) -> Result<(), Error> {
    if diagnostics.is_empty() {
        Ok(())
    } else {
        Err(diagnostics.into())
    }
}

impl Model {
    /// Every schema of the model: those of operations, then the named ones.
    fn schemas_mut(&mut self) -> impl Iterator<Item = &mut Schema> {
        let slots = self.slots.iter_mut().flat_map(BTreeMap::values_mut);
        slots.chain(self.components.values_mut())
    }
}
