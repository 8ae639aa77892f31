//! Binds an OpenAPI document to a Rust client, from a `build.rs`.
//!
//! The document is normalized into a form that [progenitor] can always spell types for; what
//! normalization takes away (parameter styles, media types, statuses, null and absent, bounds,
//! names) it writes down in a plan, and refinement makes the client from both. The result needs
//! one dependency: the runtime in `bindery`.
//!
//! ```no_run
//! // build.rs
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     bindery_codegen::build(&["specs/cats.yaml"], &bindery_codegen::Settings::new())
//! }
//! ```
//!
//! Without the feature `generate` the crate only reads documents: [`Document`] gives each value
//! and its line and column.
//!
//! [progenitor]: https://docs.rs/progenitor

pub mod document;

#[cfg(feature = "generate")]
mod build;
#[cfg(feature = "generate")]
mod compare;
mod diagnostic;
#[cfg(feature = "generate")]
mod generate;
#[cfg(feature = "generate")]
mod listing;
#[cfg(feature = "generate")]
mod names;
#[cfg(feature = "generate")]
mod normalize;
mod note;
#[cfg(feature = "generate")]
mod plan;
#[cfg(feature = "generate")]
mod refine;
#[cfg(feature = "generate")]
mod refusal;
#[cfg(feature = "generate")]
mod sift;
#[cfg(feature = "generate")]
mod signs;
mod spelling;

#[cfg(feature = "generate")]
pub use self::{
    build::build,
    compare::{Change, Class, Comparison, compare},
    generate::{Generated, Settings, generate},
    refusal::Refusal,
};
pub use self::{
    diagnostic::{Diagnostic, Error, Position},
    document::{Document, File, Misfit, Operation, Pointer, Trail},
    note::{Note, NoteKind},
    spelling::meant,
};
