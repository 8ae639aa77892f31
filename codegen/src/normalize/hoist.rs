//! Gives every schema that becomes a type a name of its own: Rust-cased, unique, and known to the plan.

mod branches;
mod unused;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    Model, Schema,
    heritage::Heritage,
    inheritance::Bases,
    marks::VALUES,
    schema::{reference, referred, values, walk},
    targets,
};
use crate::{
    Document, Pointer,
    names::{self, Scope},
    plan::{Content, Encoding, Operation},
};

/// What stays at the place of a schema that moved away: claims about the place, not the type.
pub(super) const PLACE: [&str; 7] = [
    "nullable",
    "description",
    "deprecated",
    "readOnly",
    "writeOnly",
    "default",
    VALUES,
];

pub(super) fn hoist(document: &Document, model: &mut Model, heritage: &Heritage, bases: &Bases) {
    let mut names = Scope::default();
    let alone = unused::in_parts_alone(model);
    let components = std::mem::take(&mut model.components);
    let renamed: BTreeMap<String, String> = components
        .keys()
        .map(|name| (name.clone(), names.claim_type(name)))
        .collect();
    let mut hoisting = Hoisting {
        document,
        heritage,
        names,
        made: BTreeMap::new(),
        parts: BTreeMap::new(),
        heirs: Vec::new(),
        done: BTreeMap::new(),
        kept: alone
            .iter()
            .map(|(at, name)| (at.clone(), renamed[name].clone()))
            .collect(),
    };
    let components = heritage.sorted(components).into_iter();
    let typed = components.filter(|(name, schema)| alone.get(&schema.pointer) != Some(name));
    let options = model.plan.operations.iter();
    let options: BTreeMap<&str, &Operation> = options
        .filter_map(|operation| Some((operation.options.as_deref()?, operation)))
        .collect();
    for (name, mut schema) in typed {
        rename(&mut schema, &renamed);
        let own = &renamed[&name];
        match options.get(name.as_str()) {
            Some(operation) => hoisting.options(schema, own, operation),
            None => {
                // What is authored in a base is called after it.
                let owner = bases.get(&name).map_or(own, |base| &renamed[base]);
                hoisting.named(schema, own, owner);
            }
        }
    }
    for (operation, slots) in model.plan.operations.iter_mut().zip(&mut model.slots) {
        for (key, schema) in slots {
            rename(schema, &renamed);
            let mut parameters = operation.parameters.iter();
            let parameter = parameters.find(|parameter| parameter.key == *key);
            let (role, kind) = match (key.as_str(), parameter) {
                // Called as on the wire: a number would change with the parameters before it.
                (_, Some(parameter)) => (parameter.wire.as_str(), "Parameter"),
                ("body", None) => ("request", "Request"),
                (key, None) if key.starts_with("status_2") => ("response", "Response"),
                (key, None) if key.starts_with("status_") => (key, "Response"),
                (key, None) => (key, "Request"),
            };
            let mut bodies = operation.bodies();
            let parts = bodies
                .find(|body| body.key.as_ref() == Some(key))
                .filter(|body| body.content == Content::Multipart)
                .map(|body| body.encoding.clone());
            let at = &schema.pointer;
            let name = match &parts {
                Some(parts) => hoisting.of_parts(at, operation, parts),
                None => hoisting.common(at, operation, kind),
            };
            let name =
                name.unwrap_or_else(|| names::type_name(&format!("{} {role}", operation.id)));
            hoisting.lift(&mut schema.value, &name, at, parts);
        }
        if let Some(options) = &mut operation.options {
            options.clone_from(&renamed[options.as_str()]);
        }
        if let Some(answers) = &mut operation.answers {
            *answers = hoisting
                .names
                .claim_type(&format!("{} answer", operation.id));
        }
        if let Some(bodies) = &mut operation.bodies {
            *bodies = hoisting.names.claim_type(&format!("{} body", operation.id));
        }
        operation.carrier = hoisting
            .names
            .claim_type(&format!("{} carrier", operation.id));
    }
    model.components = hoisting.done;
    let authored: BTreeSet<&String> = renamed.values().collect();
    let shared = bases.keys().map(|name| renamed[name].clone());
    unused::forget(model, shared, &authored);
}

/// Points references at the new names.
pub(super) fn rename(schema: &mut Schema, renamed: &BTreeMap<String, String>) {
    let pointer = schema.pointer.clone();
    walk(&mut schema.value, &pointer, &mut |value, _| {
        if let Some(name) = referred(value).and_then(|name| renamed.get(name)) {
            value["$ref"] = reference(name)["$ref"].take();
        }
    });
}

struct Hoisting<'a> {
    document: &'a Document,
    heritage: &'a Heritage,
    names: Scope,
    /// By the place where a schema was authored, the types that were made of it: several where it
    /// was lowered in several ways.
    made: BTreeMap<Pointer, Vec<String>>,
    /// How the types that are bodies in parts are written.
    parts: BTreeMap<String, Vec<Encoding>>,
    /// The lengths of the places around that inherit, and from where.
    heirs: Vec<(usize, Vec<Pointer>)>,
    done: BTreeMap<String, Schema>,
    /// The names of the schemas that are bodies in parts and nothing else, by their places.
    kept: BTreeMap<Pointer, String>,
}

impl Hoisting<'_> {
    /// Lifts the schemas below one that has a name.
    fn named(&mut self, mut schema: Schema, name: &str, owner: &str) {
        self.children(&mut schema.value, owner, &schema.pointer);
        self.keep(name.to_owned(), schema);
    }

    /// Lifts those of optional parameters, which are authored at the parameters.
    fn options(&mut self, mut schema: Schema, owner: &str, operation: &Operation) {
        let properties = schema.value.get_mut("properties");
        let properties = properties.and_then(Value::as_object_mut);
        for (key, value) in properties.into_iter().flatten() {
            let mut parameters = operation.parameters.iter();
            if let Some(parameter) = parameters.find(|parameter| parameter.key == *key) {
                let at = &parameter.pointer;
                let name = self.common(at, operation, "Parameter");
                let name = name.unwrap_or_else(|| format!("{owner}{}", names::type_name(key)));
                self.lift(value, &name, at, None);
            }
        }
        self.keep(owner.to_owned(), schema);
    }

    /// The name of a schema that an operation only refers to, once for all that refer to it.
    fn common(&self, at: &Pointer, operation: &Operation, kind: &str) -> Option<String> {
        if self.made.contains_key(at) {
            return None;
        }
        self.named_elsewhere(at, operation, kind)
    }

    /// What the author called the place, if it is not in the operation.
    fn named_elsewhere(&self, at: &Pointer, operation: &Operation, kind: &str) -> Option<String> {
        let name = targets::called(self.document, at, &operation.pointer)?;
        let name = names::type_name(&name);
        let taken = self.names.has(&name);
        Some(if taken { format!("{name}{kind}") } else { name })
    }

    /// The name of a body in parts, which is not its schema's if that is a type of JSON as well.
    fn of_parts(
        &mut self,
        at: &Pointer,
        operation: &Operation,
        parts: &Vec<Encoding>,
    ) -> Option<String> {
        if let Some(name) = self.kept.remove(at) {
            self.names.free(&name);
            return Some(name);
        }
        let made = self.made.get(at).into_iter().flatten();
        let mut as_parts = made.filter_map(|name| self.parts.get(name));
        if as_parts.any(|other| other != parts) {
            return None;
        }
        self.named_elsewhere(at, operation, "Request")
    }

    /// Lifts the schemas below a schema that is called `name`.
    fn children(&mut self, schema: &mut Value, name: &str, at: &Pointer) {
        let ancestors = self.heritage.ancestors(at);
        let inherits = !ancestors.is_empty();
        if inherits {
            self.heirs.push((at.as_str().len(), ancestors));
        }
        self.below(schema, name, at);
        if inherits {
            self.heirs.pop();
        }
    }

    fn below(&mut self, schema: &mut Value, name: &str, at: &Pointer) {
        let Value::Object(entries) = schema else {
            return;
        };
        for key in ["items", "additionalProperties"] {
            if let Some(child) = entries.get_mut(key).filter(|child| child.is_object()) {
                let role = if key == "items" { "Item" } else { "Value" };
                self.lift(child, &format!("{name}{role}"), &at.join(key), None);
            }
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            if let Some(Value::Array(listed)) = entries.get_mut(key) {
                let own = branches::only_there(listed);
                for (index, branch) in listed.iter_mut().enumerate() {
                    let role = branches::name(branch, index, own.get(&index));
                    let at = at.join(key).join(index);
                    self.lift(branch, &format!("{name}{role}"), &at, None);
                }
            }
        }
        if let Some(Value::Object(properties)) = entries.get_mut("properties") {
            for (property, child) in properties {
                let name = format!("{name}{}", names::type_name(property));
                self.lift(child, &name, &at.join("properties").join(property), None);
            }
        }
    }

    /// Moves a schema that becomes a type under a name, and leaves a reference.
    fn lift(&mut self, schema: &mut Value, name: &str, at: &Pointer, parts: Option<Vec<Encoding>>) {
        if schema.get("$ref").is_some() {
            return;
        }
        self.children(schema, name, at);
        if !becomes_type(schema) {
            return;
        }
        let mut value = std::mem::take(schema);
        let mut place = Map::new();
        if let Value::Object(from) = &mut value {
            for key in PLACE {
                let said = if key == "description" {
                    from.get(key).cloned()
                } else {
                    from.remove(key)
                };
                place.extend(said.map(|said| (key.to_owned(), said)));
            }
        }
        let same = self.same(&value, at, parts.as_ref());
        let name = same.unwrap_or_else(|| {
            let name = self.names.claim_type(name);
            let pointer = at.clone();
            self.parts.extend(parts.map(|parts| (name.clone(), parts)));
            self.keep(name.clone(), Schema { pointer, value });
            name
        });
        *schema = reference(&name);
        if let Value::Object(entries) = schema {
            entries.extend(place);
        }
    }

    fn keep(&mut self, name: String, schema: Schema) {
        let made = self.made.entry(schema.pointer.clone()).or_default();
        made.push(name.clone());
        self.done.insert(name, schema);
    }

    /// The type that was made of the same schema already, here or where it is inherited from.
    fn same(&self, value: &Value, at: &Pointer, parts: Option<&Vec<Encoding>>) -> Option<String> {
        let inherited = self.heirs.iter().rev().flat_map(|(length, ancestors)| {
            let way = unbranched(&at.as_str()[*length..]);
            ancestors
                .iter()
                .map(move |ancestor| ancestor.append(&Pointer::from(way)))
        });
        let homes = std::iter::once(at.clone()).chain(inherited);
        let made = homes.filter_map(|home| self.made.get(&home));
        let mut made = made.flatten();
        let is_same =
            |name: &&String| self.parts.get(*name) == parts && self.done[*name].value == *value;
        made.find(is_same).cloned()
    }
}

/// The way from a schema without the steps into its union: what stands beside a union is said in
/// each of its branches.
fn unbranched(way: &str) -> &str {
    let step = |way: &'_ str| {
        let inner = ["/oneOf/", "/anyOf/"];
        let inner = inner.iter().find_map(|key| way.strip_prefix(key))?;
        inner.find('/').map(|end| way.len() - inner.len() + end)
    };
    step(way).map_or(way, |end| unbranched(&way[end..]))
}

/// Objects with fields, enums of texts and compositions are types; the rest has a spelling of its own.
pub(super) fn becomes_type(schema: &Value) -> bool {
    let filled = |key: &str| {
        let inner = schema.get(key);
        inner
            .and_then(Value::as_object)
            .is_some_and(|entries: &Map<_, _>| !entries.is_empty())
    };
    let composed = |key: &str| schema.get(key).and_then(Value::as_array).is_some();
    filled("properties")
        || values(schema).is_some()
        || composed("allOf")
        || composed("oneOf")
        || composed("anyOf")
}
