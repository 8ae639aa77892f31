//! Which operation, response and media type of a document an exchange belongs to.

use bindery_codegen::{Document, Operation, Pointer};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// An operation, and the values that its path template takes, decoded.
#[derive(Debug, Clone)]
pub(crate) struct Matched<'a> {
    pub(crate) index: usize,
    pub(crate) operation: &'a Operation<'a>,
    pub(crate) parameters: Vec<(String, String)>,
}

/// The operation that a method and a path as sent belong to.
///
/// The base path of a server is taken off first. Among several templates that fit, a literal
/// segment wins over a templated one, and a template without the method does not count.
pub(crate) fn operation<'a>(
    document: &Document,
    operations: &'a [Operation<'a>],
    method: &str,
    path: &str,
) -> Option<Matched<'a>> {
    let mut best: Option<(Vec<bool>, Matched<'a>)> = None;
    for (index, operation) in operations.iter().enumerate() {
        if !operation.method.eq_ignore_ascii_case(method) {
            continue;
        }
        for base in bases(document, operation) {
            let Some(rest) = path.strip_prefix(base.as_str()) else {
                continue;
            };
            let Some(parameters) = parameters(operation.path, rest) else {
                continue;
            };
            let templated = segments(operation.path).map(|part| part.contains('{'));
            let rank: Vec<bool> = templated.collect();
            if best.as_ref().is_none_or(|(least, _)| rank < *least) {
                let matched = Matched {
                    index,
                    operation,
                    parameters,
                };
                best = Some((rank, matched));
            }
        }
    }
    best.map(|(_, matched)| matched)
}

/// Where the response for a status stands: the exact status, its range, then `default`.
pub(crate) fn response(
    document: &Document,
    operation: &Operation<'_>,
    status: u16,
) -> Option<Pointer> {
    response_key(document, operation, status).map(|(at, _)| at)
}

/// Where the response for a status stands, and the key under which the operation lists it.
pub(crate) fn response_key(
    document: &Document,
    operation: &Operation<'_>,
    status: u16,
) -> Option<(Pointer, String)> {
    let responses = operation.value.get("responses")?.as_object()?;
    let class = status / 100;
    let wanted = [
        status.to_string(),
        format!("{class}XX"),
        format!("{class}xx"),
        "default".to_owned(),
    ];
    let key = wanted.into_iter().find(|key| responses.contains_key(key))?;
    let at = operation.pointer.join("responses").join(&key);
    document.resolve(at.as_str()).map(|(at, _)| (at, key))
}

/// Where the media type stands in the `content` of a response or request body.
///
/// Parameters such as `charset` are ignored; an exact type wins over `application/*`, and that
/// over `*/*`. Without a type, the first one that is JSON, else the first, is meant.
pub(crate) fn media(document: &Document, owner: &Pointer, sent: Option<&str>) -> Option<Pointer> {
    let at = owner.join("content");
    let content = document.get(at.as_str())?.as_object()?;
    let find = |wanted: &str| content.keys().find(|key| essence(key) == wanted);
    let key = match sent.map(essence) {
        None => content
            .keys()
            .find(|key| is_json(key))
            .or(content.keys().next()),
        Some(sent) => {
            let family = sent.split('/').next().unwrap_or_default();
            find(&sent)
                .or_else(|| find(&format!("{family}/*")))
                .or_else(|| find("*/*"))
        }
    };
    Some(at.join(key?))
}

/// Whether a media type holds JSON: `application/json` and its kin, or any type with `+json`.
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// A media type in lower case, without parameters.
pub(crate) fn essence(media_type: &str) -> String {
    let bare = media_type.split(';').next().unwrap_or_default();
    bare.trim().to_ascii_lowercase()
}

/// The base paths of the servers of an operation, longest first; variables take their default.
fn bases(document: &Document, operation: &Operation<'_>) -> Vec<String> {
    let own = operation.value.get("servers");
    let shared = || document.get(operation.item.as_str())?.get("servers");
    let servers = own.or_else(shared).or_else(|| document.get("/servers"));
    let mut bases: Vec<String> = servers
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(base)
        .collect();
    if bases.is_empty() {
        bases.push(String::new());
    }
    bases.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    bases.dedup();
    bases
}

fn base(server: &Value) -> Option<String> {
    let mut url = server.get("url")?.as_str()?.to_owned();
    for (name, variable) in server
        .get("variables")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let default = variable
            .get("default")
            .and_then(Value::as_str)
            .unwrap_or_default();
        url = url.replace(&format!("{{{name}}}"), default);
    }
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
        None => url.as_str(),
    };
    Some(path.trim_end_matches('/').to_owned())
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

/// The values of a template's parameters in a path, decoded; `None` where the path does not fit.
fn parameters(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let mut values = Vec::new();
    let (mut wanted, mut given) = (segments(template), segments(path));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(values),
            (Some(wanted), Some(given)) => segment(wanted, given, &mut values)?,
            _ => return None,
        }
    }
}

/// Fits one segment, which may mix text and parameters as `{name}.{format}` does.
fn segment(template: &str, given: &str, values: &mut Vec<(String, String)>) -> Option<()> {
    let Some((before, rest)) = template.split_once('{') else {
        return (decoded(given) == decoded(template)).then_some(());
    };
    let (name, rest) = rest.split_once('}')?;
    let given = given.strip_prefix(before)?;
    let until = rest.split('{').next().unwrap_or_default();
    let end = match (until, rest.contains('{')) {
        ("", _) => given.len(),
        (until, true) => given.find(until)?,
        (until, false) => given.strip_suffix(until)?.len(),
    };
    if end == 0 {
        return None;
    }
    values.push((name.to_owned(), decoded(&given[..end])));
    segment(rest, &given[end..], values)
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
