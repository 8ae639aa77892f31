//! The public items of a generated module: a diff of two listings is what a change does to users.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::ParseStream;

/// One line an item, sorted.
pub(crate) fn listing(file: &syn::File) -> String {
    let mut lines = Vec::new();
    items(&file.items, "", &mut lines);
    lines.sort();
    let mut listing = lines.join("\n");
    listing.push('\n');
    listing
}

fn items(items_: &[syn::Item], module: &str, lines: &mut Vec<String>) {
    for item in items_ {
        match item {
            syn::Item::Mod(item) if is_public(&item.vis) => {
                let inner = item.content.as_ref().map(|(_, items)| items.as_slice());
                items(
                    inner.unwrap_or_default(),
                    &format!("{module}{}::", item.ident),
                    lines,
                );
            }
            syn::Item::Const(item) if is_public(&item.vis) => {
                lines.push(format!("{module}{}: {}", item.ident, text(&item.ty)));
            }
            syn::Item::Type(item) if is_public(&item.vis) => {
                lines.push(format!("{module}{} = {}", item.ident, text(&item.ty)));
            }
            syn::Item::Struct(item) if is_public(&item.vis) => structure(item, module, lines),
            syn::Item::Enum(item) if is_public(&item.vis) => {
                for variant in &item.variants {
                    let (name, fields) = (&variant.ident, text(&variant.fields));
                    lines.push(format!("{module}{}::{name}{fields}", item.ident));
                }
            }
            syn::Item::Impl(item) => implementation(item, module, lines),
            syn::Item::Macro(item) => lines.push(format!("{module}{}", macro_text(item))),
            _ => {}
        }
    }
}

fn structure(item: &syn::ItemStruct, module: &str, lines: &mut Vec<String>) {
    lines.push(format!("{module}{}", item.ident));
    for (index, field) in item.fields.iter().enumerate() {
        if is_public(&field.vis) {
            let name = field
                .ident
                .as_ref()
                .map_or_else(|| index.to_string(), ToString::to_string);
            lines.push(format!(
                "{module}{}.{name}: {}",
                item.ident,
                text(&field.ty)
            ));
        }
    }
}

fn implementation(item: &syn::ItemImpl, module: &str, lines: &mut Vec<String>) {
    let owner = text(&item.self_ty);
    if let Some(implemented) = &item.trait_ {
        let implemented = text(&implemented.0);
        // Every type is read from the wire, be it by a derived reader or one of its own.
        if !implemented.contains("serde::Deserialize<") {
            lines.push(format!("{module}{owner}: {implemented}"));
        }
        return;
    }
    for member in &item.items {
        if let syn::ImplItem::Fn(method) = member
            && is_public(&method.vis)
        {
            let signature = &method.sig;
            let (name, inputs, output) = (&signature.ident, &signature.inputs, &signature.output);
            let tokens = quote! { #name(#inputs) #output };
            lines.push(format!("{module}{owner}::{}", text(&tokens)));
        }
    }
}

/// The open and closed enums are written as macros: name and variants, without their docs.
fn macro_text(item: &syn::ItemMacro) -> String {
    let parse = |input: ParseStream<'_>| {
        let declared: syn::ItemEnum = input.parse()?;
        let other: Option<syn::Token![else]> = input.parse()?;
        let other: Option<syn::Ident> = other.map(|_| input.parse()).transpose()?;
        Ok((declared, other))
    };
    let Ok((declared, other)) = item.mac.parse_body_with(parse) else {
        return text(&item.mac);
    };
    let kind = item
        .mac
        .path
        .segments
        .last()
        .map(|last| last.ident.to_string())
        .unwrap_or_default();
    let variants: Vec<String> = declared
        .variants
        .iter()
        .map(|variant| {
            let value = variant.discriminant.as_ref().map(|(_, value)| text(value));
            format!("{} = {}", variant.ident, value.unwrap_or_default())
        })
        .collect();
    let (name, variants) = (declared.ident, variants.join(", "));
    match other {
        // What keeps all other values has another name than usual.
        Some(other) => format!("{name} ({kind}, else {other}): {variants}"),
        None => format!("{name} ({kind}): {variants}"),
    }
}

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

/// Tokens as one would write them, without the standard library's prefixes.
fn text(tokens: &impl ToTokens) -> String {
    let tokens: TokenStream = tokens.to_token_stream();
    let mut text = tokens.to_string();
    for module in ["string", "option", "vec", "convert", "collections", "iter"] {
        text = text.replace(&format!(":: std :: {module} :: "), "");
    }
    for (from, to) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        ("& ", "&"),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        ("=(", "= ("),
        (" )", ")"),
        (" : ", ": "),
        // What stands on a line of its own ends in a comma.
        (",>", ">"),
        (",)", ")"),
    ] {
        text = text.replace(from, to);
    }
    text
}
