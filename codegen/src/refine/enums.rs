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
    plan::{Type, Variant},
};

/// What the branch may be called that keeps what the document does not know: the first that is none
/// of the document's own names.
const OTHERS: [&str; 3] = ["Unknown", "Other", "Unrecognized"];

pub(super) fn refine(
    planned: &Type,
    variants: &[Variant],
    open: bool,
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let ident = format_ident!("{}", planned.name);
    let docs = docs::doc(&planned.docs, &format!("`{}`.", planned.name));
    let deprecated = docs::deprecated(planned.deprecated);
    let idents = idents(variants);
    let other = others(&idents);
    let other = (open && other != OTHERS[0]).then_some(other).into_iter();
    let declared = variants.iter().zip(&idents).map(|(variant, ident)| {
        let about = docs::doc(&about(variant), "");
        let value = literal(&variant.value);
        quote! { #about #ident = #value }
    });
    let texts = variants.iter().all(|variant| variant.value.is_string());
    let kind = match (texts, open) {
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
            pub enum #ident { #(#declared,)* } #(else #other)*
        }
    }
}

/// The value as it stands on the wire, and what the document says of it.
fn about(variant: &Variant) -> String {
    let spelled = spelled(&variant.value);
    let value = if spelled.is_empty() {
        "The empty text".to_owned()
    } else {
        docs::code(&spelled)
    };
    if variant.docs.is_empty() {
        format!("{value}.")
    } else {
        format!("{value}: {}", variant.docs)
    }
}

/// The names of the variants, one for each value.
pub(super) fn idents(variants: &[Variant]) -> Vec<syn::Ident> {
    let mut scope = Scope::default();
    let names = variants.iter().map(|variant| {
        let name = variant.name.clone();
        let name = name.unwrap_or_else(|| spelled(&variant.value));
        scope.claim(&names::variant_name(&name))
    });
    names.map(|name| format_ident!("{name}")).collect()
}

/// The name of the branch that keeps what fits no other.
pub(super) fn others(idents: &[syn::Ident]) -> syn::Ident {
    let is_free = |name: &&str| !idents.iter().any(|ident| ident == *name);
    if let Some(free) = OTHERS.into_iter().find(is_free) {
        return format_ident!("{free}");
    }
    let mut scope = Scope::default();
    for ident in idents {
        scope.claim(&ident.to_string());
    }
    format_ident!("{}", scope.claim(OTHERS[0]))
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
