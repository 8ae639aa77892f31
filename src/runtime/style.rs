//! How a parameter's value is written (OpenAPI 3.0.3, "Style Values").

use serde_json::Value;

use super::{
    segment::{decode, encode},
    written::{Written, spelled},
};

/// A parameter's style; the usual ones need not be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `a,b` in paths and headers.
    Simple {
        /// Objects as `k=v,k=v` instead of `k,v,k,v`.
        explode: bool,
    },
    /// `.a.b` in paths.
    Label {
        /// Objects as `.k=v.k=v` instead of `.k.v.k.v`.
        explode: bool,
    },
    /// `;name=a,b` in paths.
    Matrix {
        /// `;name=a;name=b`, and objects as `;k=v;k=v`.
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
    /// `name[key]=value`; what is nested deeper, which OpenAPI leaves open, as `name[key][key]=value`
    /// and `name[key][0]=value`.
    DeepObject,
    /// The value as JSON text.
    Json,
}

/// The encoded pairs of a query or cookie parameter; none for null and for what is absent.
pub(super) fn pairs(name: &str, style: Style, value: &Written) -> Vec<(String, String)> {
    if value.is_null() {
        return Vec::new();
    }
    let encoded = encode(name);
    match (style, value) {
        (Style::Json, _) => vec![(encoded, encode(&value.to_string()))],
        (Style::DeepObject, Written::Object(_) | Written::List(_)) => {
            let mut pairs = Vec::new();
            deep(&encoded, value, &mut pairs);
            pairs
        }
        (Style::Form { explode: true }, Written::List(items)) => items
            .iter()
            .filter_map(text)
            .map(|text| (encoded.clone(), text))
            .collect(),
        (Style::Form { explode: true }, Written::Object(entries)) => {
            let pairs = entries
                .iter()
                .filter_map(|(key, value)| Some((encode(key), text(value)?)));
            pairs.collect()
        }
        (Style::SpaceDelimited, Written::List(_) | Written::Object(_)) => {
            vec![(encoded, joined(value, "%20"))]
        }
        (Style::PipeDelimited, Written::List(_) | Written::Object(_)) => {
            vec![(encoded, joined(value, "%7C"))]
        }
        (_, Written::List(_) | Written::Object(_)) => vec![(encoded, joined(value, ","))],
        _ => text(value)
            .map(|text| (encoded, text))
            .into_iter()
            .collect(),
    }
}

/// The same pairs as parts of a body, in which nothing is encoded.
pub(super) fn parts(name: &str, style: Style, value: &Written) -> Vec<(String, String)> {
    let pairs = pairs(name, style, value).into_iter();
    pairs
        .map(|(name, value)| (decode(&name), decode(&value)))
        .collect()
}

/// One pair for each scalar inside, whose name is the way to it.
fn deep(name: &str, value: &Written, pairs: &mut Vec<(String, String)>) {
    match value {
        Written::Object(entries) => {
            for (key, value) in entries {
                deep(&format!("{name}%5B{}%5D", encode(key)), value, pairs);
            }
        }
        Written::List(items) => {
            for (index, value) in items.iter().enumerate() {
                deep(&format!("{name}%5B{index}%5D"), value, pairs);
            }
        }
        Written::Scalar(_) => pairs.extend(text(value).map(|text| (name.to_owned(), text))),
    }
}

/// The encoded text of a path parameter.
pub(super) fn path(name: &str, style: Style, value: &Written) -> String {
    let name = encode(name);
    match (style, value) {
        (Style::Json, _) => encode(&value.to_string()),
        (Style::Simple { explode: true }, Written::Object(_)) => exploded(value, ","),
        (Style::Label { explode: true }, Written::Object(_)) => {
            format!(".{}", exploded(value, "."))
        }
        (Style::Label { .. }, _) => format!(".{}", joined(value, ".")),
        (Style::Matrix { explode: true }, Written::Object(_)) => {
            format!(";{}", exploded(value, ";"))
        }
        (Style::Matrix { explode: true }, Written::List(items)) => {
            let items = items.iter().filter_map(text);
            let pairs: Vec<String> = items.map(|text| format!(";{name}={text}")).collect();
            pairs.concat()
        }
        (Style::Matrix { .. }, _) => match joined(value, ",").as_str() {
            "" => format!(";{name}"),
            text => format!(";{name}={text}"),
        },
        _ => joined(value, ","),
    }
}

/// The keys and values of an object, each pair with its `=`.
fn exploded(value: &Written, separator: &str) -> String {
    let Written::Object(entries) = value else {
        return String::new();
    };
    let entries = entries.iter();
    let pairs =
        entries.filter_map(|(key, value)| Some(format!("{}={}", encode(key), text(value)?)));
    pairs.collect::<Vec<_>>().join(separator)
}

/// The text of a header, which is not percent-encoded.
pub(super) fn header(style: Style, value: &Written) -> Option<String> {
    let explode = style == Style::Simple { explode: true };
    match value {
        Written::Scalar(Value::Null) => None,
        _ if style == Style::Json => Some(value.to_string()),
        Written::List(items) => Some(items.iter().filter_map(plain).collect::<Vec<_>>().join(",")),
        Written::Object(entries) => {
            let between = if explode { "=" } else { "," };
            let pairs = entries
                .iter()
                .filter_map(|(key, value)| Some(format!("{key}{between}{}", plain(value)?)));
            Some(pairs.collect::<Vec<_>>().join(","))
        }
        Written::Scalar(_) => plain(value),
    }
}

/// The encoded members of an array, or keys and values of an object, in one text.
fn joined(value: &Written, separator: &str) -> String {
    let members: Vec<String> = match value {
        Written::List(items) => items.iter().filter_map(text).collect(),
        Written::Object(entries) => entries
            .iter()
            .filter_map(|(key, value)| Some([encode(key), text(value)?]))
            .flatten()
            .collect(),
        Written::Scalar(_) => text(value).into_iter().collect(),
    };
    members.join(separator)
}

fn text(value: &Written) -> Option<String> {
    match value {
        // The usual case needs no copy.
        Written::Scalar(Value::String(text)) => Some(encode(text)),
        _ => plain(value).map(|text| encode(&text)),
    }
}

/// A scalar as text; what OpenAPI gives no form inside a parameter is written as JSON.
fn plain(value: &Written) -> Option<String> {
    match value {
        Written::Scalar(Value::Null) => None,
        Written::Scalar(scalar) => Some(spelled(scalar)),
        _ => Some(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn color() -> Written {
        serde_json::from_str(r#"{"R":100,"G":200,"B":150}"#).unwrap()
    }

    #[test]
    fn styles_are_written_as_openapi_prints_them() {
        let nested = json!({ "a": { "b": [1, { "c": "d" }] }, "none": null });
        let array = Written::from(json!(["blue", "black"]));
        let object = color();
        for (style, value, expected) in [
            (
                Style::Form { explode: true },
                json!("a b&c").into(),
                "color=a%20b%26c",
            ),
            (Style::Form { explode: true }, json!("").into(), "color="),
            (
                Style::Form { explode: false },
                json!([3.0, -2.0, 1e16, 0.5, 1e300]).into(),
                "color=3,-2,10000000000000000,0.5,1e%2B300",
            ),
            (Style::Form { explode: true }, json!(null).into(), ""),
            (
                Style::Form { explode: true },
                array.clone(),
                "color=blue&color=black",
            ),
            (Style::Form { explode: true }, json!([]).into(), ""),
            (
                Style::Form { explode: true },
                object.clone(),
                "R=100&G=200&B=150",
            ),
            (
                Style::Form { explode: false },
                array.clone(),
                "color=blue,black",
            ),
            (
                Style::Form { explode: false },
                object.clone(),
                "color=R,100,G,200,B,150",
            ),
            (Style::SpaceDelimited, array.clone(), "color=blue%20black"),
            (Style::PipeDelimited, array.clone(), "color=blue%7Cblack"),
            (
                Style::DeepObject,
                object.clone(),
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            ),
            (
                Style::DeepObject,
                nested.into(),
                "color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=d",
            ),
            (
                Style::Json,
                object.clone(),
                "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
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
                "R,100,G,200,B,150",
            ),
            (Style::Simple { explode: true }, object, "R=100,G=200,B=150"),
        ] {
            assert_eq!(path("color", style, &value), expected);
            assert_eq!(header(style, &value).as_deref(), Some(expected));
        }
    }

    /// The rows `matrix` and `label` of OpenAPI 3.0.3, "Style Examples".
    #[test]
    fn path_styles_are_written_as_openapi_prints_them() {
        let values = [
            json!("").into(),
            json!("blue").into(),
            json!(["blue", "black", "brown"]).into(),
            color(),
        ];
        for (style, expected) in [
            (
                Style::Matrix { explode: false },
                [
                    ";color",
                    ";color=blue",
                    ";color=blue,black,brown",
                    ";color=R,100,G,200,B,150",
                ],
            ),
            (
                Style::Matrix { explode: true },
                [
                    ";color",
                    ";color=blue",
                    ";color=blue;color=black;color=brown",
                    ";R=100;G=200;B=150",
                ],
            ),
            (
                Style::Label { explode: false },
                [".", ".blue", ".blue.black.brown", ".R.100.G.200.B.150"],
            ),
            (
                Style::Label { explode: true },
                [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
            ),
        ] {
            let written = values.each_ref().map(|value| path("color", style, value));
            assert_eq!(written, expected, "{style:?}");
        }
    }
}
