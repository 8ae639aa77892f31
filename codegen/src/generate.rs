//! The pipeline: document, normalization, generator, refinement, formatted source.

use std::{
    cell::Cell,
    io,
    panic::{self, AssertUnwindSafe},
    sync::Once,
    thread,
};

use proc_macro2::TokenStream;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Diagnostic, Document, Error, Note, normalize, normalize::Lowered, note::Notes, plan::Plan,
    refine, refusal::Refusal, sift,
};

/// How a client is generated.
#[derive(Debug, Clone)]
pub struct Settings {
    runtime: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            runtime: "::bindery::runtime".to_owned(),
        }
    }
}

impl Settings {
    /// The settings for a crate that depends on `bindery`.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the generated module finds the runtime; `::bindery::runtime` unless set.
    #[must_use]
    pub fn runtime(mut self, path: impl Into<String>) -> Self {
        self.runtime = path.into();
        self
    }
}

/// A generated client.
#[derive(Debug, Clone)]
pub struct Generated {
    source: String,
    refused: Vec<Refusal>,
    notes: Vec<Note>,
}

impl Generated {
    /// The Rust source of the module: formatted, and the same for the same document.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The public items of the module, one a line, sorted: what users can depend on.
    ///
    /// Read from the source each time that it is asked for.
    pub fn listing(&self) -> String {
        let listing = || syn::parse_file(&self.source).map(|file| crate::listing::listing(&file));
        // The source was printed from a syntax tree, so there is one to read.
        deep(listing).ok().and_then(Result::ok).unwrap_or_default()
    }

    /// What the document says that no client can be made of: the operations that were left out,
    /// and why.
    pub fn refused(&self) -> &[Refusal] {
        &self.refused
    }

    /// What of the document the client does not say, or says in other words, in document order.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

/// Generates the client of a document.
///
/// ```
/// use bindery_codegen::{Document, Settings, generate};
///
/// let document = Document::parse("cats.yaml", r#"
/// openapi: 3.0.3
/// info: {title: Cats, version: "1"}
/// paths:
///   /cats/{name}:
///     get:
///       operationId: getCat
///       parameters: [{name: name, in: path, required: true, schema: {type: string}}]
///       responses: {"204": {description: The cat exists.}}
/// "#)?;
/// let client = generate(&document, &Settings::new())?;
/// assert!(client.source().contains("pub fn get_cat(&self, name: &str)"));
/// # Ok::<(), bindery_codegen::Error>(())
/// ```
///
/// # Errors
/// When the document is not OpenAPI 3.0, or no client can be made of any of its operations. Where
/// that is so for some, the others are generated, and [`Generated::refused`] says why.
/// Every complaint has a place in the document.
pub fn generate(document: &Document, settings: &Settings) -> Result<Generated, Error> {
    planned(document, settings).map(|(client, _)| client)
}

/// The client of a document, and the plan that it was refined by.
pub(crate) fn planned(
    document: &Document,
    settings: &Settings,
) -> Result<(Generated, Plan), Error> {
    deep(|| make(document, settings)).unwrap_or_else(|error| {
        let message = format!("cannot start a thread: {error}");
        Err(Diagnostic::new(document.name(), message).into())
    })
}

fn make(document: &Document, settings: &Settings) -> Result<(Generated, Plan), Error> {
    let runtime: syn::Path = syn::parse_str(&settings.runtime).map_err(|error| {
        let message = format!("`{}` is no path to a runtime: {error}", settings.runtime);
        Diagnostic::new(document.name(), message)
    })?;
    let mut notes = Notes::on(document);
    let mut lowered = normalize::normalize(document, &mut notes)?;
    let attempt = |lowered: &Lowered| attempt(lowered, &runtime);
    let source = match attempt(&lowered) {
        Ok(made) => made,
        Err(message) => {
            sift::sift(document, &mut lowered, &message, &attempt).map_err(|refused| {
                let complaints = refused.into_iter();
                let complaints = complaints.flat_map(|refusal| refusal.diagnostics);
                Error::from(complaints.collect::<Vec<_>>())
            })?
        }
    };
    let client = Generated {
        source,
        refused: lowered.refused,
        notes: notes.into_vec(),
    };
    Ok((client, lowered.plan))
}

/// The stack of the thread that generates, in bytes: schemas that hold one another in a long chain
/// are followed by recursion, by the generator too. What is not used of it costs nothing.
const STACK: usize = 1 << 28;

/// Runs on a thread with a deep stack.
fn deep<T: Send>(run: impl FnOnce() -> T + Send) -> io::Result<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, run)?;
        Ok(thread
            .join()
            .unwrap_or_else(|payload| panic::resume_unwind(payload)))
    })
}

/// The source of a client, or what the generator refuses.
pub(crate) fn attempt(lowered: &Lowered, runtime: &syn::Path) -> Result<String, String> {
    quietly(|| {
        let generated = progenitor(&lowered.document)?;
        let file = refine::refine(generated, &lowered.plan, runtime)?;
        Ok(prettyplease::unparse(&file))
    })?
}

fn progenitor(document: &Value) -> Result<TokenStream, String> {
    let spec = openapiv3::OpenAPI::deserialize(document).or_else(|_| {
        // Only once more says where, which takes longer.
        serde_path_to_error::deserialize(document).map_err(|error| error.to_string())
    })?;
    let mut settings = progenitor::GenerationSettings::default();
    settings.with_map_type("::std::collections::BTreeMap");
    let tokens = progenitor::Generator::new(&settings).generate_tokens(&spec);
    tokens.map_err(|error| error.to_string())
}

thread_local! {
    /// Whether this thread runs the generator.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs the generator, whose panics are its way of refusing, without letting one be seen.
///
/// The hook that keeps them silent is set once and asks the thread that panics, so that the panics
/// of other threads are seen as ever.
fn quietly<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let seen = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                seen(info);
            }
        }));
    });
    QUIET.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    QUIET.set(false);
    result.map_err(|payload| {
        let text = payload.downcast_ref::<&str>().map(ToString::to_string);
        text.or_else(|| payload.downcast_ref::<String>().cloned())
            .unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::quietly;

    #[test]
    fn a_panic_becomes_its_message() {
        assert_eq!(quietly(|| 7), Ok(7));
        assert_eq!(
            quietly(|| -> u8 { panic!("one {}", "two") }),
            Err("one two".to_owned())
        );
        assert_eq!(quietly(|| 8), Ok(8));
    }
}
