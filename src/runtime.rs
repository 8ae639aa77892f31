//! What every generated client runs on: requests, responses, errors, and the types whose
//! behaviour OpenAPI asks for and Rust has no word for.
//!
//! Generated code calls [`Client::request`] and describes one call; everything that a call does
//! on the wire happens here, once for all operations of all providers. This module knows no
//! provider.

pub mod ext;
pub mod page;

mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod body;
mod builder;
mod call;
mod chunks;
mod client;
mod decimal;
mod enums;
mod error;
mod multipart;
mod operation;
mod patch;
mod pattern;
mod request;
mod response;
mod retry;
mod rules;
mod secret;
mod segment;
mod send;
mod servers;
mod style;
mod unions;
mod values;
mod written;

pub(crate) use self::body::misfit;
#[cfg(feature = "mock")]
pub(crate) use self::call::Sent;
pub use self::{
    auth::{Token, TokenProvider},
    builder::Builder,
    call::Call,
    chunks::Chunks,
    client::Client,
    error::Error,
    multipart::{File, Form, Multipart},
    operation::Operation,
    patch::Patch,
    pattern::Pattern,
    request::Request,
    response::Response,
    retry::Retry,
    rules::{Rule, Rules},
    secret::Secret,
    style::Style,
};
#[doc(hidden)]
pub use self::{
    body::Raw,
    enums::text,
    patch::present,
    unions::{branch, choose, fitting, known, tag},
    values::{is_same, unknown_value},
};
#[doc(inline)]
pub use crate::{closed_enum, closed_values, open_enum, open_values};
