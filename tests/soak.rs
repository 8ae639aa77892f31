//! Ten thousand calls against a server that fails one in five, and one that is down: each resolves
//! once, an outage is not multiplied, and nothing is left behind.
#![cfg(target_os = "linux")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at their own process, and fail by panicking"
)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use bindery::{Retry, runtime::Client};
use futures_util::{StreamExt as _, stream};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    runtime::{Builder, Runtime},
};

const CALLS: usize = 10_000;
const IN_FLIGHT: usize = 256;
/// A tenth of the calls and the burst of ten, by which the policy bounds all repetitions.
const REPETITIONS: usize = CALLS / 10 + 10;

/// How long connections may take to close.
const PATIENCE: Duration = Duration::from_secs(5);

const WELL: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const DOWN: &[u8] = b"HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n";

/// A server on a runtime of its own, which closes all it holds when it is dropped.
struct Server {
    _runtime: Runtime,
    url: String,
    requests: Arc<AtomicUsize>,
}

impl Server {
    /// Fails the requests whose number `fails`.
    fn start(fails: fn(usize) -> bool) -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&requests);
        runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&counted), fails));
            }
        });
        Self {
            _runtime: runtime,
            url,
            requests,
        }
    }
}

/// Answers requests without a body until the client hangs up.
async fn serve(mut stream: TcpStream, requests: Arc<AtomicUsize>, fails: fn(usize) -> bool) {
    let mut bytes = Vec::new();
    while stream
        .read_buf(&mut bytes)
        .await
        .is_ok_and(|count| count > 0)
    {
        if !bytes.ends_with(b"\r\n\r\n") {
            continue;
        }
        bytes.clear();
        let number = requests.fetch_add(1, Ordering::SeqCst);
        let answer = if fails(number) { DOWN } else { WELL };
        if stream.write_all(answer).await.is_err() {
            return;
        }
    }
}

/// What became of the calls.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    succeeded: usize,
    failed: usize,
    attempts: usize,
}

/// Makes all calls, on a runtime that has nothing left to do when they are made.
fn soak(url: &str) -> Tally {
    let files = open_files();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let retry = Retry::new().delays(Duration::from_millis(1), Duration::from_millis(2));
    let tally = runtime.block_on(async {
        let client = Client::builder(url).retry(retry).build().unwrap();
        let calls = stream::iter(0..CALLS)
            .map(|_| client.undocumented("GET", "/").json::<Value>().response());
        let mut tally = Tally::default();
        let mut outcomes = calls.buffer_unordered(IN_FLIGHT);
        while let Some(outcome) = outcomes.next().await {
            match outcome {
                Ok(response) => {
                    tally.succeeded += 1;
                    tally.attempts += response.attempts() as usize;
                }
                Err(error) => {
                    assert!(
                        error.status() == Some(500) || error.is_connect(),
                        "{error:?}"
                    );
                    tally.failed += 1;
                    tally.attempts += error.attempts() as usize;
                }
            }
        }
        tally
    });
    // The client is dropped; its connections end once they are polled for the last time.
    runtime.block_on(async {
        let metrics = tokio::runtime::Handle::current().metrics();
        for _ in 0..10_000 {
            if metrics.num_alive_tasks() == 0 {
                break;
            }
            tokio::task::yield_now().await;
        }
        assert_eq!(metrics.num_alive_tasks(), 0, "tasks are left");
    });
    drop(runtime);
    assert_eq!(tally.succeeded + tally.failed, CALLS);
    assert!(tally.attempts <= CALLS + REPETITIONS, "{tally:?}");
    // The server hangs up when the client has, and not before.
    let began = Instant::now();
    while open_files() != files {
        assert!(began.elapsed() < PATIENCE, "sockets are left");
        std::thread::yield_now();
    }
    tally
}

/// The file descriptors of this process: the client's, the server's and a few others.
fn open_files() -> usize {
    std::fs::read_dir("/proc/self/fd").unwrap().count()
}

#[test]
fn ten_thousand_calls_resolve_once_each_and_leave_nothing() {
    // One in five fails: the tenth that may be repeated mends about half of it.
    let server = Server::start(|number| number % 5 == 4);
    let tally = soak(&server.url);
    assert_eq!(tally.attempts, server.requests.load(Ordering::SeqCst));
    assert!(tally.succeeded > CALLS * 8 / 10, "{tally:?}");
    drop(server);

    let server = Server::start(|_| true);
    let tally = soak(&server.url);
    assert_eq!((tally.succeeded, tally.failed), (0, CALLS));
    assert_eq!(tally.attempts, server.requests.load(Ordering::SeqCst));
    let url = server.url.clone();
    drop(server);

    // Nothing listens there any more.
    let tally = soak(&url);
    assert_eq!((tally.succeeded, tally.failed), (0, CALLS));
}
