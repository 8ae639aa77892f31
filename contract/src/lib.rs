//! Holds a hand-written OpenAPI document against recorded exchanges, and lints the document alone.
//!
//! [`check`] takes a document and its recordings and returns a [`Report`]: which operations a
//! recording witnesses, and a [`Finding`] for each place where the two disagree. [`lint()`] returns
//! what breaks the authoring rules. Neither prints: [`render`] turns their values into text.
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
//! assert_eq!(report.exchanges[0].verdict, Verdict::Invalid);
//! assert_eq!(report.findings[0].message, "`name`: expected `string`, found `null`");
//! assert_eq!(report.findings[0].document.position.to_string(), "15:26");
//! # Ok::<(), bindery_contract::Error>(())
//! ```
//!
//! What a document claims is read from the text as authored. This crate knows nothing of the
//! rewriting that generation does, nor of generated code: the judge does not share hands with
//! the judged.

mod check;
mod evidence;
mod finding;
pub mod lint;
mod load;
mod matching;
mod options;
pub mod patch;
mod place;
mod recording;
pub mod render;
mod report;
mod schema;

pub use bindery_codegen::{Diagnostic, Document, Error, Pointer, Position};

pub use self::{
    check::{check, check_with},
    finding::{Finding, Kind, Severity},
    lint::lint,
    load::load,
    options::{Mode, Options},
    place::Place,
    recording::{Assumed, Body, Locations, Recorded, Recording, Request, Response, Source},
    report::{Exchange, Report, Verdict, Witnessed},
};
