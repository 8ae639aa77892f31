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

/// A text as code.
pub(super) fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

/// Keeps the lints of whoever includes generated code to what they wrote themselves: names, numbers
/// of arguments and prose are the document's, and what it deprecates is written and read as ever.
/// Types of texts and numbers alone have no use for what the module imports.
pub(super) fn allowed() -> TokenStream {
    quote! {
        #[allow(
            deprecated,
            non_camel_case_types,
            unused_imports,
            clippy::all,
            clippy::pedantic,
            reason = "generated code answers to its document"
        )]
    }
}

pub(super) fn deprecated(deprecated: bool) -> TokenStream {
    if deprecated {
        quote! { #[deprecated(note = "the provider deprecates it")] }
    } else {
        TokenStream::new()
    }
}
