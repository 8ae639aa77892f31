//! Typed clients for APIs whose providers publish prose instead of an OpenAPI document.
//!
//! Each provider is a module behind a feature of its name, with a `Client` that is configured by a
//! builder and hands out the provider's resources:
//!
//! ```no_run
//! # #[cfg(feature = "gigs")]
//! # async fn example() -> Result<(), bindery::Error> {
//! use bindery::gigs::{Client, UpdateUser};
//!
//! let gigs = Client::builder("my-project", "my-api-key").build()?;
//! let user = gigs.users().retrieve("usr_0SNlurA049MEWV4OpCwsNyC9Kn2d").await?;
//! gigs.users().update(&user.id, &UpdateUser::new().full_name("Jerry Seinfeld")).await?;
//! # Ok(()) }
//! ```
//!
//! # Calls
//!
//! Every method returns a [`Call`], which is made when it is awaited and takes options first:
//! [`Call::timeout`], [`Call::header`]. [`Call::response`] gives status and headers beside the
//! body, [`Call::json`] whatever JSON came.
//!
//! # What is sent
//!
//! Types that are sent are built: `new` takes what is required, setters the rest, and what is not
//! set is not on the wire. A field that may be null is a [`Patch`], which keeps null, absent and
//! value apart; an empty list or map is sent as such.
//!
//! What the document forbids in a request (a limit over 200, a text of more than 255 characters,
//! an address that does not begin with `https://`) is refused before anything is sent:
//! [`Error::is_invalid_request`], with the parameter or the place in the body, but never a text
//! of yours. Values that an enum does not list are sent.
//!
//! # What comes back
//!
//! Providers add things. An enum keeps a value it does not know as `Unknown`, unknown fields are
//! passed over, and a success that the document does not list is one all the same. What the
//! document forbids in a request never fails an answer.
//!
//! # Errors
//!
//! There is one [`Error`]. Its predicates say what happened, [`Error::details`] reads the
//! provider's own error type, and `Display` is one line. A body that does not fit keeps its status,
//! so that a write that was done is not taken for one that failed.
//!
//! # Repetition
//!
//! A call that fails for a reason that passes (408, 429, 500, 502, 503, 504, a broken connection) is
//! made again, up to three times within 90 seconds, if a second sending cannot do harm: the
//! operation is idempotent, the call has a [`Call::idempotency_key`], or the request never left.
//! [`Retry`] changes that for a client or a call. A client's calls share a budget of a tenth of
//! what they send, so that an outage is not multiplied.
//!
//! # Lists
//!
//! A list is awaited for one page, or streamed: `pages()` yields pages, `items()` what they hold.
//! Each page is a call of its own.
//!
//! # Tokens
//!
//! A fixed token is given to the builder; [`runtime::Builder::token_provider`] takes something that
//! fetches them. Of calls that need a token at the same time one fetches it, and a call that is
//! answered 401 is made once more with a fresh one.
//!
//! # Watching
//!
//! Each call is a `tracing` span with OpenTelemetry's names for an HTTP client. Tokens, bodies,
//! queries and the values of path parameters are not in it.
//!
//! # What this does not do
//!
//! There is no OAuth flow yet: a token provider is the caller's. Webhook payloads have types but
//! deliveries are not verified. Responses are read whole, up to 10 MB, and not streamed.
//!
//! # Features
//!
//! `gigs`, `thumbtack` and `chakra` are the providers; `rustls` (the default) and `native-tls` say
//! where TLS comes from; `blocking` adds `Call::blocking`. Without a provider the crate is the [`runtime`] for clients that
//! `bindery-codegen` makes of other documents.

mod generated;
pub mod runtime;

#[cfg(feature = "chakra")]
pub mod chakra;
#[cfg(feature = "gigs")]
pub mod gigs;
#[cfg(feature = "thumbtack")]
pub mod thumbtack;

pub use futures_util::TryStreamExt;

pub use self::runtime::{Call, Error, Patch, Response, Retry, Secret};

#[cfg(all(doctest, feature = "chakra", feature = "gigs", feature = "thumbtack"))]
#[doc = include_str!("../README.md")]
struct Readme;
