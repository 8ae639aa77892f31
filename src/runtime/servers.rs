//! Where calls go: to the base URL of the client, unless the document has other servers for an
//! operation.

use url::{Host, Url};

use super::{Error, Operation};

/// The servers of one client.
pub(super) struct Servers {
    /// Without a slash at its end.
    pub(super) base: String,
    /// The host of the base URL.
    pub(super) address: String,
    /// What the caller has in the place of servers of the document.
    stand_ins: Vec<(String, Url)>,
    allow_http: bool,
}

impl Servers {
    pub(super) fn checked(
        base: &str,
        stand_ins: &[(String, String)],
        allow_http: bool,
    ) -> Result<Self, Error> {
        let refuse = |what: &str, given: &str, why: String| {
            let message = format!("the {what} `{}` {why}", shown(given));
            Error::configuration(message)
        };
        let url = checked(base, allow_http).map_err(|why| refuse("base URL", base, why))?;
        let stand_ins = stand_ins.iter().map(|(documented, server)| {
            let url = checked(server, allow_http);
            let url = url.map_err(|why| refuse("server", server, why))?;
            Ok((documented.clone(), url))
        });
        Ok(Self {
            stand_ins: stand_ins.collect::<Result<_, Error>>()?,
            base: plain(&url).to_owned(),
            address: url.host_str().unwrap_or_default().to_owned(),
            allow_http,
        })
    }

    /// Whether a call may go to a server by TLS.
    pub(super) fn may_use_tls(&self) -> bool {
        let secure = |(_, url): &(String, Url)| url.scheme() == "https";
        self.base.starts_with("https") || !self.is_local() || self.stand_ins.iter().any(secure)
    }

    /// The server of an operation, where it is another than the base URL.
    ///
    /// Credentials go there. So a server that only the document names is called by those clients
    /// alone whose base URL the document names as well, and from a loopback address only another one:
    /// whoever calls a server of their own, for a test or a proxy, calls no other without saying so. Of
    /// several it is the one in the place that the base URL has among the document's.
    ///
    /// # Errors
    /// When the document's URL cannot be called.
    pub(super) fn of(&self, operation: &Operation) -> Result<Option<Url>, String> {
        let own = operation.servers;
        let Some(first) = own.first() else {
            return Ok(None);
        };
        let mut stand_ins = self.stand_ins.iter();
        let named = |documented: &str| own.iter().any(|url| is_same(url, documented));
        if let Some((_, url)) = stand_ins.find(|(documented, _)| named(documented)) {
            return Ok(Some(url.clone()));
        }
        if own.iter().any(|url| self.is_base(url)) {
            return Ok(None);
        }
        if !first.contains("://") {
            return self.beside(first).map(Some);
        }
        let mut documented = operation.documented.iter();
        let place = documented.position(|url| self.is_base(url));
        let Some(place) = place else {
            return Ok(None);
        };
        let server = own.get(place).unwrap_or(first);
        let url = if server.contains('{') {
            Err("has a variable without a default; `Builder::server` names another".to_owned())
        } else {
            checked(server, self.allow_http)
        };
        let url = url.map_err(|why| format!("the server `{server}` of the document {why}"))?;
        let leaves = self.is_local() && !is_loopback(&url);
        Ok((!leaves).then_some(url))
    }

    /// Whether a URL of the document is the base URL, which may be the secure one of two.
    fn is_base(&self, url: &str) -> bool {
        Url::parse(url).is_ok_and(|url| {
            let url = plain(&url);
            let secure = url
                .strip_prefix("http://")
                .map(|rest| self.base == format!("https://{rest}"));
            url == self.base || secure.unwrap_or_default()
        })
    }

    fn is_local(&self) -> bool {
        Url::parse(&self.base).is_ok_and(|url| is_loopback(&url))
    }

    /// A path on the host of the base URL.
    fn beside(&self, path: &str) -> Result<Url, String> {
        let refusal = |_| format!("the server `{path}` of the document is no path");
        let base = Url::parse(&self.base).map_err(refusal)?;
        let root = base.join("/").map_err(refusal)?;
        let url = root.join(path).map_err(refusal)?;
        if url.origin() == base.origin() {
            Ok(url)
        } else {
            Err(format!("the server `{path}` of the document is no path"))
        }
    }
}

/// Whether two texts are one server, be it with another slash at the end.
fn is_same(one: &str, other: &str) -> bool {
    let parsed = (Url::parse(one), Url::parse(other));
    one == other || matches!(parsed, (Ok(one), Ok(other)) if plain(&one) == plain(&other))
}

/// A URL as paths are appended to it.
pub(super) fn plain(url: &Url) -> &str {
    url.as_str().trim_end_matches('/')
}

/// The URL for messages, without credentials that somebody may have put into it.
pub(super) fn shown(url: &str) -> &str {
    if url.contains('@') { "[redacted]" } else { url }
}

/// The URL of a server that calls may go to, or why none may.
fn checked(text: &str, allow_http: bool) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("is no URL: {error}"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err("holds credentials; give them to the builder".to_owned());
    }
    if url.host().is_none() {
        return Err("names no host".to_owned());
    }
    match url.scheme() {
        "https" => {}
        "http" if allow_http || is_loopback(&url) => {}
        "http" => return Err("is not https; `allow_http` permits it".to_owned()),
        _ => return Err("is not https".to_owned()),
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("has a query or fragment".to_owned());
    }
    Ok(url)
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVERS: &[&str] = &[
        "https://api.example.com/v1/",
        "https://eu.example.com/v1",
        "https://files.example.com",
    ];
    static USUAL: Operation = Operation::new("usual", "GET", "/");
    static FILES: Operation =
        Operation::new("files", "GET", "/").servers(&["https://files.example.com"], SERVERS);
    static EITHER: Operation = Operation::new("either", "GET", "/").servers(
        &["https://eu.example.com/v1", "https://files.example.com"],
        SERVERS,
    );
    static ROOT: Operation = Operation::new("root", "GET", "/").servers(&[""], SERVERS);
    static BESIDE: Operation = Operation::new("beside", "GET", "/").servers(&["/v2/"], SERVERS);
    static ASTRAY: Operation = Operation::new("astray", "GET", "/").servers(&["\\\\x.y"], SERVERS);
    static PLAIN: Operation =
        Operation::new("plain", "GET", "/").servers(&["http://files.example.com"], SERVERS);
    static PAIRED: Operation = Operation::new("paired", "GET", "/")
        .servers(&["https://a.example.com", "https://b.example.com"], SERVERS);
    static HERE: Operation = Operation::new("here", "GET", "/").servers(
        &["https://files.example.com"],
        &["http://api.example.com", "http://localhost:8080"],
    );
    static OPEN: Operation =
        Operation::new("open", "GET", "/").servers(&["https://{tenant}.example.com"], SERVERS);

    #[test]
    #[rustfmt::skip] // One case, one line.
    fn a_call_goes_to_the_server_of_its_operation() {
        let proxy = "http://127.0.0.1:9/api";
        for (base, operation, expected) in [
            (SERVERS[0], &USUAL, Ok(None)),
            (SERVERS[0], &FILES, Ok(Some("https://files.example.com"))),
            (SERVERS[0], &EITHER, Ok(Some("https://eu.example.com/v1"))),
            (SERVERS[1], &EITHER, Ok(None)),
            (SERVERS[2], &EITHER, Ok(None)),
            (SERVERS[0], &ROOT, Ok(Some("https://api.example.com"))),
            (SERVERS[0], &BESIDE, Ok(Some("https://api.example.com/v2"))),
            (SERVERS[0], &ASTRAY, Err("the server `\\\\x.y` of the document is no path")),
            (SERVERS[0], &PLAIN, Err("the server `http://files.example.com` of the document is not https; `allow_http` permits it")),
            (SERVERS[0], &OPEN, Err("the server `https://{tenant}.example.com` of the document has a variable without a default; `Builder::server` names another")),
            (SERVERS[0], &PAIRED, Ok(Some("https://a.example.com"))),
            (SERVERS[1], &PAIRED, Ok(Some("https://b.example.com"))),
            (SERVERS[2], &PAIRED, Ok(Some("https://a.example.com"))),
            ("https://api.example.com", &HERE, Ok(Some("https://files.example.com"))),
            // A loopback address is left for no other, though the document names it.
            ("http://localhost:8080", &HERE, Ok(None)),
            // A server of the caller's own stands for all of them.
            (proxy, &USUAL, Ok(None)),
            (proxy, &FILES, Ok(None)),
            (proxy, &PLAIN, Ok(None)),
            (proxy, &OPEN, Ok(None)),
            (proxy, &ROOT, Ok(Some("http://127.0.0.1:9"))),
            (proxy, &BESIDE, Ok(Some("http://127.0.0.1:9/v2"))),
            ("https://api.example.com.evil.net/v1", &FILES, Ok(None)),
            ("https://api.example.com/v2", &FILES, Ok(None)),
        ] {
            let servers = Servers::checked(base, &[], false).unwrap();
            let server = servers.of(operation);
            let server = server.as_ref().map(|url| url.as_ref().map(plain));
            assert_eq!(server.map_err(String::as_str), expected, "{base} {}", operation.id());
        }
    }

    #[test]
    fn the_caller_may_name_another_server_for_one_of_the_document() {
        let stand_in = "http://localhost:9/files";
        let stand_ins = [(format!("{}/", SERVERS[2]), stand_in.to_owned())];
        for base in [SERVERS[0], "http://localhost:8"] {
            let servers = Servers::checked(base, &stand_ins, false).unwrap();
            let server = servers.of(&FILES).unwrap().unwrap();
            assert_eq!(plain(&server), stand_in);
            assert_eq!(servers.of(&USUAL), Ok(None));
        }
        let stand_ins = [(SERVERS[2].to_owned(), "http://u:p@x.y".to_owned())];
        let error = Servers::checked(SERVERS[0], &stand_ins, false)
            .err()
            .unwrap();
        assert_eq!(
            error.to_string(),
            "client: the server `[redacted]` holds credentials; give them to the builder"
        );
    }
}
