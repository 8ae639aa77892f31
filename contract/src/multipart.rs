//! Takes bodies of `multipart/form-data` apart.

use crate::matching;

/// One part, as slices of the body.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) name: String,
    /// The lines before its content.
    pub(crate) headers: &'a str,
    pub(crate) content: &'a str,
}

impl Part<'_> {
    /// The media type, if it says one.
    pub(crate) fn media_type(&self) -> Option<&str> {
        header(self.headers, "content-type")
    }

    /// The encoding of the content, if it says one.
    pub(crate) fn encoding(&self) -> Option<&str> {
        header(self.headers, "content-transfer-encoding")
    }
}

/// The parts of a text; `None` where it has none, or ends before they do.
pub(crate) fn parts<'a>(boundary: &str, text: &'a str) -> Option<Vec<Part<'a>>> {
    // A delimiter begins a line, and what ends the line before it belongs to it.
    let delimiter = format!("\n--{boundary}");
    let text = text.strip_prefix(&delimiter[1..]).or_else(|| {
        let (_, first) = text.split_once(delimiter.as_str())?;
        Some(first)
    })?;
    let pieces = text.split(delimiter.as_str());
    let mut parts = Vec::new();
    for piece in pieces {
        if piece.starts_with("--") {
            return Some(parts);
        }
        let piece = piece.strip_prefix("\r\n").or(piece.strip_prefix('\n'))?;
        parts.push(part(piece.strip_suffix('\r').unwrap_or(piece))?);
    }
    // The closing delimiter is missing.
    None
}

fn part(text: &str) -> Option<Part<'_>> {
    let (headers, content) = text
        .split_once("\r\n\r\n")
        .or_else(|| text.split_once("\n\n"))?;
    let disposition = header(headers, "content-disposition")?;
    Some(Part {
        name: matching::parameter(disposition, "name")?,
        headers,
        content,
    })
}

fn header<'a>(headers: &'a str, wanted: &str) -> Option<&'a str> {
    let mut headers = headers.lines().filter_map(|line| line.split_once(':'));
    let found = headers.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| value.trim())
}
