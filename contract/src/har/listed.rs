//! What an archive lists piece by piece where it does not hold the whole: the fields of a form, the
//! cookies and the pairs of a query.

use std::fmt::Write;

use form_urlencoded::Serializer;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::matching;

/// Separates the parts of a form whose media type does not say what does.
const BOUNDARY: &str = "bindery-boundary";

/// A cookie, a pair of a query, or a field of a form.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Field {
    name: String,
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    file_name: Option<String>,
    #[serde(default)]
    content_type: Option<String>,
}

impl Field {
    fn value(&self) -> &str {
        self.value.as_deref().unwrap_or_default()
    }
}

/// A form of the listed fields, and its media type; `None` where there are none, or the media type
/// is that of no form.
pub(super) fn form(media_type: &str, fields: &[Field]) -> Option<(String, String)> {
    if fields.is_empty() {
        return None;
    }
    match matching::essence(media_type).as_str() {
        "application/x-www-form-urlencoded" => {
            let mut text = Serializer::new(String::new());
            for field in fields {
                text.append_pair(&field.name, field.value());
            }
            Some((text.finish(), media_type.to_owned()))
        }
        "multipart/form-data" => {
            let known = matching::parameter(media_type, "boundary");
            let (boundary, media_type) = match known {
                Some(boundary) => (boundary, media_type.to_owned()),
                None => (
                    BOUNDARY.to_owned(),
                    format!("{media_type}; boundary={BOUNDARY}"),
                ),
            };
            Some((parts(&boundary, fields)?, media_type))
        }
        _ => None,
    }
}

fn parts(boundary: &str, fields: &[Field]) -> Option<String> {
    let mut text = String::new();
    for field in fields {
        let name = &field.name;
        let file = field.file_name.as_ref();
        let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
        let kind = field.content_type.as_ref();
        let kind = kind.map_or_else(String::new, |kind| format!("\r\nContent-Type: {kind}"));
        let value = field.value();
        write!(
            text,
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file}{kind}\r\n\r\n{value}\r\n"
        )
        .ok()?;
    }
    write!(text, "--{boundary}--\r\n").ok()?;
    Some(text)
}

/// The value of a `Cookie` header with the listed cookies; `None` where there are none.
pub(super) fn cookies(listed: Option<&RawValue>) -> Option<String> {
    let cookies = read(listed);
    let pairs = cookies
        .iter()
        .map(|cookie| format!("{}={}", cookie.name, cookie.value()));
    let pairs: Vec<String> = pairs.collect();
    (!pairs.is_empty()).then(|| pairs.join("; "))
}

/// The listed pairs of a query.
pub(super) fn query(listed: Option<&RawValue>) -> Vec<(String, String)> {
    let pairs = read(listed).into_iter();
    pairs
        .map(|pair| (pair.name, pair.value.unwrap_or_default()))
        .collect()
}

fn read(listed: Option<&RawValue>) -> Vec<Field> {
    listed
        .and_then(|listed| serde_json::from_str(listed.get()).ok())
        .unwrap_or_default()
}
