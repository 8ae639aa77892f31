//! Secrets in running text: `name=value` under a name that tells, and credentials with a scheme.

use super::name;

/// Words after which a credential follows.
const SCHEMES: [&str; 2] = ["bearer", "basic"];
/// How long a word without any sign of being made must be to count as a secret in prose.
const LONG: usize = 16;

/// The text with each secret in it replaced by what `replace` says; `None` if nothing changed.
pub(super) fn replace(
    text: &str,
    mut replace: impl FnMut(&str) -> Option<String>,
) -> Option<String> {
    let mut out = String::new();
    let mut done = 0;
    for (start, end) in secrets(text) {
        if let Some(with) = replace(&text[start..end]) {
            out.push_str(&text[done..start]);
            out.push_str(&with);
            done = end;
        }
    }
    if done == 0 {
        return None;
    }
    out.push_str(&text[done..]);
    Some(out)
}

/// The byte ranges of the secrets of a text, in order.
fn secrets(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next(text, at, is_name) {
        let end = next(text, start, |letter| !is_name(letter)).unwrap_or(text.len());
        let word = &text[start..end];
        let value = if SCHEMES.contains(&word.to_ascii_lowercase().as_str()) {
            spaced(text, end)
        } else if name::is_secret(word)
            || text[..start].ends_with(['?', '&']) && name::is_secret_in_passing(word)
        {
            assigned(text, end)
        } else {
            None
        };
        at = end;
        if let Some((start, end)) = value.filter(|(start, end)| start < end) {
            found.push((start, end));
            at = end;
        }
    }
    found
}

/// The value after `Bearer `.
fn spaced(text: &str, end: usize) -> Option<(usize, usize)> {
    let start = end + text[end..].strip_prefix(' ').map(|_| 1)?;
    let end = next(text, start, ends).unwrap_or(text.len());
    looks_made(&text[start..end]).then_some((start, end))
}

/// The value after `=`, `:` or `>`, in quotes or not.
fn assigned(text: &str, end: usize) -> Option<(usize, usize)> {
    let rest = text[end..].trim_start_matches(['"', '\'', '\\']);
    let gap = rest.trim_start();
    let sign = gap.chars().next().filter(|sign| "=:>".contains(*sign))?;
    let rest = gap[1..].trim_start();
    let inner = rest.trim_start_matches(['"', '\'', '\\']);
    let quoted = inner.len() < rest.len();
    let start = text.len() - inner.len();
    // Behind an authentication scheme stands what it authenticates with.
    let scheme = SCHEMES.iter().find(|scheme| {
        inner
            .get(..scheme.len())
            .is_some_and(|word| word.eq_ignore_ascii_case(scheme))
    });
    if let Some(found) = scheme.and_then(|scheme| spaced(text, start + scheme.len())) {
        return Some(found);
    }
    let end = next(text, start, ends).unwrap_or(text.len());
    (quoted || sign != ':' || looks_made(&text[start..end])).then_some((start, end))
}

/// Whether a word is no word of a language.
fn looks_made(word: &str) -> bool {
    word.chars().any(|letter| letter.is_ascii_digit()) || word.chars().count() >= LONG
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-'
}

fn ends(letter: char) -> bool {
    letter.is_whitespace() || "\"'&;,<>\\(){}[]".contains(letter)
}

fn next(text: &str, from: usize, wanted: impl Fn(char) -> bool) -> Option<usize> {
    text[from..].find(wanted).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn a_secret_in_a_text_is_found_and_prose_is_left_alone() {
        for (text, expected) in [
            (
                "https://x.example/cb?code=1&access_token=ab/c&x=1",
                Some("https://x.example/cb?code=1&access_token=#&x=1"),
            ),
            (
                "Authorization: Bearer a1.b-c",
                Some("Authorization: Bearer #"),
            ),
            (
                "{\"token\": \"abc\", broken",
                Some("{\"token\": \"#\", broken"),
            ),
            (
                "{\\\"token\\\":\\\"abc\\\"}",
                Some("{\\\"token\\\":\\\"#\\\"}"),
            ),
            (
                "<password>hunter</password>",
                Some("<password>#</password>"),
            ),
            ("api_key='k' and secret=s", Some("api_key='#' and secret=#")),
            ("password: must be long enough", None),
            ("a bearer token is missing", None),
            (
                "https://x.example/?key=k&sig=s",
                Some("https://x.example/?key=#&sig=#"),
            ),
            ("a duplicate key=7", None),
            ("token", None),
            ("ünïcode=1; sëcret", None),
        ] {
            assert_eq!(
                replace(text, |_| Some("#".to_owned())).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
