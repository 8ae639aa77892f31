//! Arrays, maps and scalars under a name: an alias, unless it contains itself.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

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
    let attributes = context.wire_attributes(&[]);
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

/// The type spelled without aliases, so that two names of one type are seen to be one.
pub(super) fn unfolded(ty: &syn::Type, context: &Context<'_>) -> String {
    struct Unfold<'a>(&'a Context<'a>);

    impl VisitMut for Unfold<'_> {
        fn visit_type_mut(&mut self, ty: &mut syn::Type) {
            *ty = expanded(ty, self.0).clone();
            visit_mut::visit_type_mut(self, ty);
        }
    }

    let mut ty = ty.clone();
    Unfold(context).visit_type_mut(&mut ty);
    ty.to_token_stream().to_string()
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
