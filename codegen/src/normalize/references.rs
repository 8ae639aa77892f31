//! Every `$ref` is local and leads somewhere.

use serde_json::Value;

use crate::{Diagnostic, Document, Pointer};

/// The complaints about references that cannot be followed.
pub(super) fn check(document: &Document) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    walk(
        document,
        document.value(),
        &Pointer::default(),
        &mut diagnostics,
    );
    diagnostics
}

fn walk(document: &Document, value: &Value, at: &Pointer, diagnostics: &mut Vec<Diagnostic>) {
    match value {
        Value::Object(entries) => {
            if let Some(Value::String(reference)) = entries.get("$ref") {
                diagnostics.extend(follow(document, reference, &at.join("$ref")));
            }
            for (key, value) in entries {
                if !is_data(key) {
                    walk(document, value, &at.join(key), diagnostics);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(document, item, &at.join(index), diagnostics);
            }
        }
        _ => {}
    }
}

/// Below these keys stands data, in which `$ref` is a word like any other.
fn is_data(key: &str) -> bool {
    matches!(key, "example" | "examples" | "default" | "enum")
        || (key.starts_with("x-") && key != "x-webhooks")
}

fn follow(document: &Document, reference: &str, at: &Pointer) -> Option<Diagnostic> {
    let complaint = |message: String| document.diagnostic(at.as_str(), message);
    let Some(target) = Pointer::from_reference(reference) else {
        return Some(
            complaint(format!("`{reference}` leads out of the document"))
                .help("copy what it refers to into this document"),
        );
    };
    if document.get(target.as_str()).is_none() {
        return Some(
            complaint(format!("`{reference}` leads nowhere")).help(format!(
                "define it, or mend the name: {}",
                nearest(document, &target)
            )),
        );
    }
    if document.resolve(target.as_str()).is_none() {
        return Some(complaint(format!("`{reference}` leads back to itself")));
    }
    None
}

/// What stands where the target should.
fn nearest(document: &Document, target: &Pointer) -> String {
    let mut at = target.parent();
    while let Some(pointer) = at {
        if let Some(Value::Object(entries)) = document.get(pointer.as_str()) {
            let names: Vec<&str> = entries.keys().map(String::as_str).take(8).collect();
            let owner = match pointer.as_str() {
                "" => "the document".to_owned(),
                pointer => format!("`{pointer}`"),
            };
            return format!("{owner} has `{}`", names.join("`, `"));
        }
        at = pointer.parent();
    }
    "the document is empty".to_owned()
}
