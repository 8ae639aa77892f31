//! The generated client beside one written by hand on reqwest and serde: the same work in turns
//! against one server in this process; time and allocations, and their ratios.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a benchmark prints what it finds, rounded, and fails by panicking"
)]

use std::{
    collections::BTreeMap,
    hint::black_box,
    time::{Duration, Instant},
};

use bindery::{TryStreamExt as _, gigs};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    runtime::{Builder, Runtime},
};

/// Rounds of each client, in turns; odd, so that there is a middle one.
const ROUNDS: usize = 41;

#[derive(Deserialize)]
#[expect(dead_code, reason = "fields are there to be decoded")]
#[serde(rename_all = "camelCase")]
struct User {
    object: String,
    id: String,
    metadata: BTreeMap<String, String>,
    birthday: Option<NaiveDate>,
    created_at: DateTime<Utc>,
    email: String,
    email_verified: bool,
    full_name: Option<String>,
    preferred_locale: String,
    status: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "fields are there to be decoded")]
#[serde(rename_all = "camelCase")]
struct UserList {
    object: String,
    items: Vec<User>,
    more_items_after: Option<String>,
    more_items_before: Option<String>,
}

/// What one would write by hand for the same three calls, errors and all.
struct ByHand {
    http: reqwest::Client,
    base: String,
}

impl ByHand {
    fn new(base: &str) -> Self {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("by-hand/1.0")
            .timeout(Duration::from_secs(30));
        Self {
            http: without_tls(http).build().unwrap(),
            base: base.to_owned(),
        }
    }

    async fn retrieve(&self, user: &str) -> reqwest::Result<User> {
        let url = format!("{}/projects/p/users/{user}", self.base);
        let request = self.http.get(url).bearer_auth("key");
        request
            .header("accept", "application/json")
            .send()
            .await?
            .error_for_status()?
            .json()
            .await
    }

    async fn list(&self, limit: u32, after: Option<&str>) -> reqwest::Result<UserList> {
        let mut url = format!("{}/projects/p/users?limit={limit}", self.base);
        if let Some(after) = after {
            url.push_str("&after=");
            url.push_str(after);
        }
        let request = self.http.get(url).bearer_auth("key");
        request
            .header("accept", "application/json")
            .send()
            .await?
            .error_for_status()?
            .json()
            .await
    }
}

/// The TLS that is not used here must not want a process-wide provider either.
#[cfg(feature = "rustls")]
fn without_tls(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    builder.tls_backend_preconfigured(config)
}

#[cfg(not(feature = "rustls"))]
fn without_tls(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    builder
}

/// What a round took, each call of it.
#[derive(Clone, Copy)]
struct Sample {
    time: Duration,
    allocations: u64,
}

fn main() {
    let base = serve();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let by_hand = ByHand::new(&base);
    let generated = gigs::Client::builder("p", "key")
        .base_url(&base)
        .build()
        .unwrap();
    let users = generated.users();

    println!(
        "{:<26}{:>12}{:>12}{:>8}{:>10}{:>10}{:>8}",
        "", "by hand", "generated", "time", "allocs", "allocs", "ratio"
    );
    compare(
        &runtime,
        "retrieve one user",
        400,
        async || drop(black_box(by_hand.retrieve("usr_1").await.unwrap())),
        async || drop(black_box(users.retrieve("usr_1").await.unwrap())),
    );
    compare(
        &runtime,
        "list a page of 200",
        40,
        async || assert_eq!(by_hand.list(200, None).await.unwrap().items.len(), 200),
        async || assert_eq!(users.list().limit(200).await.unwrap().items.len(), 200),
    );
    compare(
        &runtime,
        "stream 100 pages of 10",
        2,
        async || {
            let (mut seen, mut after) = (0, None::<String>);
            loop {
                let page = by_hand.list(10, after.as_deref()).await.unwrap();
                seen += black_box(page.items).len();
                match page.more_items_after {
                    Some(next) => after = Some(next),
                    None => break,
                }
            }
            assert_eq!(seen, 1000);
        },
        async || {
            let (mut seen, mut items) = (0, users.list().limit(10).items());
            while let Some(user) = items.try_next().await.unwrap() {
                black_box(user);
                seen += 1;
            }
            assert_eq!(seen, 1000);
        },
    );
}

/// Runs both in turns, each going first in every second round, and prints the medians.
fn compare(
    runtime: &Runtime,
    name: &str,
    calls: u32,
    by_hand: impl AsyncFn(),
    generated: impl AsyncFn(),
) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        if round % 2 == 0 {
            theirs.push(sample(runtime, calls, &by_hand));
            ours.push(sample(runtime, calls, &generated));
        } else {
            ours.push(sample(runtime, calls, &generated));
            theirs.push(sample(runtime, calls, &by_hand));
        }
    }
    let (theirs, ours) = (median(&theirs), median(&ours));
    println!(
        "{name:<26}{:>12.1?}{:>12.1?}{:>8.3}{:>10}{:>10}{:>8.3}",
        theirs.time,
        ours.time,
        ours.time.as_secs_f64() / theirs.time.as_secs_f64(),
        theirs.allocations,
        ours.allocations,
        ours.allocations as f64 / theirs.allocations as f64,
    );
}

/// The runtime has one thread, which is this one: what it allocates is what the calls do.
fn sample(runtime: &Runtime, calls: u32, call: &impl AsyncFn()) -> Sample {
    let began = Instant::now();
    let allocated = allocation_counter::measure(|| {
        runtime.block_on(async {
            for _ in 0..calls {
                call().await;
            }
        });
    });
    Sample {
        time: began.elapsed() / calls,
        allocations: allocated.count_total / u64::from(calls),
    }
}

fn median(samples: &[Sample]) -> Sample {
    let mut times: Vec<_> = samples.iter().map(|sample| sample.time).collect();
    let mut allocations: Vec<_> = samples.iter().map(|sample| sample.allocations).collect();
    times.sort();
    allocations.sort_unstable();
    Sample {
        time: times[ROUNDS / 2],
        allocations: allocations[ROUNDS / 2],
    }
}

/// A server on a thread of its own, which answers canned bytes as long as the process lasts.
fn serve() -> String {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            sender
                .send(format!("http://{}", listener.local_addr().unwrap()))
                .unwrap();
            let answers: &Answers = Box::leak(Box::new(Answers::new()));
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, answers));
            }
        });
    });
    receiver.recv().unwrap()
}

/// The canned bytes.
struct Answers {
    user: Vec<u8>,
    page_of_200: Vec<u8>,
    /// Each leads to the next.
    pages_of_10: Vec<Vec<u8>>,
}

impl Answers {
    fn new() -> Self {
        let next = |page: usize| (page < 99).then(|| format!("usr_{}", page + 1));
        Self {
            user: answer_of(&user(1)),
            page_of_200: answer_of(&list(200, None)),
            pages_of_10: (0..100)
                .map(|page| answer_of(&list(10, next(page))))
                .collect(),
        }
    }

    fn to(&self, target: &str) -> &[u8] {
        let Some((_, query)) = target.split_once('?') else {
            return &self.user;
        };
        if query.contains("limit=200") {
            return &self.page_of_200;
        }
        let after = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("after=usr_"));
        &self.pages_of_10[after.map_or(0, |page| page.parse().unwrap())]
    }
}

fn user(number: usize) -> String {
    format!(
        r#"{{"object":"user","id":"usr_{number}","metadata":{{"team":"blue"}},"birthday":"2017-07-21","createdAt":"2021-01-21T19:38:34Z","email":"jerry{number}@example.com","emailVerified":true,"fullName":"Jerry Seinfeld","preferredLocale":"en-US","status":"active"}}"#
    )
}

fn list(length: usize, next: Option<String>) -> String {
    let items: Vec<_> = (0..length).map(user).collect();
    let next = next.map_or("null".to_owned(), |next| format!("\"{next}\""));
    format!(
        r#"{{"object":"list","items":[{}],"moreItemsAfter":{next},"moreItemsBefore":null}}"#,
        items.join(",")
    )
}

fn answer_of(body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\ncontent-length: {length}\r\n\r\n{body}").into_bytes()
}

async fn answer(mut stream: TcpStream, answers: &'static Answers) {
    stream.set_nodelay(true).unwrap();
    let mut request = Vec::new();
    while stream
        .read_buf(&mut request)
        .await
        .is_ok_and(|count| count > 0)
    {
        if !request.ends_with(b"\r\n\r\n") {
            continue;
        }
        let head = std::str::from_utf8(&request).unwrap();
        let target = head.split(' ').nth(1).unwrap();
        if stream.write_all(answers.to(target)).await.is_err() {
            return;
        }
        request.clear();
    }
}
