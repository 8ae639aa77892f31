//! Runs of base64 and of hexadecimal digits, rewritten where what they mean holds a known value.

use base64::{
    Engine, alphabet,
    engine::{
        DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig,
        general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
    },
};

/// How short a run of letters may be that is read as base64: four bytes.
const SHORTEST_BASE64: usize = 6;
/// How short a run of digits may be that is read as hexadecimal: four bytes.
const SHORTEST_HEX: usize = 8;
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Bytes with the known values in them replaced, and where the first of these begins; `None` if
/// there is none.
pub(super) type Replace<'a> = dyn Fn(&[u8]) -> Option<(usize, Vec<u8>)> + 'a;

/// The text with its runs of base64 rewritten; `None` if nothing changed.
pub(super) fn base64(text: &str, replace: &Replace<'_>) -> Option<String> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "+/-_".contains(letter);
    let padding = |rest: &str| rest.len() - rest.trim_start_matches('=').len();
    runs(text, SHORTEST_BASE64, is_letter, |run, rest| {
        let padding = padding(rest);
        Some((of_base64(run, padding > 0, replace)?, padding))
    })
}

/// The text with its runs of hexadecimal digits rewritten; `None` if nothing changed.
pub(super) fn hex(text: &str, replace: &Replace<'_>) -> Option<String> {
    let is_digit = |letter: char| letter.is_ascii_hexdigit();
    runs(text, SHORTEST_HEX, is_digit, |run, _| {
        Some((of_hex(run, replace)?, 0))
    })
}

/// Shows `write` each run, with what stands behind it; it gives what to put there, and how many
/// signs behind the run belong to it.
fn runs(
    text: &str,
    shortest: usize,
    is_letter: impl Fn(char) -> bool,
    write: impl Fn(&str, &str) -> Option<(String, usize)>,
) -> Option<String> {
    let mut out = String::new();
    let (mut at, mut done) = (0, 0);
    while let Some(start) = text[at..].find(&is_letter).map(|start| at + start) {
        let rest = &text[start..];
        let length = rest.find(|letter| !is_letter(letter)).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(length);
        at = start + length;
        if length >= shortest
            && let Some((run, more)) = write(run, behind)
        {
            at += more;
            out.push_str(&text[done..start]);
            out.push_str(&run);
            done = at;
        }
    }
    (done > 0).then(|| out + &text[done..])
}

/// A run may begin with letters that are no part of what is encoded, as the path before it is
/// none, so each of four beginnings is tried.
fn of_base64(run: &str, padded: bool, replace: &Replace<'_>) -> Option<String> {
    let for_urls = run.contains(['-', '_']);
    let plain = run.replace('-', "+").replace('_', "/");
    (0..4).find_map(|skip| {
        let read = plain.get(skip..)?;
        // A single letter at the end means nothing.
        let (read, rest) = read.split_at(read.len() - usize::from(read.len() % 4 == 1));
        let (first, bytes) = replace(&LENIENT.decode(read).ok()?)?;
        // Three bytes are four letters, so all before the first match stays as it is.
        let group = first / 3;
        let engine = match (for_urls, padded) {
            (true, true) => URL_SAFE,
            (true, false) => URL_SAFE_NO_PAD,
            (false, true) => STANDARD,
            (false, false) => STANDARD_NO_PAD,
        };
        let encoded = engine.encode(&bytes[group * 3..]);
        Some(format!("{}{encoded}{rest}", &run[..skip + group * 4]))
    })
}

fn of_hex(run: &str, replace: &Replace<'_>) -> Option<String> {
    let upper = run.contains(|digit: char| digit.is_ascii_uppercase());
    let written = |byte: &u8| {
        if upper {
            format!("{byte:02X}")
        } else {
            format!("{byte:02x}")
        }
    };
    (0..2).find_map(|skip| {
        let (begin, pairs) = run.split_at(skip);
        let (pairs, rest) = pairs.split_at(pairs.len() / 2 * 2);
        let digits = (0..pairs.len()).step_by(2).map(|at| &pairs[at..at + 2]);
        let bytes = digits.map(|digits| u8::from_str_radix(digits, 16).ok());
        let (_, bytes) = replace(&bytes.collect::<Option<Vec<u8>>>()?)?;
        let written: String = bytes.iter().map(written).collect();
        Some(format!("{begin}{written}{rest}"))
    })
}
