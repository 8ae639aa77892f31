//! What a call puts on the wire and makes of the answer, for the tests of each family.

use bindery::Call;

use super::server::{Server, answer};

pub(crate) fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(future)
}

/// Makes the call against a server that answers 204 and compares its request: the request line,
/// the headers asked for, and the body.
#[track_caller]
pub(crate) fn sends<T: Send + 'static>(
    call: impl FnOnce(bindery::runtime::Client) -> Call<T>,
    line: &str,
    headers: &[&str],
    body: &str,
) {
    let request = run(async {
        let server = Server::answering(answer("204 No Content", "text/plain", "")).await;
        // Some of the answers are typed, and nothing is no value of theirs.
        let _ = call(server.client()).await;
        server.requests().pop().expect("nothing was sent")
    });
    let (head, sent) = request.split_once("\r\n\r\n").unwrap();
    let (first, rest) = head.split_once("\r\n").unwrap();
    assert_eq!(first, format!("{line} HTTP/1.1"));
    for header in headers {
        assert!(
            rest.lines().any(|line| line == *header),
            "`{header}` is not among:\n{rest}"
        );
    }
    assert_eq!(sent, body);
}

/// Makes the call against a server that answers 200 with this body.
pub(crate) fn reads<T: Send + 'static>(
    call: impl FnOnce(bindery::runtime::Client) -> Call<T>,
    body: &str,
) -> Result<T, bindery::Error> {
    reads_status(call, "200 OK", body)
}

/// Makes the call against a server that answers with this status and body.
pub(crate) fn reads_status<T: Send + 'static>(
    call: impl FnOnce(bindery::runtime::Client) -> Call<T>,
    status: &str,
    body: &str,
) -> Result<T, bindery::Error> {
    run(async {
        let server = Server::answering(answer(status, "application/json", body)).await;
        call(server.client()).await
    })
}
