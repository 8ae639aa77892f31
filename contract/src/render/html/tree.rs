//! The claims of a document as a tree, each coloured by what it rests on.

use bindery_codegen::{Document, Pointer};
use maud::{Markup, html};
use serde_json::Value;

use super::{
    MANY,
    basis::{mark, words},
    claims::Node,
};
use crate::coverage::{Claim, Coverage, Kind};

/// The sections in the order of the page: the key at the root of a document, and what it is called.
const SECTIONS: [(&str, &str); 3] = [
    ("paths", "Operations"),
    ("components", "Shared components"),
    ("x-files", "Other files"),
];

/// A tree for each operation, for each shared component, and for each further file.
pub(super) fn trees(document: &Document, coverage: &Coverage) -> Markup {
    let root = Node::root(coverage);
    html! {
        @for (key, heading) in SECTIONS {
            @let sections = root.children.iter().filter(|section| section.token == key);
            @let roots: Vec<_> = sections.flat_map(|section| roots(document, section)).collect();
            @if !roots.is_empty() { details.group open[roots.len() < MANY] {
                summary { (heading) }
                @for (title, node) in roots { (tree(document, &title, node)) }
            } }
        }
    }
}

/// What gets a tree of its own in a section of the document.
fn roots<'n, 'a>(document: &Document, section: &'n Node<'a>) -> Vec<(String, &'n Node<'a>)> {
    let parts = section.children.iter();
    match section.token.as_str() {
        "paths" => parts.flat_map(methods).collect(),
        "components" => parts.flat_map(|part| part.visible(document)).collect(),
        _ => parts.map(|part| (part.token.clone(), part)).collect(),
    }
}

/// The operations of a path, and what they have in common.
fn methods<'n, 'a>(path: &'n Node<'a>) -> impl Iterator<Item = (String, &'n Node<'a>)> {
    path.children.iter().map(|method| {
        let title = match method.token.as_str() {
            "parameters" => format!("every method of {}", path.token),
            method => format!("{} {}", method.to_uppercase(), path.token),
        };
        (title, method)
    })
}

fn tree(document: &Document, title: &str, node: &Node<'_>) -> Markup {
    let share = format!("{} of {} witnessed", node.seen, node.all);
    html! {
        details.tree {
            summary {
                code { (title) } " "
                progress max=(node.all) value=(node.seen) aria-label=(share) {}
                " " span.soft { (share) }
            }
            (chips(&node.claims))
            (branches(document, node))
        }
    }
}

fn branches(document: &Document, node: &Node<'_>) -> Markup {
    let children = node.visible(document);
    html! {
        @if !children.is_empty() {
            ul { @for (name, child) in children {
                li {
                    span class={ "name " (colour(&child.claims)) } { code { (name) } }
                    " " span.soft { (kind(document, &child.at)) "line " (document.position(child.at.as_str()).line) }
                    (chips(&child.claims))
                    (branches(document, child))
                }
            } }
        }
    }
}

/// What the first claim rests on, which is that there is such a thing at all.
fn colour(claims: &[&Claim]) -> &'static str {
    let first = claims.iter().min_by_key(|claim| claim.kind);
    first.map_or("", |claim| claim.basis().id())
}

fn chips(claims: &[&Claim]) -> Markup {
    html! {
        @for claim in claims {
            @let basis = claim.basis();
            " " span class={ "chip " (basis.id()) } title=(tip(claim)) {
                (mark(basis)) " " (says(claim))
                @if claim.witnesses.total() > 1 { " ×" (claim.witnesses.total()) }
            }
        }
    }
}

/// A claim in a word or two.
fn says(claim: &Claim) -> String {
    let words = match claim.kind {
        Kind::Operation => "called",
        Kind::Parameter => "sent",
        Kind::Status => "answered",
        Kind::MediaType | Kind::Header | Kind::Property => "present",
        Kind::Absent => "left out",
        Kind::Null => "null",
        Kind::NotNull => "not null",
        Kind::Branch => "taken",
        Kind::Empty => "empty",
        Kind::Filled => "with entries",
        Kind::EnumValue => {
            let value = claim
                .label
                .split_once(" is `")
                .map_or("", |(_, value)| value);
            value.strip_suffix('`').unwrap_or(value)
        }
    };
    words.to_owned()
}

/// What a claim rests on, and since when.
fn tip(claim: &Claim) -> String {
    let basis = words(claim.basis());
    match claim.witnesses.newest {
        Some(newest) => format!("{basis}, the newest of {newest}"),
        None => basis.to_owned(),
    }
}

/// The type of a schema, as far as a few words say it, with a comma behind.
fn kind(document: &Document, at: &Pointer) -> String {
    let Some(schema) = document.get(at.as_str()) else {
        return String::new();
    };
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    if let Some(reference) = text("$ref") {
        let name = Pointer::from_reference(reference);
        let name = name.as_ref().and_then(Pointer::last);
        return name.map(|name| format!("{name}, ")).unwrap_or_default();
    }
    match (text("type"), text("format")) {
        (Some(kind), Some(format)) => format!("{kind}, {format}, "),
        (Some(kind), None) => format!("{kind}, "),
        _ => String::new(),
    }
}
