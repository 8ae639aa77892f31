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
    let mut operations = Vec::new();
    let Some((at, paths)) = document.resolve("/paths") else {
        return operations;
    };
    for (path, own) in paths.as_object().into_iter().flatten() {
        if path.starts_with("x-") {
            continue;
        }
        let at = at.join(path);
        // Beside a `$ref` a path item may have operations of its own, which come first.
        let referred = document.resolve(at.as_str());
        let items = [Some((at, own)), referred];
        for method in METHODS {
            let mut found = items.iter().flatten().filter_map(|(item, value)| {
                let value = value.get(method).filter(|value| value.is_object())?;
                Some((item, value))
            });
            if let Some((item, value)) = found.next() {
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
