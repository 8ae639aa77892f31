//! One case: a script of the server, a call, and what has to come of both.

use std::time::{Duration, Instant};

use bindery::{
    Call, Error, Retry, gigs,
    runtime::Builder,
    thumbtack::{self, BasicAuth, NewWebhook},
};

use crate::{
    leaks::{self, API_KEY, PASSWORD, TOKEN},
    server::{Server, Step},
};

/// How long an attempt may take in these tests.
pub(crate) const ATTEMPT: Duration = Duration::from_millis(300);

/// What is called.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Make {
    /// Gigs, GET.
    Retrieve,
    /// Gigs, DELETE.
    Delete,
    /// Gigs, POST, which must not be repeated.
    Create,
    /// The same with an idempotency key.
    CreateKeyed,
    /// Gigs, POST, which the document marks as idempotent.
    Search,
    /// Gigs, GET, with less time in all than the others have.
    RetrieveSoon,
    /// Thumbtack, GET.
    Me,
    /// Thumbtack, POST, with a password in its body.
    Hook,
}

/// What comes of a call: how it ends, the status, and how often it was sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) end: &'static str,
    pub(crate) status: Option<u16>,
    pub(crate) attempts: u32,
}

/// A call that succeeds with 200 after so many attempts.
pub(crate) const fn succeeds(attempts: u32) -> Outcome {
    fails("success", Some(200), attempts)
}

/// A call that fails in the way that the predicate of this name tells.
pub(crate) const fn fails(end: &'static str, status: Option<u16>, attempts: u32) -> Outcome {
    Outcome {
        end,
        status,
        attempts,
    }
}

/// Makes the call against the script; its error, if that is what came, for a closer look.
pub(crate) async fn check(
    name: &str,
    make: Make,
    script: Vec<Step>,
    expected: Outcome,
) -> Option<Error> {
    leaks::watch();
    let server = Server::start(script).await;
    let began = Instant::now();
    let (outcome, error) = split(call(make, &server.url).await);
    assert!(began.elapsed() < ATTEMPT * 10, "{name} took too long");
    assert_eq!(outcome, expected, "{name}: {error:?}");
    assert_eq!(
        server.requests().len(),
        expected.attempts as usize,
        "{name}"
    );
    leaks::none_in(error.as_ref());
    error
}

/// Splits a result into what is compared and the error.
pub(crate) fn split(result: Result<(u16, u32), Error>) -> (Outcome, Option<Error>) {
    match result {
        Ok((status, attempts)) => (fails("success", Some(status), attempts), None),
        Err(error) => {
            let outcome = fails(end(&error), error.status(), error.attempts());
            (outcome, Some(error))
        }
    }
}

/// The name of the one predicate that holds.
pub(crate) fn end(error: &Error) -> &'static str {
    let ends: Vec<_> = [
        ("api", error.is_api()),
        ("unexpected", error.is_unexpected_status()),
        ("decode", error.is_decode()),
        ("timeout", error.is_timeout()),
        ("connect", error.is_connect()),
        ("interrupted", error.is_interrupted()),
        ("large", error.is_too_large()),
        ("invalid", error.is_invalid_request()),
        ("token", error.is_token()),
        ("configuration", error.is_configuration()),
    ]
    .into_iter()
    .filter_map(|(name, holds)| holds.then_some(name))
    .collect();
    assert_eq!(ends.len(), 1, "{ends:?} {error:?}");
    ends[0]
}

/// The tests' policy: the default one, but for its patience.
pub(crate) fn hasty<C: 'static>(builder: Builder<C>, url: &str) -> Builder<C> {
    let retry = Retry::new().delays(Duration::from_millis(1), Duration::from_millis(2));
    builder.base_url(url).attempt_timeout(ATTEMPT).retry(retry)
}

pub(crate) fn gigs(url: &str) -> gigs::Client {
    hasty(gigs::Client::builder("p", API_KEY), url)
        .build()
        .unwrap()
}

pub(crate) async fn call(make: Make, url: &str) -> Result<(u16, u32), Error> {
    let users = gigs(url).users();
    let user = gigs::CreateUser::new("jerry@example.com");
    let thumbtack = hasty(thumbtack::Client::builder(TOKEN), url)
        .build()
        .unwrap();
    match make {
        Make::Retrieve => made(users.retrieve("u")).await,
        Make::RetrieveSoon => made(users.retrieve("u").timeout(ATTEMPT * 4)).await,
        Make::Delete => made(users.delete("u")).await,
        Make::Create => made(users.create(&user)).await,
        Make::CreateKeyed => made(users.create(&user).idempotency_key("once")).await,
        Make::Search => made(users.search(&gigs::SearchUsers::new())).await,
        Make::Me => made(thumbtack.users().me()).await,
        Make::Hook => {
            let hook = NewWebhook::new("https://a.example").auth(BasicAuth::new("me", PASSWORD));
            made(thumbtack.webhooks().create(&hook)).await
        }
    }
}

async fn made<T: 'static>(call: Call<T>) -> Result<(u16, u32), Error> {
    let response = call.response().await?;
    Ok((response.status(), response.attempts()))
}
