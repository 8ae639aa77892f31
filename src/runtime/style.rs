//! How a parameter's value is written (OpenAPI 3.0.3, "Style Values").

use serde_json::Value;

use super::segment::encode;

/// A parameter's style; the usual ones need not be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `a,b` in paths and headers.
    Simple {
        /// Objects as `k=v,k=v` instead of `k,v,k,v`.
        explode: bool,
    },
    /// `name=a&name=b` or `name=a,b` in queries and cookies.
    Form {
        /// One pair a value instead of one for all.
        explode: bool,
    },
    /// `name=a%20b`.
    SpaceDelimited,
    /// `name=a%7Cb`.
    PipeDelimited,
    /// `name[key]=value`.
    DeepObject,
    /// The value as JSON text.
    Json,
}

/// The encoded pairs of a query or cookie parameter; none for null and for what is absent.
pub(super) fn pairs(name: &str, style: Style, value: &Value) -> Vec<(String, String)> {
    if value.is_null() {
        return Vec::new();
    }
    let encoded = encode(name);
    match (style, value) {
        (Style::Json, _) => vec![(encoded, encode(&value.to_string()))],
        (Style::DeepObject, Value::Object(entries)) => {
            let pairs = entries.iter().filter_map(|(key, value)| {
                Some((format!("{encoded}%5B{}%5D", encode(key)), text(value)?))
            });
            pairs.collect()
        }
        (Style::Form { explode: true } | Style::DeepObject, Value::Array(items)) => items
            .iter()
            .filter_map(text)
            .map(|text| (encoded.clone(), text))
            .collect(),
        (Style::Form { explode: true }, Value::Object(entries)) => {
            let pairs = entries
                .iter()
                .filter_map(|(key, value)| Some((encode(key), text(value)?)));
            pairs.collect()
        }
        (Style::SpaceDelimited, Value::Array(_) | Value::Object(_)) => {
            vec![(encoded, joined(value, "%20"))]
        }
        (Style::PipeDelimited, Value::Array(_) | Value::Object(_)) => {
            vec![(encoded, joined(value, "%7C"))]
        }
        (_, Value::Array(_) | Value::Object(_)) => vec![(encoded, joined(value, ","))],
        _ => text(value)
            .map(|text| (encoded, text))
            .into_iter()
            .collect(),
    }
}

/// The encoded text of a path parameter.
pub(super) fn path(style: Style, value: &Value) -> String {
    match (style, value) {
        (Style::Json, _) => encode(&value.to_string()),
        (Style::Simple { explode: true }, Value::Object(entries)) => {
            let pairs = entries
                .iter()
                .filter_map(|(key, value)| Some(format!("{}={}", encode(key), text(value)?)));
            pairs.collect::<Vec<_>>().join(",")
        }
        (_, Value::Array(_) | Value::Object(_)) => joined(value, ","),
        _ => text(value).unwrap_or_default(),
    }
}

/// The text of a header, which is not percent-encoded.
pub(super) fn header(style: Style, value: &Value) -> Option<String> {
    let explode = style == Style::Simple { explode: true };
    match value {
        Value::Null => None,
        _ if style == Style::Json => Some(value.to_string()),
        Value::Array(items) => Some(items.iter().filter_map(plain).collect::<Vec<_>>().join(",")),
        Value::Object(entries) => {
            let between = if explode { "=" } else { "," };
            let pairs = entries
                .iter()
                .filter_map(|(key, value)| Some(format!("{key}{between}{}", plain(value)?)));
            Some(pairs.collect::<Vec<_>>().join(","))
        }
        _ => plain(value),
    }
}

/// The encoded members of an array, or keys and values of an object, in one text.
fn joined(value: &Value, separator: &str) -> String {
    let members: Vec<String> = match value {
        Value::Array(items) => items.iter().filter_map(text).collect(),
        Value::Object(entries) => entries
            .iter()
            .filter_map(|(key, value)| Some([encode(key), text(value)?]))
            .flatten()
            .collect(),
        _ => text(value).into_iter().collect(),
    };
    members.join(separator)
}

fn text(value: &Value) -> Option<String> {
    match value {
        // The usual case needs no copy.
        Value::String(text) => Some(encode(text)),
        _ => plain(value).map(|text| encode(&text)),
    }
}

/// A scalar as text; what OpenAPI gives no form inside a parameter is written as JSON.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        _ => Some(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn styles_are_written_as_openapi_prints_them() {
        let array = json!(["blue", "black"]);
        let object = json!({ "G": 200, "R": 100 });
        for (style, value, expected) in [
            (
                Style::Form { explode: true },
                json!("a b&c"),
                "color=a%20b%26c",
            ),
            (Style::Form { explode: true }, json!(""), "color="),
            (Style::Form { explode: true }, json!(null), ""),
            (
                Style::Form { explode: true },
                array.clone(),
                "color=blue&color=black",
            ),
            (Style::Form { explode: true }, json!([]), ""),
            (Style::Form { explode: true }, object.clone(), "G=200&R=100"),
            (
                Style::Form { explode: false },
                array.clone(),
                "color=blue,black",
            ),
            (
                Style::Form { explode: false },
                object.clone(),
                "color=G,200,R,100",
            ),
            (Style::SpaceDelimited, array.clone(), "color=blue%20black"),
            (Style::PipeDelimited, array.clone(), "color=blue%7Cblack"),
            (
                Style::DeepObject,
                object.clone(),
                "color%5BG%5D=200&color%5BR%5D=100",
            ),
            (
                Style::Json,
                object.clone(),
                "color=%7B%22G%22%3A200%2C%22R%22%3A100%7D",
            ),
        ] {
            let pairs: Vec<String> = pairs("color", style, &value)
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            assert_eq!(pairs.join("&"), expected, "{style:?} {value}");
        }
        for (style, value, expected) in [
            (
                Style::Simple { explode: false },
                array.clone(),
                "blue,black",
            ),
            (
                Style::Simple { explode: false },
                object.clone(),
                "G,200,R,100",
            ),
            (Style::Simple { explode: true }, object, "G=200,R=100"),
        ] {
            assert_eq!(path(style, &value), expected);
            assert_eq!(header(style, &value).as_deref(), Some(expected));
        }
    }
}
