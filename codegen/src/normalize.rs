//! From the authored document to one the generator accepts, and a [`Plan`] of what that loses.
//!
//! Each pass lives in a file of its own and is pure: values in, values and complaints out.

mod asides;
mod carriers;
mod compositions;
mod constants;
mod descriptions;
mod directions;
mod discriminators;
mod endless;
mod enums;
mod fields;
mod heritage;
mod hoist;
mod inheritance;
mod marks;
mod nulls;
mod operations;
mod options;
mod order;
mod pages;
mod references;
mod repair;
mod required;
mod rings;
mod rules;
mod schema;
mod streams;
mod targets;
mod telling;
mod version;
mod webhooks;

use std::collections::BTreeMap;

use serde_json::Value;

use self::references::Broken;
pub(crate) use self::schema::COMPONENTS;
use crate::{Diagnostic, Document, Error, Pointer, note::Notes, plan::Plan, refusal::Refusal};

/// A document in the form the generator takes, and the plan for refining what it makes of it.
#[derive(Debug)]
pub(crate) struct Lowered {
    pub(crate) document: Value,
    pub(crate) plan: Plan,
    /// Where each type was authored, by its name.
    pub(crate) places: BTreeMap<String, Pointer>,
    /// What the client is made without.
    pub(crate) refused: Vec<Refusal>,
}

/// What the passes hand to each other.
#[derive(Debug, Default)]
struct Model {
    plan: Plan,
    /// Per operation, in the plan's order: the schemas of its carrier's properties.
    slots: Vec<BTreeMap<String, Schema>>,
    /// The named schemas.
    components: BTreeMap<String, Schema>,
    refused: Vec<Refusal>,
}

/// A schema and where it was authored.
#[derive(Debug, Clone)]
struct Schema {
    pointer: Pointer,
    value: Value,
}

pub(crate) fn normalize(document: &Document, notes: &mut Notes<'_>) -> Result<Lowered, Error> {
    version::check(document)?;
    let document = &*repair::spell(document, notes);
    notes.follow(document);
    // References are judged before schemas are lowered: the broken ones stay where they are.
    let mut broken = Broken::of(document, notes);
    let document = &*version::lower(document, notes);
    let document = &repair::repair(document, notes);
    notes.follow(document);
    let mut model = operations::read(document, &mut broken, notes);
    targets::name(document, &mut model);
    webhooks::name(document, &mut model, notes);
    marks::clear(&mut model);
    order::keep(document, &mut model);
    nulls::lift(&mut model);
    let bases = inheritance::lower(&mut model, notes);
    rings::open(&mut model, notes);
    discriminators::lower(&mut model, notes);
    directions::split(&mut model, notes);
    rules::collect(&mut model, notes);
    enums::lower(&mut model, notes);
    let heritage = heritage::of(&model);
    compositions::lower(&mut model, notes);
    options::gather(&mut model);
    telling::mark(&mut model);
    hoist::hoist(document, &mut model, &heritage, &bases);
    required::describe(&mut model, notes);
    endless::end(&mut model, notes);
    fields::plan(&mut model);
    constants::settle(&mut model);
    pages::plan(document, &mut model);
    streams::offer(&mut model);
    if model.plan.operations.is_empty() && !model.refused.is_empty() {
        let complaints = model.refused.into_iter();
        let complaints = complaints.flat_map(|refusal| refusal.diagnostics);
        return Err(complaints.collect::<Vec<_>>().into());
    }
    let lowered = carriers::lower(&model);
    let places = model.components.into_iter();
    Ok(Lowered {
        document: lowered,
        places: places
            .map(|(name, schema)| (name, schema.pointer))
            .collect(),
        plan: model.plan,
        refused: model.refused,
    })
}

impl Model {
    /// Every schema of the model: those of operations, then the named ones.
    fn schemas_mut(&mut self) -> impl Iterator<Item = &mut Schema> {
        let slots = self.slots.iter_mut().flat_map(BTreeMap::values_mut);
        slots.chain(self.components.values_mut())
    }

    /// The same, to be looked at.
    fn schemas(&self) -> impl Iterator<Item = &Schema> {
        let slots = self.slots.iter().flat_map(BTreeMap::values);
        slots.chain(self.components.values())
    }

    /// Takes an operation out of the client.
    fn refuse(&mut self, index: usize, complaint: Diagnostic) {
        let operation = self.plan.operations.remove(index);
        self.slots.remove(index);
        self.refused.push(Refusal {
            operation: Some(operation.title()),
            diagnostics: vec![complaint],
        });
    }
}
