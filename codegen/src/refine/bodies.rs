//! Bodies of requests: how a call takes and sends one, and the enum of those that it offers.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse_quote;

use super::{
    Context,
    calls::{self, JSON, style},
    generated::Carrier,
    unions,
};
use crate::plan::{Body, Content, Operation};

/// The enum of an operation's bodies.
pub(super) fn enumeration(
    name: &str,
    operation: &Operation,
    context: &Context<'_>,
) -> Result<TokenStream, String> {
    let runtime = &context.runtime;
    let carrier = context.generated.carrier(&operation.name)?;
    let ident = format_ident!("{name}");
    let bodies = operation.bodies().map(|body| {
        let ty = match (body.content, &body.key) {
            (_, Some(key)) if body.nullable => {
                let ty = carrier.get(key)?;
                parse_quote!(::std::option::Option<#ty>)
            }
            (_, Some(key)) => carrier.get(key)?.clone(),
            (Content::Text, None) => parse_quote!(::std::string::String),
            (Content::Multipart, None) => parse_quote!(#runtime::Form),
            (_, None) => parse_quote!(#runtime::ext::bytes::Bytes),
        };
        Ok((format_ident!("{}", body.variant), ty, &body.media_type))
    });
    let bodies: Vec<(syn::Ident, syn::Type, &String)> = bodies.collect::<Result<_, String>>()?;
    let variants = bodies.iter().map(|(variant, ty, media_type)| {
        let about = format!(" `{media_type}`.");
        quote! { #[doc = #about] #variant(#ty) }
    });
    let branches = bodies.iter().map(|(variant, ty, _)| (variant, ty));
    let conversions = unions::conversions(&ident, branches, context);
    let about = format!(" The bodies of `{}`, by media type.", operation.id);
    Ok(quote! {
        #[doc = #about]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
        }
        #(#conversions)*
    })
}

/// The type of the argument that a call takes its body by.
pub(super) fn argument(
    operation: &Operation,
    body: &Body,
    carrier: &Carrier<'_>,
    context: &Context<'_>,
) -> Result<TokenStream, String> {
    let runtime = &context.runtime;
    let ty = match (&operation.bodies, body.content, &body.key) {
        (Some(bodies), ..) => {
            let ident = format_ident!("{bodies}");
            quote!(&types::#ident)
        }
        (None, _, Some(key)) => calls::argument(carrier.get(key)?, context),
        (None, Content::Text, None) => quote!(&str),
        (None, Content::Multipart, None) => quote!(&#runtime::Form),
        (None, ..) => quote!(#runtime::ext::bytes::Bytes),
    };
    let or_null = body.nullable && operation.bodies.is_none();
    // Null is one thing, and no body another.
    let optional = [or_null, !body.required].into_iter().filter(|maybe| *maybe);
    Ok(optional.fold(ty, |ty, _| quote!(::std::option::Option<#ty>)))
}

/// The step that sends the body, or the one that is chosen of several.
pub(super) fn step(operation: &Operation, body: &Body, runtime: &syn::Path) -> TokenStream {
    let Some(name) = &operation.bodies else {
        return body_step(body, &quote!(body), body.required, runtime);
    };
    let ident = format_ident!("{name}");
    let required = body.required;
    let arms = operation.bodies().map(|body| {
        let variant = format_ident!("{}", body.variant);
        let value = match (body.content, &body.key) {
            (_, Some(_)) | (Content::Multipart, _) => quote!(body),
            (Content::Text, None) => quote!(body.as_str()),
            (_, None) => quote!(body.clone()),
        };
        let step = body_step(body, &value, true, runtime);
        let pattern = quote!(types::#ident::#variant(body));
        if required {
            quote! { #pattern => request #step, }
        } else {
            quote! { ::std::option::Option::Some(#pattern) => request #step, }
        }
    });
    let none = (!required).then(|| quote! { ::std::option::Option::None => request, });
    quote! { .body(|request| match body { #(#arms)* #none }) }
}

/// The step that sends a body, which the value is; a value that is not `given` for certain may be
/// nothing.
fn body_step(body: &Body, value: &TokenStream, given: bool, runtime: &syn::Path) -> TokenStream {
    let media_type = &body.media_type;
    let kind = match body.content {
        Content::Json => {
            let name = if given {
                "json_body"
            } else {
                "maybe_json_body"
            };
            if media_type == JSON {
                let usual = format_ident!("{name}");
                return quote! { .#usual(#value) };
            }
            format_ident!("{name}_as")
        }
        Content::Form => return form_step(body, value, runtime),
        Content::Multipart if media_type.starts_with("multipart/form-data") => {
            return quote! { .multipart_body(#value) };
        }
        Content::Multipart => format_ident!("multipart_body_as"),
        Content::Text => format_ident!("text_body_as"),
        Content::Bytes | Content::Stream | Content::Empty => format_ident!("bytes_body_as"),
    };
    quote! { .#kind(#media_type, #value) }
}

fn form_step(body: &Body, value: &TokenStream, runtime: &syn::Path) -> TokenStream {
    let styles = body.encoding.iter().filter_map(|encoding| {
        let (property, style) = (&encoding.property, style(encoding.style?));
        Some(quote! { (#property, #runtime::Style::#style) })
    });
    let styles: Vec<TokenStream> = styles.collect();
    if styles.is_empty() {
        quote! { .form_body(#value) }
    } else {
        quote! { .form_body_as(&[#(#styles),*], #value) }
    }
}
