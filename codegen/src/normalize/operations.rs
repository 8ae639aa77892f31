//! The operations of the document, with references to parameters, bodies and responses followed.

mod bodies;
mod credentials;
mod parameters;
mod servers;
mod templates;

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Model, Schema, asides, descriptions, references::Broken};
use crate::{
    Diagnostic, Document, Operation, Pointer,
    names::{self, Scope},
    note::Notes,
    plan,
    refusal::Refusal,
};

/// Names that the client's own methods have.
const CLIENT_METHODS: [&str; 3] = ["new", "runtime", "clone"];

/// The operations that can be read, and why the others cannot; the named schemas that can be.
pub(super) fn read(document: &Document, broken: &mut Broken<'_>, notes: &mut Notes<'_>) -> Model {
    let root = document.value();
    let mut model = Model::default();
    let title = root["info"]["title"].as_str().unwrap_or("API");
    model.plan.title = descriptions::safe(title).replace('\n', " ");
    model.plan.docs = descriptions::of(&root["info"]);
    model.plan.credentials = credentials::of_document(document);
    model.plan.servers = servers::of_document(document, notes);
    model.plan.request_id = root["x-request-id"].as_str().map(str::to_owned);
    model.components = components(document);
    let mut whole = |schema: &Schema| broken.below([schema.pointer.clone()]).is_empty();
    model.components.retain(|_, schema| whole(schema));

    let mut methods = Scope::reserving(&CLIENT_METHODS);
    let keys = credentials::headers(document);
    for operation in document.operations() {
        let parameters = operation.item.join("parameters");
        let diagnostics = broken.below([operation.pointer.clone(), parameters]);
        if diagnostics.is_empty() {
            let (mut plan, slots) = read_one(document, &operation, &mut methods, notes);
            let known = &mut model.plan.servers;
            plan.servers = servers::of_operation(document, &operation, known, notes);
            if plan.anonymous {
                plan.withheld.clone_from(&keys);
            }
            credentials::note(document, &operation, notes);
            asides::note(document, &operation, notes);
            model.plan.operations.push(plan);
            model.slots.push(slots);
        } else {
            model.refused.push(Refusal {
                operation: Some(operation.title()),
                diagnostics,
            });
        }
    }
    credentials::note_unused(document, notes);
    let said = |fault: &&Diagnostic| {
        let mut refused = model.refused.iter();
        refused.any(|refusal| refusal.diagnostics.contains(fault))
    };
    let unsaid = broken.all().filter(|fault| !said(fault));
    let mut unsaid: Vec<Diagnostic> = unsaid.cloned().collect();
    unsaid.sort();
    model
        .refused
        .extend(unsaid.into_iter().map(|fault| Refusal {
            operation: None,
            diagnostics: vec![fault],
        }));
    model
}

fn components(document: &Document) -> BTreeMap<String, Schema> {
    let at = Pointer::from("/components/schemas");
    let schemas = document.get(at.as_str()).and_then(Value::as_object);
    let named = schemas.into_iter().flatten().map(|(name, value)| {
        let pointer = at.join(name);
        let value = value.clone();
        (name.clone(), Schema { pointer, value })
    });
    named.collect()
}

type Read = (plan::Operation, BTreeMap<String, Schema>);

fn read_one(
    document: &Document,
    operation: &Operation<'_>,
    methods: &mut Scope,
    notes: &mut Notes<'_>,
) -> Read {
    let mut slots = BTreeMap::new();
    let item = document
        .get(operation.item.as_str())
        .unwrap_or(&Value::Null);
    let (id, name) = named(operation, methods, notes);
    let path = templates::named(operation, notes);
    let mut parameters = parameters::read(document, operation, &path, &mut slots, notes);
    let template = templates::read(operation, &path, &mut parameters, notes);
    let mut bodies = bodies::request(document, operation, &mut slots, notes).into_iter();
    let (body, others) = (bodies.next(), bodies.collect::<Vec<_>>());
    let (mut success, failure) = bodies::answers(document, operation, &mut slots, notes);
    let several = bodies::differ(&success, &slots);
    if several {
        bodies::whole(&mut success, &operation.pointer, notes);
    }
    let plan = plan::Operation {
        pointer: operation.pointer.clone(),
        name,
        id,
        method: operation.method.to_uppercase(),
        template: template.path,
        servers: Vec::new(),
        fixed: template.fixed,
        docs: descriptions::of_operation(operation.value, item),
        deprecated: super::schema::flag(operation.value, "deprecated"),
        idempotent: super::schema::flag(operation.value, "x-idempotent"),
        anonymous: credentials::is_anonymous(document, operation),
        withheld: Vec::new(),
        exclusive: exclusive(operation.value),
        pagination: None,
        carrier: String::new(),
        parameters,
        options: None,
        body,
        // Named when the types are.
        bodies: (!others.is_empty()).then(String::new),
        others,
        answers: several.then(String::new),
        success,
        failure,
    };
    (plan, slots)
}

/// The lists of `x-exclusive`.
fn exclusive(operation: &Value) -> Vec<Vec<String>> {
    let lists = operation.get("x-exclusive").and_then(Value::as_array);
    let lists = lists.into_iter().flatten().filter_map(Value::as_array);
    lists
        .map(|names| {
            names
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

/// The `operationId`, or what stands in for it, and the name of the method.
fn named(
    operation: &Operation<'_>,
    methods: &mut Scope,
    notes: &mut Notes<'_>,
) -> (String, String) {
    let id = operation
        .id()
        .map_or_else(|| invented_id(operation), str::to_owned);
    let wanted = names::value_name(&id);
    let name = methods.claim(&wanted);
    let method = format!("the method is `{name}`");
    if operation.id().is_none() {
        let message = format!("an operation without `operationId`: {method}");
        notes.rewritten(&operation.pointer, message, "add an `operationId`");
    } else if name != wanted {
        let at = operation.pointer.join("operationId");
        let message = format!("another method is called `{wanted}`: {method}");
        notes.rewritten(
            &at,
            message,
            "give each operation an `operationId` of its own",
        );
    }
    (id, name)
}

/// `GET /users/{id}` without an `operationId` is `get_users_id`.
fn invented_id(operation: &Operation<'_>) -> String {
    names::value_name(&format!("{} {}", operation.method, operation.path))
}
