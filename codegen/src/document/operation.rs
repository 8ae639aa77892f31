//! The operations of a document, as both generation and checking see them.

use serde_json::Value;

use super::{Document, Pointer};

/// The methods an OpenAPI path item may have, in the specification's order.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// One operation as authored.
#[derive(Debug, Clone)]
pub struct Operation<'a> {
    /// Lower-case method, as the document writes it.
    pub method: &'static str,
    /// Path template, such as `/users/{user}`.
    pub path: &'a str,
    /// Where the operation stands.
    pub pointer: Pointer,
    /// Where its path item stands.
    pub item: Pointer,
    /// The operation object.
    pub value: &'a Value,
}

impl<'a> Operation<'a> {
    /// The `operationId`, if the document gives one.
    pub fn id(&self) -> Option<&'a str> {
        self.value.get("operationId").and_then(Value::as_str)
    }

    /// `METHOD /path/{template}`, which names an operation in reports.
    pub fn title(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }
}

pub(super) fn operations(document: &Document) -> Vec<Operation<'_>> {
    let paths = document.value().get("paths").and_then(Value::as_object);
    let mut operations = Vec::new();
    for path in paths.into_iter().flat_map(|paths| paths.keys()) {
        if path.starts_with("x-") {
            continue;
        }
        let authored = Pointer::from("/paths").join(path);
        let Some((item, value)) = document.resolve(authored.as_str()) else {
            continue;
        };
        for method in METHODS {
            if let Some(value) = value.get(method).filter(|value| value.is_object()) {
                operations.push(Operation {
                    method,
                    path,
                    pointer: item.join(method),
                    item: item.clone(),
                    value,
                });
            }
        }
    }
    operations
}
