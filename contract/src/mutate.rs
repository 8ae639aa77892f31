//! Contradicts one claim of a document at a time, and sees whether some recording notices.
//!
//! A **mutant** is the document with one claim contradicted by an [`Operator`]; [`OPERATORS`]
//! lists them, with what kills each. It is **killed** if checking the recordings against it
//! complains about a recorded value that the document as it is has nothing against. A mutant that
//! survives is a claim that could be wrong without anybody noticing. The **score** is the number
//! of killed mutants by the number of mutants.
//!
//! What a recording is known not to witness kills nothing: the values that are forgiven by
//! `generated`, `placeholders` and `elided` stay forgiven, and an assumed status is no witness of
//! an answer. Of a union, a value that fits no branch of the document as it is kills nothing either.
//!
//! Mutants are made where recordings can tell: at the schemas that bodies and parameters of the
//! operations reach. Only what a mutant touches is judged anew: the recorded values that reach the
//! changed schema, at the nearest schema above it that holds as a matter of course, with a
//! validator of no more than these values reach. A parameter, or a body that is not JSON, is read
//! by its schema, and so read anew.

mod json;
mod operator;
mod plan;
mod project;
mod scene;
mod text;
mod trial;

use bindery_codegen::{Document, Pointer, Position};

use self::{
    operator::Edit,
    plan::{Planned, plan},
    scene::Scene,
    trial::{Bench, Exhibit, is_verbatim},
};
pub use self::{
    operator::{OPERATORS, Operator},
    text::Listed,
};
use crate::{Options, Recording, check, coverage::selected, matching::Routes, schema};

/// Which mutants are made, and how claims are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// How claims are read.
    pub options: Options,
    /// The `operationId`s or titles whose claims are contradicted; all where empty.
    pub operations: Vec<String>,
}

/// The mutants of a document and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mutation {
    /// The document.
    pub document: String,
    /// The mutants, in document order.
    pub mutants: Vec<Mutant>,
}

/// A document with one claim contradicted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mutant {
    /// The [`Operator`], by its name.
    pub operator: &'static str,
    /// The claim.
    pub pointer: Pointer,
    /// The same place as line and column.
    pub position: Position,
    /// What became of the claim.
    pub says: String,
    /// The recording that would notice it.
    pub needs: String,
    /// The first recording that notices it, by its index.
    pub killed_by: Option<usize>,
    edits: Vec<Edit>,
}

/// The mutants of a document, and which of them some recording notices.
pub fn mutate(document: &Document, recordings: &[Recording], settings: &Settings) -> Mutation {
    let operations = document.operations();
    let mode = settings.options.mode;
    let uses = check::uses(document, &operations);
    let schemas = schema::compile(document, mode, uses).noting();
    let mut exhibit = Exhibit {
        document,
        mode,
        operations: &operations,
        schemas: &schemas,
        recordings,
        judged: Vec::new(),
        held_by: Vec::new(),
        scene: Scene::default(),
        answered: vec![Vec::new(); operations.len()],
    };
    let routes = Routes::new(document, &operations);
    for (index, recording) in recordings.iter().enumerate() {
        let Some(trace) = check::trace(document, &operations, &routes, &schemas, recording) else {
            continue;
        };
        let held_by = (index, trace.operation);
        exhibit
            .held_by
            .resize(exhibit.judged.len() + trace.judged.len(), held_by);
        exhibit.judged.extend(trace.judged);
        let answer = trace.answer.map(|answer| (index, answer.key));
        exhibit.answered[trace.operation].extend(answer);
    }
    exhibit.scene = Scene::of(document, &exhibit.judged, |judged| {
        is_verbatim(document, judged)
    });
    let selected = selected(&operations, &settings.operations);
    let planned = plan(document, &operations, &selected, mode);
    let killed = try_out(&exhibit, &planned);
    let mutants = planned.into_iter().zip(killed);
    let mut mutants: Vec<Mutant> = mutants
        .map(|(planned, killed_by)| Mutant {
            operator: planned.operator,
            position: document.position(planned.change.claim.as_str()),
            pointer: planned.change.claim,
            says: planned.change.says,
            needs: format!(
                "a recording of `{}` in which {}",
                operations[planned.operation].title(),
                planned.change.needs
            ),
            killed_by,
            edits: planned.change.edits,
        })
        .collect();
    mutants.sort_by_key(|mutant| mutant.position);
    Mutation {
        document: document.name().to_owned(),
        mutants,
    }
}

/// What kills each of the planned mutants, on as many threads as there are cores.
fn try_out(exhibit: &Exhibit<'_>, planned: &[Planned]) -> Vec<Option<usize>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = planned.len().div_ceil(cores).max(1);
    let try_share = |planned: &[Planned]| -> Vec<Option<usize>> {
        let mut bench = Bench::new(exhibit);
        let tried = planned
            .iter()
            .map(|mutant| bench.try_out(&mutant.change, mutant.operation));
        tried.collect()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = planned
            .chunks(share)
            .map(|share| scope.spawn(move || try_share(share)))
            .collect();
        let results = threads.into_iter().flat_map(|thread| match thread.join() {
            Ok(killed) => killed,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        results.collect()
    })
}

impl Mutation {
    /// How many mutants some recording notices.
    pub fn killed(&self) -> usize {
        self.mutants
            .iter()
            .filter(|mutant| mutant.is_killed())
            .count()
    }

    /// Killed mutants by mutants, from 0 to 1; 1 where there is no mutant.
    #[expect(clippy::cast_precision_loss, reason = "no document has 2^52 claims")]
    pub fn score(&self) -> f64 {
        match self.mutants.len() {
            0 => 1.0,
            mutants => self.killed() as f64 / mutants as f64,
        }
    }
}

impl Mutant {
    /// Whether some recording notices it.
    pub fn is_killed(&self) -> bool {
        self.killed_by.is_some()
    }

    /// The document with the claim contradicted; its text stays as authored.
    pub fn of(&self, document: &Document) -> Document {
        let mut mutated = document.clone();
        for edit in &self.edits {
            edit.make(&mut mutated);
        }
        mutated
    }
}
