//! Rust names for what a document names: cased, never a keyword, never twice in one scope.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Names given out in one scope.
#[derive(Debug, Default)]
pub(crate) struct Scope(BTreeSet<String>);

impl Scope {
    /// A scope in which some names are taken from the start.
    pub(crate) fn reserving(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Whether a name is taken.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Gives a name back.
    pub(crate) fn free(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// The name itself where it is free, else the name with the first free number.
    pub(crate) fn claim(&mut self, name: &str) -> String {
        self.first_free(name, "_", str::to_owned)
    }

    /// The same for a type, whose number must survive being cased.
    pub(crate) fn claim_type(&mut self, name: &str) -> String {
        self.first_free(&type_name(name), "n", type_name)
    }

    fn first_free(&mut self, name: &str, gap: &str, cased: fn(&str) -> String) -> String {
        // A digit may end the name already: `V1` and 2 must not read `V12`.
        let ends_in_digit = name.ends_with(|c: char| c.is_ascii_digit());
        let gap = if ends_in_digit { gap } else { "" };
        let mut candidate = name.to_owned();
        let mut number = 2;
        while !self.0.insert(candidate.clone()) {
            candidate = cased(&format!("{name}{gap}{number}"));
            number += 1;
        }
        candidate
    }
}

/// `primary-email` as a type: `PrimaryEmail`.
///
/// The name of the name is the name itself: the generator cases names too, and must not change one.
pub(crate) fn type_name(text: &str) -> String {
    let mut name = variant_or_type(text, "Type");
    loop {
        let again = variant_or_type(&name, "Type");
        if again == name {
            return name;
        }
        name = again;
    }
}

/// `primary-email` as a variant: `PrimaryEmail`.
pub(crate) fn variant_name(text: &str) -> String {
    variant_or_type(text, "Empty")
}

fn variant_or_type(text: &str, empty: &str) -> String {
    identifier(&spelled(text).to_upper_camel_case(), empty)
}

/// `primaryEmail` as a field, method or argument: `primary_email`.
pub(crate) fn value_name(text: &str) -> String {
    let name = identifier(&spelled(text).to_snake_case(), "value");
    match syn::parse_str::<syn::Ident>(&name) {
        // A keyword since edition 2024, which the parser takes for a name.
        Ok(_) if name != "gen" => name,
        // What is left is a keyword; not every keyword has a raw form, so none is used.
        _ => format!("{name}_"),
    }
}

fn identifier(cased: &str, empty: &str) -> String {
    let kept: String = cased
        .chars()
        .filter(|c| *c == '_' || c.is_ascii_alphanumeric())
        .collect();
    let kept = kept.trim_matches('_').to_owned();
    match kept.chars().next() {
        None => empty.to_owned(),
        Some(first) if first.is_ascii_digit() => {
            let lead = if empty.starts_with(char::is_lowercase) {
                "n"
            } else {
                "N"
            };
            format!("{lead}{kept}")
        }
        Some(_) if kept == "Self" => "Self_".to_owned(),
        Some(_) => kept,
    }
}

/// Signs that carry meaning in API vocabularies, in letters; the longer ones first.
const SIGNS: [(&str, &str); 13] = [
    ("!=", "not equal"),
    ("<>", "not equal"),
    ("<=", "less or equal"),
    (">=", "greater or equal"),
    ("==", "equal"),
    ("&&", "and"),
    ("+", "plus"),
    ("<", "less"),
    (">", "greater"),
    ("=", "equal"),
    ("*", "star"),
    ("&", "and"),
    ("%", "percent"),
];

/// Those that mean something where a text begins with them.
const LEADING: [(&str, &str); 2] = [("-", "minus"), ("!", "not")];

/// Those that only separate words, but are all that some texts have.
const SEPARATING: [(&str, &str); 14] = [
    ("||", "or"),
    ("|", "pipe"),
    ("/", "slash"),
    ("\\", "backslash"),
    ("~", "tilde"),
    ("^", "caret"),
    (",", "comma"),
    (";", "semicolon"),
    (":", "colon"),
    (".", "dot"),
    ("#", "hash"),
    ("$", "dollar"),
    ("?", "question mark"),
    ("@", "at"),
];

/// A text with its signs in letters; all others only separate words.
fn spelled(text: &str) -> String {
    let has_words = text.chars().any(char::is_alphanumeric);
    let mut spelled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let leading = if rest.len() == text.len() {
            &LEADING[..]
        } else {
            &[]
        };
        let separating = if has_words { &[] } else { &SEPARATING[..] };
        let mut signs = SIGNS.iter().chain(leading).chain(separating);
        match signs.find(|(sign, _)| rest.starts_with(sign)) {
            Some((sign, word)) => {
                spelled.extend([" ", word, " "]);
                rest = &rest[sign.len()..];
            }
            None => {
                spelled.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_rust_names() {
        for (text, type_, value) in [
            ("primary-email", "PrimaryEmail", "primary_email"),
            ("webhookURL", "WebhookUrl", "webhook_url"),
            ("_data", "Data", "data"),
            ("type", "Type", "type_"),
            ("gen", "Gen", "gen_"),
            ("self", "Self_", "self_"),
            ("2fa", "N2fa", "n2fa"),
            ("-created", "MinusCreated", "minus_created"),
            ("+1", "Plus1", "plus_1"),
            ("-1", "Minus1", "minus_1"),
            ("!=", "NotEqual", "not_equal"),
            ("<=", "LessOrEqual", "less_or_equal"),
            (">=", "GreaterOrEqual", "greater_or_equal"),
            ("!", "Not", "not"),
            ("!draft", "NotDraft", "not_draft"),
            ("Done!", "Done", "done"),
            ("-", "Minus", "minus"),
            ("|", "Pipe", "pipe"),
            ("one|two", "OneTwo", "one_two"),
            (
                "created>=",
                "CreatedGreaterOrEqual",
                "created_greater_or_equal",
            ),
            ("", "Type", "value"),
            ("日本", "Type", "value"),
        ] {
            assert_eq!(
                (type_name(text).as_str(), value_name(text).as_str()),
                (type_, value),
                "{text:?}"
            );
            syn::parse_str::<syn::Ident>(&value_name(text)).unwrap();
            syn::parse_str::<syn::Ident>(&type_name(text)).unwrap();
        }
    }

    #[test]
    fn the_name_of_a_type_is_its_own_name() {
        let mut scope = Scope::default();
        for text in [
            "add spec v2 p2",
            "AddSpecV2P2",
            "V2P2",
            "ABc",
            "aBC",
            "V1",
            "V1",
            "V1",
            "2x",
            "Self",
        ] {
            let name = scope.claim_type(text);
            assert_eq!(type_name(&name), name, "{text:?}");
        }
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let mut scope = Scope::default();
        let names = ["User", "User", "V1", "V1"].map(|name| scope.claim(name));
        assert_eq!(names, ["User", "User2", "V1", "V1_2"]);
    }
}
