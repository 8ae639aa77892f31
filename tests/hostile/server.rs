//! A loopback server that misbehaves by a script: each request is answered by the next step of it,
//! byte for byte, and is kept.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::sleep,
};

/// What the server does to one request.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    bytes: Vec<u8>,
    /// The bytes that follow one by one, and the time after each.
    dripped: (Vec<u8>, Duration),
    then: Then,
}

/// What becomes of the connection once the bytes are sent.
#[derive(Debug, Clone, Copy)]
enum Then {
    Read,
    Close,
    Reset,
    Hold,
}

impl Step {
    /// Sends these bytes and reads the next request.
    pub(crate) fn send(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            bytes: bytes.into(),
            dripped: (Vec::new(), Duration::ZERO),
            then: Then::Read,
        }
    }

    /// An answer with a body and its length.
    pub(crate) fn answer(status: &str, headers: &str, body: &str) -> Self {
        let length = body.len();
        Self::send(format!(
            "HTTP/1.1 {status}\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
        ))
    }

    /// An answer with a JSON body.
    pub(crate) fn json(status: &str, body: &str) -> Self {
        Self::answer(status, "content-type: application/json\r\n", body)
    }

    /// Closes the connection after the bytes.
    pub(crate) fn closing(self) -> Self {
        self.then(Then::Close)
    }

    /// Resets the connection after the bytes.
    pub(crate) fn resetting(self) -> Self {
        self.then(Then::Reset)
    }

    /// Keeps the connection open after the bytes and is silent on it.
    pub(crate) fn holding(self) -> Self {
        self.then(Then::Hold)
    }

    /// Sends what comes after the first so many bytes one by one, with this time after each.
    pub(crate) fn dripping_after(mut self, at_once: usize, pace: Duration) -> Self {
        self.dripped = (self.bytes.split_off(at_once), pace);
        self
    }

    fn then(self, then: Then) -> Self {
        Self { then, ..self }
    }
}

/// A running server; it stops with the test's runtime.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts a server that answers by the script, whose last step answers all further requests.
    pub(crate) async fn start(script: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (kept, script) = (Arc::clone(&requests), Arc::new(script));
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(stream, Arc::clone(&kept), Arc::clone(&script)));
            }
        });
        Self { url, requests }
    }

    /// What arrived so far, in order.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, kept: Arc<Mutex<Vec<String>>>, script: Arc<Vec<Step>>) {
    while let Some(request) = read(&mut stream).await {
        let step = {
            let mut kept = kept.lock().unwrap();
            kept.push(request);
            script[(kept.len() - 1).min(script.len() - 1)].clone()
        };
        // The client may have hung up on an answer it refuses.
        if write(&mut stream, &step).await.is_err() {
            return;
        }
        match step.then {
            Then::Read => {}
            Then::Close => return,
            Then::Reset => return stream.set_zero_linger().unwrap(),
            Then::Hold => {
                let _ = stream.read(&mut [0]).await;
                return;
            }
        }
    }
}

async fn write(stream: &mut TcpStream, step: &Step) -> std::io::Result<()> {
    stream.write_all(&step.bytes).await?;
    let (bytes, pace) = &step.dripped;
    for byte in bytes {
        stream.write_all(&[*byte]).await?;
        sleep(*pace).await;
    }
    Ok(())
}

/// One request with its body; none once the client has closed the connection.
async fn read(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Some(text.into_owned());
            }
        }
    }
}
