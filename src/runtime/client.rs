//! Where calls go, who makes them, and how long they may take.

use std::{fmt, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use url::{Host, Url};

use super::{
    Error, Operation, Request, Secret,
    body::{self, Broken, Raw},
    request::Ready,
};

/// How long a call may take in all, unless the builder or the call says otherwise.
const TIMEOUT: Duration = Duration::from_secs(30);
/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest body that is read: 10 MB.
const MAX_BODY: usize = 10 * 1024 * 1024;

/// The runtime's client: a base URL, a token and a pool of connections, shared by its clones.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    http: reqwest::Client,
    /// Without a slash at its end.
    base: String,
    authorization: Option<HeaderValue>,
    /// Sent with every request: the user agent, and what the caller asked for.
    headers: HeaderMap,
    timeout: Duration,
    max_body: usize,
}

impl Client {
    /// A client of the server at `base`, such as `https://api.gigs.com`.
    pub fn builder(base: impl Into<String>) -> Builder<Self> {
        Builder {
            base: base.into(),
            token: None,
            product: None,
            headers: Vec::new(),
            timeout: TIMEOUT,
            connect_timeout: CONNECT_TIMEOUT,
            max_body: MAX_BODY,
            allow_http: false,
            http: None,
            finish: Box::new(|client| client),
        }
    }

    /// The server that calls go to.
    pub fn base_url(&self) -> &str {
        &self.inner.base
    }

    /// Begins a request; what generated code calls.
    pub fn request(&self, operation: &'static Operation) -> Request {
        Request::new(self.clone(), operation)
    }

    pub(super) async fn send(
        &self,
        operation: &'static Operation,
        ready: Ready,
        timeout: Option<Duration>,
    ) -> Result<Raw, Error> {
        let inner = &*self.inner;
        let timeout = timeout.unwrap_or(inner.timeout);
        let request = inner.request(operation, ready, timeout)?;
        let failed = |error| Error::transport(operation, error, timeout);
        let mut response = inner.http.execute(request).await.map_err(failed)?;
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let body = body::read(&mut response, inner.max_body)
            .await
            .map_err(|broken| {
                let error = match broken {
                    Broken::TooLarge => Error::too_large(operation, inner.max_body),
                    Broken::Transport(error) => failed(error),
                };
                // The status is known though the body is not: a write may have been done.
                error.answered(status, headers.clone(), &bytes::Bytes::new())
            })?;
        if operation.is_success(status) {
            Ok(Raw {
                status,
                headers,
                body,
            })
        } else {
            Err(Error::failed(operation, status, headers, &body))
        }
    }
}

impl Inner {
    fn request(
        &self,
        operation: &Operation,
        ready: Ready,
        timeout: Duration,
    ) -> Result<reqwest::Request, Error> {
        let invalid = |message: &str| Error::invalid_request(operation, message);
        let method: Method = operation
            .method
            .parse()
            .map_err(|_| invalid("no such method"))?;
        let url = Url::parse(&format!("{}{}", self.base, ready.target))
            .map_err(|_| invalid("the path makes no URL"))?;
        let mut request = reqwest::Request::new(method, url);
        *request.timeout_mut() = Some(timeout);
        *request.body_mut() = ready.body.map(Into::into);
        let headers = request.headers_mut();
        headers.clone_from(&self.headers);
        if let Some(authorization) = &self.authorization {
            headers.insert(header::AUTHORIZATION, authorization.clone());
        }
        for (name, value) in &ready.headers {
            headers.insert(name.clone(), value.clone());
        }
        Ok(request)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base", &self.inner.base)
            .field("timeout", &self.inner.timeout)
            .finish_non_exhaustive()
    }
}

/// How a client is configured: a provider's, or the runtime's own.
#[must_use = "a builder does nothing until `build`"]
pub struct Builder<C = Client> {
    base: String,
    token: Option<Secret>,
    product: Option<String>,
    headers: Vec<(String, String)>,
    timeout: Duration,
    connect_timeout: Duration,
    max_body: usize,
    allow_http: bool,
    http: Option<reqwest::Client>,
    finish: Box<dyn FnOnce(Client) -> C + Send + Sync>,
}

impl<C: 'static> Builder<C> {
    /// A builder of whatever `turn` makes of the client.
    pub fn map<D>(self, turn: impl FnOnce(C) -> D + Send + Sync + 'static) -> Builder<D> {
        let finish = self.finish;
        Builder {
            base: self.base,
            token: self.token,
            product: self.product,
            headers: self.headers,
            timeout: self.timeout,
            connect_timeout: self.connect_timeout,
            max_body: self.max_body,
            allow_http: self.allow_http,
            http: self.http,
            finish: Box::new(move |client| turn(finish(client))),
        }
    }

    /// Another server, such as a staging one or a test's own.
    pub fn base_url(mut self, base: impl Into<String>) -> Self {
        self.base = base.into();
        self
    }

    /// The token to send as `Authorization: Bearer`.
    pub fn bearer(mut self, token: impl Into<Secret>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// The caller's product, such as `acme/1.2`; sent before `bindery`'s own name.
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.product = Some(product.into());
        self
    }

    /// One more header to send with every request.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// How long a call may take in all; 30 seconds unless set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long a connection may take to come about; 10 seconds unless set.
    ///
    /// Without effect on a client handed in by [`Builder::http_client`].
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The longest body to read, in bytes after decompression; 10 MB unless set.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Allows a base URL without TLS on a host that is not this machine.
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// Sends by this client instead of an own one; its redirect and proxy settings hold.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// When the base URL is no https URL (http is fine on the loopback), when a token, product or
    /// header cannot be sent, or when TLS cannot be set up: all [`Error::is_configuration`].
    pub fn build(self) -> Result<C, Error> {
        let base = checked_base(&self.base, self.allow_http)?;
        let authorization = self.token.as_ref().map(authorization).transpose()?;
        let headers = headers(self.product.as_deref(), &self.headers)?;
        let http = match self.http {
            Some(client) => client,
            None => own_client(&base, self.connect_timeout)?,
        };
        let inner = Inner {
            http,
            base,
            authorization,
            headers,
            timeout: self.timeout,
            max_body: self.max_body,
        };
        Ok((self.finish)(Client {
            inner: Arc::new(inner),
        }))
    }
}

impl<C> fmt::Debug for Builder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("base", &self.base)
            .field("token", &self.token)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

fn headers(product: Option<&str>, more: &[(String, String)]) -> Result<HeaderMap, Error> {
    let own = concat!("bindery/", env!("CARGO_PKG_VERSION"));
    let agent = product.map_or_else(|| own.to_owned(), |product| format!("{product} {own}"));
    let agent = (header::USER_AGENT.as_str(), agent.as_str());
    let more = more
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let mut headers = HeaderMap::new();
    for (name, value) in std::iter::once(agent).chain(more) {
        let (Ok(known), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value))
        else {
            return Err(Error::configuration(format!(
                "`{name}` with this value is no header"
            )));
        };
        headers.insert(known, value);
    }
    Ok(headers)
}

fn authorization(token: &Secret) -> Result<HeaderValue, Error> {
    let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose()))
        .map_err(|_| Error::configuration("the token has characters that no header can carry"))?;
    value.set_sensitive(true);
    Ok(value)
}

fn checked_base(base: &str, allow_http: bool) -> Result<String, Error> {
    let refuse = |why: &str| Error::configuration(format!("the base URL `{base}` {why}"));
    let url = Url::parse(base).map_err(|error| refuse(&format!("is no URL: {error}")))?;
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(refuse("names no host")),
    };
    match url.scheme() {
        "https" => {}
        "http" if loopback || allow_http => {}
        "http" => return Err(refuse("is not https; `allow_http` permits it")),
        _ => return Err(refuse("is not https")),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::configuration(
            "the base URL holds credentials; give them to the builder",
        ));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(refuse("has a query or fragment"));
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// Redirects are not followed: credentials must not leave the provider's origin.
fn own_client(base: &str, connect_timeout: Duration) -> Result<reqwest::Client, Error> {
    let builder = reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        .redirect(reqwest::redirect::Policy::none());
    let client = with_tls(builder, base)?.build();
    client.map_err(|error| Error::configuration(format!("cannot set up the HTTP client: {error}")))
}

/// An explicit configuration, so that no process-wide cryptography provider is installed or needed.
#[cfg(feature = "rustls")]
fn with_tls(builder: reqwest::ClientBuilder, base: &str) -> Result<reqwest::ClientBuilder, Error> {
    use rustls_platform_verifier::BuilderVerifierExt as _;

    let configure = || {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?;
        // Without TLS there is no certificate to check, and no store to load.
        let config = if base.starts_with("https") {
            config.with_platform_verifier()?
        } else {
            config.with_root_certificates(rustls::RootCertStore::empty())
        };
        let mut config = config.with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(config)
    };
    let config = configure().map_err(|error: rustls::Error| {
        Error::configuration(format!("cannot set up TLS: {error}"))
    })?;
    Ok(builder.tls_backend_preconfigured(config))
}

#[cfg(not(feature = "rustls"))]
#[expect(clippy::unnecessary_wraps, reason = "the other TLS set-up can fail")]
fn with_tls(builder: reqwest::ClientBuilder, _: &str) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder)
}
