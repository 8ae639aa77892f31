//! Names for the branches of unions. The generator names all by what they hold or, where it finds
//! no name for one of them, none: each of these gets a name of its own, in the generator's words.

use std::collections::BTreeMap;

use quote::format_ident;

use super::{enums, generated::Generated, setters};
use crate::{
    names::{self, Scope},
    plan::{Plan, Shape, Type},
};

/// What a title may be long, in letters: longer ones are sentences.
const LONGEST: usize = 30;

/// What stands before the number of a branch that has no name.
const NUMBERED: &str = "Variant";

/// Names the branches that have numbers alone, or the name of the union in theirs.
pub(super) fn name(generated: &mut Generated, plan: &Plan) {
    let types = plan.types.iter();
    let types: BTreeMap<&str, &Type> = types.map(|one| (one.name.as_str(), one)).collect();
    for item in generated.enumerations_mut() {
        let union = item.ident.to_string();
        let is_nameless = |variant: &syn::Variant| {
            let name = variant.ident.to_string();
            let own = name.strip_prefix(&union);
            let longer = own.is_some_and(|own| own.starts_with(|c: char| c.is_ascii_uppercase()));
            variant.fields.len() == 1 && (longer || is_numbered(own.unwrap_or(&name)))
        };
        if !item.variants.iter().any(is_nameless) {
            continue;
        }
        let titles = match types.get(union.as_str()).map(|one| &one.shape) {
            Some(Shape::Union { titles, .. }) if titles.len() == item.variants.len() => titles,
            _ => continue,
        };
        let known = item.variants.iter().zip(titles).map(|(variant, title)| {
            if !is_nameless(variant) {
                return vec![variant.ident.to_string()];
            }
            let held = variant.fields.iter();
            let held = held.flat_map(|field| words(&field.ty, &union, &types));
            let title = title.as_deref().and_then(|title| short(title, &union));
            let names = title.into_iter().chain(held);
            // Whatever else there is to say, this is its own.
            names.chain([variant.ident.to_string()]).collect()
        });
        let chosen = chosen(known.collect());
        for (variant, name) in item.variants.iter_mut().zip(chosen) {
            variant.ident = format_ident!("{name}");
        }
    }
}

/// Of the names of each branch the first that no other branch has, else one with a number.
fn chosen(mut known: Vec<Vec<String>>) -> Vec<String> {
    loop {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for names in &known {
            *counts.entry(names[0].clone()).or_default() += 1;
        }
        let mut changed = false;
        for names in &mut known {
            if counts[&names[0]] > 1 && names.len() > 1 {
                names.remove(0);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut scope = Scope::default();
    known.iter().map(|names| scope.claim(&names[0])).collect()
}

/// Whether a name says no more than which branch it is.
fn is_numbered(name: &str) -> bool {
    let number = name.strip_prefix(NUMBERED);
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
    })
}

/// What a type may be called in a union, the best name first.
fn words(ty: &syn::Type, union: &str, types: &BTreeMap<&str, &Type>) -> Vec<String> {
    let last = setters::last(ty);
    let inner = setters::parameters(ty);
    if let syn::Type::Path(path) = ty
        && path.path.get_ident().is_some()
        && let Some(planned) = types.get(last.as_str())
    {
        return of_named(planned, union);
    }
    let of = |role: &str, kind: &str| {
        let element = inner.last().map(|element| words(element, union, types));
        let element = element.and_then(|words| words.into_iter().next());
        let longer = element.map(|element| format!("{element}{kind}"));
        std::iter::once(role.to_owned()).chain(longer).collect()
    };
    let word = match last.as_str() {
        "Box" | "Option" => {
            return inner
                .last()
                .map_or_else(Vec::new, |inner| words(inner, union, types));
        }
        "Vec" => return of("Array", "Array"),
        "BTreeMap" => return of("Object", "Map"),
        "String" => "String",
        "bool" => "Boolean",
        "f32" | "f64" => "Number",
        "NaiveDate" => "Date",
        "DateTime" => "DateTime",
        "Secret" => "Secret",
        "Map" => "Object",
        "Value" => "Any",
        integer if integer.starts_with(['i', 'u']) => "Integer",
        _ => return Vec::new(),
    };
    vec![word.to_owned()]
}

/// The name of a type without that of the union; of one that has none of its own, what it is.
fn of_named(planned: &Type, union: &str) -> Vec<String> {
    let name = &planned.name;
    let own = name.strip_prefix(union).unwrap_or(name);
    if !own.starts_with(NUMBERED) {
        let is_name = own.starts_with(|c: char| c.is_ascii_uppercase());
        let own = is_name.then(|| own.to_owned());
        return own.into_iter().chain([name.clone()]).collect();
    }
    let kind = match &planned.shape {
        Shape::Object { .. } => Some("Object".to_owned()),
        Shape::Enumeration { variants, .. } => match enums::idents(variants).as_slice() {
            [only] => Some(only.to_string()),
            _ => Some("Enum".to_owned()),
        },
        Shape::Union { .. } | Shape::Alias { .. } => None,
    };
    kind.into_iter().collect()
}

/// A title as a name, without that of the union.
fn short(title: &str, union: &str) -> Option<String> {
    let name = names::type_name(title);
    let own = name.strip_prefix(union).unwrap_or(&name);
    let is_name = own.starts_with(|c: char| c.is_ascii_uppercase());
    let name = if is_name { own } else { &name };
    (name.len() <= LONGEST && name != "Type").then(|| name.to_owned())
}
