//! Doc comments and deprecation from the plan.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Plan, Shape};

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

/// Lets generated code use what it declares as deprecated, if there is any.
pub(super) fn allowed(plan: &Plan) -> TokenStream {
    let types = plan.types.iter().any(|planned| {
        let fields = match &planned.shape {
            Shape::Object { fields } => fields.as_slice(),
            _ => &[],
        };
        planned.deprecated || fields.iter().any(|field| field.deprecated)
    });
    let operations = plan.operations.iter();
    if types || operations.into_iter().any(|operation| operation.deprecated) {
        quote! { #[allow(deprecated, reason = "what is deprecated is written and read as ever")] }
    } else {
        TokenStream::new()
    }
}

pub(super) fn deprecated(deprecated: bool) -> TokenStream {
    if deprecated {
        quote! { #[deprecated(note = "the provider deprecates it")] }
    } else {
        TokenStream::new()
    }
}
