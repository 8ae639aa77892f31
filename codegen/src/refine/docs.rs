//! Doc comments and deprecation from the plan.

use proc_macro2::TokenStream;
use quote::quote;

/// The doc comment, or the fallback where the document says nothing.
pub(super) fn doc(text: &str, fallback: &str) -> TokenStream {
    let text = if text.is_empty() { fallback } else { text };
    let lines = text.lines().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote! { #(#[doc = #lines])* }
}

pub(super) fn deprecated(deprecated: bool) -> TokenStream {
    if deprecated {
        quote! { #[deprecated(note = "the provider deprecates it")] }
    } else {
        TokenStream::new()
    }
}
