//! Receivers of webhooks: what they accept, what they refuse and how, and what they cannot detect.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read documents, take the time as it is, and fail by panicking"
)]

mod arbitrary;
mod axum;
mod bench;
mod detects;
mod events;
mod forged;
mod handle;
mod refusals;
mod standard;
