//! Values that may stand for another: drawn at random in its shape, never computed from it.

mod format;

use fastrand::Rng;

/// How many values of one shape are tried before the next shape.
const TRIES: usize = 24;
/// The longest prefix of an identifier, such as `usr_` or `sk_live_`, that is kept.
const PREFIX: usize = 12;
/// Stand-ins for a secret: a word that says so, else another value of its formats, else the same
/// shape.
pub(super) fn for_secret(
    text: &str,
    formats: &[&str],
    number: usize,
    rng: &mut Rng,
) -> Vec<String> {
    let mut found = Vec::new();
    if text.parse::<f64>().is_err() {
        found.push(format!("redacted-{number}"));
    }
    found.extend(alike(text, formats, number, rng));
    found.extend(shaped(text, rng));
    found
}

/// Stand-ins for what tells who somebody is: another value of the same kind, else of the same shape.
pub(super) fn for_personal(
    text: &str,
    formats: &[&str],
    number: usize,
    rng: &mut Rng,
) -> Vec<String> {
    let mut found = alike(text, formats, number, rng);
    if is_phone(text) {
        found.extend(drawn(rng, |rng| phone(text, rng)));
    }
    found.extend(shaped(text, rng));
    found
}

/// Other values of the format that a text looks like, then of those that it is said to have.
fn alike(text: &str, formats: &[&str], number: usize, rng: &mut Rng) -> Vec<String> {
    let looks = format::looked_like(text);
    let others = formats.iter().copied();
    let others = others.filter(|format| Some(*format) != looks);
    let formats = looks.into_iter().chain(others);
    formats
        .flat_map(|format| format::another(format, text, number, rng))
        .collect()
}

/// Numbers between bounds, of which every multiple of a step counts.
pub(super) fn between(minimum: i64, maximum: i64, step: i64, rng: &mut Rng) -> Vec<String> {
    let step = step.max(1);
    let (least, most) = (minimum.div_euclid(step), maximum.div_euclid(step));
    if least > most {
        return Vec::new();
    }
    drawn(rng, |rng| {
        rng.i64(least..=most).saturating_mul(step).to_string()
    })
}

/// The same kinds of letters in the same places, identifiers with their prefix.
fn shaped(text: &str, rng: &mut Rng) -> Vec<String> {
    let mut found = Vec::new();
    if let Some((prefix, rest)) = text.rsplit_once('_')
        && is_prefix(prefix, rest)
    {
        found.extend(drawn(rng, |rng| {
            format!("{prefix}_{}", same_shape(rest, rng))
        }));
    }
    found.extend(drawn(rng, |rng| same_shape(text, rng)));
    found
}

/// Whether short words stand before something longer, which tells a kind from a name.
fn is_prefix(prefix: &str, rest: &str) -> bool {
    let mut words = prefix.split('_');
    prefix.len() < PREFIX
        && words.all(|word| {
            word.len() < rest.len() && word.chars().all(|letter| letter.is_ascii_alphabetic())
        })
}

fn drawn(rng: &mut Rng, mut draw: impl FnMut(&mut Rng) -> String) -> Vec<String> {
    (0..TRIES).map(|_| draw(rng)).collect()
}

/// A text with each letter and digit replaced by another of its kind.
pub(super) fn same_shape(text: &str, rng: &mut Rng) -> String {
    let mut leading = true;
    let letters = text.chars().map(|letter| {
        let first = std::mem::take(&mut leading) || letter == '-';
        match letter {
            // What is a number stays one, without zeros in front.
            '1'..='9' if first => char::from(rng.u8(b'1'..=b'9')),
            '0'..='9' => rng.digit(10),
            _ if letter.is_uppercase() => rng.uppercase(),
            _ if letter.is_alphabetic() => rng.lowercase(),
            // No stand-in needs an escape of JSON.
            '"' | '\\' => '_',
            _ if letter.is_control() || !letter.is_ascii() => '_',
            _ => letter,
        }
    });
    letters.collect()
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = text
        .chars()
        .all(|sign| sign.is_ascii_digit() || "+()-. /".contains(sign));
    signs && (7..=15).contains(&digits) && !text.bytes().all(|sign| sign.is_ascii_digit())
}

/// The same grouping; of North America a number that is kept for fiction, 555-01XX.
fn phone(text: &str, rng: &mut Rng) -> String {
    let count = text.chars().filter(char::is_ascii_digit).count();
    let american = text.starts_with("+1") && count == 11;
    let mut place = 0;
    let signs = text.chars().map(|sign| {
        if !sign.is_ascii_digit() {
            return sign;
        }
        place += 1;
        match (american, place) {
            (true, 1 | 9) => '1',
            (true, 2) => char::from(rng.u8(b'2'..=b'9')),
            (true, 5..=7) => '5',
            (true, 8) => '0',
            // The first digit of the country stays, so that the number is one.
            (false, 1) => sign,
            _ => rng.digit(10),
        }
    });
    signs.collect()
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::{for_personal, for_secret, format};

    #[test]
    fn a_stand_in_has_the_shape_of_what_it_stands_for() {
        let mut rng = Rng::with_seed(7);
        // `9` any digit, `a` and `A` letters, `f` hexadecimal; all else as it stands.
        for (text, shape) in [
            ("jerry@acme.com", "user-3@example.com"),
            (
                "9763caa1-cef3-497f-b3b2-f551456b2831",
                "ffffffff-ffff-4fff-bfff-ffffffffffff",
            ),
            ("2017-07-21", "9999-99-99"),
            ("2017-07-21T08:09:10.123Z", "9999-99-99T99:99:99.999Z"),
            ("2017-07-21T08:09:10+02:00", "9999-99-99T99:99:99+02:00"),
            ("2017-07-21x", "9999-99-99a"),
            ("+1 415-555-2671", "+1 999-555-0199"),
            ("+49 (30) 901820", "+49 (99) 999999"),
            ("usr_0SNl", "usr_9AAa"),
            ("sk_live_9z8y7x", "sk_live_9a9a9a"),
            ("jerry_1987", "aaaaa_9999"),
            ("https://acme.com/u/7", "https://example.com/a/9"),
            ("Jörg O'Neil", "Aaaa A'Aaaa"),
            ("1337", "9999"),
            ("-12.50", "-99.99"),
        ] {
            let found = for_personal(text, &[], 3, &mut rng).swap_remove(0);
            assert_eq!(found.len(), shape.len(), "{found} for {text}");
            for (sign, kind) in found.chars().zip(shape.chars()) {
                let fits = match kind {
                    '9' => sign.is_ascii_digit() || sign == kind,
                    'a' => sign.is_ascii_lowercase(),
                    'A' => sign.is_ascii_uppercase(),
                    'f' => sign.is_ascii_hexdigit(),
                    _ => sign == kind,
                };
                assert!(fits || shape.contains('@'), "{found} for {text}");
            }
        }
        assert_eq!(for_secret("hunter2", &[], 1, &mut rng)[0], "redacted-1");
        assert_ne!(for_secret("123456", &[], 1, &mut rng)[0], "redacted-1");
    }

    #[test]
    fn every_stand_in_of_a_format_is_of_that_format() {
        let mut rng = Rng::with_seed(7);
        for (name, text) in [
            ("byte", "U0VFRA=="),
            ("byte", "aGVsbG8gdGhlcmU="),
            ("date", "2017-07-21"),
            ("date-time", "2017-07-21T08:09:10.123Z"),
            ("date-time", "2017-07-21t08:09:10-02:00"),
            ("email", "jerry@acme.com"),
            ("ipv4", "203.0.113.77"),
            ("ipv4", "10.0.0.1"),
            ("ipv6", "2001:db8::8a2e:370:7334"),
            ("ipv6", "::ffff:192.0.2.128"),
            ("ipv6", "::1"),
            ("uri", "https://acme.com/u/7?a=%20b"),
            ("uri", "urn:isbn:0451450523"),
            ("uuid", "9763caa1-cef3-497f-b3b2-f551456b2831"),
        ] {
            let schema = serde_json::json!({ "type": "string", "format": name });
            let schema = match name {
                "byte" => serde_json::json!({ "contentEncoding": "base64" }),
                _ => schema,
            };
            let validator = jsonschema::options()
                .with_draft(jsonschema::Draft::Draft7)
                .should_validate_formats(true)
                .build(&schema)
                .expect("the schema is one");
            assert!(validator.is_valid(&text.into()), "{text}");
            let found = format::another(name, text, 3, &mut rng);
            assert!(!found.is_empty(), "{text}");
            for stand_in in found {
                assert!(
                    validator.is_valid(&stand_in.as_str().into()),
                    "{stand_in} for {text}"
                );
            }
        }
    }
}
