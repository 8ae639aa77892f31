//! The formats that are asserted, at their edges.

use crate::{VALID, answers};

/// Holds texts against a format; `true` where they are of it.
#[track_caller]
fn texts(format: &str, cases: &[(&str, bool, &str)]) {
    let schema = format!("{{type: string, format: {format}}}");
    let refused = format!("not of the format `{format}`");
    for (text, fits, because) in cases {
        let body = format!("\"{text}\"");
        let expected = if *fits { VALID } else { refused.as_str() };
        answers(&[(&schema, &body, expected, because)]);
    }
}

#[test]
#[rustfmt::skip] // One case, one line.
fn dates_are_days_of_the_calendar_and_instants_have_a_zone() {
    texts("date", &[
        ("2017-07-21", true, "a day"),
        ("2024-02-29", true, "a leap day"),
        ("2023-02-29", false, "no leap year"),
        ("1900-02-29", false, "a century is none"),
        ("2000-02-29", true, "but the fourth is"),
        ("2017-02-30", false, "no such day"),
        ("2017-13-01", false, "no such month"),
        ("2017-7-21", false, "two digits each"),
        ("17-07-21", false, "four digits for the year"),
        ("2017-07-21T00:00:00Z", false, "an instant is no day"),
        ("20170721", false, "ISO 8601 has it, RFC 3339 has not"),
        ("", false, "nothing"),
    ]);
    texts("date-time", &[
        ("2021-01-21T19:38:34Z", true, "an instant"),
        ("2021-01-21t19:38:34z", true, "letters of either case"),
        ("2021-01-21T19:38:34.123456789+05:30", true, "a fraction and an offset"),
        ("2021-01-21T19:38:34-00:00", true, "the unknown offset"),
        ("1990-12-31T23:59:60Z", true, "a leap second"),
        ("1990-12-31T15:59:60-08:00", true, "the same one elsewhere"),
        ("1990-12-31T22:59:60Z", false, "no leap second at that hour"),
        ("2021-01-21T24:00:00Z", false, "hours end at 23"),
        ("2021-01-21T19:38:34", false, "no zone"),
        ("2021-01-21T19:38:34+0530", false, "the offset has a colon"),
        ("2021-01-21T19:38:34+24:00", false, "an offset ends at 23:59"),
        ("2021-01-21 19:38:34Z", false, "a space in place of the T"),
        ("2021-01-21T19:38Z", false, "no seconds"),
        ("2021-01-21T19:38:34.Z", false, "a dot without a fraction"),
        ("2021-01-21", false, "a day is no instant"),
        ("1611257914", false, "nor is a count of seconds"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn identifiers_and_addresses_are_whole() {
    texts("uuid", &[
        ("9763caa1-cef3-497f-b3b2-f551456b2831", true, "a UUID"),
        ("9763CAA1-CEF3-497F-B3B2-F551456B2831", true, "in upper case"),
        ("00000000-0000-0000-0000-000000000000", true, "the nil UUID"),
        ("9763caa1cef3497fb3b2f551456b2831", false, "hyphens are part of it"),
        ("{9763caa1-cef3-497f-b3b2-f551456b2831}", false, "braces are not"),
        ("9763caa1-cef3-497f-b3b2-f551456b283g", false, "g is no digit"),
        ("9763caa1", false, "too short"),
    ]);
    texts("email", &[
        ("jerry@example.com", true, "an address"),
        ("jerry+tag@sub.example.co.uk", true, "with a tag and subdomains"),
        ("jerry", false, "no host"),
        ("jerry@", false, "an empty host"),
        ("@example.com", false, "nobody"),
        ("jerry@example..com", false, "an empty label"),
        ("jerry smith@example.com", false, "a space"),
        ("Jerry <jerry@example.com>", false, "a name before the address"),
        ("<jerry@example.com>", false, "brackets around it"),
    ]);
    texts("uri", &[
        ("https://a.example/b?c=d#e", true, "a URI"),
        ("urn:isbn:0451450523", true, "without a host"),
        ("mailto:a@b.example", true, "any scheme"),
        ("/b", false, "a relative reference is no URI"),
        ("//a.example/b", false, "nor is one without a scheme"),
        ("https://a.example/b c", false, "a space must be encoded"),
        ("https://a.example/ä", false, "so must what is not ASCII"),
        ("https://a.example/%zz", false, "by two digits"),
        ("", false, "nothing"),
    ]);
    texts("ipv4", &[
        ("10.0.0.1", true, "an address"),
        ("10.0.0.256", false, "a byte ends at 255"),
        ("10.0.0", false, "four bytes"),
        ("010.0.0.1", false, "a leading zero would be octal"),
    ]);
    texts("ipv6", &[
        ("::1", true, "an address"),
        ("::ffff:192.0.2.1", true, "with the bytes of an IPv4 address"),
        ("fe80::1%eth0", false, "a zone is no part of it"),
        ("1::2::3", false, "one gap at most"),
        ("10.0.0.1", false, "an IPv4 address is another thing"),
    ]);
    texts("byte", &[
        ("aGVsbG8=", true, "base64"),
        ("", true, "of nothing"),
        ("aGVsbG8", false, "the padding is part of it"),
        ("aGVsbG8==", false, "not more of it"),
        ("aGVsbG8=aGVsbG8=", false, "nor before the end"),
        ("_-8=", false, "the alphabet for URLs is another"),
        ("hello!", false, "not base64"),
    ]);
}

#[test]
#[rustfmt::skip] // One case, one line.
fn other_formats_are_remarks_and_patterns_are_of_ecma_262() {
    answers(&[
        ("{type: string, format: password}", r#""x""#, VALID, "a remark, not a form"),
        ("{type: string, format: phone}", r#""x""#, VALID, "an unknown format is a remark"),
        ("{type: string, format: binary}", r#""\u0000""#, VALID, "any bytes"),
        ("{type: string, format: hostname}", r#""-""#, VALID, "not among the asserted"),
        ("{format: date}", "7", VALID, "a format without type is about texts alone"),
        ("{type: string, pattern: '^a+$'}", r#""ab""#, "does not match the pattern", "a pattern"),
        ("{type: string, pattern: 'b'}", r#""abc""#, VALID, "which matches anywhere"),
        ("{type: string, pattern: '^(?!admin)\\w+$'}", r#""root""#, VALID, "it may look ahead"),
        ("{type: string, pattern: '^(?!admin)\\w+$'}", r#""administrator""#, "does not match the pattern", "and refuse what it sees"),
        ("{type: string, pattern: '^\\d+$'}", r#""٣""#, "does not match the pattern", "digits are those of ASCII"),
        ("{type: string, pattern: '^.$'}", r#""é""#, VALID, "a character is no byte"),
        ("{type: string, pattern: '^\\u00e9$'}", r#""é""#, VALID, "and may be escaped"),
        ("{type: string, pattern: '^.$'}", r#""😀""#, VALID, "nor is it half of a pair"),
        ("{type: string, pattern: '^\\w$'}", r#""é""#, "does not match the pattern", "letters of words are those of ASCII"),
        ("{type: string, pattern: '^\\s$'}", r#""\u00a0""#, VALID, "spaces are those of Unicode"),
        ("{type: string, pattern: '^\\p{Lu}$'}", r#""é""#, "does not match the pattern", "a class of Unicode"),
        ("{type: string, pattern: '^a$'}", r#""a\n""#, "does not match the pattern", "the end is the very end"),
        ("{type: string, pattern: '(?<=a)b'}", r#""ab""#, VALID, "it may look behind"),
        ("{type: string, pattern: '^(.)\\1$'}", r#""ab""#, "does not match the pattern", "and refer back"),
        ("{type: string, pattern: '^[\\w-.]+\\_\\/$'}", r#""a-b._/""#, VALID, "what browsers forgive is forgiven"),
        ("{type: string, pattern: '^[^]$'}", r#""\n""#, VALID, "any character at all"),
        ("{type: string, pattern: '^\\<b\\>$'}", r#""<b>""#, VALID, "brackets are no ends of words"),
        ("{type: string, pattern: '^\\uD83D\\uDE00$'}", r#""😀""#, VALID, "halves of a pair are one character"),
        ("{type: string, pattern: '^[\\w-.]+\\0[\\b]$'}", r#""a-b.\u0000\b""#, VALID, "what browsers forgive is forgiven"),
        ("{type: string, pattern: '^[+-\\d]$'}", r#""-""#, VALID, "a class ends no range"),
        ("{type: string, pattern: '^a{,3}]$'}", r#""a{,3}]""#, VALID, "braces without a count count nothing"),
        ("{type: string, pattern: '^a{1,3}$'}", r#""aaaa""#, "does not match the pattern", "those with a count do"),
        ("{type: string, pattern: '^(?i)a$'}", r#""a""#, "is not understood", "flags within a pattern are another dialect"),
        ("{type: string, pattern: '^{a}$'}", r#""{a}""#, VALID, "braces that count nothing are braces"),
        ("{pattern: '^a'}", "7", VALID, "a pattern without type is about texts alone"),
    ]);
}
