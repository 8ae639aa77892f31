//! The typed clients against the recorded exchanges: each operation is called through the public
//! API, its request is compared with what the provider's page shows, and its typed answer is
//! written back and compared with the recording.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read their cases from files, and fail by panicking"
)]

mod api;
mod chakra;
mod failures;
mod gigs;
mod replay;
mod thumbtack;
