//! Operators on what may be absent or null, and on which properties there are.

use serde_json::{Map, Value, json};

use super::{Change, Edit, Site, Touches};
use crate::{coverage::null_at, label::subject, schema::is_withheld};

pub(super) fn required(site: &Site<'_>) -> Vec<Change> {
    let listed = site.schema.get("required").and_then(Value::as_array);
    let optional = properties(site).filter(|name| !site.node.group.required.contains(*name));
    let change = |name: &String| {
        let mut names = listed.cloned().unwrap_or_default();
        names.push(json!(name));
        Change {
            claim: site.at.join("properties").join(name),
            says: format!("`{name}` becomes required"),
            needs: format!("{} lacks `{name}`", subject(site.at)),
            edits: vec![Edit {
                at: site.at.join("required"),
                value: Some(Value::Array(names)),
            }],
            touches: Touches::Values(site.at.clone()),
        }
    };
    optional.map(change).collect()
}

pub(super) fn not_null(site: &Site<'_>) -> Vec<Change> {
    let Some(at) = null_at(site.document, site.at, site.schema, site.mode) else {
        return Vec::new();
    };
    let (says, needs) = (
        "null is forbidden".to_owned(),
        format!("{} is null", subject(site.at)),
    );
    if at.last().as_deref() == Some("type") {
        let types = site.schema["type"].as_array().into_iter().flatten();
        let others = types.filter(|name| **name != "null").cloned().collect();
        return vec![site.keyword("type", Value::Array(others), says, needs)];
    }
    let mut change = site.keyword("nullable", json!(false), says, needs);
    if site.schema.get("type").is_none() {
        // Without a type the rest of the schema may admit null as well.
        if site.schema.get("not").is_some() {
            return Vec::new();
        }
        change.edits.push(Edit {
            at: site.at.join("not"),
            value: Some(json!({ "enum": [null] })),
        });
    }
    vec![change]
}

pub(super) fn dropped(site: &Site<'_>) -> Vec<Change> {
    let open = |others: &Value| *others == true || others.as_object().is_some_and(Map::is_empty);
    let mut schemas = site.node.group.schemas(site.document);
    if schemas.any(|(_, schema)| schema.get("additionalProperties").is_some_and(open)) {
        return Vec::new();
    }
    let change = |name: &String| {
        let at = site.at.join("properties").join(name);
        Change {
            claim: at.clone(),
            says: format!("`{name}` is no longer declared"),
            needs: format!("{} has `{name}`", subject(site.at)),
            edits: vec![Edit { at, value: None }],
            touches: Touches::Names(site.at.clone(), Some(name.clone())),
        }
    };
    properties(site).map(change).collect()
}

/// The properties that travel in the direction in which the schema was reached.
fn properties<'a>(site: &'a Site<'_>) -> impl Iterator<Item = &'a String> {
    let properties = site.schema.get("properties").and_then(Value::as_object);
    let names = properties.into_iter().flat_map(Map::keys);
    names.filter(|name| {
        let at = site.at.join("properties").join(name);
        !is_withheld(site.document, &at, site.node.direction)
    })
}
