//! Compares two documents by what their clients offer: what a change does to users.

mod items;
mod wire;

use std::fmt;

use self::items::Item;
use crate::{
    Document, Error, Pointer, Position,
    generate::{Settings, planned},
    plan::Plan,
};

/// How grave a change is for users of the generated client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The same code does something else on the wire.
    Wire,
    /// There is more than there was.
    Additive,
    /// Code that compiled may not compile any more.
    Breaking,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// How grave it is.
    pub class: Class,
    /// The public item, such as `types::User.email`.
    pub item: String,
    /// What is different, and why that is of its class.
    pub reason: String,
    /// The item before, if it was there.
    pub old: Option<String>,
    /// The item now, if it is there.
    pub new: Option<String>,
    /// The document that shows it: the new one, or the old one for what is gone.
    pub file: String,
    /// Where it stands there.
    pub position: Position,
}

/// What became of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The changes, the gravest first, then by item.
    pub changes: Vec<Change>,
}

/// Compares the clients of two documents, item by item, and what they send.
///
/// Gone or otherwise typed items are breaking, for they may be named. New items are not: every
/// type that users meet is `#[non_exhaustive]`. What only changes the wire, such as a path, a
/// status or a bound, compiles as before.
///
/// ```
/// use bindery_codegen::{Class, Document, compare};
///
/// let text = r#"
/// openapi: 3.0.3
/// info: {title: Cats, version: "1"}
/// paths:
///   /cats/{name}:
///     delete:
///       operationId: deleteCat
///       parameters: [{name: name, in: path, required: true, schema: {type: string}}]
///       responses: {"204": {description: The cat is gone.}}
/// "#;
/// let old = Document::parse("old.yaml", text)?;
/// let new = Document::parse("new.yaml", text.replace("deleteCat", "removeCat"))?;
/// let changes = compare(&old, &new)?.changes;
/// assert_eq!((changes[0].class, changes[0].item.as_str()), (Class::Breaking, "Client::delete_cat"));
/// assert_eq!((changes[1].class, changes[1].item.as_str()), (Class::Additive, "Client::remove_cat"));
/// # Ok::<(), bindery_codegen::Error>(())
/// ```
///
/// # Errors
/// When one of the documents does not become a client.
pub fn compare(old: &Document, new: &Document) -> Result<Comparison, Error> {
    let (old, new) = (Side::of(old)?, Side::of(new)?);
    let mut changes = items::compare(&old, &new);
    changes.extend(wire::compare(&old, &new));
    changes.sort_by(|a, b| {
        let order = |change: &Change| (std::cmp::Reverse(change.class), change.item.clone());
        order(a)
            .cmp(&order(b))
            .then_with(|| a.reason.cmp(&b.reason))
    });
    Ok(Comparison { changes })
}

impl Comparison {
    /// How grave the gravest change is; `None` where nothing changed.
    pub fn class(&self) -> Option<Class> {
        self.changes.iter().map(|change| change.class).max()
    }

    /// How many changes are of a class.
    pub fn count(&self, class: Class) -> usize {
        let of_class = self.changes.iter().filter(|change| change.class == class);
        of_class.count()
    }
}

impl Class {
    /// The word that reports use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Wire => "wire",
        }
    }

    /// The step of the version that the change asks for, of a crate before or after its 1.0.
    pub fn step(self, stable: bool) -> &'static str {
        match (self, stable) {
            (Self::Breaking, true) => "major",
            (Self::Breaking, false) | (Self::Additive, true) => "minor",
            _ => "patch",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// One of the two documents, with its client.
struct Side<'d> {
    document: &'d Document,
    plan: Plan,
    items: Vec<Item>,
}

impl<'d> Side<'d> {
    fn of(document: &'d Document) -> Result<Self, Error> {
        let (client, plan) = planned(document, &Settings::new())?;
        Ok(Self {
            document,
            plan,
            items: client.listing().lines().map(Item::read).collect(),
        })
    }

    /// A change that this document shows.
    fn change(&self, class: Class, item: &str, reason: impl Into<String>, at: &Pointer) -> Change {
        Change {
            class,
            item: item.to_owned(),
            reason: reason.into(),
            old: None,
            new: None,
            file: self.document.name().to_owned(),
            position: self.document.position(at.as_str()),
        }
    }
}
