//! Patterns as the validator spells them: it lacks some of what ECMA-262 admits (annex B.1.2), and
//! takes `\<` for the begin of a word.

use serde_json::json;

/// A pattern that the validator can use and that means the same; `None` where there is none.
pub(super) fn understood(pattern: &str) -> Option<String> {
    let misread = [r"\<", r"\>"].iter().any(|mark| pattern.contains(mark));
    if !misread && compiles(pattern) {
        return Some(pattern.to_owned());
    }
    let respelled = respelled(pattern);
    compiles(&respelled).then_some(respelled)
}

/// Whether the validator can use a pattern as it stands.
pub(super) fn compiles(pattern: &str) -> bool {
    jsonschema::draft4::new(&json!({ "pattern": pattern })).is_ok()
}

fn respelled(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    let mut in_class = false;
    while let Some(next) = rest.chars().next() {
        let (taken, spelled) = match next {
            '\\' => escape(rest, in_class),
            ']' if in_class => {
                in_class = false;
                (1, "]".to_owned())
            }
            '-' if in_class && !out.ends_with(['[', '^']) && is_class(&rest[1..]) => {
                (1, r"\-".to_owned())
            }
            _ if in_class => (next.len_utf8(), next.to_string()),
            '[' if rest.starts_with("[^]") => (3, r"[\s\S]".to_owned()),
            '[' if rest.starts_with("[]") => (2, r"[^\s\S]".to_owned()),
            '[' => {
                in_class = true;
                (1, "[".to_owned())
            }
            ']' | '}' => (1, format!(r"\{next}")),
            '{' => match quantifier(rest) {
                Some(count) => (count.len(), count.to_owned()),
                None => (1, r"\{".to_owned()),
            },
            _ => (next.len_utf8(), next.to_string()),
        };
        out += &spelled;
        rest = &rest[taken..];
    }
    out
}

/// How many bytes an escape takes, and how it is spelled.
fn escape(rest: &str, in_class: bool) -> (usize, String) {
    let Some(named) = rest[1..].chars().next() else {
        return (1, r"\".to_owned());
    };
    let taken = 1 + named.len_utf8();
    let after = &rest[taken..];
    match named {
        '<' | '>' => (taken, named.to_string()),
        '0' if !after.starts_with(|next: char| next.is_ascii_digit()) => {
            (taken, r"\x00".to_owned())
        }
        'b' if in_class => (taken, r"\x08".to_owned()),
        // A class is no end of a range.
        _ if in_class && is_class(rest) && after.starts_with('-') && !after.starts_with("-]") => {
            (taken + 1, format!(r"\{named}\-"))
        }
        'p' | 'P' | 'u' if after.starts_with('{') => {
            let end = after.find('}').map_or(0, |end| end + 1);
            (taken + end, rest[..taken + end].to_owned())
        }
        'u' => match pair(rest) {
            Some(character) => (12, character.to_string()),
            None => (taken, rest[..taken].to_owned()),
        },
        _ => (taken, rest[..taken].to_owned()),
    }
}

/// Whether an escape stands here that means several characters.
fn is_class(rest: &str) -> bool {
    let named = rest.strip_prefix('\\').unwrap_or_default();
    named.starts_with(['d', 'D', 's', 'S', 'w', 'W'])
}

/// The character that two escaped surrogates are.
fn pair(rest: &str) -> Option<char> {
    let unit = |at: usize| {
        let digits = rest.get(at..at + 6)?.strip_prefix(r"\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let units = [unit(0)?, unit(6)?];
    let mut characters = char::decode_utf16(units).filter_map(Result::ok);
    characters
        .next()
        .filter(|character| character.len_utf16() == 2)
}

/// A count in braces.
fn quantifier(rest: &str) -> Option<&str> {
    let inner = &rest[1..rest.find('}')?];
    let (least, most) = inner.split_once(',').unwrap_or((inner, ""));
    let is_count = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!least.is_empty() && is_count(least) && is_count(most)).then(|| &rest[..inner.len() + 2])
}
