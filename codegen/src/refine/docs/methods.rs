//! What is said of a method: of the operation, of what it takes, of what it answers.

use crate::{
    plan::{Answer, Operation, Parameter},
    refine::{Context, docs, generated::Carrier, setters},
};

/// Words that say nothing of a body or an answer, in whatever order they stand.
#[rustfmt::skip]
const EMPTY: [&str; 58] = [
    "a", "accepted", "an", "and", "as", "been", "body", "code", "completed", "content", "created",
    "default", "delete", "deleted", "description", "done", "empty", "error", "everything", "executed",
    "expected", "for", "found", "has", "http", "if", "is", "it", "json", "no", "nocontent", "none",
    "not", "of", "ok", "okay", "operation", "payload", "processed", "received", "request",
    "requested", "response", "result", "returned", "returns", "specified", "standard", "status",
    "succeeded", "success", "successful", "successfully", "the", "updated", "valid", "was",
    "worked",
];

/// The description, then what is sent where, then what is answered, then how it fails.
pub(in crate::refine) fn of(
    operation: &Operation,
    arguments: &[(String, &Parameter)],
    carrier: &Carrier<'_>,
    context: &Context<'_>,
) -> String {
    let mut parts = vec![
        operation.docs.clone(),
        format!(
            "`{} {}`{}",
            operation.method,
            operation.template,
            elsewhere(operation)
        ),
        taken(operation, arguments),
    ];
    parts.extend(answered(operation));
    let failures = operation.failure.iter().map(|answer| {
        let ty = answer.key.as_ref().and_then(|key| carrier.get(key).ok());
        let ty = ty.map(|ty| named(ty, context)).unwrap_or_default();
        docs::about(&format!("`{}`{ty}", answer.status), &answer.docs)
    });
    let failures = docs::list(failures);
    if !failures.is_empty() {
        parts.push(format!("# Errors\n{failures}"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Where the operation is called, if not where the others are.
fn elsewhere(operation: &Operation) -> String {
    match operation.servers.first() {
        Some(server) => format!(" at {}", docs::code(server)),
        None => String::new(),
    }
}

/// The arguments of which something is said.
fn taken(operation: &Operation, arguments: &[(String, &Parameter)]) -> String {
    let parameters = arguments.iter().filter_map(|(ident, parameter)| {
        let own = Words::of(&parameter.docs).0 != Words::of(&parameter.wire).0;
        let docs = if own { parameter.docs.as_str() } else { "" };
        let deprecated = parameter.deprecated.then(|| "Deprecated.".to_owned());
        let default = parameter.default.as_ref().map(docs::default);
        let around = (deprecated.unwrap_or_default(), default.unwrap_or_default());
        let said = docs::joined([&around.0, docs, &around.1]);
        (!said.is_empty()).then(|| docs::about(&docs::code(ident), &said))
    });
    let body = operation.body.as_ref().map(|body| body.docs.as_str());
    let body = body.filter(|docs| Words::of(docs).tell_more_than(&operation.docs));
    let body = body.map(|docs| docs::about("`body`", docs));
    docs::list(parameters.chain(body))
}

/// What the answer is, where that is not said by the operation; several are said by their enum.
fn answered(operation: &Operation) -> Vec<String> {
    if operation.answers.is_some() {
        return Vec::new();
    }
    let tells = |answer: &Answer| Words::of(&answer.docs).tell_more_than(&operation.docs);
    if !operation.success.iter().any(tells) {
        return Vec::new();
    }
    // Where one of several is told of, the others are answers too.
    let alike = |one: &Answer, other: &Answer| one.docs == other.docs;
    let told = operation.success.chunk_by(alike).map(|same| {
        let statuses = same.iter().map(|answer| format!("`{}`", answer.status));
        let statuses = statuses.collect::<Vec<_>>().join(", ");
        docs::about(&format!("Answers {statuses}"), &same[0].docs)
    });
    told.collect()
}

/// A link to a type of the module, where it is one or a list of one.
fn named(ty: &syn::Type, context: &Context<'_>) -> String {
    let name = setters::last(ty);
    if context.generated.is_type(&name) {
        return format!(" ([`types::{name}`])");
    }
    match setters::parameters(ty).as_slice() {
        [item] if name == "Vec" => match named(item, context) {
            one if one.is_empty() => one,
            one => format!(" (a list of{})", one.replace(['(', ')'], "")),
        },
        _ => String::new(),
    }
}

/// The words of a text in lower case, each between spaces.
struct Words(String);

impl Words {
    fn of(text: &str) -> Self {
        let mut words = String::with_capacity(text.len() + 2);
        words.push(' ');
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            if !word.is_empty() {
                words.extend(word.chars().flat_map(char::to_lowercase));
                words.push(' ');
            }
        }
        Self(words)
    }

    /// Whether they say something that another text does not say in the same words.
    fn tell_more_than(&self, other: &str) -> bool {
        let is_empty = |word: &str| {
            EMPTY.binary_search(&word).is_ok() || word.bytes().all(|c| c.is_ascii_digit())
        };
        !self.0.split_whitespace().all(is_empty) && !Self::of(other).0.contains(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_or_said_already_tells_nothing() {
        assert!(EMPTY.is_sorted());
        for (text, more) in [
            ("", false),
            ("OK", false),
            ("200 OK", false),
            ("No Content", false),
            ("A successful response.", false),
            ("The request was a success", false),
            ("The user", false),
            ("The users", true),
            ("The user that was created.", true),
        ] {
            let said = "Updates the *user*.";
            assert_eq!(Words::of(text).tell_more_than(said), more, "{text:?}");
        }
    }
}
