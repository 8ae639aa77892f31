//! Stand-ins from the space of a format, each of which is a value of it.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use fastrand::Rng;

use super::{drawn, same_shape};

/// The host that no mail reaches and no page answers from (RFC 2606).
const HOST: &str = "example.com";
/// The networks that are kept for documentation (RFC 5737).
const NETS: [&str; 3] = ["192.0.2", "198.51.100", "203.0.113"];

/// The format that a text has by its looks.
pub(super) fn looked_like(text: &str) -> Option<&'static str> {
    if is_email(text) {
        Some("email")
    } else if text.contains("://") {
        Some("uri")
    } else if is_date(text) {
        Some("date-time")
    } else if is_uuid(text) {
        Some("uuid")
    } else if text.parse::<std::net::Ipv4Addr>().is_ok() {
        Some("ipv4")
    } else if text.parse::<std::net::Ipv6Addr>().is_ok() {
        Some("ipv6")
    } else {
        None
    }
}

/// Other values of a format than a text of it; none of a format that nothing is known of.
pub(super) fn another(format: &str, text: &str, number: usize, rng: &mut Rng) -> Vec<String> {
    match format {
        "email" => vec![format!("user-{number}@{HOST}")],
        "uri" => uris(text, rng),
        "date" | "date-time" if is_date(text) => drawn(rng, |rng| date(text, rng)),
        "uuid" if is_uuid(text) => drawn(rng, |rng| uuid(text, rng)),
        "ipv4" => {
            let mut found = drawn(rng, |rng| {
                format!("{}.{}", NETS[rng.usize(..NETS.len())], rng.u8(1..255))
            });
            found.extend(drawn(rng, |rng| octets(text, rng)));
            found
        }
        "ipv6" => {
            let mut found = drawn(rng, |rng| {
                let groups: Vec<String> = (0..6).map(|_| format!("{:x}", rng.u16(..))).collect();
                // What is kept for documentation (RFC 3849).
                format!("2001:db8:{}", groups.join(":"))
            });
            found.extend(drawn(rng, |rng| groups(text, rng)));
            found
        }
        "byte" => match STANDARD.decode(text) {
            Ok(bytes) => drawn(rng, |rng| {
                let others: Vec<u8> = bytes.iter().map(|_| rng.u8(..)).collect();
                STANDARD.encode(others)
            }),
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn uris(text: &str, rng: &mut Rng) -> Vec<String> {
    if let Some((scheme, rest)) = text.split_once("://") {
        let path = rest.find('/').map_or("", |at| &rest[at..]);
        let mut found = drawn(rng, |rng| {
            format!("{scheme}://{HOST}{}", encoded_shape(path, rng))
        });
        found.extend(drawn(rng, |rng| {
            format!("{scheme}://{}", encoded_shape(rest, rng))
        }));
        return found;
    }
    match text.split_once(':') {
        Some((scheme, rest)) => drawn(rng, |rng| format!("{scheme}:{}", encoded_shape(rest, rng))),
        None => Vec::new(),
    }
}

/// The same shape, of what is percent-encoded the letter `%41` to `%49`.
fn encoded_shape(text: &str, rng: &mut Rng) -> String {
    let mut parts = text.split('%');
    let mut out = same_shape(parts.next().unwrap_or_default(), rng);
    for part in parts {
        match part.get(2..) {
            Some(rest) => {
                out += "%4";
                out.push(char::from(rng.u8(b'1'..=b'9')));
                out += &same_shape(rest, rng);
            }
            None => out += &same_shape(part, rng),
        }
    }
    out
}

/// An address of IPv4 whose numbers are as long.
fn octets(text: &str, rng: &mut Rng) -> String {
    let parts = text.split('.').map(|part| match part.len() {
        1 => rng.u8(0..=9),
        2 => rng.u8(10..=99),
        _ => rng.u8(100..=255),
    });
    let parts: Vec<String> = parts.map(|part| part.to_string()).collect();
    parts.join(".")
}

/// An address of IPv6 whose groups are as long.
fn groups(text: &str, rng: &mut Rng) -> String {
    let groups = text.split(':').map(|group| {
        if group.contains('.') {
            return octets(group, rng);
        }
        group.chars().map(|_| rng.digit(16)).collect()
    });
    let groups: Vec<String> = groups.collect();
    groups.join(":")
}

fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.contains(['@', '/', ' '])
    })
}

fn is_date(text: &str) -> bool {
    const LOCAL: &str = "%Y-%m-%dT%H:%M:%S%.f";
    NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() && text.len() == 10
        || NaiveDateTime::parse_from_str(text, LOCAL).is_ok()
        || DateTime::parse_from_rfc3339(text).is_ok()
}

/// Another day of the last century's second half, and another time if there is one.
fn date(text: &str, rng: &mut Rng) -> String {
    let day = format!(
        "{:04}-{:02}-{:02}",
        rng.u16(1950..2000),
        rng.u8(1..=12),
        rng.u8(1..=28)
    );
    let (time, zone) = match text[10..].find(['Z', 'z', '+', '-']) {
        Some(at) => text[10..].split_at(at),
        None => (&text[10..], ""),
    };
    if time.is_empty() {
        return day;
    }
    format!(
        "{day}{}{:02}:{:02}:{:02}{}{zone}",
        &time[..1],
        rng.u8(0..24),
        rng.u8(0..60),
        rng.u8(0..60),
        same_shape(&time[9..], rng)
    )
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, sign)| match at {
            8 | 13 | 18 | 23 => sign == b'-',
            _ => sign.is_ascii_hexdigit(),
        })
}

/// Other digits, the version and the variant excepted.
fn uuid(text: &str, rng: &mut Rng) -> String {
    let upper = text.contains(|sign: char| sign.is_ascii_uppercase());
    let signs = text.char_indices().map(|(at, sign)| match (at, sign) {
        (14 | 19, _) | (_, '-') => sign,
        _ if upper => rng.digit(16).to_ascii_uppercase(),
        _ => rng.digit(16),
    });
    signs.collect()
}
