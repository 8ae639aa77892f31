//! Every part of a document that a rule may ask about, each once, where it stands.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

/// A document and its parts, in the order of their pointers.
#[derive(Debug)]
pub(super) struct Survey<'d> {
    pub(super) document: &'d Document,
    pub(super) nodes: Vec<Node<'d>>,
}

/// One part of a document.
#[derive(Debug, Clone)]
pub(super) struct Node<'d> {
    pub(super) role: Role,
    pub(super) at: Pointer,
    pub(super) value: &'d Value,
    /// The role of the part that this one stands in.
    pub(super) parent: Role,
}

/// What a part of a document is, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Root,
    Info,
    Server,
    Tag,
    Components,
    PathItem,
    Operation,
    Callback,
    Parameter,
    RequestBody,
    Response,
    Header,
    Media,
    Example,
    Link,
    Schema,
    SecurityScheme,
    Flow,
    /// An object whose fields are plain, such as a contact or external documentation.
    Plain,
}

/// How parts hang below a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    One,
    List,
    Map,
}

pub(super) fn survey(document: &Document) -> Survey<'_> {
    let mut survey = Survey {
        document,
        nodes: Vec::new(),
    };
    let root = Node {
        role: Role::Root,
        at: Pointer::default(),
        value: document.value(),
        parent: Role::Root,
    };
    visit(root, &mut survey, &mut BTreeSet::new());
    survey
}

impl<'d> Survey<'d> {
    /// The parts of a role; a `$ref` in its place is not one of them.
    pub(super) fn of(&self, role: Role) -> impl Iterator<Item = &Node<'d>> {
        let nodes = self.nodes.iter().filter(move |node| node.role == role);
        nodes.filter(|node| node.reference().is_none())
    }

    /// The operations, those of callbacks and webhooks included.
    pub(super) fn operations(&self) -> impl Iterator<Item = &Node<'d>> {
        self.of(Role::Operation)
    }
}

impl<'d> Node<'d> {
    /// A text field of the part.
    pub(super) fn text(&self, key: &str) -> Option<&'d str> {
        self.value.get(key).and_then(Value::as_str)
    }

    /// The `$ref` that stands in place of the part.
    pub(super) fn reference(&self) -> Option<&'d str> {
        self.text("$ref")
    }

    /// How messages speak of an operation: by its id, else by its method and path.
    pub(super) fn name(&self) -> String {
        let method = self.at.last().unwrap_or_default().to_uppercase();
        let path = self
            .at
            .parent()
            .and_then(|item| item.last().map(std::borrow::Cow::into_owned));
        self.text("operationId").map_or_else(
            || format!("{method} {}", path.unwrap_or_default()),
            str::to_owned,
        )
    }
}

/// `met` are the parts of other files, which are visited where a reference first leads to them.
fn visit<'d>(node: Node<'d>, survey: &mut Survey<'d>, met: &mut BTreeSet<Pointer>) {
    let (role, at, value) = (node.role, node.at.clone(), node.value);
    let reference = node.reference();
    let is_reference = reference.is_some();
    let target = reference.and_then(Pointer::from_reference);
    let foreign =
        target.filter(|target| survey.document.inside(target.as_str()) != target.as_str());
    let parent = node.parent;
    survey.nodes.push(node);
    if let Some(at) = foreign
        && let Some(value) = survey.document.get(at.as_str())
        && met.insert(at.clone())
    {
        let node = Node {
            role,
            at,
            value,
            parent,
        };
        visit(node, survey, met);
    }
    let entries = value.as_object().filter(|_| !is_reference);
    for (key, below) in entries.into_iter().flatten() {
        let Some((child, shape)) = child(role, key) else {
            continue;
        };
        let at = at.join(key);
        let node = |at: Pointer, value: &'d Value| Node {
            role: child,
            at,
            value,
            parent: role,
        };
        match (shape, below) {
            (Shape::One, Value::Object(_)) => visit(node(at, below), survey, met),
            (Shape::List, Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    visit(node(at.join(index), item), survey, met);
                }
            }
            (Shape::Map, Value::Object(entries)) => {
                for (name, entry) in entries.iter().filter(|(_, entry)| entry.is_object()) {
                    visit(node(at.join(name), entry), survey, met);
                }
            }
            _ => {}
        }
    }
}

/// What stands below a key of a part, as the specification has it.
fn child(role: Role, key: &str) -> Option<(Role, Shape)> {
    use Shape::{List, Map, One};
    let found = match (role, key) {
        (Role::Root, "info") => (Role::Info, One),
        (Role::Root | Role::PathItem | Role::Operation, "servers") => (Role::Server, List),
        (Role::Root, "tags") => (Role::Tag, List),
        (Role::Root, "components") => (Role::Components, One),
        (Role::Root, "paths" | "webhooks" | "x-webhooks") | (Role::Components, "pathItems") => {
            (Role::PathItem, Map)
        }
        (Role::Components, "schemas")
        | (Role::Schema, "properties" | "patternProperties" | "dependentSchemas" | "$defs") => {
            (Role::Schema, Map)
        }
        (Role::Components | Role::Operation, "responses") => (Role::Response, Map),
        (Role::Components, "parameters") => (Role::Parameter, Map),
        (Role::PathItem | Role::Operation, "parameters") => (Role::Parameter, List),
        (Role::Components, "requestBodies") => (Role::RequestBody, Map),
        (Role::Components | Role::Response, "headers") => (Role::Header, Map),
        (Role::Components | Role::Parameter | Role::Header | Role::Media, "examples") => {
            (Role::Example, Map)
        }
        (Role::Components | Role::Response, "links") => (Role::Link, Map),
        (Role::Components | Role::Operation, "callbacks") => (Role::Callback, Map),
        (Role::Components, "securitySchemes") => (Role::SecurityScheme, Map),
        (Role::SecurityScheme, "flows") => (Role::Flow, Map),
        (
            Role::PathItem,
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace",
        ) => (Role::Operation, One),
        (Role::Callback, key) if !key.starts_with("x-") => (Role::PathItem, One),
        (Role::Operation, "requestBody") => (Role::RequestBody, One),
        (Role::Parameter | Role::Header | Role::RequestBody | Role::Response, "content") => {
            (Role::Media, Map)
        }
        (Role::Parameter | Role::Header | Role::Media, "schema")
        | (Role::Schema, "items" | "not" | "additionalProperties") => (Role::Schema, One),
        (Role::Schema, "allOf" | "anyOf" | "oneOf" | "prefixItems") => (Role::Schema, List),
        (Role::Server, "variables") | (Role::Media, "encoding") => (Role::Plain, Map),
        (Role::Info, "contact" | "license")
        | (Role::Schema, "discriminator" | "xml")
        | (_, "externalDocs") => (Role::Plain, One),
        _ => return None,
    };
    Some(found)
}
