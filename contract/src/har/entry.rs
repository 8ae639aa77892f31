//! From an entry of an archive to a recording.

use std::{borrow::Cow, sync::Arc};

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use bindery_codegen::{Diagnostic, Error, Pointer};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::value::RawValue;

use super::{
    Held, Raw,
    listed::{self, Field},
};
use crate::{
    Body, Recorded, Recording, Request, Response, Source, matching,
    recording::{Archived, header, locate},
};

/// Base64 as archives have it: not every tool pads it.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The parts of an entry that are read; all others are skipped.
#[derive(Deserialize)]
#[serde(expecting = "an entry")]
struct Entry<'a> {
    #[serde(borrow)]
    request: Sent<'a>,
    /// Nothing where nothing was answered; some writers leave it out then.
    #[serde(borrow, default)]
    response: Option<Answered<'a>>,
    #[serde(borrow, rename = "_resourceType", default)]
    resource: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "startedDateTime", default)]
    started: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an object")]
struct Sent<'a> {
    #[serde(borrow)]
    method: Cow<'a, str>,
    #[serde(borrow)]
    url: Cow<'a, str>,
    #[serde(default)]
    headers: Option<Vec<Pair>>,
    /// Read only where no header has them.
    #[serde(borrow, default)]
    cookies: Option<&'a RawValue>,
    /// Read only where the URL has no query.
    #[serde(borrow, default)]
    query_string: Option<&'a RawValue>,
    #[serde(borrow, default)]
    post_data: Option<Posted<'a>>,
    #[serde(default, deserialize_with = "size")]
    body_size: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an object")]
struct Posted<'a> {
    #[serde(borrow, default)]
    mime_type: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    encoding: Option<Cow<'a, str>>,
    #[serde(default)]
    params: Option<Vec<Field>>,
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Answered<'a> {
    #[serde(borrow, default)]
    status: Option<Status<'a>>,
    #[serde(default)]
    headers: Option<Vec<Pair>>,
    #[serde(borrow, default)]
    content: Option<Content<'a>>,
}

/// A number, which some writers put between quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Status<'a> {
    Number(f64),
    Text(#[serde(borrow)] Cow<'a, str>),
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an object")]
struct Content<'a> {
    #[serde(default, deserialize_with = "size")]
    size: Option<f64>,
    #[serde(borrow, default)]
    mime_type: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    encoding: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
#[serde(expecting = "a name and a value")]
struct Pair {
    name: String,
    #[serde(default)]
    value: Option<String>,
}

/// A size, which may be a number that no `double` holds: it says no more than that it is large.
fn size<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?.get();
    match raw.parse() {
        Ok(size) => Ok(Some(size)),
        Err(_) if raw == "null" => Ok(None),
        Err(_) => Err(D::Error::custom("a size that is no number")),
    }
}

/// Reads an entry as what was sent and answered.
///
/// # Errors
/// When the entry is not JSON, or lacks what an entry of HAR 1.2 has.
pub(crate) fn recording(raw: Raw) -> Result<Recording, Error> {
    let index = raw.index;
    let held = Arc::new(raw.held()?);
    let entry: Entry<'_> = serde_json::from_str(&held.text).map_err(|error| {
        let offset = locate::offset(&held.text, &error);
        let message = format!("not an entry of an archive: {}", locate::complaint(&error));
        Diagnostic::new(&*held.file, message)
            .at(held.position(offset))
            .help("an entry of HAR 1.2 has a `request` with `method` and `url`, and a `response` with `status`")
    })?;
    let mut recorded = Recorded {
        source: Source::Live,
        reference: held.file.to_string(),
        at: entry.started.and_then(day),
        ..Recorded::default()
    };
    let whole = || vec![Pointer::default()];
    let response = match entry.response {
        Some(answered) => response(&held, &entry.request.method, answered)?,
        None => None,
    };
    let response = response.map(|(response, left_out)| {
        if left_out {
            recorded.elided.response = whole();
        }
        response
    });
    let (request, left_out) = request(&held, entry.request)?;
    if left_out {
        recorded.elided.request = whole();
    }
    let archived = Archived {
        resource: entry.resource.map(Cow::into_owned),
        entry: Arc::clone(&held),
    };
    Ok(Recording::archived(
        index, recorded, request, response, archived,
    ))
}

/// What was sent, and whether its body was left out.
fn request(held: &Arc<Held>, sent: Sent<'_>) -> Result<(Request, bool), Diagnostic> {
    let (origin, path, mut query) = taken_apart(held, &sent.url)?;
    if query.is_empty() {
        query = listed::query(sent.query_string);
    }
    let mut headers = pairs(sent.headers);
    if header(&headers, "cookie").is_none()
        && let Some(cookies) = listed::cookies(sent.cookies)
    {
        headers.push(("cookie".to_owned(), cookies));
    }
    let mut posted = sent.post_data;
    let media_type = posted.as_mut().and_then(|body| body.mime_type.take());
    typed(&mut headers, media_type);
    let (body, left_out) = request_body(held, posted, sent.body_size, &mut headers);
    let request = Request {
        origin,
        query,
        headers,
        body,
        ..Request::new(sent.method, path)
    };
    Ok((request, left_out))
}

/// The origin, the path and the decoded query of a URL.
#[expect(clippy::type_complexity, reason = "the three parts of a request line")]
fn taken_apart(
    held: &Held,
    url: &str,
) -> Result<(Option<String>, String, Vec<(String, String)>), Diagnostic> {
    let bare = url.split('#').next().unwrap_or_default();
    let (whole, query) = bare.split_once('?').unwrap_or((bare, ""));
    if let Some(scheme) = opaque(url) {
        return Ok((Some(scheme), "/".to_owned(), Vec::new()));
    }
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

/// The day of an instant; nothing for what is none.
fn day(started: &RawValue) -> Option<String> {
    let text: String = serde_json::from_str(started.get()).ok()?;
    let day = text.get(..10)?;
    day.parse::<NaiveDate>().is_ok().then(|| day.to_owned())
}

/// The scheme of a URL that leads to no server, such as that of a picture within a page.
fn opaque(url: &str) -> Option<String> {
    const SCHEMES: [&str; 4] = ["about", "blob", "data", "javascript"];
    let (scheme, _) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    SCHEMES
        .contains(&scheme.as_str())
        .then(|| format!("{scheme}:"))
}

/// What was answered, if anything was, and whether its body was left out.
fn response(
    held: &Arc<Held>,
    method: &str,
    answered: Answered<'_>,
) -> Result<Option<(Response, bool)>, Diagnostic> {
    let Some(status) = status(held, answered.status)? else {
        return Ok(None);
    };
    let mut headers = pairs(answered.headers);
    let mut content = answered.content.unwrap_or_default();
    typed(&mut headers, content.mime_type.take());
    let mut response = Response {
        status,
        headers,
        body: None,
    };
    let may_have_body = method != "HEAD" && !matches!(status, 100..=199 | 204 | 205 | 300..=399);
    let (body, left_out) = response_body(held, content, &response, may_have_body);
    response.body = body;
    Ok(Some((response, left_out)))
}

/// The status, if there was an answer: what was blocked or broken off is written down as 0.
fn status(held: &Held, status: Option<Status<'_>>) -> Result<Option<u16>, Diagnostic> {
    let status = match status {
        None => return Ok(None),
        Some(Status::Number(number)) => number,
        Some(Status::Text(text)) => text.trim().parse().unwrap_or(f64::NAN),
    };
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

/// The body of a request, and whether it was left out; the fields of a form become one, whose
/// boundary the headers then tell.
fn request_body(
    held: &Arc<Held>,
    posted: Option<Posted<'_>>,
    size: Option<f64>,
    headers: &mut [(String, String)],
) -> (Option<Body>, bool) {
    const AT: &str = "/request/postData/text";
    let sized = size.is_some_and(|size| size > 0.0);
    let Some(posted) = posted else {
        return (None, sized);
    };
    let fields = posted.params.unwrap_or_default();
    if let Some(text) = posted.text.filter(|text| !text.is_empty()) {
        let body = body(held, AT, text, posted.encoding.as_deref());
        return (Some(body), false);
    }
    let mut named = headers.iter_mut();
    let named = named.find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    if let Some((_, media_type)) = named
        && let Some((text, told)) = listed::form(media_type, &fields)
    {
        *media_type = told;
        let at = "/request/postData/params";
        let body = Body::held(Arc::clone(held), at, true, Ok(text));
        return (Some(body), false);
    }
    (None, sized || !fields.is_empty())
}

/// What was answered, and whether it was left out: its length is not zero, or not known where
/// there may be one.
///
/// A body that is known to be empty is none, unless it is said to be JSON, which nothing is not.
fn response_body(
    held: &Arc<Held>,
    content: Content<'_>,
    response: &Response,
    may_be: bool,
) -> (Option<Body>, bool) {
    const AT: &str = "/response/content/text";
    let has_text = content.text.is_some();
    if let Some(text) = content.text.filter(|text| !text.is_empty()) {
        let body = body(held, AT, text, content.encoding.as_deref());
        return (Some(body), false);
    }
    let declared: Option<f64> =
        header(&response.headers, "content-length").and_then(|length| length.parse().ok());
    let known = content.size.filter(|size| *size > 0.0).or(declared);
    let size = known.or(content.size).filter(|size| *size >= 0.0);
    let left_out = size.map_or(!has_text && may_be, |size| size > 0.0);
    let json = response.content_type().is_some_and(matching::is_json);
    let empty = may_be && !left_out && (has_text || declared.is_some());
    let none = (empty && json).then(|| {
        let at = "/response/content";
        Body::held(Arc::clone(held), at, true, Ok(String::new()))
    });
    (none, left_out)
}

/// A text, decoded where it says that it is encoded.
///
/// One that is not as it says is the fault of whoever wrote the archive, and no reason to judge
/// nothing else.
fn body(held: &Arc<Held>, at: &'static str, text: Cow<'_, str>, encoding: Option<&str>) -> Body {
    let owner = Arc::clone(held);
    match encoding.map(str::to_ascii_lowercase).as_deref() {
        None | Some("" | "utf-8" | "identity") => {
            Body::held(owner, at, false, Ok(text.into_owned()))
        }
        Some("base64") => {
            let packed = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
            match BASE64.decode(packed.collect::<Vec<u8>>()) {
                Ok(bytes) => {
                    let text = String::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned());
                    Body::held(owner, at, true, text)
                }
                Err(_) => {
                    Body::unread(owner, at, "not the base64 that it is said to be".to_owned())
                }
            }
        }
        // Its name is a text of the archive like any other, and not for a report.
        Some(_) => Body::unread(owner, at, "in an encoding that is not known".to_owned()),
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
