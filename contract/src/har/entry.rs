//! From an entry of an archive to a recording.

use std::{borrow::Cow, sync::Arc};

use bindery_codegen::{Diagnostic, Error, Pointer};
use serde::Deserialize;

use super::{Held, Raw};
use crate::{
    Body, Recorded, Recording, Request, Response, Source,
    recording::{Archived, header, locate},
};

/// The parts of an entry that are read; all others are skipped.
#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    request: Sent<'a>,
    #[serde(borrow)]
    response: Answered<'a>,
    #[serde(borrow, rename = "_resourceType", default)]
    resource: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sent<'a> {
    #[serde(borrow)]
    method: Cow<'a, str>,
    #[serde(borrow)]
    url: Cow<'a, str>,
    #[serde(default)]
    headers: Option<Vec<Pair>>,
    #[serde(borrow, default)]
    post_data: Option<Posted<'a>>,
    #[serde(default)]
    body_size: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Posted<'a> {
    #[serde(borrow, default)]
    mime_type: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    encoding: Option<Cow<'a, str>>,
    #[serde(default)]
    params: Option<Vec<Pair>>,
}

#[derive(Deserialize)]
struct Answered<'a> {
    status: f64,
    #[serde(default)]
    headers: Option<Vec<Pair>>,
    #[serde(borrow, default)]
    content: Option<Content<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Content<'a> {
    #[serde(default)]
    size: Option<f64>,
    #[serde(borrow, default)]
    mime_type: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    encoding: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Pair {
    name: String,
    #[serde(default)]
    value: Option<String>,
}

/// Reads an entry as what was sent and answered.
///
/// # Errors
/// When the entry is not JSON, lacks what an entry of HAR 1.2 has, or holds a body that is not
/// in the encoding that it names.
pub(crate) fn recording(raw: Raw) -> Result<Recording, Error> {
    let index = raw.index;
    let held = Arc::new(raw.held()?);
    let mut entry: Entry<'_> = serde_json::from_str(&held.text).map_err(|error| {
        let offset = locate::offset(&held.text, &error);
        let message = format!("not an entry of an archive: {}", locate::complaint(&error));
        Diagnostic::new(&*held.file, message)
            .at(held.position(offset))
            .help("an entry of HAR 1.2 has a `request` with `method` and `url`, and a `response` with `status`")
    })?;
    let (origin, path, query) = taken_apart(&held, &entry.request.url)?;
    let mut recorded = Recorded {
        source: Source::Live,
        reference: held.file.to_string(),
        ..Recorded::default()
    };
    let whole = || vec![Pointer::default()];
    let (sent, left_out) = request_body(&held, &mut entry.request)?;
    if left_out {
        recorded.elided.request = whole();
    }
    let status = status(&held, entry.response.status)?;
    let (answered, left_out) = match &mut entry.response.content {
        Some(content) if entry.request.method != "HEAD" => response_body(&held, content)?,
        _ => (None, false),
    };
    if left_out {
        recorded.elided.response = whole();
    }
    let mut request = Request {
        origin,
        query,
        headers: pairs(entry.request.headers),
        body: sent,
        ..Request::new(entry.request.method, path)
    };
    let posted = entry.request.post_data;
    typed(&mut request.headers, posted.and_then(|body| body.mime_type));
    let response = status.map(|status| {
        let mut headers = pairs(entry.response.headers);
        let content = entry.response.content;
        typed(&mut headers, content.and_then(|body| body.mime_type));
        Response {
            status,
            headers,
            body: answered,
        }
    });
    let archived = Archived {
        resource: entry.resource.map(Cow::into_owned),
        entry: Arc::clone(&held),
    };
    Ok(Recording::archived(
        index, recorded, request, response, archived,
    ))
}

/// The origin, the path and the decoded query of a URL.
#[expect(clippy::type_complexity, reason = "the three parts of a request line")]
fn taken_apart(
    held: &Held,
    url: &str,
) -> Result<(Option<String>, String, Vec<(String, String)>), Diagnostic> {
    let bare = url.split('#').next().unwrap_or_default();
    let (whole, query) = bare.split_once('?').unwrap_or((bare, ""));
    let (origin, path) = match whole.split_once("://") {
        Some((scheme, rest)) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (Some(format!("{scheme}://{}", &rest[..end])), &rest[end..])
        }
        None if whole.starts_with('/') => (None, whole),
        None => {
            let place = held.place("/request/url");
            let fault = Diagnostic::new(&*held.file, "`url` is no URL");
            return Err(fault
                .at(place.position)
                .help("write it as it was sent, with its scheme"));
        }
    };
    let path = if path.is_empty() { "/" } else { path };
    let query = form_urlencoded::parse(query.as_bytes()).into_owned();
    Ok((origin, path.to_owned(), query.collect()))
}

/// The status, if there was an answer: what was blocked or broken off is written down as 0.
fn status(held: &Held, status: f64) -> Result<Option<u16>, Diagnostic> {
    if status <= 0.0 {
        return Ok(None);
    }
    let known = (100_u16..1000).find(|known| (f64::from(*known) - status).abs() < f64::EPSILON);
    known.map(Some).ok_or_else(|| {
        let place = held.place("/response/status");
        Diagnostic::new(&*held.file, "`status` is no HTTP status")
            .at(place.position)
            .help("write a number from 100 to 999, or 0 where nothing was answered")
    })
}

/// What was sent, and whether it was left out.
fn request_body(held: &Arc<Held>, sent: &mut Sent<'_>) -> Result<(Option<Body>, bool), Diagnostic> {
    const AT: &str = "/request/postData/text";
    let Some(posted) = &mut sent.post_data else {
        return Ok((None, sent.body_size.is_some_and(|size| size > 0.0)));
    };
    let text = posted.text.take().filter(|text| !text.is_empty());
    let fields = posted.params.as_deref().unwrap_or_default();
    if let Some(text) = text {
        return Ok((
            Some(body(held, AT, text, posted.encoding.as_deref())?),
            false,
        ));
    }
    let form = posted.mime_type.as_deref().is_some_and(|kind| {
        kind.to_ascii_lowercase()
            .starts_with("application/x-www-form-urlencoded")
    });
    if form && !fields.is_empty() {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for Pair { name, value } in fields {
            text.append_pair(name, value.as_deref().unwrap_or_default());
        }
        let at = "/request/postData/params";
        let body = Body::held(Arc::clone(held), at, true, Ok(text.finish()));
        return Ok((Some(body), false));
    }
    let size = sent.body_size.unwrap_or_default();
    Ok((None, size > 0.0 || !fields.is_empty()))
}

/// What was answered, and whether it was left out.
fn response_body(
    held: &Arc<Held>,
    content: &mut Content<'_>,
) -> Result<(Option<Body>, bool), Diagnostic> {
    const AT: &str = "/response/content/text";
    match content.text.take() {
        Some(text) if !text.is_empty() => {
            let body = body(held, AT, text, content.encoding.as_deref())?;
            Ok((Some(body), false))
        }
        _ => Ok((None, content.size.is_some_and(|size| size > 0.0))),
    }
}

/// A text, decoded where it says that it is encoded.
fn body(
    held: &Arc<Held>,
    at: &'static str,
    text: Cow<'_, str>,
    encoding: Option<&str>,
) -> Result<Body, Diagnostic> {
    let owner = Arc::clone(held);
    let fault = |message: String, help: &str| {
        let place = held.place(at);
        Diagnostic::new(&*held.file, message)
            .at(place.position)
            .help(help)
    };
    match encoding.map(str::to_ascii_lowercase).as_deref() {
        None | Some("" | "utf-8" | "identity") => {
            Ok(Body::held(owner, at, false, Ok(text.into_owned())))
        }
        Some("base64") => {
            let packed: Vec<u8> = text
                .bytes()
                .filter(|byte| !byte.is_ascii_whitespace())
                .collect();
            let bytes = data_encoding::BASE64.decode(&packed).map_err(|error| {
                let message = format!("a body that is not base64: {error}");
                fault(message, "correct `text`, or remove `encoding`")
            })?;
            let text = String::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned());
            Ok(Body::held(owner, at, true, text))
        }
        Some(other) => Err(fault(
            format!("a body in the unknown encoding `{other}`"),
            "write it as `base64`, or as it is",
        )),
    }
}

fn pairs(pairs: Option<Vec<Pair>>) -> Vec<(String, String)> {
    let pairs = pairs.unwrap_or_default().into_iter();
    pairs
        .map(|pair| (pair.name, pair.value.unwrap_or_default()))
        .collect()
}

/// Adds the media type where only the body names it.
fn typed(headers: &mut Vec<(String, String)>, media_type: Option<Cow<'_, str>>) {
    let known = media_type.filter(|kind| kind.contains('/'));
    if let (None, Some(media_type)) = (header(headers, "content-type"), known) {
        headers.push(("content-type".to_owned(), media_type.into_owned()));
    }
}
