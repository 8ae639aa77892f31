//! One exchange as the proxy recorded it, as a recording.

use base64::{Engine, engine::general_purpose::STANDARD};
use bindery_contract::{Body, Document, Recording, Request, Response};
use serde_json::Value;

use crate::capture::text;

/// Reads the proxy's text; or why it is no recording, without any of its values.
pub(super) fn read(text: &str) -> Result<Recording, String> {
    let document =
        Document::parse("exchange", text).map_err(|_| "the proxy's record of it is not YAML")?;
    let (when, then) = (&document.value()["when"], &document.value()["then"]);
    let of = |value: &Value| value.as_str().map(str::to_owned);
    let method = of(&when["method"]).ok_or("it has no method")?;
    let path = of(&when["path"]).ok_or("it has no path")?;
    let mut request = Request::new(method, path);
    request.query = pairs(&when["query_param"]);
    request.headers = pairs(&when["header"]);
    request.body = body(when, &mut request.headers, "request")?;
    let status = then["status"]
        .as_u64()
        .and_then(|status| u16::try_from(status).ok());
    let mut response = Response::new(status.ok_or("it has no status")?);
    response.headers = pairs(&then["header"]);
    response.body = body(then, &mut response.headers, "response")?;
    Ok(Recording::invented("exchange", request, Some(response)))
}

fn pairs(list: &Value) -> Vec<(String, String)> {
    let items = list.as_array().into_iter().flatten();
    let pair = |item: &Value| {
        let text = |key: &str| item[key].as_str().map(str::to_owned);
        Some((text("name")?, text("value")?))
    };
    items.filter_map(pair).collect()
}

/// A body as text, unpacked if it was packed.
fn body(
    half: &Value,
    headers: &mut Vec<(String, String)>,
    name: &str,
) -> Result<Option<Body>, String> {
    let bytes = match (half["body"].as_str(), half["body_base64"].as_str()) {
        (Some(text), _) => text.as_bytes().to_vec(),
        (None, Some(encoded)) => STANDARD
            .decode(encoded)
            .map_err(|_| format!("the {name} body is not recorded well"))?,
        (None, None) => return Ok(None),
    };
    text::read(bytes, headers, name).map(Some)
}
