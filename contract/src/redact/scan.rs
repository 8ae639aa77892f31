//! Secrets in running text: `name=value` under a name that tells, credentials with a scheme, those
//! of addresses, and tokens that are known by their shape.

mod known;

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

/// The byte ranges of the secrets of a text, in order and apart.
fn secrets(text: &str) -> Vec<(usize, usize)> {
    let mut found = named(text);
    found.extend(known::secrets(text));
    found.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut apart = Vec::<(usize, usize)>::new();
    for (start, end) in found {
        match apart.last_mut() {
            // Of two that overlap neither half is left.
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => apart.push((start, end)),
        }
    }
    apart
}

/// What stands behind a name that tells, or behind a scheme.
fn named(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next(text, at, is_name) {
        let end = next(text, start, |letter| !is_name(letter)).unwrap_or(text.len());
        let word = &text[start..end];
        let value = if SCHEMES.contains(&word.to_ascii_lowercase().as_str()) {
            spaced(text, end, looks_made)
        } else if name::is_secret(word)
            || text[..start].ends_with(['?', '&']) && name::is_secret_in_passing(word)
        {
            assigned(text, end).map(|(from, to)| {
                // A parameter of a path ends where the path does.
                let path = text[..start].ends_with(';');
                let within = path.then(|| text[from..to].find(['/', '?', '#'])).flatten();
                (from, within.map_or(to, |length| from + length))
            })
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
fn spaced(text: &str, end: usize, counts: fn(&str) -> bool) -> Option<(usize, usize)> {
    let start = end + text[end..].strip_prefix(' ').map(|_| 1)?;
    let end = next(text, start, ends).unwrap_or(text.len());
    counts(&text[start..end]).then_some((start, end))
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
    if let Some(found) = scheme.and_then(|scheme| {
        let end = start + scheme.len();
        spaced(text, end, |word| !speaks_of_one(word))
    }) {
        return Some(found);
    }
    let end = next(text, start, ends).unwrap_or(text.len());
    (quoted || sign != ':' || looks_made(&text[start..end])).then_some((start, end))
}

/// Whether a word is no word of a language.
fn looks_made(word: &str) -> bool {
    word.chars().any(|letter| letter.is_ascii_digit()) || word.chars().count() >= LONG
}

/// Whether a word in the place of a credential is the word for one, as in prose about a header.
fn speaks_of_one(word: &str) -> bool {
    let word = word.trim_end_matches(|sign: char| sign.is_ascii_punctuation());
    word.is_empty() || word == "authentication" || word == "auth" || name::is_secret(word)
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
            (
                "Authorization: Bearer abcdef",
                Some("Authorization: Bearer #"),
            ),
            ("Authorization: Bearer token, please", None),
            ("/p;jsessionid=0A1B?x=1", Some("/p;jsessionid=#?x=1")),
            ("https://jo:pw@x.example/p", Some("https://#:#@x.example/p")),
            (
                "see postgres://jo:p@w@db, jo",
                Some("see postgres://#:#@db, jo"),
            ),
            ("git+ssh://t0k3n@x.example", Some("git+ssh://#@x.example")),
            ("https://jo:p,wxyz9@db/p", Some("https://#:#@db/p")),
            ("secret=https://jo:p;wxyz8@db", Some("secret=#@db")),
            (
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc.sk_live_5fD40IrMzkXEbskuU2aeq8ed",
                Some("#.#"),
            ),
            (
                "xsk_live_1 sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                Some("xsk_live_1 #"),
            ),
            ("eyJhbGciOiJub25lIn0.eyJzdWIiOiJqbyJ9.", Some("#.")),
            ("https://x.example/@jo and jo@x.example", None),
            ("https://x.example?to=jo@x.example", None),
            ("sk_live_4eC39HqLyjWDarjtT1zdp7dc.", Some("#.")),
            (
                "use ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                Some("use #"),
            ),
            ("id=AKIAIOSFODNN7EXAMPLE&x", Some("id=#&x")),
            (
                "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzzqgy",
                Some("#"),
            ),
            (
                "(eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl)",
                Some("(#)"),
            ),
            (
                "k: -----BEGIN RSA PRIVATE KEY-----\nMIIB\nAAAA\n-----END RSA PRIVATE KEY-----\n.",
                Some("k: -----BEGIN RSA PRIVATE KEY-----#-----END RSA PRIVATE KEY-----\n."),
            ),
            ("sk_live_short and a taskxoxb-1 or eyJx.y", None),
            ("AKIAlowercaseletters12", None),
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
