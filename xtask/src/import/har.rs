//! The entries of a HAR file as recordings.

use base64::{Engine, engine::general_purpose::STANDARD};
use bindery_contract::{Document, Recording, Request, Response};
use serde_json::Value;

use crate::{
    capture::{Captured, text},
    exit::Refusal,
};

/// Reads all entries whose host is wanted.
pub(super) fn read(
    name: &str,
    text: &str,
    wanted: impl Fn(&str) -> bool,
) -> Result<Captured, Refusal> {
    let document = Document::parse(name, text)?;
    let Some(entries) = document.get("/log/entries").and_then(Value::as_array) else {
        let fault = document.diagnostic("/log", "not a HAR file: it has no `log.entries`");
        let help = "save the traffic with `Save all as HAR`, or its like";
        return Err(bindery_contract::Error::from(fault.help(help)).into());
    };
    let mut captured = Captured::default();
    for (index, found) in entries.iter().enumerate() {
        let at = document.position(&format!("/log/entries/{index}"));
        match entry(found, &wanted) {
            Ok(Some(recording)) => captured.recordings.push(recording),
            Ok(None) => {}
            Err(reason) => captured.left_out.push(format!("{name}:{at}: {reason}")),
        }
    }
    Ok(captured)
}

/// One entry; `None` for another host's, an error that names none of its values if it is broken.
fn entry(entry: &Value, wanted: &impl Fn(&str) -> bool) -> Result<Option<Recording>, String> {
    let (sent, answered) = (&entry["request"], &entry["response"]);
    let url = sent["url"].as_str().ok_or("its request has no `url`")?;
    let (_, rest) = url.split_once("://").ok_or("its `url` has no server")?;
    let rest = rest.split('#').next().unwrap_or(rest);
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    if !wanted(&host.to_ascii_lowercase()) {
        return Ok(None);
    }
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let method = sent["method"]
        .as_str()
        .ok_or("its request has no `method`")?;
    let mut request = Request::new(method, if path.is_empty() { "/" } else { path });
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        request = request.query(name, value);
    }
    request.headers = headers(sent);
    if let Some(body) = sent["postData"]["text"].as_str() {
        typed(&mut request.headers, &sent["postData"]);
        request.body = Some(text::read(body.into(), &mut request.headers, "request")?);
    }
    let status = answered["status"]
        .as_u64()
        .and_then(|status| u16::try_from(status).ok());
    let status = status.filter(|status| (100..600).contains(status));
    let mut response = Response::new(status.ok_or("it has no answer")?);
    response.headers = headers(answered);
    let content = &answered["content"];
    if let Some(body) = content["text"].as_str().filter(|body| !body.is_empty()) {
        typed(&mut response.headers, content);
        let bytes = match content["encoding"].as_str() {
            Some("base64") => STANDARD
                .decode(body)
                .map_err(|_| "its content is not base64")?,
            _ => body.into(),
        };
        response.body = Some(text::read(bytes, &mut response.headers, "response")?);
    }
    Ok(Some(Recording::invented("entry", request, Some(response))))
}

/// The headers, without what HAR undoes: its bodies are unpacked.
fn headers(half: &Value) -> Vec<(String, String)> {
    let list = half["headers"].as_array().into_iter().flatten();
    let pairs = list.filter_map(|header| {
        let (name, value) = (header["name"].as_str()?, header["value"].as_str()?);
        Some((name.to_owned(), value.to_owned()))
    });
    pairs
        .filter(|(name, _)| {
            !name.starts_with(':') && !name.eq_ignore_ascii_case("content-encoding")
        })
        .collect()
}

/// Adds the media type that HAR tells beside the body, where no header does.
fn typed(headers: &mut Vec<(String, String)>, body: &Value) {
    let known = headers
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    if let Some(kind) = body["mimeType"]
        .as_str()
        .filter(|kind| !known && !kind.is_empty())
    {
        headers.push(("content-type".to_owned(), kind.to_owned()));
    }
}
