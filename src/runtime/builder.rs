//! How a client is configured.

use std::{fmt, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderValue, header};

use super::{
    Client, Error, Retry, Secret, TokenProvider,
    auth::{self, Auth, Cache},
    client::{Inner, Limits},
    request::unprinted,
    retry::Budget,
    segment,
    servers::{Servers, shown},
};

/// How a client is configured: a provider's, or the runtime's own.
#[must_use = "a builder does nothing until `build`"]
pub struct Builder<C = Client> {
    base: String,
    stand_ins: Vec<(String, String)>,
    token: Option<Secret>,
    provider: Option<Box<dyn TokenProvider>>,
    query_keys: Vec<(String, Secret)>,
    product: Option<String>,
    headers: Vec<(String, String)>,
    limits: Limits,
    connect_timeout: Duration,
    retry: Retry,
    hopeless: Option<fn(&Error) -> bool>,
    allow_http: bool,
    http: Option<reqwest::Client>,
    finish: Box<dyn FnOnce(Client) -> C + Send + Sync>,
}

impl Builder {
    pub(super) fn new(base: String) -> Self {
        Self {
            base,
            stand_ins: Vec::new(),
            token: None,
            provider: None,
            query_keys: Vec::new(),
            product: None,
            headers: Vec::new(),
            limits: Limits::default(),
            connect_timeout: Duration::from_secs(10),
            retry: Retry::default(),
            hopeless: None,
            allow_http: false,
            http: None,
            finish: Box::new(|client| client),
        }
    }
}

impl<C: 'static> Builder<C> {
    /// A builder of whatever `turn` makes of the client.
    pub fn map<D>(self, turn: impl FnOnce(C) -> D + Send + Sync + 'static) -> Builder<D> {
        let finish = self.finish;
        Builder {
            base: self.base,
            stand_ins: self.stand_ins,
            token: self.token,
            provider: self.provider,
            query_keys: self.query_keys,
            product: self.product,
            headers: self.headers,
            limits: self.limits,
            connect_timeout: self.connect_timeout,
            retry: self.retry,
            hopeless: self.hopeless,
            allow_http: self.allow_http,
            http: self.http,
            finish: Box::new(move |client| turn(finish(client))),
        }
    }

    /// Another server, such as a staging one or a test's own.
    ///
    /// One that the document does not name is called for all operations, those that have servers of
    /// their own included: credentials go to no other without [`Builder::server`].
    pub fn base_url(mut self, base: impl Into<String>) -> Self {
        self.base = base.into();
        self
    }

    /// Another server in place of one that the document has for some operations alone: `documented`
    /// is its URL as `SERVERS` of the generated module lists it.
    pub fn server(mut self, documented: impl Into<String>, url: impl Into<String>) -> Self {
        self.stand_ins.push((documented.into(), url.into()));
        self
    }

    /// The token to send as `Authorization: Bearer`.
    pub fn bearer(mut self, token: impl Into<Secret>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Where tokens come from, in place of a fixed one.
    ///
    /// A call that is answered 401 is made once more with a fresh token.
    pub fn token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.provider = Some(Box::new(provider));
        self
    }

    /// A key to send in the query of every call that is not anonymous, for providers that ask for
    /// theirs there.
    pub fn query_key(mut self, name: impl Into<String>, key: impl Into<Secret>) -> Self {
        self.query_keys.push((name.into(), key.into()));
        self
    }

    /// The caller's product, such as `acme/1.2`; sent before `bindery`'s own name.
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.product = Some(product.into());
        self
    }

    /// One more header to send with every request; a credential, such as a key, with every one that
    /// is not anonymous.
    ///
    /// `Authorization`, `Proxy-Authorization` and `Cookie` are credentials, and so are the headers in
    /// which the document has keys. The value of none is printed.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// How long a call may take in all, repetitions included; 90 seconds unless set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.total = timeout;
        self
    }

    /// How long one attempt may take, from sending to the end of the body; 30 seconds unless set.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.limits.attempt = timeout;
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
        self.limits.body = bytes;
        self
    }

    /// How calls are repeated.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Failures that asking again does not mend, whatever their status.
    pub fn never_retry(mut self, hopeless: fn(&Error) -> bool) -> Self {
        self.hopeless = Some(hopeless);
        self
    }

    /// Allows a base URL without TLS on a host that is not this machine.
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// Sends by this client instead of an own one; its redirect, proxy and TLS settings hold.
    ///
    /// An own client follows no redirect. One that does may carry requests, though not the token,
    /// to other servers.
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
        let servers = Servers::checked(&self.base, &self.stand_ins, self.allow_http)?;
        let auth = match (self.provider, &self.token) {
            (Some(provider), _) => Auth::Fetched(Cache::new(provider)),
            (None, Some(token)) => Auth::Fixed(auth::bearer(token)?),
            (None, None) => Auth::None,
        };
        let headers = headers(self.product.as_deref(), &self.headers)?;
        let http = || match &self.http {
            Some(client) => Ok(client.clone()),
            None => own_client(servers.may_use_tls(), self.connect_timeout),
        };
        let inner = Inner {
            http: http()?,
            #[cfg(feature = "blocking")]
            blocking_http: http()?,
            servers,
            auth,
            query_keys: query(&self.query_keys),
            headers,
            limits: self.limits,
            retry: self.retry,
            hopeless: self.hopeless,
            budget: Budget::new(),
        };
        Ok((self.finish)(Client {
            inner: Arc::new(inner),
        }))
    }
}

impl<C> fmt::Debug for Builder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("base", &shown(&self.base))
            .field("token", &self.token)
            .field("query_keys", &self.query_keys)
            .field("limits", &self.limits)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

/// The keys as a query has them.
fn query(keys: &[(String, Secret)]) -> Secret {
    let pair = |(name, key): &(String, Secret)| {
        let (name, key) = (segment::encode(name), segment::encode(key.expose()));
        format!("{name}={key}")
    };
    Secret::from(keys.iter().map(pair).collect::<Vec<_>>().join("&"))
}

fn headers(product: Option<&str>, more: &[(String, String)]) -> Result<HeaderMap, Error> {
    let own = concat!("bindery/", env!("CARGO_PKG_VERSION"));
    let agent = product.map_or_else(|| own.to_owned(), |product| format!("{product} {own}"));
    let mut headers = HeaderMap::new();
    let agent = HeaderValue::try_from(agent)
        .map_err(|_| Error::configuration("the product is no header value"))?;
    headers.insert(header::USER_AGENT, agent);
    for (name, value) in more {
        let (name, value) = unprinted(name, value).ok_or_else(|| {
            Error::configuration(format!("`{name}` with this value is no header"))
        })?;
        headers.insert(name, value);
    }
    Ok(headers)
}

/// Redirects are not followed: credentials must not leave the provider's origin.
fn own_client(tls: bool, connect_timeout: Duration) -> Result<reqwest::Client, Error> {
    let builder = reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        .redirect(reqwest::redirect::Policy::none());
    let client = with_tls(builder, tls)?.build();
    client.map_err(|error| Error::configuration(format!("cannot set up the HTTP client: {error}")))
}

/// An explicit configuration, so that no process-wide cryptography provider is installed or needed.
#[cfg(feature = "rustls")]
fn with_tls(builder: reqwest::ClientBuilder, tls: bool) -> Result<reqwest::ClientBuilder, Error> {
    use rustls_platform_verifier::BuilderVerifierExt as _;

    let configure = || {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?;
        // Without TLS there is no certificate to check, and no store to load.
        let config = if tls {
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
fn with_tls(builder: reqwest::ClientBuilder, _: bool) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder)
}
