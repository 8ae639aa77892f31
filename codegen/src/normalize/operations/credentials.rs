//! The credentials that operations ask for. A client has one token, which it sends as a bearer, and
//! keys and headers that it sends with every call that asks for any.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::{
    Document, Operation, Pointer,
    normalize::{descriptions, schema::text},
    note::Notes,
    plan::{Credential, Scheme},
};

const SCHEMES: &str = "/components/securitySchemes";

/// Headers that the runtime takes for credentials whatever a document says of them.
const ALWAYS: [&str; 3] = ["authorization", "cookie", "proxy-authorization"];

/// Whether the operation, or else the document, asks for no credentials: by no requirement, or by
/// none but empty ones. One that is empty beside others leaves the choice to the caller.
pub(super) fn is_anonymous(document: &Document, operation: &Operation<'_>) -> bool {
    let ways = asked(document, operation).and_then(Value::as_array);
    let is_empty = |way: &Value| way.as_object().is_some_and(Map::is_empty);
    ways.is_some_and(|ways| ways.iter().all(is_empty))
}

/// The document's schemes.
pub(super) fn of_document(document: &Document) -> Vec<Credential> {
    let known = schemes(document).filter_map(|(_, _, scheme)| {
        let (mut urls, mut scopes) = (Vec::new(), BTreeMap::new());
        let flows = scheme.get("flows").and_then(Value::as_object);
        for flow in flows.into_iter().flat_map(Map::values) {
            for key in ["authorizationUrl", "tokenUrl", "refreshUrl"] {
                urls.extend(text(flow, key).map(|url| (key, url)));
            }
            let own = flow.get("scopes").and_then(Value::as_object);
            let own = own.into_iter().flatten();
            scopes.extend(own.filter_map(|(scope, docs)| Some((scope, docs.as_str()?))));
        }
        let discovery = "openIdConnectUrl";
        urls.extend(text(scheme, discovery).map(|url| (discovery, url)));
        urls.dedup();
        let urls = urls.into_iter();
        let scopes = scopes.into_iter();
        Some(Credential {
            kind: kind(scheme)?,
            docs: descriptions::of(scheme),
            urls: urls
                .map(|(key, url)| (key.to_owned(), url.to_owned()))
                .collect(),
            scopes: scopes
                .map(|(scope, docs)| (scope.clone(), descriptions::safe(docs)))
                .collect(),
        })
    });
    known.collect()
}

fn kind(scheme: &Value) -> Option<Scheme> {
    let said = |key| text(scheme, key).unwrap_or_default().to_owned();
    Some(match (text(scheme, "type")?, text(scheme, "in")) {
        ("apiKey", Some("query")) => Scheme::Query(said("name")),
        ("apiKey", Some("cookie")) => Scheme::Cookie(said("name")),
        ("apiKey", _) => Scheme::Header(said("name")),
        ("http", _) if !is_bearer(scheme) => Scheme::Authorization(said("scheme")),
        ("http" | "oauth2" | "openIdConnect", _) => Scheme::Bearer,
        ("mutualTLS", _) => Scheme::Certificate,
        _ => return None,
    })
}

/// The headers in which the document's schemes have keys.
pub(super) fn headers(document: &Document) -> Vec<String> {
    let keys = schemes(document).filter(|(_, _, scheme)| {
        text(scheme, "type") == Some("apiKey") && text(scheme, "in") == Some("header")
    });
    let names = keys.filter_map(|(_, _, scheme)| text(scheme, "name"));
    let mut names: Vec<String> = names.map(str::to_ascii_lowercase).collect();
    names.retain(|name| !ALWAYS.contains(&name.as_str()));
    names.sort();
    names.dedup();
    names
}

/// Notes how the credentials of an operation are given.
pub(super) fn note(document: &Document, operation: &Operation<'_>, notes: &mut Notes<'_>) {
    let ways = asked(document, operation).and_then(Value::as_array);
    // What can be done without, or in another way, is missed by nobody.
    let Some([Value::Object(only)]) = ways.map(Vec::as_slice) else {
        return;
    };
    for (_, at, scheme) in schemes(document).filter(|(name, ..)| only.contains_key(*name)) {
        if let Some((message, help)) = given(&at, scheme) {
            notes.rewritten(&at, message, help);
        }
    }
}

/// Notes the schemes that nothing asks for, where operations do not say what they ask for: it is
/// more often forgotten than meant.
pub(super) fn note_unused(document: &Document, notes: &mut Notes<'_>) {
    let operations = document.operations();
    let mut asked = BTreeSet::new();
    let mut unsaid = false;
    for operation in &operations {
        let ways = self::asked(document, operation).and_then(Value::as_array);
        unsaid |= ways.is_none();
        let ways = ways.into_iter().flatten().filter_map(Value::as_object);
        asked.extend(ways.flat_map(Map::keys));
    }
    if !unsaid {
        return;
    }
    for (name, at, scheme) in schemes(document) {
        if asked.iter().any(|asked| *asked == name) {
            continue;
        }
        if let Some((_, help)) = given(&at, scheme) {
            let message = format!("no `security` asks for `{name}`: nothing is sent unless given");
            notes.rewritten(&at, message, help);
        }
    }
}

/// The requirements of the operation, or else of the document.
fn asked<'d>(document: &'d Document, operation: &Operation<'d>) -> Option<&'d Value> {
    let own = operation.value.get("security");
    own.or_else(|| document.value().get("security"))
}

/// The schemes: the name of each, where it stands, and what it is.
fn schemes(document: &Document) -> impl Iterator<Item = (&str, Pointer, &Value)> {
    let schemes = document.get(SCHEMES).and_then(Value::as_object);
    let names = schemes.into_iter().flat_map(Map::keys);
    names.filter_map(|name| {
        let (at, scheme) = document.resolve(Pointer::from(SCHEMES).join(name).as_str())?;
        Some((name.as_str(), at, scheme))
    })
}

/// What credentials that are no bearer token are to a client, and how it is given them.
fn given(at: &Pointer, scheme: &Value) -> Option<(String, &'static str)> {
    let name = at.last().unwrap_or_default();
    Some(match kind(scheme)? {
        Scheme::Query(key) => (
            format!("the key `{key}` of the query is what the client is given"),
            "give it to the builder by `query_key`",
        ),
        Scheme::Header(key) => (
            format!("the key of `{name}` is the header `{key}`, as the client is given it"),
            "give it to the builder by `header`",
        ),
        Scheme::Cookie(key) => (
            format!("the key of `{name}` is the cookie `{key}`, as the client is given it"),
            "give the header `cookie` to the builder by `header`",
        ),
        Scheme::Authorization(scheme) => (
            format!("credentials of the scheme `{scheme}` are a header"),
            "give `authorization` to the builder by `header`",
        ),
        Scheme::Certificate => (
            format!("the certificate of `{name}` is one of the HTTP client's"),
            "give the builder an HTTP client that has it, by `http_client`",
        ),
        Scheme::Bearer => return None,
    })
}

fn is_bearer(scheme: &Value) -> bool {
    text(scheme, "scheme").is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer"))
}
