//! Tokens that are fetched: once for all who wait, anew when they are refused or have run out.

use std::{
    error::Error as _,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bindery::runtime::{Client, Token, TokenProvider};
use futures_util::future::{BoxFuture, FutureExt as _, join_all};
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::{
    case::{ATTEMPT, end, hasty},
    leaks::{self, TOKEN},
    server::{Server, Step},
};

/// Hands out numbered tokens, each when it is given leave to.
#[derive(Clone)]
struct Numbered {
    fetched: Arc<AtomicUsize>,
    leave: Arc<Semaphore>,
    life: Option<Duration>,
}

impl Numbered {
    fn new(leave: usize) -> Self {
        Self {
            fetched: Arc::default(),
            leave: Arc::new(Semaphore::new(leave)),
            life: None,
        }
    }

    fn fetched(&self) -> usize {
        self.fetched.load(Ordering::SeqCst)
    }
}

impl TokenProvider for Numbered {
    fn fetch(&self) -> BoxFuture<'_, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
        Box::pin(async move {
            let number = self.fetched.fetch_add(1, Ordering::SeqCst) + 1;
            self.leave.acquire().await?.forget();
            let token = Token::new(format!("{TOKEN}-{number}"));
            Ok(match self.life {
                Some(life) => token.expires_in(life),
                None => token,
            })
        })
    }
}

fn client(url: &str, provider: impl TokenProvider) -> Client {
    leaks::watch();
    // Hundreds of calls at once take their time on a busy machine.
    hasty(Client::builder(url), url)
        .attempt_timeout(Duration::from_secs(10))
        .token_provider(provider)
        .build()
        .unwrap()
}

fn call(client: &Client) -> bindery::Call<Value> {
    client.undocumented("POST", "/things").json()
}

fn well() -> Step {
    Step::json("200 OK", "{}")
}

/// The tokens that arrived, by their numbers.
fn sent(server: &Server) -> Vec<String> {
    let start = format!("authorization: Bearer {TOKEN}-");
    let number = |request: &String| {
        let (_, rest) = request.split_once(&start).expect("a token was sent");
        rest.split("\r\n").next().unwrap_or_default().to_owned()
    };
    server.requests().iter().map(number).collect()
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let refusal = || Step::json("401 Unauthorized", r#"{"message":"m"}"#);
    let down = || Step::answer("503 Service Unavailable", "", "");
    for (name, script, expected, attempts, tokens) in [
        ("accepted", vec![well()], None, 1, vec!["1"]),
        (
            "refused once",
            vec![refusal(), well()],
            None,
            2,
            vec!["1", "2"],
        ),
        (
            "refused for ever",
            vec![refusal()],
            Some("api"),
            2,
            vec!["1", "2"],
        ),
        (
            "refused, then down",
            vec![refusal(), down()],
            Some("api"),
            2,
            vec!["1", "2"],
        ),
        (
            "refused with a broken body",
            vec![
                Step::send("HTTP/1.1 401 Unauthorized\r\ncontent-length: 9\r\n\r\n{").closing(),
                well(),
            ],
            None,
            2,
            vec!["1", "2"],
        ),
    ] {
        let server = Server::start(script).await;
        let result = call(&client(&server.url, Numbered::new(9)))
            .response()
            .await;
        assert_eq!(
            result.as_ref().err().map(end),
            expected,
            "{name}: {result:?}"
        );
        let counted = result
            .as_ref()
            .map_or_else(bindery::Error::attempts, bindery::Response::attempts);
        assert_eq!(counted, attempts, "{name}");
        assert_eq!(sent(&server), tokens, "{name}");
        leaks::none_in(result.as_ref().err());
    }
}

#[tokio::test]
async fn many_calls_without_a_token_fetch_one() {
    let server = Server::start(vec![well()]).await;
    let provider = Numbered::new(9);
    let client = client(&server.url, provider.clone());
    for result in join_all((0..200).map(|_| call(&client).into_future())).await {
        result.unwrap();
    }
    assert_eq!(provider.fetched(), 1);
    assert_eq!(server.requests().len(), 200);
}

#[tokio::test]
async fn many_calls_with_a_refused_token_fetch_one_more() {
    let refusals = vec![Step::answer("401 Unauthorized", "", ""); 50];
    let server = Server::start(refusals.into_iter().chain([well()]).collect()).await;
    let provider = Numbered::new(9);
    let client = client(&server.url, provider.clone());
    for result in join_all((0..50).map(|_| call(&client).into_future())).await {
        result.unwrap();
    }
    assert_eq!(provider.fetched(), 2);
}

#[tokio::test]
async fn a_token_that_has_run_out_is_fetched_anew() {
    for (life, fetched) in [
        (Some(Duration::ZERO), 3),
        (Some(Duration::from_secs(3600)), 1),
        (Some(Duration::MAX), 1),
        (None, 1),
    ] {
        let server = Server::start(vec![well()]).await;
        let provider = Numbered {
            life,
            ..Numbered::new(9)
        };
        let client = client(&server.url, provider.clone());
        for _ in 0..3 {
            call(&client).await.unwrap();
        }
        assert_eq!(provider.fetched(), fetched, "{life:?}");
    }
}

#[tokio::test]
async fn a_provider_that_fails_is_the_source() {
    let server = Server::start(vec![well()]).await;
    let broken = || async { Err::<Token, _>(std::io::Error::other("the vault is shut")) };
    let error = call(&client(&server.url, broken)).await.unwrap_err();
    assert!(error.is_token() && !error.is_retryable(), "{error:?}");
    assert_eq!(error.source().unwrap().to_string(), "the vault is shut");
    assert_eq!((error.attempts(), server.requests().len()), (0, 0));

    let odd = || async { Ok::<_, std::io::Error>(Token::new(format!("{TOKEN}\n"))) };
    let error = call(&client(&server.url, odd)).await.unwrap_err();
    assert!(error.is_token(), "{error:?}");
    leaks::none_in(Some(&error));
}

/// As many calls as wait for a token that cannot be fetched fail by one fetch; the next one asks anew.
#[tokio::test]
async fn a_failed_fetch_is_shared_by_all_who_wait() {
    let server = Server::start(vec![well()]).await;
    let (asked, leave) = (Arc::new(AtomicUsize::new(0)), Arc::new(Semaphore::new(0)));
    let broken = {
        let (asked, leave) = (Arc::clone(&asked), Arc::clone(&leave));
        move || {
            asked.fetch_add(1, Ordering::SeqCst);
            let leave = Arc::clone(&leave);
            async move {
                leave
                    .acquire()
                    .await
                    .map_err(std::io::Error::other)?
                    .forget();
                Err::<Token, _>(std::io::Error::other("the vault is shut"))
            }
        }
    };
    let client = client(&server.url, broken);
    for fetches in 1..=2 {
        let mut calls: Vec<_> = (0..50).map(|_| call(&client).into_future()).collect();
        // All of them wait before the one that asks is answered.
        for call in &mut calls {
            assert!(call.now_or_never().is_none());
        }
        leave.add_permits(1);
        for result in join_all(calls).await {
            let error = result.unwrap_err();
            let source = error.source().unwrap();
            assert!(
                error.is_token() && source.is::<std::io::Error>(),
                "{error:?}"
            );
        }
        assert_eq!(asked.load(Ordering::SeqCst), fetches);
    }
}

/// A provider that keeps tokens itself is told which one was refused.
#[tokio::test]
async fn a_provider_learns_which_token_was_refused() {
    #[derive(Clone, Default)]
    struct Keeper(Arc<Mutex<Vec<String>>>);

    impl TokenProvider for Keeper {
        fn fetch(&self) -> BoxFuture<'_, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
            Box::pin(async { Ok(Token::new(format!("{TOKEN}-1"))) })
        }

        fn replace<'a>(
            &'a self,
            refused: &'a bindery::Secret,
        ) -> BoxFuture<'a, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
            self.0.lock().unwrap().push(refused.expose().to_owned());
            Box::pin(async { Ok(Token::new(format!("{TOKEN}-2"))) })
        }
    }

    let server = Server::start(vec![Step::answer("401 Unauthorized", "", ""), well()]).await;
    let keeper = Keeper::default();
    call(&client(&server.url, keeper.clone())).await.unwrap();
    assert_eq!(*keeper.0.lock().unwrap(), [format!("{TOKEN}-1")]);
    assert_eq!(sent(&server), ["1", "2"]);
}

/// The first request of such a call was sent, and the error says so.
#[tokio::test]
async fn a_provider_that_fails_after_a_refusal_leaves_the_attempt_counted() {
    let server = Server::start(vec![Step::answer("401 Unauthorized", "", "")]).await;
    let fetched = Arc::new(AtomicUsize::new(0));
    let once = move || {
        let first = fetched.fetch_add(1, Ordering::SeqCst) == 0;
        let token = first.then(|| Token::new(TOKEN));
        async { token.ok_or_else(|| std::io::Error::other("spent")) }
    };
    let error = call(&client(&server.url, once)).await.unwrap_err();
    assert!(error.is_token(), "{error:?}");
    assert_eq!((error.attempts(), server.requests().len()), (1, 1));
}

/// A provider that hangs takes no longer than the call may.
#[tokio::test]
async fn a_provider_that_hangs_ends_with_the_call() {
    let server = Server::start(vec![well()]).await;
    let client = client(&server.url, Numbered::new(0));
    let error = call(&client).timeout(ATTEMPT).await.unwrap_err();
    assert!(error.is_token(), "{error:?}");
    assert_eq!((error.attempts(), server.requests().len()), (0, 0));
}

#[tokio::test]
async fn a_caller_that_leaves_while_fetching_blocks_nobody() {
    let server = Server::start(vec![well()]).await;
    let provider = Numbered::new(0);
    let client = client(&server.url, provider.clone());
    let first = tokio::spawn(call(&client).into_future());
    while provider.fetched() == 0 {
        tokio::task::yield_now().await;
    }
    let others: Vec<_> = (0..5)
        .map(|_| tokio::spawn(call(&client).into_future()))
        .collect();
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    provider.leave.add_permits(1);
    for other in others {
        other.await.unwrap().unwrap();
    }
    // The one that left, and one for all who stayed.
    assert_eq!(provider.fetched(), 2);
    assert_eq!(sent(&server), ["2"; 5]);
}
