//! An authorization server that keeps Thumbtack's rules, and an API that takes its tokens.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use bindery::thumbtack::oauth::{AUDIENCE, Builder, Oauth, Tokens};
use chrono::{DateTime, TimeDelta, Utc};
use httpmock::{HttpMockRequest, HttpMockResponse, MockServer};
use oauth2::{PkceCodeChallenge, PkceCodeVerifier};
use url::{Url, form_urlencoded};

pub(crate) const CLIENT: &str = "partner";
/// With characters that Basic authentication needs encoded.
pub(crate) const SECRET: &str = "hushed:client+secret";
const BASIC: &str = "Basic cGFydG5lcjpodXNoZWQlM0FjbGllbnQlMkJzZWNyZXQ=";
pub(crate) const REDIRECT: &str = "https://acme.example/back";
const LIFE: u64 = 3600;
const GRACE: TimeDelta = TimeDelta::seconds(60);

/// A time of day that a test sets, in seconds since the epoch.
#[derive(Clone, Default)]
pub(crate) struct Time(Arc<AtomicI64>);

impl Time {
    pub(crate) fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.load(Ordering::SeqCst), 0).unwrap()
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// What the authorization server knows.
#[derive(Default)]
struct Book {
    issued: u32,
    /// Codes that were not exchanged yet, and their challenges.
    codes: BTreeMap<String, String>,
    /// When each refresh token was used first, if it was.
    refresh_tokens: BTreeMap<String, Option<DateTime<Utc>>>,
    /// The access token that the API takes; an older one is refused.
    access_token: String,
    exchanges: u32,
    /// The refresh token of each refresh that was granted.
    refreshes: Vec<String>,
}

/// The running server.
pub(crate) struct Authorizer {
    server: MockServer,
    book: Arc<Mutex<Book>>,
    pub(crate) time: Time,
}

impl Authorizer {
    pub(crate) async fn start() -> Self {
        Self::slow(Duration::ZERO).await
    }

    /// A server whose token endpoint takes this long to answer.
    pub(crate) async fn slow(delay: Duration) -> Self {
        let server = MockServer::start_async().await;
        let book = Arc::new(Mutex::new(Book::default()));
        let time = Time::default();
        let (kept, clock) = (Arc::clone(&book), time.clone());
        server
            .mock_async(|when, then| {
                when.method("POST").path("/oauth2/token");
                then.delay(delay).respond_with(move |request| {
                    token(&mut kept.lock().unwrap(), request, clock.now())
                });
            })
            .await;
        let kept = Arc::clone(&book);
        server
            .mock_async(|when, then| {
                when.method("GET").path("/v4/users/self");
                then.respond_with(move |request| user(&kept.lock().unwrap(), request));
            })
            .await;
        Self { server, book, time }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.server.address())
    }

    pub(crate) fn builder(&self) -> Builder {
        let time = self.time.clone();
        Oauth::builder(CLIENT, SECRET, REDIRECT)
            .server(self.url())
            .api(self.url())
            .clock(move || time.now())
    }

    pub(crate) fn oauth(&self) -> Oauth {
        self.builder().build().unwrap()
    }

    /// What a user who approves comes back with.
    pub(crate) fn approve(&self, url: &str) -> String {
        let url = Url::parse(url).unwrap();
        let sent: BTreeMap<_, _> = url.query_pairs().into_owned().collect();
        let mut book = self.book.lock().unwrap();
        let code = format!("hushed-code-{}", book.codes.len());
        book.codes
            .insert(code.clone(), sent["code_challenge"].clone());
        form_urlencoded::Serializer::new(String::new())
            .append_pair("code", &code)
            .append_pair("state", &sent["state"])
            .finish()
    }

    /// Tokens as an earlier run left them, ending in so many seconds.
    pub(crate) fn tokens(&self, seconds_left: i64) -> Tokens {
        let (access_token, refresh_token) = self.book.lock().unwrap().issue();
        Tokens::new(access_token)
            .refresh_token(refresh_token)
            .expires_at(self.time.now() + TimeDelta::seconds(seconds_left))
    }

    /// Makes the API refuse all tokens issued so far.
    pub(crate) fn revoke_access(&self) {
        self.book.lock().unwrap().access_token.clear();
    }

    pub(crate) fn exchanges(&self) -> u32 {
        self.book.lock().unwrap().exchanges
    }

    /// The refresh tokens of the refreshes that were granted, by their numbers.
    pub(crate) fn refreshes(&self) -> Vec<u32> {
        let book = self.book.lock().unwrap();
        let number = |token: &String| token.rsplit('-').next().unwrap().parse().unwrap();
        book.refreshes.iter().map(number).collect()
    }
}

impl Book {
    fn issue(&mut self) -> (String, String) {
        self.issued += 1;
        let refresh_token = format!("hushed-refresh-{}", self.issued);
        self.access_token = format!("hushed-access-{}", self.issued);
        self.refresh_tokens.insert(refresh_token.clone(), None);
        (self.access_token.clone(), refresh_token)
    }
}

fn token(book: &mut Book, request: &HttpMockRequest, now: DateTime<Utc>) -> HttpMockResponse {
    let form: BTreeMap<String, String> = form_urlencoded::parse(request.body_ref())
        .into_owned()
        .collect();
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    if header(request, "content-type") != "application/x-www-form-urlencoded" {
        return refusal(400, "invalid_request");
    }
    if header(request, "authorization") != BASIC {
        return refusal(401, "invalid_client");
    }
    if field("audience") != AUDIENCE {
        return refusal(502, "proxy_oauth_failed");
    }
    let granted = match field("grant_type") {
        "authorization_code" => {
            let kept = book.codes.remove(field("code"));
            let granted = kept.is_some()
                && kept == challenge(field("code_verifier"))
                && field("redirect_uri") == REDIRECT;
            book.exchanges += u32::from(granted);
            granted
        }
        "refresh_token" => {
            let token = field("refresh_token").to_owned();
            let granted = book.refresh_tokens.get_mut(&token).is_some_and(|used| {
                let first = *used.get_or_insert(now);
                now - first <= GRACE
            });
            if granted {
                book.refreshes.push(token);
            }
            granted
        }
        _ => return refusal(400, "unsupported_grant_type"),
    };
    if !granted {
        return refusal(400, "invalid_grant");
    }
    let (access_token, refresh_token) = book.issue();
    let body = serde_json::json!({
        "access_token": access_token,
        "refresh_token": refresh_token,
        "token_type": "bearer",
        "expires_in": LIFE,
    });
    json(200, &body)
}

/// The challenge of a verifier, if it is as long as RFC 7636 has it.
fn challenge(verifier: &str) -> Option<String> {
    (43..=128).contains(&verifier.len()).then(|| {
        let verifier = PkceCodeVerifier::new(verifier.to_owned());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        challenge.as_str().to_owned()
    })
}

fn user(book: &Book, request: &HttpMockRequest) -> HttpMockResponse {
    let expected = format!("Bearer {}", book.access_token);
    if header(request, "authorization") != expected {
        return json(
            401,
            &serde_json::json!({"title": "Unauthorized", "status": 401}),
        );
    }
    let user = serde_json::json!({
        "userID": "1337", "email": "hello@world.com", "firstName": "Hello", "lastName": "World",
    });
    json(200, &user)
}

fn header<'a>(request: &'a HttpMockRequest, wanted: &str) -> &'a str {
    let mut headers = request.headers_vec().iter();
    headers
        .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
        .map_or("", |(_, value)| value)
}

fn refusal(status: u16, code: &str) -> HttpMockResponse {
    json(
        status,
        &serde_json::json!({"error": code, "error_description": "no"}),
    )
}

fn json(status: u16, body: &serde_json::Value) -> HttpMockResponse {
    HttpMockResponse::builder()
        .status(status)
        .header("content-type", "application/json")
        .body(body.to_string())
        .build()
}
