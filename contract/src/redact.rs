//! Takes secrets and what is personal out of recorded exchanges, without changing any verdict.

mod body;
mod header;
mod ledger;
mod marks;
mod multipart;
mod name;
mod packed;
mod parts;
mod pass;
mod scan;
mod scrub;
mod stand_in;
pub(crate) mod tree;
mod view;
mod walk;

use bindery_codegen::{Diagnostic, Document, Pointer};

pub use self::pass::{Learner, Redactor};
use crate::{Checker, Options, Recording};

/// What to take out besides secrets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Redaction {
    /// Leaves what the document marks with `x-personal` as it is.
    pub keep_personal: bool,
    /// Further values to replace: names of properties, fields, parameters, headers, or JSON
    /// pointers into bodies, in which `*` stands for any name or index.
    pub also: Vec<String>,
    /// Where the drawing of stand-ins begins, so that a test can repeat it; at random unless set.
    pub seed: Option<u64>,
}

/// What redaction left.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Redacted {
    /// The exchanges, in the order given, without those that were refused.
    pub recordings: Vec<Recording>,
    /// Why an exchange could not be redacted without a leak or another verdict.
    pub refused: Vec<Diagnostic>,
    /// How many different values were replaced.
    pub replaced: usize,
}

/// Replaces secrets and what is personal, throughout all exchanges of a session.
///
/// Of a session that does not fit into memory, a [`Learner`] is shown one exchange after the
/// other, and then a [`Redactor`].
///
/// A value is secret by `format: password`, by its header, or by the name it goes under; it is
/// personal by `x-personal: true`, which all values below inherit. Each value has one stand-in,
/// drawn at random in its shape, which every schema judges as it judges the value; wherever else
/// the value occurs, in other fields, in paths, in running text, percent-encoded, escaped or in
/// base64, the stand-in takes its place. An exchange for which that is not possible is refused.
///
/// Values of enums are words of the document, and no secrets; where they are personal, the first
/// one of the enum takes their place, as `false` takes that of flags.
///
/// ```
/// use bindery_contract::{Document, Recording, Redaction, Request, Response, redact};
///
/// let document = Document::parse("cats.yaml", "openapi: 3.0.3\npaths: {}\n")?;
/// let request = Request::new("GET", "/cats").query("api_key", "k1tt3n-key");
/// let response = Response::new(403).json(r#"{"reason": "k1tt3n-key is worn out"}"#);
/// let recording = Recording::invented("example", request, Some(response));
///
/// let redacted = redact(&document, vec![recording], &Redaction::default());
/// let file = redacted.recordings[0].to_yaml();
/// assert!(file.contains("redacted-1 is worn out") && !file.contains("k1tt3n"));
/// # Ok::<(), bindery_contract::Error>(())
/// ```
pub fn redact(document: &Document, recordings: Vec<Recording>, settings: &Redaction) -> Redacted {
    let checker = Checker::new(document, &Options::default());
    let mut learner = Learner::new(&checker, settings);
    for recording in &recordings {
        learner.learn(recording);
    }
    let redactor = learner.settle();
    let mut redacted = Redacted {
        replaced: redactor.replaced(),
        ..Redacted::default()
    };
    for recording in recordings {
        match redactor.redact(recording) {
            Ok(recording) => redacted.recordings.push(recording),
            Err(refusal) => redacted.refused.push(refusal),
        }
    }
    redacted
}

impl Redaction {
    /// Which of the caller's names is that of this property, field, parameter or header.
    fn named(&self, name: &str) -> Option<usize> {
        let mut also = self.also.iter();
        also.position(|also| also.eq_ignore_ascii_case(name))
    }

    /// Which of the caller's pointers is that of this place of a body.
    fn pointed(&self, at: &Pointer) -> Option<usize> {
        self.also.iter().position(|also| {
            let wanted = Pointer::from(also.as_str());
            also.starts_with('/')
                && wanted.tokens().count() == at.tokens().count()
                && wanted
                    .tokens()
                    .zip(at.tokens())
                    .all(|(wanted, token)| wanted == "*" || wanted == token)
        })
    }
}
