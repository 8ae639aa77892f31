//! Lists that come in pages: a stream beside the call of one page.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{
    Context,
    calls::{Argument, OptionFields},
    docs,
    objects::{self, Presence},
};
use crate::plan::{Chain, Operation, Pagination, Shape, Type};

/// The method that streams the pages.
pub(super) fn method(
    operation: &Operation,
    pagination: &Pagination,
    arguments: &[Argument],
    fields: &OptionFields,
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let ident = format_ident!("{}", operation.name);
    let pages = format_ident!("{}", pagination.method);
    let page = format_ident!("{}", pagination.page);
    let declared = arguments
        .iter()
        .map(|Argument { ident, ty, .. }| quote! { #ident: #ty });
    let kept = arguments
        .iter()
        .filter(|argument| !argument.copied)
        .map(|argument| {
            let ident = &argument.ident;
            quote! { let #ident = #ident.to_owned(); }
        });
    let passed = arguments.iter().map(|argument| {
        let ident = &argument.ident;
        match (argument.copied, ident == "options") {
            (true, _) => quote!(#ident),
            (false, true) => quote!(&next),
            (false, false) => quote!(&#ident),
        }
    });
    let field = |wire: &str| fields.ident(wire);
    let single = pagination.limit.as_deref().map(field);
    let single = single.map(|limit| {
        quote! { if options.#limit == ::std::option::Option::Some(0) { #runtime::page::Direction::Stay } else }
    });
    let before = pagination
        .before
        .as_ref()
        .map(|chain| field(&chain.parameter));
    let backward = before.as_ref().map(|before| {
        quote! { if options.#before.is_some() { #runtime::page::Direction::Backward } else }
    });
    let after = pagination
        .after
        .as_ref()
        .map(|chain| field(&chain.parameter));
    let steps = [
        (after, format_ident!("Forward")),
        (before, format_ident!("Backward")),
    ];
    let steps = steps.into_iter().filter_map(|(parameter, direction)| {
        let parameter = parameter?;
        Some(quote! { #runtime::page::Direction::#direction => next.#parameter = cursor, })
    });
    let deprecated = docs::deprecated(operation.deprecated);
    let about = format!(" The pages of [`Self::{ident}`], from the one asked for to the last.");
    quote! {
        #[doc = #about]
        #deprecated
        pub fn #pages(&self, #(#declared),*) -> #runtime::page::BoxStream<types::#page> {
            let client = self.clone();
            #(#kept)*
            let direction = #single #backward { #runtime::page::Direction::Forward };
            #runtime::page::pages(direction, move |cursor| {
                let mut next = options.clone();
                if cursor.is_some() {
                    match direction {
                        #(#steps)*
                        _ => {}
                    }
                }
                client.#ident(#(#passed),*)
            })
        }
    }
}

/// What makes the answer a page.
pub(super) fn page(pagination: &Pagination, context: &Context<'_>) -> Result<TokenStream, String> {
    let runtime = &context.runtime;
    let planned = context
        .plan
        .types
        .iter()
        .find(|planned| planned.name == pagination.page);
    let planned = planned.ok_or_else(|| format!("no type `{}` is planned", pagination.page))?;
    let fields = Fields::of(planned, context)?;
    let ident = format_ident!("{}", pagination.page);
    let (items, item) = fields.items(&pagination.items)?;
    let steps = [
        (&pagination.after, "Forward"),
        (&pagination.before, "Backward"),
    ];
    let steps = steps.into_iter().filter_map(|(chain, direction)| {
        let Chain { next, .. } = chain.as_ref()?;
        let direction = format_ident!("{direction}");
        let value = fields.text(next);
        Some(quote! { #runtime::page::Direction::#direction => #value, })
    });
    Ok(quote! {
        impl #runtime::page::Page for #ident {
            type Item = #item;

            fn next(&self, direction: #runtime::page::Direction) -> ::std::option::Option<::std::string::String> {
                match direction {
                    #(#steps)*
                    _ => ::std::option::Option::None,
                }
            }

            fn into_items(self) -> ::std::vec::Vec<Self::Item> {
                #items
            }
        }
    })
}

struct Fields<'a>(Vec<objects::Refined<'a>>);

impl<'a> Fields<'a> {
    fn of(planned: &'a Type, context: &Context<'_>) -> Result<Self, String> {
        match &planned.shape {
            Shape::Object { fields } => objects::refined(planned, fields, context).map(Self),
            _ => Err(format!("`{}` is no object", planned.name)),
        }
    }

    fn find(&self, wire: &str) -> Option<&objects::Refined<'a>> {
        self.0.iter().find(|field| field.field.wire == wire)
    }

    /// The list as a vector, and the type of its elements.
    fn items(&self, wire: &str) -> Result<(TokenStream, syn::Type), String> {
        let field = self
            .find(wire)
            .ok_or_else(|| format!("no field `{wire}` is planned"))?;
        let ident = &field.ident;
        let item = super::setters::parameters(&field.value)
            .first()
            .map(|item| (*item).clone());
        let item = item.ok_or_else(|| format!("the field `{wire}` is no list"))?;
        let value = match field.presence {
            Presence::Value => quote!(self.#ident),
            Presence::Nullable | Presence::Optional => quote!(self.#ident.unwrap_or_default()),
            Presence::Patch => quote!(self.#ident.into_value().unwrap_or_default()),
        };
        Ok((value, item))
    }

    /// A text, if there is one.
    fn text(&self, wire: &str) -> TokenStream {
        let Some(field) = self.find(wire) else {
            return quote!(::std::option::Option::None);
        };
        let ident = &field.ident;
        match field.presence {
            Presence::Value => quote!(::std::option::Option::Some(self.#ident.clone())),
            Presence::Nullable | Presence::Optional => quote!(self.#ident.clone()),
            Presence::Patch => quote!(self.#ident.value().cloned()),
        }
    }
}
