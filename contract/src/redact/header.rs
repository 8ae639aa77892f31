//! Goes through the headers: credentials with their scheme, cookies, and all others as texts.

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{
    marks::{Applied, Mark},
    walk::{Kind, Map, Seen, Visit},
};

/// Shows the value of a header.
pub(super) fn show(
    map: Map<'_>,
    name: &str,
    value: &mut String,
    applied: &Applied,
    visit: &mut Visit<'_>,
) {
    let place = format!("header `{name}`");
    let nothing = Applied::default();
    let mut secret = |text: &str| {
        visit(&Seen {
            text,
            kind: Kind::Text,
            mark: Some(Mark::Secret),
            applied: &nothing,
            place: &place,
        })
    };
    let now = match name.to_ascii_lowercase().as_str() {
        "authorization" | "proxy-authorization" => credential(value, &mut secret),
        "cookie" => Some(cookies(value, &mut secret)),
        "set-cookie" => {
            let (cookie, attributes) = value.split_at(value.find(';').unwrap_or(value.len()));
            Some(cookies(cookie, &mut secret) + attributes)
        }
        _ => match map.mark(applied, name, true) {
            Some(_) if is_scheme(value) => credential(value, &mut secret),
            Some(mark) => visit(&Seen {
                text: value,
                kind: Kind::Text,
                mark: Some(mark),
                applied,
                place: &place,
            }),
            None => map.text(value, applied, &place, visit),
        },
    };
    if let Some(now) = now {
        *value = now;
    }
}

fn is_scheme(value: &str) -> bool {
    let scheme = value
        .split_once(' ')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| ["basic", "bearer", "token", "digest"].contains(&scheme.as_str()))
}

/// A credential behind the name of its scheme; of basic authentication both of its parts.
fn credential(value: &str, secret: &mut impl FnMut(&str) -> Option<String>) -> Option<String> {
    let Some((scheme, credential)) = value.split_once(' ') else {
        return secret(value);
    };
    let decoded = STANDARD
        .decode(credential)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let pair = decoded
        .as_deref()
        .and_then(|decoded| decoded.split_once(':'));
    if scheme.eq_ignore_ascii_case("basic")
        && let Some((user, password)) = pair
    {
        let mut part = |text: &str| secret(text).unwrap_or_else(|| text.to_owned());
        let pair = format!("{}:{}", part(user), part(password));
        return Some(format!("{scheme} {}", STANDARD.encode(pair)));
    }
    Some(format!("{scheme} {}", secret(credential)?))
}

/// Cookies with their names and without their values.
fn cookies(value: &str, secret: &mut impl FnMut(&str) -> Option<String>) -> String {
    let cookies = value.split(';').map(|cookie| match cookie.split_once('=') {
        Some((name, value)) => {
            let now = secret(value).unwrap_or_else(|| value.to_owned());
            format!("{name}={now}")
        }
        None => secret(cookie).unwrap_or_else(|| cookie.to_owned()),
    });
    cookies.collect::<Vec<_>>().join(";")
}
