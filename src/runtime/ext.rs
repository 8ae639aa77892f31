//! The crates whose types generated code mentions, so that its users need not depend on them.

pub use bytes;
pub use chrono;
pub use serde;
pub use serde_json;
