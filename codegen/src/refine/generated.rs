//! Reads the generator's output: its types by name, and the carrier of each operation's method.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    parse::Parse,
    visit_mut::{self, VisitMut},
};

use super::items::items;

/// What the generator made.
#[derive(Default)]
pub(crate) struct Generated {
    structs: BTreeMap<String, syn::ItemStruct>,
    enums: BTreeMap<String, syn::ItemEnum>,
    /// Method name → name of the type of its body.
    methods: BTreeMap<String, String>,
}

/// The types of an operation, by property of its carrier.
pub(super) struct Carrier<'a> {
    method: String,
    types: BTreeMap<String, &'a syn::Type>,
}

impl<'a> Carrier<'a> {
    pub(super) fn get(&self, key: &str) -> Result<&'a syn::Type, String> {
        let ty = self.types.get(key).copied();
        ty.ok_or_else(|| format!("the carrier of `{}` has no `{key}`", self.method))
    }
}

impl Generated {
    pub(super) fn read(tokens: TokenStream, runtime: &syn::Path) -> Result<Self, String> {
        let mut generated = Self::default();
        for item in items(tokens) {
            if item.keyword() == "mod" && item.is_of(&["types"]) {
                generated.types(item.content(), runtime)?;
            } else if item.keyword() == "impl" && item.is_of(&["Client"]) {
                generated.methods(item.content())?;
            }
        }
        if generated.structs.is_empty()
            && generated.enums.is_empty()
            && !generated.methods.is_empty()
        {
            return Err("the generator made methods without types".to_owned());
        }
        Ok(generated)
    }

    fn types(&mut self, module: TokenStream, runtime: &syn::Path) -> Result<(), String> {
        let mut roots = Roots { runtime };
        for item in items(module) {
            match item.keyword() {
                "struct" => {
                    let mut item: syn::ItemStruct = parse(item.whole())?;
                    roots.visit_item_struct_mut(&mut item);
                    self.structs.insert(item.ident.to_string(), item);
                }
                "enum" => {
                    let mut item: syn::ItemEnum = parse(item.whole())?;
                    roots.visit_item_enum_mut(&mut item);
                    self.enums.insert(item.ident.to_string(), item);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn methods(&mut self, block: TokenStream) -> Result<(), String> {
        for method in items(block) {
            if method.keyword() != "async" {
                continue;
            }
            let signature: syn::Signature = parse(method.head())?;
            let body = signature.inputs.iter().find_map(|input| match input {
                syn::FnArg::Typed(input) => named(&input.ty),
                syn::FnArg::Receiver(_) => None,
            });
            if let Some(body) = body {
                self.methods.insert(signature.ident.to_string(), body);
            }
        }
        Ok(())
    }

    pub(super) fn structure(&self, name: &str) -> Option<&syn::ItemStruct> {
        self.structs.get(name)
    }

    pub(super) fn enumeration(&self, name: &str) -> Option<&syn::ItemEnum> {
        self.enums.get(name)
    }

    pub(super) fn enumerations_mut(&mut self) -> impl Iterator<Item = &mut syn::ItemEnum> {
        self.enums.values_mut()
    }

    pub(super) fn is_type(&self, name: &str) -> bool {
        self.structs.contains_key(name) || self.enums.contains_key(name)
    }

    /// The types of a method's carrier, by property.
    pub(super) fn carrier(&self, method: &str) -> Result<Carrier<'_>, String> {
        let name = self
            .methods
            .get(method)
            .ok_or_else(|| format!("the generator made no method `{method}`"))?;
        Ok(Carrier {
            method: method.to_owned(),
            types: self.fields(name)?,
        })
    }

    /// The types of a struct's fields, by name on the wire.
    pub(super) fn fields(&self, name: &str) -> Result<BTreeMap<String, &syn::Type>, String> {
        let item = self
            .structure(name)
            .ok_or_else(|| format!("the generator made no struct `{name}`"))?;
        let fields = item.fields.iter().filter_map(|field| {
            let ident = field.ident.as_ref()?.to_string();
            let wire = serde_value(&field.attrs, "rename");
            let wire = wire.unwrap_or_else(|| ident.trim_start_matches("r#").to_owned());
            Some((wire, &field.ty))
        });
        Ok(fields.collect())
    }
}

/// Whether a field takes what no other field names.
pub(super) fn is_flattened(field: &syn::Field) -> bool {
    serde_text(&field.attrs).contains("flatten")
}

fn serde_text(attributes: &[syn::Attribute]) -> String {
    let serde = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"));
    serde
        .map(|attribute| attribute.meta.to_token_stream().to_string())
        .collect()
}

/// The text of `key = "…"` among the serde attributes.
fn serde_value(attributes: &[syn::Attribute], key: &str) -> Option<String> {
    let mut found = None;
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        // Attributes without a value end the parse early, which loses nothing that is asked for:
        // the generator writes `rename` first.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident(key) {
                found = Some(meta.value()?.parse::<syn::LitStr>()?.value());
            }
            Ok(())
        });
    }
    found
}

fn parse<T: Parse>(tokens: TokenStream) -> Result<T, String> {
    syn::parse2(tokens).map_err(|error| format!("what the generator made does not parse: {error}"))
}

/// `types::Name` behind a reference.
fn named(ty: &syn::Type) -> Option<String> {
    match ty {
        syn::Type::Reference(reference) => named(&reference.elem),
        syn::Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

/// Points the paths of external crates at the runtime's re-exports, so that
/// whoever compiles the result needs no dependency but the runtime.
struct Roots<'a> {
    runtime: &'a syn::Path,
}

impl VisitMut for Roots<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        let root = path
            .segments
            .first()
            .map(|segment| segment.ident.to_string());
        let external = root.is_some_and(|root| {
            ["serde", "serde_json", "chrono", "uuid", "regress"].contains(&root.as_str())
        });
        if external && path.segments.len() > 1 {
            let mut rooted = self.runtime.clone();
            rooted.segments.push(syn::parse_quote!(ext));
            rooted.segments.extend(std::mem::take(&mut path.segments));
            *path = rooted;
        }
    }
}
