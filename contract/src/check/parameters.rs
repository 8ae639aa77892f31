//! Path and query parameters: what the document has, and what was sent as the schema sees it.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Operation, Pointer};
use serde_json::{Number, Value};

use super::bench::{Bench, Remark};
use crate::{
    Assumed, Kind,
    matching::Matched,
    recording::Part,
    schema::{Allowances, Direction},
};

/// A parameter of an operation that has a schema.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) required: bool,
    pub(crate) at: Pointer,
    pub(crate) schema: Pointer,
}

/// The parameters of an operation; its own hide those of its path item.
pub(crate) fn of(document: &Document, operation: &Operation<'_>) -> Vec<Parameter> {
    let mut known = BTreeSet::new();
    let mut parameters = Vec::new();
    for owner in [&operation.pointer, &operation.item] {
        for (_, at, value) in document.parameters(owner) {
            let text = |key| value.get(key).and_then(Value::as_str).map(str::to_owned);
            let (Some(name), Some(place)) = (text("name"), text("in")) else {
                continue;
            };
            if known.insert((name.clone(), place.clone())) {
                parameters.push(Parameter {
                    name,
                    place,
                    required: value.get("required") == Some(&Value::Bool(true)),
                    schema: at.join("schema"),
                    at,
                });
            }
        }
    }
    parameters.retain(|parameter| document.get(parameter.schema.as_str()).is_some());
    parameters
}

/// Holds the path and query parameters of a request against the document.
pub(super) fn judge(bench: &mut Bench<'_>, matched: &Matched<'_>) {
    let document = bench.subject.document;
    let known = of(document, matched.operation);
    for parameter in &known {
        let Some((sent, part)) = sent(bench, matched, parameter) else {
            continue;
        };
        if sent.is_empty() {
            if parameter.required {
                let what = format!("query parameter `{}`", parameter.name);
                bench.missing(parameter.at.clone(), &what);
            }
            continue;
        }
        let Some(value) = value(document, &parameter.schema, &sent) else {
            continue;
        };
        let used = (Direction::Request, parameter.schema.clone());
        let allowances = Allowances::default();
        let faults = bench
            .subject
            .schemas
            .judge(document, &used, &value, &allowances);
        for fault in faults.unwrap_or_default() {
            let (recording, name) = (bench.recording, &parameter.name);
            bench.mismatch(&fault, &format!("parameter `{name}`: "), || {
                recording.place(part)
            });
        }
    }
    let is_known = |name: &String| {
        let mut query = known.iter().filter(|known| known.place == "query");
        query.any(|known| known.name == *name)
    };
    for (index, (name, _)) in bench.recording.request.query.iter().enumerate() {
        if !is_known(name) {
            let remark = Remark {
                kind: Kind::UndocumentedParameter,
                at: matched.operation.pointer.clone(),
                detail: name,
                message: format!("the document does not have the query parameter `{name}`"),
                help: "add it to `parameters`".to_owned(),
            };
            let recording = bench.recording;
            bench.show(remark, || {
                recording.place(Part::Query(index)).label("recorded here")
            });
        }
    }
}

/// What was sent for a parameter, and where; `None` where that is not known.
fn sent<'a>(
    bench: &Bench<'a>,
    matched: &'a Matched<'_>,
    parameter: &Parameter,
) -> Option<(Vec<&'a str>, Part)> {
    let named = |pairs: &'a [(String, String)]| -> Vec<&'a str> {
        let pairs = pairs.iter().filter(|(name, _)| *name == parameter.name);
        pairs.map(|(_, value)| value.as_str()).collect()
    };
    match parameter.place.as_str() {
        // A value that nobody printed says nothing about its parameter.
        "path" if bench.recording.assumes(Assumed::Path) => None,
        "path" => Some((named(&matched.parameters), Part::Path)),
        "query" => {
            let query = &bench.recording.request.query;
            let first = query.iter().position(|(name, _)| *name == parameter.name);
            Some((named(query), first.map_or(Part::Request, Part::Query)))
        }
        _ => None,
    }
}

/// What was sent for a parameter, as its schema sees it.
///
/// Texts become numbers, booleans and lists where the schema asks for them, in the default
/// styles; `None` for objects, whose styles are not read.
fn value(document: &Document, schema: &Pointer, sent: &[&str]) -> Option<Value> {
    let (at, resolved) = document.resolve(schema.as_str())?;
    match resolved.get("type").and_then(Value::as_str) {
        Some("object") => None,
        Some("array") => {
            let items = at.join("items");
            // Repeated (`a=1&a=2`) or joined by commas (`a=1,2`): both are default styles.
            let parts = sent.iter().flat_map(|text| text.split(','));
            let parts = parts.map(|part| scalar(document, &items, part));
            Some(parts.collect())
        }
        _ => Some(scalar(document, &at, sent.first()?)),
    }
}

fn scalar(document: &Document, schema: &Pointer, sent: &str) -> Value {
    let kind = document.resolve(schema.as_str());
    let kind = kind
        .and_then(|(_, schema)| schema.get("type"))
        .and_then(Value::as_str);
    let read = match kind {
        Some("integer" | "number") => sent.parse::<Number>().ok().map(Value::Number),
        Some("boolean") => sent.parse::<bool>().ok().map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(sent.to_owned()))
}
