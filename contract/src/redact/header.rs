//! Goes through the headers: credentials with their scheme, cookies, and all others as texts.

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{
    marks::{Applied, Mark},
    walk::{Kind, Map, Seen, Visit},
};

/// Shows the value of a header; `cookie` tells what applies to a cookie of a name.
pub(super) fn show(
    map: Map<'_>,
    name: &str,
    value: &mut String,
    applied: &Applied,
    cookie: impl Fn(&str) -> Applied,
    visit: &mut Visit<'_>,
) {
    let place = format!("header `{name}`");
    match name.to_ascii_lowercase().as_str() {
        "authorization" | "proxy-authorization" => credential(value, &place, visit),
        "cookie" => {
            *value = cookies(map, value, &cookie, visit);
        }
        "set-cookie" => {
            let (pair, attributes) = value.split_at(value.find(';').unwrap_or(value.len()));
            *value = cookies(map, pair, &cookie, visit) + attributes;
        }
        _ => match map.mark(applied, name, true) {
            Some(_) if is_scheme(value) => credential(value, &place, visit),
            mark => map.parameter_value(value, mark, applied, &place, visit),
        },
    }
}

fn is_scheme(value: &str) -> bool {
    let scheme = value
        .split_once(' ')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| ["basic", "bearer", "token", "digest"].contains(&scheme.as_str()))
}

/// A credential behind the name of its scheme; of basic authentication both of its parts.
fn credential(value: &mut String, place: &str, visit: &mut Visit<'_>) {
    let nothing = Applied::default();
    let mut secret = |text: &str| {
        let now = visit(&Seen {
            text,
            kind: Kind::Text,
            mark: Some(Mark::Secret),
            applied: &nothing,
            place,
        });
        now.unwrap_or_else(|| text.to_owned())
    };
    let Some((scheme, credential)) = value.split_once(' ') else {
        *value = secret(value);
        return;
    };
    let decoded = STANDARD
        .decode(credential)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let pair = decoded
        .as_deref()
        .and_then(|decoded| decoded.split_once(':'));
    let now = match pair.filter(|_| scheme.eq_ignore_ascii_case("basic")) {
        Some((user, password)) => STANDARD.encode(format!("{}:{}", secret(user), secret(password))),
        None => secret(credential),
    };
    *value = format!("{scheme} {now}");
}

/// Cookies with their names and without their values.
fn cookies(
    map: Map<'_>,
    value: &str,
    applied: &impl Fn(&str) -> Applied,
    visit: &mut Visit<'_>,
) -> String {
    let cookies = value.split(';').map(|cookie| {
        let (name, value) = cookie.split_once('=').unwrap_or(("", cookie));
        let (name, mut value) = (name.trim(), value.trim().to_owned());
        let (applied, place) = (applied(name), format!("cookie `{name}`"));
        map.parameter_value(&mut value, Some(Mark::Secret), &applied, &place, visit);
        if name.is_empty() {
            value
        } else {
            format!("{name}={value}")
        }
    });
    cookies.collect::<Vec<_>>().join("; ")
}
