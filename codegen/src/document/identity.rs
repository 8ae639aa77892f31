//! What `$id` and `$anchor` name, and as seen from where (JSON Schema 2020-12, section 8.2).

use serde_json::Value;

use super::Pointer;

/// The first place of a value that has a keyword of this text.
pub(super) fn find(value: &Value, keyword: &str, text: &str) -> Option<Pointer> {
    let mut queue = vec![(Pointer::default(), value)];
    while let Some((at, value)) = queue.pop() {
        match value {
            Value::Object(entries) => {
                if entries.get(keyword).and_then(Value::as_str) == Some(text) {
                    return Some(at);
                }
                queue.extend(entries.iter().map(|(key, value)| (at.join(key), value)));
            }
            Value::Array(items) => {
                let items = items.iter().enumerate();
                queue.extend(items.map(|(index, item)| (at.join(index), item)));
            }
            _ => {}
        }
    }
    None
}

/// The schemas around a place that have an `$id`, the nearest first.
pub(super) fn around(value: &Value, at: &Pointer) -> Vec<Pointer> {
    let places = std::iter::successors(at.parent(), Pointer::parent);
    let identified = |place: &Pointer| {
        let schema = value.pointer(place.as_str());
        schema.is_some_and(|schema| schema.get("$id").is_some_and(Value::is_string))
    };
    places.filter(identified).collect()
}

/// The place of an anchor in a part of a value.
pub(super) fn anchor(value: &Value, part: &Pointer, name: &str) -> Option<Pointer> {
    let found = find(value.pointer(part.as_str())?, "$anchor", name)?;
    Some(part.append(&found))
}

/// The place that a fragment names in a schema of a value: a pointer or an anchor.
pub(super) fn inside(value: &Value, schema: &Pointer, fragment: &str) -> Option<Pointer> {
    match Pointer::from_reference(&format!("#{fragment}")) {
        Some(inside) => Some(schema.append(&inside)),
        None => anchor(value, schema, fragment),
    }
}

/// The URL that a relative reference is as seen from a base; `None` where the base is no URL.
pub(super) fn joined(base: &str, path: &str) -> Option<String> {
    let (scheme, rest) = base.split_once("://")?;
    let (host, folders) = rest.split_once('/').unwrap_or((rest, ""));
    if let Some(absolute) = path.strip_prefix('/') {
        return Some(format!("{scheme}://{host}/{absolute}"));
    }
    let mut folders: Vec<&str> = folders.split('/').collect();
    folders.pop();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    Some(format!("{scheme}://{host}/{}", folders.join("/")))
}
