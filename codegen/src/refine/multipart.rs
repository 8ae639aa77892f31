//! Bodies in parts: how a built type becomes them.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Context, calls,
    objects::{Presence, Refined},
};
use crate::plan::Binary;

/// The implementation of the runtime's `Multipart` for a type.
pub(super) fn refine(
    ident: &syn::Ident,
    fields: &[Refined<'_>],
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let parts = fields.iter().map(|field| {
        let (ident, wire) = (&field.ident, &field.field.wire);
        let media_type = &field.field.media_type;
        let file = match media_type {
            Some(media_type) => {
                quote! { form = form.file(#wire, &value.or_media_type(#media_type)); }
            }
            None => quote! { form = form.file(#wire, value); },
        };
        let part = match (field.field.binary, field.field.style, media_type) {
            (None, Some(style), _) => {
                let style = calls::style(style);
                quote! { form = form.field_in(#wire, #runtime::Style::#style, value)?; }
            }
            (None, None, None) => quote! { form = form.field(#wire, value)?; },
            (None, None, Some(media_type)) => {
                quote! { form = form.field_as(#wire, #media_type, value)?; }
            }
            (Some(Binary::One), ..) => file,
            (Some(Binary::Many), ..) => quote! { for value in value { #file } },
        };
        match field.presence {
            Presence::Value => quote! { let value = &self.#ident; #part },
            Presence::Nullable | Presence::Optional => {
                quote! { if let ::std::option::Option::Some(value) = &self.#ident { #part } }
            }
            Presence::Patch => {
                quote! { if let ::std::option::Option::Some(value) = self.#ident.value() { #part } }
            }
        }
    });
    quote! {
        impl #runtime::Multipart for #ident {
            fn form(&self) -> ::std::result::Result<#runtime::Form, ::std::string::String> {
                let mut form = #runtime::Form::new();
                #(#parts)*
                ::std::result::Result::Ok(form)
            }
        }
    }
}
