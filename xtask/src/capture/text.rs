//! Which exchanges are texts that can be stored, and the bytes of a body as one.

use std::io::Read;

use bindery_contract::{Body, Recording};
use flate2::read::{MultiGzDecoder, ZlibDecoder};

/// How large a body may become when it is unpacked.
const LARGEST: u64 = 64 << 20;

/// Why an exchange cannot be stored, if it cannot.
pub(super) fn unusable(recording: &Recording) -> Option<String> {
    let Some(response) = &recording.response else {
        return Some("it has no answer".to_owned());
    };
    let request = &recording.request;
    let halves = [
        ("request", request.body.as_ref()),
        ("response", response.body.as_ref()),
    ];
    let mut halves = halves.into_iter();
    let bytes = halves.find(|(_, body)| body.is_some_and(|body| !body.is_text()));
    bytes.map(|(name, _)| no_text(name))
}

fn no_text(name: &str) -> String {
    format!("the {name} body is no text")
}

/// The text of a body's bytes, by the headers that say how they are to be read.
pub(crate) fn read(
    mut bytes: Vec<u8>,
    headers: &mut Vec<(String, String)>,
    name: &str,
) -> Result<Body, String> {
    let is = |wanted: &'static str| {
        move |header: &(String, String)| header.0.eq_ignore_ascii_case(wanted)
    };
    if let Some(at) = headers.iter().position(is("content-encoding")) {
        let (_, encoding) = headers.remove(at);
        bytes = unpacked(&bytes, &encoding).ok_or_else(|| {
            format!(
                "the {name} body is packed as `{encoding}`; ask for `accept-encoding: identity`"
            )
        })?;
    }
    let text = String::from_utf8(bytes).map_err(|_| no_text(name))?;
    Ok(Body::new(name, text))
}

fn unpacked(bytes: &[u8], encoding: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let read = match encoding.trim().to_ascii_lowercase().as_str() {
        "identity" | "" => return Some(bytes.to_vec()),
        "gzip" | "x-gzip" => MultiGzDecoder::new(bytes)
            .take(LARGEST)
            .read_to_end(&mut out),
        "deflate" => ZlibDecoder::new(bytes).take(LARGEST).read_to_end(&mut out),
        _ => return None,
    };
    read.ok()
        .filter(|size| u64::try_from(*size).is_ok_and(|size| size < LARGEST))
        .map(|_| out)
}
