//! How an application is configured.

use std::{fmt, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};

use super::{Endpoint, Error, Inner, Oauth, PRODUCTION, STAGING};
use crate::{Retry, Secret, runtime, thumbtack};

/// How a refresh may be repeated, so that all of it lies within the 60 seconds in which a refresh
/// token may be used again.
const TOTAL: Duration = Duration::from_secs(45);
const ATTEMPT: Duration = Duration::from_secs(15);

/// The time of day, as a function that a test can replace.
pub(super) type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// How an application is configured.
#[must_use = "a builder does nothing until `build`"]
pub struct Builder {
    client_id: String,
    client_secret: Secret,
    redirect: String,
    api: String,
    server: String,
    clock: Clock,
    runtime: Box<dyn FnOnce(runtime::Builder) -> runtime::Builder + Send + Sync>,
}

impl Builder {
    pub(super) fn new(client_id: String, client_secret: Secret, redirect: String) -> Self {
        Self {
            client_id,
            client_secret,
            redirect,
            api: thumbtack::PRODUCTION.to_owned(),
            server: PRODUCTION.to_owned(),
            clock: Arc::new(system_clock),
            runtime: Box::new(|builder| builder),
        }
    }

    /// The staging environment, for authorization and for clients.
    pub fn staging(mut self) -> Self {
        self.api = thumbtack::STAGING.into();
        self.server = STAGING.into();
        self
    }

    /// Another authorization server, such as a test's own; `/oauth2/auth` and `/oauth2/token` are
    /// below it.
    pub fn server(mut self, server: impl Into<String>) -> Self {
        self.server = server.into();
        self
    }

    /// Another server for the clients of connections.
    pub fn api(mut self, server: impl Into<String>) -> Self {
        self.api = server.into();
        self
    }

    /// What tells the time by which tokens run out; the system's clock unless set.
    pub fn clock(mut self, clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Changes how the token endpoint is called: time limits, user agent, HTTP client.
    ///
    /// Unless changed, an attempt takes 15 seconds at most and a refresh with its repetitions 45.
    /// More than 60 in all may leave a refresh token behind that can no longer be used.
    pub fn configure(
        mut self,
        change: impl FnOnce(runtime::Builder) -> runtime::Builder + Send + Sync + 'static,
    ) -> Self {
        self.runtime = Box::new(change);
        self
    }

    /// The application.
    ///
    /// # Errors
    /// When an address is no https URL (http is fine on the loopback), or TLS cannot be set up:
    /// [`Error::is_configuration`].
    pub fn build(self) -> Result<Oauth, Error> {
        let client = runtime::Client::builder(&self.server)
            .timeout(TOTAL)
            .attempt_timeout(ATTEMPT)
            .retry(Retry::new().longest_wait(ATTEMPT));
        let client = (self.runtime)(client).build();
        let client = client.map_err(|error| Error::configuration(error.to_string()))?;
        let endpoint = Endpoint::new(client, self.client_id, self.client_secret, self.redirect)?;
        Ok(Oauth {
            inner: Arc::new(Inner {
                endpoint,
                clock: self.clock,
                api: self.api,
            }),
        })
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "tokens that are kept outlive the process, and so end by the time of day"
)]
fn system_clock() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("client_id", &self.client_id)
            .field("redirect", &self.redirect)
            .finish_non_exhaustive()
    }
}
