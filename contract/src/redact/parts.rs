//! What else gives a value away: the names in it, and other spellings of the whole.

/// How short a name may be that is looked for alone.
const SHORT_NAME: usize = 3;
/// How long a word in capitals must be to be a name, and no abbreviation as `USA` is one.
const LONG_CAPITALS: usize = 5;
/// From how many words on a text is prose, of which no word is a name by its looks.
const PROSE: usize = 7;
/// How short a value may be that is looked for in other spellings.
const SHORT_SPELLING: usize = 6;
/// What joins the words of a value where they are part of an address or a file's name.
const JOINTS: [&str; 6] = ["", " ", "-", ".", "_", "+"];

/// The names in a value of several words, such as both of `Mia Schneider`.
pub(super) fn names(text: &str) -> Vec<&str> {
    let words: Vec<&str> = words(text).collect();
    if !(2..PROSE).contains(&words.len()) || text.contains("://") {
        return Vec::new();
    }
    words.into_iter().filter(|word| is_name(word)).collect()
}

/// Whether a word looks like somebody's or something's name.
pub(super) fn is_name(word: &str) -> bool {
    let count = word.chars().count();
    let signs = |sign: char| sign.is_alphabetic() || "'’-".contains(sign);
    word.starts_with(char::is_uppercase)
        && word.chars().all(signs)
        && count >= SHORT_NAME
        && (count >= LONG_CAPITALS || word.contains(char::is_lowercase))
}

/// The same text with another word for each of its words.
pub(super) fn reworded(text: &str, mut other: impl FnMut(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    for word in words(text) {
        if let Some((before, after)) = rest.split_once(word) {
            out.push_str(before);
            out.push_str(&other(word));
            rest = after;
        }
    }
    out + rest
}

/// The part of an address before its `@`, where it is no plain word as `info` is one.
pub(super) fn mailbox(text: &str) -> Option<&str> {
    let (user, _) = text.split_once('@')?;
    let signs = |sign: char| sign.is_ascii_digit() || "._-+".contains(sign);
    (user.len() >= SHORT_SPELLING && user.contains(signs)).then_some(user)
}

/// Other spellings of a value, each with that of its stand-in.
pub(super) fn spellings(text: &str, stand_in: &str) -> Vec<(String, String)> {
    if text.len() < SHORT_SPELLING {
        return Vec::new();
    }
    let cases: [fn(&str) -> String; 2] = [str::to_lowercase, str::to_uppercase];
    let mut found: Vec<_> = cases
        .iter()
        .map(|spell| (spell(text), spell(stand_in)))
        .collect();
    if names(text).len() > 1 {
        for joint in JOINTS {
            let joined = |text: &str| words(text).collect::<Vec<_>>().join(joint).to_lowercase();
            found.push((joined(text), joined(stand_in)));
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|sign: char| sign.is_whitespace() || ",.;:()\"".contains(sign));
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{mailbox, names, reworded};

    #[test]
    fn a_name_is_told_from_other_words() {
        for (text, expected) in [
            ("Mia Schneider", &["Mia", "Schneider"][..]),
            ("Dr. Anne-Marie O'Neil", &["Anne-Marie", "O'Neil"]),
            ("Mia van den Berg", &["Mia", "Berg"]),
            ("MIA SCHNEIDER", &["SCHNEIDER"]),
            ("12 Elm Row, London", &["Elm", "Row", "London"]),
            ("Jörg Ägäis", &["Jörg", "Ägäis"]),
            ("Mia", &[]),
            ("made in USA", &[]),
            ("She called Mia on Monday because Tom was ill", &[]),
            ("https://Acme.Example/Mia", &[]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
        assert_eq!(
            reworded("Mia, of Elm Row.", |word| format!("<{word}>")),
            "<Mia>, <of> <Elm> <Row>."
        );
        for (text, expected) in [
            ("mia.schneider@acme.io", Some("mia.schneider")),
            ("info@acme.io", None),
            ("support@acme.io", None),
            ("mia", None),
        ] {
            assert_eq!(mailbox(text), expected, "{text}");
        }
    }
}
