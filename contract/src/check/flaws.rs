//! What a document says in vain: it is no part of the check, which is told once for each place.

use std::collections::BTreeSet;

use bindery_codegen::{Document, Pointer};
use serde_json::Value;

/// The keywords whose schemas are about the same value as the schema that has them.
const IN_PLACE: [&str; 7] = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/// How long a way through references and compositions is followed, so that no document is deeper
/// than the stack.
const LONGEST: usize = 500;

/// A place that cannot be read as it stands, and why.
#[derive(Debug)]
pub(super) struct Flaw {
    pub(super) site: Pointer,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// The flaws of a document; of its schemas, compiling them finds others, and some of these too.
pub(super) fn of(document: &Document) -> Vec<Flaw> {
    let misread = document.misfits().into_iter();
    let misread = misread.filter(|misfit| {
        // What a reference means is told where it leads to nothing.
        misfit.hides_something() && misfit.at.last().is_none_or(|key| key != "$ref")
    });
    let misread = misread.map(|misfit| (misfit.at, misfit.diagnostic));
    let strays = document.strays().into_iter();
    let told = misread.chain(strays).map(|(site, why)| Flaw {
        site,
        message: why.message,
        help: why.help,
    });
    told.chain(circles(document)).collect()
}

/// The schemas that are made of themselves, by way of references and compositions: such a schema
/// asks whether a value fits in order to find out whether it fits.
fn circles(document: &Document) -> Vec<Flaw> {
    let schemas = Pointer::from("/components/schemas");
    let named = document.get(schemas.as_str()).and_then(Value::as_object);
    let named = named.into_iter().flatten();
    let mut walk = Walk {
        document,
        done: BTreeSet::new(),
        way: Vec::new(),
        found: Vec::new(),
    };
    for (name, _) in named {
        walk.schema(schemas.join(name));
    }
    walk.found
}

struct Walk<'d> {
    document: &'d Document,
    done: BTreeSet<Pointer>,
    /// The schemas that led here.
    way: Vec<Pointer>,
    found: Vec<Flaw>,
}

impl Walk<'_> {
    fn schema(&mut self, at: Pointer) {
        if self.done.contains(&at) || self.way.len() > LONGEST {
            return;
        }
        let Some(Value::Object(schema)) = self.document.get(at.as_str()) else {
            return;
        };
        self.way.push(at.clone());
        if let Some(text) = schema.get("$ref").and_then(Value::as_str) {
            self.follow(&at.join("$ref"), text);
        }
        for keyword in IN_PLACE {
            let below = at.join(keyword);
            match schema.get(keyword) {
                Some(Value::Array(branches)) => {
                    (0..branches.len()).for_each(|index| self.schema(below.join(index)));
                }
                Some(_) => self.schema(below),
                None => {}
            }
        }
        self.way.pop();
        self.done.insert(at);
    }

    fn follow(&mut self, site: &Pointer, text: &str) {
        let Some(target) = Pointer::from_reference(text) else {
            return;
        };
        let Some(from) = self.way.iter().position(|at| *at == target) else {
            return self.schema(target);
        };
        // A reference to itself alone leads to nothing, which is told as that.
        if self.way[from..].iter().any(|at| !self.refers(at)) {
            self.found.push(Flaw {
                site: site.clone(),
                message: format!("`{text}` is made of itself, so it claims nothing here"),
                help: Some("refer to it from a property or from `items`".to_owned()),
            });
        }
    }

    /// Whether a schema is a reference and nothing else.
    fn refers(&self, at: &Pointer) -> bool {
        let schema = self.document.get(at.as_str());
        schema.is_some_and(|schema| schema.get("$ref").is_some())
    }
}
