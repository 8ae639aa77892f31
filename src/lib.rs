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
//! # What comes back
//!
//! Providers add things. An enum keeps a value it does not know as `Unknown`, unknown fields are
//! passed over, and a success that the document does not list is one all the same. What the
//! document bounds in a request never fails an answer.
//!
//! # Errors
//!
//! There is one [`Error`]. Its predicates say what happened, [`Error::details`] reads the
//! provider's own error type, and `Display` is one line. A body that does not fit keeps its status,
//! so that a write that was done is not taken for one that failed.
//!
//! # What this does not do
//!
//! Calls are made once: there are no retries yet. There is no blocking interface, and tokens are
//! the caller's to fetch. Webhook payloads have types but are not verified.
//!
//! # Features
//!
//! `gigs`, `thumbtack` and `chakra` are the providers; `rustls` (the default) and `native-tls` say
//! where TLS comes from. Without a provider the crate is the [`runtime`] for clients that
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
