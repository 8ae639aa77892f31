//! The clients of the generator's small documents, compiled and called: what arrives on the wire.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read their cases from files, and fail by panicking"
)]

#[path = "constructs/compiled.rs"]
mod compiled;
#[path = "constructs/documents.rs"]
mod documents;
#[path = "constructs/rules.rs"]
mod rules;
#[path = "constructs/server.rs"]
mod server;
#[path = "constructs/wire.rs"]
mod wire;
