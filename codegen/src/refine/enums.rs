//! Enums: open ones keep a value they do not know, closed ones refuse it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::{
    Context,
    docs::{self, spelled},
};
use crate::{
    names::{self, Scope},
    plan::Type,
};

pub(super) fn refine(
    planned: &Type,
    values: &[Value],
    open: bool,
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let ident = format_ident!("{}", planned.name);
    let docs = docs::doc(&planned.docs, &format!("`{}`.", planned.name));
    let deprecated = docs::deprecated(planned.deprecated);
    let variants: Vec<TokenStream> = values
        .iter()
        .zip(variants(values))
        .map(|(value, variant)| {
            let spelled = spelled(value);
            let about = if spelled.is_empty() {
                " The empty text.".to_owned()
            } else {
                format!(" {}.", docs::code(&spelled))
            };
            let value = literal(value);
            quote! { #[doc = #about] #variant = #value }
        })
        .collect();
    let kind = match (values.iter().all(Value::is_string), open) {
        (true, true) => "open_enum",
        (true, false) => "closed_enum",
        (false, true) => "open_values",
        (false, false) => "closed_values",
    };
    let kind = format_ident!("{kind}");
    quote! {
        #runtime::#kind! {
            #docs
            #deprecated
            pub enum #ident { #(#variants,)* }
        }
    }
}

/// The names of the variants, one for each value.
pub(super) fn variants(values: &[Value]) -> Vec<syn::Ident> {
    let mut scope = Scope::reserving(&["Unknown"]);
    let names = values
        .iter()
        .map(|value| scope.claim(&names::variant_name(&spelled(value))));
    names.map(|name| format_ident!("{name}")).collect()
}

/// A scalar as Rust writes it.
fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Bool(flag) => quote! { #flag },
        Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(number), _) => quote! { #number },
            (None, Some(number)) => quote! { #number },
            _ => {
                let number = number.as_f64().unwrap_or_default();
                quote! { #number }
            }
        },
        _ => {
            let text = value.as_str().unwrap_or_default();
            quote! { #text }
        }
    }
}
