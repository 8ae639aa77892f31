//! Unions: the branch that the tag names, or else the one that keeps most of a value.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::{Context, aliases, docs, enums, setters};
use crate::plan::{Shape, Tag, Type};

pub(super) fn refine(
    planned: &Type,
    tag: Option<&Tag>,
    context: &Context<'_>,
) -> Result<TokenStream, String> {
    let name = &planned.name;
    let ident = format_ident!("{name}");
    let docs = docs::doc(&planned.docs, &format!("`{name}`."));
    let deprecated = docs::deprecated(planned.deprecated);
    let attributes = context.wire_attributes(&[]);
    let Some(item) = context.generated.enumeration(name) else {
        return opaque(planned, context);
    };
    let variants = item.variants.iter().map(|variant| {
        let (ident, fields) = (&variant.ident, &variant.fields);
        let about = match &variant.fields {
            syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                format!(" {}.", spelled(&fields.unnamed[0].ty))
            }
            _ => format!(" {ident}."),
        };
        quote! { #[doc = #about] #ident #fields }
    });
    let mut conversions = conversions(&ident, branches(item), context);
    let is_text = |ty: &syn::Type| setters::last(aliases::expanded(ty, context)) == "String";
    let mut texts = branches(item).filter(|(_, ty)| is_text(ty));
    if let (Some((branch, _)), None) = (texts.next(), texts.next()) {
        conversions.push(quote! {
            impl ::std::convert::From<&str> for #ident {
                fn from(value: &str) -> Self {
                    Self::#branch(value.into())
                }
            }
        });
    }
    let runtime = &context.runtime;
    let unknown = unknown(item);
    let reader = match tag {
        Some(tag) => Some(tagged(tag, item, &unknown, context)),
        None => untagged(item, &unknown, context),
    };
    let attributes = if reader.is_some() {
        let serde = context.serde_path();
        quote! {
            #[derive(Debug, Clone, PartialEq, serde::Serialize)]
            #[serde(crate = #serde)]
        }
    } else {
        attributes
    };
    Ok(quote! {
        #docs
        #deprecated
        #attributes
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            /// A value that fits no branch that the document knows.
            #unknown(#runtime::ext::serde_json::Value),
        }
        #(#conversions)*
        #reader
    })
}

/// Reads the branch that the tag names, whatever fits the others. Where branches have no value of
/// their own, or may be without the tag, the one of them is read that keeps most of the value; what
/// no branch knows is kept as it came.
fn tagged(
    tag: &Tag,
    item: &syn::ItemEnum,
    unknown: &syn::Ident,
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let property = &tag.property;
    let arms = tag.values.iter().filter_map(|(value, branch)| {
        let variant = item.variants.iter().find(|variant| match &variant.fields {
            syn::Fields::Unnamed(fields) => fields.unnamed.iter().any(|field| names(&field.ty, branch)),
            _ => false,
        })?;
        let variant = &variant.ident;
        Some(quote! { ::std::option::Option::Some(#value) => #runtime::branch(value, Self::#variant), })
    });
    let is_untold = |ty: &syn::Type| !tag.values.iter().any(|(_, branch)| names(ty, branch));
    let untold: Vec<_> = branches(item).filter(|(_, ty)| is_untold(ty)).collect();
    let without = branches(item).filter(|(_, ty)| is_untold(ty) || may_lack(ty, property, context));
    let without: Vec<_> = without.collect();
    let none = (without.len() > untold.len()).then(|| {
        let chosen = choice(without.into_iter(), unknown, context);
        quote! { ::std::option::Option::None => #chosen, }
    });
    let others = if untold.is_empty() {
        quote! { ::std::result::Result::Ok(Self::#unknown(value)) }
    } else {
        choice(untold.into_iter(), unknown, context)
    };
    let body = quote! {
        match #runtime::tag(&value, #property).as_deref() {
            #(#arms)*
            #none
            _ => #others,
        }
    };
    reader(item, &body, context)
}

/// Reads the branch that keeps most; nothing where a branch holds another number of values than one.
fn untagged(
    item: &syn::ItemEnum,
    unknown: &syn::Ident,
    context: &Context<'_>,
) -> Option<TokenStream> {
    let single = |variant: &syn::Variant| matches!(&variant.fields, syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1);
    if !item.variants.iter().all(single) {
        return None;
    }
    let body = choice(branches(item), unknown, context);
    Some(reader(item, &body, context))
}

/// Whether a branch is an object that need not have a property.
fn may_lack(ty: &syn::Type, property: &str, context: &Context<'_>) -> bool {
    let named = |planned: &&Type| names(ty, &planned.name);
    match context
        .plan
        .types
        .iter()
        .find(named)
        .map(|planned| &planned.shape)
    {
        Some(Shape::Object { fields }) => !fields
            .iter()
            .any(|field| field.wire == property && field.required),
        _ => false,
    }
}

/// Reads a `value` as one of these branches.
fn choice<'a>(
    branches: impl Iterator<Item = (&'a syn::Ident, &'a syn::Type)>,
    unknown: &syn::Ident,
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let branches = branches.map(|(variant, ty)| match union(ty, context) {
        // A union takes any value, as an unknown one: another branch may know it.
        Some((read, union)) => {
            let (ident, unknown) = (&union.ident, self::unknown(union));
            quote! {
                |value| #runtime::known(value, |read| !matches!(#read, #ident::#unknown(_)), Self::#variant)
            }
        }
        None => quote! { |value| #runtime::fitting(value, Self::#variant) },
    });
    quote! {
        ::std::result::Result::Ok(#runtime::choose(value, &[#(#branches),*], Self::#unknown))
    }
}

/// The branch that keeps what fits no other.
fn unknown(item: &syn::ItemEnum) -> syn::Ident {
    let idents: Vec<syn::Ident> = item
        .variants
        .iter()
        .map(|variant| variant.ident.clone())
        .collect();
    enums::others(&idents)
}

/// The union that a branch is, be it in a box, and how it is seen in a `read` value of the branch.
fn union<'a>(
    ty: &'a syn::Type,
    context: &'a Context<'_>,
) -> Option<(TokenStream, &'a syn::ItemEnum)> {
    let (ty, read) = match setters::parameters(ty).as_slice() {
        [boxed] if setters::last(ty) == "Box" => (*boxed, quote!(**read)),
        _ => (ty, quote!(*read)),
    };
    let name = aliases::expanded(ty, context).to_token_stream().to_string();
    let union = context.generated.enumeration(&name)?;
    Some((read, union))
}

/// What reads the union from a `value`.
fn reader(item: &syn::ItemEnum, body: &TokenStream, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let ident = &item.ident;
    quote! {
        impl<'de> serde::Deserialize<'de> for #ident {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let value = #runtime::ext::serde_json::Value::deserialize(deserializer)?;
                #body
            }
        }
    }
}

/// Whether the type is this one, boxed or not.
fn names(ty: &syn::Type, name: &str) -> bool {
    let inner = setters::parameters(ty);
    setters::last(ty) == name || inner.iter().any(|inner| names(inner, name))
}

/// The branches that hold one value each, with its type.
fn branches(item: &syn::ItemEnum) -> impl Iterator<Item = (&syn::Ident, &syn::Type)> {
    let variants = item.variants.iter();
    variants.filter_map(|variant| match &variant.fields {
        syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            Some((&variant.ident, &fields.unnamed[0].ty))
        }
        _ => None,
    })
}

/// Into an enum from the type of each branch, where no other branch has that type.
pub(super) fn conversions<'a>(
    to: &syn::Ident,
    branches: impl Iterator<Item = (&'a syn::Ident, &'a syn::Type)>,
    context: &Context<'_>,
) -> Vec<TokenStream> {
    let unfolded = branches.map(|(branch, ty)| (branch, ty, aliases::unfolded(ty, context)));
    let branches: Vec<_> = unfolded.collect();
    let alone = branches.iter().filter(|(_, _, ty)| {
        let same = branches.iter().filter(|(_, _, other)| other == ty);
        same.count() == 1
    });
    let conversion = |(branch, ty, _): &(_, _, String)| {
        quote! {
            impl ::std::convert::From<#ty> for #to {
                fn from(value: #ty) -> Self {
                    Self::#branch(value)
                }
            }
        }
    };
    alone.map(conversion).collect()
}

/// A composition that the generator made a struct of.
fn opaque(planned: &Type, context: &Context<'_>) -> Result<TokenStream, String> {
    let name = &planned.name;
    let mut item = context
        .generated
        .structure(name)
        .ok_or_else(|| format!("the generator made no type `{name}`"))?
        .clone();
    let serde = |attribute: &syn::Attribute| attribute.path().is_ident("serde");
    item.attrs.retain(serde);
    let docs = docs::doc(&planned.docs, &format!("`{name}`."));
    let attributes = context.wire_attributes(&[]);
    Ok(quote! { #docs #attributes #item })
}

fn spelled(ty: &syn::Type) -> String {
    let text = ty.to_token_stream().to_string().replace(' ', "");
    format!("`{text}`")
}
