//! Lists that come in pages: what `x-pagination` names is there, and of a type that can carry it.

use serde_json::Value;

use super::{
    Model,
    fields::{is_untyped, nullable},
    schema::referred,
};
use crate::{
    Document, Pointer,
    names::Scope,
    plan::{Chain, Location, Operation, Pagination, Shape, Type},
};

/// Plans the pages of each operation that has them, and refuses those whose pages nobody finds.
pub(super) fn plan(document: &Document, model: &mut Model) {
    let mut methods = Scope::default();
    for operation in &model.plan.operations {
        methods.claim(&operation.name);
    }
    for index in (0..model.plan.operations.len()).rev() {
        let at = model.plan.operations[index].pointer.join("x-pagination");
        let Some(authored) = document.get(at.as_str()) else {
            continue;
        };
        match read(model, index, authored) {
            Ok(mut pagination) => {
                pagination.method = methods.claim(&pagination.method);
                model.plan.operations[index].pagination = Some(pagination);
            }
            Err((key, message)) => {
                let at = key.map_or_else(|| at.clone(), |key| at.join(key));
                let complaint = document.diagnostic(at.as_str(), message);
                let help = "mend the name, or remove `x-pagination`";
                model.refuse(index, complaint.help(help));
            }
        }
    }
}

/// What is wrong, and below which key.
type Fault = (Option<&'static str>, String);

fn read(model: &Model, index: usize, authored: &Value) -> Result<Pagination, Fault> {
    let operation = &model.plan.operations[index];
    let page = page(model, index).ok_or((None, "no success is an object".to_owned()))?;
    let items = authored
        .get("items")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let list = property(model, page, items).filter(|schema| schema["type"] == "array");
    if list.is_none() {
        return Err((Some("items"), format!("`{items}` is no list of the answer")));
    }
    let limit = authored.get("limit").and_then(Value::as_str);
    if let Some(limit) = limit {
        option(model, operation, limit, "integer").map_err(|message| (Some("limit"), message))?;
    }
    let chain = |key: &'static str| {
        let Some(chain) = authored.get(key) else {
            return Ok(None);
        };
        let name = |part: &str| chain.get(part).and_then(Value::as_str).unwrap_or_default();
        let (parameter, next) = (name("parameter"), name("next"));
        let fault = |message| (Some(key), message);
        option(model, operation, parameter, "string").map_err(fault)?;
        let text = property(model, page, next).filter(|schema| schema["type"] == "string");
        if text.is_none() {
            return Err(fault(format!("`{next}` is no text of the answer")));
        }
        Ok(Some(Chain {
            parameter: parameter.to_owned(),
            next: next.to_owned(),
        }))
    };
    Ok(Pagination {
        method: format!("{}_pages", operation.name),
        page: page.name.clone(),
        items: items.to_owned(),
        limit: limit.map(str::to_owned),
        after: chain("after")?,
        before: chain("before")?,
    })
}

/// The type of the operation's success, if it is an object.
fn page(model: &Model, index: usize) -> Option<&Type> {
    let key = model.plan.operations[index].success.first()?.key.as_ref()?;
    let schema = &model.slots[index].get(key)?.value;
    let name = referred(schema).filter(|_| !nullable(schema, &model.components))?;
    model
        .plan
        .types
        .iter()
        .find(|planned| planned.name == name && matches!(planned.shape, Shape::Object { .. }))
}

/// A property of a type, its reference followed.
fn property<'a>(model: &'a Model, owner: &Type, name: &str) -> Option<&'a Value> {
    let property = model
        .components
        .get(&owner.name)?
        .value
        .get("properties")?
        .get(name)?;
    match referred(property) {
        Some(target) => Some(&model.components.get(target)?.value),
        None => (!is_untyped(property)).then_some(property),
    }
}

/// Whether an optional query parameter of this type is there.
fn option(model: &Model, operation: &Operation, name: &str, kind: &str) -> Result<(), String> {
    let known = operation.parameters.iter().any(|parameter| {
        parameter.wire == name && parameter.location == Location::Query && !parameter.required
    });
    let options = operation
        .options
        .as_ref()
        .and_then(|options| model.components.get(options));
    let pointer = Pointer::from("/properties").join(name);
    let schema = options.and_then(|options| options.value.pointer(pointer.as_str()));
    if known && schema.is_some_and(|schema| schema["type"] == kind) {
        Ok(())
    } else {
        Err(format!(
            "`{name}` is no optional query parameter of type `{kind}`"
        ))
    }
}
