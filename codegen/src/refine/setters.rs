//! How users build what they send: the required fields at once, the others by setters.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{
    Context, aliases, constants, docs,
    objects::{Presence, Refined},
};
use crate::plan::Shape;

pub(super) fn refine(
    ident: &syn::Ident,
    fields: &[Refined<'_>],
    has_rest: bool,
    context: &Context<'_>,
) -> TokenStream {
    let constants: Vec<Option<TokenStream>> = fields
        .iter()
        .map(|field| constants::of(field, context))
        .collect();
    let asked = || {
        let open = fields.iter().zip(&constants);
        let open = open.filter(|(field, constant)| field.field.required && constant.is_none());
        open.map(|(field, _)| field)
    };
    let arguments = asked().map(|field| {
        let ident = &field.ident;
        let (ty, _) = argument(field, context);
        quote! { #ident: #ty }
    });
    let begun = if asked().next().is_none() && constants.iter().all(Option::is_none) {
        quote! { ::std::default::Default::default() }
    } else {
        let values = fields.iter().zip(&constants).map(|(field, constant)| {
            let ident = &field.ident;
            if let Some(constant) = constant {
                return quote! { #ident: #constant };
            }
            if !field.field.required {
                return quote! { #ident: ::std::default::Default::default() };
            }
            let (_, value) = argument(field, context);
            if *ident == value.to_string() {
                quote! { #ident }
            } else {
                quote! { #ident: #value }
            }
        });
        let rest = has_rest.then(|| quote! { extra: ::std::default::Default::default(), });
        quote! { Self { #(#values,)* #rest } }
    };
    let about = match fields
        .iter()
        .zip(&constants)
        .filter(|(field, constant)| field.field.required || constant.is_some())
        .map(|(field, _)| field)
        .map(|field| docs::code(&field.field.wire))
        .collect::<Vec<_>>()
    {
        names if names.is_empty() => " Nothing set yet.".to_owned(),
        names => format!(" Only {} set yet.", names.join(", ")),
    };
    let setters = fields
        .iter()
        .filter(|field| !field.field.required)
        .map(|field| {
            let ident = &field.ident;
            let (ty, value) = argument(field, context);
            let value = if field.presence == Presence::Patch {
                value
            } else {
                quote! { ::std::option::Option::Some(#value) }
            };
            let about = format!(" Sets {}.", docs::code(&field.field.wire));
            let deprecated = docs::deprecated(field.field.deprecated);
            quote! {
                #[doc = #about]
                #deprecated
                #[must_use]
                pub fn #ident(mut self, #ident: #ty) -> Self {
                    self.#ident = #value;
                    self
                }
            }
        });
    quote! {
        impl #ident {
            #[doc = #about]
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                #begun
            }
            #(#setters)*
        }
    }
}

/// What an argument for this field accepts, and how it becomes the field's value.
fn argument(field: &Refined<'_>, context: &Context<'_>) -> (TokenStream, TokenStream) {
    let (ident, value) = (&field.ident, &field.value);
    let runtime = &context.runtime;
    match field.presence {
        Presence::Patch => {
            let ty = quote!(impl ::std::convert::Into<#runtime::Patch<#value>>);
            return (ty, quote! { #ident.into() });
        }
        Presence::Nullable => {
            let ty = quote!(impl ::std::convert::Into<::std::option::Option<#value>>);
            return (ty, quote! { #ident.into() });
        }
        Presence::Value | Presence::Optional => {}
    }
    let inner = aliases::expanded(value, context);
    if is_plain(inner) {
        return (quote!(#value), quote! { #ident });
    }
    match parameters(inner).as_slice() {
        [item] if last(inner) == "Vec" => {
            let (item, convert) = element(item, context);
            let convert = convert.into_iter();
            (
                quote!(impl ::std::iter::IntoIterator<Item = #item>),
                quote! { #ident.into_iter() #(.map(|item| #convert))* .collect() },
            )
        }
        [key, item] if last(inner) == "BTreeMap" => {
            let (item, convert) = element(item, context);
            let convert = convert.unwrap_or_else(|| quote! { item });
            (
                quote!(impl ::std::iter::IntoIterator<Item = (impl ::std::convert::Into<#key>, #item)>),
                quote! { #ident.into_iter().map(|(key, item)| (key.into(), #convert)).collect() },
            )
        }
        _ => (
            quote!(impl ::std::convert::Into<#value>),
            quote! { #ident.into() },
        ),
    }
}

/// What an element is given as, and how it becomes one.
///
/// Only texts and enums convert: for a struct it would keep the compiler from inferring `[]`.
fn element(item: &syn::Type, context: &Context<'_>) -> (TokenStream, Option<TokenStream>) {
    let inner = aliases::expanded(item, context);
    let is_enumeration = context.plan.types.iter().any(|planned| {
        planned.name == last(inner) && !matches!(planned.shape, Shape::Object { .. })
    });
    if is_enumeration || last(inner) == "String" {
        (
            quote!(impl ::std::convert::Into<#item>),
            Some(quote! { item.into() }),
        )
    } else {
        (quote!(#item), None)
    }
}

/// Numbers, booleans and times are given as they are: a conversion would only hide their type.
pub(super) fn is_plain(ty: &syn::Type) -> bool {
    let plain = [
        "bool",
        "f32",
        "f64",
        "i8",
        "i16",
        "i32",
        "i64",
        "u8",
        "u16",
        "u32",
        "u64",
        "NaiveDate",
        "DateTime",
    ];
    plain.contains(&last(ty).as_str())
}

/// The last name of a type's path, without its parameters.
pub(super) fn last(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string())
            .unwrap_or_default(),
        other => other.to_token_stream().to_string(),
    }
}

/// The types between a type's angle brackets.
pub(super) fn parameters(ty: &syn::Type) -> Vec<&syn::Type> {
    let syn::Type::Path(path) = ty else {
        return Vec::new();
    };
    match path.path.segments.last().map(|segment| &segment.arguments) {
        Some(syn::PathArguments::AngleBracketed(arguments)) => arguments
            .args
            .iter()
            .filter_map(|argument| match argument {
                syn::GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
