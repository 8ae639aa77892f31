//! Thumbtack's OAuth against an authorization server started by the test: one that keeps the rules
//! of the real one, and one that misbehaves by a script.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests keep tokens in files, start processes, and fail by panicking"
)]
#![expect(
    clippy::too_many_lines,
    reason = "a table of cases is as long as there are cases"
)]

mod authorization;
mod authorizer;
mod endpoint;
#[path = "../hostile/leaks.rs"]
mod leaks;
mod refreshing;
mod replicas;
#[path = "../hostile/server.rs"]
mod server;
mod stores;
