//! What requests must keep to, as statics that the operations refer to. They are private:
//! users meet the rules in errors alone.

use std::collections::BTreeMap;

use heck::ToShoutySnakeCase;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::Context;
use crate::{
    names::{self, Scope},
    plan::{Operation, Plan, Rule},
};

/// The names of the statics.
pub(super) struct Statics {
    /// By the name of the schema whose rules they are.
    rules: BTreeMap<String, syn::Ident>,
    /// By the text of the pattern. A pattern is compiled once, for which it needs a place of its own.
    patterns: BTreeMap<String, syn::Ident>,
}

impl Statics {
    pub(super) fn of(plan: &Plan) -> Self {
        // The facts of an operation are a static too, and hide one of the module with their name.
        let mut scope = Scope::reserving(&["OPERATION", "SERVERS"]);
        let mut claim = |name: &str| format_ident!("{}", scope.claim(&name.to_shouty_snake_case()));
        let rules = plan.rules.keys();
        let rules = rules
            .map(|name| (name.clone(), claim(&names::type_name(name))))
            .collect();
        let mut patterns = BTreeMap::new();
        for rule in all(plan) {
            rule.walk(&mut |rule| {
                if let Rule::Pattern(text) = rule {
                    patterns
                        .entry(text.clone())
                        .or_insert_with(|| claim("pattern"));
                }
            });
        }
        Self { rules, patterns }
    }
}

/// Every rule of the plan that stands in no other.
fn all(plan: &Plan) -> impl Iterator<Item = &Rule> {
    let parameters = plan
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters);
    let bodies = plan.operations.iter().flat_map(Operation::bodies);
    let named = plan.rules.values().flatten();
    named
        .chain(parameters.flat_map(|parameter| &parameter.rules))
        .chain(bodies.flat_map(|body| &body.rules))
}

/// The statics themselves.
pub(super) fn statics(context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let patterns = context.statics.patterns.iter().map(|(text, ident)| {
        quote! { static #ident: #runtime::Pattern = #runtime::Pattern::new(#text); }
    });
    let rules = context.statics.rules.iter().map(|(name, ident)| {
        let rules = list(&context.plan.rules[name], context);
        quote! { static #ident: #runtime::Rules = #rules; }
    });
    quote! { #(#patterns)* #(#rules)* }
}

/// The rules of an operation, among its facts.
pub(super) fn of_operation(operation: &Operation, context: &Context<'_>) -> TokenStream {
    let with_rules = operation
        .parameters
        .iter()
        .filter(|parameter| !parameter.rules.is_empty());
    let parameters: Vec<TokenStream> = with_rules
        .map(|parameter| {
            let (place, name) = (parameter.location.place(), &parameter.wire);
            let rules = reference(&parameter.rules, context);
            quote! { (#place, #name, #rules) }
        })
        .collect();
    let parameters =
        (!parameters.is_empty()).then(|| quote! { .parameter_rules(&[#(#parameters),*]) });
    let body = operation.bodies().find(|body| !body.rules.is_empty());
    let body = body.map(|body| {
        let rules = reference(&body.rules, context);
        quote! { .body_rules(#rules) }
    });
    quote! { #parameters #body }
}

/// A reference to the rules: to a schema's own where they are no more than those.
fn reference(rules: &[Rule], context: &Context<'_>) -> TokenStream {
    if let [Rule::Named(name)] = rules {
        let ident = &context.statics.rules[name];
        return quote! { &#ident };
    }
    let rules = list(rules, context);
    quote! { &#rules }
}

fn list(rules: &[Rule], context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let rules = rules.iter().map(|rule| {
        let rule = one(rule, context);
        quote! { #runtime::Rule::#rule }
    });
    quote! { #runtime::Rules::new(&[#(#rules),*]) }
}

fn one(rule: &Rule, context: &Context<'_>) -> TokenStream {
    match rule {
        Rule::Number(rule, number) => {
            let rule = format_ident!("{rule}");
            quote! { #rule(#number) }
        }
        Rule::Count(rule, count) => {
            let (rule, count) = (format_ident!("{rule}"), Literal::u64_unsuffixed(*count));
            quote! { #rule(#count) }
        }
        Rule::Pattern(text) => {
            let ident = &context.statics.patterns[text];
            quote! { Pattern(&#ident) }
        }
        Rule::UniqueItems => quote! { UniqueItems },
        Rule::Items(rules) => {
            let rules = reference(rules, context);
            quote! { Items(#rules) }
        }
        Rule::Property(name, rules) => {
            let rules = reference(rules, context);
            quote! { Property(#name, #rules) }
        }
        Rule::Others(known, rules) => {
            let rules = reference(rules, context);
            quote! { Others(&[#(#known),*], #rules) }
        }
        Rule::Named(name) => {
            let ident = &context.statics.rules[name];
            quote! { All(&#ident) }
        }
    }
}
