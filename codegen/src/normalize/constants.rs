//! Fields of which the document knows one value: who builds the object need not give it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Model,
    fields::followed,
    schema::{tags, values},
};
use crate::plan::{Field, Shape};

/// Settles the required fields that have one value, and those by which a union knows an object.
pub(super) fn settle(model: &mut Model) {
    let tagged = tagged(model);
    for planned in &mut model.plan.types {
        let Shape::Object { fields } = &mut planned.shape else {
            continue;
        };
        let properties = &model.components[&planned.name].value["properties"];
        for field in fields {
            let schema = followed(&properties[&field.wire], &model.components);
            let tag = tagged.get(&(planned.name.clone(), field.wire.clone()));
            field.constant = only(field, schema, tag);
        }
    }
}

fn only(field: &Field, schema: &Value, tag: Option<&BTreeSet<String>>) -> Option<Value> {
    let listed = values(schema);
    if let Some([value]) = listed.as_deref() {
        return (field.required || tag.is_some()).then(|| value.clone());
    }
    let tag = tag.filter(|tag| tag.len() == 1)?.first()?;
    match listed {
        None if schema["type"] == "string" => Some(tag.as_str().into()),
        None => None,
        Some(listed) => {
            let spelled = tags(schema)?;
            let meant = spelled.iter().position(|spelled| spelled == tag)?;
            listed.into_iter().nth(meant)
        }
    }
}

/// The values by which unions know an object, by its type and the property that has them.
fn tagged(model: &Model) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut tagged: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for planned in &model.plan.types {
        let Shape::Union { tag: Some(tag), .. } = &planned.shape else {
            continue;
        };
        for (value, branch) in &tag.values {
            let place = (branch.clone(), tag.property.clone());
            tagged.entry(place).or_default().insert(value.clone());
        }
    }
    tagged
}
