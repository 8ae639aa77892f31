//! Every `$ref` is local and leads somewhere.

use serde_json::Value;

use crate::{Diagnostic, Document, Pointer, spelling};

/// How many names a help offers: more than three are no longer read.
const SHOWN: usize = 3;

/// The complaints about references that cannot be followed.
pub(super) fn check(document: &Document) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    walk(
        document,
        document.value(),
        &Pointer::default(),
        Keys::Words,
        &mut diagnostics,
    );
    diagnostics
}

/// What the keys of a mapping are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    /// Keywords of the specification.
    Words,
    /// Names that the author chose: `$ref` and `default` are names like any other.
    Names,
}

fn walk(
    document: &Document,
    value: &Value,
    at: &Pointer,
    keys: Keys,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match value {
        Value::Object(entries) => {
            let words = keys == Keys::Words;
            match entries.get("$ref").filter(|_| words) {
                Some(Value::String(reference)) => {
                    diagnostics.extend(follow(document, reference, &at.join("$ref")));
                }
                Some(_) => {
                    let at = at.join("$ref");
                    let complaint = document.diagnostic(at.as_str(), "a `$ref` that is no text");
                    diagnostics.push(complaint.help("write `#/components/…`"));
                }
                None => {}
            }
            for (key, value) in entries {
                if !(words && is_data(key)) {
                    let keys = if words && is_named(key) {
                        Keys::Names
                    } else {
                        Keys::Words
                    };
                    walk(document, value, &at.join(key), keys, diagnostics);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(document, item, &at.join(index), Keys::Words, diagnostics);
            }
        }
        _ => {}
    }
}

/// Behind these keywords stands a mapping of names.
fn is_named(key: &str) -> bool {
    matches!(
        key,
        "properties"
            | "responses"
            | "schemas"
            | "parameters"
            | "requestBodies"
            | "headers"
            | "securitySchemes"
            | "links"
            | "callbacks"
    )
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

/// The likest of what stands where the target should.
fn nearest(document: &Document, target: &Pointer) -> String {
    let mut missing = target.clone();
    while let (Some(pointer), Some(name)) = (missing.parent(), missing.last()) {
        if let Some(Value::Object(entries)) = document.get(pointer.as_str()) {
            let names = spelling::nearest(&name, entries.keys().map(String::as_str), SHOWN);
            let owner = match pointer.as_str() {
                "" => "the document".to_owned(),
                pointer => format!("`{pointer}`"),
            };
            return format!("{owner} has `{}`", names.join("`, `"));
        }
        missing = pointer;
    }
    "the document is empty".to_owned()
}
