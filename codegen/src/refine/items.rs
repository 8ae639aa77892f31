//! Takes a module's tokens apart into its items, none of which is parsed.
//!
//! The generator makes far more than is read here: to parse all of it would take longer than to
//! make it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// One item: the word that says what it is, and its tokens.
pub(super) struct Item {
    keyword: String,
    tokens: Vec<TokenTree>,
    /// Where the keyword stands, behind attributes and visibility.
    begin: usize,
}

/// The items of a module, of an `impl` or of a file.
pub(super) fn items(tokens: TokenStream) -> Vec<Item> {
    let mut items = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while tokens.peek().is_some() {
        let mut item = Item {
            keyword: String::new(),
            tokens: Vec::new(),
            begin: 0,
        };
        for token in tokens.by_ref() {
            if let (true, TokenTree::Ident(word)) = (item.keyword.is_empty(), &token)
                && word != "pub"
            {
                item.keyword = word.to_string();
                item.begin = item.tokens.len();
            }
            let ended = item.ends_with(&token);
            item.tokens.push(token);
            if ended {
                break;
            }
        }
        items.push(item);
    }
    items
}

impl Item {
    /// The word that the item begins with: `struct`, `impl`, `async`.
    pub(super) fn keyword(&self) -> &str {
        &self.keyword
    }

    /// Whether these words and no others stand between the keyword and the braces.
    pub(super) fn is_of(&self, words: &[&str]) -> bool {
        let between = self.tokens.get(self.begin + 1..self.tokens.len() - 1);
        between.is_some_and(|between| {
            between.len() == words.len()
                && (between.iter().zip(words))
                    .all(|(token, word)| matches!(token, TokenTree::Ident(ident) if ident == word))
        })
    }

    /// What stands between the item's braces; nothing where it has none.
    pub(super) fn content(self) -> TokenStream {
        let last = self.tokens.into_iter().next_back();
        let braces = last.as_ref().and_then(braces);
        braces.map(Group::stream).unwrap_or_default()
    }

    /// The item from its keyword on, without what stands between its braces.
    pub(super) fn head(self) -> TokenStream {
        let tokens = self.tokens.into_iter().skip(self.begin);
        tokens.filter(|token| braces(token).is_none()).collect()
    }

    /// All of the item.
    pub(super) fn whole(self) -> TokenStream {
        self.tokens.into_iter().collect()
    }

    /// Whether the item ends with a token: with a semicolon, or with braces where they are a body.
    fn ends_with(&self, token: &TokenTree) -> bool {
        match token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            _ => {
                !["use", "const", "static", "type"].contains(&self.keyword())
                    && braces(token).is_some()
            }
        }
    }
}

fn braces(token: &TokenTree) -> Option<&Group> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keyword of each item, and what stands between its braces.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let items = items(text.parse().unwrap()).into_iter();
        let found = items.map(|item| (item.keyword().to_owned(), item.content().to_string()));
        let found: Vec<(String, String)> = found.collect();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(keyword, content)| (keyword.as_str(), content.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_item_ends_with_its_braces_or_its_semicolon() {
        check("", &[]);
        check("use a::{b, c}; mod d { e }", &[("use", ""), ("mod", "e")]);
        check(
            "#[f(g)] pub struct H(pub I); enum J {}",
            &[("struct", ""), ("enum", "")],
        );
        check(
            "pub(crate) const K: L = M { n: 1 }; static O: P = { q };",
            &[("const", ""), ("static", "")],
        );
        check(
            "impl<T> R for S where T: U { v } pub async fn w() -> X { y }",
            &[("impl", "v"), ("async", "y")],
        );
        check("struct Unfinished", &[("struct", "")]);
    }

    #[test]
    fn what_stands_before_the_braces_is_compared_whole() {
        let item = |text: &str| items(text.parse().unwrap()).remove(0);
        assert!(item("pub mod types { }").is_of(&["types"]));
        assert!(!item("impl A for Client { }").is_of(&["Client"]));
        assert!(!item("impl Client2 { }").is_of(&["Client"]));
        assert!(!item("mod").is_of(&["types"]));
    }
}
