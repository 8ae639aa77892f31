//! Thumbtack's two OAuth endpoints: the URL of the one, and requests to the other by the runtime.

use std::fmt;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use http::header::CONTENT_TYPE;
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    RefreshToken, RequestTokenError, TokenResponse as _, TokenUrl,
    basic::{BasicClient, BasicErrorResponse, BasicTokenResponse},
};
use url::Url;

use super::{AUDIENCE, Error, Grant, Scope, Tokens};
use crate::{
    Secret,
    runtime::{Client, Operation},
    thumbtack::OAuthError,
};

const TOKEN: &str = "/oauth2/token";
const FAILURES: &[&str] = &["202", "4XX", "5XX"];

/// A code is good for one exchange.
static EXCHANGE: Operation = Operation::new("exchangeCode", "POST", TOKEN)
    .failures(FAILURES)
    .anonymous();
/// A refresh token may be used again within the grace, in which all attempts lie.
static REFRESH: Operation = Operation::new("refreshTokens", "POST", TOKEN)
    .failures(FAILURES)
    .anonymous()
    .idempotent();

type Asker = BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;
type Answer = Result<BasicTokenResponse, RequestTokenError<Error, BasicErrorResponse>>;

/// The authorization server as one application sees it.
pub(super) struct Endpoint {
    client: Client,
    asker: Asker,
    secret: Secret,
}

impl Endpoint {
    pub(super) fn new(
        client: Client,
        client_id: String,
        secret: Secret,
        redirect: String,
    ) -> Result<Self, Error> {
        let base = client.base_url();
        let refuse = |what: &str, why: url::ParseError| {
            Error::configuration(format!("the {what} is no URL: {why}"))
        };
        let auth_url = AuthUrl::new(format!("{base}/oauth2/auth"))
            .map_err(|why| refuse("authorization endpoint", why))?;
        let token_url =
            TokenUrl::new(format!("{base}{TOKEN}")).map_err(|why| refuse("token endpoint", why))?;
        let redirect =
            RedirectUrl::new(redirect).map_err(|why| refuse("address to come back to", why))?;
        let asker = BasicClient::new(ClientId::new(client_id))
            .set_client_secret(ClientSecret::new(secret.expose().to_owned()))
            .set_auth_type(AuthType::BasicAuth)
            .set_auth_uri(auth_url)
            .set_token_uri(token_url)
            .set_redirect_uri(redirect);
        Ok(Self {
            client,
            asker,
            secret,
        })
    }

    /// Where to send a user, and the state in it.
    pub(super) fn authorization(
        &self,
        state: CsrfToken,
        challenge: PkceCodeChallenge,
        scopes: impl IntoIterator<Item = Scope>,
    ) -> (Url, CsrfToken) {
        let scopes = scopes.into_iter();
        self.asker
            .authorize_url(|| state)
            .add_scopes(scopes.map(|scope| oauth2::Scope::new(scope.to_string())))
            .add_extra_param("audience", AUDIENCE)
            .set_pkce_challenge(challenge)
            .url()
    }

    /// The tokens for a code, asked for at this time.
    pub(super) async fn exchange(&self, grant: Grant, now: DateTime<Utc>) -> Result<Tokens, Error> {
        let Grant { code, verifier } = grant;
        let http = |request| send(self.client.clone(), &EXCHANGE, request);
        let answer = self
            .asker
            .exchange_code(AuthorizationCode::new(code.expose().to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.expose().to_owned()))
            .add_extra_param("audience", AUDIENCE)
            .request_async(&http)
            .await;
        tokens(answer, now, &[&code, &verifier, &self.secret])
    }

    /// The tokens for a refresh token, asked for at this time.
    pub(super) async fn refresh(
        &self,
        refresh_token: &Secret,
        now: DateTime<Utc>,
    ) -> Result<Tokens, Error> {
        let http = |request| send(self.client.clone(), &REFRESH, request);
        let answer = self
            .asker
            .exchange_refresh_token(&RefreshToken::new(refresh_token.expose().to_owned()))
            .add_extra_param("audience", AUDIENCE)
            .request_async(&http)
            .await;
        let tokens = tokens(answer, now, &[refresh_token, &self.secret])?;
        Ok(match tokens.refresh_token {
            Some(_) => tokens,
            // RFC 6749, section 6: the old one stays good where no new one is issued.
            None => tokens.refresh_token(refresh_token.clone()),
        })
    }
}

/// Sends by the runtime; what is no answer of OAuth's, success or failure, is an error.
async fn send(
    client: Client,
    operation: &'static Operation,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let (head, form) = request.into_parts();
    let mut call = client.request(operation);
    for (name, value) in head
        .headers
        .iter()
        .filter(|(name, _)| *name != CONTENT_TYPE)
    {
        let value = value.to_str();
        let value = value.map_err(|_| Error::configuration("the client id is no header"))?;
        call = call.header(name.as_str(), value);
    }
    let form = Bytes::from(form);
    let call = call.bytes_body_as("application/x-www-form-urlencoded", form);
    let (status, headers, body) = match call.bytes().response().await {
        Ok(response) => {
            let (status, headers) = (response.status(), response.headers().clone());
            (status, headers, response.into_body().to_vec())
        }
        Err(error) => match (error.status(), error.headers(), error.body()) {
            (Some(status), Some(headers), Some(body))
                if error.details::<OAuthError>().is_some() =>
            {
                (status, headers.clone(), body.to_vec())
            }
            _ => return Err(Error::call(error)),
        },
    };
    let mut answer = HttpResponse::new(body);
    *answer.headers_mut() = headers;
    *answer.status_mut() = http::StatusCode::from_u16(status)
        .map_err(|_| Error::answer("the token endpoint answered without a status"))?;
    Ok(answer)
}

/// What was answered to a request with these secrets.
fn tokens(answer: Answer, now: DateTime<Utc>, sent: &[&Secret]) -> Result<Tokens, Error> {
    let answer = answer.map_err(|error| match error {
        RequestTokenError::Request(error) => error,
        RequestTokenError::ServerResponse(said) => Error::refused(
            said.error().as_ref(),
            said.error_description().map(String::as_str),
            sent,
        ),
        // Neither the body nor what is wrong with a value: both may quote a token.
        RequestTokenError::Parse(error, _) => match error.path().to_string().as_str() {
            "." => Error::answer("the token endpoint's answer is not what OAuth asks for"),
            path => Error::answer(format!(
                "`{path}` of the token endpoint's answer does not fit"
            )),
        },
        RequestTokenError::Other(what) => Error::answer(format!("token endpoint: {what}")),
    })?;
    let mut tokens = Tokens::new(answer.access_token().secret().as_str());
    tokens.refresh_token = answer
        .refresh_token()
        .map(|token| token.secret().as_str().into());
    // A life that no calendar reaches the end of has none.
    tokens.expires_at = answer.expires_in().and_then(|life| {
        let life = TimeDelta::from_std(life).ok()?;
        now.checked_add_signed(life)
    });
    Ok(tokens)
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("server", &self.client.base_url())
            .field("client_id", &self.asker.client_id().as_str())
            .finish_non_exhaustive()
    }
}
