//! Arrays, maps and scalars under a name: an alias, unless it contains itself.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::visit::{self, Visit};

use super::{Context, docs, generated::Generated};
use crate::plan::Type;

pub(super) fn refine(
    planned: &Type,
    secret: bool,
    context: &Context<'_>,
) -> Result<TokenStream, String> {
    let name = &planned.name;
    let ident = format_ident!("{name}");
    let docs = docs::doc(&planned.docs, &format!("`{name}`."));
    let inner = inner(name, &context.generated)
        .ok_or_else(|| format!("the generator made no type `{name}`"))?;
    if secret {
        let runtime = &context.runtime;
        return Ok(quote! { #docs pub type #ident = #runtime::Secret; });
    }
    if !is_recursive(name, &context.generated) {
        return Ok(quote! { #docs pub type #ident = #inner; });
    }
    let attributes = context.wire_attributes();
    Ok(quote! {
        #docs
        #attributes
        #[serde(transparent)]
        pub struct #ident(pub #inner);
    })
}

/// What a named array, map or scalar is.
pub(super) fn inner<'a>(name: &str, generated: &'a Generated) -> Option<&'a syn::Type> {
    match &generated.structure(name)?.fields {
        syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Some(&fields.unnamed[0].ty),
        _ => None,
    }
}

/// The type behind an alias, or the type itself.
pub(super) fn expanded<'a>(ty: &'a syn::Type, context: &'a Context<'_>) -> &'a syn::Type {
    let mut at = ty;
    while let syn::Type::Path(path) = at
        && let Some(ident) = path.path.get_ident()
        && let name = ident.to_string()
        && context.plan.types.iter().any(|planned| {
            planned.name == name && matches!(planned.shape, crate::plan::Shape::Alias { .. })
        })
        && !is_recursive(&name, &context.generated)
        && let Some(inner) = inner(&name, &context.generated)
    {
        at = inner;
    }
    at
}

/// Whether following aliases from here leads back here.
pub(super) fn is_recursive(name: &str, generated: &Generated) -> bool {
    let mut seen = BTreeSet::new();
    let mut queue = vec![name.to_owned()];
    while let Some(next) = queue.pop() {
        let Some(ty) = inner(&next, generated) else {
            continue;
        };
        let mut mentions = Mentions::default();
        mentions.visit_type(ty);
        for mention in mentions.0 {
            if mention == name {
                return true;
            }
            if seen.insert(mention.clone()) {
                queue.push(mention);
            }
        }
    }
    false
}

#[derive(Default)]
struct Mentions(Vec<String>);

impl<'a> Visit<'a> for Mentions {
    fn visit_path(&mut self, path: &'a syn::Path) {
        self.0.extend(path.get_ident().map(ToString::to_string));
        visit::visit_path(self, path);
    }
}
