//! Which segments of a recorded path look like identifiers, and so stand for a parameter.

/// How many digits at the end of a word are part of the word, as in `oauth2` and `sha256`.
const WORD_DIGITS: usize = 3;

/// Whether a segment looks like an identifier: it has a digit, and is neither a word that ends in
/// a number nor a version.
pub(crate) fn is_identifier(segment: &str) -> bool {
    let digits = segment.bytes().filter(u8::is_ascii_digit).count();
    let is_number = digits == segment.len();
    digits > 0 && (is_number || !is_word(segment) && !is_version(segment))
}

/// Words joined by signs, and perhaps a number at the end that is no longer than they are.
fn is_word(segment: &str) -> bool {
    let stem = segment.trim_end_matches(|sign: char| sign.is_ascii_digit());
    segment.len() - stem.len() <= stem.len().min(WORD_DIGITS)
        && stem.ends_with(char::is_alphabetic)
        && stem
            .chars()
            .all(|sign| sign.is_alphabetic() || "-_".contains(sign))
}

/// `v2`, `v1beta1`, `v1.1` and `2.0`.
fn is_version(segment: &str) -> bool {
    let number = segment.strip_prefix('v').unwrap_or(segment);
    let dotted = number
        .bytes()
        .all(|sign| sign.is_ascii_digit() || sign == b'.');
    let stage = number.trim_matches(|sign: char| sign.is_ascii_digit());
    dotted || number.len() < segment.len() && ["alpha", "beta", "rc"].contains(&stage)
}

#[cfg(test)]
mod tests {
    use super::is_identifier;

    #[test]
    fn an_identifier_is_told_from_a_word_and_a_version() {
        for (segment, expected) in [
            ("7", true),
            ("4711", true),
            ("usr_1a2B", true),
            ("cat-7", true),
            ("9763caa1-cef3-497f-b3b2-f551456b2831", true),
            ("2024-06-01", true),
            ("order20240601", true),
            ("a1b2", true),
            ("d41", true),
            ("users", false),
            ("v2", false),
            ("v1beta1", false),
            ("2.0", false),
            ("oauth2", false),
            ("sha256", false),
            ("user-settings2", false),
            ("user-settings", false),
            ("", false),
        ] {
            assert_eq!(is_identifier(segment), expected, "{segment}");
        }
    }
}
