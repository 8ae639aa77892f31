//! The client: one method per operation, each a description of the call that the runtime makes.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::visit_mut::{self, VisitMut};

use super::{Context, aliases, answers, bodies, docs, generated::Carrier, pages, rules, setters};
use crate::{
    names::{self, Scope},
    plan::{Content, Location, Operation, Parameter, Style},
};

/// The media type that goes without saying.
pub(super) const JSON: &str = "application/json";

pub(super) fn client(context: &Context<'_>) -> Result<TokenStream, String> {
    let runtime = &context.runtime;
    let plan = context.plan;
    let methods: Vec<TokenStream> = plan
        .operations
        .iter()
        .map(|operation| method(operation, context))
        .collect::<Result<_, _>>()?;
    let title = format!(" Client of {}.", plan.title);
    let said = [plan.docs.clone(), docs::credentials::of(&plan.credentials)];
    let said = said.into_iter().filter(|said| !said.is_empty());
    let about = said.map(|said| {
        let lines = docs::doc(&said, "");
        quote! { #[doc = ""] #lines }
    });
    let urls = plan.servers.iter().map(|server| &server.url);
    let servers = docs::doc(&docs::servers::of(&plan.servers), "");
    let allowed = docs::allowed();
    Ok(quote! {
        #servers
        #allowed
        pub const SERVERS: &[&str] = &[#(#urls),*];

        #[doc = #title]
        #(#about)*
        #allowed
        #[derive(Debug, Clone)]
        pub struct Client {
            runtime: #runtime::Client,
        }

        #allowed
        impl Client {
            /// The client over a configured runtime.
            pub fn new(runtime: #runtime::Client) -> Self {
                Self { runtime }
            }

            /// The runtime, for calls that the document does not know.
            pub fn runtime(&self) -> &#runtime::Client {
                &self.runtime
            }

            #(#methods)*
        }
    })
}

fn method(operation: &Operation, context: &Context<'_>) -> Result<TokenStream, String> {
    let runtime = &context.runtime;
    let carrier = context.generated.carrier(&operation.name)?;
    let mut scope = Scope::reserving(&["options", "body", "self"]);
    if operation.pagination.is_some() {
        // What the method of the pages calls its own.
        for name in ["client", "next", "direction", "cursor"] {
            scope.claim(name);
        }
    }
    let (mut arguments, mut steps) = (Vec::new(), Vec::new());
    let mut told = Vec::new();
    for (name, value) in &operation.fixed {
        steps.push(quote! { .query(#name, #value) });
    }
    let options = context
        .plan
        .types
        .iter()
        .find(|planned| Some(&planned.name) == operation.options.as_ref());
    let fields = OptionFields::of(options, context);
    for parameter in &operation.parameters {
        let value = if parameter.required {
            let ident = format_ident!("{}", scope.claim(&names::value_name(&parameter.wire)));
            let ty = argument(carrier.get(&parameter.key)?, context);
            let ty = if parameter.nullable {
                quote!(::std::option::Option<#ty>)
            } else {
                ty
            };
            told.push((ident.to_string(), parameter));
            arguments.push(Argument::new(ident.clone(), ty));
            quote! { #ident }
        } else {
            let field = fields.ident(&parameter.key);
            quote! { &options.#field }
        };
        steps.push(parameter_step(parameter, &value, runtime));
    }
    for names in &operation.exclusive {
        steps.push(quote! { .exclusive(&[#(#names),*]) });
    }
    if let Some(body) = &operation.body {
        let ty = bodies::argument(operation, body, &carrier, context)?;
        arguments.push(Argument::new(format_ident!("body"), ty));
        steps.push(bodies::step(operation, body, runtime));
    }
    if let Some(options) = &operation.options {
        let options = format_ident!("{options}");
        arguments.push(Argument::new(
            format_ident!("options"),
            quote!(&types::#options),
        ));
    }
    let (output, decode) = match &operation.answers {
        Some(answers) => {
            let ident = format_ident!("{answers}");
            (quote!(types::#ident), answers::reader(answers, operation))
        }
        None => {
            let (output, decode) = output(operation, &carrier, context)?;
            (output, quote!(.#decode()))
        }
    };
    let facts = facts(operation, context);
    let ident = format_ident!("{}", operation.name);
    let docs = docs::doc(&docs::methods::of(operation, &told, &carrier, context), "");
    let deprecated = docs::deprecated(operation.deprecated);
    let declared = arguments
        .iter()
        .map(|Argument { ident, ty, .. }| quote! { #ident: #ty });
    let pages = operation.pagination.iter();
    let pages =
        pages.map(|pagination| pages::method(operation, pagination, &arguments, &fields, context));
    Ok(quote! {
        #docs
        #deprecated
        pub fn #ident(&self, #(#declared),*) -> #runtime::Call<#output> {
            #facts
            self.runtime.request(&OPERATION) #(#steps)* #decode
        }

        #(#pages)*
    })
}

/// One argument of a method.
pub(super) struct Argument {
    pub(super) ident: syn::Ident,
    pub(super) ty: TokenStream,
    /// Given by value, and not borrowed.
    pub(super) copied: bool,
}

impl Argument {
    fn new(ident: syn::Ident, ty: TokenStream) -> Self {
        let copied = !ty.to_string().contains('&');
        Self { ident, ty, copied }
    }
}

/// The facts of the operation that the runtime decides by.
fn facts(operation: &Operation, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let (id, method, template) = (&operation.id, &operation.method, &operation.template);
    let own = &operation.servers;
    let servers = (!own.is_empty()).then(|| quote! { .servers(&[#(#own),*], SERVERS) });
    let idempotent = operation.idempotent.then(|| quote! { .idempotent() });
    let anonymous = operation.anonymous.then(|| quote! { .anonymous() });
    let withheld = &operation.withheld;
    let withheld = (!withheld.is_empty()).then(|| quote! { .without(&[#(#withheld),*]) });
    let request_id = context.plan.request_id.as_ref();
    let request_id = request_id.map(|header| quote! { .request_id(#header) });
    let mut media_types: Vec<&str> = Vec::new();
    for answer in &operation.success {
        let media_type = answer.media_type.as_deref();
        media_types.extend(media_type.filter(|name| !media_types.contains(name)));
    }
    let accept = media_types.join(", ");
    let usual = accept.is_empty() || accept == JSON;
    let accept = (!usual).then(|| quote! { .accept(#accept) });
    let failures: Vec<String> = operation
        .failure
        .iter()
        .map(|answer| answer.status.to_string())
        .collect();
    let rules = rules::of_operation(operation, context);
    quote! {
        static OPERATION: #runtime::Operation =
            #runtime::Operation::new(#id, #method, #template) #servers #idempotent #anonymous #withheld #request_id #accept .failures(&[#(#failures),*]) #rules;
    }
}

fn parameter_step(parameter: &Parameter, value: &TokenStream, runtime: &syn::Path) -> TokenStream {
    let wire = &parameter.wire;
    let place = parameter.location.place();
    // What OpenAPI assumes where nothing is said has the short name.
    if matches!(
        (parameter.style, parameter.location),
        (Style::Simple { explode: false }, _)
            | (
                Style::Form { explode: true },
                Location::Query | Location::Cookie
            )
    ) {
        let place = format_ident!("{place}");
        return quote! { .#place(#wire, #value) };
    }
    let (place, style) = (format_ident!("{place}_as"), style(parameter.style));
    quote! { .#place(#wire, #runtime::Style::#style, #value) }
}

/// A style as the runtime's variant.
pub(super) fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple { explode } => quote! { Simple { explode: #explode } },
        Style::Label { explode } => quote! { Label { explode: #explode } },
        Style::Matrix { explode } => quote! { Matrix { explode: #explode } },
        Style::Form { explode } => quote! { Form { explode: #explode } },
        Style::SpaceDelimited => quote! { SpaceDelimited },
        Style::PipeDelimited => quote! { PipeDelimited },
        Style::DeepObject => quote! { DeepObject },
        Style::Json => quote! { Json },
    }
}

/// What a call yields, and the runtime's word for reading it.
fn output(
    operation: &Operation,
    carrier: &Carrier<'_>,
    context: &Context<'_>,
) -> Result<(TokenStream, syn::Ident), String> {
    let runtime = &context.runtime;
    let Some(answer) = operation.success.first() else {
        return Ok((quote! { () }, format_ident!("empty")));
    };
    match (answer.content, &answer.key) {
        (Content::Empty, _) => Ok((quote! { () }, format_ident!("empty"))),
        (Content::Stream, _) => Ok((quote! { #runtime::Chunks }, format_ident!("chunks"))),
        (Content::Text, _) => Ok((quote! { ::std::string::String }, format_ident!("text"))),
        (Content::Json, Some(key)) => {
            let ty = qualified(carrier.get(key)?, context);
            Ok((quote! { #ty }, format_ident!("json")))
        }
        _ => Ok((
            quote! { #runtime::ext::bytes::Bytes },
            format_ident!("bytes"),
        )),
    }
}

/// The type as an argument: borrowed where that saves the caller a copy.
pub(super) fn argument(ty: &syn::Type, context: &Context<'_>) -> TokenStream {
    let expanded = aliases::expanded(ty, context);
    match setters::last(expanded).as_str() {
        "String" => quote! { &str },
        _ if setters::is_plain(expanded) => quote! { #expanded },
        _ => {
            let ty = qualified(ty, context);
            quote! { &#ty }
        }
    }
}

/// The type as seen from outside the module of types.
fn qualified(ty: &syn::Type, context: &Context<'_>) -> syn::Type {
    struct Qualify<'a>(&'a Context<'a>);

    impl VisitMut for Qualify<'_> {
        fn visit_path_mut(&mut self, path: &mut syn::Path) {
            visit_mut::visit_path_mut(self, path);
            if let Some(ident) = path.get_ident()
                && self.0.generated.is_type(&ident.to_string())
            {
                *path = syn::parse_quote!(types::#ident);
            }
        }
    }

    let mut ty = ty.clone();
    Qualify(context).visit_type_mut(&mut ty);
    ty
}

/// The fields of the options type, named as the struct names them.
pub(super) struct OptionFields(BTreeMap<String, syn::Ident>);

impl OptionFields {
    fn of(options: Option<&crate::plan::Type>, context: &Context<'_>) -> Self {
        let fields = options.and_then(|planned| match &planned.shape {
            crate::plan::Shape::Object { fields } => Some((planned, fields)),
            _ => None,
        });
        let named = fields.into_iter().flat_map(|(planned, fields)| {
            let idents = super::objects::idents(planned, fields, context);
            fields.iter().map(|field| field.wire.clone()).zip(idents)
        });
        Self(named.collect())
    }

    pub(super) fn ident(&self, wire: &str) -> syn::Ident {
        self.0
            .get(wire)
            .cloned()
            .unwrap_or_else(|| format_ident!("{}", names::value_name(wire)))
    }
}
