//! Where a document allows more than the recordings use.

use std::collections::{BTreeMap, BTreeSet};

use bindery_codegen::{Document, Pointer, Position};
use serde_json::Value;

use super::{Kind, enumerate::Claims, words::types};
use crate::label::subject;

/// From how many recorded values on it is said that one is never absent or never null: of two
/// equally frequent cases, five values in a row show only one by chance once in sixteen times.
pub const PERMISSIVE_FROM: usize = 5;
/// From how many recorded texts on it is said that there are few.
pub const TEXTS_FROM: usize = 20;
/// How many different texts are few.
pub const FEW_TEXTS: usize = 4;

/// A claim that is wider than what the recordings show.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permissive {
    /// In what way it is wide.
    pub width: Width,
    /// The schema or property.
    pub pointer: Pointer,
    /// The same place as line and column.
    pub position: Position,
    /// What is wide, and the narrower claim that fits as well.
    pub message: String,
    /// How many recorded values show no more.
    pub values: usize,
}

/// In what way a claim is wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// An optional property that is always present.
    Optional,
    /// A nullable value that is never null.
    Nullable,
    /// A text of which there are few.
    Open,
}

impl Width {
    /// The name under which reports speak of it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Optional => "optional-but-always-present",
            Self::Nullable => "nullable-but-never-null",
            Self::Open => "open-text-with-few-values",
        }
    }
}

/// The different texts that were recorded for a schema, as long as they are few.
#[derive(Debug, Default)]
pub(super) struct Texts(BTreeMap<Pointer, (usize, BTreeSet<String>)>);

impl Texts {
    pub(super) fn add(&mut self, schema: &Pointer, text: &str) {
        let (count, texts) = match self.0.get_mut(schema) {
            Some(known) => known,
            None => self.0.entry(schema.clone()).or_default(),
        };
        *count += 1;
        // One more than few is as good as many.
        if texts.len() <= FEW_TEXTS && !texts.contains(text) {
            texts.insert(text.to_owned());
        }
    }
}

/// Where the document could say more, in document order.
pub(super) fn list(document: &Document, claims: &Claims, texts: &Texts) -> Vec<Permissive> {
    let mut found = Vec::new();
    for claim in claims.iter().filter(|claim| claim.witnesses.total() == 0) {
        let other = match claim.kind {
            Kind::Absent => Kind::Property,
            Kind::Null => Kind::NotNull,
            _ => continue,
        };
        let seen = claims
            .get(&(claim.pointer.clone(), other))
            .map(|seen| &seen.witnesses);
        // What a tool generated shows that there is a name, not that it is always there.
        let Some(seen) = seen.filter(|seen| seen.generated == 0 && seen.values >= PERMISSIVE_FROM)
        else {
            continue;
        };
        let (width, message) = if other == Kind::Property {
            let name = subject(&claim.pointer);
            (
                Width::Optional,
                format!("{name} is optional, and never absent; it may be `required`"),
            )
        } else {
            let name = subject(&claim.pointer.parent().unwrap_or_default());
            (
                Width::Nullable,
                format!("{name} is nullable, and never null"),
            )
        };
        found.push(Permissive {
            width,
            pointer: claim.pointer.clone(),
            position: claim.position,
            message,
            values: seen.values,
        });
    }
    found.extend(
        texts
            .0
            .iter()
            .filter_map(|(schema, seen)| open(document, schema, seen)),
    );
    found.sort_by_key(|wide| (wide.position, wide.width));
    found
}

fn open(
    document: &Document,
    schema: &Pointer,
    (values, texts): &(usize, BTreeSet<String>),
) -> Option<Permissive> {
    let claims = document.get(schema.as_str())?;
    let says = |keyword: &&str| claims.get(*keyword).is_some();
    let is_narrow = ["enum", "format", "pattern", "const"].iter().any(says);
    let is_text = types(claims).filter(|name| *name != "null").eq(["string"]);
    if !is_text
        || is_narrow
        || is_personal(document, schema)
        || *values < TEXTS_FROM
        || texts.len() > FEW_TEXTS
    {
        return None;
    }
    let quoted: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
    Some(Permissive {
        width: Width::Open,
        pointer: schema.clone(),
        position: document.position(schema.as_str()),
        message: format!(
            "{} is any text, and always {}; it may be an `enum`",
            subject(schema),
            quoted.join(" or "),
        ),
        values: *values,
    })
}

/// Whether a schema, or one around it, is marked as being about a person: its values are not shown.
fn is_personal(document: &Document, schema: &Pointer) -> bool {
    let around = std::iter::successors(Some(schema.clone()), Pointer::parent);
    let mut marks = around.filter_map(|at| document.get(at.as_str())?.get("x-personal"));
    marks.any(|mark| *mark == Value::Bool(true))
}
