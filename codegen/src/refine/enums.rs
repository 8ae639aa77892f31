//! Enums of texts: open ones keep a value they do not know, closed ones refuse it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Context, docs};
use crate::{
    names::{self, Scope},
    plan::Type,
};

pub(super) fn refine(
    planned: &Type,
    values: &[String],
    open: bool,
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let ident = format_ident!("{}", planned.name);
    let docs = docs::doc(&planned.docs, &format!("`{}`.", planned.name));
    let deprecated = docs::deprecated(planned.deprecated);
    let mut scope = Scope::reserving(&["Unknown"]);
    let mut seen = Vec::new();
    let mut variants = Vec::new();
    for value in values {
        if seen.contains(&value) {
            continue;
        }
        seen.push(value);
        let variant = format_ident!("{}", scope.claim(&names::variant_name(value)));
        let about = if value.is_empty() {
            " The empty text.".to_owned()
        } else {
            format!(" `{value}`.")
        };
        variants.push(quote! { #[doc = #about] #variant = #value });
    }
    let kind = if open {
        format_ident!("open_enum")
    } else {
        format_ident!("closed_enum")
    };
    quote! {
        #runtime::#kind! {
            #docs
            #deprecated
            pub enum #ident { #(#variants,)* }
        }
    }
}
