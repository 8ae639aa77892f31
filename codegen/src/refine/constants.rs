//! Values that the document settles: what stands in a field of which it knows one value.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::{
    Context, aliases, enums,
    objects::{Presence, Refined},
    setters,
};
use crate::plan::Shape;

/// The field's one value, if there is one and the field's type can say it.
pub(super) fn of(field: &Refined<'_>, context: &Context<'_>) -> Option<TokenStream> {
    let value = said(field, field.field.constant.as_ref()?, context)?;
    let runtime = &context.runtime;
    match field.presence {
        Presence::Value => Some(value),
        Presence::Optional => Some(quote! { ::std::option::Option::Some(#value) }),
        Presence::Patch => Some(quote! { #runtime::Patch::Value(#value) }),
        // It may be null as well.
        Presence::Nullable => None,
    }
}

fn said(field: &Refined<'_>, constant: &Value, context: &Context<'_>) -> Option<TokenStream> {
    let ty = aliases::expanded(&field.value, context);
    let name = setters::last(ty);
    let planned = context.plan.types.iter();
    let planned = planned.clone().find(|planned| planned.name == name);
    if let Some(planned) = planned {
        let Shape::Enumeration { variants, .. } = &planned.shape else {
            return None;
        };
        let mut known = variants.iter();
        let index = known.position(|variant| variant.value == *constant)?;
        let (ident, variant) = (
            format_ident!("{name}"),
            enums::idents(variants).remove(index),
        );
        return Some(quote! { #ident::#variant });
    }
    match constant {
        Value::String(text) if name == "String" => Some(quote! { #text.into() }),
        _ => None,
    }
}
