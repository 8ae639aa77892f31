//! Mock servers for the tests of programs that use these clients.
//!
//! A mock answers by type and from the provider's own document: an answer that the document would
//! not allow cannot be set up, and a request that it forbids, or that nobody expects, fails the
//! test with the reason, at the latest when the mock is dropped. Everything here panics where a
//! test should fail; what it says then shows bodies, so a test needs secrets of its own.
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # async fn example() -> Result<(), bindery::Error> {
//! use std::time::Duration;
//! use bindery::{gigs::UpdateUser, mock::MockGigs};
//! use serde_json::json;
//!
//! let gigs = MockGigs::start().await;
//! let user = json!({
//!     "object": "user", "id": "usr_1", "metadata": {}, "birthday": null,
//!     "createdAt": "2021-01-21T19:38:34Z", "email": "jerry@example.com", "emailVerified": true,
//!     "fullName": null, "preferredLocale": "en-US",
//! });
//! gigs.users().retrieve("usr_1").returns(&user);
//! let update = UpdateUser::new().full_name("Jerry");
//! // An outage, a slow answer, and from then on the user.
//! gigs.users()
//!     .update("usr_1", &update)
//!     .fails(503, json!({"object": "error", "type": "system_error", "message": "down"}))
//!     .delayed(Duration::from_millis(50))
//!     .returns(&user);
//!
//! let client = gigs.client();
//! assert_eq!(client.users().retrieve("usr_1").await?.email, "jerry@example.com");
//! gigs.users().retrieve("usr_1").called(1);
//! # Ok(()) }
//! ```
//!
//! Answers of one expectation are given in turn, each once or as often as
//! [`times`](Expect::times) says, and the last one for ever. Of expectations that fit the same
//! request, the first one wins.

mod board;
#[cfg(feature = "chakra")]
mod chakra;
mod expect;
#[cfg(feature = "gigs")]
mod gigs;
#[cfg(feature = "thumbtack")]
mod thumbtack;
mod verdict;
mod wanted;

use std::{
    fmt,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use bindery_contract::{Document, Recording};
use httpmock::MockServer;
use url::Url;

use self::{
    board::{Board, lock, received},
    wanted::Wanted,
};
use crate::Call;

#[cfg(feature = "chakra")]
pub use self::chakra::{ChakraUsers, MockChakra};
pub use self::expect::Expect;
#[cfg(feature = "gigs")]
pub use self::gigs::{GigsUsers, MockGigs};
#[cfg(feature = "thumbtack")]
pub use self::thumbtack::{MockThumbtack, ThumbtackUsers, ThumbtackWebhooks};

/// What the mocks of all providers have in common: a server, and a document to hold requests against.
pub struct Mock {
    server: MockServer,
    /// The path of the provider's server, which the document's paths are below.
    base: String,
    board: Arc<Board>,
    /// The answer to what nobody expects, which has to be the last one.
    fallback: Mutex<Option<usize>>,
}

impl Mock {
    /// A mock of any provider, by its document's name and text and the URL of its server.
    ///
    /// # Panics
    /// When the text is no document.
    pub async fn start(name: &str, text: &str, production: &str) -> Self {
        let document = Document::parse(name, text)
            .unwrap_or_else(|error| panic!("the document cannot be read: {error}"));
        let base = Url::parse(production).map_or_else(|_| String::new(), |url| url.path().into());
        let mock = Self {
            server: MockServer::start_async().await,
            base: base.trim_end_matches('/').to_owned(),
            board: Arc::new(Board::of(document)),
            fallback: Mutex::default(),
        };
        mock.fall_back();
        mock
    }

    /// The base URL to give to a client.
    pub fn url(&self) -> String {
        // Not its own `base_url`, which is https where anybody turns that feature of httpmock on.
        format!("http://{}{}", self.server.address(), self.base)
    }

    /// Expects the request that a call would send; the call itself is not made.
    ///
    /// The call may be any of any client of the provider, `generated()` ones included.
    ///
    /// # Panics
    /// When the call is one that cannot be sent.
    #[track_caller]
    pub fn on<T: 'static>(&self, call: Call<T>) -> Expect<'_, T> {
        match call.sent() {
            Ok(sent) => Expect::new(self, Wanted::call(&self.base, sent)),
            Err(error) => panic!("no such request can be sent: {error}"),
        }
    }

    /// What arrived so far, in order, as `METHOD /path?query`.
    pub fn calls(&self) -> Vec<String> {
        let requests = lock(&self.board.requests);
        requests.iter().map(wanted::line).collect()
    }

    /// Fails the test if a request arrived that nobody expected, or that the document forbids.
    ///
    /// Dropping the mock does the same, but not while the test is failing anyway.
    ///
    /// # Panics
    /// When there was such a request, with the reasons.
    #[track_caller]
    pub fn verify(&self) {
        let faults = self.board.faults();
        assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    }

    /// Answers each request that was recorded below a folder, or in a file, as it was answered then.
    ///
    /// Bodies of requests are not compared, and what was recorded without an answer is left out.
    ///
    /// # Panics
    /// When the recordings cannot be read, with every fault of theirs.
    #[track_caller]
    pub fn replay(&self, path: impl AsRef<Path>) {
        let recordings = Recording::load_all(path)
            .unwrap_or_else(|error| panic!("the recordings cannot be read: {error}"));
        for recording in recordings {
            let Some(response) = recording.response else {
                continue;
            };
            let headers = response.headers.into_iter();
            let answer = Answer {
                status: response.status,
                headers: headers.filter(|(name, _)| !is_framing(name)).collect(),
                body: response
                    .body
                    .map_or_else(String::new, |body| body.text().to_owned()),
                delay: Duration::ZERO,
            };
            self.answer(&Wanted::recorded(&recording.request), &answer);
        }
    }

    /// Registers an answer before the one to all that nobody expects; its number.
    fn answer(&self, wanted: &Wanted, answer: &Answer) -> usize {
        lock(&self.board.expected).push(wanted.clone());
        let (board, wanted) = (Arc::clone(&self.board), wanted.clone());
        let id = self.server.mock(|when, then| {
            // What fits is served: of all answers that could be, this is the first.
            when.is_true(move |request| {
                let request = received(request);
                let fits = wanted.fits(&request);
                if fits {
                    lock(&board.requests).push(request);
                }
                fits
            });
            let then = then.status(answer.status).delay(answer.delay);
            let headers = answer.headers.iter();
            headers
                .fold(then, |then, (name, value)| then.header(name, value))
                .body(&answer.body);
        });
        let id = id.id();
        self.fall_back();
        id
    }

    /// Limits an answer to so many requests.
    fn limit(&self, id: usize, times: usize) {
        httpmock::Mock::new(id, &self.server).up_to_n_times(times);
    }

    /// Puts the answer to what nobody expects behind all others.
    fn fall_back(&self) {
        let (seen, board) = (Arc::clone(&self.board), Arc::clone(&self.board));
        let mock = self.server.mock(|when, then| {
            when.is_true(move |request| {
                lock(&seen.requests).push(received(request));
                true
            });
            then.respond_with(move |request| board.refuse(&received(request)));
        });
        let before = lock(&self.fallback).replace(mock.id());
        if let Some(id) = before {
            httpmock::Mock::new(id, &self.server).delete();
        }
    }
}

/// One answer, as it goes over the wire.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
    delay: Duration,
}

/// Whether a header says how a body was sent, which the mock does in its own way.
fn is_framing(header: &str) -> bool {
    const FRAMING: [&str; 4] = [
        "connection",
        "content-encoding",
        "content-length",
        "transfer-encoding",
    ];
    FRAMING.iter().any(|name| header.eq_ignore_ascii_case(name))
}

impl Drop for Mock {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.verify();
        }
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mock")
            .field("document", &self.board.document.name())
            .field("url", &self.url())
            .finish_non_exhaustive()
    }
}

#[cfg(any(feature = "chakra", feature = "gigs", feature = "thumbtack"))]
fn built<C: 'static>(builder: crate::runtime::Builder<C>) -> C {
    let client = builder.build();
    client.unwrap_or_else(|error| panic!("no client of the mock: {error}"))
}
