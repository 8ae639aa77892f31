//! Typed clients for APIs whose providers publish prose instead of an OpenAPI document.

mod generated;
pub mod runtime;

#[cfg(feature = "chakra")]
pub mod chakra;
#[cfg(feature = "gigs")]
pub mod gigs;
#[cfg(feature = "thumbtack")]
pub mod thumbtack;

pub use futures_util::TryStreamExt;

pub use self::runtime::{Call, Error, Patch, Response, Secret};
