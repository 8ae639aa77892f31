//! Holds a hand-written OpenAPI document against recorded exchanges, and lints the document alone.
//!
//! [`check`] takes a document and its recordings and returns a [`Report`]: which operations a
//! recording witnesses, and a [`Finding`] for each place where the two disagree. [`lint()`] returns
//! what breaks the authoring rules. [`coverage()`] counts which claims the recordings witness,
//! [`mutate()`] which contradictions they would notice.
//! None of them prints: [`render`] turns their values into text.
//!
//! ```
//! use bindery_contract::{Document, Recording, Request, Response, Verdict, check};
//!
//! let document = Document::parse("cats.yaml", "
//! openapi: 3.0.3
//! info: {title: Cats, version: '1'}
//! paths:
//!   /cats/{cat}:
//!     get:
//!       responses:
//!         '200':
//!           description: The cat.
//!           content:
//!             application/json:
//!               schema:
//!                 type: object
//!                 properties:
//!                   name: {type: string}
//! ")?;
//! let request = Request::new("GET", "/cats/7");
//! let response = Response::new(200).json(r#"{"name": null}"#);
//! let report = check(&document, &[Recording::invented("example", request, Some(response))]);
//!
//! assert_eq!(report.verdicts[&Verdict::Invalid], 1);
//! assert_eq!(report.findings[0].message, "`name`: expected `string`, found `null`");
//! assert_eq!(report.findings[0].document.position.to_string(), "15:26");
//! # Ok::<(), bindery_contract::Error>(())
//! ```
//!
//! What a document claims is read from the text as authored. This crate knows nothing of the
//! rewriting that generation does, nor of generated code: the judge does not share hands with
//! the judged.

mod accept;
mod check;
mod columns;
pub mod coverage;
mod entries;
mod evidence;
mod finding;
mod har;
mod json;
mod label;
pub mod lint;
mod load;
mod matching;
mod multipart;
pub mod mutate;
mod options;
pub mod patch;
mod place;
mod reach;
mod recording;
mod redact;
pub mod render;
mod report;
mod schema;
mod select;
mod walk;

pub use bindery_codegen::{Diagnostic, Document, Error, Pointer, Position};

pub use self::{
    accept::{Baseline, Ignore},
    check::{Checker, OutOfScope, check, check_with},
    coverage::coverage,
    entries::{Entries, Entry},
    finding::{Accepted, Finding, Kind, Severity},
    lint::lint,
    load::load,
    mutate::mutate,
    options::{Mode, Options},
    place::Place,
    recording::{Assumed, Body, Kept, Locations, Recorded, Recording, Request, Response, Source},
    redact::{Learner, Redacted, Redaction, Redactor, redact},
    report::{Alike, Exchange, Report, Verdict, Witnessed},
    select::Selection,
};
