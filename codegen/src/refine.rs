//! From what the generator made of the lowered document to the client users see.
//!
//! The generator spells the types; which of them are optional, nullable, secret, open or built,
//! and how a call is written on the wire, is the plan's to say. Whatever the plan expects and
//! the generator did not make is an error, so that an upgrade cannot change behaviour silently.

mod aliases;
mod answers;
mod bodies;
mod calls;
mod constants;
mod docs;
mod enums;
mod generated;
mod items;
mod multipart;
mod objects;
mod pages;
mod rules;
mod setters;
mod unions;
mod variants;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use self::{generated::Generated, rules::Statics};
use crate::plan::{Pagination, Plan, Shape, Type};

/// What refinement needs besides the plan.
pub(crate) struct Context<'a> {
    pub(crate) plan: &'a Plan,
    /// Path of the runtime inside the generated module.
    pub(crate) runtime: syn::Path,
    generated: Generated,
    statics: Statics,
}

impl Context<'_> {
    /// The path of serde as an attribute's text.
    fn serde_path(&self) -> String {
        let runtime = &self.runtime;
        format!("{}::ext::serde", quote!(#runtime)).replace(' ', "")
    }

    /// The derives and attributes that every type on the wire has, and more derives.
    fn wire_attributes(&self, more: &[TokenStream]) -> TokenStream {
        let serde = self.serde_path();
        quote! {
            #[derive(Debug, Clone, PartialEq, #(#more,)* serde::Serialize, serde::Deserialize)]
            #[serde(crate = #serde)]
        }
    }
}

/// Refines what the generator made.
pub(crate) fn refine(
    generated: TokenStream,
    plan: &Plan,
    runtime: &syn::Path,
) -> Result<syn::File, String> {
    // The module imports the runtime under this name, so that no path in it is longer than it need be.
    let local: syn::Path = syn::parse_quote!(runtime);
    let mut generated = Generated::read(generated, &local)?;
    variants::name(&mut generated, plan);
    let context = Context {
        plan,
        generated,
        statics: Statics::of(plan),
        runtime: local,
    };
    let types = plan
        .types
        .iter()
        .map(|planned| refine_type(planned, &context));
    let types: Vec<TokenStream> = types.collect::<Result<_, _>>()?;
    let answers = plan.operations.iter().filter_map(|operation| {
        let name = operation.answers.as_ref()?;
        Some(answers::enumeration(name, operation, &context))
    });
    let answers: Vec<TokenStream> = answers.collect::<Result<_, _>>()?;
    // Several calls of one operation have its bodies in common.
    let mut known = BTreeSet::new();
    let bodies = plan.operations.iter().filter_map(|operation| {
        let name = operation.bodies.as_ref()?;
        known.insert(name).then_some(())?;
        Some(bodies::enumeration(name, operation, &context))
    });
    let bodies: Vec<TokenStream> = bodies.collect::<Result<_, _>>()?;
    let pages: BTreeMap<&str, &Pagination> = plan
        .operations
        .iter()
        .filter_map(|operation| operation.pagination.as_ref())
        .map(|pagination| (pagination.page.as_str(), pagination))
        .collect();
    let pages = pages
        .values()
        .map(|pagination| pages::page(pagination, &context));
    let pages: Vec<TokenStream> = pages.collect::<Result<_, _>>()?;
    let client = calls::client(&context)?;
    let statics = rules::statics(&context);
    let about = format!(" Types of {}.", plan.title);
    let allowed = docs::allowed();
    let import = if runtime.is_ident("runtime") {
        quote!()
    } else {
        quote!(use #runtime;)
    };
    let tokens = quote! {
        #import

        #client

        #statics

        #[doc = #about]
        #allowed
        pub mod types {
            use super::runtime::{self, ext::serde};
            #(#types)* #(#answers)* #(#bodies)* #(#pages)*
        }
    };
    syn::parse2(tokens).map_err(|error| format!("the refined client does not parse: {error}"))
}

fn refine_type(planned: &Type, context: &Context<'_>) -> Result<TokenStream, String> {
    match &planned.shape {
        Shape::Object { fields } => objects::refine(planned, fields, context),
        Shape::Enumeration { variants, open } => {
            Ok(enums::refine(planned, variants, *open, context))
        }
        Shape::Union { tag, .. } => unions::refine(planned, tag.as_ref(), context),
        Shape::Alias { secret } => aliases::refine(planned, *secret, context),
    }
}
