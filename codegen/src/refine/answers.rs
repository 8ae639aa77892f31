//! Operations whose successes differ: an enum keyed by status, and how it is read.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Context, docs, generated::Carrier};
use crate::plan::{Answer, Content, Operation, Status};

/// The enum of an operation's successes.
pub(super) fn enumeration(
    name: &str,
    operation: &Operation,
    context: &Context<'_>,
) -> Result<TokenStream, String> {
    let runtime = &context.runtime;
    let carrier = context.generated.carrier(&operation.name)?;
    let variants: Vec<TokenStream> = operation
        .success
        .iter()
        .map(|answer| {
            let status = format!("`{}`", answer.status);
            let (variant, about) = (variant(answer), docs::about(&status, &answer.docs));
            let docs = docs::doc(&about, "");
            Ok(match body(answer, &carrier, runtime)? {
                Some(ty) => quote! { #docs #variant(#ty) },
                None => quote! { #docs #variant },
            })
        })
        .collect::<Result<_, String>>()?;
    let ident = format_ident!("{name}");
    let about = format!(" The successes of `{}`, by status.", operation.id);
    Ok(quote! {
        #[doc = #about]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            /// A success that the document does not list: its status and its body.
            Undocumented(u16, #runtime::ext::bytes::Bytes),
        }
    })
}

/// The function that reads an answer as the enum.
pub(super) fn reader(name: &str, operation: &Operation) -> TokenStream {
    let ident = format_ident!("{name}");
    // Exact statuses stand before ranges, and ranges before the rest, as the plan sorts them.
    let arms = operation.success.iter().map(|answer| {
        let variant = variant(answer);
        let pattern = match answer.status {
            Status::Exact(code) => {
                let code = Literal::u16_unsuffixed(code);
                quote!(#code)
            }
            Status::Range(class) => {
                let class = Literal::u16_unsuffixed(class);
                quote!(status if status / 100 == #class)
            }
            Status::Default => quote!(_),
        };
        let value = match answer.content {
            Content::Json => quote! { raw.json().map(types::#ident::#variant) },
            Content::Text => quote! { raw.text().map(types::#ident::#variant) },
            Content::Empty => quote! { ::std::result::Result::Ok(types::#ident::#variant) },
            _ => quote! { ::std::result::Result::Ok(types::#ident::#variant(raw.bytes())) },
        };
        quote! { #pattern => #value, }
    });
    let is_total = operation
        .success
        .iter()
        .any(|answer| answer.status == Status::Default);
    let rest = (!is_total).then(|| {
        quote! { status => ::std::result::Result::Ok(types::#ident::Undocumented(status, raw.bytes())), }
    });
    quote! { .by_status(|raw| match raw.status() { #(#arms)* #rest }) }
}

fn variant(answer: &Answer) -> syn::Ident {
    match answer.status {
        Status::Default => format_ident!("Default"),
        status => format_ident!("Status{}", status.to_string()),
    }
}

/// The type of a status's body as the module of types sees it.
fn body(
    answer: &Answer,
    carrier: &Carrier<'_>,
    runtime: &syn::Path,
) -> Result<Option<TokenStream>, String> {
    match (answer.content, &answer.key) {
        (Content::Empty, _) => Ok(None),
        (Content::Text, _) => Ok(Some(quote!(::std::string::String))),
        (Content::Json, Some(key)) => {
            let ty = carrier.get(key)?;
            Ok(Some(quote!(#ty)))
        }
        _ => Ok(Some(quote!(#runtime::ext::bytes::Bytes))),
    }
}
