//! The clients of the generator's small documents, compiled and called: what arrives on the wire.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read their cases from files, and fail by panicking"
)]

#[path = "constructs/answers.rs"]
mod answers;
#[path = "constructs/bodies.rs"]
mod bodies;
#[path = "constructs/compiled.rs"]
mod compiled;
#[path = "constructs/documents.rs"]
mod documents;
#[path = "constructs/parameters.rs"]
mod parameters;
#[path = "constructs/rules.rs"]
mod rules;
#[path = "constructs/server.rs"]
mod server;
#[path = "constructs/servers.rs"]
mod servers;
#[path = "constructs/told.rs"]
mod told;
#[path = "constructs/types.rs"]
mod types;
#[path = "constructs/unions.rs"]
mod unions;
#[path = "constructs/wire.rs"]
mod wire;
