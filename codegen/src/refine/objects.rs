//! Structs: optional, nullable and secret fields as the plan knows them.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse_quote;

use super::{Context, docs, generated, multipart, setters};
use crate::{
    names::{self, Scope},
    plan::{Binary, Field, Type},
};

/// A field as users see it.
pub(super) struct Refined<'a> {
    pub(super) field: &'a Field,
    pub(super) ident: syn::Ident,
    /// The type of a value that is present and not null.
    pub(super) value: syn::Type,
    pub(super) presence: Presence,
}

/// What besides a value a field may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// Always a value.
    Value,
    /// A value or null.
    Nullable,
    /// A value or nothing.
    Optional,
    /// A value, null or nothing.
    Patch,
}

impl Refined<'_> {
    fn ty(&self, runtime: &syn::Path) -> TokenStream {
        let value = &self.value;
        match self.presence {
            Presence::Value => quote!(#value),
            Presence::Nullable | Presence::Optional => quote!(::std::option::Option<#value>),
            Presence::Patch => quote!(#runtime::Patch<#value>),
        }
    }
}

pub(super) fn refine(
    planned: &Type,
    fields: &[Field],
    context: &Context<'_>,
) -> Result<TokenStream, String> {
    let runtime = &context.runtime;
    let ident = format_ident!("{}", planned.name);
    let refined = refined(planned, fields, context)?;
    let is_plain = is_plain(planned, context);
    let declared = refined.iter().map(|field| {
        let docs = docs::doc(&docs::of_field(field.field), "");
        let deprecated = docs::deprecated(field.field.deprecated);
        let attributes = if is_plain {
            TokenStream::new()
        } else {
            serde(field, context)
        };
        let (ident, ty) = (&field.ident, field.ty(runtime));
        quote! { #docs #deprecated #attributes pub #ident: #ty }
    });
    // A map of what is not named has no place among parts.
    let rest = rest(planned, context).filter(|_| !is_plain);
    let has_required = refined.iter().any(|field| field.field.required);
    let default: &[TokenStream] = if has_required {
        &[]
    } else {
        &[quote!(Default)]
    };
    let attributes = if is_plain {
        quote! { #[derive(Debug, Clone, PartialEq #(, #default)*)] }
    } else {
        context.wire_attributes(default)
    };
    let docs = docs::doc(&planned.docs, &format!("`{}`.", planned.name));
    let deprecated = docs::deprecated(planned.deprecated);
    let built = planned
        .sent
        .then(|| setters::refine(&ident, &refined, rest.is_some(), context));
    let parts = planned
        .multipart
        .then(|| multipart::refine(&ident, &refined, context));
    let rest = rest.into_iter();
    Ok(quote! {
        #docs
        #deprecated
        #attributes
        #[non_exhaustive]
        pub struct #ident {
            #(#declared,)*
            #(#rest,)*
        }
        #built
        #parts
    })
}

pub(super) fn refined<'a>(
    planned: &Type,
    fields: &'a [Field],
    context: &Context<'_>,
) -> Result<Vec<Refined<'a>>, String> {
    let mut types = context.generated.fields(&planned.name)?;
    fields
        .iter()
        .zip(idents(planned, fields, context))
        .map(|(field, ident)| {
            let generated = types.remove(&field.wire).ok_or_else(|| {
                format!(
                    "the generator made no field `{}` in `{}`",
                    field.wire, planned.name
                )
            })?;
            let runtime = &context.runtime;
            let binary = field.binary.filter(|_| planned.multipart);
            let value = match (field.secret, binary) {
                (true, _) => parse_quote!(#runtime::Secret),
                (_, Some(Binary::One)) => parse_quote!(#runtime::File),
                (_, Some(Binary::Many)) => parse_quote!(::std::vec::Vec<#runtime::File>),
                _ => generated.clone(),
            };
            let presence = match (field.required, field.nullable && !field.untyped) {
                (true, false) => Presence::Value,
                (true, true) => Presence::Nullable,
                (false, false) => Presence::Optional,
                (false, true) => Presence::Patch,
            };
            Ok(Refined {
                field,
                ident,
                value,
                presence,
            })
        })
        .collect()
}

/// The fields' names in Rust.
pub(super) fn idents(planned: &Type, fields: &[Field], context: &Context<'_>) -> Vec<syn::Ident> {
    // A field of a built type is also a setter beside `new`; a flattened map is called `extra`.
    let new = planned.sent.then_some("new");
    let extra = rest(planned, context).filter(|_| !is_plain(planned, context));
    let taken: Vec<&str> = new.into_iter().chain(extra.map(|_| "extra")).collect();
    let mut scope = Scope::reserving(&taken);
    let names = fields
        .iter()
        .map(|field| scope.claim(&names::value_name(&field.wire)));
    names.map(|name| format_ident!("{name}")).collect()
}

/// Whether a type never stands on the wire as JSON: a body in parts, or optional parameters.
fn is_plain(planned: &Type, context: &Context<'_>) -> bool {
    let mut operations = context.plan.operations.iter();
    let name = Some(planned.name.as_str());
    planned.multipart || operations.any(|operation| operation.options.as_deref() == name)
}

fn serde(field: &Refined<'_>, context: &Context<'_>) -> TokenStream {
    let wire = &field.field.wire;
    let renamed = (field.ident != wire.as_str()).then(|| quote! { rename = #wire, });
    let runtime = &context.runtime;
    let runtime = quote!(#runtime).to_string().replace(' ', "");
    let presence = match field.presence {
        Presence::Value | Presence::Nullable => TokenStream::new(),
        // Any JSON value may stand here, and null is one: it must not read as nothing.
        Presence::Optional if field.field.untyped => {
            let present = format!("{runtime}::present");
            quote! { default, deserialize_with = #present, skip_serializing_if = "::std::option::Option::is_none" }
        }
        Presence::Optional => {
            quote! { default, skip_serializing_if = "::std::option::Option::is_none" }
        }
        Presence::Patch => {
            let absent = format!("{runtime}::Patch::is_absent");
            quote! { default, skip_serializing_if = #absent }
        }
    };
    if renamed.is_none() && presence.is_empty() {
        return TokenStream::new();
    }
    quote! { #[serde(#renamed #presence)] }
}

/// The map of what no other field names, if the document types it.
fn rest(planned: &Type, context: &Context<'_>) -> Option<TokenStream> {
    let item = context.generated.structure(&planned.name)?;
    let field = item
        .fields
        .iter()
        .find(|field| generated::is_flattened(field))?;
    let ty = &field.ty;
    Some(quote! {
        /// The properties that the document does not name.
        #[serde(flatten)]
        pub extra: #ty
    })
}
