//! Media types: which one of a document a body belongs to, and what it holds.

use bindery_codegen::{Document, Pointer};

/// Where the media type stands in the `content` of a response, request body, parameter or header.
///
/// The exact type wins over `application/*+json`, that over `application/*`, and that over `*/*`.
/// Parameters may not contradict each other; among keys of one type, the one with the most
/// parameters in common wins, and `charset` never counts. Without a type, the first one that is
/// JSON, else the first, is meant.
pub(crate) fn media(document: &Document, owner: &Pointer, sent: Option<&str>) -> Option<Pointer> {
    let at = owner.join("content");
    let content = document.get(at.as_str())?.as_object()?;
    let key = match sent {
        None => content
            .keys()
            .find(|key| is_json(key))
            .or(content.keys().next()),
        Some(sent) => {
            let ranked = content
                .keys()
                .filter_map(|key| Some((rank(key, sent)?, key)));
            let best = ranked.min_by_key(|(rank, _)| *rank);
            best.map(|(_, key)| key)
        }
    };
    Some(at.join(key?))
}

/// How near a documented media type or range is to one that was sent; `None` where it differs.
fn rank(documented: &str, sent: &str) -> Option<(usize, usize)> {
    let (range, essence) = (essence(documented), essence(sent));
    let (family, _) = essence.split_once('/').unwrap_or((&essence, ""));
    let suffix = essence.rsplit_once('+').map(|(_, suffix)| suffix);
    let suffixed = suffix.map(|suffix| format!("{family}/*+{suffix}"));
    let near = if range == essence {
        0
    } else if suffixed.is_some_and(|suffixed| range == suffixed) {
        1
    } else if range == format!("{family}/*") {
        2
    } else if range == "*/*" {
        3
    } else {
        return None;
    };
    let given = parameters(sent);
    let (mut common, mut lacking) = (0, 0);
    for (name, value) in parameters(documented) {
        match given.iter().find(|(given, _)| *given == name) {
            Some((_, given)) if *given == value => common += 1,
            Some(_) => return None,
            None => lacking += 1,
        }
    }
    // Many parameters in common are near, then few that were not sent.
    Some((near * 100 + 50_usize.saturating_sub(common), lacking))
}

/// The parameters of a media type, names in lower case, without `charset`.
fn parameters(media_type: &str) -> Vec<(String, String)> {
    let mut quoted = false;
    let pairs = media_type.split(move |character| {
        quoted ^= character == '"';
        character == ';' && !quoted
    });
    let pairs = pairs.skip(1);
    let pairs = pairs.filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let name = name.trim().to_ascii_lowercase();
        let value = value.trim().trim_matches('"').to_owned();
        Some((name, value))
    });
    pairs.filter(|(name, _)| name != "charset").collect()
}

/// A parameter of a media type, such as the `boundary` of a multipart body.
pub(crate) fn parameter(media_type: &str, wanted: &str) -> Option<String> {
    let found = parameters(media_type).into_iter();
    let mut found = found.filter(|(name, _)| name == wanted);
    found.next().map(|(_, value)| value)
}

/// Whether a media type holds JSON: `application/json` and its kin, or any type with `+json`.
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// Whether a media type holds XML.
pub(crate) fn is_xml(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/xml") || essence.ends_with("+xml")
}

/// A media type in lower case, without parameters.
pub(crate) fn essence(media_type: &str) -> String {
    let bare = media_type.split(';').next().unwrap_or_default();
    bare.trim().to_ascii_lowercase()
}
