//! Typed clients for APIs whose providers publish prose instead of an OpenAPI document.
//!
//! Each provider is a module behind a feature of its name, with a `Client` that is configured by a
//! builder and hands out the provider's resources.
//!
//! # Quick start
//!
//! ```no_run
//! # #[cfg(all(feature = "gigs", feature = "thumbtack", feature = "chakra"))]
//! # async fn example() -> Result<(), bindery::Error> {
//! let gigs = bindery::gigs::Client::builder("my-project", "my-api-key").build()?;
//! let user = gigs.users().retrieve("usr_0SNlurA049MEWV4OpCwsNyC9Kn2d").await?;
//!
//! let thumbtack = bindery::thumbtack::Client::builder("access-token").build()?;
//! let me = thumbtack.users().me().await?;
//!
//! let chakra = bindery::chakra::Client::builder("access-token").build()?;
//! let user = chakra.users().fetch("9763caa1-cef3-497f-b3b2-f551456b2831").await?;
//! # Ok(()) }
//! ```
//!
//! Every method returns a [`Call`], which is made when it is awaited and takes options first;
//! [`Call::response`] gives status, headers and request id beside the body, [`Call::json`] whatever
//! JSON came, for when the document is wrong about it.
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # async fn example(gigs: bindery::gigs::Client) -> Result<(), bindery::Error> {
//! use std::time::Duration;
//!
//! let call = gigs.users().retrieve("usr_1").timeout(Duration::from_secs(5)).header("x-trace", "7");
//! let response = call.response().await?;
//! println!("{} {:?} {}", response.status(), response.request_id(), response.body().email);
//! # Ok(()) }
//! ```
//!
//! # Updates
//!
//! Types that are sent are built: `new` takes what is required, setters the rest, and what is not
//! set is not on the wire. A field that may be null is a [`Patch`], which keeps null, absent and
//! value apart; an empty list or map is sent as such. A request that the document forbids (a bound,
//! a length, a pattern, parameters that exclude each other) fails before anything is sent, by an
//! [`Error::is_invalid_request`] that names the parameter or the place in the body.
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # async fn example(gigs: bindery::gigs::Client) -> Result<(), bindery::Error> {
//! use bindery::{Patch, gigs::UpdateUser};
//!
//! let update = UpdateUser::new()
//!     .full_name("Jerry Seinfeld")                          // replaced
//!     .birthday(Patch::Null)                                // cleared
//!     .metadata([("seen", Some("yes".to_owned())), ("old", None)]); // one set, one deleted
//! gigs.users().update("usr_1", &update).await?;             // all else stays as it is
//! # Ok(()) }
//! ```
//!
//! # What comes back
//!
//! Providers add things. An enum keeps a value it does not know as `Unknown`, and so does a union; as
//! `Other`, where the document has an `unknown` of its own. Unknown fields are passed over, and a
//! success that the document does not list is one all the same if its body fits. What the document
//! bounds in a request never fails an answer.
//!
//! # Errors
//!
//! There is one [`Error`]. `Display` is one line: the operation, the status, the provider's words.
//! Predicates say what happened, [`Error::details`] reads the provider's own error type. A body that
//! does not fit is named by its JSON path and keeps its status, so that a write that was done is not
//! taken for one that failed.
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # async fn example(gigs: bindery::gigs::Client) {
//! use bindery::gigs::ApiError;
//!
//! match gigs.users().retrieve("usr_1").await {
//!     Ok(user) => println!("{}", user.email),
//!     Err(error) if error.status() == Some(404) => println!("no such user"),
//!     Err(error) if error.is_decode() => println!("done, but the answer is odd: {error}"),
//!     Err(error) => match error.details::<ApiError>() {
//!         Some(details) => println!("{:?}: {}", details.type_, details.message),
//!         None => println!("{error}"),
//!     },
//! }
//! # }
//! ```
//!
//! # Repetition
//!
//! A call that fails for a reason that passes (408, 429, 500, 502, 503, 504, a broken connection) is
//! made again, up to three times within 90 seconds, if a second sending cannot do harm: the
//! operation is idempotent, the call has a [`Call::idempotency_key`], or the request never left.
//! A `Retry-After` of up to a minute is honoured; a longer one ends the call, and
//! [`Error::retry_after`] says when to come back. A client's calls share a budget of a tenth of what
//! they send, so that an outage is not multiplied.
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # async fn example() -> Result<(), bindery::Error> {
//! use std::time::Duration;
//! use bindery::{Retry, gigs::{Client, CreateUser}};
//!
//! let gigs = Client::builder("my-project", "my-api-key")
//!     .retry(Retry::new().attempts(5))
//!     .timeout(Duration::from_secs(20))
//!     .build()?;
//! let user = CreateUser::new("jerry@example.com");
//! gigs.users().create(&user).idempotency_key("4711").await?;
//! gigs.users().retrieve("usr_1").retry(Retry::never()).await?;
//! # Ok(()) }
//! ```
//!
//! # Lists
//!
//! A list is awaited for one page, or streamed: `pages()` yields pages, `items()` what they hold.
//! Each page is a call of its own. A stream can be resumed where another one ended, and walked
//! backwards.
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # async fn example(gigs: bindery::gigs::Client) -> Result<(), bindery::Error> {
//! use bindery::TryStreamExt as _;
//!
//! let mut pages = gigs.users().list().limit(200).after("usr_1").pages();
//! while let Some(page) = pages.try_next().await? {
//!     println!("{} users, then {:?}", page.items.len(), page.more_items_after);
//! }
//! # Ok(()) }
//! ```
//!
//! # Tokens
//!
//! A fixed token is given to the builder; [`runtime::Builder::token_provider`] takes something that
//! fetches them. Of calls that need a token at the same time one fetches it, and a call that is
//! answered 401 is made once more with a fresh one. Thumbtack's come from its OAuth flow, which
//! `thumbtack::oauth` has under the feature `oauth`: authorization, exchange, and refreshing by
//! tokens in a store of yours.
//!
//! # Webhooks
//!
//! [`webhook`] receives what providers deliver: the raw body is verified, then read as the
//! provider's events, with the status that is due for what is refused. Its page says what each
//! provider's deliveries prove, and what they do not.
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # fn example(request: &http::Request<bytes::Bytes>) -> Result<(), Box<dyn std::error::Error>> {
//! use bindery::gigs::webhook::{self, Event};
//!
//! let receiver = webhook::receiver(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])?;
//! let delivery = receiver.receive(request)?;
//! if let Event::UserDeleted(event) = delivery.event {
//!     println!("{} is gone, says {}", event.data.id, delivery.proof.id);
//! }
//! # Ok(()) }
//! ```
//!
//! # Beyond the document
//!
//! [`runtime::Client::undocumented`] sends a request that no document knows, with the same token,
//! limits and errors.
//!
//! # Watching
//!
//! Each call is a `tracing` span with OpenTelemetry's names for an HTTP client. Tokens, bodies,
//! queries and the values of path parameters are not in it.
//!
//! # Mocks
//!
//! Under the feature `mock`, `mock` has servers for your own tests, which answer by type and hold
//! every request against the provider's document.
//!
//! # What this does not do
//!
//! It does not remember which deliveries of webhooks came: their ids are given, to be kept where the
//! work is. It does not ask for compressed answers. It does not read a typed answer piece by piece:
//! one of more than 10 MB fails, unless [`runtime::Builder::max_body`] says otherwise; what is longer
//! or has no end is taken as it comes by [`runtime::Request::chunks`].
//!
//! # Recipes
//!
//! The folder `recipes` of the repository has a program for each of these, which runs as it is, on
//! servers of its own:
//!
//! | to | read |
//! | --- | --- |
//! | sync all Gigs users into `SQLite`, and resume after a crash | `sync_users` |
//! | clear a field | `clear_a_field` |
//! | connect a Thumbtack account, and keep it connected | `connect_an_account` |
//! | receive Thumbtack's messages with axum | `receive_messages` |
//! | rotate a webhook's password | `rotate_a_password` |
//! | test your code with the mocks | `test_with_mocks` |
//! | add a fourth provider | `add_a_provider` |
//!
//! # Features
//!
//! | feature | adds | by default |
//! | --- | --- | --- |
//! | `gigs`, `thumbtack`, `chakra` | a provider each | yes |
//! | `rustls` | TLS by rustls, with the platform's certificates | yes |
//! | `native-tls` | TLS by the platform's own library | |
//! | `oauth` | `thumbtack::oauth`, Thumbtack's OAuth flow | |
//! | `mock` | `mock`, servers for your own tests | |
//! | `blocking` | `Call::blocking`, for code that is not asynchronous | |
//! | `axum` | `webhook::Webhook`, the extractor for axum 0.8 | |
//!
//! Without a provider the crate is the [`runtime`] for clients that `bindery-codegen` makes of other
//! documents.

mod generated;
pub mod runtime;
pub mod webhook;

#[cfg(feature = "chakra")]
pub mod chakra;
#[cfg(feature = "gigs")]
pub mod gigs;
#[cfg(feature = "mock")]
pub mod mock;
#[cfg(feature = "thumbtack")]
pub mod thumbtack;

pub use futures_util::TryStreamExt;

pub use self::runtime::{Call, Error, Patch, Response, Retry, Secret};

#[cfg(all(doctest, feature = "chakra", feature = "gigs", feature = "thumbtack"))]
#[doc = include_str!("../README.md")]
struct Readme;
