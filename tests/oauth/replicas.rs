//! Processes that share a file of tokens: one refreshes for both, and one that dies leaves a store
//! that its successor can go on with.

use std::{
    env,
    process::{Child, Command},
    time::Duration,
};

use bindery::thumbtack::oauth::{Oauth, TokenStore as _};
use futures_util::future::join_all;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use crate::{
    authorizer::{Authorizer, CLIENT, REDIRECT, SECRET},
    stores::FileStore,
};

/// How another process is told what to do.
const ORDERS: &str = "BINDERY_REPLICA";
/// How long the token endpoint takes, so that refreshes of replicas that do not wait would overlap.
const SLOWLY: Duration = Duration::from_millis(200);

/// In the process that the tests below start, this is all that runs; else it is a test of its own.
#[tokio::test]
async fn a_replica_alone_refreshes_once() {
    if let Ok(orders) = env::var(ORDERS) {
        let orders: Value = serde_json::from_str(&orders).unwrap();
        return act(&orders).await;
    }
    let server = Authorizer::start().await;
    let store = FileStore::named("alone");
    store.save(&server.tokens(-1)).await.unwrap();
    act(&json!({"server": server.url(), "file": store.path})).await;
    assert_eq!(server.refreshes(), [1]);
}

/// Waits at the gate if there is one, and then makes twenty calls at a time.
async fn act(orders: &Value) {
    let text = |name: &str| orders[name].as_str();
    let server = text("server").unwrap();
    let store = FileStore {
        path: text("file").unwrap().into(),
        dies: orders["dies"] == true,
    };
    // The server's clock in these tests, at which the tokens in the file have ended.
    let oauth = Oauth::builder(CLIENT, SECRET, REDIRECT)
        .server(server)
        .api(server)
        .clock(|| chrono::DateTime::UNIX_EPOCH)
        .build()
        .unwrap();
    let client = oauth.connect(store).client().build().unwrap();
    if let Some(gate) = text("gate") {
        let mut gate = TcpStream::connect(gate).await.unwrap();
        gate.read_exact(&mut [0]).await.unwrap();
    }
    let calls = (0..20).map(|_| client.users().me().into_future());
    for result in join_all(calls).await {
        assert_eq!(result.unwrap().user_id, "1337");
    }
}

fn start(orders: &Value) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "replicas::a_replica_alone_refreshes_once"])
        .env(ORDERS, orders.to_string())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap()
}

async fn succeeds(mut child: Child) -> bool {
    let waited = tokio::task::spawn_blocking(move || child.wait());
    waited.await.unwrap().unwrap().success()
}

#[tokio::test]
async fn two_processes_that_share_a_store_make_one_refresh() {
    let server = Authorizer::slow(SLOWLY).await;
    let store = FileStore::named("shared");
    store.save(&server.tokens(-1)).await.unwrap();
    let gate = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = gate.local_addr().unwrap().to_string();
    let orders = json!({"server": server.url(), "file": store.path, "gate": address});
    let children = [start(&orders), start(&orders)];
    // Both are let go when both are there.
    let mut waiting = Vec::new();
    for _ in &children {
        waiting.push(gate.accept().await.unwrap().0);
    }
    for stream in &mut waiting {
        stream.write_all(&[1]).await.unwrap();
    }
    for child in children {
        assert!(succeeds(child).await);
    }
    assert_eq!(server.refreshes(), [1]);
    let kept = store.load().await.unwrap().unwrap();
    assert_eq!(kept.refresh_token.unwrap().expose(), "hushed-refresh-2");
}

#[tokio::test]
async fn a_process_that_dies_before_it_saves_leaves_a_token_to_go_on_with() {
    let server = Authorizer::start().await;
    let store = FileStore::named("dying");
    let before = server.tokens(-1);
    store.save(&before).await.unwrap();
    let orders = json!({"server": server.url(), "file": store.path, "dies": true});
    assert!(!succeeds(start(&orders)).await);
    assert_eq!(server.refreshes(), [1]);
    assert_eq!(store.load().await.unwrap().unwrap(), before);

    let orders = json!({"server": server.url(), "file": store.path});
    assert!(succeeds(start(&orders)).await);
    assert_eq!(server.refreshes(), [1, 1]);
    let kept = store.load().await.unwrap().unwrap();
    assert_eq!(kept.refresh_token.unwrap().expose(), "hushed-refresh-3");
}
