//! The clients against a server that misbehaves: for each case the right error, the right number of
//! requests, and no secret in what is printed or traced.
//!
//! Bodies are not decompressed here: an own client has no decompression, so a compressed bomb is
//! bytes that are no JSON. What a handed-in client decompresses is its own affair; the limit on
//! bodies holds after it.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
#![expect(
    clippy::too_many_lines,
    reason = "a table of cases is as long as there are cases"
)]

mod blocking;
mod bodies;
mod breaks;
mod case;
mod elsewhere;
mod keys;
mod leaks;
mod pages;
mod resends;
mod server;
mod statuses;
mod tokens;
