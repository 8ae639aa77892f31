//! JSON as RFC 8259 has it, whose numbers may lie beyond a `double`.

use serde::de::IgnoredAny;
use serde_json::{Error, Number, Value};

/// What stands for each number beyond the greatest `double`, with the sign of that number.
///
/// It is the greatest but one, which is written nowhere, while the greatest itself is a bound that
/// generators print.
const BEYOND: f64 = f64::from_bits(f64::MAX.to_bits() - 1);

/// The value of a text.
///
/// # Errors
/// When the text is not JSON, or is nested deeper than is read.
pub(crate) fn parse(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text).or_else(|error| {
        if !is(&error, "number out of range") {
            return Err(error);
        }
        // What else there is to complain of has its place in the text as it is.
        serde_json::from_str::<IgnoredAny>(text)?;
        serde_json::from_str(&bounded(text))
    })
}

/// The number that a text is.
pub(crate) fn number(text: &str) -> Option<Number> {
    text.parse().ok().or_else(|| {
        let digit = |end: char| end.is_ascii_digit();
        let bare = text.starts_with(|begin| begin == '-' || digit(begin)) && text.ends_with(digit);
        match parse(text).ok().filter(|_| bare)? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    })
}

/// Whether a text may be JSON whose nesting is deeper than is read.
pub(crate) fn is_too_deep(error: &Error) -> bool {
    is(error, "recursion limit exceeded")
}

/// Whether a number stands for one beyond the greatest `double`.
pub(crate) fn is_beyond(number: &Number) -> bool {
    number.is_f64() && number.as_f64().map(f64::abs) == Some(BEYOND)
}

/// Whether a number may have more digits than were kept of it.
pub(crate) fn is_rounded(number: &Number) -> bool {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.is_f64() && number.as_f64().is_some_and(|float| float.abs() >= EXACT)
}

/// The library tells its complaints apart by their words alone.
fn is(error: &Error, complaint: &str) -> bool {
    error.to_string().starts_with(complaint)
}

/// The text with a `double` in the place of each number beyond.
fn bounded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|begin: char| matches!(begin, '"' | '-' | '0'..='9')) {
        out += &rest[..start];
        rest = &rest[start..];
        let end = if rest.starts_with('"') {
            string(rest)
        } else {
            let digits = |part: char| !matches!(part, '-' | '+' | '.' | 'e' | 'E' | '0'..='9');
            rest.find(digits).unwrap_or(rest.len())
        };
        let token = &rest[..end];
        let beyond = token
            .parse::<f64>()
            .ok()
            .filter(|float| float.is_infinite());
        let stand_in = beyond.map(|float| format!("{:e}", BEYOND.copysign(float)));
        out += stand_in.as_deref().unwrap_or(token);
        rest = &rest[end..];
    }
    out + rest
}

/// Where the string ends that a text begins with.
fn string(text: &str) -> usize {
    let mut bytes = text.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return at + 1,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip] // One case, one line.
    fn a_number_may_be_larger_than_a_double() {
        let digits = "9".repeat(400);
        let cases = [
            (r#"{"1e400": [1e400, -1e400, 1, "1e400", "\"-1e999"]}"#.to_owned(), r#"{"1e400":[1.7976931348623155e+308,-1.7976931348623155e+308,1,"1e400","\"-1e999"]}"#, "texts are left alone"),
            (digits.clone(), "1.7976931348623155e+308", "however it is written"),
            (format!("-{digits}.5e-3"), "-1.7976931348623155e+308", "with all parts that a number has"),
            (format!("{}e-10", "9".repeat(310)), "1e+300", "what an exponent brings back is no larger"),
        ];
        for (text, expected, because) in cases {
            let value = parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(value.to_string(), expected, "{because}");
        }
        for (text, column) in [("[1e400, }", 9), ("[1e400", 6), ("[1e400e]", 7), ("[1e400 1]", 8)] {
            let error = parse(text).expect_err("no JSON");
            assert_eq!((error.line(), error.column()), (1, column), "{text}: {error}");
        }
    }

    #[test]
    fn a_text_is_a_number_to_the_last_character() {
        let cases = [
            ("1e400", true),
            ("-1e400", true),
            (" 1e400", false),
            ("1e400 ", false),
        ];
        for (text, expected) in cases {
            assert_eq!(
                number(text).is_some_and(|number| is_beyond(&number)),
                expected,
                "{text:?}"
            );
        }
    }
}
