//! Which operation a method and a path or URL belong to.

use std::collections::BTreeMap;

use bindery_codegen::{Document, Operation};
use serde_json::{Map, Value};

use super::template::{Given, Segment, decoded};

/// In how many ways a server's URL is spelled out; beyond them, any value of a variable fits.
const MAX_SPELLINGS: usize = 16;

/// An operation, and the values that its path template takes, as sent.
#[derive(Debug, Clone)]
pub(crate) struct Matched<'a> {
    pub(crate) index: usize,
    pub(crate) operation: &'a Operation<'a>,
    pub(crate) parameters: Vec<(String, String)>,
}

/// Why a request belongs to no operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmatched {
    /// No server of the document has the host of the URL.
    Host,
    /// No operation has the method and the path.
    Operation,
}

/// The operations of a document by method and number of segments.
#[derive(Debug)]
pub(crate) struct Routes<'d> {
    /// Those that are more literal stand first.
    by_shape: BTreeMap<(&'d str, usize), Vec<Route>>,
    /// The hosts of all servers; nothing for a server whose URL is relative.
    hosts: Vec<Option<Segment>>,
}

/// An operation below one of its servers.
#[derive(Debug)]
struct Route {
    operation: usize,
    /// The number of its host.
    host: usize,
    /// The segments of the server's base path, then those of the template.
    segments: Vec<Segment>,
    /// How many segments are the server's.
    base: usize,
}

impl<'d> Routes<'d> {
    pub(crate) fn new(document: &Document, operations: &[Operation<'d>]) -> Self {
        let mut routes: BTreeMap<_, Vec<Route>> = BTreeMap::new();
        let mut hosts = Vec::new();
        for (index, operation) in operations.iter().enumerate() {
            let own = operation.value.get("servers");
            let shared = || document.get(operation.item.as_str())?.get("servers");
            let servers = own.or_else(shared).or_else(|| document.get("/servers"));
            for (host, mut segments) in bases(servers) {
                let base = segments.len();
                segments.extend(split(operation.path).map(Segment::parse));
                let known = hosts.iter().position(|known| *known == host);
                let host = known.unwrap_or_else(|| {
                    hosts.push(host);
                    hosts.len() - 1
                });
                let key = (operation.method, segments.len());
                routes.entry(key).or_default().push(Route {
                    operation: index,
                    host,
                    segments,
                    base,
                });
            }
        }
        for routes in routes.values_mut() {
            routes.sort_by_key(|route| {
                let ranks: Vec<_> = route.segments.iter().map(Segment::rank).collect();
                ranks
            });
        }
        Self {
            by_shape: routes,
            hosts,
        }
    }

    /// The operation that a method and a target as sent belong to.
    ///
    /// A target is a path with the base path of its server, or a whole URL, whose host must then
    /// be that of the server. Its query is no part of it. Among several templates that fit, the
    /// more literal one wins, and a template without the method does not count.
    pub(crate) fn find<'a>(
        &self,
        operations: &'a [Operation<'a>],
        method: &str,
        target: &str,
    ) -> Result<Matched<'a>, Unmatched> {
        let (host, path) = match target.split_once("://") {
            Some((_, rest)) => {
                let end = rest.find('/').unwrap_or(rest.len());
                (Some(authority(&rest[..end])), &rest[end..])
            }
            None => (None, target),
        };
        let host = host.as_deref().map(Given::of);
        let serves = |server: &Option<Segment>| match (server, &host) {
            (Some(server), Some(host)) => server.fits(host).is_some(),
            _ => true,
        };
        let admitted: Vec<bool> = self.hosts.iter().map(serves).collect();
        let method = method.to_ascii_lowercase();
        let given: Vec<Given<'_>> = split(path).map(Given::of).collect();
        let routes = self.by_shape.get(&(method.as_str(), given.len()));
        for route in routes.into_iter().flatten() {
            if admitted[route.host]
                && let Some(parameters) = route.fits(&given)
            {
                return Ok(Matched {
                    index: route.operation,
                    operation: &operations[route.operation],
                    parameters,
                });
            }
        }
        Err(if admitted.contains(&true) {
            Unmatched::Operation
        } else {
            Unmatched::Host
        })
    }
}

impl Route {
    /// The values of the template's parameters in a path of as many segments.
    fn fits(&self, given: &[Given<'_>]) -> Option<Vec<(String, String)>> {
        let mut pairs = self.segments.iter().zip(given);
        if !pairs.all(|(segment, given)| segment.may_fit(given)) {
            return None;
        }
        let mut values = Vec::new();
        for (index, (segment, given)) in self.segments.iter().zip(given).enumerate() {
            let found = segment.fits(given)?;
            if index >= self.base {
                values.extend(found);
            }
        }
        Some(values)
    }
}

/// The host and the base path of each server, without repetition.
fn bases(servers: Option<&Value>) -> Vec<(Option<Segment>, Vec<Segment>)> {
    let mut bases = Vec::new();
    for server in servers.and_then(Value::as_array).into_iter().flatten() {
        let Some(url) = server.get("url").and_then(Value::as_str) else {
            continue;
        };
        for url in spelled(url, server.get("variables").and_then(Value::as_object)) {
            // A relative URL may leave out the scheme alone.
            let located = url.split_once("://").map(|(_, rest)| rest);
            let (host, path) = match located.or_else(|| url.strip_prefix("//")) {
                Some(rest) => {
                    let end = rest.find('/').unwrap_or(rest.len());
                    let host = Segment::parse(&authority(&rest[..end]));
                    (Some(host), &rest[end..])
                }
                None => (None, url.as_str()),
            };
            let path = path.trim_end_matches('/');
            let segments = if path.is_empty() {
                Vec::new()
            } else {
                split(path).map(Segment::parse).collect()
            };
            if !bases.contains(&(host.clone(), segments.clone())) {
                bases.push((host, segments));
            }
        }
    }
    if bases.is_empty() {
        bases.push((None, Vec::new()));
    }
    bases
}

/// A server's URL with each variable as its default has it, and as any value, or as each of its
/// `enum`.
fn spelled(url: &str, variables: Option<&Map<String, Value>>) -> Vec<String> {
    let mut urls = vec![url.to_owned()];
    for (name, variable) in variables.into_iter().flatten() {
        let mark = format!("{{{name}}}");
        let default = variable.get("default").and_then(Value::as_str);
        let listed = variable.get("enum").and_then(Value::as_array);
        let values: Vec<&str> = match listed {
            Some(listed) if listed.len() * urls.len() <= MAX_SPELLINGS => {
                listed.iter().filter_map(Value::as_str).collect()
            }
            _ => default.into_iter().chain([mark.as_str()]).collect(),
        };
        urls = urls
            .iter()
            .flat_map(|url| values.iter().map(|value| url.replace(&mark, value)))
            .collect();
    }
    urls.dedup();
    urls
}

/// A host in lower case, without credentials and without the port that its scheme implies.
fn authority(text: &str) -> String {
    let host = text.rsplit_once('@').map_or(text, |(_, host)| host);
    let host = host
        .strip_suffix(":443")
        .or_else(|| host.strip_suffix(":80"))
        .unwrap_or(host);
    decoded(host).to_ascii_lowercase()
}

fn split(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}
