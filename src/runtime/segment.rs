//! Paths: every parameter arrives as exactly one encoded segment, or nothing is sent.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Text as it may stand in a path segment, a query or a form.
pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The text that was encoded.
pub(super) fn decode(encoded: &str) -> String {
    percent_decode_str(encoded).decode_utf8_lossy().into_owned()
}

/// Fills the variables of a template with encoded values.
///
/// # Errors
/// Names the variable whose value would leave its segment, or that has no value.
pub(super) fn fill(template: &str, values: &[(&'static str, String)]) -> Result<String, String> {
    if !template.starts_with('/') || template.contains(['?', '#']) {
        return Err(format!(
            "`{template}` is no path: it begins with `/` and has no query"
        ));
    }
    let mut path = String::with_capacity(template.len() + 32);
    for segment in template.split('/').skip(1) {
        path.push('/');
        let start = path.len();
        push_segment(&mut path, segment, values)?;
        // Checked after substitution: `{a}{b}` may spell `..` out of two harmless values.
        let filled = &path[start..];
        if matches!(filled, "." | "..") {
            return Err(format!(
                "path segment `{segment}` would be `{filled}`, which names another path"
            ));
        }
    }
    Ok(path)
}

fn push_segment(
    path: &mut String,
    segment: &str,
    values: &[(&'static str, String)],
) -> Result<(), String> {
    let mut rest = segment;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        let value = values.iter().find(|(known, _)| *known == name);
        let (_, value) = value.ok_or_else(|| format!("path parameter `{name}` is missing"))?;
        if value.is_empty() {
            return Err(format!("path parameter `{name}` is empty"));
        }
        push_literal(path, before);
        path.push_str(value);
        rest = after;
    }
    push_literal(path, rest);
    Ok(())
}

/// What the document writes stays as it is, but that a URL takes a backslash for a slash.
fn push_literal(path: &mut String, text: &str) {
    for (index, part) in text.split('\\').enumerate() {
        if index > 0 {
            path.push_str("%5C");
        }
        path.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, values: &[(&'static str, &str)], expected: Result<&str, &str>) {
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, encode(value)))
            .collect();
        let filled = fill(template, &values);
        match expected {
            Ok(path) => assert_eq!(filled.as_deref(), Ok(path)),
            Err(part) => assert!(filled.unwrap_err().contains(part)),
        }
    }

    #[test]
    fn a_value_is_one_segment() {
        check("/users/{id}", &[("id", "a")], Ok("/users/a"));
        check("/users/{id}", &[("id", "a/b")], Ok("/users/a%2Fb"));
        check(
            "/users/{id}",
            &[("id", "a\\..\\b")],
            Ok("/users/a%5C..%5Cb"),
        );
        check("/users/{id}", &[("id", "%2e%2e")], Ok("/users/%252e%252e"));
        check("/users/{id}", &[("id", "?x#y")], Ok("/users/%3Fx%23y"));
        check("/users/{id}", &[("id", "é\n")], Ok("/users/%C3%A9%0A"));
        check(
            "/users/{id}:cancel",
            &[("id", "..")],
            Ok("/users/..:cancel"),
        );
    }

    #[test]
    fn a_value_that_leaves_its_segment_is_refused() {
        check("/users/{id}", &[("id", "")], Err("`id` is empty"));
        check("/users/{id}", &[("id", ".")], Err("names another path"));
        check("/users/{id}", &[("id", "..")], Err("names another path"));
        check(
            "/{a}{b}",
            &[("a", "."), ("b", ".")],
            Err("names another path"),
        );
        check("/users/{id}", &[], Err("`id` is missing"));
        check("/users/../{id}", &[("id", "a")], Err("names another path"));
        check("users", &[], Err("is no path"));
        check("/users?a=b", &[], Err("is no path"));
        check("/a\\{id}\\..", &[("id", "b")], Ok("/a%5Cb%5C.."));
    }
}
