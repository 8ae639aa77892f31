//! The recording proxy, which is httpmock's, for the time that a session lasts.

use std::{fmt, io, net::SocketAddr, thread, time::Duration};

use httpmock::{MockServer, server::HttpMockServerBuilder};
use tokio::{runtime, sync::oneshot};

use crate::exit::Refusal;

/// How many requests the server keeps besides what it records: it has no use for any.
const HISTORY: usize = 1;

/// What is recorded, and for how long.
#[derive(Debug)]
pub(super) struct Session<'a> {
    pub(super) upstream: &'a str,
    /// 0 for any free one.
    pub(super) port: u16,
    /// Until stdin ends, unless given.
    pub(super) duration: Option<Duration>,
    /// The request headers to record.
    pub(super) headers: Vec<String>,
}

/// Lets a client talk to the upstream until the session ends; each exchange as httpmock writes it.
///
/// `ready` is told the address to talk to.
pub(super) fn record(
    session: &Session<'_>,
    ready: impl FnOnce(SocketAddr),
) -> Result<Vec<String>, Refusal> {
    // Its client ends the process where the system has no certificates to trust.
    if rustls_native_certs::load_native_certs().certs.is_empty() {
        return Err(Refusal::new(
            "the system trusts no certificate authority",
            "install its certificates, or name a file of them in `SSL_CERT_FILE`",
        ));
    }
    let runtime = runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(failed)?;
    let server = HttpMockServerBuilder::new()
        .port(session.port)
        .history_limit(HISTORY)
        .build()
        .map_err(failed)?;
    let (address, listening) = oneshot::channel();
    let serving = runtime.spawn(server.start_with_signals(Some(address), std::future::pending()));
    let Ok(address) = runtime.block_on(listening) else {
        let error = runtime.block_on(serving).map_or_else(
            |error| error.to_string(),
            |ended| {
                ended
                    .err()
                    .map_or_else(String::new, |error| error.to_string())
            },
        );
        return Err(Refusal::new(
            format!("cannot listen on port {}: {error}", session.port),
            "name another one with `--port`, or leave it out",
        ));
    };
    let control = MockServer::connect(&address.to_string());
    let _forwarding = control.forward_to(session.upstream, |rule| {
        rule.filter(|when| {
            when.any_request();
        });
    });
    let recording = control.record(|rule| {
        rule.record_request_headers(session.headers.clone())
            .filter(|when| {
                when.any_request();
            });
    });
    ready(address);
    runtime.block_on(end(session.duration)).map_err(failed)?;
    let exported = recording.export().map_err(failed)?;
    serving.abort();
    let exported = exported.unwrap_or_default();
    // Over its own interface httpmock hands out the bytes as a list of numbers.
    let bytes = serde_json::from_slice(&exported).unwrap_or_else(|_| exported.to_vec());
    let text = String::from_utf8(bytes).map_err(failed)?;
    Ok(documents(&text))
}

/// Ends with Ctrl-C, and with the duration or with stdin.
async fn end(duration: Option<Duration>) -> io::Result<()> {
    let (over, closed) = oneshot::channel();
    match duration {
        Some(duration) => {
            tokio::select! {
                interrupted = tokio::signal::ctrl_c() => interrupted,
                () = tokio::time::sleep(duration) => Ok(()),
            }
        }
        None => {
            // Reading stdin cannot be called off, so it has a thread that nobody waits for.
            thread::spawn(move || {
                let read = io::copy(&mut io::stdin().lock(), &mut io::sink());
                over.send(read.map(|_| ()))
            });
            tokio::select! {
                interrupted = tokio::signal::ctrl_c() => interrupted,
                read = closed => read.unwrap_or(Ok(())),
            }
        }
    }
}

/// The documents of a stream of YAML; a line of a text never begins where `---` stands.
fn documents(text: &str) -> Vec<String> {
    let mut documents = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "---" {
            documents.push(String::new());
        } else if let Some(last) = documents.last_mut() {
            last.push_str(line);
        }
    }
    documents.retain(|document| !document.trim().is_empty());
    documents
}

fn failed(error: impl fmt::Display) -> Refusal {
    Refusal::new(format!("the recording proxy failed: {error}"), "try again")
}
