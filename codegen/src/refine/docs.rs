//! Doc comments and deprecation from the plan.

pub(super) mod credentials;
pub(super) mod methods;
pub(super) mod servers;

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::{plan::Field, signs::is_hidden};

/// The doc comment, or the fallback where the document says nothing.
pub(super) fn doc(text: &str, fallback: &str) -> TokenStream {
    let text = if text.is_empty() { fallback } else { text };
    let lines = text.lines().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote! { #(#[doc = #lines])* }
}

/// What is said of a field, and what stands for it where it is not given.
pub(super) fn of_field(field: &Field) -> String {
    let mut docs = match field.docs.as_str() {
        "" => format!("{}.", code(&field.wire)),
        docs => docs.to_owned(),
    };
    if let Some(value) = &field.default
        && field.default != field.constant
    {
        docs.push_str("\n\n");
        docs.push_str(&default(value));
    }
    docs
}

/// Texts as one paragraph, or as several where one of them has lines of its own.
fn joined(texts: [&str; 3]) -> String {
    let lined = texts.iter().any(|text| text.contains('\n'));
    let mut joined = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !joined.is_empty() {
            let open = joined.ends_with(|c: char| c.is_alphanumeric() || ")`".contains(c));
            joined.push_str(match (lined, open) {
                (true, _) => "\n\n",
                (false, true) => ". ",
                (false, false) => " ",
            });
        }
        joined.push_str(text);
    }
    joined
}

fn default(value: &Value) -> String {
    format!("Default: {}.", code(&spelled(value)))
}

/// A value as JSON writes it, a text as it is.
pub(super) fn spelled(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A text as code.
pub(super) fn code(text: &str) -> String {
    let text = text.replace(char::is_whitespace, " ");
    let text: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    if text.trim().is_empty() {
        return format!("`\"{text}\"`");
    }
    let runs = text.split(|c| c != '`').map(str::len);
    match runs.max() {
        None | Some(0) => format!("`{text}`"),
        Some(longest) => {
            let ticks = "`".repeat(longest + 1);
            format!("{ticks} {text} {ticks}")
        }
    }
}

/// A text behind what it is about: on the same line, unless it begins with a list, a heading, a
/// table or code.
pub(super) fn about(head: &str, text: &str) -> String {
    let word = text.split_whitespace().next().unwrap_or_default();
    let numbered = word.trim_end_matches(['.', ')']);
    let is_block = !word.contains(char::is_alphanumeric)
        || word.starts_with("```")
        || (numbered != word && numbered.bytes().all(|c| c.is_ascii_digit()));
    match (word.is_empty(), is_block) {
        (true, _) => head.to_owned(),
        (false, true) => format!("{head}:\n\n{text}"),
        (false, false) => format!("{head}: {text}"),
    }
}

/// A list of texts, each of which may have several lines.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    let mut list = String::new();
    for item in items {
        for (index, line) in item.lines().enumerate() {
            list.push_str(match (index, line) {
                (0, _) => "- ",
                (_, "") => "",
                _ => "  ",
            });
            list.push_str(line);
            list.push('\n');
        }
    }
    list.truncate(list.trim_end().len());
    list
}

/// Keeps the lints of whoever includes generated code to what they wrote themselves: names, numbers
/// of arguments and prose are the document's, and what it deprecates is written and read as ever.
/// Types of texts and numbers alone have no use for what the module imports.
pub(super) fn allowed() -> TokenStream {
    quote! {
        #[allow(
            deprecated,
            non_camel_case_types,
            unused_imports,
            clippy::all,
            clippy::pedantic,
            reason = "generated code answers to its document"
        )]
    }
}

pub(super) fn deprecated(deprecated: bool) -> TokenStream {
    if deprecated {
        quote! { #[deprecated(note = "the provider deprecates it")] }
    } else {
        TokenStream::new()
    }
}
