//! The claims of a document by the place they are about: what a tree of them is drawn from.

use std::borrow::Cow;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

use crate::coverage::{Claim, Coverage, Kind};

/// Keywords whose keys are names that the author chose.
const NAMING: [&str; 11] = [
    "$defs",
    "content",
    "headers",
    "parameters",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "x-files",
];
/// Keywords that say nothing to a reader where no claim is made at them.
const SILENT: [&str; 2] = ["components", "schema"];

/// A place in the document, the claims made there, and the places below.
#[derive(Debug, Default)]
pub(super) struct Node<'a> {
    pub(super) at: Pointer,
    /// The last step of the pointer.
    pub(super) token: String,
    /// Whether the step is a name or an index, and no keyword.
    named: bool,
    pub(super) claims: Vec<&'a Claim>,
    /// In document order, since claims come so.
    pub(super) children: Vec<Node<'a>>,
    /// Witnessed claims here and below.
    pub(super) seen: usize,
    /// All claims here and below.
    pub(super) all: usize,
}

impl<'a> Node<'a> {
    /// All claims from the root of the document on.
    pub(super) fn root(coverage: &'a Coverage) -> Self {
        let mut root = Self::default();
        for claim in &coverage.claims {
            root.add(claim, coverage.is_witnessed(claim));
        }
        root
    }

    fn add(&mut self, claim: &'a Claim, seen: bool) {
        let mut node = self;
        node.count(seen);
        for token in steps(claim) {
            node = node.child(token);
            node.count(seen);
        }
        node.claims.push(claim);
    }

    fn count(&mut self, seen: bool) {
        self.seen += usize::from(seen);
        self.all += 1;
    }

    fn child(&mut self, token: String) -> &mut Self {
        let known = self.children.iter().position(|child| child.token == token);
        let index = known.unwrap_or(self.children.len());
        if known.is_none() {
            self.children.push(Self {
                at: self.at.join(&token),
                named: self.names(),
                token,
                ..Self::default()
            });
        }
        &mut self.children[index]
    }

    /// Whether the steps right below are names or indexes.
    fn names(&self) -> bool {
        !self.named && (NAMING.contains(&self.token.as_str()) || self.branches().is_some())
    }

    /// What a part of it is called, if it is a list of schemas.
    fn branches(&self) -> Option<&'static str> {
        match self.token.as_str() {
            _ if self.named => None,
            "oneOf" | "anyOf" => Some("branch"),
            "allOf" | "prefixItems" => Some("part"),
            _ => None,
        }
    }

    /// The places below that a reader knows by name, with steps left out that say nothing.
    pub(super) fn visible(&self, document: &Document) -> Vec<(String, &Self)> {
        let mut found = Vec::new();
        for child in &self.children {
            let silent = !child.named && SILENT.contains(&child.token.as_str());
            if child.claims.is_empty() && (silent || child.names()) {
                found.extend(child.visible(document));
            } else {
                found.push((child.name(self, document), child));
            }
        }
        found
    }

    /// What a reader calls the place.
    fn name(&self, parent: &Self, document: &Document) -> String {
        if let Some(what) = parent.branches() {
            let number = self.token.parse::<usize>().map_or(0, |index| index + 1);
            return format!("{what} {number}");
        }
        if self.named {
            return parameter(document, &self.at).unwrap_or_else(|| self.token.clone());
        }
        let words = match self.token.as_str() {
            "items" => "each entry",
            "additionalProperties" => "each other member",
            "requestBody" => "request body",
            "schema" => "value",
            other => other,
        };
        words.to_owned()
    }
}

/// What a parameter is called, if one stands here; a property never has both words.
fn parameter(document: &Document, at: &Pointer) -> Option<String> {
    let inside = at.parent()?;
    if inside.last()? != "parameters" {
        return None;
    }
    let parameter = document.get(at.as_str())?;
    let text = |key: &str| parameter.get(key).and_then(Value::as_str);
    Some(format!("{} ({})", text("name")?, text("in")?))
}

/// The way to what a claim is about: one about null or a value is about the schema that makes it.
fn steps(claim: &Claim) -> Vec<String> {
    let mut steps: Vec<String> = claim.pointer.tokens().map(Cow::into_owned).collect();
    let below = match claim.kind {
        Kind::Null | Kind::NotNull => 1,
        Kind::EnumValue => 2,
        _ => 0,
    };
    steps.truncate(steps.len().saturating_sub(below));
    steps
}
