//! Calls that block a thread, whoever the thread belongs to.
#![cfg(feature = "blocking")]

use std::time::Instant;

use crate::{
    bodies::USER,
    case::{ATTEMPT, gigs},
    leaks,
    server::{Server, Step},
};

/// A server on a thread of its own, which lasts as long as the test process.
fn served(script: Vec<Step>) -> Server {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            sender.send(Server::start(script).await).unwrap();
            std::future::pending::<()>().await;
        });
    });
    receiver.recv().unwrap()
}

#[test]
fn a_plain_thread_waits_for_the_answer() {
    leaks::watch();
    let server = served(vec![
        Step::answer("503 Service Unavailable", "", ""),
        Step::json("200 OK", USER),
    ]);
    let user = gigs(&server.url).users().retrieve("u").blocking().unwrap();
    assert_eq!(user.id, "u");
    assert_eq!(server.requests().len(), 2);

    let server = served(vec![Step::answer("404 Not Found", "", "")]);
    let error = gigs(&server.url)
        .users()
        .retrieve("u")
        .blocking()
        .unwrap_err();
    assert_eq!((error.status(), error.attempts()), (Some(404), 1));
    leaks::none_in(Some(&error));
}

/// The connection that the first call leaves open belongs to the runtime whose only thread the
/// second one blocks.
#[test]
fn a_runtimes_own_thread_waits_for_the_answer() {
    let current = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let many = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    for runtime in [current, many] {
        let server = served(vec![Step::json("200 OK", USER)]);
        let client = gigs(&server.url);
        let task = async move {
            client.users().retrieve("u").await.unwrap();
            let began = Instant::now();
            let user = client.users().retrieve("u").blocking().unwrap();
            assert!(
                began.elapsed() < ATTEMPT,
                "the call waited for its own thread"
            );
            client.users().retrieve("u").await.unwrap();
            user.id
        };
        let handle = runtime.spawn(task);
        assert_eq!(runtime.block_on(handle).unwrap(), "u");
        assert_eq!(server.requests().len(), 3);
    }
}
