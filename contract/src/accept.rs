//! Findings that are known and accepted: the baseline, which is written by machine, and ignore
//! entries, which a person writes with a reason.

mod baseline;
mod ignore;

pub use self::{baseline::Baseline, ignore::Ignore};
