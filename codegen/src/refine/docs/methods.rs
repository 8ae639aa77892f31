//! What is said of a method.

use crate::{
    plan::Operation,
    refine::{Context, docs, generated::Carrier, setters},
};

/// The description, then what is sent where, then how it fails.
pub(in crate::refine) fn of(
    operation: &Operation,
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
    ];
    parts.retain(|part| !part.is_empty());
    let failures: Vec<String> = operation
        .failure
        .iter()
        .map(|answer| {
            let ty = answer.key.as_ref().and_then(|key| carrier.get(key).ok());
            let ty = ty.map(|ty| named(ty, context)).unwrap_or_default();
            docs::about(&format!("`{}`{ty}", answer.status), &answer.docs)
        })
        .collect();
    if !failures.is_empty() {
        parts.push(format!("# Errors\n{}", docs::list(failures)));
    }
    parts.join("\n\n")
}

/// Where the operation is called, if not where the others are.
fn elsewhere(operation: &Operation) -> String {
    match operation.servers.first() {
        Some(server) => format!(" at {}", docs::code(server)),
        None => String::new(),
    }
}

/// A link to a type of the module, where it is one.
fn named(ty: &syn::Type, context: &Context<'_>) -> String {
    let name = setters::last(ty);
    if context.generated.is_type(&name) {
        format!(" ([`types::{name}`])")
    } else {
        String::new()
    }
}
