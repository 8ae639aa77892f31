//! Bodies in parts (RFC 7578): files beside fields.

use bytes::{BufMut, Bytes, BytesMut};
use http::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use super::{
    style::{self, Style},
    written::{Written, spelled},
};

/// The media type of bytes of which nothing is known.
const UNTYPED: &str = "application/octet-stream";

/// A file to send.
///
/// ```
/// use bindery::runtime::File;
///
/// let photo = File::new(b"GIF89a".as_slice()).name("photo.gif").media_type("image/gif");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    content: Bytes,
    name: String,
    media_type: String,
}

impl File {
    /// A file without a name of its own, of no particular type.
    pub fn new(content: impl Into<Bytes>) -> Self {
        Self {
            content: content.into(),
            name: "file".to_owned(),
            media_type: UNTYPED.to_owned(),
        }
    }

    /// The name that the receiver sees.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// The same file, of this media type where none was given.
    #[must_use]
    pub fn or_media_type(&self, media_type: &str) -> Self {
        let mut file = self.clone();
        if file.media_type == UNTYPED {
            media_type.clone_into(&mut file.media_type);
        }
        file
    }

    /// What the file is, such as `image/png`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = media_type.into();
        self
    }
}

impl<T: Into<Bytes>> From<T> for File {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

/// What can be sent in parts; generated types are.
pub trait Multipart {
    /// The parts.
    ///
    /// # Errors
    /// When a field cannot be written.
    fn form(&self) -> Result<Form, String>;
}

/// Parts, in the order in which they are sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    name: String,
    file_name: Option<String>,
    media_type: Option<String>,
    content: Bytes,
}

impl Form {
    /// No parts yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field: a list as one part each, an object as JSON, null not at all.
    ///
    /// # Errors
    /// When the value cannot be written.
    pub fn field(self, name: &str, value: impl Serialize) -> Result<Self, String> {
        self.typed(name, None, value)
    }

    /// Adds a field of a media type of its own; texts stand as they are, all else as JSON.
    ///
    /// # Errors
    /// When the value cannot be written.
    pub fn field_as(
        self,
        name: &str,
        media_type: &str,
        value: impl Serialize,
    ) -> Result<Self, String> {
        self.typed(name, Some(media_type), value)
    }

    /// Adds a field in a style, as a document of OpenAPI 3.1 may ask: a part for each pair that a
    /// query would have (OpenAPI 3.1, "Encoding Object").
    ///
    /// # Errors
    /// When the value cannot be written.
    pub fn field_in(
        mut self,
        name: &str,
        style: Style,
        value: impl Serialize,
    ) -> Result<Self, String> {
        let pairs = style::parts(name, style, &written(name, value)?);
        self.parts
            .extend(pairs.into_iter().map(|(name, text)| Part {
                name,
                file_name: None,
                media_type: None,
                content: text.into(),
            }));
        Ok(self)
    }

    fn typed(
        self,
        name: &str,
        media_type: Option<&str>,
        value: impl Serialize,
    ) -> Result<Self, String> {
        Ok(match written(name, value)? {
            Written::List(items) => items
                .into_iter()
                .fold(self, |form, item| form.value(name, media_type, item)),
            value => self.value(name, media_type, value),
        })
    }

    /// Adds a file.
    #[must_use]
    pub fn file(mut self, name: &str, file: &File) -> Self {
        self.parts.push(Part {
            name: name.to_owned(),
            file_name: Some(file.name.clone()),
            media_type: Some(file.media_type.clone()),
            content: file.content.clone(),
        });
        self
    }

    fn value(mut self, name: &str, media_type: Option<&str>, value: Written) -> Self {
        let (usual, content) = match value {
            Written::Scalar(Value::Null) => return self,
            Written::Scalar(Value::String(text)) => (None, text),
            Written::Scalar(scalar) => (None, spelled(&scalar)),
            Written::List(_) | Written::Object(_) => {
                (Some("application/json".to_owned()), value.to_string())
            }
        };
        self.parts.push(Part {
            name: name.to_owned(),
            file_name: None,
            media_type: media_type.map(str::to_owned).or(usual),
            content: content.into(),
        });
        self
    }

    /// The content type with its boundary, and the body.
    pub(super) fn encode(&self, media_type: &str) -> Result<(HeaderValue, Bytes), String> {
        let boundary = self.boundary();
        let mut body = BytesMut::new();
        for part in &self.parts {
            body.put_slice(format!("--{boundary}\r\n").as_bytes());
            let name = quoted(&part.name);
            body.put_slice(format!("content-disposition: form-data; name=\"{name}\"").as_bytes());
            if let Some(file_name) = &part.file_name {
                body.put_slice(format!("; filename=\"{}\"", quoted(file_name)).as_bytes());
            }
            if let Some(media_type) = &part.media_type {
                if HeaderValue::from_str(media_type).is_err() {
                    return Err(format!(
                        "body field `{}` has no media type that can be sent",
                        part.name
                    ));
                }
                body.put_slice(format!("\r\ncontent-type: {media_type}").as_bytes());
            }
            body.put_slice(b"\r\n\r\n");
            body.put_slice(&part.content);
            body.put_slice(b"\r\n");
        }
        body.put_slice(format!("--{boundary}--\r\n").as_bytes());
        let content_type = HeaderValue::from_str(&format!("{media_type}; boundary={boundary}"));
        let content_type = content_type.map_err(|error| error.to_string())?;
        Ok((content_type, body.freeze()))
    }

    /// A line that no part contains.
    fn boundary(&self) -> String {
        let mut number = 0_u32;
        loop {
            let boundary = format!("bindery-{number:08x}");
            let occurs = |part: &Part| {
                part.content
                    .windows(boundary.len())
                    .any(|window| window == boundary.as_bytes())
            };
            if !self.parts.iter().any(occurs) {
                return boundary;
            }
            number += 1;
        }
    }
}

fn written(name: &str, value: impl Serialize) -> Result<Written, String> {
    let value = Written::of(value);
    value.map_err(|error| format!("body field `{name}` cannot be written: {error}"))
}

impl Multipart for Form {
    fn form(&self) -> Result<Form, String> {
        Ok(self.clone())
    }
}

/// A name between quotes, as browsers escape it (HTML, "multipart form data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn parts_are_written_as_rfc_7578_prints_them() {
        let form = Form::new()
            .field("a\"b", "x")
            .and_then(|form| form.field("list", json!([1, null, "two"])))
            .and_then(|form| form.field("object", json!({ "k": "v" })))
            .and_then(|form| form.field("none", json!(null)))
            .map(|form| {
                form.file(
                    "f",
                    &File::new("bindery-00000000")
                        .name("n\r\n")
                        .media_type("text/plain"),
                )
            })
            .unwrap();
        let (content_type, body) = form.encode("multipart/form-data").unwrap();
        assert_eq!(
            content_type,
            "multipart/form-data; boundary=bindery-00000001"
        );
        let expected = "--B\r\ncontent-disposition: form-data; name=\"a%22b\"\r\n\r\nx\r\n\
            --B\r\ncontent-disposition: form-data; name=\"list\"\r\n\r\n1\r\n\
            --B\r\ncontent-disposition: form-data; name=\"list\"\r\n\r\ntwo\r\n\
            --B\r\ncontent-disposition: form-data; name=\"object\"\r\ncontent-type: application/json\r\n\r\n{\"k\":\"v\"}\r\n\
            --B\r\ncontent-disposition: form-data; name=\"f\"; filename=\"n%0D%0A\"\r\ncontent-type: text/plain\r\n\r\nbindery-00000000\r\n\
            --B--\r\n";
        assert_eq!(
            std::str::from_utf8(&body).unwrap(),
            expected.replace("--B", "--bindery-00000001")
        );
        assert!(
            Form::new()
                .file("f", &File::new("").media_type("a\nb"))
                .encode("multipart/form-data")
                .is_err()
        );
    }
}
