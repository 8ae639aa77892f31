//! The pipeline: document, normalization, generator, refinement, formatted source.

use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

use crate::{
    Diagnostic, Document, Error, Note, normalize, normalize::Lowered, note::Notes, refine,
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
    listing: String,
    notes: Vec<Note>,
}

impl Generated {
    /// The Rust source of the module: formatted, and the same for the same document.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The public items of the module, one a line, sorted: what users can depend on.
    pub fn listing(&self) -> &str {
        &self.listing
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
/// When the document is not OpenAPI 3.0, or says something no client can be made of.
/// Every complaint has a place in the document.
pub fn generate(document: &Document, settings: &Settings) -> Result<Generated, Error> {
    let runtime: syn::Path = syn::parse_str(&settings.runtime).map_err(|error| {
        let message = format!("`{}` is no path to a runtime: {error}", settings.runtime);
        Diagnostic::new(document.name(), message)
    })?;
    let mut notes = Notes::on(document);
    let lowered = normalize::normalize(document, &mut notes)?;
    let generated = progenitor(document, &lowered)?;
    let file = refine::refine(&generated, &lowered.plan, &runtime)
        .map_err(|message| internal(document, &message))?;
    Ok(Generated {
        source: prettyplease::unparse(&file),
        listing: crate::listing::listing(&file),
        notes: notes.into_vec(),
    })
}

fn progenitor(document: &Document, lowered: &Lowered) -> Result<syn::File, Error> {
    let refused = |message: String| -> Error { internal(document, &message).into() };
    let spec: openapiv3::OpenAPI = serde_path_to_error::deserialize(&lowered.document)
        .map_err(|error| refused(error.to_string()))?;
    let tokens = quietly(|| {
        let mut settings = progenitor::GenerationSettings::default();
        settings.with_map_type("::std::collections::BTreeMap");
        progenitor::Generator::new(&settings).generate_tokens(&spec)
    });
    let tokens = match tokens {
        Ok(Ok(tokens)) => tokens,
        Ok(Err(error)) => return Err(refused(error.to_string())),
        Err(panic) => return Err(refused(panic)),
    };
    syn::parse2(tokens).map_err(|error| refused(error.to_string()))
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

/// A refusal by the generator, which knows no places: it is about the document as a whole.
fn internal(document: &Document, message: &str) -> Diagnostic {
    let message = message.lines().next().unwrap_or_default();
    Diagnostic::new(document.name(), format!("the generator refuses: {message}"))
        .help("this is a fault of bindery: please report it with the document")
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
